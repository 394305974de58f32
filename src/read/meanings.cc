#include "read/meanings.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace tacitus {
namespace {

class Meaner {
 public:
  Meaner(const Document& document, const Model& model, Scratch& scratch)
      : document_(document), model_(model), scratch_(scratch), one_(model.meaning_width()) {}

  // Of a part in several stretches: the mean of theirs, each with its number of tokens.
  std::vector<float> of(std::span<const Span> spans) {
    std::vector<float> sum;
    for (const Span span : spans) {
      const std::uint32_t first = token_from(span.begin), end = token_from(span.end);
      if (!model_.meaning(document_, first, end, scratch_, one_)) continue;
      sum.resize(one_.size());
      const auto weight = static_cast<float>(end - first);
      for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += weight * one_[i];
    }
    float squares = 0;
    for (const float x : sum) squares += x * x;
    if (!(squares > 0)) return {};
    const float scale = 1 / std::sqrt(squares);
    for (float& x : sum) x *= scale;
    return sum;
  }

 private:
  // The first token that begins at or behind a byte.
  std::uint32_t token_from(std::uint32_t byte) const {
    const auto& tokens = document_.tokens;
    const auto found = std::lower_bound(
        tokens.begin(), tokens.end(), byte,
        [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
    return static_cast<std::uint32_t>(found - tokens.begin());
  }

  const Document& document_;
  const Model& model_;
  Scratch& scratch_;
  std::vector<float> one_;
};

}  // namespace

Meanings meanings_of(const Record& record, const Document& document, const Model& model,
                     Scratch& scratch) {
  Meanings out;
  if (model.meaning_width() == 0) return out;
  Meaner meaner(document, model, scratch);
  std::vector<Span> headline;
  for (const Sentence& sentence : document.sentences) {
    if (!sentence.in_headline) break;
    headline.push_back(sentence.span);
  }
  out.headline = meaner.of(headline);
  out.statements.reserve(record.statements.size());
  for (const Statement& statement : record.statements) {
    out.statements.push_back(meaner.of(statement.content));
  }
  out.positions.reserve(record.positions.size());
  for (const Position& position : record.positions) {
    out.positions.emplace_back();
    if (position.issue_span) out.positions.back() = meaner.of({&*position.issue_span, 1});
  }
  return out;
}

}  // namespace tacitus
