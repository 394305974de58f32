// What the words around a verb are to it: the parts that read/events/clause.cc and clause_heirs.cc
// share.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/events/clause.h"
#include "read/reading.h"

namespace tacitus {

bool is_nominal(const Reading& reading, std::uint32_t token);
bool is_verb(const Reading& reading, std::uint32_t token);
// "on Friday", "in 1990": no party to anything.
bool is_time(const Reading& reading, std::uint32_t token);
// The preposition of a noun; where the tree hangs it elsewhere the one that stands before its words.
std::string_view preposition_in_front(const Reading& reading, std::uint32_t token);
bool is_relative(std::string_view word);
bool has_auxiliary_of_passive(const Reading& reading, std::uint32_t verb);
// Relative pronouns stand for the noun that their clause hangs from.
std::uint32_t referent(const Reading& reading, std::uint32_t verb, std::uint32_t token);
// "said it would": who says it does it.
std::uint32_t speaker_of(const Reading& reading, std::uint32_t verb, std::uint32_t token);

// Fills a clause without subjects, or in the passive without objects, from what stands above it.
void inherit_subjects(const Reading& reading, EventClause& clause);
// "the sanctions that Norland imposed": what the clause hangs from is its object.
void take_relative_object(const Reading& reading, EventClause& clause);

}  // namespace tacitus
