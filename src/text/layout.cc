// A wrapped line is one whose next word would not have fitted. The column is the width that
// nine of ten lines keep to; texts with any much longer line are not wrapped at all.
#include "text/layout.h"

#include <algorithm>
#include <array>

#include "text/chars.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kLongestWrapped = 120;  // characters; a longer line is a paragraph
constexpr std::uint32_t kShortestWrapped = 40;  // in narrower columns a line is a title or entry

std::uint32_t characters(std::string_view text) {
  const auto begins = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
  return static_cast<std::uint32_t>(std::count_if(text.begin(), text.end(), begins));
}

// Whether the line that ends at `at` ends a sentence, perhaps with a quote behind the full stop.
bool is_closed(std::string_view text, std::uint32_t at) {
  for (int steps = 0; steps < 6; ++steps) {
    const Char c = char_before(text, at);
    if (is_terminator(c.code)) return true;
    if (c.size == 0 || !(c.code == ' ' || is_quote(c.code) || is_closer(c.code))) return false;
    at -= c.size;
  }
  return false;
}

}  // namespace

Layout::Layout(std::string_view text) : text_(text) {
  std::array<std::uint32_t, kLongestWrapped + 1> lines{};
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::uint32_t size = characters(text.substr(at, end - at));
    if (size > kLongestWrapped) return;
    if (size > 0) {
      ++lines[size];
      ++count;
    }
    at = end + 1;
  }
  std::uint32_t left = count / 10;
  std::uint32_t width = kLongestWrapped;
  for (; width > 0 && lines[width] <= left; --width) left -= lines[width];
  width_ = width < kShortestWrapped ? 0 : width;
}

bool Layout::ends_paragraph(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t breaks = 0;
  std::uint32_t line_end = begin;
  for (std::uint32_t at = begin; at < end;) {
    const Char c = char_at(text_, at);
    if (is_line_break(c.code) && !(c.code == '\r' && at + 1 < end && text_[at + 1] == '\n')) {
      if (c.code == 0x2029 || c.code == '\f') return true;
      if (breaks++ == 0) line_end = at;
    }
    at += c.size;
  }
  if (breaks == 0) return false;
  return breaks > 1 || !is_wrapped(line_end, end);
}

bool Layout::is_wrapped(std::uint32_t line_end, std::uint32_t next_begin) const {
  const std::uint32_t look = kLongestWrapped * 4;  // no wrapped line has more bytes
  std::uint32_t line_begin = line_end;
  while (line_begin > 0 && line_end - line_begin <= look && text_[line_begin - 1] != '\n') {
    --line_begin;
  }
  const std::uint32_t line = characters(text_.substr(line_begin, line_end - line_begin));
  const Char first = char_at(text_, next_begin);
  // A small letter goes on with what a long enough line has left open.
  const bool closed = is_closed(text_, line_end);
  if (first.kind == CharKind::kLower && line >= kShortestWrapped && !closed) return true;
  if (width_ == 0) return false;
  std::uint32_t word_end = next_begin;
  while (word_end - next_begin < look && char_at(text_, word_end).kind != CharKind::kSpace) {
    word_end += char_at(text_, word_end).size;
  }
  const std::uint32_t word = characters(text_.substr(next_begin, word_end - next_begin));
  // An indented line behind one that is less so, or that is closed, begins a paragraph.
  std::uint32_t indent = 0, next_indent = 0;
  while (line_begin + indent < line_end && text_[line_begin + indent] == ' ') ++indent;
  while (next_indent < next_begin && text_[next_begin - next_indent - 1] == ' ') ++next_indent;
  const bool indented = next_indent >= 2 && (next_indent > indent || closed);
  return !indented && line + 1 + word >= width_;
}

}  // namespace tacitus
