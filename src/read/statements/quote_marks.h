// Finds the characters of a paragraph that can be quotation marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace tacitus {

enum class MarkFamily : std::uint8_t { kDouble, kAngle, kSingle };

struct QuoteMark {
  Span span;
  MarkFamily family = MarkFamily::kDouble;
  bool can_open = false, can_close = false;
  bool is_weak = false;  // a closing single mark that may as well be an apostrophe: "the voters'"
};

// The marks of text[paragraph], in order. Characters outside are not looked at.
std::vector<QuoteMark> find_quote_marks(std::string_view text, Span paragraph);

}  // namespace tacitus
