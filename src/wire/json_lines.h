// One line of JSON Lines as an item.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "wire/item.h"

namespace tacitus {

// Reads the object {"id", "text" | "html", "url"?, "title"?, "published"?, "pairs"?}; other
// members are passed over, and `text` is taken where both are given. An id that is a whole
// number is taken as its digits; without an id the item gets `place` ("news.jsonl:12"), which
// messages name too. Lone surrogates and bytes that are no UTF-8 become U+FFFD.
// Errors: kBadInput for anything else that is not of that form, and for pairs that are no
// ranges of code points in the text.
Result<Item> read_json_line(std::string_view line, const std::string& place);

// True if `line`, the first of an input, looks as if it was meant to be such an object: braces
// at both its ends. The end is not looked at where the line is `cut` short.
bool looks_like_json_line(std::string_view line, bool cut);

}  // namespace tacitus
