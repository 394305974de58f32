// A page with its blocks and hints, and sums over them that answer for any element at once.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "page/blocks.h"
#include "page/hints.h"
#include "page/tree.h"

namespace tacitus {

class Outline {
 public:
  // `tree` must live as long.
  explicit Outline(const Tree& tree);

  const Tree& tree() const { return tree_; }
  const std::vector<Block>& blocks() const { return blocks_; }
  Hint hint(std::uint32_t node) const { return hints_[node]; }

  // The blocks that begin inside an element: a half-open range.
  std::pair<std::uint32_t, std::uint32_t> range(std::uint32_t node) const {
    return {before_[node], before_[tree_[node].end]};
  }

  struct Sums {
    double prose = 0;   // words of blocks that are prose
    double quoted = 0;  // of those in a <blockquote>
    double bytes = 0;   // of all text
    double links = 0;   // bytes of text in links
    double link_share() const { return bytes == 0 ? 0 : links / bytes; }
  };
  Sums sums(std::uint32_t node) const;

  // Of two elements, both around or inside the same text or apart.
  bool contains(std::uint32_t outer, std::uint32_t inner) const {
    return outer <= inner && inner < tree_[outer].end;
  }

 private:
  const Tree& tree_;
  std::vector<Hint> hints_;
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> before_;  // blocks that begin before a node
  std::vector<Sums> sums_;             // of the blocks before one
};

}  // namespace tacitus
