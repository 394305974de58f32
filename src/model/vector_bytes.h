// Vectors of meaning in one byte a number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace tacitus {

// Writes the vector's numbers as bytes to `out`, which is as long, and gives the scale: a number
// is about its byte times the scale. The largest becomes 127; a vector of zeros, or one with
// numbers that are not finite, becomes zeros with scale 0.
float to_bytes(std::span<const float> vector, std::span<std::int8_t> out);

// The sum of the products of the bytes of two vectors of `n` numbers.
std::int32_t dot(const std::int8_t* a, const std::int8_t* b, std::size_t n);

// The cosine of two vectors of one length; 0 where one of them is zeros or the lengths differ.
double cosine(std::span<const std::int8_t> a, std::span<const std::int8_t> b);

}  // namespace tacitus
