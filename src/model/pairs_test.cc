// The pair head against the reference, on toy weights, and on pairs that are none.
#include "model/pairs.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <numeric>

#include "model/model.h"
#include "model/reference.h"
#include "model/toy.h"

namespace tacitus {
namespace {

Model load_toy() {
  Result<Model> model = Model::load(write_file("pairs.model", toy_model()));
  EXPECT_TRUE(model.ok()) << model.error().message;
  return std::move(model).value();
}

class Pairs : public testing::Test {
 protected:
  Pairs() { ::setenv("TACITUS_COMPUTE", "float32", 1); }
  ~Pairs() override { ::unsetenv("TACITUS_COMPUTE"); }

  std::vector<RootScores> code(const Document& document, const std::vector<MarkedPair>& pairs) {
    static const Model model = load_toy();
    std::vector<RootScores> out;
    model.code(document, pairs, scratch_, out);
    return out;
  }

  void expect_as_reference(const Document& document, const MarkedPair& pair,
                           const RootScores& found) {
    const std::vector<double> expected = reference_pair(Toy(), document, pair);
    for (std::size_t i = 0; i < kRootNames.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-4);
  }

  Scratch scratch_;
};

}  // namespace

TEST_F(Pairs, AreScoredAsByTheReference) {
  const Document document = toy_document(7, 60, 15, 2);
  const std::vector<MarkedPair> pairs = {
      {0, 12, 1, 3, 7, 8},          // source first
      {20, 30, 27, 30, 20, 21},     // target first, both at the ends
      {40, 50, 42, 44, kNone, kNone},  // no target
      {40, 50, kNone, kNone, 45, 46},  // no source
  };
  const std::vector<RootScores> found = code(document, pairs);
  ASSERT_EQ(found.size(), pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) expect_as_reference(document, pairs[i], found[i]);
}

TEST_F(Pairs, AreScoredTheSameAloneAndTogether) {
  const Document document = toy_document(8, 400, 15, 2);
  std::vector<MarkedPair> pairs;
  for (std::uint32_t at = 0; at + 12 <= 400; at += 4) {
    pairs.push_back({at, at + 12, at + 2, at + 3, at + 6, at + 9});
  }
  const std::vector<RootScores> together = code(document, pairs);
  ASSERT_EQ(together.size(), pairs.size());
  for (std::size_t i = 0; i < pairs.size(); i += 17) {
    const std::vector<RootScores> alone = code(document, {pairs[i]});
    for (std::size_t r = 0; r < kRootNames.size(); ++r) {
      EXPECT_NEAR(together[i][r], alone[0][r], 1e-5);
    }
  }
}

TEST_F(Pairs, WithRangesOutsideOfTheirStretchCountAsNotNamed) {
  const Document document = toy_document(9, 40, 15, 1);
  const MarkedPair none = {5, 15, kNone, kNone, kNone, kNone};
  const std::vector<RootScores> found = code(
      document, {none, {5, 15, 20, 22, 3, 6}, {5, 15, 9, 9, 12, 10}, {5, 15, 39, 4000, 14, 16}});
  for (const RootScores& scores : found) EXPECT_EQ(scores, found[0]);
  expect_as_reference(document, none, found[0]);
}

TEST_F(Pairs, InStretchesLongerThanAWindowOrTheTextAreScored) {
  const Document document = toy_document(10, 500, 400, 16);
  for (const RootScores& scores :
       code(document, {{0, 500, 1, 2, 480, 490}, {490, 5000, 491, 492, 494, 495},
                       {600, 700, 610, 612, 620, 622}, {30, 10, 1, 2, 3, 4}})) {
    EXPECT_NEAR(std::accumulate(scores.begin(), scores.end(), 0.0), 1, 1e-4);
  }
}

}  // namespace tacitus
