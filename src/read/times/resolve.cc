// Counts from the article's date, from what the text spoke of, or from a coarser time beside it.
#include "read/times/resolve.h"

#include <algorithm>
#include <cstdlib>

#include "read/times/calendar.h"

namespace tacitus {
namespace {

// How many sentences long a text is taken to speak of one time, and of one quarter's results.
constexpr std::uint32_t kNearSentences = 3, kNearReport = 10;
constexpr int kHalfYear = 183;
// The press tells rather of what was: only a day that is gone as long as this is one that comes.
constexpr int kLongPast = 240;

bool is_day_known(int year, int month, int day) {
  return year >= kFirstYear && year <= kLastYear && month >= 1 && month <= 12 && day >= 1 &&
         day <= days_in_month(year, month);
}

std::optional<TimePoint> day_point(int year, int month, int day) {
  if (!is_day_known(year, month, day)) return std::nullopt;
  TimePoint point;
  point.year = year;
  point.month = month;
  point.day = day;
  return point;
}

std::optional<TimePoint> year_point(int year) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  TimePoint point;
  point.grain = Grain::kYear;
  point.year = year;
  return point;
}

}  // namespace

std::optional<TimePoint> TimeResolver::spoken() const {
  const bool near = spoken_ && sentence_ - spoken_sentence_ <= kNearSentences;
  return near ? spoken_ : base();
}

Time TimeResolver::resolve(const TimeExpression& expression, TenseFound tense,
                          std::uint32_t sentence) {
  tense_ = tense.tense;
  is_tense_sure_ = tense.is_sure;
  sentence_ = sentence;
  Time time;
  time.span = expression.span;
  if (!expression.mod.empty()) time.mod = std::string(expression.mod);
  const TimeLayer& finest = expression.finest();
  switch (expression.kind()) {
    case TimeKind::kDuration:
      time.type = TimeType::kDuration;
      time.value = duration_value(finest.fields, *finest.rule);
      return time;
    case TimeKind::kSet:
      time.type = TimeType::kSet;
      time.value = set_value(finest.fields);
      return time;
    case TimeKind::kRef:
      time.value = finest.rule->value;
      return time;
    case TimeKind::kShift:
      if (finest.fields.has(Field::kVague) || !finest.fields.has(Field::kNumber)) {
        const bool is_open = finest.rule->base == Base::kSpoken && finest.rule->direction > 0;
        if (!is_open) time.value = finest.rule->direction < 0 ? "PAST_REF" : "FUTURE_REF";
        return time;
      }
      break;
    default: break;
  }
  const Point point = point_of(expression);
  const TimeFields& fields = finest.fields;
  const bool is_time = fields.has(Field::kHour) || fields.has(Field::kPart) ||
                       finest.rule->is_clock || (point && (point->hour >= 0 || point->part != 0));
  if (is_time) time.type = TimeType::kTime;
  if (!point) return time;
  time.value = value_of(*point);
  remember(expression, *point, sentence);
  return time;
}

void TimeResolver::remember(const TimeExpression& expression, const TimePoint& point,
                            std::uint32_t sentence) {
  if (expression.coarsest().rule->is_like) return;  // what a period is compared with
  if (point.grain == Grain::kQuarter) {
    quarter_ = point;
    quarter_sentence_ = sentence;
  }
  if (point.grain >= Grain::kDecade) return;
  spoken_ = point;
  spoken_->hour = spoken_->minute = spoken_->second = -1;
  spoken_->part = 0;
  spoken_->zone.reset();
  if (spoken_->grain < Grain::kDay) spoken_->grain = Grain::kDay;
  spoken_sentence_ = sentence;
}

std::optional<TimePoint> TimeResolver::point_of(const TimeExpression& expression) {
  const TimeLayer& coarsest = expression.coarsest();
  Point point;
  switch (coarsest.rule->kind) {
    case TimeKind::kCalendar: point = calendar(coarsest.fields, *coarsest.rule); break;
    case TimeKind::kUnit: point = unit(coarsest.fields, *coarsest.rule); break;
    case TimeKind::kDay: point = day(coarsest.fields, *coarsest.rule); break;
    case TimeKind::kShift: point = shift(coarsest.fields, *coarsest.rule); break;
    default: return std::nullopt;
  }
  for (std::size_t i = expression.count - 1; i-- > 0 && point;) {
    point = within(expression.layers[i], *point);
  }
  return point;
}

// The year that the fields tell by themselves.
std::optional<TimePoint> TimeResolver::year_of(const TimeFields& fields) const {
  if (fields.has(Field::kYear)) {
    const int year = fields[Field::kYear];
    // "1914-18"
    if (fields.has(Field::kShortYear)) return year_point(year / 100 * 100 + fields[Field::kShortYear]);
    return year_point(year);
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
  if (year && rule.is_like && quarter_ && sentence_ - quarter_sentence_ <= kNearReport) {
    return moved_years(*quarter_, year->year - quarter_->year);  // "the 1988 period"
  }
  if (year) return with_clock(in_year(fields, year->year), fields, rule);
  const bool is_spoken = rule.base == Base::kSpoken;
  const Point from = is_spoken ? spoken() : base();
  if (!from) return std::nullopt;
  if (fields.has(Field::kMonth) || fields.has(Field::kHoliday)) {
    const bool has_day = fields.has(Field::kDay) || fields.has(Field::kOrdinal) ||
                         fields.has(Field::kHoliday);
    return with_clock(choose_year(fields, *from, has_day,
                                  [&](int y) { return in_year(fields, y); }),
                      fields, rule);
  }
  if (fields.has(Field::kSeason) || fields.has(Field::kQuarter) || fields.has(Field::kHalf)) {
    return choose_year(fields, *from, false, [&](int y) { return in_year(fields, y); });
  }
  if (fields.has(Field::kWeekday)) return with_clock(weekday(fields, *from, is_spoken), fields, rule);
  if (fields.has(Field::kDay)) {
    // "the 7th": of this month, of the last or of the next.
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

template <class In>
std::optional<TimePoint> TimeResolver::choose_year(const TimeFields& fields, const TimePoint& from,
                                                   bool has_day, In in_year) {
  const int now = first_day(from);
  const Point same = in_year(from.year);
  const Point last = in_year(from.year - 1), next = in_year(from.year + 1);
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
    if (fields.has(Field::kZone)) day->zone = fields[Field::kZone];
  } else if (fields.has(Field::kPart)) {
    day->grain = Grain::kPart;
    day->part = fields[Field::kPart];
  }
  return day;
}

std::optional<TimePoint> TimeResolver::unit(const TimeFields& fields, const TimeRule& rule) {
  const Grain grain = grain_of_unit(fields[Field::kUnit]);
  if (grain < Grain::kDay || grain == Grain::kCount) return std::nullopt;
  const int which = fields[Field::kWhich];
  if (rule.base == Base::kSpoken) {
    if (grain == Grain::kQuarter && which == 0) {
      if (quarter_) return quarter_;
      // Reports tell of the quarter that is over.
      const Point from = base();
      return from ? moved(point_at(first_day(*from), grain), -1) : std::nullopt;
    }
    const Point from = grain == Grain::kQuarter && quarter_ ? quarter_ : spoken();
    // What is longer than the unit does not say which, and no year to come is spoken of for long.
    const bool is_ahead = from && base() && grain == Grain::kYear && from->year > base()->year;
    if (!from || from->grain > grain || is_ahead) {
      const Point other = base();
      return other ? moved(point_at(first_day(*other), grain), which) : std::nullopt;
    }
    return moved(point_at(first_day(*from), grain), which);
  }
  const Point from = base();
  if (!from) return std::nullopt;
  const int now = first_day(*from);
  if (grain == Grain::kQuarter && fields.has(Field::kMonth)) {
    // "the quarter ended Sept. 30"
    const Point year = year_of(fields);
    if (year) {
      const Point end = in_year(fields, year->year);
      return end ? Point(point_at(first_day(*end), grain)) : std::nullopt;
    }
    const Point end = choose_year(fields, *from, true, [&](int y) { return in_year(fields, y); });
    return end ? Point(point_at(first_day(*end), grain)) : std::nullopt;
  }
  if (grain == Grain::kWeekend) {
    // "the weekend" on a Monday was; on a Friday it comes.
    const TimePoint here = point_at(now, grain);
    const bool is_over = which == 0 && weekday_of(now) <= 5 && tense_ != Tense::kFuture;
    return moved(here, which < 0 || is_over ? -1 : which > 0 ? (weekday_of(now) > 5) : 0);
  }
  return moved(point_at(now, grain), which);
}

std::optional<TimePoint> TimeResolver::day(const TimeFields& fields, const TimeRule& rule) const {
  const Point from = rule.base == Base::kSpoken ? spoken() : base();
  if (!from || from->grain > Grain::kDay) return std::nullopt;
  return with_clock(moved(point_at(first_day(*from), Grain::kDay), fields[Field::kOffset]), fields,
                    rule);
}

std::optional<TimePoint> TimeResolver::shift(const TimeFields& fields, const TimeRule& rule) const {
  Point from = rule.base == Base::kSpoken ? spoken() : base();
  const std::int64_t hundredths =
      std::int64_t{fields[Field::kNumber]} + (rule.has_half ? 50 : 0);
  const std::int64_t number = hundredths / 100 * rule.direction;
  const bool is_half = hundredths % 100 != 0;
  Grain grain = grain_of_unit(fields[Field::kUnit]);
  if (rule.is_like) {
    const bool speaks_of_quarter = quarter_ && sentence_ - quarter_sentence_ <= kNearReport;
    if (speaks_of_quarter) return moved_years(*quarter_, number);
  }
  if (!from || grain < Grain::kDay || grain == Grain::kCount) return std::nullopt;
  if (grain == Grain::kWeekend) grain = Grain::kWeek;
  const TimePoint here = point_at(first_day(*from), grain);
  if (grain == Grain::kYear && is_half) {
    return moved(point_at(first_day(*from), Grain::kMonth),
                 (hundredths * 12 / 100) * rule.direction);
  }
  const bool is_fortnight = fields[Field::kUnit] == pack_code("2W");
  // From a day as it is written, years and months are counted to the day where the text does so.
  if (rule.base == Base::kSpoken && from->grain < grain && from->grain > Grain::kDay &&
      grain == Grain::kYear) {
    return moved_years(*from, number);
  }
  // "two days after" a month that has no day.
  if (from->grain > grain) return std::nullopt;
  return moved(here, is_fortnight ? number * 2 : number);
}

std::optional<TimePoint> TimeResolver::nth(const TimeFields& fields, const TimePoint& frame) const {
  const Grain grain = grain_of_unit(fields[Field::kUnit]);
  const int first = first_day(frame), last = last_day(frame);
  const bool is_counted = fields.has(Field::kOrdinal) || fields.has(Field::kWhich);
  if (!is_counted && frame.grain == Grain::kDay) return point_at(first, grain);  // "the week of"
  if (!is_counted || grain < Grain::kDay || grain >= frame.grain) return std::nullopt;
  const bool is_last = fields.has(Field::kWhich);
  const int nth = is_last ? -1 : fields[Field::kOrdinal];
  Point point = point_at(is_last ? last : first, grain);
  if (fields.has(Field::kWeekday)) {
    if (frame.grain != Grain::kMonth || nth > 5) return std::nullopt;
    point = point_at(nth_weekday(frame.year, frame.month, fields[Field::kWeekday], nth), grain);
  } else if (!is_last) {
    point = moved(*point, nth - 1);
  }
  if (!point || first_day(*point) > last) return std::nullopt;
  return point;
}

std::optional<TimePoint> TimeResolver::within(const TimeLayer& layer, const TimePoint& frame) {
  const TimeFields& fields = layer.fields;
  if (layer.rule->kind == TimeKind::kNth) {
    return fields.has(Field::kPart) ? with_clock(frame, fields, *layer.rule) : nth(fields, frame);
  }
  if (layer.rule->kind == TimeKind::kDay) return with_clock(frame, fields, *layer.rule);
  if (layer.rule->kind != TimeKind::kCalendar) return std::nullopt;
  if (frame.grain <= Grain::kDay) return with_clock(frame, fields, *layer.rule);
  if (frame.grain == Grain::kYear) {
    return with_clock(in_year(fields, frame.year), fields, *layer.rule);
  }
  // "the 5th" of a month
  if (frame.grain == Grain::kMonth && fields.has(Field::kDay)) {
    return day_point(frame.year, frame.month, fields[Field::kDay]);
  }
  if (frame.grain == Grain::kWeek && fields.has(Field::kWeekday)) {
    return with_clock(point_at(first_day(frame) + fields[Field::kWeekday] - 1, Grain::kDay), fields,
                      *layer.rule);
  }
  return std::nullopt;
}

}  // namespace tacitus
