// Vectors of meaning in one byte a number, and the nearest of many: exact search by cosine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tacitus {

// Writes the vector's numbers as bytes to `out`, which is as long, and gives the scale: a number
// is about its byte times the scale. The largest becomes 127; a vector of zeros, or one with
// numbers that are not finite, becomes zeros with scale 0.
float to_bytes(std::span<const float> vector, std::span<std::int8_t> out);

// The sum of the products of the bytes of two vectors of `n` numbers.
std::int32_t dot(const std::int8_t* a, const std::int8_t* b, std::size_t n);

struct Near {
  std::uint32_t row = 0;
  float cosine = 0;
};

// Many vectors of one width, a row for each, as bytes. Each keeps its own length, so cosines are
// of the bytes as they are and need no vector to be of length 1.
class Vectors8 {
 public:
  explicit Vectors8(std::size_t width) : width_(width) {}

  std::size_t width() const { return width_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(lengths_.size()); }
  const std::int8_t* row(std::uint32_t row) const { return bytes_.data() + row * width_; }

  // Appends a vector of width() numbers, as floats or as bytes that to_bytes made.
  void add(std::span<const float> vector);
  void add(std::span<const std::int8_t> bytes);

  // The cosine of two vectors, given as bytes; 0 where one of them is zeros.
  float cosine(std::span<const std::int8_t> query, std::uint32_t row) const;

  // The `count` rows nearest to `query`, nearest first, of those with the same cosine the first;
  // fewer where there are fewer. Looks at every row: about 40 ns each at 384 numbers.
  std::vector<Near> nearest(std::span<const std::int8_t> query, std::size_t count) const;

 private:
  std::size_t width_;
  std::vector<std::int8_t> bytes_;
  std::vector<float> lengths_;
};

}  // namespace tacitus
