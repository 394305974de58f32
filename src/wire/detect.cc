// Signatures of binary files, the openings of HTML, and a count of tags for pieces of pages.
#include "wire/detect.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "wire/json_feed.h"

namespace tacitus {
namespace {

using namespace std::string_view_literals;

constexpr std::array kSignatures = {
    "%PDF-"sv,          "\x89PNG"sv,          "\xff\xd8\xff"sv,  "GIF8"sv,
    "PK\x03\x04"sv,     "PK\x05\x06"sv,       "\x7f\x45LF"sv,    "\xd0\xcf\x11\xe0"sv,
    "7z\xbc\xaf"sv,     "Rar!\x1a"sv,         "\xfd\x37zXZ"sv,   "\x28\xb5\x2f\xfd"sv,
    "BZh91AY"sv,        "SQLite format 3"sv,  "OggS"sv,          "RIFF"sv,
    "{\\rtf"sv,         "\x1f\x8b"sv,
};

constexpr std::array kOpenings = {"!doctype"sv, "html"sv, "head"sv, "body"sv, "meta"sv, "title"sv};

constexpr std::array kFeeds = {"rss"sv, "feed"sv, "rdf"sv, "urlset"sv, "sitemapindex"sv};

constexpr std::array kNewsml = {"newsmessage"sv, "newsitem"sv, "packageitem"sv, "conceptitem"sv,
                                "knowledgeitem"sv, "planningitem"sv};

constexpr std::array kTags = {
    "a"sv,    "article"sv, "b"sv,     "br"sv,    "div"sv,  "em"sv,   "figure"sv, "footer"sv,
    "h1"sv,   "h2"sv,      "h3"sv,    "header"sv, "i"sv,   "img"sv,  "li"sv,     "link"sv,
    "main"sv, "meta"sv,    "nav"sv,   "ol"sv,    "p"sv,    "script"sv, "section"sv, "span"sv,
    "strong"sv, "style"sv, "table"sv, "td"sv,    "title"sv, "tr"sv,  "ul"sv,
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool begins(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  return std::equal(word.begin(), word.end(), text.begin(),
                    [](char w, char t) { return w == lower(t); });
}

// The name of the tag that begins behind a "<", with or without a slash; empty if it is none.
std::string tag_name(std::string_view text) {
  std::string name;
  if (text.starts_with('/')) text.remove_prefix(1);
  for (const char c : text.substr(0, 12)) {
    const char small = lower(c);
    const bool word = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
    if (!word) return " \t\r\n>/"sv.find(c) == std::string_view::npos ? "" : name;
    name += small;
  }
  return "";
}

bool is_known(const std::string& tag) {
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

// Passes over comments and processing instructions at the front of markup.
std::string_view pass_prologue(std::string_view text) {
  while (true) {
    const std::string_view close = text.starts_with("<!--") ? "-->" : text.starts_with("<?") ? ">" : "";
    if (close.empty()) return text;
    const std::size_t end = text.find(close);
    if (end == text.npos) return {};
    text = trim_front(text.substr(end + close.size()));
  }
}

bool is_html(std::string_view text) {
  const std::string_view inner = pass_prologue(text);
  if (inner.starts_with('<')) {
    for (const std::string_view opening : kOpenings) {
      if (begins(inner.substr(1), opening)) return true;
    }
  }
  // A piece of a page: it begins with a tag, or it has tags all over.
  std::size_t tags = 0;
  for (std::size_t at = text.find('<'); at != text.npos; at = text.find('<', at + 1)) {
    tags += is_known(tag_name(text.substr(at + 1)));
  }
  if (inner.starts_with('<')) {
    const std::string first = tag_name(inner.substr(1));
    if (is_known(first)) return tags >= 2 || first.size() > 1 || first == "p";
  }
  return tags >= 6 && tags * 300 >= text.size();
}

// Passes over a declaration of a document's type, too, with what is declared in it.
std::string_view pass_doctype(std::string_view text) {
  text = pass_prologue(text);
  if (!begins(text, "<!doctype")) return text;
  const std::size_t stop = text.find_first_of("[>");
  if (stop == text.npos) return {};
  const std::size_t end = text[stop] == '>' ? stop : text.find("]>", stop);
  return end == text.npos ? std::string_view() : pass_prologue(trim_front(text.substr(end + (end == stop ? 1 : 2))));
}

// The name of the element that `text` begins with, without its prefix.
std::string_view first_element(std::string_view text) {
  if (!text.starts_with('<')) return {};
  text = text.substr(1, std::min(text.find_first_of(" \t\r\n/>"), text.size()) - 1);
  return text.substr(text.find(':') == text.npos ? 0 : text.find(':') + 1);
}

template <std::size_t size>
bool is_one(const std::array<std::string_view, size>& names, std::string_view element) {
  return std::any_of(names.begin(), names.end(), [element](std::string_view name) {
    return name.size() == element.size() && begins(element, name);
  });
}

// A feed or an archive, by the document's first element.
std::optional<Kind> kind_of_document(std::string_view text) {
  const std::string_view element = first_element(pass_doctype(text));
  if (is_one(kFeeds, element)) return Kind::kFeed;
  if (is_one(kNewsml, element)) return Kind::kNewsml;
  if (element == "REUTERS") return Kind::kReuters;
  return std::nullopt;
}

// "{" and a quotation mark or the end, maybe in an array. A text may begin with a brace, too.
bool is_json(std::string_view text) {
  if (text.starts_with('[')) text = trim_front(text.substr(1));
  if (!text.starts_with('{')) return false;
  text = trim_front(text.substr(1));
  return text.empty() || text.starts_with('"') || text.starts_with('}');
}

// UTF-16 or UTF-32 brought down to its low bytes: enough to see tags in.
std::string narrow(std::string_view text) {
  const bool wide32 = text.starts_with("\0\0\xfe\xff"sv) || text.starts_with("\xff\xfe\0\0"sv);
  const bool little = text.starts_with('\xff');
  const std::size_t width = wide32 ? 4 : 2;
  std::string out;
  for (std::size_t at = width; at + width <= text.size(); at += width) {
    const bool plain = width == 4 || text[little ? at + 1 : at] == 0;
    out += plain ? text[little ? at : at + width - 1] : '?';
  }
  return out;
}

}  // namespace

bool has_wide_mark(std::string_view text) {
  return text.starts_with("\xff\xfe"sv) || text.starts_with("\xfe\xff"sv) ||
         text.starts_with("\0\0\xfe\xff"sv);
}

std::string_view trim_front(std::string_view text) {
  if (text.starts_with("\xef\xbb\xbf"sv)) text.remove_prefix(3);
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f\v");
  return begin == text.npos ? std::string_view() : text.substr(begin);
}

bool is_binary(std::string_view start) {
  for (const std::string_view signature : kSignatures) {
    if (start.starts_with(signature)) return true;
  }
  if (has_wide_mark(start)) return false;
  start = start.substr(0, kDetectSize);
  std::size_t controls = 0;
  for (const char c : start) {
    const auto byte = static_cast<unsigned char>(c);
    // Escape begins the shifts of ISO-2022.
    controls += (byte < 0x20 && (byte < 0x09 || byte > 0x0D) && byte != 0x1B) || byte == 0x7F;
  }
  return controls * 50 > start.size();
}

Kind detect(std::string_view start) {
  // An archive's records hold pictures and packed pages.
  if (trim_front(start).starts_with("WARC/1.")) return Kind::kWarc;
  if (is_binary(start)) return Kind::kBinary;
  std::string narrowed;
  if (has_wide_mark(start)) {
    narrowed = narrow(start);
    start = narrowed;
  }
  const std::string_view text = trim_front(start);
  if (is_json(text)) return looks_like_json_feed(text) ? Kind::kFeed : Kind::kJson;
  if (const std::optional<Kind> kind = kind_of_document(text)) return *kind;
  return is_html(text) ? Kind::kHtml : Kind::kText;
}

}  // namespace tacitus
