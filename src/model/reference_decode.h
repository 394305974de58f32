// For tests: the best tree and the best path, found without care for speed.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <vector>

namespace tacitus {

using Row = std::vector<double>;
using Matrix = std::vector<Row>;

constexpr double kNever = -1e9;  // a score that is not to be

inline double dot(const Row& a, const Row& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

inline std::size_t argmax(const Row& row) {
  return static_cast<std::size_t>(std::max_element(row.begin(), row.end()) - row.begin());
}

inline Row sum(Row a, const Row& b) {
  std::transform(a.begin(), a.end(), b.begin(), a.begin(), std::plus<>());
  return a;
}

// The heads of the best tree whose root has one child, -1 for that child. score[d][h]; the last column
// is the root.
std::vector<int> best_tree(const Matrix& score);

// The best path through `emission`, where move(a, b) is what it costs to go from a to b.
std::vector<int> best_path(const Matrix& emission, const Row& start, const Row& end,
                           const std::function<double(std::size_t, std::size_t)>& move);

}  // namespace tacitus
