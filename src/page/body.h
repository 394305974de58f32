// The blocks of an article's element that are the article.
#pragma once

#include <cstdint>
#include <vector>

#include "page/head.h"
#include "page/outline.h"

namespace tacitus {

// What the rules say of a block: kept, or why not.
enum class Verdict : std::uint8_t {
  kKept,
  kHeading,    // a heading without a text under it
  kRepeat,     // set apart, and says again what a paragraph says
  kEnd,        // an invitation, a credit or an "about" behind the last paragraph
  kStart,      // up to the headline, or a credit under it
  kTeaser,     // a link under a line such as "Related stories"
  kFurniture,  // a line of furniture, a caption, the title, or made of links
  kElement,    // within an element that is dropped whole
  kApart,      // outside of the article's element
};

struct TrimmedBody {
  std::vector<std::uint32_t> kept;  // ascending; never empty if the container has text
  std::vector<Verdict> verdicts;    // of every block of the page
};

// The blocks of `container` without menus, teasers, captions, share buttons and other furniture,
// and without the headline.
TrimmedBody trim_body(const Outline& page, std::uint32_t container, const Head& head);

}  // namespace tacitus
