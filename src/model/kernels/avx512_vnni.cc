// Products in eight bits for CPUs with AVX-512 VNNI, whose dot product takes four bytes a lane.
// Compiled for them: see kernels.h on what this file may include.
#if defined(__x86_64__)

#include <immintrin.h>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

constexpr int kLanes = 16;
constexpr int kByteRows = 6, kByteVectors = 4;

typedef float V __attribute__((vector_size(kLanes * 4)));
using Pieces = __m512i;
using Weights = __m512i;

#include "model/kernels/vectors.inc"

inline Pieces pieces(const std::uint8_t* p) { return _mm512_loadu_si512(p); }

inline Weights weights(const std::int8_t* p) {
  int x;
  __builtin_memcpy(&x, p, sizeof x);
  return _mm512_set1_epi32(x);
}

inline Ints dot(Ints acc, Pieces x, Weights w) {
  return reinterpret_cast<Ints>(_mm512_dpbusd_epi32(reinterpret_cast<__m512i>(acc), x, w));
}

#include "model/kernels/bytes.inc"

}  // namespace

void multiply_bytes_avx512_vnni(const ByteLayer& layer, std::size_t first, std::size_t end,
                                const Bytes& in, std::size_t blocks, Into into, float* out,
                                std::size_t pitch) {
  multiply_all(layer, first, end, in, blocks, into, out, pitch);
}

}  // namespace tacitus::kernels

#endif
