// What a page says of itself in its head and in its linked data.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "page/json_ld.h"
#include "page/outline.h"

namespace tacitus {

// Empty where nothing is said.
struct Head {
  std::string title;      // the headline, without the site's name
  std::uint32_t heading = 0;  // the element on the page that shows it; 0 where none does
  std::string source;     // the site's name
  std::string url;        // the address that the page calls its own
  std::string language;   // BCP 47
  std::string published, published_from, modified;  // ISO 8601
  std::vector<std::string> authors;
};

// `url` is where the page came from, empty if nobody knows; relative addresses are left out.
Head read_head(const Outline& page, const LinkedData& linked, std::string_view url);

// "en_us" as "en-US"; empty for what is no language tag.
std::string language_tag(std::string_view text);

}  // namespace tacitus
