// An entry of a feed, of whatever kind, and how items are made of it.
#pragma once

#include <string>

#include "wire/item.h"

namespace tacitus {

// What is not told is empty. All of it is UTF-8, dates are as the feed writes them.
struct FeedEntry {
  std::string id, url, title, published, modified, author, source, language;
  std::string content;
  bool is_html = false;  // of content
  bool is_full = false;  // content is meant to be the whole text, not a summary
  bool is_feed = false;  // the URL is that of another feed, as in an index of sitemaps
};

// `id` is what items are called whose entry names neither an id nor a URL.
Item item_of(FeedEntry entry, std::string id);

// Whether `text` holds tags or references of HTML.
bool has_markup(std::string_view text);

}  // namespace tacitus
