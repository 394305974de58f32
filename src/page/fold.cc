// One pass each; characters beyond ASCII are looked at only where they are white space or marks.
#include "page/fold.h"

#include <algorithm>

#include "base/utf8.h"

namespace tacitus {
namespace {

bool is_wide_space(char32_t c) {
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0x85;
}

bool is_invisible(char32_t c) {
  return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF;
}

// Punctuation and symbols beyond ASCII that stand between words.
bool is_mark(char32_t c) {
  return (c >= 0x80 && c <= 0xBF && c != 0xAA && c != 0xB5 && c != 0xBA) || c == 0xD7 ||
         c == 0xF7 || (c >= 0x2000 && c <= 0x206F) || (c >= 0x20A0 && c <= 0x2BFF) ||
         (c >= 0x3000 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020) || c == 0xFFFD;
}

}  // namespace

bool is_blank(char32_t c) {
  return (c < 0x80 && is_space(static_cast<char>(c))) || is_wide_space(c) || is_invisible(c);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string collapse(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  bool space = false, line = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_space(c)) {
      line = line || c == '\n';
      space = true;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end]) && static_cast<signed char>(text[end]) >= 0) {
      ++end;
    }
    if (end == at) {
      const CodePoint point = decode(text, at);
      end += point.size;
      const bool wide = is_wide_space(point.code);
      if (wide || is_invisible(point.code)) {
        space = space || wide;
        at = end;
        continue;
      }
    }
    if (space && !out.empty()) out += line && keep_lines ? '\n' : ' ';
    space = line = false;
    out.append(text, at, end - at);
    at = end;
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  const auto begin_word = [&out, &space] {
    if (space && !out.empty()) out += ' ';
    space = false;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<signed char>(c) >= 0) {
      ++at;
      if (is_letter(c) || is_digit(c)) {
        begin_word();
        out += to_lower(c);
      } else if (c != '\'') {
        space = true;
      }
      continue;
    }
    const CodePoint point = decode(text, at);
    if (is_mark(point.code)) {
      space = space || point.code != 0x2019;
    } else {
      begin_word();
      out.append(text, at, point.size);
    }
    at += point.size;
  }
  return out;
}

std::uint32_t count_words(std::string_view collapsed) {
  if (collapsed.empty()) return 0;
  const auto gaps = std::count_if(collapsed.begin(), collapsed.end(), is_space);
  return static_cast<std::uint32_t>(gaps) + 1;
}

}  // namespace tacitus
