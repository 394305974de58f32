// Lines of a text: whether a line's end is the end of a paragraph or only of a column, as in
// wire copy that is wrapped at 70 characters.
#pragma once

#include <cstdint>
#include <string_view>

namespace tacitus {

class Layout {
 public:
  // Measures the lines of `text`, in one pass.
  explicit Layout(std::string_view text);

  // Whether a new paragraph begins somewhere in text[begin, end), the gap between two tokens:
  // it holds a blank line, or a line's end that does not look like a wrapped one.
  bool ends_paragraph(std::uint32_t begin, std::uint32_t end) const;

 private:
  bool is_wrapped(std::uint32_t line_end, std::uint32_t next_begin) const;

  std::string_view text_;
  std::uint32_t width_ = 0;  // the column, in characters, at which lines are wrapped; 0 for none
};

}  // namespace tacitus
