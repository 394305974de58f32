// What a page says of itself in its head and in its linked data.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/json_ld.h"
#include "page/outline.h"

namespace tacitus {

// Empty where nothing is said.
struct Head {
  std::string title;            // the headline, without the site's name
  std::uint32_t heading = 0;    // the element on the page that shows it; 0 where none does
  bool heading_agrees = false;  // it says what the page's head or title says
  std::string source;           // the site's name
  std::string url;              // the address that the page calls its own
  std::string language;         // BCP 47
  std::string published, published_from, modified;  // ISO 8601
  std::vector<std::string> authors;
};

// `url` is where the page came from, empty if nobody knows; relative addresses are left out.
Head read_head(const Outline& page, const LinkedData& linked, std::string_view url);

// Takes the heading of the first rank over block `body`, with which the article begins, for the
// headline where none agrees with the page's head: readers go by what they see.
void read_shown_headline(const Outline& page, std::uint32_t body, Head& head);

// The text that an element shows, in one line.
std::string shown_text(const Outline& page, std::uint32_t node);

// "en_us" as "en-US"; empty for what is no language tag.
std::string language_tag(std::string_view text);

}  // namespace tacitus
