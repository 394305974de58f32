// The record as a line of JSON, in the form that docs/record.md describes.
#pragma once

#include <string>
#include <string_view>

#include "read/record.h"

namespace tacitus {

// Appends the record as one line, its line feed included. Spans are counted in code points of
// the article's text. What is not known is left out. Always valid JSON in UTF-8.
void append_json(const Record& record, std::string& out);

// Appends `text` as a JSON string in its quotation marks; bytes that are not UTF-8 (a file's
// name may hold them) become U+FFFD.
void append_json_string(std::string_view text, std::string& out);

}  // namespace tacitus
