// The way back from an article's text to its page.
#pragma once

#include <cstdint>
#include <vector>

#include "page/article.h"
#include "page/charset.h"
#include "page/outline.h"

namespace tacitus {

// A block of the page, and the byte of the article's text at which its text begins.
struct PlacedBlock {
  std::uint32_t block = 0;
  std::uint32_t at = 0;
};

// The stretches of these blocks' texts, ascending in the article. The page must come of markup
// with marks, made of `decoded`; without `decoded.places` its text is the input itself.
std::vector<Origin> map_origin(const Outline& page, const Decoded& decoded,
                               std::vector<PlacedBlock> placed);

}  // namespace tacitus
