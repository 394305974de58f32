// The kernels for CPUs with AVX-512 (F, BW, DQ, VL). Compiled for them: see kernels.h on what
// this file may include.
#if defined(__x86_64__)

#include <immintrin.h>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

constexpr int kLanes = 16;
constexpr int kRows = 6, kColumns = 4;            // of attention
constexpr int kFloatRows = 6, kFloatVectors = 4;
constexpr int kByteRows = 4, kByteVectors = 4;

typedef float V __attribute__((vector_size(kLanes * 4)));

inline float sum(V x) { return _mm512_reduce_add_ps(x); }
inline float most(V x) { return _mm512_reduce_max_ps(x); }

inline void transpose(V (&x)[kLanes]) {
  __m512 a[16], b[16];
  for (int i = 0; i < 16; i += 2) {
    a[i] = _mm512_unpacklo_ps(x[i], x[i + 1]);
    a[i + 1] = _mm512_unpackhi_ps(x[i], x[i + 1]);
  }
  for (int i = 0; i < 16; i += 4) {
    b[i] = _mm512_shuffle_ps(a[i], a[i + 2], 0x44);
    b[i + 1] = _mm512_shuffle_ps(a[i], a[i + 2], 0xEE);
    b[i + 2] = _mm512_shuffle_ps(a[i + 1], a[i + 3], 0x44);
    b[i + 3] = _mm512_shuffle_ps(a[i + 1], a[i + 3], 0xEE);
  }
  // b[4g + c] now holds, in its quarter q, column 4q + c of rows 4g .. 4g + 3.
  for (int c = 0; c < 4; ++c) {
    const __m512 low02 = _mm512_shuffle_f32x4(b[c], b[4 + c], 0x88);
    const __m512 low13 = _mm512_shuffle_f32x4(b[c], b[4 + c], 0xDD);
    const __m512 high02 = _mm512_shuffle_f32x4(b[8 + c], b[12 + c], 0x88);
    const __m512 high13 = _mm512_shuffle_f32x4(b[8 + c], b[12 + c], 0xDD);
    x[c] = _mm512_shuffle_f32x4(low02, high02, 0x88);
    x[4 + c] = _mm512_shuffle_f32x4(low13, high13, 0x88);
    x[8 + c] = _mm512_shuffle_f32x4(low02, high02, 0xDD);
    x[12 + c] = _mm512_shuffle_f32x4(low13, high13, 0xDD);
  }
}

// Bytes as 16-bit numbers, those at even places and those at odd ones: sums of their products
// fit, where the instruction for bytes would cut them off.
struct Pieces { __m512i even, odd; };
using Weights = Pieces;

#include "model/kernels/vectors.inc"

inline Pieces pieces(const std::uint8_t* p) {
  const __m512i x = _mm512_loadu_si512(p);
  return {_mm512_and_si512(x, _mm512_set1_epi16(0xFF)), _mm512_srli_epi16(x, 8)};
}

inline Weights weights(const std::int8_t* p) {
  int x;
  __builtin_memcpy(&x, p, sizeof x);
  const __m512i y = _mm512_set1_epi32(x);
  return {_mm512_srai_epi16(_mm512_slli_epi16(y, 8), 8), _mm512_srai_epi16(y, 8)};
}

inline Ints dot(Ints acc, const Pieces& x, const Weights& w) {
  const __m512i products =
      _mm512_add_epi32(_mm512_madd_epi16(x.even, w.even), _mm512_madd_epi16(x.odd, w.odd));
  return acc + reinterpret_cast<Ints>(products);
}

#include "model/kernels/lanes.inc"
#include "model/kernels/attention.inc"
#include "model/kernels/bytes.inc"

}  // namespace

const Kernels kAvx512 = {"avx512",  embed,        to_block,        to_rows, norm,
                         quantise,  multiply_all, multiply_floats, meet,    dots,
                         attention, nullptr,      nullptr};

}  // namespace tacitus::kernels

#endif
