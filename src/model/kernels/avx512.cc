// The kernels for CPUs with AVX-512 (F, BW, DQ, VL). Compiled for them: see kernels.h on what
// this file may include.
#if defined(__x86_64__)

#include <immintrin.h>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

constexpr int kLanes = 16;
constexpr int kRows = 6;
constexpr int kColumns = 4;

typedef float V __attribute__((vector_size(kLanes * 4)));

inline float sum(V x) { return _mm512_reduce_add_ps(x); }
inline float most(V x) { return _mm512_reduce_max_ps(x); }

#include "model/kernels/lanes.inc"

}  // namespace

const Kernels kAvx512 = {"avx512", to_bfloat16, embed, norm, dots, attention,
                         attention_bfloat16_plain};

}  // namespace tacitus::kernels

#endif
