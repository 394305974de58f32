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

}  // namespace

MeaningHead::MeaningHead(ModelFile& file, const Arithmetic& arithmetic)
    : config_(file.header().config), arithmetic_(arithmetic) {
  if (config_.meaning == 0) return;
  const std::uint64_t width = config_.width, hidden = config_.meaning;
  word_ = file.table("embedding.word", file.header().vocabulary.size(), width);
  gate_ = file.floats("meaning.gate.weight", {width});
  gate_bias_ = file.floats("meaning.gate.bias", {1});
  weight_ = file.floats("meaning.piece", {file.header().vocabulary.size()});
  in_ = file.floats("meaning.in.weight", {hidden, 2 * width});
  in_bias_ = file.floats("meaning.in.bias", {hidden});
  out_ = file.floats("meaning.out.weight", {width, hidden});
  skip_ = file.floats("meaning.skip.weight", {width, 2 * width});
  skip_bias_ = file.floats("meaning.skip.bias", {width});
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

bool MeaningHead::of(const Document& document, std::uint32_t first, std::uint32_t end,
                     MeaningRoom& room, std::span<float> out) const {
  const std::size_t width = config_.width, hidden = config_.meaning;
  if (!is_there() || out.size() != width || first >= end || !room.holds(first, end)) return false;
  room.input.resize(2 * width);
  room.hidden.resize(hidden);
  room.skipped.resize(width);
  float* const x = room.input.data();
  pool_tokens(first, end, room, x);
  pool_pieces(document, first, end, x + width);
  const auto dots = arithmetic_.kernels->dots;
  dots(x, in_.data(), 2 * width, hidden, 2 * width, room.hidden.data());
  for (std::size_t i = 0; i < hidden; ++i) {
    room.hidden[i] = std::max(room.hidden[i] + in_bias_[i], 0.0f);
  }
  float* const sum = room.skipped.data();
  dots(x, skip_.data(), 2 * width, width, 2 * width, sum);
  dots(room.hidden.data(), out_.data(), hidden, width, hidden, x);  // the input is done with
  float squares = 0;
  for (std::size_t i = 0; i < width; ++i) {
    sum[i] += x[i] + skip_bias_[i];
    squares += sum[i] * sum[i];
  }
  if (!(squares > 0) || !std::isfinite(squares)) return false;
  const float scale = 1 / std::sqrt(squares);
  for (std::size_t i = 0; i < width; ++i) out[i] = sum[i] * scale;
  return true;
}

}  // namespace tacitus
