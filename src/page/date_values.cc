// Dates in values and in addresses, and what the dates of a text tell of its habits.
#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

#include "page/dates.h"
#include "page/fold.h"

namespace tacitus {
namespace {

std::optional<std::string> epoch_date(std::string_view digits) {
  if (digits.size() != 10 && digits.size() != 13) return std::nullopt;
  std::time_t seconds = 0;
  for (const char c : digits.substr(0, 10)) {
    if (!is_digit(c)) return std::nullopt;
    seconds = seconds * 10 + (c - '0');
  }
  std::tm utc;
  if (::gmtime_r(&seconds, &utc) == nullptr) return std::nullopt;
  std::array<char, 32> out;
  std::strftime(out.data(), out.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
  return std::string(out.data());
}

}  // namespace

DateOrder date_order(std::string_view text) {
  bool day_first = false, month_first = false;
  const auto digits = [text](std::size_t at) {
    std::size_t count = 0;
    while (count < 5 && at + count < text.size() && is_digit(text[at + count])) ++count;
    return count;
  };
  const auto number = [text](std::size_t at, std::size_t size) {
    return size == 1 ? text[at] - '0' : (text[at] - '0') * 10 + text[at + 1] - '0';
  };
  for (std::size_t at = 0; (at = text.find_first_of("/-", at)) != text.npos; ++at) {
    std::size_t begin = at;
    while (begin > 0 && at - begin < 3 && is_digit(text[begin - 1])) --begin;
    const std::size_t size = at - begin, next = digits(at + 1), behind = at + 1 + next;
    const bool date = (size == 1 || size == 2) && (next == 1 || next == 2) &&
                      behind < text.size() && text[behind] == text[at] && digits(behind + 1) == 4;
    if (!date) continue;
    const int first = number(begin, size), second = number(at + 1, next);
    day_first |= first > 12 && first <= 31 && second >= 1 && second <= 12;
    month_first |= second > 12 && second <= 31 && first >= 1 && first <= 12;
  }
  if (day_first == month_first) return DateOrder::kUnknown;
  return day_first ? DateOrder::kDayFirst : DateOrder::kMonthFirst;
}

std::optional<std::string> read_date(std::string_view value) {
  value = trim(value);
  const bool figures = std::all_of(value.begin(), value.end(), is_digit);
  if (figures && value.size() == 8) {
    std::string dashed(value);
    dashed.insert(6, "-").insert(4, "-");
    return read_date(dashed);
  }
  if (figures) return epoch_date(value);
  if (std::optional<FoundDate> found = find_date(value)) return std::move(found->iso);
  return std::nullopt;
}

std::optional<std::string> date_in_url(std::string_view url) {
  url = url.substr(0, url.find_first_of("?#"));
  for (std::size_t at = url.find('/'); at != url.npos; at = url.find('/', at + 1)) {
    const std::string_view rest = url.substr(at + 1);
    if (rest.size() < 8 || !(rest.starts_with("19") || rest.starts_with("20"))) continue;
    const auto found = find_date(rest.substr(0, 11));
    const std::size_t behind = found ? found->end : 0;
    if (found && found->begin == 0 && found->iso.size() == 10 &&
        (behind == rest.size() || !is_letter(rest[behind]))) {
      return found->iso;
    }
  }
  return std::nullopt;
}

}  // namespace tacitus
