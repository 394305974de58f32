#include "model/nearest.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace tacitus {
namespace {

std::vector<float> random_vector(std::mt19937& random, std::size_t width) {
  std::normal_distribution<float> normal;
  std::vector<float> out(width);
  for (float& x : out) x = normal(random);
  return out;
}

double cosine_of(const std::vector<float>& a, const std::vector<float>& b) {
  double ab = 0, aa = 0, bb = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    ab += double{a[i]} * b[i];
    aa += double{a[i]} * a[i];
    bb += double{b[i]} * b[i];
  }
  return ab / std::sqrt(aa * bb);
}

std::vector<std::int8_t> bytes_of(const std::vector<float>& vector) {
  std::vector<std::int8_t> out(vector.size());
  to_bytes(vector, out);
  return out;
}

}  // namespace

TEST(Bytes, KeepTheNumbersWithinHalfAStep) {
  std::mt19937 random(1);
  const std::vector<float> vector = random_vector(random, 384);
  std::vector<std::int8_t> bytes(384);
  const float scale = to_bytes(vector, bytes);
  for (std::size_t i = 0; i < 384; ++i) {
    EXPECT_NEAR(static_cast<float>(bytes[i]) * scale, vector[i], scale * 0.51f);
  }
}

TEST(Bytes, AreZerosForWhatHasNoDirection) {
  for (const float bad : {0.0f, std::numeric_limits<float>::quiet_NaN(),
                          std::numeric_limits<float>::infinity()}) {
    const std::vector<float> vector(16, bad);
    std::vector<std::int8_t> bytes(16, 1);
    EXPECT_EQ(to_bytes(vector, bytes), 0);
    EXPECT_EQ(bytes, std::vector<std::int8_t>(16, 0));
  }
}

TEST(Vectors8, FindsTheRowsThatFloatsFind) {
  std::mt19937 random(2);
  Vectors8 all(384);
  std::vector<std::vector<float>> rows;
  for (int i = 0; i < 500; ++i) {
    rows.push_back(random_vector(random, 384));
    all.add(rows.back());
  }
  for (const std::size_t asked : {0u, 7u, 499u}) {
    std::vector<float> query = rows[asked];
    for (float& x : query) x += random_vector(random, 1)[0] * 0.3f;
    const auto found = all.nearest(bytes_of(query), 5);
    ASSERT_EQ(found.size(), 5u);
    EXPECT_EQ(found[0].row, asked);
    for (std::size_t k = 0; k < found.size(); ++k) {
      EXPECT_NEAR(found[k].cosine, cosine_of(query, rows[found[k].row]), 0.01);
      if (k > 0) {
        EXPECT_GE(found[k - 1].cosine, found[k].cosine);
      }
    }
  }
}

TEST(Vectors8, PutsTheFirstOfEqualRowsFirst) {
  Vectors8 all(16);
  for (int i = 0; i < 4; ++i) all.add(std::vector<float>(16, 2.0f));
  const auto found = all.nearest(std::vector<std::int8_t>(16, 3), 2);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].row, 0u);
  EXPECT_EQ(found[1].row, 1u);
  EXPECT_NEAR(found[0].cosine, 1, 1e-5);
}

TEST(Vectors8, HasNothingForAQueryOfAnotherWidth) {
  Vectors8 all(16);
  EXPECT_TRUE(all.nearest(std::vector<std::int8_t>(16, 1), 3).empty());
  all.add(std::vector<float>(16, 0.0f));
  EXPECT_TRUE(all.nearest(std::vector<std::int8_t>(8, 1), 3).empty());
  EXPECT_TRUE(all.nearest(std::vector<std::int8_t>(16, 1), 0).empty());
  EXPECT_EQ(all.nearest(std::vector<std::int8_t>(16, 1), 3).at(0).cosine, 0);
}

}  // namespace tacitus
