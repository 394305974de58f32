// What the names that a page's makers gave to an element say of it.
#pragma once

#include <string_view>
#include <unordered_map>

#include "page/tree.h"

namespace tacitus {

enum class Hint {
  kNone,
  kInside,   // around the text of an article
  kBeside,   // not part of an article, unless it holds much of the page's text
  kOutside,  // never part of an article
};

class HintReader {
 public:
  // `tree` must live as long.
  explicit HintReader(const Tree& tree) : tree_(tree) {}

  // By the class, id, role and the like of an element, and by its tag.
  Hint hint_of(std::uint32_t node);

 private:
  Hint of_class(std::string_view names);

  const Tree& tree_;
  std::unordered_map<std::string_view, Hint> classes_;  // values of the attribute seen so far
};

// By one such name: "js-relatedLinks".
Hint hint_of_name(std::string_view name);

// True for an element that a reader does not see.
bool is_hidden(const Tree& tree, std::uint32_t node);

}  // namespace tacitus
