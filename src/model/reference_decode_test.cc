#include "model/reference_decode.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

// The best tree with `root` as the root's only child, or nothing better than kNever: as in
// Edmonds' proof, with a new graph for each cycle. score[d][h], node 0 is the root.
std::vector<int> edmonds(const Matrix& score) {
  const int n = static_cast<int>(score.size());
  std::vector<int> head(n, -1);
  for (int d = 1; d < n; ++d) {
    for (int h = 0; h < n; ++h) {
      if (h != d && (head[d] < 0 || score[d][h] > score[d][head[d]])) head[d] = h;
    }
  }
  std::vector<int> cycle;
  for (int start = 1; start < n && cycle.empty(); ++start) {
    std::vector<int> path;
    int v = start;
    while (v > 0 && std::find(path.begin(), path.end(), v) == path.end()) {
      path.push_back(v);
      v = head[v];
    }
    if (v > 0) cycle.assign(std::find(path.begin(), path.end(), v), path.end());
  }
  if (cycle.empty()) return head;

  auto in_cycle = [&](int v) { return std::find(cycle.begin(), cycle.end(), v) != cycle.end(); };
  std::vector<int> old;  // of the new graph's nodes, but for the last, which is the cycle
  for (int v = 0; v < n; ++v) {
    if (!in_cycle(v)) old.push_back(v);
  }
  const int c = static_cast<int>(old.size());
  Matrix smaller(c + 1, Row(c + 1, kNever));
  std::vector<int> enter(c), leave(c);
  for (int i = 0; i < c; ++i) {
    for (int j = 0; j < c; ++j) smaller[i][j] = score[old[i]][old[j]];
    auto gain = [&](int u) { return score[u][old[i]] - score[u][head[u]]; };
    enter[i] = leave[i] = cycle[0];
    for (const int u : cycle) {
      if (gain(u) > gain(enter[i])) enter[i] = u;
      if (score[old[i]][u] > score[old[i]][leave[i]]) leave[i] = u;
    }
    smaller[c][i] = gain(enter[i]);
    smaller[i][c] = score[old[i]][leave[i]];
  }
  const std::vector<int> found = edmonds(smaller);
  for (int i = 1; i < c; ++i) head[old[i]] = found[i] == c ? leave[i] : old[found[i]];
  head[enter[found[c]]] = old[found[c]];
  return head;
}

}  // namespace

std::vector<int> best_tree(const Matrix& score) {
  const int n = static_cast<int>(score.size());
  std::vector<int> best;
  double most = 0;
  for (int root = 0; root < n; ++root) {
    Matrix graph(n + 1, Row(n + 1, kNever));
    for (int d = 0; d < n; ++d) {
      for (int h = 0; h < n; ++h) graph[d + 1][h + 1] = score[d][h];
    }
    graph[root + 1][0] = 1e6;
    const std::vector<int> head = edmonds(graph);
    double value = score[root][n];
    for (int d = 0; d < n; ++d) {
      if (d != root) value += graph[d + 1][head[d + 1]];
    }
    if (best.empty() || value > most) {
      most = value;
      best.clear();
      for (int d = 0; d < n; ++d) best.push_back(d == root ? -1 : head[d + 1] - 1);
    }
  }
  return best;
}

std::vector<int> best_path(const Matrix& emission, const Row& start, const Row& end,
                           const std::function<double(std::size_t, std::size_t)>& move) {
  const std::size_t labels = start.size();
  Matrix alpha = {sum(emission[0], start)};
  std::vector<std::vector<int>> back(1);
  for (std::size_t i = 1; i < emission.size(); ++i) {
    Row next(labels);
    std::vector<int> from(labels);
    for (std::size_t b = 0; b < labels; ++b) {
      Row ways(labels);
      for (std::size_t a = 0; a < labels; ++a) ways[a] = alpha[i - 1][a] + move(a, b);
      from[b] = static_cast<int>(argmax(ways));
      next[b] = ways[argmax(ways)] + emission[i][b];
    }
    alpha.push_back(next);
    back.push_back(from);
  }
  std::vector<int> path = {static_cast<int>(argmax(sum(alpha.back(), end)))};
  for (std::size_t i = emission.size() - 1; i > 0; --i) path.push_back(back[i][path.back()]);
  return {path.rbegin(), path.rend()};
}

TEST(Reference, FindsTheBestTreeOfABruteForceSearch) {
  const Matrix score = {{0, 5, 1, 2}, {6, 0, 7, 1}, {3, 4, 0, 2}};
  // Heads 1 -> 0 -> 1 and 2 -> 1 would be best, but are cycles; the root may have one child.
  Row best_row;
  double most = kNever;
  std::vector<int> best;
  for (int a = -1; a < 3; ++a) {
    for (int b = -1; b < 3; ++b) {
      for (int c = -1; c < 3; ++c) {
        const std::vector<int> heads = {a, b, c};
        if (std::count(heads.begin(), heads.end(), -1) != 1) continue;
        bool tree = true;
        double value = 0;
        for (int d = 0; d < 3; ++d) {
          int at = d;
          for (int steps = 0; at >= 0 && steps < 4; ++steps) at = heads[at];
          tree = tree && at < 0;
          value += score[d][heads[d] < 0 ? 3 : heads[d]];
        }
        if (tree && value > most) {
          most = value;
          best = heads;
        }
      }
    }
  }
  EXPECT_EQ(best_tree(score), best);
}

}  // namespace tacitus
