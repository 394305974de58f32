// The kernels in plain C++: what the faster ones are held against, and what runs elsewhere.
#include <algorithm>
#include <cmath>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

void embed(const std::int8_t* bytes, float scale, const float* position, const float* shape,
           float* out, std::size_t n) {
  for (std::size_t i = 0; i < n; ++i) {
    out[i] = scale * static_cast<float>(bytes[i]) + position[i] + shape[i];
  }
}

void to_block(const float* rows, std::size_t pitch, std::size_t pieces, std::size_t n,
              float* block) {
  for (std::size_t i = 0; i < n; ++i, block += kPieces) {
    for (std::size_t p = 0; p < kPieces; ++p) block[p] = p < pieces ? rows[p * pitch + i] : 0;
  }
}

void to_rows(const float* block, std::size_t pieces, std::size_t n, float* rows,
             std::size_t pitch) {
  for (std::size_t i = 0; i < n; ++i, block += kPieces) {
    for (std::size_t p = 0; p < pieces; ++p) rows[p * pitch + i] = block[p];
  }
}

void norm(float* block, std::size_t n, const float* gain, const float* bias, float epsilon) {
  const auto count = static_cast<float>(n);
  for (std::size_t p = 0; p < kPieces; ++p, ++block) {
    float sum = 0, squares = 0;
    for (std::size_t i = 0; i < n; ++i) sum += block[i * kPieces];
    const float mean = sum / count;
    for (std::size_t i = 0; i < n; ++i) {
      const float d = block[i * kPieces] - mean;
      squares += d * d;
    }
    const float scale = 1 / std::sqrt(squares / count + epsilon);
    for (std::size_t i = 0; i < n; ++i) {
      float& x = block[i * kPieces];
      x = (x - mean) * scale * gain[i] + bias[i];
    }
  }
}

void quantise(const float* block, std::size_t n, const Bytes& out) {
  for (std::size_t p = 0; p < kPieces; ++p) {
    float low = block[p], high = block[p];
    for (std::size_t i = 1; i < n; ++i) {
      low = std::min(low, block[i * kPieces + p]);
      high = std::max(high, block[i * kPieces + p]);
    }
    out.lows[p] = low;
    out.steps[p] = (high - low) / 255;
    const float inverse = high > low ? 255 / (high - low) : 0;
    for (std::size_t i = 0; i < n; ++i) {
      const float x = (block[i * kPieces + p] - low) * inverse + 0.5f;
      const float byte = x > 0 ? std::min(x, 255.f) : 0;  // what is no number becomes 0
      out.bytes[i / 4 * 4 * kPieces + p * 4 + i % 4] = static_cast<std::uint8_t>(byte);
    }
  }
}

float gelu(float x) { return x / 2 * (1 + std::erf(x * 0.70710678f)); }

void put(Into into, float x, float& out) {
  out = into == Into::kSum ? out + x : into == Into::kGelu ? gelu(x) : x;
}

void multiply_bytes(const ByteLayer& layer, std::size_t first, std::size_t end, const Bytes& in,
                    std::size_t blocks, Into into, float* out, std::size_t pitch) {
  for (std::size_t b = 0; b < blocks; ++b) {
    const std::uint8_t* const block = in.bytes + b * layer.in * kPieces;
    const float* const steps = in.steps + b * kPieces;
    const float* const lows = in.lows + b * kPieces;
    for (std::size_t r = first; r < end; ++r) {
      const std::int8_t* const weights = layer.bytes + r * layer.in;
      std::int32_t sum[kPieces] = {};
      for (std::size_t i = 0; i < layer.in; i += 4) {
        const std::uint8_t* const x = block + i * kPieces;
        for (std::size_t p = 0; p < kPieces; ++p) {
          for (std::size_t k = 0; k < 4; ++k) sum[p] += x[p * 4 + k] * weights[i + k];
        }
      }
      float* const to = out + (b * pitch + r - first) * kPieces;
      for (std::size_t p = 0; p < kPieces; ++p) {
        const float product = static_cast<float>(sum[p]) * steps[p] * layer.scales[r];
        put(into, product + (lows[p] * layer.sums[r] + layer.bias[r]), to[p]);
      }
    }
  }
}

void multiply_floats(const FloatLayer& layer, std::size_t first, std::size_t end,
                     const float* in, std::size_t blocks, Into into, float* out,
                     std::size_t pitch) {
  for (std::size_t b = 0; b < blocks; ++b) {
    const float* const block = in + b * layer.in * kPieces;
    for (std::size_t r = first; r < end; ++r) {
      const float* const weights = layer.weights + r * layer.in;
      float sum[kPieces] = {};
      for (std::size_t i = 0; i < layer.in; ++i) {
        for (std::size_t p = 0; p < kPieces; ++p) sum[p] += weights[i] * block[i * kPieces + p];
      }
      float* const to = out + (b * pitch + r - first) * kPieces;
      for (std::size_t p = 0; p < kPieces; ++p) put(into, sum[p] + layer.bias[r], to[p]);
    }
  }
}

void meet(const float* one, const float* other, std::size_t n, float* out) {
  for (std::size_t p = 0; p < kPieces; ++p) {
    float sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += one[i * kPieces + p] * other[i * kPieces + p];
    out[p] = sum;
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

void attention(const Attention& a, const float* queries, const float* context, float* out,
               float* room) {
  const std::size_t width = a.heads * a.width;
  const float scale = 1 / std::sqrt(static_cast<float>(a.width));
  float* const score = room;
  float* const mix = room + a.pieces;
  for (std::size_t h = 0; h < a.heads; ++h) {
    const float* const key = context + h * a.width;
    const float* const content = key + width;
    for (std::size_t i = 0; i < a.asking; ++i) {
      const float* const query = queries + i * a.query_pitch + h * a.width;
      float most = -INFINITY, sum = 0;
      for (std::size_t j = 0; j < a.pieces; ++j) {
        float dot = 0;
        for (std::size_t k = 0; k < a.width; ++k) dot += query[k] * key[j * a.context_pitch + k];
        score[j] = dot * scale;
        most = std::max(most, score[j]);
      }
      std::fill_n(mix, a.width, 0.f);
      for (std::size_t j = 0; j < a.pieces; ++j) {
        const float weight = std::exp(score[j] - most);
        sum += weight;
        for (std::size_t k = 0; k < a.width; ++k) mix[k] += weight * content[j * a.context_pitch + k];
      }
      for (std::size_t k = 0; k < a.width; ++k) out[i * width + h * a.width + k] = mix[k] / sum;
    }
  }
}

}  // namespace

const Kernels kPlain = {"plain",         embed,           to_block, to_rows, norm,
                        quantise,        multiply_bytes,  multiply_floats,   meet,
                        dots,            attention,       nullptr,  nullptr};

}  // namespace tacitus::kernels
