#include "model/vector_bytes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

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

TEST(Bytes, HaveTheCosinesOfTheNumbers) {
  std::mt19937 random(2);
  for (int i = 0; i < 50; ++i) {
    const std::vector<float> a = random_vector(random, 384);
    std::vector<float> b = random_vector(random, 384);
    for (std::size_t k = 0; k < b.size(); ++k) b[k] += a[k] * static_cast<float>(i) * 0.1f;
    const auto x = bytes_of(a), y = bytes_of(b);
    const double lengths = std::sqrt(double(dot(x.data(), x.data(), 384)) * dot(y.data(), y.data(), 384));
    EXPECT_NEAR(dot(x.data(), y.data(), 384) / lengths, cosine_of(a, b), 0.01);
  }
}

}  // namespace tacitus
