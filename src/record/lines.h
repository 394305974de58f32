// Text for people on a terminal: made harmless, measured in columns, broken into lines.
// Whatever comes from a page or a file's name passes through here before it is shown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

// `text` as one line that no terminal takes for an order: white space and line ends become
// single spaces, other control characters and those that turn the writing's direction are left
// out, bytes that are not UTF-8 become U+FFFD. Valid UTF-8 comes out, without spaces at the ends.
std::string printable(std::string_view text);

// How many columns a line of printable text takes: wide characters two, combining marks none.
std::size_t columns(std::string_view text);

enum class Style { kPlain, kTitle, kName, kQuoted, kQuiet, kMark };

// Where lines go.
struct Layout {
  std::size_t width = 80;  // columns
  bool colour = false;     // set styles apart with terminal colours
};

// A paragraph of words in several styles.
class Paragraph {
 public:
  // Adds text, made printable. Spaces at its ends are kept as one space.
  void add(std::string_view text, Style style = Style::kPlain);

  bool empty() const { return text_.empty(); }

  // Appends the paragraph to `out` as lines of at most `layout.width` columns, each closed by a
  // line feed, the first after `first` and the others after `rest`. A word that does not fit into
  // a line alone is cut between characters. At least 10 columns are left to the words, however
  // long the indents are.
  void append_lines(const Layout& layout, std::string_view first, std::string_view rest,
                    std::string& out) const;

 private:
  struct Run {
    std::size_t begin;  // in text_; it ends where the next begins
    Style style;
  };
  void append_styled(std::size_t begin, std::size_t end, bool colour, std::size_t& run,
                     std::string& out) const;

  std::string text_;
  std::vector<Run> runs_;
};

}  // namespace tacitus
