// Attention for CPUs with AVX-512 BF16, whose dot product takes pairs of bfloat16 numbers: keys
// are laid out as [pair of columns][piece], values as [pair of pieces][column]. Compiled for
// such CPUs: see kernels.h on what this file may include.
#if defined(__x86_64__)

#include <immintrin.h>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

constexpr int kRows = 6;

inline __m512i load_words(const void* p) { return _mm512_loadu_si512(p); }
inline __m512bh pairs(__m512i x) { return reinterpret_cast<__m512bh>(x); }

inline __m512i word(std::uint32_t x) { return _mm512_set1_epi32(static_cast<int>(x)); }

// A pair of bfloat16 numbers as one 32-bit word.
inline std::uint32_t pair_at(const std::uint16_t* p) {
  std::uint32_t x;
  __builtin_memcpy(&x, p, sizeof x);
  return x;
}

// Transposes 16 rows of 16 words.
inline void transpose(__m512i (&a)[16]) {
  __m512i b[16];
  for (int i = 0; i < 16; i += 2) {
    b[i] = _mm512_unpacklo_epi32(a[i], a[i + 1]);
    b[i + 1] = _mm512_unpackhi_epi32(a[i], a[i + 1]);
  }
  for (int i = 0; i < 16; i += 4) {
    a[i] = _mm512_unpacklo_epi64(b[i], b[i + 2]);
    a[i + 1] = _mm512_unpackhi_epi64(b[i], b[i + 2]);
    a[i + 2] = _mm512_unpacklo_epi64(b[i + 1], b[i + 3]);
    a[i + 3] = _mm512_unpackhi_epi64(b[i + 1], b[i + 3]);
  }
  // a[4g + c] now holds, in its quarter q, column 4q + c of rows 4g .. 4g + 3.
  for (int c = 0; c < 4; ++c) {
    const __m512i low02 = _mm512_shuffle_i32x4(a[c], a[4 + c], 0x88);
    const __m512i low13 = _mm512_shuffle_i32x4(a[c], a[4 + c], 0xDD);
    const __m512i high02 = _mm512_shuffle_i32x4(a[8 + c], a[12 + c], 0x88);
    const __m512i high13 = _mm512_shuffle_i32x4(a[8 + c], a[12 + c], 0xDD);
    b[c] = _mm512_shuffle_i32x4(low02, high02, 0x88);
    b[4 + c] = _mm512_shuffle_i32x4(low13, high13, 0x88);
    b[8 + c] = _mm512_shuffle_i32x4(low02, high02, 0xDD);
    b[12 + c] = _mm512_shuffle_i32x4(low13, high13, 0xDD);
  }
  for (int i = 0; i < 16; ++i) a[i] = b[i];
}

// One head's keys and values; pieces behind the last count as zero.
void lay_out(const Attention& a, const std::uint16_t* head, std::size_t row, std::size_t pitch,
             std::uint32_t* keys, std::uint32_t* values) {
  alignas(64) static const std::uint16_t kZeros[32] = {};
  alignas(64) static const std::uint16_t kOrder[32] = {
      0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23,
      8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31};
  const std::size_t width = a.heads * a.width;
  for (std::size_t j = 0; j < pitch; j += 16) {
    for (std::size_t k = 0; k < a.width; k += 32) {
      __m512i rows[16];
      for (std::size_t i = 0; i < 16; ++i) {
        rows[i] = j + i < a.pieces ? load_words(head + (j + i) * row + width + k)
                                   : _mm512_setzero_si512();
      }
      transpose(rows);
      for (std::size_t i = 0; i < 16; ++i) {
        _mm512_storeu_si512(keys + (k / 2 + i) * pitch + j, rows[i]);
      }
    }
  }
  const __m512i order = load_words(kOrder);
  for (std::size_t j = 0; j < pitch; j += 2) {
    const std::uint16_t* const even = head + j * row + 2 * width;
    for (std::size_t k = 0; k < a.width; k += 16, values += 16) {
      const auto* one = j < a.pieces ? even + k : kZeros;
      const auto* two = j + 1 < a.pieces ? even + row + k : kZeros;
      const __m512i both = _mm512_inserti64x4(
          _mm512_castsi256_si512(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(one))),
          _mm256_loadu_si256(reinterpret_cast<const __m256i*>(two)), 1);
      _mm512_storeu_si512(values, _mm512_permutexvar_epi16(order, both));
    }
  }
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

// 2^x for x <= 0, to within 8e-5 of its value, a twentieth of what bfloat16 can tell apart.
inline __m512 exp2(__m512 x) {
  const __m512 whole = _mm512_roundscale_ps(x, 8);
  const __m512 f = _mm512_sub_ps(x, whole);
  __m512 y = _mm512_set1_ps(5.5171436e-2f);
  y = _mm512_fmadd_ps(y, f, _mm512_set1_ps(2.4261081e-1f));
  y = _mm512_fmadd_ps(y, f, _mm512_set1_ps(6.9326099e-1f));
  y = _mm512_fmadd_ps(y, f, _mm512_set1_ps(9.9992809e-1f));
  return _mm512_scalef_ps(y, whole);
}

// A row of scores becomes bfloat16 weights, not yet divided by their sum, which is given back.
inline float soften(float* score, std::uint16_t* weight, std::size_t pieces, std::size_t pitch,
                    float scale) {
  for (std::size_t j = pieces; j < pitch; ++j) score[j] = -1e30f;
  __m512 high = _mm512_loadu_ps(score);
  for (std::size_t j = 16; j < pitch; j += 16) {
    high = _mm512_max_ps(high, _mm512_loadu_ps(score + j));
  }
  const __m512 factor = _mm512_set1_ps(scale);
  const __m512 top = _mm512_set1_ps(_mm512_reduce_max_ps(high) * scale);
  __m512 total = _mm512_setzero_ps();
  for (std::size_t j = 0; j < pitch; j += 16) {
    const __m512 e = exp2(_mm512_fmsub_ps(_mm512_loadu_ps(score + j), factor, top));
    total = _mm512_add_ps(total, e);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(weight + j),
                        reinterpret_cast<__m256i>(_mm512_cvtneps_pbh(e)));
  }
  return _mm512_reduce_add_ps(total);
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

void attention_avx512_bf16(const Attention& a, const std::uint16_t* qkv, float* out,
                           float* room) {
  const std::size_t width = a.heads * a.width, row = 3 * width;
  const std::size_t pitch = (a.pieces + 15) / 16 * 16;
  const float scale = 1.44269504f / __builtin_sqrtf(static_cast<float>(a.width));
  auto* const keys = reinterpret_cast<std::uint32_t*>(room);
  auto* const values = keys + a.width / 2 * pitch;
  float* const score = room + a.width * pitch;
  auto* const weight = reinterpret_cast<std::uint16_t*>(score + kRows * pitch);
  for (std::size_t h = 0; h < a.heads; ++h) {
    const std::uint16_t* const head = qkv + h * a.width;
    lay_out(a, head, row, pitch, keys, values);
    for (std::size_t first = 0; first < a.pieces; first += kRows) {
      const std::uint16_t* query[kRows];
      float* to[kRows];
      for (int r = 0; r < kRows; ++r) {
        // Rows behind the last piece do its work again.
        const std::size_t p = first + static_cast<std::size_t>(r);
        const std::size_t piece = p < a.pieces ? p : a.pieces - 1;
        query[r] = head + piece * row;
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
