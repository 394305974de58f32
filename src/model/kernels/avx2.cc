// The kernels for CPUs with AVX2 and FMA. Compiled for them: see kernels.h on what this file
// may include.
#if defined(__x86_64__)

#include <immintrin.h>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

constexpr int kLanes = 8;
constexpr int kRows = 4;
constexpr int kColumns = 2;

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

#include "model/kernels/lanes.inc"

}  // namespace

const Kernels kAvx2 = {"avx2", to_bfloat16, embed, norm, dots, attention,
                       attention_bfloat16_plain};

}  // namespace tacitus::kernels

#endif
