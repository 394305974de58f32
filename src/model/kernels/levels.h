// What the files that are compiled for one level of CPU give to choose.cc.
#pragma once

#include "model/kernels/kernels.h"

namespace tacitus::kernels {

extern const Kernels kPlain;
void attention_bfloat16_plain(const Attention& shape, const std::uint16_t* qkv,
                              std::uint16_t* out, float* room);

#if defined(__x86_64__)
extern const Kernels kAvx2;
extern const Kernels kAvx512;
void attention_avx512_bf16(const Attention& shape, const std::uint16_t* qkv, std::uint16_t* out,
                           float* room);
#endif

}  // namespace tacitus::kernels
