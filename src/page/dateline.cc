// A dateline has a place in capitals, ends in a credit, or is a name before a long dash.
#include "page/dateline.h"

#include <algorithm>

#include "page/agencies.h"
#include "page/fold.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongest = 90;  // bytes at a paragraph's beginning that may be a dateline
constexpr std::size_t kLongestName = 40;
constexpr std::size_t kAside = 400;  // bytes behind a dash in which a second one may close an aside
constexpr int kMostParagraphs = 4;

// "Kinshasa — M23 rebels": a name alone, and the dash behind it opens no aside.
bool is_bare_name(std::string_view dateline, std::string_view behind) {
  if (dateline.size() > kLongestName || count_words(dateline) > 3) return false;
  for (std::size_t at = 0; at < dateline.size(); ++at) {
    const bool starts = at == 0 || dateline[at - 1] == ' ';
    const char c = dateline[at];
    if (starts ? !is_upper(c) : is_digit(c) || c == '.' || c == ':' || c == '"') return false;
  }
  std::string_view dash;
  for (const std::string_view one : {"—", "–"}) {
    if (behind.starts_with(one)) dash = one;
  }
  if (dash.empty()) return false;
  behind = trim(behind.substr(dash.size(), kAside));
  return !behind.empty() && is_upper(behind[0]) && behind.find(dash) == behind.npos;
}

}  // namespace

std::string_view dateline_of(std::string_view paragraph) {
  const std::string_view front = paragraph.substr(0, kLongest);
  const std::size_t slash = front.find('/');
  const std::size_t second = slash == front.npos ? slash : front.find('/', slash + 1);
  if (second != front.npos && !agency_of(front.substr(slash, second - slash)).empty()) {
    return front.substr(0, second + 1);
  }
  std::size_t end = front.npos;
  for (const std::string_view dash : {" - ", " – ", " — ", " -- ", "— ", "–"}) {
    end = std::min(end, front.find(dash));
  }
  if (end == front.npos || end == 0) return {};
  const std::string_view dateline = trim(front.substr(0, end));
  // It begins with a place in capitals or with a credit.
  const std::string_view place = dateline.substr(0, dateline.find_first_of(",(/"));
  const bool capitals =
      std::count_if(place.begin(), place.end(), is_upper) >= 3 &&
      std::none_of(place.begin(), place.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (capitals || dateline.ends_with(')')) return dateline;
  const std::string_view behind = trim(paragraph.substr(end));
  return is_bare_name(dateline, behind) ? dateline : std::string_view();
}

std::vector<std::uint32_t> dateline_ends(std::string_view text, std::uint32_t body_start) {
  std::vector<std::uint32_t> ends;
  std::size_t at = body_start;
  for (int n = 0; n < kMostParagraphs && at < text.size(); ++n) {
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    const std::string_view paragraph = text.substr(at, line_end - at);
    const std::string_view dateline = dateline_of(paragraph);
    if (!dateline.empty()) {
      std::string_view behind(dateline.data() + dateline.size(),
                              static_cast<std::size_t>(paragraph.end() - dateline.end()));
      for (const std::string_view mark : {" ", ".", " ", "--", "-", "–", "—", " "}) {
        while (behind.starts_with(mark)) behind.remove_prefix(mark.size());
      }
      if (!behind.empty()) ends.push_back(static_cast<std::uint32_t>(behind.data() - text.data()));
    }
    at = text.find_first_not_of("\r\n\t ", line_end);
  }
  return ends;
}

std::string dateline_credit(std::string_view dateline) {
  if (dateline.ends_with('/')) return std::string(agency_of(dateline.substr(dateline.find('/'))));
  const std::size_t open = dateline.rfind('(');
  if (open != dateline.npos && dateline.ends_with(')')) {
    const std::string_view name = trim(dateline.substr(open + 1, dateline.size() - open - 2));
    const std::string_view agency = agency_of(name);
    if (!agency.empty()) return std::string(agency);
    const bool plain = !name.empty() && is_upper(name[0]) && count_words(name) <= 4 &&
                       std::none_of(name.begin(), name.end(), is_digit);
    return plain ? std::string(name) : "";
  }
  return "";
}

std::string_view closing_credit(std::string_view paragraph) {
  constexpr std::size_t kLongestCredit = 40;
  paragraph = trim(paragraph);
  const std::size_t size = std::min(paragraph.size(), kLongestCredit);
  const std::string_view end = paragraph.substr(paragraph.size() - size);
  std::size_t at = end.npos;
  if (end.ends_with(')')) {
    at = end.rfind('(');
  } else if (end.size() > 2 && end.ends_with('/')) {
    at = end.rfind('/', end.size() - 2);
  } else {
    for (const std::string_view dash : {"- ", "– ", "— ", "-- "}) {
      const std::size_t found = end.rfind(dash);
      if (found != end.npos && (at == end.npos || found > at)) at = found;
    }
  }
  if (at == end.npos) return {};
  // Only behind a sentence: "the head of research at the agency (AP)" credits nobody.
  const std::string_view before = trim(end.substr(0, at));
  const bool sentence = before.ends_with('.') || before.ends_with('!') || before.ends_with('?') ||
                        before.ends_with('"') || before.ends_with("”") || before.ends_with("’");
  return sentence ? agency_of(end.substr(at)) : std::string_view();
}

std::string_view credit_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == line.npos || line.size() > kLongest) return {};
  const std::string front = lower(trim(line.substr(0, colon)));
  const bool credit = front == "source" || front == "sources" || front == "agency" ||
                      front == "agencies" || front == "credit" || front == "news agency";
  return credit ? agency_of(line.substr(colon + 1)) : std::string_view();
}

}  // namespace tacitus
