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
constexpr std::size_t kHeads = kSectorHeads, kWidth = kSectorHeadWidth;
constexpr std::size_t kAll = kHeads * kWidth;                // of a query, of the keys, of the values
constexpr std::uint32_t kReach = kSectorReach;               // tokens to each side
constexpr std::size_t kMostSeen = 2 * kReach + 1;

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
  Linear gate(file, "sectors.gate", 1, width), context(file, "sectors.context", 2 * kAll, width);
  Linear query(file, "sectors.query", kAll, width), in(file, "sectors.in", config_.sectors, width + kAll);
  Linear out(file, "sectors.out", kSectors, config_.sectors);
  distance_ = file.floats("sectors.distance", {kHeads, kMostSeen});
  if (!file.trouble().empty()) return;
  // The few first and last sums decide by little, so they stay in floats.
  const Arithmetic floats = {Compute::kFloat32, arithmetic.kernels};
  map_.emplace(Map{Product(floats, std::move(gate)), Product(arithmetic, std::move(context)),
                   Product(arithmetic, std::move(query)), Product(arithmetic, std::move(in)),
                   Product(floats, std::move(out))});
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

// Lays a row of keys and values for each token into room.context.
void SectorHead::lay_context(const Vectors& vectors, SectorRoom& room) const {
  const std::size_t blocks = blocks_of(vectors.tokens);
  float* const rows = room.context.get(blocks * kPieces * 2 * kAll);
  const Blocks panel = room.panel.get(kPanel, 2 * kAll);
  for (std::size_t first = 0; first < blocks; first += kPanel) {
    const std::size_t now = std::min(kPanel, blocks - first);
    map_->context.run(vectors.blocks.from(first), now, kernels::Into::kStored, panel.floats, 2 * kAll);
    for (std::size_t b = 0; b < now; ++b) {
      arithmetic_.kernels->to_rows(panel.from(b).floats, kPieces, 2 * kAll,
                                   rows + (first + b) * kPieces * 2 * kAll, 2 * kAll);
    }
  }
}

// Writes what `token` sees among the tokens from `first` to before `end`, of the batch.
void SectorHead::look(std::uint32_t token, std::uint32_t first, std::uint32_t end, const float* query,
                      const float* context, float* seen) const {
  std::array<float, kMostSeen> weights;
  const std::size_t count = end - first;
  const float scale = 1 / std::sqrt(static_cast<float>(kWidth));
  std::fill_n(seen, kAll, 0.0f);
  for (std::size_t h = 0; h < kHeads; ++h) {
    const float* const keys = context + first * 2 * kAll + h * kWidth;
    arithmetic_.kernels->dots(query + h * kWidth, keys, 2 * kAll, count, kWidth, weights.data());
    const float* const distance = distance_.data() + h * kMostSeen + (first + kReach - token);
    for (std::size_t i = 0; i < count; ++i) weights[i] = weights[i] * scale + distance[i];
    const float most = *std::max_element(weights.begin(), weights.begin() + static_cast<std::ptrdiff_t>(count));
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += weights[i] = std::exp(weights[i] - most);
    float* const out = seen + h * kWidth;
    for (std::size_t i = 0; i < count; ++i) {
      const float* const value = keys + kAll + i * 2 * kAll;
      for (std::size_t k = 0; k < kWidth; ++k) out[k] += weights[i] / sum * value[k];
    }
  }
}

void SectorHead::run(const Vectors& vectors, std::span<const Window> windows, SectorRoom& room,
                     std::vector<SectorScores>& out) const {
  if (!map_) return;
  find_names(vectors, room);
  if (room.tokens.empty()) return;
  lay_context(vectors, room);
  const std::size_t width = config_.width, both = width + kAll;
  const std::uint32_t base = windows.front().first_token;
  float* const rows = room.rows.get(kPieces * both);
  float* const queries = room.queries.get(kPieces * kAll);
  const Blocks few = room.few.get(1, width), asked = room.asked.get(1, both);
  const Blocks query = room.panel.get(1, kAll), last = room.out.get(1, kSectors);
  const Blocks inner = room.hidden.get(1, config_.sectors);
  const float* const context = room.context.get(0);
  std::size_t window = 0;
  for (std::size_t at = 0; at < room.tokens.size(); at += kPieces) {
    const std::size_t now = std::min(kPieces, room.tokens.size() - at);
    for (std::size_t i = 0; i < now; ++i) {
      std::memcpy(rows + i * both, vectors.floats + room.tokens[at + i] * width, width * sizeof(float));
    }
    arithmetic_.kernels->to_block(rows, both, now, width, few.floats);
    quantise(arithmetic_, few, 1);
    map_->query.run(few, 1, kernels::Into::kStored, query.floats, kAll);
    arithmetic_.kernels->to_rows(query.floats, now, kAll, queries, kAll);
    for (std::size_t i = 0; i < now; ++i) {
      const std::uint32_t token = room.tokens[at + i];
      while (windows[window].end_token <= base + token) ++window;
      const std::uint32_t first = std::max(windows[window].first_token - base, token - std::min(token, kReach));
      const std::uint32_t end = std::min(windows[window].end_token - base, token + kReach + 1);
      look(token, first, end, queries + i * kAll, context, rows + i * both + width);
    }
    arithmetic_.kernels->to_block(rows, both, now, both, asked.floats);
    quantise(arithmetic_, asked, 1);
    map_->in.run(asked, 1, kernels::Into::kStored, inner.floats, config_.sectors);
    for (std::size_t i = 0; i < config_.sectors * kPieces; ++i) inner.floats[i] = std::max(inner.floats[i], 0.0f);
    map_->out.run(inner, 1, kernels::Into::kStored, last.floats, kSectors);
    for (std::size_t i = 0; i < now; ++i) out.push_back(best_two(base + room.tokens[at + i], last.floats + i));
  }
}

}  // namespace tacitus
