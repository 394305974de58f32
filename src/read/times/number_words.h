// Numbers that are spelled out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/times/lexer.h"

namespace tacitus {

struct NumberWords {
  std::size_t end = 0;       // behind the last piece; the begin where there is no number
  std::int32_t value = 0;    // below ten million
  std::int32_t year = 0;     // if it can be read as a year: "nineteen ninety-six"; 0 if not
  bool has_half = false;     // "two and a half"
  bool is_ordinal = false;   // "twenty-first"
};

// The number that begins at a piece. Looks at no more pieces than a number has.
NumberWords read_number_words(const TimeGrammar& grammar, const std::vector<TimeItem>& pieces,
                              std::size_t at);

// Whether a word behind figures makes them a time of day: "p.m.", "GMT".
bool is_clock_word(const TimeGrammar& grammar, std::string_view word);

}  // namespace tacitus
