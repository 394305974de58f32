// Sums of all blocks before each, so that an element's are a difference.
#include "page/outline.h"

namespace tacitus {

Outline::Outline(const Tree& tree) : tree_(tree), hints_(tree.size(), Hint::kNone) {
  HintReader hints(tree);
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree[i].tag != Tag::kText) {
      hints_[i] = is_hidden(tree, i) ? Hint::kOutside : hints.hint_of(i);
    }
  }
  blocks_ = make_blocks(tree, hints_);
  before_.assign(tree.size() + 1, 0);
  for (const Block& block : blocks_) ++before_[block.first + 1];
  for (std::uint32_t i = 0; i < tree.size(); ++i) before_[i + 1] += before_[i];
  sums_.reserve(blocks_.size() + 1);
  sums_.emplace_back();
  for (const Block& block : blocks_) {
    Sums next = sums_.back();
    const double prose = block.is_prose() ? block.words : 0;
    next.prose += prose;
    next.quoted += block.quoted ? prose : 0;
    next.bytes += static_cast<double>(block.text.size());
    next.links += block.link_chars;
    sums_.push_back(next);
  }
}

Outline::Sums Outline::sums(std::uint32_t node) const {
  const auto [begin, end] = range(node);
  const Sums &a = sums_[begin], &b = sums_[end];
  return {b.prose - a.prose, b.quoted - a.quoted, b.bytes - a.bytes, b.links - a.links};
}

}  // namespace tacitus
