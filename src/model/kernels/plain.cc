// The kernels in plain C++: what the faster ones are held against, and what runs elsewhere.
#include <algorithm>
#include <bit>
#include <cmath>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

float value(float x) { return x; }
float value(std::uint16_t x) { return std::bit_cast<float>(std::uint32_t{x} << 16); }

void store(float x, float& out) { out = x; }
void store(float x, std::uint16_t& out) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  out = static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

void to_bfloat16(const float* in, std::uint16_t* out, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) store(in[i], out[i]);
}

void embed(const std::int8_t* bytes, float scale, const float* position, const float* shape,
           float* out, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    out[i] = scale * static_cast<float>(bytes[i]) + position[i] + shape[i];
  }
}

void norm(float* x, std::size_t rows, std::size_t width, const float* gain, const float* bias,
          float epsilon, std::uint16_t* also) {
  for (std::size_t r = 0; r < rows; ++r, x += width) {
    float sum = 0, squares = 0;
    for (std::size_t i = 0; i < width; ++i) sum += x[i];
    const float mean = sum / static_cast<float>(width);
    for (std::size_t i = 0; i < width; ++i) squares += (x[i] - mean) * (x[i] - mean);
    const float scale = 1 / std::sqrt(squares / static_cast<float>(width) + epsilon);
    for (std::size_t i = 0; i < width; ++i) x[i] = (x[i] - mean) * scale * gain[i] + bias[i];
    if (also) to_bfloat16(x, also + r * width, width);
  }
}

void dots(const float* x, const float* rows, std::size_t stride, std::size_t count,
          std::size_t n, float* out) {
  for (std::size_t r = 0; r < count; ++r, rows += stride) {
    float sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += x[i] * rows[i];
    out[r] = sum;
  }
}

template <class T>
void attend(const Attention& a, const T* qkv, T* out, float* room) {
  const std::size_t width = a.heads * a.width, pitch = 3 * width;
  const float scale = 1 / std::sqrt(static_cast<float>(a.width));
  float* const score = room;
  float* const mix = room + a.pieces;
  for (std::size_t h = 0; h < a.heads; ++h) {
    const T* const query = qkv + h * a.width;
    const T* const key = query + width;
    const T* const content = key + width;
    for (std::size_t i = 0; i < a.pieces; ++i) {
      float most = -INFINITY, sum = 0;
      for (std::size_t j = 0; j < a.pieces; ++j) {
        float dot = 0;
        for (std::size_t k = 0; k < a.width; ++k) {
          dot += value(query[i * pitch + k]) * value(key[j * pitch + k]);
        }
        score[j] = dot * scale;
        most = std::max(most, score[j]);
      }
      std::fill_n(mix, a.width, 0.f);
      for (std::size_t j = 0; j < a.pieces; ++j) {
        const float weight = std::exp(score[j] - most);
        sum += weight;
        for (std::size_t k = 0; k < a.width; ++k) mix[k] += weight * value(content[j * pitch + k]);
      }
      for (std::size_t k = 0; k < a.width; ++k) {
        store(mix[k] / sum, out[i * width + h * a.width + k]);
      }
    }
  }
}

}  // namespace

void attention_bfloat16_plain(const Attention& shape, const std::uint16_t* qkv,
                              std::uint16_t* out, float* room) {
  attend(shape, qkv, out, room);
}

const Kernels kPlain = {"plain", to_bfloat16, embed, norm, dots, attend<float>,
                        attention_bfloat16_plain};

}  // namespace tacitus::kernels
