// Words of names, as the cast compares them.
#pragma once

#include <string>
#include <string_view>

#include "read/reading.h"

namespace tacitus {

bool is_genitive(std::string_view plain);

// "inc", "ltd": the last word of a company's name, in the form of Reading::plain.
bool is_company_suffix(std::string_view word);

// Letters that stand for a name: "epa"; empty where it has less than two capitalised words.
std::string initials(const Reading& reading, Range range, bool with_small_words);

// An acronym's letters, "e.p.a." and "EPA" alike; empty where the range is no acronym.
std::string acronym(const Reading& reading, Range range);

// A phrase without "the" in front, and a name without "'s" behind.
Range without_article(const Reading& reading, Range range);

// Whether one way to write a name serves better than another: it is longer, or the same but not all
// in capitals, as headlines of wires are.
bool is_better_name(std::string_view name, std::string_view than);

Range without_genitive(const Reading& reading, Range range);

// One word for those that one office has, whoever holds it and however it is cut short: "senator" for
// "sen.", "chairperson" for "chairwoman". Any other noun is its own.
std::string_view office_word(std::string_view noun);

// Whether a noun, in the singular, is for somebody's kin: "father".
bool is_kin(std::string_view noun);

// A key of one kind: short names, initials, first words and whole names do not mix.
std::string keyed(std::string_view kind, std::string_view name);

// A name or description as the record gives it.
std::string display(const Reading& reading, Range range);

}  // namespace tacitus
