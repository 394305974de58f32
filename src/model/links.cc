#include "model/links.h"

#include <cmath>

namespace tacitus {
namespace {

constexpr std::size_t kBuckets = 15;

}  // namespace

std::size_t distance_bucket(std::int64_t n) {
  constexpr std::int64_t kHighest[] = {-64, -32, -16, -8, -4, -2, -1, 0, 1, 3, 7, 15, 31, 63};
  std::size_t bucket = 0;
  while (bucket < kBuckets - 1 && n > kHighest[bucket]) ++bucket;
  return bucket;
}

Linker::Linker(ModelFile& file, const Columns& columns, const Arithmetic& arithmetic)
    : kernels_(arithmetic.kernels), width_(file.header().config.link) {
  source_ = {columns.source_query, columns.source_key, file.floats("link.source.none", {width_}),
             file.floats("link.source.distance", {kBuckets})};
  content_ = {columns.content_query, columns.content_key,
              file.floats("link.content.none", {width_}),
              file.floats("link.content.distance", {kBuckets})};
}

void Linker::link(std::span<AttributionSpan> spans, std::size_t asking, Role sought,
                  const Head& head, std::uint32_t base, std::uint32_t first_token,
                  const Scores& scores) const {
  AttributionSpan& span = spans[asking];
  const float* const query = scores.row(span.first_token - first_token, head.query);
  const float scale = 1 / std::sqrt(static_cast<float>(width_));
  float most = 0;
  kernels_->dots(query, head.none.data(), 0, 1, width_, &most);
  // The sum of e^(score - most) is kept while the highest score is looked for.
  float sum = 1;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].role != sought || spans[i].layer != span.layer) continue;
    float score = 0;
    kernels_->dots(query, scores.row(spans[i].first_token - first_token, head.key), 0, 1, width_,
                   &score);
    score = score * scale + head.distance[distance_bucket(
                                std::int64_t{spans[i].first_token} - span.first_token)];
    if (score > most) {
      sum = sum * std::exp(most - score) + 1;
      most = score;
      span.link = base + static_cast<std::uint32_t>(i);
    } else {
      sum += std::exp(score - most);
    }
  }
  span.score = span.link == kNone ? 0 : 1 / sum;
}

void Linker::run(std::span<AttributionSpan> spans, std::uint32_t base, std::uint32_t first_token,
                 const Scores& scores) const {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].role == Role::kCue) {
      link(spans, i, Role::kSource, source_, base, first_token, scores);
    } else if (spans[i].role == Role::kContent) {
      link(spans, i, Role::kCue, content_, base, first_token, scores);
    }
  }
}

}  // namespace tacitus
