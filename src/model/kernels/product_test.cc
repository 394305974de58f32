#include "model/kernels/product.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstring>
#include <random>

#include "model/kernels/kernels.h"

namespace tacitus {
namespace {

using Into = Product::Into;

std::vector<float> random_floats(std::size_t n, float spread, unsigned seed) {
  std::mt19937 random(seed);
  std::normal_distribution<float> normal(0, spread);
  std::vector<float> out(n);
  for (float& x : out) x = normal(random);
  return out;
}

// Floats in the compute type and back.
std::vector<std::byte> narrow(Compute compute, const std::vector<float>& x) {
  std::vector<std::byte> out(x.size() * (compute == Compute::kBfloat16 ? 2 : 4));
  if (compute == Compute::kBfloat16) {
    kernels::plain()->to_bfloat16(x.data(), reinterpret_cast<std::uint16_t*>(out.data()), x.size());
  } else {
    std::memcpy(out.data(), x.data(), out.size());
  }
  return out;
}

float number(Compute compute, const std::vector<std::byte>& data, std::size_t i) {
  if (compute == Compute::kFloat32) {
    float x;
    std::memcpy(&x, data.data() + 4 * i, 4);
    return x;
  }
  std::uint16_t x;
  std::memcpy(&x, data.data() + 2 * i, 2);
  return std::bit_cast<float>(std::uint32_t{x} << 16);
}

void check(Compute compute, Into into, std::size_t rows, std::size_t in, std::size_t out) {
  const auto x = random_floats(Product::padded(rows) * in, 1, 1);
  const auto weights = random_floats(out * in, 0.1f, 2), bias = random_floats(out, 1, 3);
  const Product product(compute, into, in, out, weights.data(), bias);
  const bool floats = into == Into::kFloats || into == Into::kSum;
  const Compute stored = floats ? Compute::kFloat32 : compute;
  const auto before = random_floats(Product::padded(rows) * out, 1, 4);
  auto result = narrow(stored, before);
  Room<std::byte> room;
  product.run(narrow(compute, x).data(), rows, result.data(), room);
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < out; ++o) {
      double y = bias[o];
      for (std::size_t i = 0; i < in; ++i) y += double{x[r * in + i]} * weights[o * in + i];
      if (into == Into::kSum) y += before[r * out + o];
      if (into == Into::kGelu) y = y / 2 * (1 + std::erf(y / std::sqrt(2.0)));
      // bfloat16 has eight bits: each factor and the result are off by one part in 512 at most.
      const double bound = compute == Compute::kFloat32 ? 1e-4 : 0.05;
      ASSERT_NEAR(number(stored, result, r * out + o), y, bound) << rows << " " << r << " " << o;
    }
  }
}

class Products : public testing::TestWithParam<Compute> {
 protected:
  void SetUp() override {
    if (GetParam() == Compute::kBfloat16 && !kernels::avx512()) GTEST_SKIP();
  }
};

}  // namespace

TEST_P(Products, GiveWhatTheyShould) {
  const OneThread one_thread;
  for (const Into into : {Into::kStored, Into::kFloats, Into::kSum, Into::kGelu}) {
    for (const std::size_t rows : {1u, 16u, 17u, 127u, 128u, 129u, 300u}) {
      check(GetParam(), into, rows, 64, 80);
    }
    check(GetParam(), into, 33, 16, 119);
  }
}

INSTANTIATE_TEST_SUITE_P(All, Products, testing::Values(Compute::kFloat32, Compute::kBfloat16),
                         [](const auto& row) {
                           return row.param == Compute::kFloat32 ? "float32" : "bfloat16";
                         });

}  // namespace tacitus
