#include "model/kernels/product.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace tacitus {
namespace {

using kernels::Into;
using kernels::kPieces;

std::vector<float> random_floats(std::size_t n, float spread, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, spread);
  std::vector<float> out(n);
  for (float& x : out) x = normal(random);
  return out;
}

const kernels::Kernels* table(int index) {
  const kernels::Kernels* const tables[] = {
      kernels::plain(),       kernels::avx2(),        kernels::avx_vnni(), kernels::avx512(),
      kernels::avx512_vnni(), kernels::avx512_bf16(), kernels::amx()};
  return tables[index];
}

class Products : public testing::TestWithParam<int> {
 protected:
  void SetUp() override {
    if (!table(GetParam())) GTEST_SKIP() << "this CPU cannot run them";
  }

  // Multiplies `blocks` blocks of random numbers and holds the rows first .. end of the result
  // against sums in double precision.
  void check(Compute compute, Into into, std::size_t blocks, std::size_t in, std::size_t out,
             std::size_t first, std::size_t end) {
    const Arithmetic arithmetic = {compute, table(GetParam())};
    const auto weights = random_floats(out * in, 0.1f, 2), bias = random_floats(out, 1, 3);
    const Product product(arithmetic, FileMatrix{{}, weights, in}, bias);
    BlockRoom room;
    const Blocks x = room.get(blocks, in);
    const auto numbers = random_floats(blocks * kPieces * in, 1, 1);
    std::copy(numbers.begin(), numbers.end(), x.floats);
    quantise(arithmetic, x, blocks);
    const std::size_t pitch = out + 3;
    const auto before = random_floats(blocks * kPieces * pitch, 1, 4);
    Room<float> result;
    float* const y = result.get(before.size());
    std::copy(before.begin(), before.end(), y);
    product.run(x, blocks, into, y, pitch, first, end);
    for (std::size_t b = 0; b < blocks; ++b) {
      for (std::size_t r = 0; r < pitch; ++r) {
        for (std::size_t p = 0; p < kPieces; ++p) {
          const std::size_t at = (b * pitch + r) * kPieces + p;
          if (r >= end - first) {
            ASSERT_EQ(y[at], before[at]) << "written behind its rows";
            continue;
          }
          double sum = bias[first + r], size = 0;
          for (std::size_t i = 0; i < in; ++i) {
            const double w = weights[(first + r) * in + i];
            sum += w * x.floats[(b * in + i) * kPieces + p];
            size += w * w;
          }
          if (into == Into::kSum) sum += before[at];
          if (into == Into::kGelu) sum = sum / 2 * (1 + std::erf(sum / std::sqrt(2.0)));
          // Numbers of about -3 to 3 are off by a 500th of that range at most, weights by a
          // 250th of the largest; errors add up like those of chance.
          const double bound = compute == Compute::kFloat32 ? 2e-4 : 0.06 * std::sqrt(size) + 2e-4;
          ASSERT_NEAR(y[at], sum, bound) << blocks << ' ' << b << ' ' << r << ' ' << p;
        }
      }
    }
  }
};

}  // namespace

TEST_P(Products, GiveWhatTheyShould) {
  for (const Compute compute : {Compute::kFloat32, Compute::kInt8}) {
    for (const Into into : {Into::kStored, Into::kSum, Into::kGelu}) {
      for (const std::size_t blocks : {1u, 2u, 3u, 4u, 5u, 7u, 8u}) {
        check(compute, into, blocks, 64, 80, 0, 80);
      }
      check(compute, into, 3, 16, 119, 0, 119);
      check(compute, into, 3, 32, 119, 17, 118);
      check(compute, into, 3, 128, 119, 17, 118);
    }
  }
}

// Sums of eight-bit products are exact, so that the levels of CPU differ by the rounding of
// floats alone.
TEST_P(Products, AgreeWithThePlainOnes) {
  const std::size_t blocks = 5, in = 1536, out = 33;
  const auto weights = random_floats(out * in, 0.1f, 2), bias = random_floats(out, 1, 3);
  BlockRoom room;
  const Blocks x = room.get(blocks, in);
  // Bytes and weights as large as they get: no sum of them may be cut off.
  std::mt19937 random(5);
  for (std::size_t i = 0; i < blocks * kPieces * in; ++i) {
    x.bytes.bytes[i] = random() % 2 ? 255 : 0;
  }
  for (std::size_t i = 0; i < blocks * kPieces; ++i) {
    x.bytes.steps[i] = 0.01f;
    x.bytes.lows[i] = -1;
  }
  std::vector<std::int8_t> bytes(out * in);
  for (auto& byte : bytes) byte = random() % 3 ? 127 : -128;
  const std::vector<float> scales(out, 0.01f);
  std::vector<float> results[2];
  for (int i = 0; i < 2; ++i) {
    const Arithmetic arithmetic = {Compute::kInt8, i == 0 ? kernels::plain() : table(GetParam())};
    const Product product(arithmetic, FileMatrix{{scales.data(), bytes.data(), out, in}, {}, in}, bias);
    Room<float> result;
    float* const y = result.get(blocks * kPieces * out);
    product.run(x, blocks, Into::kStored, y, out);
    results[i].assign(y, y + blocks * kPieces * out);
  }
  for (std::size_t i = 0; i < results[0].size(); ++i) {
    ASSERT_NEAR(results[0][i], results[1][i], 1e-5 * std::abs(results[0][i]) + 1e-2) << i;
  }
}

TEST_P(Products, TakeNumbersThatAreAllTheSame) {
  const Arithmetic arithmetic = {Compute::kInt8, table(GetParam())};
  const auto weights = random_floats(20 * 32, 0.1f, 2);
  const Product product(arithmetic, FileMatrix{{}, weights, 32}, std::vector<float>(20));
  BlockRoom room;
  const Blocks x = room.get(1, 32);
  std::fill_n(x.floats, 32 * kPieces, 2.5f);
  quantise(arithmetic, x, 1);
  float y[20 * kPieces];
  product.run(x, 1, Into::kStored, y, 20);
  for (std::size_t r = 0; r < 20; ++r) {
    double sum = 0;
    for (std::size_t i = 0; i < 32; ++i) sum += 2.5 * weights[r * 32 + i];
    for (std::size_t p = 0; p < kPieces; ++p) EXPECT_NEAR(y[r * kPieces + p], sum, 0.02);
  }
}

INSTANTIATE_TEST_SUITE_P(All, Products, testing::Range(0, 7), [](const auto& row) {
  const kernels::Kernels* const kernels = table(row.param);
  return kernels ? std::string(kernels->name) : "missing" + std::to_string(row.param);
});

}  // namespace tacitus
