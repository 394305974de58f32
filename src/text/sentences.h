// Sentences of a tokenized text.
#pragma once

#include <cstdint>
#include <vector>

#include "text/document.h"

namespace tacitus {

// A sentence without an end is cut behind this many tokens.
constexpr std::uint32_t kLongestSentence = 400;

// Makes document.sentences out of document.tokens, and sets Token::before. Sentences that begin
// before byte `body_start` are in the headline, and one never goes on across it. `barriers` are
// token indices, ascending, at which a paragraph begins whatever the text says.
void split_sentences(Document& document, std::uint32_t body_start,
                     const std::vector<std::uint32_t>& barriers);

}  // namespace tacitus
