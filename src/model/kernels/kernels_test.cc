// Each table of kernels against the plain one.
#include "model/kernels/kernels.h"

#include <gtest/gtest.h>

#include <bit>
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

// Rounded to nearest even, as hardware does it.
std::uint16_t narrow(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  return static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

float wide(std::uint16_t x) { return std::bit_cast<float>(std::uint32_t{x} << 16); }

// Rows of [query, key, value], of which the first `asking` ask.
Attention attention_of(std::size_t pieces, std::size_t asking, std::size_t heads, std::size_t width) {
  return {pieces, asking, heads, width, 3 * heads * width, 3 * heads * width};
}

class KernelsOf : public testing::TestWithParam<const Kernels*> {
 protected:
  void SetUp() override {
    if (!GetParam()) GTEST_SKIP() << "this CPU cannot run them";
  }
  const Kernels& kernels() const { return *GetParam(); }
};

}  // namespace

TEST_P(KernelsOf, TurnRowsToBlocksAndBack) {
  const std::size_t n = 48, pitch = 60;
  for (std::size_t pieces = 1; pieces <= kPieces; ++pieces) {
    const auto rows = random_floats(pieces * pitch, 1, 1);
    std::vector<float> block(n * kPieces, 7), back(rows);
    kernels().to_block(rows.data(), pitch, pieces, n, block.data());
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t p = 0; p < kPieces; ++p) {
        ASSERT_EQ(block[i * kPieces + p], p < pieces ? rows[p * pitch + i] : 0);
      }
    }
    for (float& x : block) x += 1;
    kernels().to_rows(block.data(), pieces, n, back.data(), pitch);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      ASSERT_EQ(back[i], i % pitch < n ? rows[i] + 1 : rows[i]);
    }
  }
}

TEST_P(KernelsOf, TurnBlocksToRowsInBfloat16ToTheBit) {
  if (!kernels().to_rows_bfloat16) GTEST_SKIP() << "no instructions for it";
  const std::size_t n = 32, pieces = 13;
  std::vector<float> block = random_floats(n * kPieces, 3, 1);
  block[0] = 0;
  block[16] = -0.f;
  block[32] = 1.00390625f;  // half way: to even
  block[48] = 1.01171875f;
  std::vector<std::uint16_t> rows(pieces * n);
  kernels().to_rows_bfloat16(block.data(), pieces, n, rows.data(), n);
  for (std::size_t p = 0; p < pieces; ++p) {
    for (std::size_t i = 0; i < n; ++i) {
      ASSERT_EQ(rows[p * n + i], narrow(block[i * kPieces + p]));
    }
  }
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

TEST_P(KernelsOf, NormaliseBlocks) {
  for (const std::size_t width : {64u, 384u, 400u}) {
    std::vector<float> one = random_floats(kPieces * width, 5, 3), two = one;
    const auto gain = random_floats(width, 1, 4), bias = random_floats(width, 1, 5);
    plain()->norm(one.data(), width, gain.data(), bias.data(), 1e-12f);
    kernels().norm(two.data(), width, gain.data(), bias.data(), 1e-12f);
    for (std::size_t i = 0; i < one.size(); ++i) ASSERT_NEAR(one[i], two[i], 1e-5);
  }
}

TEST_P(KernelsOf, RoundToBytes) {
  for (const std::size_t n : {16u, 384u}) {
    auto block = random_floats(kPieces * n, 2, 3);
    for (std::size_t i = 0; i < n; ++i) {
      block[i * kPieces] = 0;            // all the same
      block[i * kPieces + 1] *= 1e6f;    // one that is far away
      block[i * kPieces + 2] = i == 5 ? 1000.f : 0.001f;
    }
    std::vector<std::uint8_t> bytes(kPieces * n);
    std::vector<float> steps(kPieces), lows(kPieces);
    kernels().quantise(block.data(), n, {bytes.data(), steps.data(), lows.data()});
    for (std::size_t p = 0; p < kPieces; ++p) {
      for (std::size_t i = 0; i < n; ++i) {
        const float x = block[i * kPieces + p];
        const float byte = bytes[i / 4 * 4 * kPieces + p * 4 + i % 4];
        ASSERT_NEAR(steps[p] * byte + lows[p], x, 0.502f * steps[p]) << p << ' ' << i;
      }
    }
  }
}

TEST_P(KernelsOf, MeetBlocks) {
  const auto one = random_floats(96 * kPieces, 1, 1), other = random_floats(96 * kPieces, 1, 2);
  std::vector<float> a(kPieces), b(kPieces);
  plain()->meet(one.data(), other.data(), 96, a.data());
  kernels().meet(one.data(), other.data(), 96, b.data());
  for (std::size_t p = 0; p < kPieces; ++p) EXPECT_NEAR(a[p], b[p], 2e-5);
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
      const auto qkv = random_floats(pieces * 9 * width, 2, static_cast<unsigned>(pieces));
      std::vector<float> room(attention_room(pieces, width));
      const float* const context = qkv.data() + 3 * width;
      for (const std::size_t asking : {std::size_t{1}, (pieces + 1) / 2, pieces}) {
        const Attention shape = attention_of(pieces, asking, 3, width);
        std::vector<float> one(pieces * 3 * width), two(one);
        plain()->attention(shape, qkv.data(), context, one.data(), room.data());
        kernels().attention(shape, qkv.data(), context, two.data(), room.data());
        for (std::size_t i = 0; i < one.size(); ++i) ASSERT_NEAR(one[i], two[i], 2e-5) << pieces;
      }
    }
  }
}

TEST_P(KernelsOf, AttendInBfloat16) {
  if (!kernels().attention_bfloat16) GTEST_SKIP() << "no instructions for it";
  for (const std::size_t width : {32u, 64u}) {
    for (const std::size_t pieces : {1u, 2u, 15u, 16u, 17u, 63u, 65u, 200u, 256u}) {
      auto qkv = random_floats(pieces * 9 * width, 1, static_cast<unsigned>(pieces));
      std::vector<std::uint16_t> halves;
      for (float& x : qkv) {
        halves.push_back(narrow(x));
        x = wide(halves.back());
      }
      std::vector<float> room(attention_room(pieces, width));
      for (const std::size_t asking : {std::size_t{1}, (pieces + 1) / 2, pieces}) {
        const Attention shape = attention_of(pieces, asking, 3, width);
        std::vector<float> one(pieces * 3 * width), two(one);
        plain()->attention(shape, qkv.data(), qkv.data() + 3 * width, one.data(), room.data());
        kernels().attention_bfloat16(shape, halves.data(), halves.data() + 3 * width, two.data(),
                                     room.data());
        // Weights are rounded to eight bits, one part in 256 of values of up to 4 or so.
        for (std::size_t i = 0; i < one.size(); ++i) ASSERT_NEAR(one[i], two[i], 0.02) << pieces;
      }
    }
  }
}

TEST_P(KernelsOf, AttendToLargeScores) {
  const Attention shape = attention_of(40, 40, 1, 32);
  auto qkv = random_floats(40 * 96, 300, 9);
  std::vector<float> room(attention_room(40, 32)), one(40 * 32), two(one);
  plain()->attention(shape, qkv.data(), qkv.data() + 32, one.data(), room.data());
  kernels().attention(shape, qkv.data(), qkv.data() + 32, two.data(), room.data());
  for (std::size_t i = 0; i < one.size(); ++i) ASSERT_NEAR(one[i], two[i], 1);
}

INSTANTIATE_TEST_SUITE_P(All, KernelsOf,
                         testing::Values(plain(), avx2(), avx_vnni(), avx512(), avx512_vnni(),
                                         avx512_bf16(), amx()),
                         [](const auto& row) {
                           return row.param ? std::string(row.param->name)
                                            : "missing" + std::to_string(row.index);
                         });

}  // namespace tacitus::kernels
