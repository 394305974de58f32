// What times are worth: each line a sentence, the words of a time in it, and its value.
#include <gtest/gtest.h>

#include "read/times/made_times.h"

namespace tacitus {
namespace {

struct Case {
  std::string sentence, words, value;
};

// 2025-03-12 is a Wednesday.
void expect_values(const std::vector<Case>& cases, std::string_view published = "2025-03-12") {
  for (const Case& one : cases) {
    const MadeTimes made({one.sentence}, published);
    EXPECT_EQ(made.value_of(one.words), one.value) << one.sentence << " [" << one.words << "]";
  }
}

TEST(TimeValues, OfDatesInEveryOrder) {
  expect_values({
      {"They met on 7 March 2025.", "7 March 2025", "2025-03-07"},
      {"They met on March 7, 2025.", "March 7, 2025", "2025-03-07"},
      {"They met on March 07,2025.", "March 07,2025", "2025-03-07"},
      {"They met on 2025-03-07.", "2025-03-07", "2025-03-07"},
      {"They met on 07.03.2025.", "07.03.2025", "2025-03-07"},
      {"They met on the 7th of March, 2025.", "the 7th of March, 2025", "2025-03-07"},
      {"They met on March the 7th.", "March the 7th", "2025-03-07"},
      {"They met on Mar. 7.", "Mar. 7", "2025-03-07"},
      {"They met on Friday, 7 March 2025.", "Friday, 7 March 2025", "2025-03-07"},
      {"They met on Friday, March 7.", "Friday, March 7", "2025-03-07"},
      {"They met on the twenty-first of January.", "the twenty-first of January", "2025-01-21"},
      {"They met in March 2024.", "March 2024", "2024-03"},
      {"They met in March of 2024.", "March of 2024", "2024-03"},
      {"They met in March of last year.", "March of last year", "2024-03"},
      {"They met in 1987.", "1987", "1987"},
      {"They met in '98.", "'98", "1998"},
      {"They met in nineteen ninety-six.", "nineteen ninety-six", "1996"},
      {"They met in the year two thousand.", "the year two thousand", "2000"},
      {"They met on Dec. 31 last year.", "Dec. 31 last year", "2024-12-31"},
  });
}

TEST(TimeValues, OfFiguresWithTheOrderThatTheArticleHas) {
  EXPECT_EQ(MadeTimes({"They met on 25/03/2024.", "They left on 07/04/2024."}, "2025-03-12")
                .value_of("07/04/2024"), "2024-04-07");
  EXPECT_EQ(MadeTimes({"They met on 03/25/2024.", "They left on 07/04/2024."}, "2025-03-12")
                .value_of("07/04/2024"), "2024-07-04");
  // The article's date tells, if only one of the two is near.
  EXPECT_EQ(MadeTimes({"They met on 3/7/2025."}, "2025-03-12").value_of("3/7/2025"), "2025-03-07");
  EXPECT_EQ(MadeTimes({"They met on 3/7/2025."}, "2025-07-05").value_of("3/7/2025"), "2025-07-03");
  // Else it may be either, and is left open.
  EXPECT_EQ(MadeTimes({"They met on 03/04/2019."}, "2025-03-12").value_of("03/04/2019"), "-");
}

TEST(TimeValues, OfLongTimes) {
  expect_values({
      {"They met in the 1990s.", "the 1990s", "199"},
      {"They met in the '80s.", "the '80s", "198"},
      {"They met in the late eighties.", "the late eighties", "198/END"},
      {"They met in the early 1960s.", "the early 1960s", "196/START"},
      {"They met in the 20th century.", "the 20th century", "19"},
      {"They met in the nineteenth century.", "the nineteenth century", "18"},
      {"They met in fiscal 2024.", "fiscal 2024", "2024"},
      {"They met in FY2024.", "FY2024", "2024"},
      {"Sales rose in the third quarter of 2024.", "the third quarter of 2024", "2024-Q3"},
      {"Sales rose in Q3 2024.", "Q3 2024", "2024-Q3"},
      {"Sales rose in last year's third quarter.", "last year's third quarter", "2024-Q3"},
      {"Sales rose in the first half of 2023.", "the first half of 2023", "2023-H1"},
      {"Sales rose in the fourth quarter.", "the fourth quarter", "2024-Q4"},
      {"They met in the summer of 2004.", "the summer of 2004", "2004-SU"},
      {"They met last autumn.", "last autumn", "2024-FA"},
  });
}

TEST(TimeValues, OfWeekdaysByTense) {
  expect_values({
      {"They met on Tuesday.", "Tuesday", "2025-03-11"},
      {"They will meet on Tuesday.", "Tuesday", "2025-03-18"},
      {"They said to meet on Tuesday.", "Tuesday", "2025-03-11"},
      {"They left until Friday.", "Friday", "2025-03-14"},
      {"They met on Wednesday.", "Wednesday", "2025-03-12"},
      {"They met last Wednesday.", "last Wednesday", "2025-03-05"},
      {"They meet next Wednesday.", "next Wednesday", "2025-03-19"},
      {"They meet this Friday.", "this Friday", "2025-03-14"},
      {"They met on Friday night.", "Friday night", "2025-03-07TNI"},
      {"They met on Tuesday of last week.", "Tuesday of last week", "2025-03-04"},
  });
}

TEST(TimeValues, OfMonthsByTense) {
  expect_values({
      {"They met in November.", "November", "2024-11"},
      {"They will meet in November.", "November", "2025-11"},
      {"They met last April.", "last April", "2024-04"},
      {"They met this February.", "this February", "2025-02"},
      {"They will meet on January 5.", "January 5", "2026-01-05"},
      {"They met on Jan. 5.", "Jan. 5", "2025-01-05"},
      {"They met on Dec. 20.", "Dec. 20", "2024-12-20"},
      {"They met in early January.", "early January", "2025-01/START"},
      {"They will meet in mid-April.", "mid-April", "2025-04/MID"},
  });
}

TEST(TimeValues, CountFromTheArticlesDate) {
  expect_values({
      {"They met today.", "today", "2025-03-12"},
      {"They met yesterday.", "yesterday", "2025-03-11"},
      {"They meet the day after tomorrow.", "the day after tomorrow", "2025-03-14"},
      {"They met last week.", "last week", "2025-W10"},
      {"They met last month.", "last month", "2025-02"},
      {"They meet next year.", "next year", "2026"},
      {"They meet this quarter.", "this quarter", "2025-Q1"},
      {"They met ten days ago.", "ten days ago", "2025-03-02"},
      {"They met over 400 days ago.", "over 400 days ago", "2024-02-06/MORE_THAN"},
      {"They met two weeks ago.", "two weeks ago", "2025-W09"},
      {"They met five months ago.", "five months ago", "2024-10"},
      {"They met nearly two years ago.", "nearly two years ago", "2023/APPROX"},
      {"They met a year and a half ago.", "a year and a half ago", "2023-09"},
      {"They met several years ago.", "several years ago", "PAST_REF"},
      {"They met earlier this year.", "earlier this year", "2025/START"},
      {"They meet at the end of the year.", "the end of the year", "2025/END"},
      {"They met over the weekend.", "the weekend", "2025-W10-WE"},
      {"They met last night.", "last night", "2025-03-11TNI"},
      {"They met this morning.", "this morning", "2025-03-12TMO"},
      {"They met in the week of March 3.", "the week of March 3", "2025-W10"},
      {"They met in the last week of January.", "the last week of January", "2025-W05"},
      {"They met on the second Monday of September 2024.", "the second Monday of September 2024",
       "2024-09-09"},
  });
}

TEST(TimeValues, CountFromWhatTheTextSpokeOf) {
  const std::vector<std::string> text = {"They met on 8 May 1945.", "Two days later they left.",
                                         "The following month prices rose.",
                                         "By the end of that year, they met."};
  for (const std::string_view published : {"2025-03-12", ""}) {
    const MadeTimes made(text, published);
    EXPECT_EQ(made.value_of("Two days later"), "1945-05-10");
    EXPECT_EQ(made.value_of("The following month"), "1945-06");
    EXPECT_EQ(made.value_of("the end of that year"), "1945/END");
  }
}

TEST(TimeValues, OfDaysOfLongAgoHaveTheYearThatWasTold) {
  const MadeTimes made({"They met on 8 May 1944.", "On June 6 they left.", "They met in July.",
                        "They left in 2010.", "They met in March.", "They will meet in May."},
                       "2025-03-12");
  EXPECT_EQ(made.value_of("June 6"), "1944-06-06");
  EXPECT_EQ(made.value_of("July"), "1944-07");
  EXPECT_EQ(made.value_of("March"), "2025-03") << "a year alone tells of no days";
  EXPECT_EQ(made.value_of("May"), "2025-05");
}

TEST(TimeValues, OfTheSameMonthOfAnotherYear) {
  const MadeTimes made({"Sales rose in January.", "They fell in the same month last year."},
                       "2025-03-12");
  EXPECT_EQ(made.value_of("the same month last year"), "2024-01");
}

TEST(TimeValues, OfAYearEarlierThanAQuarterAreAQuarter) {
  const MadeTimes made({"Profit rose in the third quarter.", "It fell from a year earlier.",
                        "It rose from the year-earlier period."}, "2024-10-30");
  EXPECT_EQ(made.value_of("a year earlier"), "2023-Q3");
  EXPECT_EQ(made.value_of("the year-earlier period"), "2023-Q3");
}

TEST(TimeValues, AreLeftOutWhereNothingGivesThem) {
  const MadeTimes made({"They met on Tuesday and last week.", "They left on March 7."}, "");
  EXPECT_EQ(made.value_of("Tuesday"), "-");
  EXPECT_EQ(made.value_of("last week"), "-");
  EXPECT_EQ(made.value_of("March 7"), "-");
  expect_values({{"The day after the election they met.", "The day after", "-"},
                 {"They met on February 30, 2025.", "February 30, 2025", "-"},
                 {"They met 30 minutes ago.", "30 minutes ago", "-"}});
}

TEST(TimeValues, OfDaysAreNotCountedFromWhatIsCoarser) {
  const MadeTimes made({"They met in 2021.", "They met on Tuesday and yesterday.", "They left last week.",
                        "They met at 5 p.m.", "They met on the 7th.", "They left last night."}, "");
  for (const std::string_view words : {"Tuesday", "yesterday", "last week", "5 p.m.", "last night"}) {
    EXPECT_EQ(made.value_of(words), "-") << words;
  }
  const MadeTimes month({"They met in March 2021.", "They met on Monday.", "They left the next year."}, "");
  EXPECT_EQ(month.value_of("Monday"), "-");
  EXPECT_EQ(month.value_of("the next year"), "2022");
}

TEST(TimeValues, ThatSomethingIsPlannedForAreToCome) {
  const MadeTimes made({"Talks planned for Friday were off.", "The march scheduled for Sunday was off."}, "2025-03-12");
  EXPECT_EQ(made.value_of("Friday"), "2025-03-14");
  EXPECT_EQ(made.value_of("Sunday"), "2025-03-16");
}

TEST(TimeValues, OfTimesOfDay) {
  expect_values({
      {"They met at 5 p.m. on Tuesday.", "5 p.m. on Tuesday", "2025-03-11T17:00"},
      {"They met at 14:30 GMT on March 7.", "14:30 GMT on March 7", "2025-03-07T14:30Z"},
      {"They met on Monday at 9:05 a.m. EST.", "Monday at 9:05 a.m. EST",
       "2025-03-10T09:05-05:00"},
      {"They met at 0600 GMT.", "0600 GMT", "2025-03-12T06:00Z"},
      {"They met at 5.30pm.", "5.30pm", "2025-03-12T17:30"},
      {"They met at noon on Monday.", "noon on Monday", "2025-03-10T12:00"},
      {"They met at 10:05:30 GMT.", "10:05:30 GMT", "2025-03-12T10:05:30Z"},
      {"They met 1:59:40 later.", "1:59:40", "none"},
      {"They met at 12 a.m.", "12 a.m.", "2025-03-12T00:00"},
      {"They met at 2025-03-07T14:05Z.", "2025-03-07T14:05Z", "2025-03-07T14:05Z"},
      {"They met at seven o'clock in the evening.", "seven o'clock in the evening",
       "2025-03-12T19:00"},
      {"They met on the morning of March 7.", "the morning of March 7", "2025-03-07TMO"},
  });
}

TEST(TimeValues, OfHolidays) {
  expect_values({
      {"They met on Christmas Day.", "Christmas Day", "2024-12-25"},
      {"They met on Thanksgiving 2023.", "Thanksgiving 2023", "2023-11-23"},
      {"They met last Easter.", "last Easter", "2024-03-31"},
      {"They will meet on Good Friday.", "Good Friday", "2025-04-18"},
      {"They met on New Year's Eve.", "New Year's Eve", "2024-12-31"},
      {"They will meet on Bastille Day.", "Bastille Day", "2025-07-14"},
  });
}

TEST(TimeValues, OfBothEndsOfARange) {
  const MadeTimes made({"They met on July 4-6, 2024.", "They met from 4 to 6 May 2024.",
                        "They met in 1914-18."}, "2025-03-12");
  EXPECT_EQ(made.value_of("July 4"), "2024-07-04");
  EXPECT_EQ(made.value_of("6, 2024"), "2024-07-06");
  EXPECT_EQ(made.value_of("4"), "2024-05-04");
  EXPECT_EQ(made.value_of("6 May 2024"), "2024-05-06");
  EXPECT_EQ(made.value_of("1914"), "1914");
  EXPECT_EQ(made.value_of("18"), "1918");
}

TEST(TimeValues, TakeTheYearOrDayThatFollows) {
  const MadeTimes made({"They met from March to June 2024.", "They met from May 3 to July 6, 2023.",
                        "It fell in the quarter ended Feb. 28, 1986."}, "2025-03-12");
  EXPECT_EQ(made.value_of("March"), "2024-03");
  EXPECT_EQ(made.value_of("May 3"), "2023-05-03");
  EXPECT_EQ(made.value_of("the quarter"), "1986-Q1");
  const MadeTimes clock({"It fell from 10 p.m. to 11 p.m. on Tuesday.",
                         "It fell at 3 a.m. local time (0200 GMT) on Monday.",
                         "They met on Friday from 9 to 5 p.m. in Rome."}, "2025-03-12");
  EXPECT_EQ(clock.value_of("10 p.m."), "2025-03-11T22:00");
  EXPECT_EQ(clock.value_of("3 a.m."), "2025-03-10T03:00");
  EXPECT_EQ(clock.value_of("0200 GMT"), "2025-03-10T02:00Z");
  EXPECT_EQ(clock.value_of("9"), "2025-03-07T09:00");
  EXPECT_EQ(clock.value_of("5 p.m."), "2025-03-07T17:00");
}

TEST(TimeValues, OfDurations) {
  expect_values({
      {"They met for two days.", "two days", "P2D"},
      {"They met for a ten-year plan.", "ten-year", "P10Y"},
      {"They met for 2 1/2 years.", "2 1/2 years", "P2Y6M"},
      {"They met for two and a half hours.", "two and a half hours", "PT2H30M"},
      {"They met for 1.5 years.", "1.5 years", "P1Y6M"},
      {"They met for half an hour.", "half an hour", "PT30M"},
      {"They met for two hundred and thirty-four days.", "two hundred and thirty-four days",
       "P234D"},
      {"They met for 6.6 seconds.", "6.6 seconds", "PT6.6S"},
      {"They met for 1,000 days.", "1,000 days", "P1000D"},
      {"They met for several weeks.", "several weeks", "PXW"},
      {"They met for more than a decade.", "more than a decade", "P10Y/MORE_THAN"},
      {"They met for at least 30 days.", "at least 30 days", "P30D/EQUAL_OR_MORE"},
      {"They met in the past two months.", "the past two months", "P2M"},
      {"They met in the first nine months.", "the first nine months", "P9M"},
      {"They met for a year or so.", "a year or so", "P1Y/APPROX"},
      {"They met for a fortnight.", "a fortnight", "P2W"},
      {"They met for a couple of months.", "a couple of months", "P2M"},
      {"They met for three to five weeks.", "three to five weeks", "P3W"},
  });
}

TEST(TimeValues, OfWhatComesAgain) {
  expect_values({
      {"They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"},
      {"They meet every day.", "every day", "P1D"},
      {"It rose by $500 a month.", "a month", "P1M"},
      {"It rose by 20 tons per month.", "per month", "P1M"},
      {"They meet every two weeks.", "every two weeks", "P2W"},
      {"They meet each July.", "each July", "XXXX-07"},
      {"They meet twice a year.", "twice a year", "P1Y"},
      {"They meet on Tuesday nights.", "Tuesday nights", "XXXX-WXX-2TNI"},
      {"They meet at the annual talks.", "annual", "P1Y"},
      {"They meet at the weekly talks.", "weekly", "P1W"},
      {"They meet daily.", "daily", "P1D"},
  });
}

TEST(TimeValues, OfNowAndThen) {
  expect_values({
      {"They meet now.", "now", "PRESENT_REF"},
      {"They met recently.", "recently", "PAST_REF"},
      {"They will meet soon.", "soon", "FUTURE_REF"},
      {"They meet in the near future.", "the near future", "FUTURE_REF"},
      {"They met in recent years.", "recent years", "PAST_REF"},
      {"They met in the past.", "the past", "PAST_REF"},
      {"They left as soon as they met.", "soon", "none"},
  });
}

}  // namespace
}  // namespace tacitus
