#include "read/places/features.h"

#include <cassert>
#include <utility>

#include "read/builtin_tables.h"

namespace tacitus {

const PlaceWeights& PlaceWeights::builtin() {
  static const PlaceWeights kWeights = [] {
    Result<PlaceWeights> parsed = parse(k_places_weights_tsv);
    assert(parsed.ok());
    return parsed.ok() ? std::move(parsed).value() : std::move(parse("")).value();
  }();
  return kWeights;
}

Result<PlaceWeights> PlaceWeights::parse(std::string_view text) {
  PlaceWeights weights;
  const WeightedModel models[] = {{"find", &find_features(), &weights.find_},
                                  {"rank", &rank_features(), &weights.rank_}};
  if (auto wrong = read_weights("places/weights.tsv", text, models)) return *std::move(wrong);
  return weights;
}

}  // namespace tacitus
