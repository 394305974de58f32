// Where a clause says that somebody acts: "police made arrests in Milan".
#pragma once

#include <cstdint>
#include <string_view>

#include "read/actors/countries.h"
#include "read/reading.h"

namespace tacitus {

// The country in which the clause says that whoever `token` means acts or is acted upon: "police in riot
// gear made arrests in Milan"; empty where it says none. What is said tells not where it is said.
std::string_view scene_of(const Reading& reading, const Countries& countries, std::uint32_t token);

}  // namespace tacitus
