#include "model/layer.h"

#include <algorithm>
#include <utility>

namespace tacitus {

using kernels::Into;
using kernels::kPieces;

Norm Norm::take(ModelFile& file, const std::string& name) {
  const std::uint64_t width = file.header().config.width;
  return {file.floats(name + ".weight", {width}), file.floats(name + ".bias", {width})};
}

void normalise(const Arithmetic& arithmetic, const Norm& norm, float epsilon, const Blocks& x, std::size_t blocks) {
  for (std::size_t b = 0; b < blocks; ++b) {
    arithmetic.kernels->norm(x.from(b).floats, x.n, norm.gain.data(), norm.bias.data(), epsilon);
  }
  quantise(arithmetic, x, blocks);
}

std::optional<Layer> Layer::take(ModelFile& file, const std::string& name, const Arithmetic& arithmetic) {
  const std::uint64_t width = file.header().config.width, wide = file.header().config.feed_forward;
  Linear qkv(file, name + ".qkv", 3 * width, width);
  Linear attention_out(file, name + ".attention.out", width, width);
  Linear ffn_in(file, name + ".ffn.in", wide, width);
  Linear ffn_out(file, name + ".ffn.out", width, wide);
  Norm attention_norm = Norm::take(file, name + ".attention.norm"), ffn_norm = Norm::take(file, name + ".ffn.norm");
  if (!file.trouble().empty()) return std::nullopt;
  return Layer(file.header().config, arithmetic, std::move(qkv), std::move(attention_out), std::move(ffn_in), std::move(ffn_out),
               std::move(attention_norm), std::move(ffn_norm));
}

Layer::Layer(const Config& config, const Arithmetic& arithmetic, Linear qkv, Linear attention_out, Linear ffn_in, Linear ffn_out,
             Norm attention_norm, Norm ffn_norm)
    : arithmetic_(arithmetic),
      heads_(config.heads),
      head_width_(config.head_width()),
      epsilon_(config.epsilon),
      qkv_(arithmetic, std::move(qkv)),
      attention_out_(arithmetic, std::move(attention_out)),
      ffn_in_(arithmetic, std::move(ffn_in)),
      ffn_out_(arithmetic, std::move(ffn_out)),
      attention_norm_(std::move(attention_norm)),
      ffn_norm_(std::move(ffn_norm)) {}

void Layer::run(std::span<const Looks> windows, const Blocks& x, const Blocks& some, LayerRoom& room) const {
  const std::size_t width = heads_ * head_width_;
  std::size_t pieces = 0, asking = 0;
  for (const Looks& window : windows) {
    pieces += window.pieces;
    asking += window.asking;
  }
  ask(some, asking, 0, width, room.panel, room.queries);
  ask(x, pieces, width, 3 * width, room.panel, room.context);
  float* const seen = room.seen.get(asking * width);
  attend(windows, seen, room);
  finish(asking, some, seen, room);
}

// Of each piece the numbers first .. end of [query, key, value].
void Layer::ask(const Blocks& x, std::size_t rows, std::size_t first, std::size_t end, Room<float>& panel_room,
                AskedRows& out) const {
  const std::size_t wide = end - first, blocks = blocks_of(rows);
  float* const panel = panel_room.get(kPanel * kPieces * wide);
  const bool halves = arithmetic_.in_halves();
  std::uint16_t* const as_halves = halves ? out.halves.get(rows * wide) : nullptr;
  float* const as_floats = halves ? nullptr : out.floats.get(rows * wide);
  for (std::size_t begin = 0; begin < blocks; begin += kPanel) {
    const std::size_t now = std::min(kPanel, blocks - begin);
    qkv_.run(x.from(begin), now, Into::kStored, panel, wide, first, end);
    for (std::size_t b = 0; b < now; ++b) {
      const float* const block = panel + b * kPieces * wide;
      const std::size_t row = (begin + b) * kPieces, pieces = std::min(kPieces, rows - row);
      if (halves) {
        arithmetic_.kernels->to_rows_bfloat16(block, pieces, wide, as_halves + row * wide, wide);
      } else {
        arithmetic_.kernels->to_rows(block, pieces, wide, as_floats + row * wide, wide);
      }
    }
  }
}

void Layer::attend(std::span<const Looks> windows, float* seen, LayerRoom& room) const {
  const std::size_t width = heads_ * head_width_;
  std::size_t piece = 0, asked = 0;
  for (const Looks& window : windows) {
    if (window.asking == 0) {
      piece += window.pieces;
      continue;
    }
    const kernels::Attention shape{window.pieces, window.asking, heads_, head_width_, width, 2 * width};
    float* const scores = room.attention.get(kernels::attention_room(window.pieces, head_width_));
    const std::size_t query = asked * width, context = piece * 2 * width;
    if (arithmetic_.in_halves()) {
      arithmetic_.kernels->attention_bfloat16(shape, room.queries.halves.get(0) + query,
                                              room.context.halves.get(0) + context, seen + query, scores);
    } else {
      arithmetic_.kernels->attention(shape, room.queries.floats.get(0) + query, room.context.floats.get(0) + context,
                                     seen + query, scores);
    }
    piece += window.pieces;
    asked += window.asking;
  }
}

// Panel by panel, so that what flows between the products stays in the cache.
void Layer::finish(std::size_t rows, const Blocks& x, const float* seen, LayerRoom& room) const {
  const std::size_t width = attention_out_.out(), wide = ffn_in_.out();
  const Blocks mixed = room.mixed.get(kPanel, width);
  const Blocks hidden = room.hidden.get(kPanel, wide);
  const std::size_t blocks = blocks_of(rows);
  for (std::size_t first = 0; first < blocks; first += kPanel) {
    const std::size_t now = std::min(kPanel, blocks - first);
    for (std::size_t b = 0; b < now; ++b) {
      const std::size_t row = (first + b) * kPieces;
      arithmetic_.kernels->to_block(seen + row * width, width, std::min(kPieces, rows - row), width,
                                    mixed.from(b).floats);
    }
    quantise(arithmetic_, mixed, now);
    const Blocks sum = x.from(first);
    attention_out_.run(mixed, now, Into::kSum, sum.floats, width);
    normalise(arithmetic_, attention_norm_, epsilon_, sum, now);
    ffn_in_.run(sum, now, Into::kGelu, hidden.floats, wide);
    quantise(arithmetic_, hidden, now);
    ffn_out_.run(hidden, now, Into::kSum, sum.floats, width);
    normalise(arithmetic_, ffn_norm_, epsilon_, sum, now);
  }
}

}  // namespace tacitus
