#include "model/dependencies.h"

#include <algorithm>

namespace tacitus {
namespace {

constexpr float kLow = -1e30f, kHigh = 1e30f;

float tamed(float score) { return score > kLow ? std::min(score, kHigh) : kLow; }

}  // namespace

void TreeFinder::find(const float* scores, std::size_t n, std::int32_t* heads) {
  if (take_greedy(scores, n, heads)) return;
  prepare(scores, n);
  for (std::uint32_t start = 1; start <= n; ++start) {
    if (state_[start] != kFresh) continue;
    path_.clear();
    for (std::uint32_t slot = start;;) {
      state_[slot] = kOnPath;
      path_.push_back(slot);
      const std::uint32_t head = best_head(slot);
      nodes_[node_[slot]].chosen = edge(slot, head);
      chosen_weight_[slot] = weight(slot, head);
      if (state_[head] == kDone) break;
      if (state_[head] == kFresh) {
        slot = head;
      } else {
        slot = contract(static_cast<std::size_t>(
            std::find(path_.begin(), path_.end(), head) - path_.begin()));
      }
    }
    for (const std::uint32_t slot : path_) state_[slot] = kDone;
  }
  expand(n, heads);
}

// Most sentences are done when each word takes its best head: where that is a tree with one
// root, no other tree is better.
bool TreeFinder::take_greedy(const float* scores, std::size_t n, std::int32_t* heads) {
  std::size_t roots = 0;
  for (std::size_t d = 0; d < n; ++d) {
    const float* const row = scores + d * (n + 1);
    std::size_t best = n;
    for (std::size_t h = 0; h < n; ++h) {
      if (h != d && tamed(row[h]) > tamed(row[best])) best = h;
    }
    heads[d] = best == n ? -1 : static_cast<std::int32_t>(best);
    roots += best == n;
  }
  if (roots != 1) return false;
  // A word is done when its way up ends at the root.
  state_.assign(n, kFresh);
  for (std::size_t d = 0; d < n; ++d) {
    std::int32_t at = static_cast<std::int32_t>(d);
    while (at >= 0 && state_[static_cast<std::size_t>(at)] == kFresh) {
      state_[static_cast<std::size_t>(at)] = kOnPath;
      at = heads[at];
    }
    if (at >= 0 && state_[static_cast<std::size_t>(at)] == kOnPath) return false;
    at = static_cast<std::int32_t>(d);
    while (at >= 0 && state_[static_cast<std::size_t>(at)] == kOnPath) {
      state_[static_cast<std::size_t>(at)] = kDone;
      at = heads[at];
    }
  }
  return true;
}

void TreeFinder::prepare(const float* scores, std::size_t n) {
  side_ = n + 1;
  weights_.assign(side_ * side_, 0);
  edges_.assign(side_ * side_, {});
  double low = kHigh, high = kLow;
  for (std::size_t i = 0; i < n * side_; ++i) {
    low = std::min<double>(low, tamed(scores[i]));
    high = std::max<double>(high, tamed(scores[i]));
  }
  // The root's arcs cost more than any tree can gain elsewhere, so the best tree has one.
  const double fine = 1 + static_cast<double>(n) * (high - low);
  for (std::uint32_t d = 0; d < n; ++d) {
    for (std::uint32_t h = 0; h <= n; ++h) {
      const std::size_t column = h == n ? 0 : h + 1;
      weight(d + 1, column) = tamed(scores[d * side_ + h]) - (h == n ? fine : 0);
      edge(d + 1, column) = {d, h};
    }
  }
  live_.clear();
  node_.assign(side_, 0);
  nodes_.assign(side_, {});
  chosen_weight_.assign(side_, 0);
  state_.assign(side_, kFresh);
  state_[0] = kDone;
  for (std::uint32_t slot = 1; slot <= n; ++slot) {
    live_.push_back(slot);
    node_[slot] = slot;
  }
}

std::uint32_t TreeFinder::best_head(std::uint32_t slot) {
  std::uint32_t best = 0;
  for (const std::uint32_t head : live_) {
    if (head != slot && weight(slot, head) > weight(slot, best)) best = head;
  }
  return best;
}

// Makes one node of the cycle that the path runs into at `from`; gives the slot that it has.
std::uint32_t TreeFinder::contract(std::size_t from) {
  const auto made = static_cast<std::uint32_t>(nodes_.size());
  nodes_.push_back({});
  for (std::size_t i = from; i < path_.size(); ++i) {
    const std::uint32_t child = node_[path_[i]];
    nodes_[child].parent = made;
    nodes_[child].next_sibling = nodes_[made].first_child;
    nodes_[made].first_child = child;
    state_[path_[i]] = kInCycle;
  }

  const std::uint32_t slot = path_[from];
  auto meet = [&](std::uint32_t other) {
    std::uint32_t enter = slot, leave = slot;
    auto gain = [&](std::uint32_t s) { return weight(s, other) - chosen_weight_[s]; };
    for (std::size_t i = from + 1; i < path_.size(); ++i) {
      if (gain(path_[i]) > gain(enter)) enter = path_[i];
      if (weight(other, path_[i]) > weight(other, leave)) leave = path_[i];
    }
    const double in = gain(enter), out = weight(other, leave);
    const Edge in_edge = edge(enter, other), out_edge = edge(other, leave);
    weight(slot, other) = in;
    edge(slot, other) = in_edge;
    weight(other, slot) = out;
    edge(other, slot) = out_edge;
  };
  meet(0);
  for (const std::uint32_t other : live_) {
    if (state_[other] != kInCycle) meet(other);
  }

  std::erase_if(live_, [&](std::uint32_t s) { return state_[s] == kInCycle && s != slot; });
  path_.resize(from);
  node_[slot] = made;
  return slot;
}

// Each node at the top takes its arc, which breaks the cycles on the way down to the word that
// the arc goes to; what hung in those keeps the arcs that it had.
void TreeFinder::expand(std::size_t n, std::int32_t* heads) {
  open_.clear();
  for (const std::uint32_t slot : live_) open_.push_back(node_[slot]);
  while (!open_.empty()) {
    const std::uint32_t top = open_.back();
    open_.pop_back();
    const Edge arc = nodes_[top].chosen;
    heads[arc.dependent] = arc.head == n ? -1 : static_cast<std::int32_t>(arc.head);
    for (std::uint32_t at = arc.dependent + 1; at != top; at = nodes_[at].parent) {
      for (std::uint32_t z = nodes_[nodes_[at].parent].first_child; z; z = nodes_[z].next_sibling) {
        if (z != at) open_.push_back(z);
      }
    }
  }
}

}  // namespace tacitus
