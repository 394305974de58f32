// Words and names as the archive compares them: without capitals, accents and punctuation.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

// Small letters and digits in words with one space between: "Recep Tayyip Erdoğan" and
// "RECEP TAYYIP ERDOGAN" become the same. A possessive 's is left out. Empty where there is none.
std::string fold_name(std::string_view name);

// The words of folded text; views of it.
std::vector<std::string_view> split(std::string_view folded, char border = ' ');

// Whether a folded word tells nothing of what a text is about (knowledge/archive).
bool is_common(std::string_view word);

// 64 bits of a text; the same on every machine and in every version, since files hold it.
std::uint64_t stable_hash(std::string_view text, std::uint64_t seed = 0);

// Spreads a hash's bits (the finaliser of SplitMix64).
std::uint64_t mix(std::uint64_t bits);

}  // namespace tacitus
