// What the files that are compiled for one level of CPU give to choose.cc.
#pragma once

#include "model/kernels/kernels.h"

namespace tacitus::kernels {

extern const Kernels kPlain;

#if defined(__x86_64__)
extern const Kernels kAvx2;
extern const Kernels kAvx512;
void multiply_bytes_avx_vnni(const ByteLayer& layer, std::size_t first, std::size_t end,
                             const Bytes& in, std::size_t blocks, Into into, float* out,
                             std::size_t pitch);
void multiply_bytes_avx512_vnni(const ByteLayer& layer, std::size_t first, std::size_t end,
                                const Bytes& in, std::size_t blocks, Into into, float* out,
                                std::size_t pitch);
void to_rows_avx512_bf16(const float* block, std::size_t pieces, std::size_t n,
                         std::uint16_t* rows, std::size_t pitch);
void attention_avx512_bf16(const Attention& shape, const std::uint16_t* queries,
                           const std::uint16_t* context, float* out, float* room);
#if defined(__linux__)
void multiply_bytes_amx(const ByteLayer& layer, std::size_t first, std::size_t end,
                        const Bytes& in, std::size_t blocks, Into into, float* out,
                        std::size_t pitch);
void attention_amx(const Attention& shape, const std::uint16_t* queries,
                   const std::uint16_t* context, float* out, float* room);
#endif
#endif

}  // namespace tacitus::kernels
