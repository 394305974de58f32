// Each table of kernels against the plain one.
#include "model/kernels/kernels.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>
#include <vector>

namespace tacitus::kernels {
namespace {

std::vector<float> random_floats(std::size_t n, float spread, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, spread);
  std::vector<float> out(n);
  for (float& x : out) x = normal(random);
  return out;
}

std::vector<std::uint16_t> narrowed(const std::vector<float>& x) {
  std::vector<std::uint16_t> out(x.size());
  plain()->to_bfloat16(x.data(), out.data(), x.size());
  return out;
}

float wide(std::uint16_t x) { return std::bit_cast<float>(std::uint32_t{x} << 16); }

class KernelsOf : public testing::TestWithParam<const Kernels*> {
 protected:
  void SetUp() override {
    if (!GetParam()) GTEST_SKIP() << "this CPU cannot run them";
  }
  const Kernels& kernels() const { return *GetParam(); }
};

}  // namespace

TEST_P(KernelsOf, RoundToBfloat16ToTheBit) {
  std::vector<float> x = random_floats(4096, 3, 1);
  x[0] = 0;
  x[1] = -0.f;
  x[2] = 1e-40f;
  x[3] = 1.00390625f;  // half way: to even
  x[4] = 1.01171875f;
  std::vector<std::uint16_t> out(x.size());
  kernels().to_bfloat16(x.data(), out.data(), x.size());
  EXPECT_EQ(out, narrowed(x));
}

TEST_P(KernelsOf, AddEmbeddings) {
  std::vector<std::int8_t> bytes(384);
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<std::int8_t>(i * 37);
  const auto position = random_floats(384, 1, 1), shape = random_floats(384, 1, 2);
  std::vector<float> one(384), two(384);
  plain()->embed(bytes.data(), 0.013f, position.data(), shape.data(), one.data(), 384);
  kernels().embed(bytes.data(), 0.013f, position.data(), shape.data(), two.data(), 384);
  for (std::size_t i = 0; i < 384; ++i) EXPECT_NEAR(one[i], two[i], 1e-6);
}

TEST_P(KernelsOf, NormaliseRows) {
  for (const std::size_t width : {64u, 384u, 400u}) {
    std::vector<float> one = random_floats(7 * width, 5, 3), two = one;
    const auto gain = random_floats(width, 1, 4), bias = random_floats(width, 1, 5);
    std::vector<std::uint16_t> halves(7 * width);
    plain()->norm(one.data(), 7, width, gain.data(), bias.data(), 1e-12f, nullptr);
    kernels().norm(two.data(), 7, width, gain.data(), bias.data(), 1e-12f, halves.data());
    for (std::size_t i = 0; i < one.size(); ++i) EXPECT_NEAR(one[i], two[i], 1e-5);
    EXPECT_EQ(halves, narrowed(two));
  }
}

TEST_P(KernelsOf, TakeDotProducts) {
  const auto x = random_floats(96, 1, 1), rows = random_floats(11 * 200, 1, 2);
  for (const std::size_t n : {16u, 96u}) {
    for (const std::size_t count : {0u, 1u, 4u, 11u}) {
      std::vector<float> one(count), two(count);
      plain()->dots(x.data(), rows.data(), 200, count, n, one.data());
      kernels().dots(x.data(), rows.data(), 200, count, n, two.data());
      for (std::size_t i = 0; i < count; ++i) EXPECT_NEAR(one[i], two[i], 2e-5);
    }
  }
}

TEST_P(KernelsOf, Attend) {
  for (const std::size_t width : {32u, 64u}) {
    for (const std::size_t pieces : {1u, 2u, 15u, 16u, 17u, 63u, 65u, 200u, 256u}) {
      const Attention shape{pieces, 3, width};
      const auto qkv = random_floats(pieces * 9 * width, 2, static_cast<unsigned>(pieces));
      std::vector<float> room(attention_room(pieces, width));
      std::vector<float> one(pieces * 3 * width), two(one);
      plain()->attention(shape, qkv.data(), one.data(), room.data());
      kernels().attention(shape, qkv.data(), two.data(), room.data());
      for (std::size_t i = 0; i < one.size(); ++i) ASSERT_NEAR(one[i], two[i], 2e-5) << pieces;
    }
  }
}

TEST_P(KernelsOf, AttendInBfloat16) {
  for (const std::size_t width : {32u, 64u}) {
    for (const std::size_t pieces : {1u, 2u, 15u, 16u, 17u, 63u, 65u, 200u, 256u}) {
      const Attention shape{pieces, 3, width};
      const auto qkv = narrowed(random_floats(pieces * 9 * width, 1, static_cast<unsigned>(pieces)));
      std::vector<float> room(attention_room(pieces, width));
      std::vector<std::uint16_t> one(pieces * 3 * width), two(one);
      plain()->attention_bfloat16(shape, qkv.data(), one.data(), room.data());
      kernels().attention_bfloat16(shape, qkv.data(), two.data(), room.data());
      // Weights are rounded to eight bits too, one part in 256 of values of up to 4 or so.
      for (std::size_t i = 0; i < one.size(); ++i) {
        ASSERT_NEAR(wide(one[i]), wide(two[i]), 0.02) << pieces;
      }
    }
  }
}

TEST_P(KernelsOf, AttendToLargeScores) {
  const Attention shape{40, 1, 32};
  auto qkv = random_floats(40 * 96, 300, 9);
  std::vector<float> room(attention_room(40, 32)), one(40 * 32), two(one);
  plain()->attention(shape, qkv.data(), one.data(), room.data());
  kernels().attention(shape, qkv.data(), two.data(), room.data());
  for (std::size_t i = 0; i < one.size(); ++i) ASSERT_NEAR(one[i], two[i], 1);
}

INSTANTIATE_TEST_SUITE_P(All, KernelsOf, testing::Values(plain(), avx2(), avx512(), avx512_bf16()),
                         [](const auto& row) {
                           return row.param ? std::string(row.param->name)
                                            : "missing" + std::to_string(row.index);
                         });

}  // namespace tacitus::kernels
