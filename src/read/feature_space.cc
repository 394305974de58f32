#include "read/feature_space.h"

#include <cassert>
#include <charconv>
#include <unordered_map>

#include "read/table.h"

namespace tacitus {

FeatureSpace::FeatureSpace(std::span<const FeatureGroup> groups, std::span<const Pair> pairs,
                           std::span<const std::string_view> numbers)
    : groups_(groups), pairs_(pairs) {
  const auto named = [](const FeatureGroup& group, std::string_view value) {
    return std::string(group.name) + ' ' + std::string(value);
  };
  for (const FeatureGroup& group : groups) {
    group_at_.push_back(static_cast<std::uint16_t>(names_.size()));
    for (const std::string_view value : group.values) names_.push_back(named(group, value));
  }
  for (const Pair pair : pairs) {
    pair_at_.push_back(static_cast<std::uint16_t>(names_.size()));
    for (const std::string_view first : groups[pair.first].values) {
      for (const std::string_view second : groups[pair.second].values) {
        names_.push_back(named(groups[pair.first], first) + " & " +
                         named(groups[pair.second], second));
      }
    }
  }
  number_at_ = static_cast<std::uint16_t>(names_.size());
  for (const std::string_view number : numbers) names_.emplace_back(number);
  assert(names_.size() < 0xFFFF);
}

void FeatureSpace::append(std::span<const std::uint8_t> values, std::span<const float> numbers,
                          std::vector<Feature>& out) const {
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    out.push_back({static_cast<std::uint16_t>(group_at_[g] + values[g])});
  }
  for (std::size_t p = 0; p < pairs_.size(); ++p) {
    const std::size_t wide = groups_[pairs_[p].second].values.size();
    const std::size_t at = values[pairs_[p].first] * wide + values[pairs_[p].second];
    out.push_back({static_cast<std::uint16_t>(pair_at_[p] + at)});
  }
  for (std::size_t n = 0; n < numbers.size(); ++n) {
    out.push_back({static_cast<std::uint16_t>(number_at_ + n), numbers[n]});
  }
}

std::optional<Error> read_weights(const char* file, std::string_view text,
                                  std::span<const WeightedModel> models) {
  std::unordered_map<std::string, float*> named;
  for (const WeightedModel& model : models) {
    model.weights->assign(model.space->size(), 0.0f);
    for (std::uint32_t id = 0; id < model.space->size(); ++id) {
      named[std::string(model.name) + '\t' + model.space->name(static_cast<std::uint16_t>(id))] =
          &(*model.weights)[id];
    }
  }
  for (const TableLine& line : read_table(text)) {
    const auto wrong = [&](const char* what) {
      return Error{ErrorCode::kBadInput,
                   std::string(file) + ", line " + std::to_string(line.number) + ": " + what};
    };
    if (line.cells.size() != 3) return wrong("has not three columns");
    const auto found =
        named.find(std::string(line.cells[0]) + '\t' + std::string(line.cells[1]));
    if (found == named.end()) return wrong("names a feature that there is not");
    const std::string_view number = line.cells[2];
    float weight = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), weight);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size()) {
      return wrong("has a weight that is no number");
    }
    *found->second = weight;
  }
  return std::nullopt;
}

}  // namespace tacitus
