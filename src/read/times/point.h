// A time with its place in the calendar, and how ISO 8601 and TIMEX3 write it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "read/times/grammar.h"

namespace tacitus {

// As much is known as `grain` tells: of a month the year and the month.
struct TimePoint {
  Grain grain = Grain::kDay;
  int year = 0, month = 1, day = 1;
  // The quarter (1 to 4), half (1, 2), ISO week, or code of the season.
  std::int32_t code = 0;
  int hour = -1, minute = -1, second = -1;
  std::int32_t part = 0;             // code of the part of day; 0 for none
  std::optional<int> zone;           // minutes ahead of UTC
};

// A day or year; none where the calendar has none such.
std::optional<TimePoint> day_point(int year, int month, int day);
std::optional<TimePoint> year_point(int year);

// The point's first and last day, as calendar.h counts them.
int first_day(const TimePoint& point);
int last_day(const TimePoint& point);

// The period of that grain that a day lies in.
TimePoint point_at(int day, Grain grain);

// So many periods of the point's own grain on, or back. None outside the years of calendar.h.
std::optional<TimePoint> moved(const TimePoint& point, std::int64_t periods);

// So many years on, whatever the grain.
std::optional<TimePoint> moved_years(TimePoint point, std::int64_t years);

// "2025-03-07", "2025-W10", "2025-Q1", "2025-SP", "2025-03-07T17:00", "202" for the 2020s, "20" for
// the 21st century. Years are those of ISO 8601; the quarters, seasons, halves, parts of day and
// weekends are TIMEX3's (TimeML 1.2.1).
std::string value_of(const TimePoint& point);

// The day that an ISO 8601 date or date-time begins with; none where it is not one.
std::optional<TimePoint> read_point(std::string_view iso);

}  // namespace tacitus
