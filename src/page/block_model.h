// A second opinion on what the rules keep of a page.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "page/block_features.h"

namespace tacitus {

// Boosted regression trees (Friedman 2001) over the features of a block, as trained by
// training/page_train.py. Immutable once read.
class BlockModel {
 public:
  // Reads a table of the form of knowledge/page/blocks.txt. One that does not fit kFeatureNames or
  // is damaged gives a model that changes nothing.
  explicit BlockModel(std::string_view table);

  // The model that is compiled in.
  static const BlockModel& compiled_in();

  bool empty() const { return roots_.empty(); }

  // How sure it is that a block belongs to the article, 0 to 1.
  double sure(const BlockFeatures& features) const;

  // The blocks of the article, ascending: those of the rules without the ones that the model is
  // sure do not belong, and with those that it is sure do. Never empty where `kept` is not.
  std::vector<std::uint32_t> choose(const std::vector<MeasuredBlock>& open,
                                    const std::vector<std::uint32_t>& kept) const;

 private:
  struct Node {
    float value = 0;           // the bound of a branch, what a leaf adds
    std::uint16_t feature = 0; // kLeaf for a leaf
    std::uint16_t right = 0;   // the left branch is the next node
  };
  static constexpr std::uint16_t kLeaf = 0xFFFF;

  bool read_tree(std::string_view line);

  std::vector<Node> nodes_;
  std::vector<std::uint16_t> roots_;
  double drop_below_ = 0, take_from_ = 2;
};

}  // namespace tacitus
