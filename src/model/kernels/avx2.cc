// The kernels for CPUs with AVX2 and FMA. Compiled for them: see kernels.h on what this file
// may include.
#if defined(__x86_64__)

#include <immintrin.h>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

constexpr int kLanes = 8;
constexpr int kRows = 4, kColumns = 2;             // of attention
constexpr int kFloatRows = 4, kFloatVectors = 2;
constexpr int kByteRows = 4, kByteVectors = 2;

typedef float V __attribute__((vector_size(kLanes * 4)));

inline float sum(V x) {
  __m128 y = _mm_add_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
  y = _mm_add_ps(y, _mm_movehl_ps(y, y));
  return _mm_cvtss_f32(_mm_add_ss(y, _mm_movehdup_ps(y)));
}

inline float most(V x) {
  __m128 y = _mm_max_ps(_mm256_castps256_ps128(x), _mm256_extractf128_ps(x, 1));
  y = _mm_max_ps(y, _mm_movehl_ps(y, y));
  return _mm_cvtss_f32(_mm_max_ss(y, _mm_movehdup_ps(y)));
}

inline void transpose(V (&x)[kLanes]) {
  __m256 a[8], b[8];
  for (int i = 0; i < 8; i += 2) {
    a[i] = _mm256_unpacklo_ps(x[i], x[i + 1]);
    a[i + 1] = _mm256_unpackhi_ps(x[i], x[i + 1]);
  }
  for (int i = 0; i < 8; i += 4) {
    b[i] = _mm256_shuffle_ps(a[i], a[i + 2], 0x44);
    b[i + 1] = _mm256_shuffle_ps(a[i], a[i + 2], 0xEE);
    b[i + 2] = _mm256_shuffle_ps(a[i + 1], a[i + 3], 0x44);
    b[i + 3] = _mm256_shuffle_ps(a[i + 1], a[i + 3], 0xEE);
  }
  for (int i = 0; i < 4; ++i) {
    x[i] = _mm256_permute2f128_ps(b[i], b[4 + i], 0x20);
    x[4 + i] = _mm256_permute2f128_ps(b[i], b[4 + i], 0x31);
  }
}

// Bytes as 16-bit numbers, those at even places and those at odd ones: sums of their products
// fit, where the instruction for bytes would cut them off.
struct Pieces { __m256i even, odd; };
using Weights = Pieces;

#include "model/kernels/vectors.inc"

inline Pieces pieces(const std::uint8_t* p) {
  const __m256i x = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p));
  return {_mm256_and_si256(x, _mm256_set1_epi16(0xFF)), _mm256_srli_epi16(x, 8)};
}

inline Weights weights(const std::int8_t* p) {
  int x;
  __builtin_memcpy(&x, p, sizeof x);
  const __m256i y = _mm256_set1_epi32(x);
  return {_mm256_srai_epi16(_mm256_slli_epi16(y, 8), 8), _mm256_srai_epi16(y, 8)};
}

inline Ints dot(Ints acc, const Pieces& x, const Weights& w) {
  const __m256i products =
      _mm256_add_epi32(_mm256_madd_epi16(x.even, w.even), _mm256_madd_epi16(x.odd, w.odd));
  return acc + reinterpret_cast<Ints>(products);
}

#include "model/kernels/lanes.inc"
#include "model/kernels/attention.inc"
#include "model/kernels/bytes.inc"

}  // namespace

const Kernels kAvx2 = {"avx2",   embed,        to_block,        to_rows, norm,
                       quantise, multiply_all, multiply_floats, meet,    dots,
                       attention, nullptr,     nullptr};

}  // namespace tacitus::kernels

#endif
