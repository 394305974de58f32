// Words that names of places are made of: knowledge/places/words.tsv.
#pragma once

#include <cstdint>
#include <string_view>

namespace tacitus {

enum class PlaceNoun : std::uint8_t {
  kNone, kRoad, kBuilding, kWater, kArea, kPart, kBeside, kPaper,
  kCount,
};

// What a word in the form of Reading::plain is.
PlaceNoun place_noun(std::string_view plain);

// Whether a word in that form is what a town or borough has of its own: "council".
bool is_body_of_town(std::string_view plain);

}  // namespace tacitus
