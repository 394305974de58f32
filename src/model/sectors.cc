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

// The numbers that the head's own layer gives for room.tokens, block by block.
Blocks SectorHead::read_again(const Vectors& vectors, std::span<const Window> windows, SectorRoom& room) const {
  const std::size_t width = config_.width, count = room.tokens.size(), blocks = blocks_of(count);
  const std::uint32_t base = windows.front().first_token;
  room.looks.clear();
  auto at = room.tokens.begin();
  for (const Window& window : windows) {
    const auto end = std::lower_bound(at, room.tokens.end(), window.end_token - base);
    room.looks.push_back({window.pieces, static_cast<std::uint32_t>(end - at)});
    at = end;
  }
  const Blocks read = room.read.get(blocks, width);
  float* const rows = room.rows.get(kPieces * width);
  for (std::size_t first = 0; first < count; first += kPieces) {
    const std::size_t now = std::min(kPieces, count - first);
    for (std::size_t i = 0; i < now; ++i) {
      const float* const row = vectors.read_floats + vectors.read_rows[room.tokens[first + i]] * width;
      std::memcpy(rows + i * width, row, width * sizeof(float));
    }
    arithmetic_.kernels->to_block(rows, width, now, width, read.from(first / kPieces).floats);
  }
  quantise(arithmetic_, read, blocks);
  map_->layer.run(room.looks, vectors.read_blocks, read, room.layer);
  return read;
}

// The scores of at most kPieces tokens, a block, of which `again` is what read_again() gives.
const float* SectorHead::tell(const Vectors& vectors, std::span<const std::uint32_t> tokens, const float* again,
                              SectorRoom& room) const {
  const std::size_t width = config_.width;
  float* const rows = room.rows.get(kPieces * width);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::memcpy(rows + i * width, vectors.floats + tokens[i] * width, width * sizeof(float));
  }
  const Blocks asked = room.asked.get(1, 2 * width), inner = room.hidden.get(1, config_.sectors);
  std::memcpy(asked.floats, again, kPieces * width * sizeof(float));
  arithmetic_.kernels->to_block(rows, width, tokens.size(), width, asked.floats + kPieces * width);
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
  if (room.tokens.empty()) return;
  const std::uint32_t base = windows.front().first_token;
  const Blocks again = read_again(vectors, windows, room);
  for (std::size_t first = 0; first < room.tokens.size(); first += kPieces) {
    const std::span<const std::uint32_t> some =
        std::span(room.tokens).subspan(first, std::min(kPieces, room.tokens.size() - first));
    const float* const scores = tell(vectors, some, again.from(first / kPieces).floats, room);
    for (std::size_t i = 0; i < some.size(); ++i) out.push_back(best_two(base + some[i], scores + i));
  }
}

}  // namespace tacitus
