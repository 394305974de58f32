// The short forms that stand at a word's end: "'s", "'ll", "n't".
#pragma once

#include <cstdint>
#include <string_view>

namespace tacitus {

// True for the letters of a short form behind its apostrophe: s, m, d, ll, re, ve, large or
// small.
bool is_clitic(std::string_view letters);

// The byte at which the short form that ends `word` begins, "n't" among them; 0 where there is
// none or nothing stands before it.
std::uint32_t last_clitic(std::string_view word);

}  // namespace tacitus
