// The entries of RSS 0.9 to 2.0, Atom and sitemaps.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "wire/feed_entry.h"
#include "wire/xml.h"

namespace tacitus {

// To be given to an XmlReader; entries come as soon as their element ends.
class XmlFeed : public XmlEvents {
 public:
  // Contents over `max_content` bytes are dropped.
  explicit XmlFeed(std::uint64_t max_content) : max_content_(max_content) {}

  // Takes out the next entry that is there, or none.
  std::optional<FeedEntry> take();

  // Whether the document has turned out to be a feed at all, and what its root is called.
  bool is_feed() const { return kind_ != Kind::kNone; }
  bool is_sitemap() const { return kind_ == Kind::kSitemap || kind_ == Kind::kSitemapIndex; }
  const std::string& root() const { return root_; }

  void start(const XmlName& name, const XmlAttributes& attributes) override;
  void end(const XmlName& name) override;
  void text(std::string_view text) override;

 private:
  enum class Kind { kNone, kRss, kAtom, kSitemap, kSitemapIndex };
  // What an element's text is for.
  enum class Field {
    kNone, kId, kUrl, kTitle, kPublished, kUpdated, kAuthor, kContent, kSummary, kSource, kLanguage
  };

  void start_entry(const XmlAttributes& attributes);
  void end_entry();
  std::string key_of(const XmlName& name) const;
  Field field_of(const std::string& key, const XmlAttributes& attributes);
  void take_text(Field field);
  void take_atom_link(const XmlAttributes& attributes);
  bool inside(std::string_view key) const;
  bool has_room() const;

  std::uint64_t max_content_;
  std::deque<FeedEntry> ready_;
  Kind kind_ = Kind::kNone;
  std::string root_, root_space_;
  std::vector<std::string> open_;     // keys of the open elements
  std::string name_, language_;       // of the feed itself

  FeedEntry entry_;
  std::string updated_, summary_, permalink_;  // for where the entry has nothing better
  bool summary_is_html_ = false;
  std::size_t entry_depth_ = 0;       // 0 outside of entries

  Field field_ = Field::kNone;        // whose text is being taken
  std::size_t field_depth_ = 0;
  std::string taken_;
  bool is_markup_ = false;            // taken_ is HTML made of inner elements
  bool is_plain_ = false, is_html_ = false;  // the element says so
};

}  // namespace tacitus
