#include "model/meaning.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace tacitus {
namespace {

float value(std::uint16_t half) { return std::bit_cast<float>(std::uint32_t{half} << 16); }

// The nearest bfloat16.
std::uint16_t half(float x) {
  const auto bits = std::bit_cast<std::uint32_t>(x);
  return static_cast<std::uint16_t>((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
}

// The two halves of a matrix's columns.
struct Halves {
  FileMatrix first, second;
  Halves(ModelFile& file, const char* name, std::size_t rows, std::size_t width) {
    const std::vector<float> both = file.floats(name, {rows, 2 * width});
    for (auto at = both.begin(); at != both.end(); at += static_cast<std::ptrdiff_t>(2 * width)) {
      const auto middle = at + static_cast<std::ptrdiff_t>(width);
      first.floats.insert(first.floats.end(), at, middle);
      second.floats.insert(second.floats.end(), middle, middle + static_cast<std::ptrdiff_t>(width));
    }
    first.columns = second.columns = width;
  }
};

}  // namespace

MeaningHead::MeaningHead(ModelFile& file, const Arithmetic& arithmetic)
    : config_(file.header().config), arithmetic_(arithmetic) {
  if (config_.meaning == 0) return;
  const std::uint64_t width = config_.width, hidden = config_.meaning;
  word_ = file.table("embedding.word", file.header().vocabulary.size(), width);
  gate_ = file.floats("meaning.gate.weight", {width});
  gate_bias_ = file.floats("meaning.gate.bias", {1});
  weight_ = file.floats("meaning.piece", {file.header().vocabulary.size()});
  Halves in(file, "meaning.in.weight", hidden, width);
  Halves skip(file, "meaning.skip.weight", width, width);
  FileMatrix out = file.matrix("meaning.out.weight", width, hidden);
  std::vector<float> in_bias = file.floats("meaning.in.bias", {hidden});
  std::vector<float> skip_bias = file.floats("meaning.skip.bias", {width});
  if (!file.trouble().empty()) return;
  const std::vector<float> none(hidden), no(width);
  map_.emplace(Map{Product(arithmetic, std::move(in.first), std::move(in_bias)),
                   Product(arithmetic, std::move(in.second), none),
                   Product(arithmetic, std::move(skip.first), std::move(skip_bias)),
                   Product(arithmetic, std::move(skip.second), no),
                   Product(arithmetic, std::move(out), no)});
}

void MeaningHead::begin(std::size_t first, std::size_t tokens, MeaningRoom& room) const {
  room.first = first;
  room.count = 0;
  room.width = config_.width;
  room.tokens.get(std::min(tokens, MeaningRoom::kMost) * config_.width);
}

bool MeaningHead::keep(const Vectors& vectors, MeaningRoom& room) const {
  if (room.count + vectors.tokens > MeaningRoom::kMost) return false;
  const std::size_t size = vectors.tokens * config_.width;
  std::uint16_t* const to = room.tokens.get(0) + room.count * config_.width;
  for (std::size_t i = 0; i < size; ++i) to[i] = half(vectors.floats[i]);
  room.count += vectors.tokens;
  return true;
}

// The mean of the tokens' vectors, those that say much counting more.
void MeaningHead::pool_tokens(std::uint32_t first, std::uint32_t end, const MeaningRoom& room,
                              float* out) const {
  const std::size_t width = config_.width;
  const std::uint16_t* row = const_cast<MeaningRoom&>(room).tokens.get(0) + (first - room.first) * width;
  std::fill_n(out, width, 0.0f);
  float sum = 0;
  for (std::uint32_t t = first; t < end; ++t, row += width) {
    float gate = gate_bias_[0];
    for (std::size_t i = 0; i < width; ++i) gate += gate_[i] * value(row[i]);
    gate = 1 / (1 + std::exp(-gate));
    for (std::size_t i = 0; i < width; ++i) out[i] += gate * value(row[i]);
    sum += gate;
  }
  for (std::size_t i = 0; i < width; ++i) out[i] /= std::max(sum, 1e-6f);
}

// The mean of the pieces' rows of the word table, each with its weight.
void MeaningHead::pool_pieces(const Document& document, std::uint32_t first, std::uint32_t end,
                              float* out) const {
  const std::size_t width = config_.width;
  std::fill_n(out, width, 0.0f);
  float sum = 0;
  for (std::uint32_t t = first; t < end; ++t) {
    const Token& token = document.tokens[t];
    for (std::uint32_t p = 0; p < pieces_read(token); ++p) {
      const std::uint32_t given = document.pieces[token.first_piece + p];
      const std::size_t id = given < word_.rows ? given : 0;
      const std::int8_t* const bytes = word_.bytes + id * width;
      const float scale = weight_[id] * word_.scales[id];
      for (std::size_t i = 0; i < width; ++i) out[i] += scale * static_cast<float>(bytes[i]);
      sum += weight_[id];
    }
  }
  for (std::size_t i = 0; i < width; ++i) out[i] /= std::max(sum, 1e-6f);
}

const float* MeaningHead::map(std::size_t count, MeaningRoom& room) const {
  using kernels::Into;
  const std::size_t width = config_.width, hidden = config_.meaning;
  const kernels::Kernels& kernels = *arithmetic_.kernels;
  float* const rows = room.rows.get(0);
  const Blocks tokens = room.of_tokens.get(1, width), pieces = room.of_pieces.get(1, width);
  kernels.to_block(rows, 2 * width, count, width, tokens.floats);
  kernels.to_block(rows + width, 2 * width, count, width, pieces.floats);
  quantise(arithmetic_, tokens, 1);
  quantise(arithmetic_, pieces, 1);
  const Blocks inner = room.hidden.get(1, hidden);
  map_->in_tokens.run(tokens, 1, Into::kStored, inner.floats, hidden);
  map_->in_pieces.run(pieces, 1, Into::kSum, inner.floats, hidden);
  for (std::size_t i = 0; i < hidden * kernels::kPieces; ++i) {
    inner.floats[i] = std::max(inner.floats[i], 0.0f);
  }
  quantise(arithmetic_, inner, 1);
  const Blocks sum = room.sum.get(1, width);
  map_->skip_tokens.run(tokens, 1, Into::kStored, sum.floats, width);
  map_->skip_pieces.run(pieces, 1, Into::kSum, sum.floats, width);
  map_->out.run(inner, 1, Into::kSum, sum.floats, width);
  kernels.to_rows(sum.floats, count, width, rows, width);
  return rows;
}

void MeaningHead::of(const Document& document, std::span<const Span> tokens, MeaningRoom& room,
                     std::span<float> out) const {
  const std::size_t width = config_.width, count = tokens.size();
  std::fill(out.begin(), out.end(), 0.0f);
  if (!map_ || count > kTogether || out.size() != count * width) return;
  const auto is_held = [&](Span stretch) {
    return stretch.begin < stretch.end && room.holds(stretch.begin, stretch.end);
  };
  float* x = room.rows.get(kTogether * 2 * width);
  for (const Span stretch : tokens) {
    if (is_held(stretch)) {
      pool_tokens(stretch.begin, stretch.end, room, x);
      pool_pieces(document, stretch.begin, stretch.end, x + width);
    } else {
      std::fill_n(x, 2 * width, 0.0f);
    }
    x += 2 * width;
  }
  const float* row = map(count, room);
  for (std::size_t s = 0; s < count; ++s, row += width) {
    float squares = 0;
    for (std::size_t i = 0; i < width; ++i) squares += row[i] * row[i];
    if (!is_held(tokens[s]) || !(squares > 0) || !std::isfinite(squares)) continue;
    const float scale = 1 / std::sqrt(squares);
    for (std::size_t i = 0; i < width; ++i) out[s * width + i] = row[i] * scale;
  }
}

}  // namespace tacitus
