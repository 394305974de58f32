// Attention for CPUs with AVX-512 BF16, whose dot product takes pairs of bfloat16 numbers: keys
// are laid out as [pair of columns][piece], values as [pair of pieces][column]. Compiled for
// such CPUs: see kernels.h on what this file may include.
#if defined(__x86_64__)

#include <immintrin.h>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

constexpr int kRows = 6;

#include "model/kernels/halves.inc"

inline __m512bh pairs(__m512i x) { return reinterpret_cast<__m512bh>(x); }

inline __m512i word(std::uint32_t x) { return _mm512_set1_epi32(static_cast<int>(x)); }

// A pair of bfloat16 numbers as one 32-bit word.
inline std::uint32_t pair_at(const std::uint16_t* p) {
  std::uint32_t x;
  __builtin_memcpy(&x, p, sizeof x);
  return x;
}

// Scores of kRows queries for 16 * columns keys.
template <int columns>
inline void score_tile(const std::uint16_t* const* query, const std::uint32_t* keys,
                       std::size_t pitch, std::size_t width, float* out) {
  __m512 acc[kRows][columns];
  for (auto& row : acc) {
    for (auto& x : row) x = _mm512_setzero_ps();
  }
  for (std::size_t k = 0; k < width / 2; ++k) {
    __m512bh key[columns];
    for (int c = 0; c < columns; ++c) key[c] = pairs(load_words(keys + k * pitch + c * 16));
    for (int r = 0; r < kRows; ++r) {
      const __m512bh q = pairs(word(pair_at(query[r] + 2 * k)));
      for (int c = 0; c < columns; ++c) acc[r][c] = _mm512_dpbf16_ps(acc[r][c], q, key[c]);
    }
  }
  for (int r = 0; r < kRows; ++r) {
    for (int c = 0; c < columns; ++c) {
      _mm512_storeu_ps(out + static_cast<std::size_t>(r) * pitch + c * 16, acc[r][c]);
    }
  }
}

// out[r] = sum over pieces of weight[r] * value, for 32 columns of a head.
inline void mix(const std::uint16_t* weights, std::size_t pitch, const std::uint32_t* values,
                std::size_t step, const float* total, float* const* out) {
  __m512 left[kRows], right[kRows];
  for (int r = 0; r < kRows; ++r) left[r] = right[r] = _mm512_setzero_ps();
  for (std::size_t j = 0; j < pitch; j += 2, values += step) {
    const __m512bh x = pairs(load_words(values)), y = pairs(load_words(values + 16));
    for (int r = 0; r < kRows; ++r) {
      const std::uint16_t* const at = weights + static_cast<std::size_t>(r) * pitch + j;
      const __m512bh w = pairs(word(pair_at(at)));
      left[r] = _mm512_dpbf16_ps(left[r], w, x);
      right[r] = _mm512_dpbf16_ps(right[r], w, y);
    }
  }
  for (int r = 0; r < kRows; ++r) {
    const __m512 share = _mm512_set1_ps(1 / total[r]);
    _mm512_storeu_ps(out[r], _mm512_mul_ps(left[r], share));
    _mm512_storeu_ps(out[r] + 16, _mm512_mul_ps(right[r], share));
  }
}

}  // namespace

void to_rows_avx512_bf16(const float* block, std::size_t pieces, std::size_t n,
                         std::uint16_t* rows, std::size_t pitch) {
  for (std::size_t k = 0; k < n; k += 16) {
    __m512i x[16];
    for (std::size_t i = 0; i < 16; ++i) x[i] = load_words(block + (k + i) * kPieces);
    transpose(x);
    for (std::size_t p = 0; p < pieces; ++p) {
      const __m256bh half = _mm512_cvtneps_pbh(_mm512_castsi512_ps(x[p]));
      _mm256_storeu_si256(reinterpret_cast<__m256i*>(rows + p * pitch + k),
                          reinterpret_cast<__m256i>(half));
    }
  }
}

void attention_avx512_bf16(const Attention& a, const std::uint16_t* queries,
                           const std::uint16_t* context, float* out, float* room) {
  const std::size_t width = a.heads * a.width, pitch = (a.pieces + 15) / 16 * 16;
  const float scale = 1.44269504f / __builtin_sqrtf(static_cast<float>(a.width));
  auto* const keys = reinterpret_cast<std::uint32_t*>(room);
  auto* const values = keys + a.width / 2 * pitch;
  float* const score = room + a.width * pitch;
  auto* const weight = reinterpret_cast<std::uint16_t*>(score + kRows * pitch);
  for (std::size_t h = 0; h < a.heads; ++h) {
    lay_out(a, context + h * a.width, pitch, keys, values);
    for (std::size_t first = 0; first < a.asking; first += kRows) {
      const std::uint16_t* query[kRows];
      float* to[kRows];
      for (int r = 0; r < kRows; ++r) {
        // Rows behind the last piece do its work again.
        const std::size_t p = first + static_cast<std::size_t>(r);
        const std::size_t piece = p < a.asking ? p : a.asking - 1;
        query[r] = queries + piece * a.query_pitch + h * a.width;
        to[r] = out + piece * width + h * a.width;
      }
      std::size_t j = 0;
      for (; j + 64 <= pitch; j += 64) {
        score_tile<4>(query, keys + j, pitch, a.width, score + j);
      }
      for (; j < pitch; j += 16) score_tile<1>(query, keys + j, pitch, a.width, score + j);
      float total[kRows];
      for (int r = 0; r < kRows; ++r) {
        const std::size_t at = static_cast<std::size_t>(r) * pitch;
        total[r] = soften(score + at, weight + at, a.pieces, pitch, scale);
      }
      for (std::size_t k = 0; k < a.width; k += 32) {
        mix(weight, pitch, values + k, a.width, total, to);
        for (auto& p : to) p += 32;
      }
    }
  }
}

}  // namespace tacitus::kernels

#endif
