#include "model/parser.h"

#include <algorithm>
#include <cstring>

#include "model/labels.h"

namespace tacitus {

Parser::Parser(ModelFile& file, const Columns& columns, const Arithmetic& arithmetic)
    : columns_(columns),
      arithmetic_(arithmetic),
      arc_(file.header().config.arc),
      rel_(file.header().config.rel),
      deprels_(file.header().labels.deprel.size()) {
  arc_root_ = file.floats("arc.root", {arc_});
  rel_root_ = file.floats("rel.root", {rel_});
  const std::vector<float> bilinear = file.floats("arc.bilinear", {arc_, arc_});
  const std::vector<float> bias = file.floats("arc.bias", {arc_});
  const std::vector<float> labels = file.floats("rel.bilinear", {deprels_, rel_ + 1, rel_ + 1});
  if (!file.trouble().empty()) return;

  std::vector<float> turned(arc_ * arc_);
  for (std::size_t i = 0; i < arc_; ++i) {
    for (std::size_t j = 0; j < arc_; ++j) turned[j * arc_ + i] = bilinear[i * arc_ + j];
  }
  arcs_.emplace(arithmetic.compute, Product::Into::kFloats, arc_, arc_, turned.data(), bias);

  // Row r * rel + j of the product is column j of W_r, the last `deprels` rows are the columns
  // that meet the head's 1. The dependent's 1 makes the last row of each W_r a bias.
  const std::size_t rows = deprels_ * (rel_ + 1);
  std::vector<float> weights(rows * rel_), offsets(rows);
  for (std::size_t r = 0; r < deprels_; ++r) {
    for (std::size_t j = 0; j <= rel_; ++j) {
      const std::size_t row = j < rel_ ? r * rel_ + j : deprels_ * rel_ + r;
      const float* const from = labels.data() + r * (rel_ + 1) * (rel_ + 1) + j;
      for (std::size_t i = 0; i < rel_; ++i) weights[row * rel_ + i] = from[i * (rel_ + 1)];
      offsets[row] = from[rel_ * (rel_ + 1)];
    }
  }
  labels_.emplace(arithmetic.compute, Product::Into::kFloats, rel_, rows, weights.data(), offsets);
}

// Copies a column block of scores to room.inner, in the compute type.
void Parser::narrow(const Scores& scores, std::size_t column, std::size_t width,
                    std::size_t first, std::size_t rows, ParserRoom& room) const {
  std::byte* to = room.inner.get(Product::padded(rows) * width * arithmetic_.bytes());
  for (std::size_t i = 0; i < rows; ++i, to += width * arithmetic_.bytes()) {
    const float* const from = scores.row(first + i, column);
    if (arithmetic_.compute == Compute::kBfloat16) {
      arithmetic_.kernels->to_bfloat16(from, reinterpret_cast<std::uint16_t*>(to), width);
    } else {
      std::memcpy(to, from, width * sizeof(float));
    }
  }
}

void Parser::find_heads(Document& document, const Stretch& stretch, std::size_t row,
                        const Scores& scores, ParserRoom& room) const {
  const std::size_t n = stretch.end_token - stretch.first_token;
  float* const arcs = room.arcs.get(n * (n + 1));
  const float* const asked = room.asked.get(0) + row * arc_;
  for (std::size_t d = 0; d < n; ++d) {
    float* const out = arcs + d * (n + 1);
    arithmetic_.kernels->dots(asked + d * arc_, scores.row(row, columns_.arc_head), scores.pitch,
                              n, arc_, out);
    arithmetic_.kernels->dots(asked + d * arc_, arc_root_.data(), 0, 1, arc_, out + n);
  }
  room.heads.resize(n);
  room.trees.find(arcs, n, room.heads.data());
  for (std::size_t d = 0; d < n; ++d) {
    const std::int32_t head = room.heads[d];
    Token& token = document.tokens[stretch.first_token + d];
    token.head = head < 0 ? kNone : stretch.first_token + static_cast<std::uint32_t>(head);
    room.head_of.push_back(
        head < 0 ? kNone : static_cast<std::uint32_t>(row + static_cast<std::size_t>(head)));
  }
}

void Parser::label(Document& document, std::uint32_t first_token, std::size_t tokens,
                   const Scores& scores, ParserRoom& room) const {
  const std::size_t pitch = deprels_ * (rel_ + 1);
  float* const out = room.labels.get(Product::kBlock * pitch);
  std::vector<float>& best = room.label_scores;
  best.resize(deprels_);
  for (std::size_t first = 0; first < tokens; first += Product::kBlock) {
    const std::size_t now = std::min(tokens - first, Product::kBlock);
    narrow(scores, columns_.rel_dep, rel_, first, now, room);
    labels_->run(room.inner.get(0), now, out, room.product);
    for (std::size_t i = 0; i < now; ++i) {
      const std::uint32_t head = room.head_of[first + i];
      const float* const asked = out + i * pitch;
      arithmetic_.kernels->dots(
          head == kNone ? rel_root_.data() : scores.row(head, columns_.rel_head), asked, rel_,
          deprels_, rel_, best.data());
      for (std::size_t r = 0; r < deprels_; ++r) best[r] += asked[deprels_ * rel_ + r];
      document.tokens[first_token + first + i].deprel = best_of(best.data(), deprels_);
    }
  }
}

void Parser::run(Document& document, std::span<const Stretch> stretches, const Scores& scores,
                 ParserRoom& room) const {
  const std::uint32_t first_token = stretches.front().first_token;
  const std::size_t tokens = stretches.back().end_token - first_token;
  narrow(scores, columns_.arc_dep, arc_, 0, tokens, room);
  arcs_->run(room.inner.get(0), tokens, room.asked.get(Product::padded(tokens) * arc_),
             room.product);
  room.head_of.clear();
  for (const Stretch& stretch : stretches) {
    find_heads(document, stretch, stretch.first_token - first_token, scores, room);
  }
  label(document, first_token, tokens, scores, room);
}

}  // namespace tacitus
