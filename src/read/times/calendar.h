// Days of the Gregorian calendar, also before it was in use. No time zones: a day is a number.
#pragma once

namespace tacitus {

// Years that times are given in; what lies outside has no value.
constexpr int kFirstYear = 1, kLastYear = 9999;

struct Day {
  int year = 0, month = 1, day = 1;
};

// Days since 1970-01-01, negative before; and back. Method: Howard Hinnant, "chrono-compatible
// low-level date algorithms".
int number_of(Day day);
Day day_of(int number);

int days_in_month(int year, int month);
// 1 is Monday, 7 is Sunday, as in ISO 8601.
int weekday_of(int number);

// Weeks of ISO 8601: they begin on Monday, and the first of a year has its 4th of January.
struct Week {
  int year = 0, week = 0;
};
Week week_of(int number);

// Easter Sunday; of the Gregorian calendar (Meeus/Jones/Butcher), or of the Eastern churches
// (Meeus's rule for the Julian calendar), told in the Gregorian one. For years from 1583 on.
int easter(int year);
int orthodox_easter(int year);

// The nth weekday of a month: 1 the first, -1 the last.
int nth_weekday(int year, int month, int weekday, int nth);

}  // namespace tacitus
