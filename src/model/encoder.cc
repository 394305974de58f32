#include "model/encoder.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

namespace tacitus {
namespace {

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

Vectors Encoder::run(const Document& document, std::span<const Window> windows,
                     EncoderRoom& room) const {
  const std::size_t width = config_.width;
  std::size_t rows = 0;
  for (const Window& window : windows) rows += window.pieces;
  const std::size_t blocks = blocks_of(rows);
  const Blocks x = room.x.get(blocks, width);
  embed(document, windows, room, x);
  normalise(arithmetic_, norm_, config_.epsilon, x, blocks);
  room.looks.clear();
  for (const Window& window : windows) room.looks.push_back({window.pieces, window.pieces});
  for (std::size_t l = 0; l + 1 < layers_.size(); ++l) layers_[l].run(room.looks, x, x, room.layer);

  // Of the last layer only the first pieces of the tokens are needed.
  const std::size_t tokens = room.first_rows.size();
  float* const x_rows = room.x_rows.get(blocks * kPieces * width);
  for (std::size_t b = 0; b < blocks; ++b) {
    arithmetic_.kernels->to_rows(x.from(b).floats, kPieces, width, x_rows + b * kPieces * width, width);
  }
  float* const vectors = room.vectors.get(tokens * width);
  for (std::size_t t = 0; t < tokens; ++t) {
    std::memcpy(vectors + t * width, x_rows + room.first_rows[t] * width, width * sizeof(float));
  }
  const Blocks kept = room.kept.get(blocks_of(tokens), width);
  for (std::size_t t = 0; t < tokens; t += kPieces) {
    arithmetic_.kernels->to_block(vectors + t * width, width, std::min(kPieces, tokens - t), width,
                                  kept.from(t / kPieces).floats);
  }
  quantise(arithmetic_, kept, blocks_of(tokens));
  for (std::size_t w = 0; w < windows.size(); ++w) room.looks[w].asking = windows[w].end_token - windows[w].first_token;
  layers_.back().run(room.looks, x, kept, room.layer);
  for (std::size_t t = 0; t < tokens; t += kPieces) {
    arithmetic_.kernels->to_rows(kept.from(t / kPieces).floats, std::min(kPieces, tokens - t),
                                 width, vectors + t * width, width);
  }
  return {vectors, kept, tokens, x_rows, x, room.first_rows.data()};
}

}  // namespace tacitus
