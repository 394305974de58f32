// Small forms of text that pages are compared by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tacitus {

inline bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}
inline bool is_digit(char c) { return c >= '0' && c <= '9'; }
inline bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
inline char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
// True for ASCII letters and for every byte of a character beyond ASCII.
inline bool is_letter(char c) {
  return (to_lower(c) >= 'a' && to_lower(c) <= 'z') || static_cast<signed char>(c) < 0;
}

// White space of any kind, and characters without width.
bool is_blank(char32_t c);

// ASCII capitals made small.
std::string lower(std::string_view text);

// Without white space at either end.
std::string_view trim(std::string_view text);

// White space, no-break spaces among it, as single spaces and none at the ends; characters
// without width and soft hyphens left out. Line feeds stay line feeds if `keep_lines`.
std::string collapse(std::string_view text, bool keep_lines = false);

// For comparison: small letters and digits in words with one space between, nothing else.
// Letters beyond ASCII stay as they are; typographic apostrophes are dropped as plain ones are.
std::string fold(std::string_view text);

// Parts between single spaces.
std::uint32_t count_words(std::string_view collapsed);

}  // namespace tacitus
