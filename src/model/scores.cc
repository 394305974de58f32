#include "model/scores.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tacitus {

Columns::Columns(const Header& header) {
  const Config& c = header.config;
  count = 0;
  auto next = [&](std::size_t size) { return std::exchange(count, count + size); };
  arc_dep = next(c.arc);
  arc_head = next(c.arc);
  rel_dep = next(c.rel);
  rel_head = next(c.rel);
  source_query = next(c.link);
  source_key = next(c.link);
  content_query = next(c.link);
  content_key = next(c.link);
  coref_query = next(c.coref);
  coref_key = next(c.coref);
  upos = next(header.labels.upos.size());
  entity = next(1 + 4 * header.labels.entity.size());
  attribution[0] = next(kAttributionLabels);
  attribution[1] = next(kAttributionLabels);
  referent = next(kReferentLabels);
  count = (count + 15) / 16 * 16;
}

Scorer::Scorer(ModelFile& file, const Arithmetic& arithmetic)
    : columns_(file.header()), arithmetic_(arithmetic), relu_end_(columns_.source_query) {
  const Header& header = file.header();
  const Config& c = header.config;
  std::vector<float> weights(columns_.count * c.width), bias(columns_.count);
  auto take = [&](const char* name, std::size_t column, std::size_t rows) {
    const Linear linear(file, name, rows, c.width);
    std::copy(linear.weight.begin(), linear.weight.end(), weights.begin() + column * c.width);
    std::copy(linear.bias.begin(), linear.bias.end(), bias.begin() + column);
  };
  take("arc.dep", columns_.arc_dep, c.arc);
  take("arc.head", columns_.arc_head, c.arc);
  take("rel.dep", columns_.rel_dep, c.rel);
  take("rel.head", columns_.rel_head, c.rel);
  take("link.source.query", columns_.source_query, c.link);
  take("link.source.key", columns_.source_key, c.link);
  take("link.content.query", columns_.content_query, c.link);
  take("link.content.key", columns_.content_key, c.link);
  take("coref.query", columns_.coref_query, c.coref);
  take("coref.key", columns_.coref_key, c.coref);
  take("upos", columns_.upos, header.labels.upos.size());
  take("entity", columns_.entity, 1 + 4 * header.labels.entity.size());
  take("attribution.0", columns_.attribution[0], kAttributionLabels);
  take("attribution.1", columns_.attribution[1], kAttributionLabels);
  take("referent", columns_.referent, kReferentLabels);
  if (!file.trouble().empty()) return;
  product_.emplace(arithmetic.compute, Product::Into::kFloats, c.width, columns_.count,
                   weights.data(), bias);
}

Scores Scorer::run(const Vectors& vectors, ScoreRoom& room) const {
  float* const data = room.scores.get(Product::padded(vectors.tokens) * columns_.count);
  product_->run(vectors.inner, vectors.tokens, data, room.product);
  for (std::size_t t = 0; t < vectors.tokens; ++t) {
    float* const row = data + t * columns_.count;
    for (std::size_t i = 0; i < relu_end_; ++i) row[i] = row[i] > 0 ? row[i] : 0;
  }
  return {data, columns_.count};
}

}  // namespace tacitus
