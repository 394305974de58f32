#include "read/times/calendar.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

int number(int year, int month, int day) { return number_of({year, month, day}); }

TEST(Calendar, CountsDaysFrom1970) {
  EXPECT_EQ(number(1970, 1, 1), 0);
  EXPECT_EQ(number(2000, 3, 1), 11017);
  EXPECT_EQ(number(1969, 12, 31), -1);
}

TEST(Calendar, LeadsEveryDayBackToItself) {
  int expected = number(1, 1, 1);
  for (int year = 1; year <= 2400; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day, ++expected) {
        ASSERT_EQ(number(year, month, day), expected);
        const Day back = day_of(expected);
        ASSERT_TRUE(back.year == year && back.month == month && back.day == day);
      }
    }
  }
}

TEST(Calendar, KnowsWeekdaysAndWeeks) {
  EXPECT_EQ(weekday_of(number(2025, 3, 7)), 5);
  EXPECT_EQ(weekday_of(number(1945, 5, 8)), 2);
  EXPECT_EQ(week_of(number(2024, 12, 30)).year, 2025);
  EXPECT_EQ(week_of(number(2024, 12, 30)).week, 1);
  EXPECT_EQ(week_of(number(2021, 1, 3)).year, 2020);
  EXPECT_EQ(week_of(number(2021, 1, 3)).week, 53);
}

TEST(Calendar, FindsEaster) {
  EXPECT_EQ(easter(2024), number(2024, 3, 31));
  EXPECT_EQ(easter(2025), number(2025, 4, 20));
  EXPECT_EQ(easter(1818), number(1818, 3, 22));
  EXPECT_EQ(orthodox_easter(2024), number(2024, 5, 5));
  EXPECT_EQ(orthodox_easter(2025), number(2025, 4, 20));
}

TEST(Calendar, FindsTheNthWeekday) {
  EXPECT_EQ(nth_weekday(2024, 11, 4, 4), number(2024, 11, 28));
  EXPECT_EQ(nth_weekday(2025, 5, 1, -1), number(2025, 5, 26));
  EXPECT_EQ(nth_weekday(2025, 9, 1, 1), number(2025, 9, 1));
}

}  // namespace
}  // namespace tacitus
