// The places of an article: every name of a place in the text and which place it means. Names are
// found by spans.h, told apart by ranking.h.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "read/places/features.h"
#include "read/places/gazetteer.h"
#include "read/places/spans.h"
#include "read/reading.h"
#include "read/record.h"

namespace tacitus {

// What find_places finds; `places` are the record's, `tokens` the tokens of each.
struct FoundPlaces {
  std::vector<Place> places;          // in text order, without overlaps
  std::vector<Range> tokens;
  std::vector<bool> is_adjective;     // "Russian": tells of a place, nothing happened in it
  std::optional<std::uint32_t> dateline;  // index: the place that the article's dateline names
};

// Finds the places of an article. Takes time linear in its text.
FoundPlaces find_places(const Reading& reading, const Gazetteer& gazetteer, const Article& article,
                        const PlaceWeights& weights = PlaceWeights::builtin());

// The country of a publisher by its address ("https://www.example.co.uk/a"): a number of the
// gazetteer, 255 where the address tells none.
std::uint8_t publisher_country(const Gazetteer& gazetteer, std::string_view url);

// The span of the dateline's place among `spans` (spans.h); kNone where there is none.
std::uint32_t dateline_span(const Reading& reading, const std::vector<PlaceSpan>& spans);

}  // namespace tacitus
