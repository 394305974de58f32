// Which of the world's places a name means: candidates of the gazetteer, ranked by a linear model
// over what the article says around them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/places/features.h"
#include "read/places/gazetteer.h"
#include "read/places/spans.h"
#include "read/reading.h"

namespace tacitus {

// One place that a name may mean.
struct PlaceCandidate {
  PlaceName name;
  PlaceFacts facts;
  float score = 0;
  std::uint32_t first_feature = 0, end_feature = 0;  // in PlaceRanking::features
};

// A name of the article with all its mentions: it means one place throughout.
struct PlaceGroup {
  std::string_view key;                    // lives in the spans
  std::vector<std::uint32_t> spans;        // indexes, ascending
  std::vector<PlaceCandidate> candidates;
  std::uint32_t best = kNone;              // index in candidates; kNone where there are none
};

struct PlaceRanking {
  std::vector<PlaceGroup> groups;          // by their first mention
  std::vector<std::uint32_t> group_of;     // by span
  std::vector<Feature> features;
};

// What is known of an article apart from its words.
struct PlaceHints {
  std::uint8_t publisher = 255;            // its country, a number of the gazetteer; 255: not known
  std::uint32_t dateline = kNone;          // index of the span that the dateline names
};

// Ranks what each of `spans`, as chosen_spans gives them, may mean. Takes time linear in their
// number. `spans` must live as long as what comes back.
PlaceRanking rank_places(const Reading& reading, const Gazetteer& gazetteer,
                         const std::vector<PlaceSpan>& spans, const PlaceHints& hints,
                         const PlaceWeights& weights);

}  // namespace tacitus
