// Printable text, its width and its line breaks. Widths are those of the Unicode tables in
// utf8proc; a line is broken at spaces only, since the news that is read here has them.
#include "record/lines.h"

#include <utf8proc.h>

#include <algorithm>

#include "base/utf8.h"

namespace tacitus {
namespace {

constexpr std::size_t kLeastColumns = 10;

// The character of `text` at `at`, which moves behind it.
char32_t next_character(std::string_view text, std::size_t& at) {
  const CodePoint c = decode(text, at);
  at += c.size;
  return c.code;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Control characters, and invisible ones that move or hide what stands around them.
bool is_dangerous(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x061C ||
         (c >= 0x200B && c <= 0x200F && c != 0x200C && c != 0x200D) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

// Appends `text` with white space as single spaces; none doubles a space that `out` ends with.
void append_printable(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    if (is_space(c)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (!is_dangerous(c)) {
      append_utf8(out, c);
    }
  }
}

std::size_t width_of(char32_t c) {
  return static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)));
}

const char* colour_of(Style style) {
  switch (style) {
    case Style::kTitle: return "\033[1m";
    case Style::kName: return "\033[1;34m";
    case Style::kQuoted: return "\033[32m";
    case Style::kQuiet: return "\033[2m";
    case Style::kMark: return "\033[33m";
    case Style::kPlain: break;
  }
  return "";
}

}  // namespace

std::string printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_printable(text, out);
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += width_of(next_character(text, at));
  return sum;
}

void Paragraph::add(std::string_view text, Style style) {
  const std::size_t begin = text_.size();
  append_printable(text, text_);
  if (text_.size() > begin && (runs_.empty() || runs_.back().style != style)) {
    runs_.push_back({begin, style});
  }
}

void Paragraph::append_lines(const Layout& layout, std::string_view first, std::string_view rest,
                             std::string& out) const {
  std::size_t run = 0;
  std::string_view indent = first;
  for (std::size_t begin = 0;;) {
    while (begin < text_.size() && text_[begin] == ' ') ++begin;
    if (begin == text_.size()) return;
    const std::size_t used = columns(indent);
    const std::size_t room =
        std::max(kLeastColumns, layout.width > used ? layout.width - used : 0);

    // Walks to the first character that no longer fits, minding the last space on the way.
    std::size_t end = begin, last_space = begin, width = 0;
    while (end < text_.size()) {
      std::size_t next = end;
      const char32_t c = next_character(text_, next);
      const bool fits = width + width_of(c) <= room;
      if (c == ' ') last_space = end;
      if (!fits) break;
      width += width_of(c);
      end = next;
    }
    if (end < text_.size() && last_space > begin) end = last_space;

    out += indent;
    append_styled(begin, end, layout.colour, run, out);
    out += '\n';
    begin = end;
    indent = rest;
  }
}

void Paragraph::append_styled(std::size_t begin, std::size_t end, bool colour, std::size_t& run,
                              std::string& out) const {
  while (end > begin && text_[end - 1] == ' ') --end;
  while (begin < end) {
    while (run + 1 < runs_.size() && runs_[run + 1].begin <= begin) ++run;
    const std::size_t stop = run + 1 < runs_.size() ? std::min(end, runs_[run + 1].begin) : end;
    const std::string_view on = colour ? colour_of(runs_[run].style) : "";
    out += on;
    out.append(text_, begin, stop - begin);
    if (!on.empty()) out += "\033[0m";
    begin = stop;
  }
}

}  // namespace tacitus
