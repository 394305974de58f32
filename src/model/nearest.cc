#include "model/nearest.h"

#include <algorithm>
#include <cmath>

namespace tacitus {
namespace {

bool is_nearer(const Near& a, const Near& b) {
  return a.cosine != b.cosine ? a.cosine > b.cosine : a.row < b.row;
}

float length(const std::int8_t* bytes, std::size_t n) {
  return std::sqrt(static_cast<float>(dot(bytes, bytes, n)));
}

}  // namespace

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

void Vectors8::add(std::span<const float> vector) {
  std::vector<std::int8_t> bytes(width_);
  to_bytes(vector, bytes);
  add(bytes);
}

void Vectors8::add(std::span<const std::int8_t> bytes) {
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
  bytes_.resize((lengths_.size() + 1) * width_);
  lengths_.push_back(length(row(size()), width_));
}

float Vectors8::cosine(std::span<const std::int8_t> query, std::uint32_t r) const {
  const float product = length(query.data(), width_) * lengths_[r];
  return product > 0 ? static_cast<float>(dot(query.data(), row(r), width_)) / product : 0;
}

std::vector<Near> Vectors8::nearest(std::span<const std::int8_t> query, std::size_t count) const {
  std::vector<Near> best;  // a heap with the farthest on top
  if (count == 0 || query.size() != width_) return best;
  const float mine = length(query.data(), width_);
  for (std::uint32_t r = 0; r < size(); ++r) {
    const float product = mine * lengths_[r];
    const Near found = {
        r, product > 0 ? static_cast<float>(dot(query.data(), row(r), width_)) / product : 0};
    if (best.size() < count) {
      best.push_back(found);
      std::push_heap(best.begin(), best.end(), is_nearer);
    } else if (is_nearer(found, best.front())) {
      std::pop_heap(best.begin(), best.end(), is_nearer);
      best.back() = found;
      std::push_heap(best.begin(), best.end(), is_nearer);
    }
  }
  std::sort_heap(best.begin(), best.end(), is_nearer);
  return best;
}

}  // namespace tacitus
