// Which blocks of a page are its article.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "page/body.h"
#include "page/head.h"
#include "page/outline.h"

namespace tacitus {

struct MainText {
  std::vector<std::uint32_t> blocks;  // indices of those that are the body, ascending
  std::uint32_t container = 0;        // the element that the rules found around them
  std::vector<Verdict> verdicts;      // of the rules, for every block of the page
};

// `known_body` is the article's text if the page brings it for machines, and empty otherwise; it
// only helps to find the element. No block is found in a page without text.
MainText find_main_text(const Outline& page, const Head& head, std::string_view known_body);

// The same by the rules alone, before the model over blocks has gone over it.
MainText find_by_rules(const Outline& page, const Head& head, std::string_view known_body);

}  // namespace tacitus
