// Words of those who are not of the country that an article is at home in: knowledge/actors/unbound.tsv,
// which says what each kind means.
#pragma once

#include <string_view>

namespace tacitus {

// All take words in the form of Reading::plain or plain_text.
bool is_of_other_lands(std::string_view word);
// Whether a whole name or description ends in the words for those who are everywhere.
bool names_anybody(std::string_view name);
// Whether it ends in a word for those who may be of anywhere, at home or not: "traders".
bool is_loose(std::string_view name);
bool comes_to_meetings(std::string_view word);
bool may_attend(std::string_view word);
bool is_partner(std::string_view word);
bool is_named_by_topic(std::string_view word);
bool is_organ(std::string_view phrase);
bool is_gathering(std::string_view word);
bool names_another_church(std::string_view word);
// The country of an office that only one has; empty for all others.
std::string_view country_of_office(std::string_view word);

}  // namespace tacitus
