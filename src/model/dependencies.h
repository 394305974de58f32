// Dependency trees: the best tree over the arcs' scores.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace tacitus {

// Finds maximum spanning arborescences with exactly one child of the root (Chu and Liu 1965,
// Edmonds 1967), in time quadratic in the words. Keeps its buffers; one a thread.
class TreeFinder {
 public:
  // scores[d * (n + 1) + h] is of the arc from head h to dependent d, with h == n the root.
  // heads[d] becomes the head's index, -1 for the root. Scores that are not finite count as very
  // low. n >= 1.
  void find(const float* scores, std::size_t n, std::int32_t* heads);

 private:
  struct Edge { std::uint32_t dependent, head; };

  bool take_greedy(const float* scores, std::size_t n, std::int32_t* heads);
  void prepare(const float* scores, std::size_t n);
  std::uint32_t best_head(std::uint32_t slot);
  std::uint32_t contract(std::size_t from);
  void expand(std::size_t n, std::int32_t* heads);

  double& weight(std::size_t dependent, std::size_t head) {
    return weights_[dependent * side_ + head];
  }
  Edge& edge(std::size_t dependent, std::size_t head) { return edges_[dependent * side_ + head]; }

  // The graph, whose nodes live in slots; slot 0 is the root, slot i + 1 word i. A cycle that is
  // contracted takes over the slot of one of its nodes and becomes a new node.
  enum State : std::uint8_t { kFresh, kOnPath, kInCycle, kDone };
  std::size_t side_ = 0;
  std::vector<double> weights_;
  std::vector<Edge> edges_;              // the arc between words that a weight stands for
  std::vector<std::uint32_t> live_;      // slots in use, but for the root's
  std::vector<State> state_;             // of a slot
  std::vector<std::uint32_t> node_;      // of a slot
  std::vector<double> chosen_weight_;    // of a slot
  std::vector<std::uint32_t> path_;      // slots

  // The forest of contractions, by node; 0 stands for none.
  struct Node {
    Edge chosen;  // the arc into it
    std::uint32_t parent = 0, first_child = 0, next_sibling = 0;
  };
  std::vector<Node> nodes_;
  std::vector<std::uint32_t> open_;
};

}  // namespace tacitus
