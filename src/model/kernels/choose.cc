// Which table of kernels this machine runs.
#include <cstdlib>
#include <string_view>

#if defined(__x86_64__)
#include <cpuid.h>
#if defined(__linux__)
#include <sys/syscall.h>
#include <unistd.h>
#endif
#endif

#include "model/kernels/kernels.h"
#include "model/kernels/levels.h"

namespace tacitus::kernels {

std::size_t attention_room(std::size_t pieces, std::size_t width) {
  return (pieces + 64) * (2 * width + 16);
}

#if defined(__x86_64__)

namespace {

// GCC 12 has no names for these in __builtin_cpu_supports.
bool has_avx_vnni() {
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 1, &a, &b, &c, &d) && (a & (1u << 4));
}

#if defined(__linux__)
// Tiles, of bytes and of bfloat16; Linux, from 5.16 on, wants to be asked for them.
bool has_amx() {
  constexpr unsigned kNeeded = (1u << 22) | (1u << 24) | (1u << 25);
  constexpr long kAskForPermission = 0x1023, kTileData = 18;  // ARCH_REQ_XCOMP_PERM, XFEATURE_XTILEDATA
  unsigned a = 0, b = 0, c = 0, d = 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (d & kNeeded) == kNeeded &&
         syscall(SYS_arch_prctl, kAskForPermission, kTileData) == 0;
}
#endif

}  // namespace

const Kernels* avx2() {
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &kAvx2 : nullptr;
}

const Kernels* avx_vnni() {
  if (!avx2() || !has_avx_vnni()) return nullptr;
  static const Kernels kTable = [] {
    Kernels table = kAvx2;
    table.name = "avx_vnni";
    table.multiply_bytes = multiply_bytes_avx_vnni;
    return table;
  }();
  return &kTable;
}

const Kernels* avx512() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
                 __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq")
             ? &kAvx512
             : nullptr;
}

const Kernels* avx512_vnni() {
  if (!avx512() || !__builtin_cpu_supports("avx512vnni")) return nullptr;
  static const Kernels kTable = [] {
    Kernels table = kAvx512;
    table.name = "avx512_vnni";
    table.multiply_bytes = multiply_bytes_avx512_vnni;
    return table;
  }();
  return &kTable;
}

const Kernels* avx512_bf16() {
  if (!avx512_vnni() || !__builtin_cpu_supports("avx512bf16")) return nullptr;
  static const Kernels kTable = [] {
    Kernels table = *avx512_vnni();
    table.name = "avx512_bf16";
    table.to_rows_bfloat16 = to_rows_avx512_bf16;
    table.attention_bfloat16 = attention_avx512_bf16;
    return table;
  }();
  return &kTable;
}

#if defined(__linux__)
const Kernels* amx() {
  static const bool kIsThere = avx512_bf16() && has_amx();
  if (!kIsThere) return nullptr;
  static const Kernels kTable = [] {
    Kernels table = *avx512_bf16();
    table.name = "amx";
    table.multiply_bytes = multiply_bytes_amx;
    table.attention_bfloat16 = attention_amx;
    return table;
  }();
  return &kTable;
}
#else
const Kernels* amx() { return nullptr; }
#endif

#else

const Kernels* avx2() { return nullptr; }
const Kernels* avx_vnni() { return nullptr; }
const Kernels* avx512() { return nullptr; }
const Kernels* avx512_vnni() { return nullptr; }
const Kernels* avx512_bf16() { return nullptr; }
const Kernels* amx() { return nullptr; }

#endif

const Kernels* plain() { return &kPlain; }

const Kernels* choose() {
  const Kernels* const tables[] = {amx(),      avx512_bf16(), avx512_vnni(), avx512(),
                                   avx_vnni(), avx2(),        plain()};
  const char* const asked = std::getenv("TACITUS_KERNELS");
  for (const Kernels* table : tables) {
    if (table && (!asked || !*asked || std::string_view(asked) == table->name)) return table;
  }
  return nullptr;
}

}  // namespace tacitus::kernels
