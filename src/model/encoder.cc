#include "model/encoder.h"

#include <cstring>
#include <string>

namespace tacitus {
namespace {

using Into = Product::Into;

}  // namespace

Linear::Linear(ModelFile& file, const std::string& name, std::uint64_t out, std::uint64_t in)
    : weight(file.floats(name + ".weight", {out, in})), bias(file.floats(name + ".bias", {out})) {}

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
    const Linear qkv(file, name + "qkv", 3 * width, width);
    const Linear out(file, name + "attention.out", width, width);
    const Linear ffn_in(file, name + "ffn.in", config_.feed_forward, width);
    const Linear ffn_out(file, name + "ffn.out", width, config_.feed_forward);
    Norm attention_norm = norm(name + "attention.norm"), ffn_norm = norm(name + "ffn.norm");
    if (!file.trouble().empty()) return;
    auto product = [&](Into into, const Linear& linear) {
      const std::size_t rows = linear.bias.size();
      return Product(arithmetic_.compute, into, linear.weight.size() / rows, rows,
                     linear.weight.data(), linear.bias);
    };
    layers_.push_back({product(Into::kStored, qkv), product(Into::kSum, out),
                       product(Into::kGelu, ffn_in), product(Into::kSum, ffn_out),
                       std::move(attention_norm), std::move(ffn_norm)});
  }
}

void Encoder::normalise(const Norm& norm, float* x, std::byte* inner, std::size_t rows) const {
  auto* const also = arithmetic_.compute == Compute::kBfloat16
                         ? reinterpret_cast<std::uint16_t*>(inner)
                         : nullptr;
  arithmetic_.kernels->norm(x, rows, config_.width, norm.gain.data(), norm.bias.data(),
                            config_.epsilon, also);
}

void Encoder::embed(const Document& document, std::span<const Window> windows, EncoderRoom& room,
                    std::size_t rows) const {
  const std::size_t width = config_.width;
  float* const x = room.x.get(Product::padded(rows) * width);
  std::size_t row = 0;
  room.first_rows.clear();
  for (const Window& window : windows) {
    const float* position = position_.data();
    auto add = [&](std::uint32_t id, std::uint32_t shape) {
      if (id >= word_.rows) id = 0;
      arithmetic_.kernels->embed(word_.bytes + id * width, word_.scales[id], position,
                                 shape_.data() + shape * width, x + row * width, width);
      position += width;
      ++row;
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
}

void Encoder::attend(std::span<const Window> windows, EncoderRoom& room) const {
  const std::size_t row = config_.width * arithmetic_.bytes();
  const std::byte* qkv = room.qkv.get(0);
  std::byte* context = room.context.get(0);
  for (const Window& window : windows) {
    const kernels::Attention shape{window.pieces, config_.heads, config_.head_width()};
    float* const scores = room.attention.get(
        kernels::attention_room(config_.window, config_.head_width()));
    if (arithmetic_.compute == Compute::kBfloat16) {
      arithmetic_.kernels->attention_bfloat16(shape, reinterpret_cast<const std::uint16_t*>(qkv),
                                              reinterpret_cast<std::uint16_t*>(context), scores);
    } else {
      arithmetic_.kernels->attention(shape, reinterpret_cast<const float*>(qkv),
                                     reinterpret_cast<float*>(context), scores);
    }
    qkv += 3 * row * window.pieces;
    context += row * window.pieces;
  }
}

// What follows the attention in a layer: block by block, so that what flows between the two
// large products stays in the cache.
void Encoder::finish(const Layer& layer, std::size_t rows, float* x, std::byte* inner,
                     const std::byte* context, EncoderRoom& room) const {
  const std::size_t width = config_.width, row = width * arithmetic_.bytes();
  std::byte* const hidden =
      room.hidden.get(Product::kBlock * config_.feed_forward * arithmetic_.bytes());
  for (std::size_t at = 0; at < rows; at += Product::kBlock) {
    const std::size_t now = std::min(rows - at, Product::kBlock);
    float* const sum = x + at * width;
    layer.attention_out.run(context + at * row, now, sum, room.product);
    normalise(layer.attention_norm, sum, inner + at * row, now);
    layer.ffn_in.run(inner + at * row, now, hidden, room.product);
    layer.ffn_out.run(hidden, now, sum, room.product);
    normalise(layer.ffn_norm, sum, inner + at * row, now);
  }
}

Vectors Encoder::run(const Document& document, std::span<const Window> windows,
                     EncoderRoom& room) const {
  const std::size_t width = config_.width, row = width * arithmetic_.bytes();
  std::size_t rows = 0;
  for (const Window& window : windows) rows += window.pieces;
  embed(document, windows, room, rows);

  // In float32 the products read the sums themselves.
  const bool halves = arithmetic_.compute == Compute::kBfloat16;
  const std::size_t padded = Product::padded(rows);
  float* const x = room.x.get(padded * width);
  std::byte* const inner =
      halves ? room.inner.get(padded * row) : reinterpret_cast<std::byte*>(x);
  std::byte* const qkv = room.qkv.get(3 * padded * row);
  const std::byte* const context = room.context.get(padded * row);
  normalise(norm_, x, inner, rows);
  for (const Layer& layer : layers_) {
    layer.qkv.run(inner, rows, qkv, room.product);
    attend(windows, room);
    if (&layer != &layers_.back()) finish(layer, rows, x, inner, context, room);
  }

  // Of the last layer only the first pieces of the tokens are needed.
  const std::size_t tokens = room.first_rows.size();
  const std::size_t padded_tokens = Product::padded(tokens);
  float* const kept = room.kept.get(padded_tokens * width);
  std::byte* const kept_context = room.kept_context.get(padded_tokens * row);
  std::byte* const kept_inner = halves ? room.kept_inner.get(padded_tokens * row)
                                       : reinterpret_cast<std::byte*>(kept);
  for (std::size_t t = 0; t < tokens; ++t) {
    const std::size_t from = room.first_rows[t];
    std::memcpy(kept + t * width, x + from * width, width * sizeof(float));
    std::memcpy(kept_context + t * row, context + from * row, row);
  }
  finish(layers_.back(), tokens, kept, kept_inner, kept_context, room);
  return {kept, kept_inner, tokens};
}

}  // namespace tacitus
