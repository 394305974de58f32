// Trees lie one after the other in one array, each from its root down, left before right.
#include "page/block_model.h"

#include <charconv>
#include <cmath>
#include <optional>

#include "page/tables.h"

namespace tacitus {
namespace {

std::optional<double> number_in(std::string_view text) {
  double value = 0;
  const char* const end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || at != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

bool fits(const std::vector<std::string_view>& names) {
  if (names.size() != kFeatureCount + 1) return false;
  for (std::size_t i = 0; i < kFeatureCount; ++i) {
    if (names[i + 1] != kFeatureNames[i]) return false;
  }
  return true;
}

}  // namespace

BlockModel::BlockModel(std::string_view table) {
  bool good = true, named = false, bounded = false;
  for (const std::string_view line : table_lines(table)) {
    if (line.starts_with("tree ")) {
      good = good && read_tree(line.substr(5));
    } else if (line.starts_with("features ")) {
      named = fits(split_words(line));
    } else if (line.starts_with("bounds ")) {
      const std::vector<std::string_view> words = split_words(line);
      const auto low = words.size() == 3 ? number_in(words[1]) : std::nullopt;
      const auto high = words.size() == 3 ? number_in(words[2]) : std::nullopt;
      bounded = low && high;
      if (bounded) drop_below_ = *low, take_from_ = *high;
    } else {
      good = false;
    }
  }
  if (good && named && bounded) return;
  nodes_.clear();
  roots_.clear();
}

const BlockModel& BlockModel::compiled_in() {
  static const BlockModel kModel(k_blocks_txt);
  return kModel;
}

bool BlockModel::read_tree(std::string_view line) {
  // Branches whose right side has not begun yet; it begins behind a leaf.
  std::vector<std::size_t> waiting;
  bool whole = false;
  roots_.push_back(static_cast<std::uint16_t>(nodes_.size()));
  for (const std::string_view word : split_words(line)) {
    if (whole || nodes_.size() >= kLeaf) return false;
    const std::size_t sign = word.find('<');
    const std::optional<double> value =
        number_in(word.substr(sign == word.npos ? 1 : sign + 1));
    if (!value) return false;
    Node node;
    node.value = static_cast<float>(*value);
    if (sign != word.npos) {
      const std::optional<double> feature = number_in(word.substr(0, sign));
      if (!feature || !(*feature >= 0 && *feature < kFeatureCount)) return false;
      node.feature = static_cast<std::uint16_t>(*feature);
      waiting.push_back(nodes_.size());
      nodes_.push_back(node);
      continue;
    }
    if (word[0] != '=') return false;
    node.feature = kLeaf;
    nodes_.push_back(node);
    whole = waiting.empty();
    if (whole) continue;
    nodes_[waiting.back()].right = static_cast<std::uint16_t>(nodes_.size());
    waiting.pop_back();
  }
  return whole;
}

double BlockModel::sure(const BlockFeatures& features) const {
  double sum = 0;
  for (const std::uint16_t root : roots_) {
    const Node* node = &nodes_[root];
    while (node->feature != kLeaf) {
      node = features[node->feature] <= node->value ? node + 1 : &nodes_[node->right];
    }
    sum += node->value;
  }
  return 1 / (1 + std::exp(-sum));
}

std::vector<std::uint32_t> BlockModel::choose(const std::vector<MeasuredBlock>& open,
                                              const std::vector<std::uint32_t>& kept) const {
  if (empty()) return kept;
  std::vector<std::uint32_t> chosen;
  for (const MeasuredBlock& one : open) {
    const double sure = this->sure(one.features);
    if (sure >= take_from_ || (one.kept && sure >= drop_below_)) chosen.push_back(one.block);
  }
  return chosen.empty() ? kept : chosen;
}

}  // namespace tacitus
