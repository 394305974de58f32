#include "model/parser.h"

#include <algorithm>
#include <cstring>

#include "model/labels.h"

namespace tacitus {

using kernels::kPieces;

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
  // In floats: the products are few, and trees hang on small differences.
  arcs_.emplace(Arithmetic{Compute::kFloat32, arithmetic.kernels},
                FileMatrix{{}, std::move(turned), arc_}, bias);

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
  labels_.emplace(arithmetic, FileMatrix{{}, std::move(weights), rel_}, std::move(offsets));
}

// For each token what, multiplied with another's vector, says how well that is its head.
void Parser::ask(const Scores& scores, std::size_t tokens, ParserRoom& room) const {
  float* const asked = room.asked.get(tokens * arc_);
  float* const out = room.panel.get(kPieces * arc_);
  const Blocks dependents = room.dependents.get(1, arc_);
  for (std::size_t t = 0; t < tokens; t += kPieces) {
    const std::size_t now = std::min(kPieces, tokens - t);
    arithmetic_.kernels->to_block(scores.row(t, columns_.arc_dep), scores.pitch, now, arc_,
                                  dependents.floats);
    arcs_->run(dependents, 1, kernels::Into::kStored, out, arc_);
    arithmetic_.kernels->to_rows(out, now, arc_, asked + t * arc_, arc_);
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

// Blocks of the heads' vectors of `tokens` tokens.
void Parser::gather_heads(std::size_t first, std::size_t tokens, const Scores& scores,
                          ParserRoom& room) const {
  float* const heads = room.heads_panel.get(kPanel * kPieces * rel_);
  float* const few = room.few_rows.get(kPieces * rel_);
  for (std::size_t t = 0; t < tokens; t += kPieces) {
    const std::size_t now = std::min(kPieces, tokens - t);
    for (std::size_t i = 0; i < now; ++i) {
      const std::uint32_t head = room.head_of[first + t + i];
      const float* const from =
          head == kNone ? rel_root_.data() : scores.row(head, columns_.rel_head);
      std::memcpy(few + i * rel_, from, rel_ * sizeof(float));
    }
    arithmetic_.kernels->to_block(few, rel_, now, rel_, heads + t * rel_);
  }
}

void Parser::label(Document& document, std::uint32_t first_token, std::size_t tokens,
                   const Scores& scores, ParserRoom& room) const {
  constexpr std::size_t kStep = kPanel * kPieces;
  float* const asked = room.panel.get(kStep * rel_);
  float* const best = room.label_scores.get((kStep + kPieces) * deprels_);
  float* const meets = best + kStep * deprels_;
  const Blocks dependents = room.dependents.get(kPanel, rel_);
  for (std::size_t first = 0; first < tokens; first += kStep) {
    const std::size_t now = std::min(kStep, tokens - first), blocks = blocks_of(now);
    gather_heads(first, now, scores, room);
    for (std::size_t b = 0; b < blocks; ++b) {
      const std::size_t row = first + b * kPieces;
      arithmetic_.kernels->to_block(scores.row(row, columns_.rel_dep), scores.pitch,
                                    std::min(kPieces, tokens - row), rel_,
                                    dependents.from(b).floats);
    }
    quantise(arithmetic_, dependents, blocks);
    labels_->run(dependents, blocks, kernels::Into::kStored, best, deprels_, deprels_ * rel_,
                 deprels_ * (rel_ + 1));
    for (std::size_t r = 0; r < deprels_; ++r) {
      labels_->run(dependents, blocks, kernels::Into::kStored, asked, rel_, r * rel_,
                   (r + 1) * rel_);
      for (std::size_t b = 0; b < blocks; ++b) {
        arithmetic_.kernels->meet(asked + b * kPieces * rel_,
                                  room.heads_panel.get(0) + b * kPieces * rel_, rel_, meets);
        float* const to = best + (b * deprels_ + r) * kPieces;
        for (std::size_t p = 0; p < kPieces; ++p) to[p] += meets[p];
      }
    }
    for (std::size_t i = 0; i < now; ++i) {
      float* const row = meets;  // this token's scores side by side
      const float* const from = best + i / kPieces * deprels_ * kPieces + i % kPieces;
      for (std::size_t r = 0; r < deprels_; ++r) row[r] = from[r * kPieces];
      document.tokens[first_token + first + i].deprel = best_of(row, deprels_);
    }
  }
}

void Parser::run(Document& document, std::span<const Stretch> stretches, const Scores& scores,
                 ParserRoom& room) const {
  const std::uint32_t first_token = stretches.front().first_token;
  const std::size_t tokens = stretches.back().end_token - first_token;
  ask(scores, tokens, room);
  room.head_of.clear();
  for (const Stretch& stretch : stretches) {
    find_heads(document, stretch, stretch.first_token - first_token, scores, room);
  }
  label(document, first_token, tokens, scores, room);
}

}  // namespace tacitus
