// Lists in one column of a row: spans as JSON in code points ("[[3,9],[20,24]]"), numbers as JSON
// ("[0,2]"), codes with commas between.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/utf8.h"

namespace tacitus {

std::string write_spans(const std::vector<Span>& spans, const Offsets& offsets);
std::string write_numbers(const std::vector<std::uint32_t>& numbers);
std::string write_codes(const std::vector<std::string>& codes);

// The way back. What was not written so gives what there is of it, within the text.
std::vector<Span> read_spans(std::string_view list, const Offsets& offsets);
std::vector<std::uint32_t> read_numbers(std::string_view list);
std::vector<std::string> read_codes(std::string_view list);

// The text of spans, with " ... " where they leave something out.
std::string text_of(const std::vector<Span>& spans, std::string_view text);

}  // namespace tacitus
