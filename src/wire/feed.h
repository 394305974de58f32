// The items of a feed: RSS, Atom, JSON Feed or a sitemap.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <unordered_set>

#include "wire/feed_entry.h"
#include "wire/fetch.h"
#include "wire/input.h"
#include "wire/source.h"
#include "wire/xml_feed.h"

namespace tacitus {

// Gives an item an entry, out of the text that the feed carries: the whole one where it has it,
// else the summary. An entry without either is an error. Items are called by the entry's id, or
// else by its URL; their source is the feed's title.
// With a fetcher the page that an entry links to is fetched where the feed does not carry its
// whole text, each once; and the sitemaps that an index of sitemaps names are read, too.
class FeedSource : public Source {
 public:
  struct Links {
    Fetcher* fetcher = nullptr;  // null: nothing is fetched; must live as long otherwise
    std::string base;            // the feed's own URL, which links may be relative to
    std::function<void()> done;  // called at the end if all that was linked could be fetched
  };

  // `input` must live as long. `place` is what entries without id and URL are called by, with
  // their number. Contents over `max_page` bytes are left out.
  FeedSource(Input& input, std::string place, std::uint64_t max_page, Links links);

  std::optional<Result<Item>> next() override;

 private:
  std::optional<FeedEntry> next_entry();
  void read_json();
  void end(const std::string& reason);
  std::optional<Result<Item>> make_item(FeedEntry entry);
  std::optional<Result<Item>> follow(FeedEntry entry, const std::string& url);
  Error error(const FeedEntry& entry, const std::string& reason) const;

  Input& input_;
  std::string place_;
  std::uint64_t max_page_;
  Links links_;
  XmlFeed feed_;
  XmlReader xml_;
  std::deque<FeedEntry> json_entries_;
  std::uint64_t number_ = 0;      // of the current entry, from 1
  bool started_ = false, ended_ = false;
  bool all_well_ = true;          // every page that was linked could be fetched
  std::optional<Error> trouble_;  // to be told at the end
  std::unordered_set<std::size_t> followed_;  // hashes of addresses
  std::unordered_set<std::size_t>* all_followed_ = &followed_;  // that of the outermost index

  unsigned depth_ = 0;            // of indexes around this feed
  std::unique_ptr<Input> inner_input_;
  std::unique_ptr<FeedSource> inner_;  // a feed that the current entry named
};

}  // namespace tacitus
