// What `tacitus read --timing` tells at the end.
#pragma once

#include <cstdint>
#include <string>

#include "api/timing.h"

namespace tacitus {

// Where the processor time went by room of the house, what else there was of it (loading, waiting
// for each other), words a second of it, and the most memory that the program has held. Several
// lines, each with a line feed.
std::string timing_report(const Timing& timing, std::uint64_t articles, std::uint64_t words);

}  // namespace tacitus
