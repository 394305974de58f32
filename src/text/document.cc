// Makes documents: words of what is not skipped, their sentences, their pieces.
#include "text/document.h"

#include <algorithm>

#include "text/analyse.h"
#include "text/sentences.h"
#include "text/tokens.h"

namespace tacitus {

Document make_document(std::string_view text, std::uint32_t body_start, PieceCutter& cutter,
                       const std::vector<std::pair<std::uint32_t, std::uint32_t>>& skip) {
  Document document;
  document.text = text;
  document.tokens.reserve(text.size() / 5);
  const auto size = static_cast<std::uint32_t>(text.size());
  std::vector<std::uint32_t> barriers;
  std::uint32_t at = 0;
  for (const auto& [begin, end] : skip) {
    if (begin > at) tokenize(text, {at, std::min(begin, size)}, document.tokens);
    at = std::max(at, std::min(end, size));
    barriers.push_back(static_cast<std::uint32_t>(document.tokens.size()));
  }
  if (at < size) tokenize(text, {at, size}, document.tokens);
  split_sentences(document, body_start, barriers);
  cut_pieces(document, cutter);
  return document;
}

}  // namespace tacitus
