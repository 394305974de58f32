// Cuts at commas and "and", and keeps the parts that are written as names are.
#include "page/names.h"

#include <algorithm>

#include "page/fold.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongest = 160;  // bytes of a byline

// Words of offices and firms, which stand beside names in bylines.
constexpr std::string_view kOffices[] = {
    "staff",    "writer",    "editor",      "editors",   "reporter", "reporters",  "correspondent",
    "press",    "news",      "newsroom",    "desk",      "team",     "agency",     "agencies",
    "times",    "post",      "daily",       "today",     "business", "service",    "services",
    "senior",   "chief",     "contributor", "columnist", "bureau",   "media",      "network",
    "magazine", "journal",   "tribune",     "herald",    "reuters",  "afp",        "bloomberg",
    "tv",       "radio",     "online",      "digital",   "wire",     "special",    "guest",
    "opinion",  "political", "politics",    "sports",    "board",    "university", "institute",
    "updated",  "published", "for",         "minutes",   "ago",      "read",       "am",
    "pm",
};

// Small words inside names.
constexpr std::string_view kParticles[] = {"de",  "da",  "di",  "del", "della", "van",
                                           "von", "der", "den", "la",  "le",    "bin",
                                           "ibn", "al",  "el",  "dos", "y"};

template <class List>
bool has(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

// Two to four words that begin with capitals, and no office among them.
bool is_name(std::string_view part) {
  std::size_t capitals = 0, words = 0;
  while (!part.empty()) {
    const std::string_view word = part.substr(0, part.find(' '));
    part.remove_prefix(std::min(word.size() + 1, part.size()));
    if (word.empty()) continue;
    ++words;
    if (has(kOffices, lower(word))) return false;
    if (has(kParticles, word)) continue;
    if (!is_upper(word[0]) && static_cast<signed char>(word[0]) >= 0) return false;
    if (word.find_first_of("0123456789@/:") != word.npos) return false;
    ++capitals;
  }
  return words >= 2 && words <= 5 && capitals >= 2;
}

std::string_view without_by(std::string_view text) {
  for (const std::string_view mark :
       {"written by ", "posted by ", "reported by ", "story by ", "by: ", "by ", "author: "}) {
    if (lower(text.substr(0, mark.size())) == mark) return trim(text.substr(mark.size()));
  }
  return text;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> parts = {""};
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    std::size_t joint = 0;
    for (const std::string_view mark : {" and ", " And ", " AND ", ", ", ",", " & ", ";", "|",
                                        " with ", "\n", "\t", " - ", " – ", " — ", " • ", " · "}) {
      if (rest.starts_with(mark)) {
        joint = mark.size();
        break;
      }
    }
    if (joint > 0) {
      parts.emplace_back();
    } else {
      parts.back() += text[at];
    }
    at += std::max<std::size_t>(joint, 1);
  }
  for (std::string& part : parts) {
    std::string_view rest = trim(part);
    if (rest.starts_with("and ")) rest = trim(rest.substr(4));
    part = std::string(without_by(rest));
  }
  std::erase(parts, "");
  return parts;
}

bool is_address(std::string_view text) {
  return text.find("://") != text.npos || text.find("www.") != text.npos ||
         text.find('@') != text.npos || text.find(".com") != text.npos || text.starts_with('/');
}

}  // namespace

std::vector<std::string> read_authors(std::string_view text) {
  const std::string collapsed = collapse(text, true);
  const std::string_view line = without_by(collapsed);
  if (line.empty() || line.size() > kLongest || is_address(line)) return {};
  std::vector<std::string> names = split(line);
  std::erase_if(names, [](const std::string& part) { return !is_name(part); });
  if (!names.empty()) return names;
  if (line.find('\n') != line.npos || count_words(line) > 6) return {};
  // A word in small letters alone is a login name, not an author's.
  const bool plain = std::any_of(line.begin(), line.end(), [](char c) {
    return is_upper(c) || static_cast<signed char>(c) < 0;
  });
  return plain ? std::vector<std::string>{std::string(line)} : std::vector<std::string>{};
}

std::vector<std::string> read_byline(std::string_view line) {
  const std::string collapsed = collapse(line);
  if (collapsed.size() > kLongest || without_by(collapsed).size() == collapsed.size()) return {};
  if (is_address(collapsed)) return {};
  std::vector<std::string> names = split(without_by(collapsed));
  const auto is_other = [](const std::string& part) { return !is_name(part); };
  // "By Tuesday the talks were over" is a sentence: a byline begins with a name.
  if (names.empty() || is_other(names.front()) || collapsed.ends_with('.')) return {};
  std::erase_if(names, is_other);
  return names;
}

std::optional<std::string> join_names(const std::vector<std::string>& names) {
  std::string joined;
  std::vector<std::string> seen;
  for (const std::string& name : names) {
    const std::string folded = fold(name);
    if (folded.empty() || has(seen, folded)) continue;
    seen.push_back(folded);
    if (!joined.empty()) joined += ", ";
    joined += name;
  }
  if (joined.empty()) return std::nullopt;
  return joined;
}

}  // namespace tacitus
