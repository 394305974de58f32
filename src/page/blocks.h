// The text of a page as the paragraphs that a reader sees, each with what its looks tell.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "page/hints.h"
#include "page/tree.h"

namespace tacitus {

struct Block {
  std::uint32_t node = 0;   // the innermost element that breaks lines around it
  std::uint32_t first = 0;  // index of its first text
  Tag tag = Tag::kDiv;      // of `node`
  std::string text;         // white space collapsed; a line feed where the page breaks the line
  std::uint32_t words = 0;
  std::uint32_t link_chars = 0;  // bytes of `text` inside links
  std::uint32_t stops = 0;       // ends of sentences, and commas
  bool ends_sentence = false;
  bool quoted = false;  // inside a <blockquote>

  double link_density() const {
    return text.empty() ? 0 : static_cast<double>(link_chars) / static_cast<double>(text.size());
  }
  // A paragraph as articles have them: words in sentences, and not links for the most part.
  bool is_prose() const { return words >= 8 && stops >= 1 && link_density() < 0.5; }
};

// All blocks of a page's body in order, without what `hints`, one for each node, puts outside of
// any text inside a line. A doubled line break ends a block; a row of a table of figures is one.
std::vector<Block> make_blocks(const Tree& tree, const std::vector<Hint>& hints);

}  // namespace tacitus
