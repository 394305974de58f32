// Elements are known by the last of their names and by their module; what a feed's own elements
// hold is taken only where the formats put it.
#include "wire/xml_feed.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "wire/fields.h"

namespace tacitus {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLongestField = 1 << 16;  // bytes of anything but contents

struct Module {
  std::string_view space, prefix;
};
constexpr std::array kModules = {
    Module{"http://purl.org/rss/1.0/modules/content/", "content:"},
    Module{"http://purl.org/dc/elements/1.1/", "dc:"},
    Module{"http://purl.org/dc/terms/", "dcterms:"},
    Module{"http://www.google.com/schemas/sitemap-news/0.9", "news:"},
    Module{"http://purl.org/rss/1.0/", ""},
    Module{"http://my.netscape.com/rdf/simple/0.9/", ""},
};

// Elements of HTML that are never closed.
constexpr std::array kVoid = {"area"sv, "base"sv, "br"sv,   "col"sv,  "embed"sv,  "hr"sv,    "img"sv,
                              "input"sv, "link"sv, "meta"sv, "param"sv, "source"sv, "track"sv, "wbr"sv};

void escape(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '&') out += "&amp;";
    else if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
}

void open_tag(const XmlName& name, const XmlAttributes& attributes, std::string& out) {
  out += '<';
  out += name.local;
  for (const auto& [key, value] : attributes) {
    out += ' ';
    out += key;
    out += "=\"";
    escape(value, out);
    out += '"';
  }
  out += '>';
}

// An address, which may stand between white space.
std::string address(std::string_view text) {
  std::size_t ignored = 0;
  return repair(trim_spaces(text), ignored);
}

// "desk@wire.example (Ann Onymous)" as RSS writes authors; an address alone is no name.
std::string author_name(std::string name) {
  const std::size_t open = name.find('(');
  if (name.find('@') == name.npos) return name;
  if (open == name.npos || name.back() != ')') return "";
  return name.substr(open + 1, name.size() - open - 2);
}

}  // namespace

std::optional<FeedEntry> XmlFeed::take() {
  if (ready_.empty()) return std::nullopt;
  FeedEntry entry = std::move(ready_.front());
  ready_.pop_front();
  return entry;
}

std::string XmlFeed::key_of(const XmlName& name) const {
  std::string prefix(name.space);
  if (name.space == root_space_) prefix.clear();
  for (const Module& module : kModules) {
    if (name.space == module.space) prefix = module.prefix;
  }
  if (!prefix.empty() && !prefix.ends_with(':')) prefix += ':';
  return prefix + std::string(name.local);
}

bool XmlFeed::inside(std::string_view key) const { return !open_.empty() && open_.back() == key; }

void XmlFeed::start(const XmlName& name, const XmlAttributes& attributes) {
  if (open_.empty() && root_.empty()) {
    root_ = name.local;
    const std::string small = small_letters(name.local);
    if (small == "rss" || small == "rdf") kind_ = Kind::kRss;
    if (small == "feed") kind_ = Kind::kAtom;
    if (small == "urlset") kind_ = Kind::kSitemap;
    if (small == "sitemapindex") kind_ = Kind::kSitemapIndex;
    if (kind_ != Kind::kRss) root_space_ = name.space;
    if (kind_ == Kind::kAtom) language_ = find_attribute(attributes, "lang").value_or("");
    open_.emplace_back("root");
    return;
  }
  if (field_ != Field::kNone) {
    // An element inside of a content: it is markup, and so was the text before it.
    if (!is_markup_) {
      std::string text;
      escape(taken_, text);
      taken_ = std::move(text);
      is_markup_ = true;
    }
    if (has_room()) open_tag(name, attributes, taken_);
    open_.emplace_back(name.local);
    return;
  }
  const std::string key = key_of(name);
  const bool is_entry = (kind_ == Kind::kRss && key == "item") || (kind_ == Kind::kAtom && key == "entry") ||
                        (kind_ == Kind::kSitemap && key == "url") ||
                        (kind_ == Kind::kSitemapIndex && key == "sitemap");
  if (is_entry && entry_depth_ == 0) {
    start_entry(attributes);
  } else {
    field_ = field_of(key, attributes);
    if (field_ != Field::kNone) {
      field_depth_ = open_.size() + 1;
      taken_.clear();
      is_markup_ = false;
    }
  }
  open_.push_back(key);
}

void XmlFeed::start_entry(const XmlAttributes& attributes) {
  entry_ = FeedEntry();
  entry_.language = find_attribute(attributes, "lang").value_or("");
  entry_.is_feed = kind_ == Kind::kSitemapIndex;
  updated_.clear();
  summary_.clear();
  permalink_.clear();
  entry_depth_ = open_.size() + 1;
}

// What the element that begins here is for, by where it stands.
XmlFeed::Field XmlFeed::field_of(const std::string& key, const XmlAttributes& attributes) {
  is_plain_ = is_html_ = false;
  if (entry_depth_ == 0) {
    if (kind_ == Kind::kAtom ? !inside("root") : !inside("channel")) return Field::kNone;
    if (key == "title") return Field::kTitle;
    return key == "language" || key == "dc:language" ? Field::kLanguage : Field::kNone;
  }
  if (inside("news:news") || inside("news:publication")) {
    if (key == "news:publication_date") return Field::kPublished;
    if (key == "news:title") return Field::kTitle;
    if (key == "news:name") return Field::kSource;
    return key == "news:language" ? Field::kLanguage : Field::kNone;
  }
  if (inside("author") && key == "name") return Field::kAuthor;
  if (open_.size() != entry_depth_) return Field::kNone;
  if (kind_ == Kind::kSitemap || kind_ == Kind::kSitemapIndex) {
    return key == "loc" ? Field::kUrl : Field::kNone;
  }
  if (key == "title") return Field::kTitle;
  if (kind_ == Kind::kAtom) {
    const std::string type = small_letters(find_attribute(attributes, "type").value_or("text"));
    is_html_ = type.find("html") != type.npos;
    is_plain_ = !is_html_ && type.starts_with("text");
    if (key == "link") take_atom_link(attributes);
    if (key == "id") return Field::kId;
    if (key == "published" || key == "issued") return Field::kPublished;
    if (key == "updated" || key == "modified") return Field::kUpdated;
    if (key == "summary") return Field::kSummary;
    if (key == "content" && !find_attribute(attributes, "src") && (is_html_ || is_plain_)) {
      return Field::kContent;
    }
    return Field::kNone;
  }
  if (key == "guid") {
    is_plain_ = find_attribute(attributes, "isPermaLink").value_or("true") != "true";
    return Field::kId;
  }
  if (key == "link") return Field::kUrl;
  if (key == "pubDate" || key == "dc:date" || key == "dcterms:issued") return Field::kPublished;
  if (key == "author" || key == "dc:creator") return Field::kAuthor;
  if (key == "content:encoded") {
    is_html_ = true;
    return Field::kContent;
  }
  if (key == "description") return Field::kSummary;
  return key == "dc:language" ? Field::kLanguage : Field::kNone;
}

void XmlFeed::take_atom_link(const XmlAttributes& attributes) {
  const std::string_view rel = find_attribute(attributes, "rel").value_or("alternate");
  const std::string_view type = find_attribute(attributes, "type").value_or("text/html");
  if (!rel.ends_with("alternate") || !entry_.url.empty()) return;
  if (type.find("html") == type.npos) return;
  entry_.url = address(find_attribute(attributes, "href").value_or(""));
}

// Whether the field that is being taken has not gone over its limit.
bool XmlFeed::has_room() const {
  const bool is_content = field_ == Field::kContent || field_ == Field::kSummary;
  return taken_.size() <= (is_content ? max_content_ : kLongestField);
}

void XmlFeed::text(std::string_view text) {
  if (field_ == Field::kNone || !has_room()) return;
  if (is_markup_) escape(text, taken_);
  else taken_ += text;
}

void XmlFeed::end(const XmlName&) {
  if (open_.empty()) return;
  const std::size_t depth = open_.size();
  if (field_ != Field::kNone) {
    if (depth > field_depth_) {
      const bool is_void = std::find(kVoid.begin(), kVoid.end(), open_.back()) != kVoid.end();
      if (!is_void && has_room()) taken_ += "</" + open_.back() + ">";
    } else {
      take_text(field_);
      field_ = Field::kNone;
    }
  }
  if (depth == entry_depth_) end_entry();
  open_.pop_back();
}

void XmlFeed::take_text(Field field) {
  const auto first = [](std::string& target, std::string value) {
    if (target.empty()) target = std::move(value);
  };
  if (entry_depth_ == 0) {
    first(field == Field::kTitle ? name_ : language_, plain_line(taken_));
    return;
  }
  switch (field) {
    case Field::kId:
      first(entry_.id, address(taken_));
      if (kind_ == Kind::kRss && !is_plain_) first(permalink_, address(taken_));
      break;
    case Field::kUrl: first(entry_.url, address(taken_)); break;
    case Field::kTitle: first(entry_.title, plain_line(taken_)); break;
    case Field::kPublished: first(entry_.published, plain_line(taken_)); break;
    case Field::kUpdated: first(updated_, plain_line(taken_)); break;
    case Field::kAuthor: {
      const std::string name = author_name(plain_line(taken_));
      if (!name.empty() && entry_.author.size() < kLongestField) entry_.author += (entry_.author.empty() ? "" : ", ") + name;
      break;
    }
    case Field::kSource: first(entry_.source, plain_line(taken_)); break;
    case Field::kLanguage: first(entry_.language, plain_line(taken_)); break;
    case Field::kContent:
      if (trim_spaces(taken_).empty() || taken_.size() > max_content_) break;
      entry_.content = std::move(taken_);
      entry_.is_html = is_html_ || is_markup_;
      entry_.is_full = true;
      break;
    case Field::kSummary:
      if (taken_.size() > max_content_) break;
      summary_ = std::move(taken_);
      summary_is_html_ = is_html_ || is_markup_ || (!is_plain_ && has_markup(summary_));
      break;
    case Field::kNone: break;
  }
}

void XmlFeed::end_entry() {
  entry_depth_ = 0;
  if (entry_.url.empty() && permalink_.starts_with("http")) entry_.url = std::move(permalink_);
  if (entry_.published.empty()) entry_.published = std::move(updated_);
  else if (updated_ != entry_.published) entry_.modified = std::move(updated_);
  if (entry_.content.empty() && !trim_spaces(summary_).empty()) {
    entry_.content = std::move(summary_);
    entry_.is_html = summary_is_html_;
  }
  if (entry_.source.empty()) entry_.source = name_;
  if (entry_.language.empty()) entry_.language = language_;
  ready_.push_back(std::move(entry_));
}

}  // namespace tacitus
