#include "model/dependencies.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace tacitus {
namespace {

bool is_tree(const std::vector<std::int32_t>& heads) {
  if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
  for (std::size_t d = 0; d < heads.size(); ++d) {
    std::int32_t at = static_cast<std::int32_t>(d);
    for (std::size_t steps = 0; at >= 0; at = heads[static_cast<std::size_t>(at)]) {
      if (++steps > heads.size()) return false;
    }
  }
  return true;
}

double value(const std::vector<float>& scores, const std::vector<std::int32_t>& heads) {
  const std::size_t n = heads.size();
  double sum = 0;
  for (std::size_t d = 0; d < n; ++d) {
    sum += scores[d * (n + 1) + (heads[d] < 0 ? n : static_cast<std::size_t>(heads[d]))];
  }
  return sum;
}

// The highest value of any tree, by trying them all.
double best_value(const std::vector<float>& scores, std::size_t n) {
  double best = -INFINITY;
  std::vector<std::int32_t> heads(n, -1);
  for (;;) {
    if (is_tree(heads)) best = std::max(best, value(scores, heads));
    std::size_t d = 0;
    while (d < n && ++heads[d] == static_cast<std::int32_t>(n)) heads[d++] = -1;
    if (d == n) return best;
  }
}

std::vector<std::int32_t> find(TreeFinder& finder, const std::vector<float>& scores,
                               std::size_t n) {
  std::vector<std::int32_t> heads(n);
  finder.find(scores.data(), n, heads.data());
  return heads;
}

}  // namespace

TEST(TreeFinder, FindsTheBestOfAllTrees) {
  std::mt19937 random(1);
  TreeFinder finder;
  for (int round = 0; round < 400; ++round) {
    const std::size_t n = 1 + random() % 5;
    std::vector<float> scores(n * (n + 1));
    // Small whole numbers make ties, cycles in cycles and many roots.
    for (float& x : scores) x = static_cast<float>(random() % 12);
    if (round % 2) {
      for (std::size_t d = 0; d < n; ++d) scores[d * (n + 1) + n] += 8;
    }
    const auto heads = find(finder, scores, n);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_EQ(value(scores, heads), best_value(scores, n)) << round;
  }
}

TEST(TreeFinder, BreaksCyclesInsideCycles) {
  // Pairs of words that want each other, pairs of pairs that do, and so on.
  TreeFinder finder;
  const std::size_t n = 64;
  std::vector<float> scores(n * (n + 1));
  for (std::size_t d = 0; d < n; ++d) {
    for (std::size_t h = 0; h < n; ++h) {
      int shared = 0;
      for (std::size_t bits = d ^ h; bits; bits >>= 1) ++shared;
      scores[d * (n + 1) + h] = static_cast<float>(100 - 10 * shared);
    }
  }
  const auto heads = find(finder, scores, n);
  ASSERT_TRUE(is_tree(heads));
  // Joining the halves of every level costs one arc of that level.
  double expected = 0;
  for (int level = 1, arcs = 32; level <= 6; ++level, arcs /= 2) expected += arcs * (100 - 10 * level);
  EXPECT_EQ(value(scores, heads), expected);
}

TEST(TreeFinder, MakesATreeOfAnyNumbers) {
  std::mt19937 random(2);
  const float odd[] = {NAN, INFINITY, -INFINITY, 3e38f, -3e38f, 0, 1};
  TreeFinder finder;
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = 1 + random() % 40;
    std::vector<float> scores(n * (n + 1));
    for (float& x : scores) x = odd[random() % std::size(odd)];
    ASSERT_TRUE(is_tree(find(finder, scores, n)));
  }
}

}  // namespace tacitus
