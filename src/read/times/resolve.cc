// Counts from the article's date, from what the text spoke of, or from a coarser time beside it.
#include "read/times/resolve.h"

#include "read/times/calendar.h"

namespace tacitus {
namespace {

// How many sentences long a text is taken to speak of one time, and of one quarter's results.
constexpr std::uint32_t kNearSentences = 3, kNearReport = 10;

}  // namespace

std::optional<TimePoint> TimeResolver::spoken() const {
  const bool near = spoken_ && sentence_ - spoken_sentence_ <= kNearSentences;
  return near ? spoken_ : base();
}

bool TimeResolver::tells_of_long_ago() const {
  return published_ && spoken_ && sentence_ - spoken_sentence_ <= kNearSentences &&
         spoken_->grain <= Grain::kMonth && spoken_->year < published_->year - 1 &&
         tense_ != Tense::kFuture;
}

bool TimeResolver::speaks_of_quarter() const {
  return quarter_ && sentence_ - quarter_sentence_ <= kNearReport;
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
  // "last week" behind "in 2021" alone may be any.
  if (!from || from->grain > grain) return std::nullopt;
  const int now = first_day(*from);
  if (grain == Grain::kQuarter && fields.has(Field::kMonth)) {
    // "the quarter ended Sept. 30"
    const Point year = year_of(fields);
    if (year) {
      const Point end = in_year(fields, year->year);
      return end ? Point(point_at(first_day(*end), grain)) : std::nullopt;
    }
    const Point end = choose_year(fields, *from, true);
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
    if (speaks_of_quarter()) return moved_years(*quarter_, number);
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
  if (layer.rule->kind == TimeKind::kUnit && frame.grain == Grain::kYear) {
    const Point same = unit(fields, *layer.rule);
    return same ? moved_years(*same, frame.year - same->year) : std::nullopt;
  }
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
