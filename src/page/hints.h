// What the names that a page's makers gave to an element say of it.
#pragma once

#include <string_view>

#include "page/tree.h"

namespace tacitus {

enum class Hint {
  kNone,
  kInside,   // around the text of an article
  kBeside,   // not part of an article, unless it holds much of the page's text
  kOutside,  // never part of an article
};

// By the class, id, role and the like of an element, and by its tag.
Hint hint_of(const Tree& tree, std::uint32_t node);

// By one such name: "js-relatedLinks".
Hint hint_of_name(std::string_view name);

// True for an element that a reader does not see.
bool is_hidden(const Tree& tree, std::uint32_t node);

}  // namespace tacitus
