// Words of a text, cut as the English Universal Dependencies treebanks cut them.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"
#include "text/document.h"

namespace tacitus {

// Appends the tokens of text[range] to `out`, in order, with span and shape set. `text` must be
// valid UTF-8 and `range` lie on code point borders. Characters outside the range are looked at
// for no decision. Takes time linear in the range.
void tokenize(std::string_view text, Span range, std::vector<Token>& out);

// How a word is written; `word` is one token.
Shape shape_of(std::string_view word);

}  // namespace tacitus
