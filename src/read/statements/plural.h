// English plurals, for the words of the tables.
#pragma once

#include <string>
#include <string_view>

namespace tacitus {

// The plural of a word or phrase in small letters: "ministers", "spokeswomen", "chiefs of staff",
// "secretaries general".
std::string plural_of(std::string_view singular);

}  // namespace tacitus
