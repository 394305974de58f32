// The items of a feed: RSS, Atom, JSON Feed or a sitemap.
#pragma once

#include <cstdint>
#include <deque>
#include <string>

#include "wire/feed_entry.h"
#include "wire/input.h"
#include "wire/source.h"
#include "wire/xml_feed.h"

namespace tacitus {

// Gives an item an entry, out of the text that the feed carries: the whole one where it has it,
// else the summary. An entry without either is an error. Items are called by the entry's id, or
// else by its URL; their source is the feed's title.
class FeedSource : public Source {
 public:
  // `input` must live as long. `place` is what entries without id and URL are called by, with
  // their number. Contents over `max_page` bytes are left out.
  FeedSource(Input& input, std::string place, std::uint64_t max_page);

  std::optional<Result<Item>> next() override;

 private:
  std::optional<FeedEntry> next_entry();
  void read_json();
  void end(const std::string& reason);
  Result<Item> make_item(FeedEntry entry) const;

  Input& input_;
  std::string place_;
  std::uint64_t max_page_;
  XmlFeed feed_;
  XmlReader xml_;
  std::deque<FeedEntry> json_entries_;
  std::uint64_t number_ = 0;      // of the current entry, from 1
  bool started_ = false, ended_ = false;
  std::optional<Error> trouble_;  // to be told at the end
};

}  // namespace tacitus
