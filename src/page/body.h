// The blocks of an article's element that are the article.
#pragma once

#include <cstdint>
#include <vector>

#include "page/head.h"
#include "page/outline.h"

namespace tacitus {

// The blocks of `container` without menus, teasers, captions, share buttons and other furniture,
// and without the headline; ascending.
std::vector<std::uint32_t> trim_body(const Outline& page, std::uint32_t container,
                                     const Head& head);

}  // namespace tacitus
