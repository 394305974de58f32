// Unicode categories from utf8proc, with a table for ASCII.
#include "text/chars.h"

#include <utf8proc.h>

#include <array>

namespace tacitus {
namespace {

bool is_ideograph(char32_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x3040 && c <= 0x30FF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_modifier(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }  // skin tones

CharKind kind_of(char32_t c) {
  if (is_modifier(c) || c == 0xAD || c == 0x200C || c == 0x200D || c == 0x2060) {
    return CharKind::kMark;
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT:
      return CharKind::kUpper;
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
      return is_ideograph(c) ? CharKind::kIdeograph : CharKind::kLower;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharKind::kMark;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return CharKind::kDigit;
    case UTF8PROC_CATEGORY_PC:
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_PS:
    case UTF8PROC_CATEGORY_PE:
    case UTF8PROC_CATEGORY_PI:
    case UTF8PROC_CATEGORY_PF:
    case UTF8PROC_CATEGORY_PO:
      return CharKind::kPunct;
    case UTF8PROC_CATEGORY_SM:
    case UTF8PROC_CATEGORY_SC:
    case UTF8PROC_CATEGORY_SK:
    case UTF8PROC_CATEGORY_SO:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
      return CharKind::kSymbol;
    default:
      return CharKind::kSpace;
  }
}

std::array<CharKind, 128> ascii_kinds() {
  std::array<CharKind, 128> kinds;
  for (char32_t c = 0; c < 128; ++c) kinds[c] = kind_of(c);
  return kinds;
}

}  // namespace

CharKind char_kind(char32_t code) {
  static const std::array<CharKind, 128> kAscii = ascii_kinds();
  return code < 128 ? kAscii[code] : kind_of(code);
}

bool is_terminator(char32_t c) {
  switch (c) {
    case '.': case '!': case '?': case 0x2026: case 0x203C: case 0x203D: case 0x2047:
    case 0x2048: case 0x2049: case 0x3002: case 0xFF01: case 0xFF0E: case 0xFF1F: case 0x61F:
    case 0x6D4: case 0x964: case 0x965: case 0x589:
      return true;
    default:
      return false;
  }
}

bool is_opener(char32_t c) {
  if (c < 128) return c == '(' || c == '[' || c == '{' || c == '`';
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_PS || category == UTF8PROC_CATEGORY_PI;
}

bool is_closer(char32_t c) {
  if (c < 128) return c == ')' || c == ']' || c == '}';
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_PE || category == UTF8PROC_CATEGORY_PF;
}

bool is_quote(char32_t c) {
  if (c < 128) return c == '"' || c == '\'' || c == '`';
  return c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A ||
         (c >= 0x300C && c <= 0x300F) || c == 0xFF02;
}

bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

}  // namespace tacitus
