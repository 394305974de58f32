// Entries come out while the feed is still being read, so that a feed of any length needs little.
#include "wire/feed.h"

#include "wire/detect.h"
#include "wire/fields.h"
#include "wire/json_feed.h"
#include "wire/media.h"
#include "wire/size.h"
#include "wire/url.h"

namespace tacitus {
namespace {

constexpr unsigned kDeepestIndex = 3;  // sitemaps in an index in an index

}  // namespace

FeedSource::FeedSource(Input& input, std::string place, std::uint64_t max_page, Links links)
    : input_(input), place_(std::move(place)), max_page_(max_page), links_(std::move(links)),
      feed_(max_page), xml_(feed_) {
  followed_.insert(std::hash<std::string>()(links_.base));
}

std::optional<Result<Item>> FeedSource::next() {
  while (true) {
    if (inner_) {
      if (std::optional<Result<Item>> item = inner_->next()) {
        all_well_ = all_well_ && item->ok();
        return item;
      }
      inner_.reset();
      inner_input_.reset();
    }
    std::optional<FeedEntry> entry = next_entry();
    if (!entry) break;
    ++number_;
    if (std::optional<Result<Item>> item = make_item(std::move(*entry))) return item;
  }
  if (!trouble_) {
    if (links_.done && all_well_) links_.done();
    links_.done = nullptr;
    return std::nullopt;
  }
  all_well_ = false;
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

Error FeedSource::error(const FeedEntry& entry, const std::string& reason) const {
  const std::string url = entry.url.empty() ? "" : " (" + entry.url.substr(0, 200) + ")";
  return Error{ErrorCode::kBadInput,
               input_.name() + ": entry " + std::to_string(number_) + url + ": " + reason};
}

// None for an entry that was given before, that has not changed, or that names another feed.
std::optional<Result<Item>> FeedSource::make_item(FeedEntry entry) {
  const std::optional<Url> base = read_url(links_.base);
  const std::optional<Url> url = base ? resolve_url(*base, entry.url) : read_url(entry.url);
  if (url && !entry.url.empty()) entry.url = url->whole;
  if (links_.fetcher != nullptr && url && !entry.url.empty() && !entry.is_full) {
    return follow(std::move(entry), url->whole);
  }
  if (trim_spaces(entry.content).empty()) {
    if (!feed_.is_sitemap()) return error(entry, "the feed has no text of it");
    // There are thousands of them, none of which has any.
    ended_ = true;
    while (feed_.take()) {
    }
    return Error{ErrorCode::kBadInput, input_.name() + ": is a sitemap, which has links but no texts"};
  }
  return item_of(std::move(entry), place_ + ":" + std::to_string(number_));
}

std::optional<Result<Item>> FeedSource::follow(FeedEntry entry, const std::string& url) {
  if (!all_followed_->insert(std::hash<std::string>()(url)).second) return std::nullopt;
  const auto fail = [this](Error error) {
    all_well_ = false;
    return error;
  };
  Result<Fetched> got = links_.fetcher->get(url);
  if (!got.ok()) return fail(got.error());
  Fetched& fetched = got.value();
  if (fetched.unchanged) return std::nullopt;
  if (entry.is_feed) {
    if (depth_ == kDeepestIndex) return fail(error(entry, "an index of sitemaps too deep"));
    inner_input_ = Input::of(std::move(fetched.body), fetched.url);
    const auto done = [this, fetched] { links_.fetcher->keep(fetched); };
    inner_ = std::make_unique<FeedSource>(*inner_input_, fetched.url, max_page_,
                                          Links{links_.fetcher, fetched.url, done});
    inner_->depth_ = depth_ + 1;
    inner_->all_followed_ = all_followed_;
    return std::nullopt;
  }
  const std::optional<Form> form = form_of(fetched.type, fetched.body);
  if (!form) return fail(error(entry, "links to " + fetched.type.type + ", no page"));
  links_.fetcher->keep(fetched);
  if (trim_front(fetched.body).empty()) return fail(error(entry, "the page is empty"));
  entry.content.clear();
  Item item = item_of(std::move(entry), url);
  item.form = *form;
  item.content = std::move(fetched.body);
  item.is_utf8 = false;
  item.charset = fetched.type.charset;
  item.url = fetched.url;
  item.page_first = true;
  return item;
}

}  // namespace tacitus
