// Days, weeks and moving feasts.
#include "read/times/calendar.h"

namespace tacitus {

int number_of(Day day) {
  const int y = day.year - (day.month <= 2);
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int of_era = y - era * 400;
  const int of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Day day_of(int number) {
  number += 719468;
  const int era = (number >= 0 ? number : number - 146096) / 146097;
  const int of_era = number - era * 146097;
  const int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const int of_year = of_era - (365 * year + year / 4 - year / 100);
  const int shifted = (5 * of_year + 2) / 153;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1};
}

int days_in_month(int year, int month) {
  static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return kDays[month - 1] + (month == 2 && leap);
}

int weekday_of(int number) {
  const int from_monday = (number + 3) % 7;  // 1970 began on a Thursday
  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

Week week_of(int number) {
  const int thursday = number - weekday_of(number) + 4;  // the week's year is that of its Thursday
  const int year = day_of(thursday).year;
  return {year, (thursday - number_of({year, 1, 1})) / 7 + 1};
}

int easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30;
  const int i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return number_of({year, n / 31, n % 31 + 1});
}

int orthodox_easter(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int n = d + e + 114;
  const int julian_behind = year / 100 - year / 400 - 2;
  return number_of({year, n / 31, n % 31 + 1}) + julian_behind;
}

int nth_weekday(int year, int month, int weekday, int nth) {
  if (nth > 0) {
    const int first = number_of({year, month, 1});
    return first + (weekday - weekday_of(first) + 7) % 7 + 7 * (nth - 1);
  }
  const int last = number_of({year, month, days_in_month(year, month)});
  return last - (weekday_of(last) - weekday + 7) % 7 + 7 * (nth + 1);
}

}  // namespace tacitus
