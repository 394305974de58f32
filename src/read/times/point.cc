// Points of the calendar.
#include "read/times/point.h"

#include <algorithm>
#include <cstdio>

#include "read/times/calendar.h"

namespace tacitus {
namespace {

constexpr std::int32_t kSpring = pack_code("SP"), kSummer = pack_code("SU"),
                       kAutumn = pack_code("FA");

// Of the northern half of the world, as its press counts them; a winter has the year it begins in.
int first_month_of_season(std::int32_t season) {
  return season == kSpring ? 3 : season == kSummer ? 6 : season == kAutumn ? 9 : 12;
}

int days_behind_month(int year, int month) {
  return number_of({year, month, days_in_month(year, month)});
}

int monday_of(int year, int week) {
  const int fourth = number_of({year, 1, 4});
  return fourth - weekday_of(fourth) + 1 + 7 * (week - 1);
}

bool is_known(int year) { return year >= kFirstYear && year <= kLastYear; }

std::string formatted(const char* form, int a, int b = 0, int c = 0) {
  char out[48];
  std::snprintf(out, sizeof out, form, a, b, c);
  return out;
}

}  // namespace

std::optional<TimePoint> day_point(int year, int month, int day) {
  if (!is_known(year) || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) {
    return std::nullopt;
  }
  TimePoint point;
  point.year = year;
  point.month = month;
  point.day = day;
  return point;
}

std::optional<TimePoint> year_point(int year) {
  if (!is_known(year)) return std::nullopt;
  TimePoint point;
  point.grain = Grain::kYear;
  point.year = year;
  return point;
}

int first_day(const TimePoint& point) {
  switch (point.grain) {
    case Grain::kMonth: return number_of({point.year, point.month, 1});
    case Grain::kWeek: return monday_of(point.year, point.code);
    case Grain::kWeekend: return monday_of(point.year, point.code) + 5;
    case Grain::kSeason: return number_of({point.year, first_month_of_season(point.code), 1});
    case Grain::kQuarter: return number_of({point.year, 3 * point.code - 2, 1});
    case Grain::kHalf: return number_of({point.year, 6 * point.code - 5, 1});
    case Grain::kYear: case Grain::kDecade: case Grain::kCentury:
      return number_of({point.year, 1, 1});
    default: return number_of({point.year, point.month, point.day});
  }
}

int last_day(const TimePoint& point) {
  switch (point.grain) {
    case Grain::kMonth: return days_behind_month(point.year, point.month);
    case Grain::kWeek: return first_day(point) + 6;
    case Grain::kWeekend: return first_day(point) + 1;
    case Grain::kSeason: {
      const int month = first_month_of_season(point.code);
      return month == 12 ? days_behind_month(point.year + 1, 2)
                         : days_behind_month(point.year, month + 2);
    }
    case Grain::kQuarter: return days_behind_month(point.year, 3 * point.code);
    case Grain::kHalf: return days_behind_month(point.year, 6 * point.code);
    case Grain::kYear: return number_of({point.year, 12, 31});
    case Grain::kDecade: return number_of({point.year + 9, 12, 31});
    case Grain::kCentury: return number_of({point.year + 99, 12, 31});
    default: return first_day(point);
  }
}

TimePoint point_at(int day, Grain grain) {
  const Day date = day_of(day);
  TimePoint point;
  point.grain = grain;
  point.year = date.year;
  switch (grain) {
    case Grain::kMonth: point.month = date.month; break;
    case Grain::kWeek: case Grain::kWeekend: {
      const Week week = week_of(day);
      point.year = week.year;
      point.code = week.week;
      break;
    }
    case Grain::kQuarter: point.code = (date.month + 2) / 3; break;
    case Grain::kHalf: point.code = date.month <= 6 ? 1 : 2; break;
    case Grain::kYear: break;
    case Grain::kDecade: point.year -= date.year % 10; break;
    case Grain::kCentury: point.year -= date.year % 100; break;
    default:
      point.month = date.month;
      point.day = date.day;
  }
  return point;
}

std::optional<TimePoint> moved_years(TimePoint point, std::int64_t years) {
  if (years < -kLastYear || years > kLastYear) return std::nullopt;
  point.year += static_cast<int>(years);
  if (!is_known(point.year)) return std::nullopt;
  if (point.grain <= Grain::kDay) {
    point.day = std::min(point.day, days_in_month(point.year, point.month));
  }
  return point;
}

std::optional<TimePoint> moved(const TimePoint& point, std::int64_t periods) {
  constexpr std::int64_t kMost = 4'000'000;  // days between the first and last year
  if (periods < -kMost || periods > kMost) return std::nullopt;
  const int n = static_cast<int>(periods);
  const auto in_months = [&](int size, int at) -> std::optional<TimePoint> {
    const std::int64_t total = std::int64_t{point.year} * 12 + at - 1 + std::int64_t{n} * size;
    const std::int64_t year = total >= 0 ? total / 12 : -1;
    if (year < kFirstYear || year > kLastYear) return std::nullopt;
    TimePoint out = point;
    out.year = static_cast<int>(year);
    const int month = static_cast<int>(total % 12) + 1;
    if (point.grain == Grain::kMonth) {
      out.month = month;
    } else {
      out.code = (month - 1) / size + 1;
    }
    return out;
  };
  switch (point.grain) {
    case Grain::kMonth: return in_months(1, point.month);
    case Grain::kQuarter: return in_months(3, 3 * point.code - 2);
    case Grain::kHalf: return in_months(6, 6 * point.code - 5);
    case Grain::kSeason: case Grain::kYear: return moved_years(point, n);
    case Grain::kDecade: return moved_years(point, std::int64_t{n} * 10);
    case Grain::kCentury: return moved_years(point, std::int64_t{n} * 100);
    case Grain::kWeek: case Grain::kWeekend: {
      const std::int64_t day = first_day(point) + std::int64_t{n} * 7;
      if (day < number_of({kFirstYear, 1, 8}) || day > number_of({kLastYear, 12, 24})) {
        return std::nullopt;
      }
      return point_at(static_cast<int>(day), point.grain);
    }
    default: {
      const std::int64_t day = std::int64_t{first_day(point)} + n;
      if (day < number_of({kFirstYear, 1, 1}) || day > number_of({kLastYear, 12, 31})) {
        return std::nullopt;
      }
      TimePoint out = point_at(static_cast<int>(day), Grain::kDay);
      out.grain = point.grain;
      out.part = point.part;
      out.hour = point.hour;
      out.minute = point.minute;
      out.zone = point.zone;
      return out;
    }
  }
}

std::string value_of(const TimePoint& point) {
  switch (point.grain) {
    case Grain::kCentury: return formatted("%02d", point.year / 100);
    case Grain::kDecade: return formatted("%03d", point.year / 10);
    case Grain::kYear: return formatted("%04d", point.year);
    case Grain::kHalf: return formatted("%04d-H%d", point.year, point.code);
    case Grain::kQuarter: return formatted("%04d-Q%d", point.year, point.code);
    case Grain::kSeason: return formatted("%04d-", point.year) + unpack_code(point.code);
    case Grain::kMonth: return formatted("%04d-%02d", point.year, point.month);
    case Grain::kWeek: return formatted("%04d-W%02d", point.year, point.code);
    case Grain::kWeekend: return formatted("%04d-W%02d-WE", point.year, point.code);
    default: break;
  }
  std::string value = formatted("%04d-%02d-%02d", point.year, point.month, point.day);
  if (point.hour < 0) {
    return point.part == 0 ? value : value + "T" + unpack_code(point.part);
  }
  value += formatted("T%02d:%02d", point.hour, point.minute < 0 ? 0 : point.minute);
  if (point.second >= 0) value += formatted(":%02d", point.second);
  if (!point.zone) return value;
  if (*point.zone == 0) return value + "Z";
  const int minutes = *point.zone < 0 ? -*point.zone : *point.zone;
  value += *point.zone < 0 ? '-' : '+';
  return value + formatted("%02d:%02d", minutes / 60, minutes % 60);
}

std::optional<TimePoint> read_point(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  if (iso.size() > 10 && iso[10] != 'T' && iso[10] != ' ') return std::nullopt;
  int values[3] = {0, 0, 0};
  const std::size_t begins[] = {0, 5, 8}, sizes[] = {4, 2, 2};
  for (int part = 0; part < 3; ++part) {
    for (std::size_t i = 0; i < sizes[part]; ++i) {
      const char c = iso[begins[part] + i];
      if (c < '0' || c > '9') return std::nullopt;
      values[part] = values[part] * 10 + (c - '0');
    }
  }
  return day_point(values[0], values[1], values[2]);
}

}  // namespace tacitus
