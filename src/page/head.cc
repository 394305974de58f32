// Meta tags by their many names, and the headline by what most places on the page agree on.
#include "page/head.h"

#include <algorithm>
#include <unordered_map>

#include "page/dates.h"
#include "page/fold.h"
#include "page/lines.h"
#include "page/names.h"
#include "page/site.h"

namespace tacitus {
namespace {

constexpr std::string_view kPublished[] = {"article:published_time",
                                           "datepublished",
                                           "article:published",
                                           "article.published",
                                           "og:published_time",
                                           "og:pubdate",
                                           "pubdate",
                                           "publishdate",
                                           "publish-date",
                                           "publish_date",
                                           "publication_date",
                                           "parsely-pub-date",
                                           "sailthru.date",
                                           "date",
                                           "dc.date",
                                           "dc.date.issued",
                                           "dcterms.created",
                                           "dcterms.date",
                                           "dc.date.created",
                                           "date.published",
                                           "datecreated",
                                           "originalpublicationdate",
                                           "citation_publication_date"};
constexpr std::string_view kModified[] = {
    "article:modified_time", "datemodified",     "article:modified", "article.updated",
    "og:updated_time",       "og:modified_time", "lastmod",          "last-modified",
    "dcterms.modified",      "dc.date.modified", "revised"};
constexpr std::string_view kAuthors[] = {"author",
                                         "article:author",
                                         "parsely-author",
                                         "sailthru.author",
                                         "dc.creator",
                                         "dcterms.creator",
                                         "byl"};
constexpr std::string_view kTitles[] = {"og:title", "twitter:title", "dc.title", "sailthru.title"};
constexpr std::string_view kSources[] = {"publisher", "dc.publisher", "application-name",
                                         "copyright_holder"};
// Headings and links of a page that are looked at; no page has a reason for more.
constexpr std::size_t kMaxTried = 20;
constexpr std::uint32_t kHeadline = 5;  // words; a heading with fewer can be a section's name

bool is_web_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

class HeadReader {
 public:
  HeadReader(const Outline& page, const LinkedData& linked, std::string_view url)
      : page_(page), tree_(page.tree()), linked_(linked) {
    gather();
    head_.url = own_address();
    site_ = Site(url.empty() ? std::string_view(head_.url) : url);
  }

  Head run() {
    offer_names();
    title();
    offer_shown_names();
    head_.source = site_.name();
    dates();
    for (const std::string& author : linked_.authors) add_authors(author);
    for (const std::string_view name : kAuthors) {
      if (head_.authors.empty()) add_authors(meta(name));
    }
    return std::move(head_);
  }

 private:
  void gather() {
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      const Tag tag = tree_[i].tag;
      if (tag == Tag::kHtml && head_.language.empty()) {
        head_.language = language_tag(tree_.attribute(i, "lang"));
        if (head_.language.empty()) head_.language = language_tag(tree_.attribute(i, "xml:lang"));
      } else if (tag == Tag::kMeta) {
        gather_meta(i);
      } else if (tag == Tag::kLink && tree_.attribute(i, "rel") == "canonical") {
        if (canonical_.empty()) canonical_ = trim(tree_.attribute(i, "href"));
      } else if (tag == Tag::kTitle && page_title_.empty() && i + 1 < tree_[i].end) {
        page_title_ = collapse(tree_[i + 1].text);
      } else if (marked_publisher_.empty() && tree_.attribute(i, "itemprop") == "publisher") {
        marked_publisher_ = marked_name(i);
      } else if (tag == Tag::kH1 && headings_.size() < kMaxTried) {
        headings_.push_back(i);
      }
    }
    if (head_.language.empty()) head_.language = language_tag(meta("content-language"));
    if (head_.language.empty()) head_.language = language_tag(linked_.language);
    if (head_.language.empty()) head_.language = language_tag(meta("og:locale"));
  }

  // What an element of microdata names: `<span itemprop=name>` inside it, or its own text.
  std::string marked_name(std::uint32_t node) const {
    for (std::uint32_t i = node + 1; i < tree_[node].end; ++i) {
      if (tree_[i].tag == Tag::kText || tree_.attribute(i, "itemprop") != "name") continue;
      const std::string_view content = tree_.attribute(i, "content");
      if (!content.empty()) return collapse(content);
      if (i + 1 < tree_[i].end) return collapse(tree_[i + 1].text);
    }
    return "";
  }

  void gather_meta(std::uint32_t node) {
    const std::string_view content = tree_.attribute(node, "content");
    for (const std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view name = tree_.attribute(node, key);
      if (!name.empty() && !trim(content).empty()) {
        metas_.emplace(lower(trim(name)), collapse(content));
      }
    }
  }

  std::string_view meta(std::string_view name) const {
    const auto found = metas_.find(std::string(name));
    return found == metas_.end() ? std::string_view() : found->second;
  }

  template <class List>
  std::string_view first_meta(const List& names) const {
    for (const std::string_view name : names) {
      if (!meta(name).empty()) return meta(name);
    }
    return {};
  }

  std::string own_address() const {
    for (const std::string_view url :
         {std::string_view(canonical_), meta("og:url"), std::string_view(linked_.url)}) {
      if (is_web_address(url)) return std::string(url);
    }
    return "";
  }

  void offer_names() {
    site_.offer(linked_.publisher, 1);
    site_.offer(meta("og:site_name"), 3);
    site_.offer(marked_publisher_, 2);
    for (const std::string_view name : kSources) site_.offer(meta(name), 4);
    site_.offer(linked_.organization, 5);
  }

  // The names that only the page's text has.
  void offer_shown_names() {
    const TitleParts parts = cut_title(page_title_);
    const bool own = fold(head_.title) == fold(page_title_);  // a headline with a dash in it
    if (!own && site_.agrees(parts.back)) site_.offer(parts.back, 5);
    site_from_title();
    for (const Block& block : page_.blocks()) {
      const std::string holder = copyright_holder(block.text);
      if (!holder.empty()) site_.offer(holder, 7);
    }
    if (site_.name().empty()) site_.offer(shown_source(), 8);
  }

  bool is_site(std::string_view name) const {
    return site_.is_site(name) ||
           (!meta("og:site_name").empty() && fold(name) == fold(meta("og:site_name")));
  }

  // Without the site's name, and without a section's before it.
  std::string without_site(std::string_view title) const {
    const TitleParts parts = cut_title(title);
    const bool site =
        is_site(parts.back) || (site_.agrees(parts.back) && count_words(parts.back) <= 4);
    if (parts.back.empty() || !site) return std::string(title);
    const TitleParts inner = cut_title(parts.front);
    const bool section =
        !inner.back.empty() && count_words(inner.back) <= 2 && count_words(inner.front) >= 3;
    return std::string(trim(section ? inner.front : parts.front));
  }

  void title() {
    const std::string shared = without_site(first_meta(kTitles));
    const std::string own = without_site(page_title_);
    const std::string machine = linked_.headline.size() <= 300 ? linked_.headline : "";
    std::string only;  // the heading of a page with one
    for (const std::uint32_t heading : headings_) {
      const std::string text = shown_text(page_, heading);
      const std::string folded = fold(text);
      if (folded.empty() || is_site(text) || text.size() > 300) continue;
      // Titles that are shared put a section before the headline, or a site's name behind it.
      const bool whole = count_words(text) >= 3;
      const bool agreed = folded == fold(machine) || folded == fold(shared) ||
                          folded == fold(own) || (whole && fold(page_title_).starts_with(folded)) ||
                          (whole && fold(shared).ends_with(folded));
      if (agreed) {
        head_.title = text;
        head_.heading = heading;
        break;
      }
      if (only.empty()) head_.heading = heading;
      only = only.empty() ? text : " ";
    }
    const bool one = !only.empty() && only != " ";
    head_.heading_agrees = !head_.title.empty();
    if (head_.heading_agrees) return;
    if (!one) head_.heading = 0;
    head_.title = !machine.empty() ? machine : !shared.empty() ? shared : one ? only : own;
  }

  // "Headline :: Site" under a headline that the page shows tells the site's name.
  void site_from_title() {
    const std::string folded = fold(head_.title);
    const std::string whole = fold(page_title_);
    const TitleParts parts = cut_title(page_title_);
    if (!parts.back.empty() && whole.starts_with(folded) && fold(parts.front) == folded &&
        count_words(parts.back) <= 5) {
      site_.offer(parts.back, 6);
    }
  }

  // The text of the link to the site's first page, if the page repeats it as a name elsewhere.
  std::string shown_source() const {
    std::size_t tried = 0;
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      if (tree_[i].tag != Tag::kA || !is_home(tree_.attribute(i, "href"))) continue;
      std::string name;
      for (std::uint32_t j = i + 1; j < tree_[i].end; ++j) name += tree_[j].text;
      name = collapse(name);
      if (name.empty() || name.size() > 60 || count_words(name) > 5 || is_furniture(name)) continue;
      if (++tried > kMaxTried) break;
      if (is_site(name) || is_repeated(name, i)) return name;
    }
    return "";
  }

  bool is_home(std::string_view href) const {
    if (href == "/") return true;
    if (host_label(href).empty() || !site_.is_site(host_label(href))) return false;
    const std::size_t slash = href.find('/', href.find("://") + 3);
    return slash == href.npos || slash + 1 == href.size();
  }

  // True if `name` stands in another line of the page, by itself or between signs.
  bool is_repeated(const std::string& name, std::uint32_t link) const {
    for (const Block& block : page_.blocks()) {
      if (block.first > link && block.first < tree_[link].end) continue;
      if (block.text.size() > 200) continue;
      const std::size_t at = block.text.find(name);
      if (at == std::string::npos) continue;
      const std::string_view front = trim(std::string_view(block.text).substr(0, at));
      const std::string_view back = trim(std::string_view(block.text).substr(at + name.size()));
      const bool clear_front =
          front.empty() || !is_letter(front.back()) || static_cast<signed char>(front.back()) < 0;
      const bool clear_back =
          back.empty() || !is_letter(back.front()) || static_cast<signed char>(back.front()) < 0;
      if (clear_front && clear_back) return true;
    }
    return false;
  }

  void dates() {
    if (const auto date = read_date(linked_.published)) {
      head_.published = *date;
      head_.published_from = "json-ld";
    }
    if (const auto date = read_date(linked_.modified)) head_.modified = *date;
    for (const std::string_view name : kPublished) {
      if (!head_.published.empty()) break;
      if (const auto date = read_date(meta(name))) {
        head_.published = *date;
        head_.published_from = "meta";
      }
    }
    for (const std::string_view name : kModified) {
      if (!head_.modified.empty()) break;
      if (const auto date = read_date(meta(name))) head_.modified = *date;
    }
  }

  void add_authors(std::string_view text) {
    for (std::string& name : read_authors(text)) head_.authors.push_back(std::move(name));
  }

  const Outline& page_;
  const Tree& tree_;
  const LinkedData& linked_;
  Head head_;
  std::unordered_map<std::string, std::string> metas_;  // by name, in small letters
  Site site_{""};
  std::string canonical_, page_title_, marked_publisher_;
  std::vector<std::uint32_t> headings_;
};

}  // namespace

std::string shown_text(const Outline& page, std::uint32_t node) {
  std::string text;
  const auto [begin, end] = page.range(node);
  for (std::uint32_t b = begin; b < end; ++b) {
    if (!text.empty()) text += ' ';
    text += page.blocks()[b].text;
  }
  return collapse(text);
}

Head read_head(const Outline& page, const LinkedData& linked, std::string_view url) {
  return HeadReader(page, linked, url).run();
}

void read_shown_headline(const Outline& page, std::uint32_t body, Head& head) {
  if (head.heading_agrees) return;
  const Tree& tree = page.tree();
  const std::uint32_t end = page.blocks()[body].first;
  std::uint32_t most = 1;
  for (std::uint32_t i = 0; i < end && most < kHeadline; ++i) {
    if (tree[i].tag != Tag::kH1 || tree[i].end > end) continue;
    std::string text = shown_text(page, i);
    const std::uint32_t words = count_words(text);
    if (words <= most || text.size() > 300 || fold(text) == fold(head.source)) continue;
    most = words;
    head.title = std::move(text);
    head.heading = i;
  }
}

std::string language_tag(std::string_view text) {
  text = trim(text.substr(0, text.find_first_of(",;")));
  std::string tag;
  std::size_t part = 0;
  while (!text.empty() && part < 3) {
    const std::string_view one = text.substr(0, text.find_first_of("-_."));
    text.remove_prefix(std::min(one.size() + 1, text.size()));
    const bool letters = std::all_of(
        one.begin(), one.end(), [](char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; });
    if (part == 0) {
      if (!letters || one.size() < 2 || one.size() > 3) return "";
      tag = lower(one);
    } else if (letters && one.size() == 2) {
      tag += '-';
      for (const char c : one) tag += static_cast<char>(to_lower(c) - 32);
    } else if (letters && one.size() == 4) {
      tag += '-' + lower(one);
      tag[tag.size() - 4] = static_cast<char>(tag[tag.size() - 4] - 32);
    } else {
      break;
    }
    ++part;
  }
  return tag;
}

}  // namespace tacitus
