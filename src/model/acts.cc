#include "model/acts.h"

#include <algorithm>
#include <cmath>

namespace tacitus {
namespace {

using kernels::kPieces;

constexpr std::size_t kRoots = kRootNames.size();
constexpr std::size_t kNoAct = 0, kActor = 1 + kRoots, kRecipient = kActor + 1;  // rows of `out`
static_assert(kRecipient + 1 == kActLabels);

std::uint8_t byte_of(float probability) {
  return static_cast<std::uint8_t>(std::lround(255 * std::clamp(probability, 0.0f, 1.0f)));
}

}  // namespace

ActHead::ActHead(ModelFile& file, const Arithmetic& arithmetic)
    : config_(file.header().config), arithmetic_(arithmetic) {
  if (config_.acts == 0) return;
  Linear in(file, "acts.in", config_.acts, config_.width);
  Linear out(file, "acts.out", kActLabels, config_.acts);
  if (!file.trouble().empty()) return;
  // The few last sums decide by little, so they stay in floats.
  const Arithmetic floats = {Compute::kFloat32, arithmetic.kernels};
  map_.emplace(Map{Product(arithmetic, std::move(in)), Product(floats, std::move(out))});
}

void ActHead::run(const Vectors& vectors, std::uint32_t first_token, ActRoom& room,
                  std::vector<ActScores>& out) const {
  if (!map_) return;
  const std::size_t hidden = config_.acts, blocks = blocks_of(vectors.tokens);
  const Blocks inner = room.hidden.get(kPanel, hidden), last = room.out.get(kPanel, kActLabels);
  // Where no root comes so near to "none" the roots together stay under the bound.
  const float bound = std::log(ActScores::kLeast / static_cast<float>(kRoots));
  for (std::size_t first = 0; first < blocks; first += kPanel) {
    const std::size_t now = std::min(kPanel, blocks - first);
    map_->in.run(vectors.blocks.from(first), now, kernels::Into::kStored, inner.floats, hidden);
    float* const floats = inner.floats;
    for (std::size_t i = 0; i < now * hidden * kPieces; ++i) floats[i] = std::max(floats[i], 0.0f);
    map_->out.run(inner, now, kernels::Into::kStored, last.floats, kActLabels);
    for (std::size_t t = first * kPieces; t < std::min((first + now) * kPieces, vectors.tokens); ++t) {
      const float* const at =
          last.floats + (t / kPieces - first) * kActLabels * kPieces + t % kPieces;
      const auto score = [&](std::size_t row) { return at[row * kPieces]; };
      float most = score(1);
      for (std::size_t r = 2; r <= kRoots; ++r) most = std::max(most, score(r));
      const bool may_tell = most - score(kNoAct) > bound;
      const float least_side = ActScores::kLeastSide;
      const bool is_side = score(kActor) > least_side || score(kRecipient) > least_side;
      if (!may_tell && !is_side) continue;
      ActScores one;
      one.token = first_token + static_cast<std::uint32_t>(t);
      if (may_tell) {
        most = std::max(most, score(kNoAct));
        float sum = std::exp(score(kNoAct) - most);
        float roots[kRoots];
        for (std::size_t r = 0; r < kRoots; ++r) sum += roots[r] = std::exp(score(1 + r) - most);
        for (std::size_t r = 0; r < kRoots; ++r) one.roots[r] = byte_of(roots[r] / sum);
      }
      one.actor = byte_of(1 / (1 + std::exp(-score(kActor))));
      one.recipient = byte_of(1 / (1 + std::exp(-score(kRecipient))));
      out.push_back(one);
    }
  }
}

}  // namespace tacitus
