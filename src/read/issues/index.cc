#include "read/issues/index.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tacitus {
namespace {

constexpr std::size_t kLooked = 24;        // nearest phrases that are compared by their signs
constexpr std::size_t kPartsSearched = 8;
constexpr std::uint32_t kFirstDivision = 512;
constexpr float kLeastCosine = 0.3f;

bool is_nearer(const Near& a, const Near& b) {
  return a.cosine != b.cosine ? a.cosine > b.cosine : a.row < b.row;
}

}  // namespace

IssueIndex::IssueIndex(std::size_t width, const IssueWeights& weights)
    : weights_(&weights), vectors_(width), middles_(width), divide_at_(kFirstDivision) {
  middles_.add(std::vector<std::int8_t>(width));
  parts_.resize(1);
}

std::size_t IssueIndex::nearest_part(std::span<const std::int8_t> bytes) const {
  return middles_.nearest(bytes, 1).front().row;
}

// Makes parts anew around issues spread evenly over all; twice as many issues as now come before
// the next time, so that all the divisions together cost little more than the last.
void IssueIndex::divide() {
  const std::uint32_t all = vectors_.size();
  const auto count = static_cast<std::uint32_t>(std::sqrt(static_cast<double>(all)) * 2);
  const std::size_t width = vectors_.width();
  middles_ = Vectors8(width);
  for (std::uint32_t i = 0; i < count; ++i) {
    const auto issue = static_cast<std::uint32_t>(std::uint64_t{i} * all / count);
    middles_.add(std::span(vectors_.row(issue), width));
  }
  parts_.assign(count, {});
  for (std::uint32_t i = 0; i < all; ++i) {
    parts_[nearest_part(std::span(vectors_.row(i), width))].push_back(i);
  }
  divide_at_ = all * 2;
}

std::uint32_t IssueIndex::add(IssueSigns signs, std::span<const float> vector) {
  const std::uint32_t issue = vectors_.size();
  vectors_.add(vector);
  signs_.push_back(std::move(signs));
  parts_[nearest_part(std::span(vectors_.row(issue), vectors_.width()))].push_back(issue);
  if (vectors_.size() >= divide_at_) divide();
  return issue;
}

std::optional<IssueIndex::Found> IssueIndex::find(const IssueSigns& signs,
                                                  std::span<const float> vector) const {
  if (vector.size() != vectors_.width()) return std::nullopt;
  std::vector<std::int8_t> bytes(vector.size());
  to_bytes(vector, bytes);
  std::vector<Near> near;
  for (const Near& part : middles_.nearest(bytes, kPartsSearched)) {
    for (const std::uint32_t issue : parts_[part.row]) {
      const float cosine = vectors_.cosine(bytes, issue);
      if (cosine >= kLeastCosine) near.push_back({issue, cosine});
    }
  }
  const std::size_t looked = std::min(kLooked, near.size());
  std::partial_sort(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(looked), near.end(),
                    is_nearer);
  near.resize(looked);
  std::optional<Found> best;
  for (const Near& one : near) {
    const float probability = weights_->same(signs, signs_[one.row], one.cosine);
    if (probability >= 0.5f && (!best || probability > best->probability)) {
      best = Found{one.row, probability, false};
    }
  }
  return best;
}

IssueIndex::Found IssueIndex::find_or_add(IssueSigns signs, std::span<const float> vector) {
  if (const auto found = find(signs, vector)) return *found;
  return {add(std::move(signs), vector), 1, true};
}

}  // namespace tacitus
