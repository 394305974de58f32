// Kernels: the loops of the network, one table of functions for each level of CPU. The plain
// table is the reference; the others agree with it within the bounds that kernels_test.cc states.
// Files that are compiled for a level include nothing but this header and intrinsics: an inline
// function shared with other files could end up in their code.
//
// Rows are numbers of one piece, one after the other. Between products the numbers lie in blocks
// instead: a block is 16 pieces side by side, [number][piece], so that what belongs to a piece
// (its mean, its scale) is a lane of a vector, and weights are read where they lie in the file.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tacitus::kernels {

constexpr std::size_t kPieces = 16;  // of a block

// What becomes of a product: stored, added to what is there, or stored after GELU.
enum class Into { kStored, kSum, kGelu };

// A linear layer of `in` numbers in, a multiple of 4: row r of the weights is
// scales[r] * bytes[r * in + i]; sums[r] is the sum of that row.
struct ByteLayer {
  const std::int8_t* bytes = nullptr;
  const float *scales = nullptr, *sums = nullptr, *bias = nullptr;
  std::size_t in = 0;
};

struct FloatLayer {
  const float *weights = nullptr, *bias = nullptr;
  std::size_t in = 0;
};

// Blocks of `n` numbers in eight bits, n a multiple of 4: [block][n / 4][piece][4]. A number of
// piece p is steps[p] * byte + lows[p].
struct Bytes {
  std::uint8_t* bytes = nullptr;
  float *steps = nullptr, *lows = nullptr;  // kPieces a block
};

// Attention of some pieces to those of one window: `asking` rows of queries, `query_pitch` numbers
// apart, and `pieces` rows of [key, value], `context_pitch` apart, each heads * width long.
struct Attention {
  std::size_t pieces = 0, asking = 0;
  std::size_t heads = 0;
  std::size_t width = 0;  // of a head, a multiple of 32
  std::size_t query_pitch = 0, context_pitch = 0;
};

// Floats that attention needs as room beside its input and output.
std::size_t attention_room(std::size_t pieces, std::size_t width);

// `n`, the numbers of a piece, is a multiple of 16. Pointers of blocks are aligned to 64 bytes,
// others need not be. Where a block has fewer than 16 pieces, `pieces` says how many of them are
// read or written; what the other lanes hold is finite and says nothing.
struct Kernels {
  const char* name;

  // out = scale * bytes + position + shape: the sum of a piece's three embeddings.
  void (*embed)(const std::int8_t* bytes, float scale, const float* position, const float* shape,
                float* out, std::size_t n);

  // Rows, `pitch` numbers apart, to a block and back.
  void (*to_block)(const float* rows, std::size_t pitch, std::size_t pieces, std::size_t n,
                   float* block);
  void (*to_rows)(const float* block, std::size_t pieces, std::size_t n, float* rows,
                  std::size_t pitch);

  // Normalises the pieces of a block in place (layer norm).
  void (*norm)(float* block, std::size_t n, const float* gain, const float* bias, float epsilon);

  // Writes a block in eight bits: of each piece the lowest number becomes 0, the highest 255.
  void (*quantise)(const float* block, std::size_t n, const Bytes& out);

  // W x + b for the rows first .. end of the weights, of `blocks` blocks. Row r of a block's
  // result goes to out[(r - first) * 16 ...], the blocks are `pitch` numbers of a piece apart.
  void (*multiply_bytes)(const ByteLayer& layer, std::size_t first, std::size_t end,
                         const Bytes& in, std::size_t blocks, Into into, float* out,
                         std::size_t pitch);
  void (*multiply_floats)(const FloatLayer& layer, std::size_t first, std::size_t end,
                          const float* in, std::size_t blocks, Into into, float* out,
                          std::size_t pitch);

  // out[piece] = the dot product of the piece's numbers in two blocks.
  void (*meet)(const float* one, const float* other, std::size_t n, float* out);

  // out[i] = x . rows[i * stride], for i < count.
  void (*dots)(const float* x, const float* rows, std::size_t stride, std::size_t count,
               std::size_t n, float* out);

  // softmax(q k' / sqrt(width)) v for every head; `out` has `asking` rows of heads * width.
  void (*attention)(const Attention& shape, const float* queries, const float* context, float* out,
                    float* room);

  // The same in bfloat16 (the upper half of a float's bits, rounded to nearest even), and a
  // block to rows of it; null where the CPU has no instructions for it.
  void (*to_rows_bfloat16)(const float* block, std::size_t pieces, std::size_t n,
                           std::uint16_t* rows, std::size_t pitch);
  void (*attention_bfloat16)(const Attention& shape, const std::uint16_t* queries,
                             const std::uint16_t* context, float* out, float* room);
};

// The tables that were built; null where this CPU cannot run one.
const Kernels* plain();
const Kernels* avx2();
const Kernels* avx_vnni();
const Kernels* avx512();
const Kernels* avx512_vnni();
const Kernels* avx512_bf16();
const Kernels* amx();

// The best table for this CPU, or the one that the environment variable TACITUS_KERNELS names;
// null where that one is unknown or cannot run here.
const Kernels* choose();

}  // namespace tacitus::kernels
