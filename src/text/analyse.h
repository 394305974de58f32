// The room's door: text in, a document with tokens, sentences and word pieces out.
//
//   PieceVocabulary vocabulary(model.vocabulary());   // once
//   PieceCutter cutter(vocabulary);                   // one a thread
//   Document document = make_document(article.text, article.body_start, cutter, skipped(article));
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "text/document.h"
#include "text/pieces.h"

namespace tacitus {

// Reads `text`, valid UTF-8 that must outlive the document. `body_start` is the byte at which
// the body begins (0 where there is no headline). `skip` are byte ranges, ascending, that yield
// no tokens, empty ones too; the text on either side of one belongs to different paragraphs. Takes time linear
// in the text. No errors: a text without words gives a document without tokens.
Document make_document(std::string_view text, std::uint32_t body_start, PieceCutter& cutter,
                       const std::vector<std::pair<std::uint32_t, std::uint32_t>>& skip = {});

}  // namespace tacitus
