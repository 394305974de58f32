#include "model/labels.h"

#include <gtest/gtest.h>

#include <random>

#include "model/links.h"

namespace tacitus {
namespace {

bool allowed(const std::vector<std::uint8_t>& labels) {
  int open = -1;
  for (const std::uint8_t label : labels) {
    const int part = label == 0 ? -1 : (label - 1) % 4, type = label == 0 ? -1 : (label - 1) / 4;
    const bool goes_on = part == 1 || part == 2;
    if (goes_on ? open != type : open != -1) return false;
    open = part == 0 || part == 1 ? type : -1;
  }
  return open == -1;
}

// The highest sum of scores of any sequence of `count` labels that `may` allows.
template <class Value>
double best_value(std::size_t n, std::uint8_t count, Value value) {
  double best = -1e30;
  std::vector<std::uint8_t> labels(n);
  for (;;) {
    best = std::max(best, value(labels));
    std::size_t i = 0;
    while (i < n && ++labels[i] == count) labels[i++] = 0;
    if (i == n) return best;
  }
}

std::vector<float> random_floats(std::size_t n, std::mt19937& random) {
  std::normal_distribution<float> normal;
  std::vector<float> out(n);
  for (float& x : out) x = normal(random);
  return out;
}

}  // namespace

TEST(Labels, EntitiesAreTheBestAllowedSequence) {
  std::mt19937 random(1);
  LabelRoom room;
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random() % 4;
    const auto scores = random_floats(n * 9, random);
    auto value = [&](const std::vector<std::uint8_t>& labels) {
      if (!allowed(labels)) return -1e30;
      double sum = 0;
      for (std::size_t i = 0; i < n; ++i) sum += scores[i * 9 + labels[i]];
      return sum;
    };
    std::vector<std::uint8_t> labels(n);
    best_entities({scores.data(), 9}, 0, 0, n, 2, labels.data(), room);
    ASSERT_TRUE(allowed(labels));
    ASSERT_NEAR(value(labels), best_value(n, 9, value), 1e-5);
  }
}

TEST(Labels, ChainIsTheBestSequence) {
  std::mt19937 random(2);
  LabelRoom room;
  for (int round = 0; round < 60; ++round) {
    const std::size_t n = 1 + random() % 4;
    const auto scores = random_floats(n * 7, random);
    const Chain chain = {random_floats(49, random), random_floats(7, random),
                         random_floats(7, random)};
    auto value = [&](const std::vector<std::uint8_t>& labels) {
      double sum = chain.start[labels[0]] + chain.end[labels[n - 1]];
      for (std::size_t i = 0; i < n; ++i) sum += scores[i * 7 + labels[i]];
      for (std::size_t i = 1; i < n; ++i) sum += chain.transition[7u * labels[i - 1] + labels[i]];
      return sum;
    };
    std::vector<std::uint8_t> labels(n);
    best_chain({scores.data(), 7}, 0, 0, n, chain, labels.data(), room);
    ASSERT_NEAR(value(labels), best_value(n, 7, value), 1e-5);
  }
}

TEST(Labels, BecomeEntities) {
  // O, S-ORG, B-PERSON, I-PERSON, E-PERSON
  const std::uint8_t labels[] = {0, 8, 1, 2, 3};
  std::vector<Entity> entities;
  append_entities(labels, 5, 100, {EntityType::kPerson, EntityType::kOrg}, entities);
  ASSERT_EQ(entities.size(), 2u);
  EXPECT_EQ(entities[0].first_token, 101u);
  EXPECT_EQ(entities[0].end_token, 102u);
  EXPECT_EQ(entities[0].type, EntityType::kOrg);
  EXPECT_EQ(entities[1].first_token, 102u);
  EXPECT_EQ(entities[1].end_token, 105u);
  EXPECT_EQ(entities[1].type, EntityType::kPerson);
}

TEST(Labels, BecomeSpansAlsoWhereABeginIsMissing) {
  // I-source; B-cue, I-cue; I-content after it; B-content again; O
  const std::uint8_t labels[] = {2, 3, 4, 6, 5, 6, 0};
  std::vector<AttributionSpan> spans;
  append_spans(labels, 7, 10, 1, spans);
  ASSERT_EQ(spans.size(), 4u);
  const std::uint32_t expected[][3] = {{10, 11, 0}, {11, 13, 1}, {13, 14, 2}, {14, 16, 2}};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_EQ(spans[i].first_token, expected[i][0]);
    EXPECT_EQ(spans[i].end_token, expected[i][1]);
    EXPECT_EQ(static_cast<std::uint32_t>(spans[i].role), expected[i][2]);
    EXPECT_EQ(spans[i].layer, 1);
  }
}

TEST(Links, KnowTheBucketsOfDistance) {
  const std::pair<int, std::size_t> expected[] = {
      {-500, 0}, {-64, 0}, {-63, 1}, {-32, 1}, {-31, 2}, {-16, 2}, {-15, 3}, {-8, 3},
      {-7, 4},   {-4, 4},  {-3, 5},  {-2, 5},  {-1, 6},  {0, 7},   {1, 8},   {2, 9},
      {3, 9},    {4, 10},  {7, 10},  {8, 11},  {15, 11}, {16, 12}, {31, 12}, {32, 13},
      {63, 13},  {64, 14}, {500, 14}};
  for (const auto& [distance, bucket] : expected) EXPECT_EQ(distance_bucket(distance), bucket);
}

}  // namespace tacitus
