#include "model/encoder.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace tacitus {
namespace {

using kernels::Into;
using kernels::kPieces;

}  // namespace

Encoder::Encoder(ModelFile& file, const Arithmetic& arithmetic)
    : config_(file.header().config), arithmetic_(arithmetic) {
  const std::uint64_t width = config_.width;
  auto norm = [&](const std::string& name) {
    return Norm{file.floats(name + ".weight", {width}), file.floats(name + ".bias", {width})};
  };
  word_ = file.table("embedding.word", file.header().vocabulary.size(), width);
  position_ = file.floats("embedding.position", {config_.positions, width});
  shape_ = file.floats("embedding.shape", {kShapes, width});
  norm_ = norm("embedding.norm");
  for (std::uint32_t l = 0; l < config_.layers; ++l) {
    const std::string name = "encoder." + std::to_string(l) + ".";
    Linear qkv(file, name + "qkv", 3 * width, width);
    Linear out(file, name + "attention.out", width, width);
    Linear ffn_in(file, name + "ffn.in", config_.feed_forward, width);
    Linear ffn_out(file, name + "ffn.out", width, config_.feed_forward);
    Norm attention_norm = norm(name + "attention.norm"), ffn_norm = norm(name + "ffn.norm");
    if (!file.trouble().empty()) return;
    layers_.push_back({Product(arithmetic, std::move(qkv)), Product(arithmetic, std::move(out)),
                       Product(arithmetic, std::move(ffn_in)),
                       Product(arithmetic, std::move(ffn_out)), std::move(attention_norm),
                       std::move(ffn_norm)});
  }
}

void Encoder::normalise(const Norm& norm, const Blocks& x, std::size_t blocks) const {
  for (std::size_t b = 0; b < blocks; ++b) {
    arithmetic_.kernels->norm(x.from(b).floats, config_.width, norm.gain.data(), norm.bias.data(),
                              config_.epsilon);
  }
  quantise(arithmetic_, x, blocks);
}

void Encoder::embed(const Document& document, std::span<const Window> windows, EncoderRoom& room,
                    const Blocks& x) const {
  const std::size_t width = config_.width;
  float* const few = room.few_rows.get(kPieces * width);
  std::size_t row = 0;
  const auto write = [&] {
    const std::size_t pieces = (row - 1) % kPieces + 1;
    arithmetic_.kernels->to_block(few, width, pieces, width, x.from((row - 1) / kPieces).floats);
  };
  room.first_rows.clear();
  for (const Window& window : windows) {
    const float* position = position_.data();
    auto add = [&](std::uint32_t id, std::uint32_t shape) {
      if (id >= word_.rows) id = 0;
      arithmetic_.kernels->embed(word_.bytes + id * width, word_.scales[id], position,
                                 shape_.data() + shape * width, few + row % kPieces * width,
                                 width);
      position += width;
      if (++row % kPieces == 0) write();
    };
    add(kStartPiece, 0);
    for (std::uint32_t t = window.first_token; t < window.end_token; ++t) {
      const Token& token = document.tokens[t];
      const auto shape = static_cast<std::uint32_t>(token.shape);
      const std::uint32_t* const ids = document.pieces.data() + token.first_piece;
      room.first_rows.push_back(static_cast<std::uint32_t>(row));
      for (std::uint32_t i = 0; i < pieces_read(token); ++i) {
        add(ids[i], i == 0 ? shape + 8 * static_cast<std::uint32_t>(token.before) : shape);
      }
    }
    add(kEndPiece, 0);
  }
  if (row % kPieces != 0) write();
}

// The rows of queries, keys and values, which attention reads.
void Encoder::ask(const Layer& layer, std::size_t rows, const Blocks& x,
                  EncoderRoom& room) const {
  const std::size_t wide = 3 * config_.width, blocks = blocks_of(rows);
  float* const panel = room.qkv_panel.get(kPanel * kPieces * wide);
  const bool halves = arithmetic_.in_halves();
  std::uint16_t* const as_halves = halves ? room.qkv_halves.get(rows * wide) : nullptr;
  float* const as_floats = halves ? nullptr : room.qkv.get(rows * wide);
  for (std::size_t first = 0; first < blocks; first += kPanel) {
    const std::size_t now = std::min(kPanel, blocks - first);
    layer.qkv.run(x.from(first), now, Into::kStored, panel, wide);
    for (std::size_t b = 0; b < now; ++b) {
      const float* const block = panel + b * kPieces * wide;
      const std::size_t row = (first + b) * kPieces, pieces = std::min(kPieces, rows - row);
      if (halves) {
        arithmetic_.kernels->to_rows_bfloat16(block, pieces, wide, as_halves + row * wide, wide);
      } else {
        arithmetic_.kernels->to_rows(block, pieces, wide, as_floats + row * wide, wide);
      }
    }
  }
}

void Encoder::attend(std::span<const Window> windows, EncoderRoom& room) const {
  const std::size_t width = config_.width;
  float* const scores =
      room.attention.get(kernels::attention_room(config_.window, config_.head_width()));
  float* const context = room.context.get(0);
  std::size_t row = 0;
  for (const Window& window : windows) {
    const kernels::Attention shape{window.pieces, config_.heads, config_.head_width()};
    if (arithmetic_.in_halves()) {
      arithmetic_.kernels->attention_bfloat16(shape, room.qkv_halves.get(0) + 3 * row * width,
                                              context + row * width, scores);
    } else {
      arithmetic_.kernels->attention(shape, room.qkv.get(0) + 3 * row * width,
                                     context + row * width, scores);
    }
    row += window.pieces;
  }
}

// What follows the attention in a layer: panel by panel, so that what flows between the products
// stays in the cache.
void Encoder::finish(const Layer& layer, std::size_t rows, const Blocks& x, const float* context,
                     EncoderRoom& room) const {
  const std::size_t width = config_.width, wide = config_.feed_forward;
  const Blocks mixed = room.context_panel.get(kPanel, width);
  const Blocks hidden = room.hidden_panel.get(kPanel, wide);
  const std::size_t blocks = blocks_of(rows);
  for (std::size_t first = 0; first < blocks; first += kPanel) {
    const std::size_t now = std::min(kPanel, blocks - first);
    for (std::size_t b = 0; b < now; ++b) {
      const std::size_t row = (first + b) * kPieces;
      arithmetic_.kernels->to_block(context + row * width, width, std::min(kPieces, rows - row),
                                    width, mixed.from(b).floats);
    }
    quantise(arithmetic_, mixed, now);
    const Blocks sum = x.from(first);
    layer.attention_out.run(mixed, now, Into::kSum, sum.floats, width);
    normalise(layer.attention_norm, sum, now);
    layer.ffn_in.run(sum, now, Into::kGelu, hidden.floats, wide);
    quantise(arithmetic_, hidden, now);
    layer.ffn_out.run(hidden, now, Into::kSum, sum.floats, width);
    normalise(layer.ffn_norm, sum, now);
  }
}

Vectors Encoder::run(const Document& document, std::span<const Window> windows,
                     EncoderRoom& room) const {
  const std::size_t width = config_.width;
  std::size_t rows = 0;
  for (const Window& window : windows) rows += window.pieces;
  const std::size_t blocks = blocks_of(rows);
  const Blocks x = room.x.get(blocks, width);
  embed(document, windows, room, x);
  normalise(norm_, x, blocks);
  const float* const context = room.context.get(rows * width);
  for (const Layer& layer : layers_) {
    ask(layer, rows, x, room);
    attend(windows, room);
    if (&layer != &layers_.back()) finish(layer, rows, x, context, room);
  }

  // Of the last layer only the first pieces of the tokens are needed.
  const std::size_t tokens = room.first_rows.size();
  const Blocks kept = room.kept.get(blocks_of(tokens), width);
  float* const x_rows = room.x_rows.get(blocks * kPieces * width);
  float* const kept_context = room.kept_context.get(tokens * width);
  float* const vectors = room.vectors.get(tokens * width);
  for (std::size_t b = 0; b < blocks; ++b) {
    arithmetic_.kernels->to_rows(x.from(b).floats, kPieces, width, x_rows + b * kPieces * width,
                                 width);
  }
  for (std::size_t t = 0; t < tokens; ++t) {
    const std::size_t from = room.first_rows[t];
    std::memcpy(vectors + t * width, x_rows + from * width, width * sizeof(float));
    std::memcpy(kept_context + t * width, context + from * width, width * sizeof(float));
  }
  for (std::size_t t = 0; t < tokens; t += kPieces) {
    arithmetic_.kernels->to_block(vectors + t * width, width, std::min(kPieces, tokens - t), width,
                                  kept.from(t / kPieces).floats);
  }
  finish(layers_.back(), tokens, kept, kept_context, room);
  for (std::size_t t = 0; t < tokens; t += kPieces) {
    arithmetic_.kernels->to_rows(kept.from(t / kPieces).floats, std::min(kPieces, tokens - t),
                                 width, vectors + t * width, width);
  }
  return {vectors, kept, tokens};
}

}  // namespace tacitus
