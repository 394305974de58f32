// A handler of nlohmann's events that keeps the few members it knows.
#include "wire/json_feed.h"

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "wire/xml.h"

namespace tacitus {
namespace {

using Json = nlohmann::json;

class FeedHandler : public nlohmann::json_sax<Json> {
 public:
  JsonFeed feed;

  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(std::int64_t number) override { return integer(std::to_string(number)); }
  bool number_unsigned(std::uint64_t number) override { return integer(std::to_string(number)); }
  bool number_float(double, const std::string&) override { return true; }
  bool binary(Json::binary_t&) override { return true; }

  bool string(std::string& value) override {
    if (keys_.size() == 1) {
      if (keys_[0] == "title") name_ = plain_line(value);
      if (keys_[0] == "language") language_ = value;
    } else if (in_entry_ && keys_.size() == 3) {
      put(keys_[2], std::move(value));
    } else if (in_entry_ && keys_.back() == "name" &&
               ((keys_.size() == 5 && keys_[2] == "authors") || (keys_.size() == 4 && keys_[2] == "author"))) {
      // Version 1 has one author; writers of 1.1 often give both forms.
      std::string& author = feed.entries.back().author;
      if (keys_.size() == 5 || author.empty()) {
        if (author != value) author += (author.empty() ? "" : ", ") + value;
      }
    }
    return true;
  }

  bool key(std::string& name) override {
    keys_.back() = name;
    return true;
  }
  bool start_object(std::size_t) override {
    if (keys_.size() == 2 && keys_[0] == "items") {
      in_entry_ = true;
      feed.entries.emplace_back();
      summary_.clear();
    }
    keys_.emplace_back();
    return true;
  }
  bool end_object() override {
    keys_.pop_back();
    if (in_entry_ && keys_.size() == 2) end_entry();
    return true;
  }
  bool start_array(std::size_t) override {
    keys_.emplace_back();
    return true;
  }
  bool end_array() override {
    keys_.pop_back();
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
    feed.reason = "no valid JSON at byte " + std::to_string(position);
    if (in_entry_) feed.entries.pop_back();
    return false;
  }

  void finish() {
    for (FeedEntry& entry : feed.entries) {
      if (entry.source.empty()) entry.source = name_;
      if (entry.language.empty()) entry.language = language_;
    }
  }

 private:
  bool integer(std::string number) {
    if (in_entry_ && keys_.size() == 3 && keys_[2] == "id") feed.entries.back().id = std::move(number);
    return true;
  }

  void put(const std::string& key, std::string value) {
    FeedEntry& entry = feed.entries.back();
    if (key == "id") entry.id = std::move(value);
    else if (key == "url") entry.url = std::move(value);
    else if (key == "external_url" && entry.url.empty()) entry.url = std::move(value);
    else if (key == "title") entry.title = plain_line(value);
    else if (key == "date_published") entry.published = std::move(value);
    else if (key == "date_modified") entry.modified = std::move(value);
    else if (key == "language") entry.language = std::move(value);
    else if (key == "summary") summary_ = std::move(value);
    else if (key == "content_html" || (key == "content_text" && !entry.is_html)) {
      if (value.empty()) return;
      entry.content = std::move(value);
      entry.is_html = key == "content_html";
      entry.is_full = true;
    }
  }

  void end_entry() {
    in_entry_ = false;
    FeedEntry& entry = feed.entries.back();
    if (entry.content.empty()) entry.content = std::move(summary_);
    if (entry.published.empty()) entry.published = std::move(entry.modified);
    if (entry.modified == entry.published) entry.modified.clear();
  }

  // For each open object the current key, for each open array an empty one.
  std::vector<std::string> keys_;
  bool in_entry_ = false;
  std::string summary_, name_, language_;
};

}  // namespace

bool looks_like_json_feed(std::string_view start) {
  const std::size_t at = start.find("jsonfeed.org/version/");
  if (at == start.npos || at < 9) return false;
  const std::size_t key = start.rfind("\"version\"", at);
  return key != start.npos && at - key < 40;
}

JsonFeed read_json_feed(std::string_view document) {
  if (document.starts_with("\xef\xbb\xbf")) document.remove_prefix(3);
  std::size_t ignored = 0;
  std::string mended;
  if (!is_utf8(document)) {
    mended = repair(document, ignored);
    document = mended;
  }
  FeedHandler handler;
  if (!Json::sax_parse(document.begin(), document.end(), &handler) && handler.feed.reason.empty()) {
    handler.feed.reason = "no valid JSON";
  }
  handler.finish();
  return std::move(handler.feed);
}

}  // namespace tacitus
