#include "model/vector_bytes.h"

#include <algorithm>
#include <cmath>

namespace tacitus {

float to_bytes(std::span<const float> vector, std::span<std::int8_t> out) {
  float most = 0;
  for (const float x : vector) {
    if (!std::isfinite(x)) most = INFINITY;
    most = std::max(most, std::abs(x));
  }
  if (!(most > 1e-30f) || !std::isfinite(most)) {
    std::fill(out.begin(), out.end(), std::int8_t{0});
    return 0;
  }
  for (std::size_t i = 0; i < vector.size(); ++i) {
    out[i] = static_cast<std::int8_t>(std::lround(vector[i] * (127 / most)));
  }
  return most / 127;
}

// Plain, so that the compiler makes of it what the target's vectors can do.
std::int32_t dot(const std::int8_t* a, const std::int8_t* b, std::size_t n) {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += std::int32_t{a[i]} * std::int32_t{b[i]};
  return sum;
}

double cosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b) {
  if (a.size() != b.size()) return 0;
  const auto product = [](std::span<const std::int8_t> x, std::span<const std::int8_t> y) {
    return static_cast<double>(dot(x.data(), y.data(), x.size()));
  };
  const double lengths = std::sqrt(product(a, a)) * std::sqrt(product(b, b));
  return lengths > 0 ? product(a, b) / lengths : 0;
}

}  // namespace tacitus
