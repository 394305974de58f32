// Where a text may name a place: the stretches that the entity head marks and the names that the
// gazetteer knows, each with what tells places from persons, bodies and common words.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "read/places/features.h"
#include "read/places/gazetteer.h"
#include "read/reading.h"

namespace tacitus {

// A stretch of tokens that may name a place.
struct PlaceSpan {
  Range tokens;
  std::string key;                    // as the gazetteer looks it up
  Gazetteer::Places places;           // what the gazetteer knows by it
  std::uint8_t entity = 0;            // 0: the entity head says nothing of it; else type + 1
  std::uint32_t first_feature = 0, end_feature = 0;  // in PlaceSpans::features
  float score = 0;                    // of the find model; above 0: a place
};

struct PlaceSpans {
  std::vector<PlaceSpan> spans;       // in text order; they may overlap
  std::vector<Feature> features;
};

// The stretches that may name a place, with features and scores. Takes time linear in the text.
PlaceSpans place_spans(const Reading& reading, const Gazetteer& gazetteer,
                       const PlaceWeights& weights);

// Those of `spans` that are places and do not overlap, the better ones first served; in text order.
std::vector<PlaceSpan> chosen_spans(const PlaceSpans& spans);

// Those of `spans` that are no places themselves but stand in the name of a body that a town or a
// borough has: "Enfield Council". They tell what the places around them mean; in text order.
std::vector<PlaceSpan> spans_in_bodies(const Reading& reading, const PlaceSpans& spans,
                                       const std::vector<PlaceSpan>& chosen);

// The key of a range of tokens.
std::string place_key(const Reading& reading, Range range);

}  // namespace tacitus
