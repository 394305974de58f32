// Names that the gazetteer alone knows, and that the model of places has not taken for places: "Kasane".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/actors/countries.h"
#include "read/places/gazetteer.h"
#include "read/reading.h"

namespace tacitus {

struct TownHint {
  Range tokens;
  std::string_view country;   // the table's code
};

// The names in an article that the tables and the model leave unexplained and that towns and districts of
// one country bear, or much larger ones there than elsewhere. In text order.
std::vector<TownHint> town_hints(const Reading& reading, const Countries& countries, const Gazetteer& gazetteer);

}  // namespace tacitus
