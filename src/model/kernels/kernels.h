// Kernels: the loops between the matrix products, one table of functions for each level of CPU.
// The plain table is the reference; the others agree with it within the bounds that
// kernels_test.cc states. Files that are compiled for a level include nothing but this header
// and intrinsics: an inline function shared with other files could end up in their code.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tacitus::kernels {

// One window's attention: `pieces` rows of [query, key, value], each heads * width long.
struct Attention {
  std::size_t pieces = 0;
  std::size_t heads = 0;
  std::size_t width = 0;  // of a head, a multiple of 32
};

// Floats that attention needs as room beside its input and output.
std::size_t attention_room(std::size_t pieces, std::size_t width);

// Lengths `n` and `width` are multiples of 16. Pointers need not be aligned. bfloat16 numbers
// are the upper half of a float's bits, rounded to nearest even; NaN does not occur.
struct Kernels {
  const char* name;

  void (*to_bfloat16)(const float* in, std::uint16_t* out, std::size_t n);

  // out = scale * bytes + position + shape: the sum of a piece's three embeddings.
  void (*embed)(const std::int8_t* bytes, float scale, const float* position, const float* shape,
                float* out, std::size_t n);

  // Normalises each row of x in place (layer norm); `also`, where not null, gets it as bfloat16.
  void (*norm)(float* x, std::size_t rows, std::size_t width, const float* gain,
               const float* bias, float epsilon, std::uint16_t* also);

  // out[i] = x . rows[i * stride], for i < count.
  void (*dots)(const float* x, const float* rows, std::size_t stride, std::size_t count,
               std::size_t n, float* out);

  // softmax(q k' / sqrt(width)) v for every head of a window; `out` has rows of heads * width.
  void (*attention)(const Attention& shape, const float* qkv, float* out, float* room);
  void (*attention_bfloat16)(const Attention& shape, const std::uint16_t* qkv, std::uint16_t* out,
                             float* room);
};

// The tables that were built; null where this CPU cannot run one.
const Kernels* plain();
const Kernels* avx2();
const Kernels* avx512();
const Kernels* avx512_bf16();

// The best table for this CPU, or the one that the environment variable TACITUS_KERNELS names
// (plain, avx2, avx512, avx512_bf16); null where that one is unknown or cannot run here.
const Kernels* choose();

}  // namespace tacitus::kernels
