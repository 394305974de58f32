// What the lines around an article say of it: when it was published, and by whom.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/head.h"
#include "page/main_text.h"
#include "page/outline.h"

namespace tacitus {

// Empty where nothing is said.
struct Credits {
  std::string published, published_from, modified;  // ISO 8601; time or text
  std::vector<std::string> authors;
  std::string agency;  // that the body's dateline names
};

// Looks between the headline and the body, and right behind the body.
Credits read_credits(const Outline& page, const MainText& main, const Head& head);

// True for a line that tells of a change: "Updated 3 March 2025".
bool tells_change(std::string_view line);

}  // namespace tacitus
