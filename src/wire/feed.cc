// Entries come out while the feed is still being read, so that a feed of any length needs little.
#include "wire/feed.h"

#include "wire/detect.h"
#include "wire/fields.h"
#include "wire/json_feed.h"
#include "wire/size.h"

namespace tacitus {

FeedSource::FeedSource(Input& input, std::string place, std::uint64_t max_page)
    : input_(input), place_(std::move(place)), max_page_(max_page), feed_(max_page), xml_(feed_) {}

std::optional<Result<Item>> FeedSource::next() {
  if (std::optional<FeedEntry> entry = next_entry()) {
    ++number_;
    return make_item(std::move(*entry));
  }
  if (!trouble_) return std::nullopt;
  const Error error = *std::move(trouble_);
  trouble_.reset();
  return error;
}

// Reads on until there is an entry; none at the end.
std::optional<FeedEntry> FeedSource::next_entry() {
  if (!started_) {
    started_ = true;
    input_.fill(kDetectSize);
    if (trim_front(input_.window()).starts_with('{')) read_json();
  }
  while (true) {
    if (!json_entries_.empty()) {
      FeedEntry entry = std::move(json_entries_.front());
      json_entries_.pop_front();
      return entry;
    }
    if (std::optional<FeedEntry> entry = feed_.take()) return entry;
    if (ended_) return std::nullopt;
    if (!input_.fill(1)) {
      const bool whole = xml_.finish();
      end(whole ? "" : xml_.reason());
    } else {
      const bool good = xml_.read(input_.window());
      input_.consume(input_.window().size());
      if (!good) end(xml_.reason());
    }
  }
}

void FeedSource::read_json() {
  const bool over = input_.fill(max_page_ + 1);
  JsonFeed feed = over ? JsonFeed{{}, "over " + size_for_people(max_page_)}
                       : read_json_feed(input_.window());
  json_entries_.assign(std::make_move_iterator(feed.entries.begin()),
                       std::make_move_iterator(feed.entries.end()));
  ended_ = true;
  if (input_.trouble()) trouble_ = input_.trouble();
  else if (!feed.reason.empty()) trouble_ = Error{ErrorCode::kBadInput, input_.name() + ": " + feed.reason};
}

// Notes what there is to be said of the feed as a whole.
void FeedSource::end(const std::string& reason) {
  ended_ = true;
  std::string what = reason;
  if (!feed_.is_feed()) {
    what = feed_.root().empty() ? "is no feed" : "is no feed: it begins with <" + feed_.root() + ">";
  }
  if (input_.trouble()) trouble_ = input_.trouble();
  else if (!what.empty()) trouble_ = Error{ErrorCode::kBadInput, input_.name() + ": " + what};
}

Result<Item> FeedSource::make_item(FeedEntry entry) const {
  const std::string number = std::to_string(number_);
  if (trim_spaces(entry.content).empty()) {
    const std::string url = entry.url.empty() ? "" : " (" + entry.url.substr(0, 200) + ")";
    return Error{ErrorCode::kBadInput,
                 input_.name() + ": entry " + number + url + ": the feed has no text of it"};
  }
  return item_of(std::move(entry), place_ + ":" + number);
}

}  // namespace tacitus
