// Asks the model for the meanings of a record's parts.
#include "read/meanings.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace tacitus {
namespace {

// The stretches of all parts, of which the model then gives the vectors together.
class Stretches {
 public:
  explicit Stretches(const Document& document) : document_(document) {}

  void add_part(std::span<const Span> spans) {
    for (const Span span : spans) tokens_.push_back({token_from(span.begin), token_from(span.end)});
    ends_.push_back(tokens_.size());
  }

  // The parts' vectors, in order. Of a part in several stretches: the mean of theirs, each with its
  // number of tokens.
  std::vector<std::vector<float>> vectors(const Model& model, Scratch& scratch) const {
    const std::size_t width = model.meaning_width();
    std::vector<float> rows(tokens_.size() * width);
    model.meanings(document_, tokens_, scratch, rows);
    std::vector<std::vector<float>> out;
    out.reserve(ends_.size());
    std::size_t at = 0;
    for (const std::size_t end : ends_) {
      std::vector<float>& sum = out.emplace_back(width);
      for (; at < end; ++at) {
        const auto weight = static_cast<float>(tokens_[at].size());
        for (std::size_t i = 0; i < width; ++i) sum[i] += weight * rows[at * width + i];
      }
      make_long_one(sum);
    }
    return out;
  }

 private:
  // Of length 1; empty where it has no direction.
  static void make_long_one(std::vector<float>& vector) {
    float squares = 0;
    for (const float x : vector) squares += x * x;
    if (!(squares > 0)) return vector.clear();
    const float scale = 1 / std::sqrt(squares);
    for (float& x : vector) x *= scale;
  }

  // The first token that begins at or behind a byte.
  std::uint32_t token_from(std::uint32_t byte) const {
    const auto& tokens = document_.tokens;
    const auto found = std::lower_bound(
        tokens.begin(), tokens.end(), byte,
        [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
    return static_cast<std::uint32_t>(found - tokens.begin());
  }

  const Document& document_;
  std::vector<Span> tokens_;
  std::vector<std::size_t> ends_;  // where each part's stretches end
};

}  // namespace

Meanings meanings_of(const Record& record, const Document& document, const Model& model,
                     Scratch& scratch) {
  if (model.meaning_width() == 0) return {};
  Stretches stretches(document);
  for (const Statement& statement : record.statements) stretches.add_part(statement.content);
  for (const Position& position : record.positions) {
    if (position.issue_span) stretches.add_part({&*position.issue_span, 1});
    else stretches.add_part({});
  }
  std::vector<std::vector<float>> vectors = stretches.vectors(model, scratch);
  const auto middle = vectors.begin() + static_cast<std::ptrdiff_t>(record.statements.size());
  return {{std::make_move_iterator(vectors.begin()), std::make_move_iterator(middle)},
          {std::make_move_iterator(middle), std::make_move_iterator(vectors.end())}};
}

}  // namespace tacitus
