// The entries of a JSON Feed, version 1 or 1.1.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "wire/feed_entry.h"

namespace tacitus {

// True if `start`, the beginning of a document, names the version of a JSON Feed.
bool looks_like_json_feed(std::string_view start);

// All entries of the feed; those behind a mistake in the JSON are lost.
struct JsonFeed {
  std::vector<FeedEntry> entries;
  std::string reason;  // why it could not be read further; empty if it was read whole
};
JsonFeed read_json_feed(std::string_view document);

}  // namespace tacitus
