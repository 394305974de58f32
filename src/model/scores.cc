#include "model/scores.h"

#include <algorithm>
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
  // Scores that become labels as they are stay in floats: they are few, and near ties are many.
  const Arithmetic floats = {Compute::kFloat32, arithmetic.kernels};
  auto take = [&](const char* name, std::size_t column, std::size_t rows) {
    Linear linear(file, name, rows, c.width);
    if (!file.trouble().empty()) return;
    layers_.push_back({column, Product(column < columns_.upos ? arithmetic : floats,
                                       std::move(linear))});
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
}

Scores Scorer::run(const Vectors& vectors, ScoreRoom& room) const {
  using kernels::kPieces;
  const std::size_t pitch = columns_.count, tokens = vectors.tokens;
  float* const data = room.scores.get(tokens * pitch);
  float* const panel = room.panel.get(kPanel * kPieces * pitch);
  const std::size_t blocks = blocks_of(tokens);
  for (std::size_t first = 0; first < blocks; first += kPanel) {
    const std::size_t now = std::min(kPanel, blocks - first);
    for (const Layer& layer : layers_) {
      layer.product.run(vectors.blocks.from(first), now, kernels::Into::kStored,
                        panel + layer.column * kPieces, pitch);
    }
    for (std::size_t b = 0; b < now; ++b) {
      const std::size_t row = (first + b) * kPieces;
      arithmetic_.kernels->to_rows(panel + b * kPieces * pitch, std::min(kPieces, tokens - row),
                                   pitch, data + row * pitch, pitch);
    }
  }
  for (std::size_t t = 0; t < tokens; ++t) {
    float* const row = data + t * pitch;
    for (std::size_t i = 0; i < relu_end_; ++i) row[i] = row[i] > 0 ? row[i] : 0;
  }
  return {data, pitch};
}

}  // namespace tacitus
