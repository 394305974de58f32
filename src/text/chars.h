// Kinds of characters, as the rules for words and sentences need them.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/utf8.h"

namespace tacitus {

enum class CharKind : std::uint8_t {
  kSpace,      // whitespace, controls, and what is not seen: never part of a token
  kLower,      // a letter that is no capital, also of scripts without capitals
  kUpper,      // a capital or title letter
  kDigit,      // decimal digits and number letters
  kMark,       // combining marks, joiners, the soft hyphen: stay with what they follow
  kIdeograph,  // Han, kana: a token each
  kPunct,
  kSymbol,
};

CharKind char_kind(char32_t code);

inline bool is_letter(CharKind kind) {
  return kind == CharKind::kLower || kind == CharKind::kUpper;
}
inline bool is_word(CharKind kind) {
  return is_letter(kind) || kind == CharKind::kDigit || kind == CharKind::kMark;
}

// One character of a text with its kind.
struct Char {
  char32_t code = 0;
  std::uint32_t size = 0;  // bytes; 0 behind the end of the text
  CharKind kind = CharKind::kSpace;
};

// The character at byte `at`; {0, 0, kSpace} behind the end.
inline Char char_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return {};
  const CodePoint point = decode(text, at);
  return {point.code, point.size, char_kind(point.code)};
}

// The character that ends at byte `at`; {0, 0, kSpace} at the start of the text.
inline Char char_before(std::string_view text, std::size_t at) {
  if (at == 0) return {};
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && !is_border(text, begin)) --begin;
  return char_at(text, begin);
}

inline bool is_apostrophe(char32_t code) { return code == '\'' || code == 0x2019; }
inline bool is_line_break(char32_t code) {
  return code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029 ||
         code == '\f' || code == '\v';
}

// Marks that can close a sentence, and quotes and brackets that may stand behind them.
bool is_terminator(char32_t code);
bool is_closer(char32_t code);
bool is_opener(char32_t code);
bool is_quote(char32_t code);
bool is_dash(char32_t code);

}  // namespace tacitus
