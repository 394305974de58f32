#include "model/encoder.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

namespace tacitus {
namespace {

using kernels::Into;
using kernels::kPieces;

}  // namespace

Encoder::Encoder(ModelFile& file, const Arithmetic& arithmetic)
    : config_(file.header().config), arithmetic_(arithmetic) {
  const std::uint64_t width = config_.width;
  word_ = file.table("embedding.word", file.header().vocabulary.size(), width);
  position_ = file.floats("embedding.position", {config_.positions, width});
  shape_ = file.floats("embedding.shape", {kShapes, width});
  norm_ = Norm::take(file, "embedding.norm");
  for (std::uint32_t l = 0; l < config_.layers; ++l) {
    std::optional<Layer> layer = Layer::take(file, "encoder." + std::to_string(l), arithmetic);
    if (!layer) return;
    layers_.push_back(*std::move(layer));
  }
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
    layer.qkv().run(x.from(first), now, Into::kStored, panel, wide);
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

Vectors Encoder::run(const Document& document, std::span<const Window> windows,
                     EncoderRoom& room) const {
  const std::size_t width = config_.width;
  std::size_t rows = 0;
  for (const Window& window : windows) rows += window.pieces;
  const std::size_t blocks = blocks_of(rows);
  const Blocks x = room.x.get(blocks, width);
  embed(document, windows, room, x);
  normalise(arithmetic_, norm_, config_.epsilon, x, blocks);
  const float* const context = room.context.get(rows * width);
  for (const Layer& layer : layers_) {
    ask(layer, rows, x, room);
    attend(windows, room);
    if (&layer != &layers_.back()) layer.finish(rows, x, context, room.layer);
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
  layers_.back().finish(tokens, kept, kept_context, room.layer);
  for (std::size_t t = 0; t < tokens; t += kPieces) {
    arithmetic_.kernels->to_rows(kept.from(t / kPieces).floats, std::min(kPieces, tokens - t),
                                 width, vectors + t * width, width);
  }
  return {vectors, kept, tokens, x_rows, x, room.first_rows.data()};
}

}  // namespace tacitus
