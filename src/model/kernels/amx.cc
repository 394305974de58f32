// Products and attention for CPUs with AMX, whose tiles are 16 rows of 64 bytes: 16 rows of weights
// as they lie in the file times a block of pieces as quantise() lays it give a block of the result.
// Compiled for such CPUs: see kernels.h on what this file may include.
#if defined(__x86_64__) && defined(__linux__)

#include <immintrin.h>

#include "model/kernels/levels.h"

namespace tacitus::kernels {
namespace {

constexpr int kLanes = 16;
typedef float V __attribute__((vector_size(kLanes * 4)));

#include "model/kernels/halves.inc"
#include "model/kernels/vectors.inc"

constexpr std::size_t kTileRows = 16, kTileBytes = 64, kTileWords = kTileRows * kTileBytes / 4;

// All eight tiles whole, for as long as it lives: a thread that holds none costs the system less.
class Tiles {
 public:
  Tiles() {
    struct alignas(64) Shape {
      std::uint8_t palette = 1, start = 0, unused[14] = {};
      std::uint16_t bytes[16] = {};
      std::uint8_t rows[16] = {};
    };
    static constexpr Shape kWhole = [] {
      Shape shape;
      for (int t = 0; t < 8; ++t) {
        shape.bytes[t] = kTileBytes;
        shape.rows[t] = kTileRows;
      }
      return shape;
    }();
    _tile_loadconfig(&kWhole);
  }
  ~Tiles() { _tile_release(); }
  Tiles(const Tiles&) = delete;
  Tiles& operator=(const Tiles&) = delete;
};

// GCC's tile loads do not say that they read memory: what they read has to be there before.
inline void write_all() { asm volatile("" ::: "memory"); }

// Tiles 0 .. 3 become the sums of two tiles of weights, from `w` on, by two blocks.
inline void two_by_two(const std::int8_t* w, std::size_t in, const std::uint8_t* x) {
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  const std::int8_t* const below = w + kTileRows * in;
  const std::uint8_t* const beside = x + in * kPieces;
  for (std::size_t i = 0; i < in; i += kTileBytes) {
    _tile_loadd(4, w + i, in);
    _tile_loadd(6, x + i * kPieces, kTileBytes);
    _tile_dpbsud(0, 4, 6);
    _tile_loadd(7, beside + i * kPieces, kTileBytes);
    _tile_dpbsud(1, 4, 7);
    _tile_loadd(5, below + i, in);
    _tile_dpbsud(2, 5, 6);
    _tile_dpbsud(3, 5, 7);
  }
}

// Tiles 0 .. 3 become the sums of four tiles of weights by one block.
inline void four_by_one(const std::int8_t* w, std::size_t in, const std::uint8_t* x) {
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  const std::size_t down = kTileRows * in;
  for (std::size_t i = 0; i < in; i += kTileBytes) {
    _tile_loadd(6, x + i * kPieces, kTileBytes);
    _tile_loadd(4, w + i, in);
    _tile_dpbsud(0, 4, 6);
    _tile_loadd(5, w + i + down, in);
    _tile_dpbsud(1, 5, 6);
    _tile_loadd(4, w + i + 2 * down, in);
    _tile_dpbsud(2, 4, 6);
    _tile_loadd(5, w + i + 3 * down, in);
    _tile_dpbsud(3, 5, 6);
  }
}

inline void one_by_one(const std::int8_t* w, std::size_t in, const std::uint8_t* x) {
  _tile_zero(0);
  for (std::size_t i = 0; i < in; i += kTileBytes) {
    _tile_loadd(4, w + i, in);
    _tile_loadd(6, x + i * kPieces, kTileBytes);
    _tile_dpbsud(0, 4, 6);
  }
}

// Tiles of a product: tile t is of the 16 rows from row + t / across * 16 on, and of the block
// block + t % across.
struct Group {
  std::size_t row = 0, block = 0, tiles = 0, across = 1;
};

// Turns sums into the numbers that they stand for. Those of a group wait until the next group's
// tiles are on their way, so that the one is done beside the other.
class Sums {
 public:
  Sums(const ByteLayer& layer, std::size_t first, const Bytes& in, Into into, float* out,
       std::size_t pitch)
      : layer_(layer), first_(first), in_(in), into_(into), out_(out), pitch_(pitch) {}

  void take(const Group& group) {
    std::int32_t* const to = sums_[now_];
    _tile_stored(0, to, kTileBytes);
    if (group.tiles > 1) {
      _tile_stored(1, to + kTileWords, kTileBytes);
      _tile_stored(2, to + 2 * kTileWords, kTileBytes);
      _tile_stored(3, to + 3 * kTileWords, kTileBytes);
    }
    finish();
    waiting_ = group;
    now_ = 1 - now_;
  }

  // Finishes the group that waits.
  void finish() {
    for (std::size_t t = 0; t < waiting_.tiles; ++t) {
      const std::size_t block = waiting_.block + t % waiting_.across;
      finish(sums_[1 - now_] + t * kTileWords, waiting_.row + t / waiting_.across * kTileRows, block);
    }
  }

 private:
  void finish(const std::int32_t* sums, std::size_t row, std::size_t block) {
    switch (into_) {
      case Into::kStored: return finish<Into::kStored>(sums, row, block);
      case Into::kSum: return finish<Into::kSum>(sums, row, block);
      case Into::kGelu: return finish<Into::kGelu>(sums, row, block);
    }
  }

  template <Into into>
  void finish(const std::int32_t* sums, std::size_t row, std::size_t block) {
    const V step = load(in_.steps + block * kPieces), low = load(in_.lows + block * kPieces);
    float* to = out_ + (block * pitch_ + row - first_) * kPieces;
    for (std::size_t r = row; r < row + kTileRows; ++r, sums += kPieces, to += kPieces) {
      const Ints sum = *reinterpret_cast<const LooseInts*>(sums);
      const V offset = low * layer_.sums[r] + layer_.bias[r];
      put(into, floats(sum) * step * layer_.scales[r] + offset, to);
    }
  }

  const ByteLayer& layer_;
  std::size_t first_;
  const Bytes& in_;
  Into into_;
  float* out_;
  std::size_t pitch_;
  alignas(64) std::int32_t sums_[2][4 * kTileWords];
  int now_ = 0;
  Group waiting_;
};

// Rows of scores of 16 queries for one head's keys.
inline void score(const std::uint16_t* queries, std::size_t query_bytes, const std::uint32_t* keys,
                  std::size_t pitch, std::size_t width, float* out) {
  for (std::size_t j = 0; j < pitch; j += 2 * kPieces) {
    _tile_zero(0);
    _tile_zero(1);
    for (std::size_t k = 0; k < width; k += 32) {
      const std::uint32_t* const some = keys + k / 2 * pitch + j;
      _tile_loadd(4, queries + k, query_bytes);
      _tile_loadd(5, some, pitch * 4);
      _tile_loadd(6, some + kPieces, pitch * 4);
      _tile_dpbf16ps(0, 4, 5);
      _tile_dpbf16ps(1, 4, 6);
    }
    _tile_stored(0, out + j, pitch * 4);
    _tile_stored(1, out + j + kPieces, pitch * 4);
  }
}

// 32 columns of what 16 rows of weights make of one head's values: two tiles.
inline void mix(const std::uint16_t* weights, std::size_t pitch, const std::uint32_t* values,
                std::size_t width, float* out) {
  _tile_zero(0);
  _tile_zero(1);
  for (std::size_t j = 0; j < pitch; j += 32) {
    const std::uint32_t* const some = values + j / 2 * width;
    _tile_loadd(4, weights + j, pitch * 2);
    _tile_loadd(5, some, width * 4);
    _tile_loadd(6, some + 16, width * 4);
    _tile_dpbf16ps(0, 4, 5);
    _tile_dpbf16ps(1, 4, 6);
  }
  _tile_stored(0, out, kTileBytes);
  _tile_stored(1, out + kTileWords, kTileBytes);
}

}  // namespace

void multiply_bytes_amx(const ByteLayer& layer, std::size_t first, std::size_t end,
                        const Bytes& in, std::size_t blocks, Into into, float* out,
                        std::size_t pitch) {
  const std::size_t whole = layer.in % kTileBytes == 0 ? (end - first) / kTileRows : 0;
  const std::size_t last = first + whole * kTileRows;  // what is no whole tile is done without them
  if (whole > 0) {
    write_all();
    const Tiles tiles;
    Sums sums(layer, first, in, into, out, pitch);
    for (std::size_t row = first, step; row < last; row += step) {
      const bool four = row + 4 * kTileRows <= last;
      step = four ? 4 * kTileRows : kTileRows;
      const std::int8_t* const w = layer.bytes + row * layer.in;
      std::size_t b = 0;
      const auto x = [&] { return in.bytes + b * layer.in * kPieces; };
      for (; four && b + 2 <= blocks; b += 2) {
        two_by_two(w, layer.in, x());
        sums.take({row, b, 4, 2});
        two_by_two(w + 2 * kTileRows * layer.in, layer.in, x());
        sums.take({row + 2 * kTileRows, b, 4, 2});
      }
      for (; b < blocks; ++b) {
        if (four) {
          four_by_one(w, layer.in, x());
          sums.take({row, b, 4, 1});
        } else {
          one_by_one(w, layer.in, x());
          sums.take({row, b, 1, 1});
        }
      }
    }
    sums.finish();
  }
  if (last < end) {
    multiply_bytes_avx512_vnni(layer, last, end, in, blocks, into, out + (last - first) * kPieces,
                               pitch);
  }
}

void attention_amx(const Attention& a, const std::uint16_t* queries, const std::uint16_t* context,
                   float* out, float* room) {
  const std::size_t width = a.heads * a.width, pitch = (a.pieces + 31) / 32 * 32;
  const float scale = 1.44269504f / __builtin_sqrtf(static_cast<float>(a.width));
  auto* const keys = reinterpret_cast<std::uint32_t*>(room);
  auto* const values = keys + a.width / 2 * pitch;
  float* const scores = room + a.width * pitch;
  auto* const weights = reinterpret_cast<std::uint16_t*>(scores + kTileRows * pitch);
  auto* const few = weights + kTileRows * pitch;
  const Tiles tiles;
  for (std::size_t h = 0; h < a.heads; ++h) {
    lay_out(a, context + h * a.width, pitch, keys, values);
    for (std::size_t first = 0; first < a.asking; first += kTileRows) {
      const std::size_t count = a.asking - first < kTileRows ? a.asking - first : kTileRows;
      const std::uint16_t* query = queries + first * a.query_pitch + h * a.width;
      std::size_t query_bytes = a.query_pitch * 2;
      if (count < kTileRows) {
        for (std::size_t r = 0; r < kTileRows; ++r) {
          __builtin_memcpy(few + r * a.width, query + (r < count ? r : 0) * a.query_pitch,
                           a.width * 2);
        }
        query = few;
        query_bytes = a.width * 2;
      }
      write_all();
      score(query, query_bytes, keys, pitch, a.width, scores);
      float total[kTileRows];
      for (std::size_t r = 0; r < kTileRows; ++r) {
        total[r] = soften(scores + r * pitch, weights + r * pitch, a.pieces, pitch, scale);
      }
      write_all();
      for (std::size_t k = 0; k < a.width; k += 32) {
        alignas(64) float sums[2 * kTileWords];
        mix(weights, pitch, values + k, a.width, sums);
        for (std::size_t r = 0; r < count; ++r) {
          float* const to = out + (first + r) * width + h * a.width + k;
          store(to, load(sums + r * 16) / total[r]);
          store(to + 16, load(sums + kTileWords + r * 16) / total[r]);
        }
      }
    }
  }
}

}  // namespace tacitus::kernels

#endif
