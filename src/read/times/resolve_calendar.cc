// Dates by their fields: the year that is meant where none is told, figures in either order,
// holidays, weekdays, and the time of day.
#include <algorithm>
#include <cstdlib>

#include "read/times/calendar.h"
#include "read/times/resolve.h"

namespace tacitus {
namespace {

constexpr int kHalfYear = 183;
// The press tells rather of what was: only a day that is gone as long as this is one that comes.
constexpr int kLongPast = 240;

}  // namespace

// The year that the fields tell by themselves.
std::optional<TimePoint> TimeResolver::year_of(const TimeFields& fields) const {
  if (fields.has(Field::kYear)) {
    const int year = fields[Field::kYear];
    // "1914-18"
    const bool is_short = fields.has(Field::kShortYear);
    return year_point(is_short ? year / 100 * 100 + fields[Field::kShortYear] : year);
  }
  if (!fields.has(Field::kShortYear)) return std::nullopt;
  // The nearest, rather one that was than one that comes.
  const Point from = base();
  const int now = from ? from->year : 1999;
  int year = now / 100 * 100 + fields[Field::kShortYear];
  if (year > now + 20) year -= 100;
  if (year < now - 79) year += 100;
  return year_point(year);
}

bool TimeResolver::swaps_day_and_month(const TimeFields& fields) {
  // The first rule takes the first number for the month; only what may be both is open.
  const int month = fields[Field::kMonthNumber], day = fields[Field::kDay];
  if (day > 12 || day == month) return false;
  if (!order_) order_ = date_order(text_);
  return *order_ == DateOrder::kDayFirst;
}

std::optional<TimePoint> TimeResolver::calendar(const TimeFields& fields, const TimeRule& rule) {
  const Point year = year_of(fields);
  if (fields.has(Field::kMonthNumber)) {
    if (!year) return std::nullopt;
    int month = fields[Field::kMonthNumber], day = fields[Field::kDay];
    if (rule.value == "open" && day <= 12 && day != month) {
      const bool swaps = swaps_day_and_month(fields);
      if (*order_ == DateOrder::kUnknown) {
        // Only one of the two may be near the article's date.
        const Point one = day_point(year->year, month, day);
        const Point other = day_point(year->year, day, month);
        if (!published_ || !one || !other) return std::nullopt;
        const int from = first_day(*published_);
        const bool one_is_near = std::abs(first_day(*one) - from) <= 10;
        const bool other_is_near = std::abs(first_day(*other) - from) <= 10;
        if (one_is_near == other_is_near) return std::nullopt;
        if (other_is_near) std::swap(month, day);
      } else if (swaps) {
        std::swap(month, day);
      }
    }
    return with_clock(day_point(year->year, month, day), fields, rule);
  }
  if (fields.has(Field::kCentury)) return point_at(
      number_of({std::clamp((fields[Field::kCentury] - 1) * 100, 1, 9900), 1, 1}), Grain::kCentury);
  if (fields.has(Field::kDecade) || fields.has(Field::kRoundYear)) {
    int first = fields.has(Field::kDecade) ? fields[Field::kDecade] : fields[Field::kRoundYear];
    if (first < 100) {
      const Point from = base();
      const int now = from ? from->year : 1999;
      first += now / 100 * 100;
      if (first > now) first -= 100;
    }
    Point decade = year_point(first);
    if (decade) decade->grain = Grain::kDecade;
    return decade;
  }
  if (year && rule.is_like && speaks_of_quarter()) {
    return moved_years(*quarter_, year->year - quarter_->year);  // "the 1988 period"
  }
  if (year) return with_clock(in_year(fields, year->year), fields, rule);
  const bool is_spoken = rule.base == Base::kSpoken;
  const Point from = is_spoken ? spoken() : base();
  if (!from) return std::nullopt;
  if (fields.has(Field::kMonth) || fields.has(Field::kHoliday)) {
    const bool has_day = fields.has(Field::kDay) || fields.has(Field::kOrdinal) ||
                         fields.has(Field::kHoliday);
    if (!fields.has(Field::kWhich) && tells_of_long_ago()) {
      // A story goes on: what is long before is of the next year.
      const Point same = in_year(fields, spoken_->year);
      const bool goes_on = same && first_day(*same) < first_day(*spoken_) - kHalfYear;
      return with_clock(goes_on ? in_year(fields, spoken_->year + 1) : same, fields, rule);
    }
    return with_clock(choose_year(fields, *from, has_day), fields, rule);
  }
  if (fields.has(Field::kSeason) || fields.has(Field::kQuarter) || fields.has(Field::kHalf)) {
    return choose_year(fields, *from, false);
  }
  // From no day a day is counted: behind "in 2021" a Tuesday may be any.
  const bool is_from_day = from->grain <= Grain::kDay;
  if (fields.has(Field::kWeekday)) {
    if (!is_from_day) return std::nullopt;
    return with_clock(weekday(fields, *from, is_spoken), fields, rule);
  }
  if (fields.has(Field::kDay)) {
    // "the 7th": of this month, of the last or of the next.
    if (from->grain > Grain::kMonth) return std::nullopt;
    TimePoint month = point_at(first_day(*from), Grain::kMonth);
    const int here = from->grain <= Grain::kDay ? from->day : 1;
    const int wanted = fields[Field::kDay];
    if (tense_ == Tense::kPast && wanted > here) month = moved(month, -1).value_or(month);
    if (tense_ == Tense::kFuture && wanted < here) month = moved(month, 1).value_or(month);
    return day_point(month.year, month.month, wanted);
  }
  if (fields.has(Field::kHour) || fields.has(Field::kPart) || rule.is_clock) {
    // Of the day that the sentence tells, else of today.
    const TimePoint& today = speaks_of_day(sentence_) ? *spoken_ : *from;
    if (today.grain > Grain::kDay) return std::nullopt;
    return with_clock(point_at(first_day(today), Grain::kDay), fields, rule);
  }
  return std::nullopt;
}

// What the fields tell of a year, without a time of day.
std::optional<TimePoint> TimeResolver::in_year(const TimeFields& fields, int year) {
  TimePoint point;
  point.year = year;
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  if (fields.has(Field::kHoliday)) {
    return holiday(grammar_.holidays()[static_cast<std::size_t>(fields[Field::kHoliday])], year);
  }
  if (fields.has(Field::kMonth)) {
    point.month = fields[Field::kMonth];
    point.grain = Grain::kMonth;
    if (!fields.has(Field::kDay) && !fields.has(Field::kOrdinal)) return point;
    const int day = fields.has(Field::kDay) ? fields[Field::kDay] : fields[Field::kOrdinal];
    return day_point(year, point.month, day);
  }
  const auto coded = [&](Grain grain, std::int32_t code) {
    point.grain = grain;
    point.code = code;
    return point;
  };
  if (fields.has(Field::kSeason)) return coded(Grain::kSeason, fields[Field::kSeason]);
  if (fields.has(Field::kQuarter)) {
    const std::int32_t quarter = fields[Field::kQuarter];
    if (quarter < 1 || quarter > 4) return std::nullopt;
    return moved_years(coded(Grain::kQuarter, quarter), fields[Field::kOffset]);
  }
  if (fields.has(Field::kHalf)) {
    const std::int32_t half = fields[Field::kHalf];
    if (half < 1 || half > 2) return std::nullopt;
    return coded(Grain::kHalf, half);
  }
  return year_point(year);
}

std::optional<TimePoint> TimeResolver::holiday(const Holiday& holiday, int year) const {
  if (year < 1583 || year > kLastYear - 1) return std::nullopt;
  int day = 0;
  switch (holiday.rule) {
    case Holiday::Rule::kFixed: return day_point(year, holiday.month, holiday.day);
    case Holiday::Rule::kNthWeekday:
      day = nth_weekday(year, holiday.month, holiday.weekday, holiday.nth);
      break;
    case Holiday::Rule::kEaster: day = easter(year); break;
    case Holiday::Rule::kOrthodoxEaster: day = orthodox_easter(year); break;
  }
  return point_at(day + holiday.offset, Grain::kDay);
}

// Of a time that comes every year the one that is meant.
std::optional<TimePoint> TimeResolver::choose_year(const TimeFields& fields, const TimePoint& from,
                                                   bool has_day) {
  const int now = first_day(from);
  const Point same = in_year(fields, from.year);
  const Point last = in_year(fields, from.year - 1), next = in_year(fields, from.year + 1);
  if (!same) return std::nullopt;
  if (fields.has(Field::kWhich)) {
    const int which = fields[Field::kWhich];
    if (which == 0) {
      // "this winter" in January has begun the year before.
      return last && last_day(*last) >= now ? last : same;
    }
    if (which < 0) return last_day(*same) < now ? same : last;
    return first_day(*same) > now ? same : next;
  }
  if (has_day) {
    // The nearest, unless the tense says otherwise of one that is not near.
    const int ahead = first_day(*same) - now;
    if (is_tense_sure_ && tense_ == Tense::kPast && ahead > 31) return last;
    if (is_tense_sure_ && tense_ == Tense::kFuture && ahead < -31) return next;
    if (ahead > kHalfYear && tense_ != Tense::kFuture) return last;
    if (ahead < -kLongPast && tense_ != Tense::kPast) return next;
    return same;
  }
  const bool has_begun = first_day(*same) <= now, is_over = last_day(*same) < now;
  // A month is the nearest, unless the verb itself tells.
  const Tense tense = is_tense_sure_ || !fields.has(Field::kMonth) ? tense_ : Tense::kUnknown;
  // What is to be told of a quarter is told after it: "will report third-quarter results".
  const bool is_told = fields.has(Field::kQuarter) && now - last_day(*same) < 120;
  if (tense == Tense::kFuture) return is_over && !is_told ? next : same;
  if (tense == Tense::kPast) return has_begun ? same : last;
  if (has_begun) return now - first_day(*same) > kHalfYear + 60 && !fields.has(Field::kQuarter)
                            ? next : same;
  return first_day(*same) - now > kHalfYear ? last : same;
}

std::optional<TimePoint> TimeResolver::weekday(const TimeFields& fields, const TimePoint& from,
                                               bool is_spoken) const {
  const int now = first_day(from);
  const int behind = (weekday_of(now) - fields[Field::kWeekday] + 7) % 7;  // days since it was
  int days;
  if (fields.has(Field::kWhich)) {
    const int which = fields[Field::kWhich];
    days = which < 0 ? -(behind == 0 ? 7 : behind) : behind == 0 ? 7 * (which > 0) : 7 - behind;
    if (which > 0 && behind == 0) days = 7;
  } else if (tense_ == Tense::kFuture && !is_spoken) {
    days = behind == 0 ? 0 : 7 - behind;
  } else {
    days = -behind;
  }
  return moved(point_at(now, Grain::kDay), days);
}

std::optional<TimePoint> TimeResolver::with_clock(Point day, const TimeFields& fields,
                                                  const TimeRule& rule) const {
  if (!day || day->grain != Grain::kDay) return day;
  int hour = -1, minute = -1;
  if (rule.is_clock) {
    const std::int32_t number = fields[Field::kNumber] / 100;
    hour = number / 100;
    minute = number % 100;
  } else if (fields.has(Field::kHour)) {
    hour = fields[Field::kHour];
    if (fields.has(Field::kMinute)) minute = fields[Field::kMinute];
    if (fields.has(Field::kMeridiem)) {
      if (hour > 12 || hour == 0) return std::nullopt;
      // "9 to 5 p.m." begins before noon.
      const bool is_before_noon = fields.has_second && hour % 12 > fields.second % 12;
      hour = hour % 12 + (is_before_noon ? 0 : fields[Field::kMeridiem]);
    } else if (rule.ordinal_is == Field::kHour && fields.has(Field::kPart)) {
      const std::int32_t part = fields[Field::kPart];
      const bool is_late = part == pack_code("AF") || part == pack_code("EV") ||
                           part == pack_code("NI");
      if (is_late && hour < 12) hour += 12;
    }
  }
  if (hour >= 0) {
    if (hour > 24 || minute > 59 || (hour == 24 && minute > 0)) return std::nullopt;
    day->grain = minute >= 0 ? Grain::kMinute : Grain::kHour;
    day->hour = hour;
    day->minute = minute;
    day->second = fields.seconds;
    if (fields.has(Field::kZone)) day->zone = fields[Field::kZone];
  } else if (fields.has(Field::kPart)) {
    day->grain = Grain::kPart;
    day->part = fields[Field::kPart];
  }
  return day;
}

}  // namespace tacitus
