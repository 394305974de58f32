// Features with names: what the small linear models of read/ are made of, whose weights are tables in
// knowledge/. A feature is one value of a group, such as "after comma", or a value of one group
// beside a value of another, "entity gpe & name short".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tacitus {

// A group of values that exclude each other.
struct FeatureGroup {
  std::string_view name;
  std::span<const std::string_view> values;
};

struct Feature {
  std::uint16_t id = 0;
  float value = 1;
};

// Numbers the features of one model: those of each group, each pair of groups and each number, in
// that order. Immutable.
class FeatureSpace {
 public:
  struct Pair {
    std::uint8_t first = 0, second = 0;  // groups
  };

  FeatureSpace(std::span<const FeatureGroup> groups, std::span<const Pair> pairs,
               std::span<const std::string_view> numbers);

  std::uint32_t size() const { return static_cast<std::uint32_t>(names_.size()); }
  const std::string& name(std::uint16_t id) const { return names_[id]; }

  // Appends the features of something: `values` has the value of each group, `numbers` of each
  // number.
  void append(std::span<const std::uint8_t> values, std::span<const float> numbers,
              std::vector<Feature>& out) const;

 private:
  std::span<const FeatureGroup> groups_;
  std::span<const Pair> pairs_;
  std::vector<std::uint16_t> group_at_, pair_at_;
  std::uint16_t number_at_ = 0;
  std::vector<std::string> names_;
};

// The sum of the weights of features; `weights` has one for each of their space.
inline float sum_of(std::span<const float> weights, std::span<const Feature> features) {
  float sum = 0;
  for (const Feature feature : features) sum += weights[feature.id] * feature.value;
  return sum;
}

// A model of a table of weights: its name there, the space of its features, and where they go.
struct WeightedModel {
  std::string_view name;
  const FeatureSpace* space = nullptr;
  std::vector<float>* weights = nullptr;  // made as long as the space; those not named weigh nothing
};

// Reads a table: model <TAB> feature <TAB> weight. Errors: kBadInput for a line of another form and
// for a feature that there is not, with `file` and line.
std::optional<Error> read_weights(const char* file, std::string_view text,
                                  std::span<const WeightedModel> models);

}  // namespace tacitus
