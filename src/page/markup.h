// Markup made lean and harmless before it is parsed. The parser's work grows with the depth of
// a page, with the attributes of a tag and with open formatting elements, so that a page made
// for the purpose could keep it busy for hours; here all three get a bound.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

struct Markup {
  // The page without comments, scripts, styles, pictures and formatting tags, with the attributes
  // that are looked at later, and no deeper than kMaxDepth.
  std::string html;
  std::vector<std::string_view> json_ld;  // contents of such scripts, in the page given
  std::uint32_t too_deep = 0;  // tags that were left out for their depth; their text stays
  std::uint32_t too_many = 0;  // tags behind the last that is allowed; their text stays
};

constexpr std::uint32_t kMaxDepth = 200;

// `page` is UTF-8. Linear in its size. With `marks` a comment before every piece of text tells
// where in `page` the piece stands: "<!--begin end-->", in bytes. A piece is a run of characters
// that stand for themselves, or one reference such as "&amp;", or a line break.
Markup trim_markup(std::string_view page, std::uint32_t max_elements, bool marks = false);

}  // namespace tacitus
