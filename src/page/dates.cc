// A reader that tries the forms of a date at every place of a line where one may begin.
#include "page/dates.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>
#include <unordered_map>
#include <utility>
#include <vector>

#include "page/fold.h"
#include "page/tables.h"

namespace tacitus {
namespace {

constexpr std::size_t kLongestLine = 4096;  // bytes of a line that are looked at

// The number of each name in knowledge/page/months.txt.
int month_of(std::string_view name) {
  static const auto kMonths = [] {
    std::unordered_map<std::string_view, int> months;
    int month = 0;
    for (const std::string_view line : table_lines(k_months_txt)) {
      ++month;
      const std::vector<std::string_view> names = split_words(line);
      for (std::size_t i = 1; i < names.size(); ++i) months.emplace(names[i], month);
    }
    return months;
  }();
  const auto found = kMonths.find(name);
  return found == kMonths.end() ? 0 : found->second;
}

struct Zone {
  std::string_view name, offset;
};
// Names that mean one thing only: CST is American or Chinese, IST Irish, Indian or Israeli.
constexpr Zone kZones[] = {
    {"z", "Z"},         {"gmt", "Z"},       {"utc", "Z"},       {"ut", "Z"},
    {"bst", "+01:00"},  {"cet", "+01:00"},  {"cest", "+02:00"}, {"eet", "+02:00"},
    {"eest", "+03:00"}, {"msk", "+03:00"},  {"est", "-05:00"},  {"edt", "-04:00"},
    {"cdt", "-05:00"},  {"mst", "-07:00"},  {"mdt", "-06:00"},  {"pst", "-08:00"},
    {"pdt", "-07:00"},  {"jst", "+09:00"},  {"kst", "+09:00"},  {"hkt", "+08:00"},
    {"sgt", "+08:00"},  {"aest", "+10:00"}, {"aedt", "+11:00"},
};

bool is_date(int year, int month, int day) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1900 || year > 2100 || month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= (month == 2 && leap ? 29 : kDays[month - 1]);
}

std::string date_text(int year, int month, int day) {
  std::array<char, 48> out;
  std::snprintf(out.data(), out.size(), "%04d-%02d-%02d", year, month, day);
  return out.data();
}

class Reader {
 public:
  explicit Reader(std::string_view text, DateOrder order = DateOrder::kUnknown)
      : text_(text.substr(0, kLongestLine)), order_(order) {}

  std::optional<FoundDate> first() {
    std::string time_before;
    std::size_t time_begin = 0, time_end = 0;
    for (at_ = 0; at_ < text_.size();) {
      const char before = at_ == 0 ? ' ' : text_[at_ - 1];
      const bool starts_word = !is_letter(before) && !is_digit(before);
      if (!starts_word || (!is_digit(text_[at_]) && !is_letter(text_[at_]))) {
        ++at_;
        continue;
      }
      const std::size_t begin = at_;
      if (std::optional<std::string> date = this->date()) {
        FoundDate found{*std::move(date), begin, at_};
        const std::string behind = time_behind();
        if (!behind.empty()) {
          found.iso += 'T' + behind;
          found.end = at_;
        } else if (!time_before.empty() && begin - time_end <= kGap) {
          found.iso += 'T' + time_before;
          found.begin = time_begin;
        }
        return found;
      }
      at_ = begin;
      if (std::string time = this->time(); !time.empty()) {
        time_before = std::move(time);
        time_begin = begin;
        time_end = at_;
        continue;
      }
      at_ = begin + 1;
    }
    return std::nullopt;
  }

 private:
  // How far before a date its time may stand: "14:05 GMT, Monday 3 Dec 2024".
  static constexpr std::size_t kGap = 14;
  static constexpr std::size_t kLongestMonth = 24;  // bytes

  bool more(std::size_t count = 1) const { return at_ + count <= text_.size(); }

  // A number of `least` to `most` digits; -1 where there is none.
  int number(std::size_t least, std::size_t most) {
    std::size_t end = at_;
    int value = 0;
    while (end < text_.size() && is_digit(text_[end])) {
      if (end - at_ == most) return -1;
      value = value * 10 + (text_[end++] - '0');
    }
    if (end - at_ < least) return -1;
    at_ = end;
    return value;
  }

  bool skip(char c) {
    if (!more() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  // Passes over characters of `set`, `most` of them.
  void pass(std::string_view set, std::size_t most = 4) {
    for (std::size_t i = 0; i < most && more() && set.find(text_[at_]) != set.npos; ++i) ++at_;
  }

  std::string word() {
    const std::size_t begin = at_;
    while (more() && to_lower(text_[at_]) >= 'a' && to_lower(text_[at_]) <= 'z') ++at_;
    return lower(text_.substr(begin, at_ - begin));
  }

  // 1 to 12, or 0.
  int month() {
    const std::size_t begin = at_;
    while (more() && is_letter(text_[at_]) && at_ - begin < kLongestMonth) ++at_;
    const int month = month_of(lower(text_.substr(begin, at_ - begin)));
    if (month != 0) skip('.');
    return month;
  }

  // "of" and its like between the parts of a date.
  void pass_of() {
    for (const std::string_view word : {"of ", "de ", "del "}) {
      if (text_.substr(at_).starts_with(word)) at_ += word.size();
    }
  }

  // A day of the month, 1 to 31, with an ending like "rd".
  int day() {
    const int day = number(1, 2);
    if (day < 1 || day > 31) return 0;
    const std::size_t behind = at_;
    const std::string ending = word();
    if (ending != "st" && ending != "nd" && ending != "rd" && ending != "th") at_ = behind;
    return day;
  }

  std::optional<std::string> date() {
    const std::size_t begin = at_;
    for (auto form : {&Reader::iso, &Reader::year_month_day, &Reader::day_month_year,
                      &Reader::month_day_year, &Reader::figures}) {
      at_ = begin;
      if (std::optional<std::string> date = (this->*form)()) return date;
    }
    return std::nullopt;
  }

  std::optional<std::string> make(int year, int month, int day) const {
    if (more() && is_digit(text_[at_])) return std::nullopt;
    if (!is_date(year, month, day)) return std::nullopt;
    return date_text(year, month, day);
  }

  std::optional<std::string> iso() {
    const int year = number(4, 4);
    if (year < 0 || !more()) return std::nullopt;
    const char mark = text_[at_];
    if (mark != '-' && mark != '/' && mark != '.') return std::nullopt;
    ++at_;
    const int month = number(1, 2);
    if (month < 0 || !skip(mark)) return std::nullopt;
    const int day = number(1, 2);
    return make(year, month, day);
  }

  // 2025年3月7日, as Chinese and Japanese have it.
  std::optional<std::string> year_month_day() {
    const int year = number(4, 4);
    if (year < 0 || !pass_word("年")) return std::nullopt;
    const int month = number(1, 2);
    if (month < 0 || !pass_word("月")) return std::nullopt;
    const int day = number(1, 2);
    if (day < 0 || !pass_word("日")) return std::nullopt;
    return make(year, month, day);
  }

  bool pass_word(std::string_view word) {
    if (!text_.substr(at_).starts_with(word)) return false;
    at_ += word.size();
    return true;
  }

  std::optional<std::string> day_month_year() {
    const int day = this->day();
    if (day == 0) return std::nullopt;
    pass(" .-/");
    pass_of();
    const int month = this->month();
    if (month == 0) return std::nullopt;
    pass(" ,.-/");
    pass_of();
    const int year = number(4, 4);
    return make(year, month, day);
  }

  std::optional<std::string> month_day_year() {
    const int month = this->month();
    if (month == 0) return std::nullopt;
    pass(" -/");
    const int day = this->day();
    if (day == 0) return std::nullopt;
    const std::size_t behind = at_;
    pass(" ,.-/");
    int year = number(4, 4);
    if (year < 0) {
      // "Nov 18 14:05:00 +0000 2019": the year comes last.
      at_ = behind;
      inner_time_ = time_behind();
      pass(" ");
      year = inner_time_.empty() ? -1 : number(4, 4);
    }
    return make(year, month, day);
  }

  // 18/11/2019 or 11/18/2019; where both can be meant, in the order that is known.
  std::optional<std::string> figures() {
    const int first = number(1, 2);
    if (first < 0 || !more()) return std::nullopt;
    const char mark = text_[at_];
    if (mark != '/' && mark != '.' && mark != '-') return std::nullopt;
    ++at_;
    const int second = number(1, 2);
    if (second < 0 || !skip(mark)) return std::nullopt;
    const int year = number(4, 4);
    // With full stops the day comes first wherever they are used.
    const bool day = first > 12 || mark == '.' || first == second || order_ == DateOrder::kDayFirst;
    if (second <= 12 && day) return make(year, second, first);
    if (second > 12 || order_ == DateOrder::kMonthFirst) return make(year, first, second);
    return std::nullopt;
  }

  // The time behind a date: "T14:05:00Z", ", 2:05 p.m. EST", " at 14.05".
  std::string time_behind() {
    if (!inner_time_.empty()) return std::exchange(inner_time_, {});
    const std::size_t begin = at_;
    if (!skip('T') && !skip('t')) {
      pass(" ,|-");
      const std::size_t behind = at_;
      const std::string joint = word();
      if (joint != "at" && joint != "on") at_ = behind;
      // Dashes and bullets beyond ASCII.
      while (more() && static_cast<signed char>(text_[at_]) < 0 && at_ - begin < 12) ++at_;
      pass(" ");
    }
    std::string time = this->time();
    if (time.empty()) at_ = begin;
    return time;
  }

  std::string time() {
    const std::size_t begin = at_;
    const auto none = [&] {
      at_ = begin;
      return std::string();
    };
    int hour = number(1, 2);
    if (hour < 0) return none();
    int minute = 0, second = -1;
    const bool colon = skip(':'), dot = !colon && skip('.');
    if (colon || dot) {
      minute = number(2, 2);
      if (minute < 0) return none();
      if (colon && skip(':')) {
        second = number(2, 2);
        if (second < 0) return none();
        if (skip('.')) pass("0123456789", 9);
      }
    }
    const int half = half_of_day();
    if (half == 0 && !colon) return none();
    if (half != 0 && (hour < 1 || hour > 12)) return none();
    if (half != 0) hour = hour % 12 + (half == 2 ? 12 : 0);
    if (hour > 23 || minute > 59 || second > 59) return none();
    std::array<char, 48> out;
    std::snprintf(out.data(), out.size(), "%02d:%02d", hour, minute);
    std::string time = out.data();
    if (second >= 0) {
      std::snprintf(out.data(), out.size(), ":%02d", second);
      time += out.data();
    }
    return time + zone();
  }

  // 1 for "a.m.", 2 for "p.m.", 0 for neither.
  int half_of_day() {
    const std::size_t begin = at_;
    pass(" ", 1);
    const std::size_t front = at_;
    if (more(2)) {
      const char half = to_lower(text_[at_]);
      ++at_;
      skip('.');
      if ((half == 'a' || half == 'p') && more() && to_lower(text_[at_]) == 'm') {
        ++at_;
        if (at_ - front == 3) skip('.');
        if (!more() || !is_letter(text_[at_])) return half == 'a' ? 1 : 2;
      }
    }
    at_ = begin;
    return 0;
  }

  std::string zone() {
    const std::size_t begin = at_;
    pass(" (", 2);
    const std::size_t front = at_;
    const std::string name = word();
    const auto known = std::find_if(std::begin(kZones), std::end(kZones),
                                    [&name](const Zone& zone) { return zone.name == name; });
    // "GMT+0300" and "+03:00" alike.
    if (name.empty() || name == "gmt" || name == "utc") {
      const std::size_t behind = at_;
      const std::string offset = this->offset();
      if (!offset.empty()) return offset;
      at_ = behind;
    }
    // A lone "Z" is a zone only right behind its time.
    if (known != std::end(kZones) && (front == begin || name != "z")) {
      return std::string(known->offset);
    }
    at_ = begin;
    return "";
  }

  std::string offset() {
    if (!more() || (text_[at_] != '+' && text_[at_] != '-')) return "";
    const char sign = text_[at_++];
    const std::size_t begin = at_;
    int hours = number(4, 4), minutes = 0;
    if (hours >= 0) {
      minutes = hours % 100;
      hours /= 100;
    } else {
      hours = number(1, 2);
      if (hours < 0) return "";
      if (skip(':')) minutes = number(2, 2);
    }
    if (hours > 14 || minutes < 0 || minutes > 59 || at_ == begin) return "";
    if (hours == 0 && minutes == 0) return "Z";
    std::array<char, 48> out;
    std::snprintf(out.data(), out.size(), "%c%02d:%02d", sign, hours, minutes);
    return out.data();
  }

  std::string_view text_;
  DateOrder order_;
  std::size_t at_ = 0;
  std::string inner_time_;  // a time that stood between the parts of a date
};

}  // namespace

std::optional<FoundDate> find_date(std::string_view line, DateOrder order) {
  return Reader(line, order).first();
}

}  // namespace tacitus
