#include "model/sectors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace tacitus {
namespace {

using kernels::kPieces;

constexpr std::size_t kSectors = kSectorNames.size();

SectorScores best_two(std::uint32_t token, const float* scores) {
  std::array<float, kSectors> chances;
  float most = scores[0], sum = 0;
  for (std::size_t s = 1; s < kSectors; ++s) most = std::max(most, scores[s * kPieces]);
  for (std::size_t s = 0; s < kSectors; ++s) sum += chances[s] = std::exp(scores[s * kPieces] - most);
  SectorScores one;
  one.token = token;
  for (std::size_t k = 0; k < one.sectors.size(); ++k) {
    const auto best = std::max_element(chances.begin(), chances.end());
    one.sectors[k] = static_cast<std::uint8_t>(best - chances.begin());
    one.chances[k] = static_cast<std::uint8_t>(std::lround(255 * *best / sum));
    *best = -1;
  }
  return one;
}

}  // namespace

SectorHead::SectorHead(ModelFile& file, const Arithmetic& arithmetic)
    : config_(file.header().config), arithmetic_(arithmetic) {
  if (config_.sectors == 0) return;
  const std::uint64_t width = config_.width;
  Linear gate(file, "sectors.gate", 1, width), in(file, "sectors.in", config_.sectors, 2 * width);
  Linear out(file, "sectors.out", kSectors, config_.sectors);
  std::optional<Layer> layer = Layer::take(file, "sectors.layer", arithmetic);
  if (!layer) return;
  // The few first and last sums decide by little, so they stay in floats.
  const Arithmetic floats = {Compute::kFloat32, arithmetic.kernels};
  map_.emplace(Map{Product(floats, std::move(gate)), Product(arithmetic, std::move(in)), Product(floats, std::move(out)),
                   *std::move(layer)});
}

// Fills room.tokens.
void SectorHead::find_names(const Vectors& vectors, SectorRoom& room) const {
  room.tokens.clear();
  const std::size_t blocks = blocks_of(vectors.tokens);
  const Blocks gate = room.gate.get(kPanel, 1);
  for (std::size_t first = 0; first < blocks; first += kPanel) {
    const std::size_t now = std::min(kPanel, blocks - first);
    map_->gate.run(vectors.blocks.from(first), now, kernels::Into::kStored, gate.floats, 1);
    const std::size_t end = std::min((first + now) * kPieces, vectors.tokens);
    for (std::size_t t = first * kPieces; t < end; ++t) {
      if (gate.floats[t - first * kPieces] > 0) room.tokens.push_back(static_cast<std::uint32_t>(t));
    }
  }
}

// Lays a row of keys and values for each piece of the window that begins at `row`; gives the first.
const float* SectorHead::lay_context(const Vectors& vectors, std::size_t row, std::size_t pieces, SectorRoom& room) const {
  const std::size_t width = config_.width, wide = 2 * width;
  const std::size_t begin = row / kPieces, end = blocks_of(row + pieces);
  float* const rows = room.context.get((end - begin) * kPieces * wide);
  const Blocks panel = room.panel.get(kPanel, wide);
  for (std::size_t first = begin; first < end; first += kPanel) {
    const std::size_t now = std::min(kPanel, end - first);
    map_->layer.qkv().run(vectors.read_blocks.from(first), now, kernels::Into::kStored, panel.floats, wide, width, 3 * width);
    for (std::size_t b = 0; b < now; ++b) {
      arithmetic_.kernels->to_rows(panel.from(b).floats, kPieces, wide, rows + (first - begin + b) * kPieces * wide, wide);
    }
  }
  return rows + (row - begin * kPieces) * wide;
}

// Writes what a piece sees among the pieces of its window.
void SectorHead::look(const float* query, const float* context, std::size_t pieces, float* weights, float* seen) const {
  const std::size_t width = config_.width, wide = 2 * width, part = config_.head_width();
  const float scale = 1 / std::sqrt(static_cast<float>(part));
  std::fill_n(seen, width, 0.0f);
  for (std::size_t h = 0; h < config_.heads; ++h) {
    const float* const keys = context + h * part;
    arithmetic_.kernels->dots(query + h * part, keys, wide, pieces, part, weights);
    const float most = *std::max_element(weights, weights + pieces);
    float sum = 0;
    for (std::size_t i = 0; i < pieces; ++i) sum += weights[i] = std::exp((weights[i] - most) * scale);
    float* const out = seen + h * part;
    for (std::size_t i = 0; i < pieces; ++i) {
      const float* const value = keys + width + i * wide;
      for (std::size_t k = 0; k < part; ++k) out[k] += weights[i] / sum * value[k];
    }
  }
}

// The scores of at most kPieces tokens of one window, a block.
const float* SectorHead::tell(const Vectors& vectors, std::span<const std::uint32_t> tokens, const float* context,
                      std::size_t pieces, SectorRoom& room) const {
  const std::size_t width = config_.width, count = tokens.size();
  float* const rows = room.rows.get(kPieces * width);
  float* const queries = room.queries.get(kPieces * width);
  float* const seen = room.seen.get(kPieces * width);
  float* const both = room.both.get(kPieces * 2 * width);
  float* const weights = room.weights.get(pieces);
  for (std::size_t i = 0; i < count; ++i) {
    std::memcpy(rows + i * width, vectors.read_floats + vectors.read_rows[tokens[i]] * width, width * sizeof(float));
    std::memcpy(both + i * 2 * width + width, vectors.floats + tokens[i] * width, width * sizeof(float));
  }
  const Blocks few = room.few.get(1, width), query = room.panel.get(1, width);
  arithmetic_.kernels->to_block(rows, width, count, width, few.floats);
  quantise(arithmetic_, few, 1);
  map_->layer.qkv().run(few, 1, kernels::Into::kStored, query.floats, width, 0, width);
  arithmetic_.kernels->to_rows(query.floats, count, width, queries, width);
  for (std::size_t i = 0; i < count; ++i) look(queries + i * width, context, pieces, weights, seen + i * width);
  map_->layer.finish(count, few, seen, room.layer);
  arithmetic_.kernels->to_rows(few.floats, count, width, both, 2 * width);
  const Blocks asked = room.asked.get(1, 2 * width), inner = room.hidden.get(1, config_.sectors);
  arithmetic_.kernels->to_block(both, 2 * width, count, 2 * width, asked.floats);
  quantise(arithmetic_, asked, 1);
  map_->in.run(asked, 1, kernels::Into::kStored, inner.floats, config_.sectors);
  for (std::size_t i = 0; i < config_.sectors * kPieces; ++i) inner.floats[i] = std::max(inner.floats[i], 0.0f);
  const Blocks scores = room.out.get(1, kSectors);
  map_->out.run(inner, 1, kernels::Into::kStored, scores.floats, kSectors);
  return scores.floats;
}

void SectorHead::run(const Vectors& vectors, std::span<const Window> windows, SectorRoom& room,
                     std::vector<SectorScores>& out) const {
  if (!map_) return;
  find_names(vectors, room);
  const std::uint32_t base = windows.front().first_token;
  const std::span<const std::uint32_t> tokens = room.tokens;
  std::size_t row = 0, at = 0;
  for (const Window& window : windows) {
    std::size_t end = at;
    while (end < tokens.size() && base + tokens[end] < window.end_token) ++end;
    const float* const context = end > at ? lay_context(vectors, row, window.pieces, room) : nullptr;
    for (; at < end; at += std::min(kPieces, end - at)) {
      const std::span<const std::uint32_t> some = tokens.subspan(at, std::min(kPieces, end - at));
      const float* const scores = tell(vectors, some, context, window.pieces, room);
      for (std::size_t i = 0; i < some.size(); ++i) out.push_back(best_two(base + some[i], scores + i));
    }
    row += window.pieces;
  }
}

}  // namespace tacitus
