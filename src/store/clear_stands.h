// Positions that are told so plainly that a change of sides may be found by them.
#pragma once

#include <string_view>

#include "read/record.h"
#include "store/sides.h"

namespace tacitus {

// Whether the position is one of somebody with a name of its own, who is named in the sentence and
// speaks for itself; on one side, as all the words of the sentence that tell sides have it; and is
// neither a plan, a guess, a denial nor told under a condition.
bool is_clear(const Record& record, const Position& position);

// Whether a sentence tells of a time that is over, so that its day is not known.
bool is_of_before(std::string_view sentence);

// Whether an issue is only to talk of something, as what is "declined" to reporters is.
bool is_talk(std::string_view issue);

}  // namespace tacitus
