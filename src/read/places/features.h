// The weights that a table gives to the features of the two small linear models of places
// (knowledge/places/weights.tsv).
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/feature_space.h"

namespace tacitus {

// Weights by feature. Features that the table does not name weigh nothing.
class PlaceWeights {
 public:
  // The table that is compiled in.
  static const PlaceWeights& builtin();

  // Parses a table: model <TAB> feature <TAB> weight. Errors: kBadInput for a line of another form
  // and for a feature that there is not, with file and line.
  static Result<PlaceWeights> parse(std::string_view text);

  // The sum of the features' weights.
  float find(std::span<const Feature> features) const { return sum_of(find_, features); }
  float rank(std::span<const Feature> features) const { return sum_of(rank_, features); }

 private:
  std::vector<float> find_, rank_;
};

// The spaces of the two models: is a stretch of text a place (spans.h); which place does a
// name mean (ranking.h).
const FeatureSpace& find_features();
const FeatureSpace& rank_features();

}  // namespace tacitus
