// A dateline has a place in capitals, or ends in a credit.
#include "page/dateline.h"

#include <algorithm>

#include "page/agencies.h"
#include "page/fold.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongest = 90;  // bytes at a paragraph's beginning that may be a dateline

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
  return capitals || dateline.ends_with(')') ? dateline : std::string_view();
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

}  // namespace tacitus
