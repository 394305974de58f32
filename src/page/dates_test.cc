#include "page/dates.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

std::string date_in(std::string_view line) {
  const auto found = find_date(line);
  return found ? found->iso : "";
}

TEST(Dates, ReadTheFormsThatPagesUse) {
  EXPECT_EQ(date_in("Published March 07,2025"), "2025-03-07");
  EXPECT_EQ(date_in("3 Dec 2024 14:05 GMT"), "2024-12-03T14:05Z");
  EXPECT_EQ(date_in("Sample Courier · Wednesday 5 March 2025 · 3 min read"), "2025-03-05");
  EXPECT_EQ(date_in("November 18th, 2019 at 2:05 p.m. EST"), "2019-11-18T14:05-05:00");
  EXPECT_EQ(date_in("Nov. 18, 2019 | 2:05pm"), "2019-11-18T14:05");
  EXPECT_EQ(date_in("3rd of June 2024"), "2024-06-03");
  EXPECT_EQ(date_in("7 March 2025, 11:42"), "2025-03-07T11:42");
  EXPECT_EQ(date_in("18/11/2019 10:20"), "2019-11-18T10:20");
  EXPECT_EQ(date_in("11/18/2019"), "2019-11-18");
  EXPECT_EQ(date_in("18.11.2019"), "2019-11-18");
}

TEST(Dates, ReadOtherLanguages) {
  EXPECT_EQ(date_in("publiziert am 30. Juli 2018"), "2018-07-30");
  EXPECT_EQ(date_in("sexta-feira, 22 de outubro de 2010"), "2010-10-22");
  EXPECT_EQ(date_in("7 août 2025"), "2025-08-07");
  EXPECT_EQ(date_in("7 марта 2025"), "2025-03-07");
  EXPECT_EQ(date_in("Maret 30, 2015"), "2015-03-30");
  EXPECT_EQ(date_in("発表 2025年3月7日"), "2025-03-07");
  EXPECT_EQ(date_in("2025年13月7日"), "");
}

TEST(Dates, ReadIsoAndWhatProgramsWrite) {
  EXPECT_EQ(date_in("2025-03-07T11:42:00+03:00"), "2025-03-07T11:42:00+03:00");
  EXPECT_EQ(date_in("2025-03-07T11:42:00.123Z"), "2025-03-07T11:42:00Z");
  EXPECT_EQ(date_in("2025-03-07 11:42:00 +0000"), "2025-03-07T11:42:00Z");
  EXPECT_EQ(date_in("2025-03-07T11:42:29-0500"), "2025-03-07T11:42:29-05:00");
  EXPECT_EQ(date_in("Mon Nov 18 14:05:00 +0000 2019"), "2019-11-18T14:05:00Z");
  EXPECT_EQ(date_in("Mon Nov 18 2019 14:00:00 GMT-0500 (EST)"), "2019-11-18T14:00:00-05:00");
  EXPECT_EQ(read_date("20250307"), "2025-03-07");
  EXPECT_EQ(read_date("1574121884"), "2019-11-19T00:04:44Z");
  EXPECT_EQ(read_date("1574121884000"), "2019-11-19T00:04:44Z");
}

TEST(Dates, TakeTheTimeBeforeTheDate) {
  EXPECT_EQ(date_in("14:05 GMT, Monday 3 Dec 2024"), "2024-12-03T14:05Z");
  EXPECT_EQ(date_in("11.30am, 3 June 2024"), "2024-06-03T11:30");
}

TEST(Dates, GuessNothing) {
  EXPECT_EQ(date_in("03/04/2025"), "");  // March or April
  EXPECT_EQ(date_in("March 2025"), "");
  EXPECT_EQ(date_in("March 7"), "");
  EXPECT_EQ(date_in("31 February 2025"), "");
  EXPECT_EQ(date_in("May 1, 20255"), "");
  EXPECT_EQ(date_in("3 March 1025"), "");
  EXPECT_EQ(date_in("order 2025-13-41"), "");
  EXPECT_EQ(date_in("2:05 p.m. CST"), "");
  EXPECT_EQ(date_in("5 March 2025 14:05 CST"), "2025-03-05T14:05");  // whose CST nobody knows
  EXPECT_EQ(read_date("12"), std::nullopt);
  EXPECT_EQ(read_date(""), std::nullopt);
}

TEST(Dates, InFiguresFollowTheOrderThatIsKnown) {
  EXPECT_EQ(find_date("03/04/2025", DateOrder::kDayFirst)->iso, "2025-04-03");
  EXPECT_EQ(find_date("03/04/2025", DateOrder::kMonthFirst)->iso, "2025-03-04");
  EXPECT_EQ(find_date("03/25/2025", DateOrder::kDayFirst)->iso, "2025-03-25");
  EXPECT_EQ(date_order("on 03/04/2025 and 25/04/2025"), DateOrder::kDayFirst);
  EXPECT_EQ(date_order("04/25/2025"), DateOrder::kMonthFirst);
  EXPECT_EQ(date_order("25-4-2025"), DateOrder::kDayFirst);
  EXPECT_EQ(date_order("04/25/2025 25/04/2025"), DateOrder::kUnknown);
  EXPECT_EQ(date_order("03/04/2025 25/04/25 2025/25/04 125/04/2025 25/13/2025 / - 25/"),
            DateOrder::kUnknown);
}

TEST(Dates, TellWhereTheyStand) {
  const std::string line = "Updated 11:42 a.m. EST, Tuesday, November 19, 2019, by the desk";
  const auto found = find_date(line);
  ASSERT_TRUE(found);
  EXPECT_EQ(line.substr(found->begin, found->end - found->begin),
            "11:42 a.m. EST, Tuesday, November 19, 2019");
}

TEST(Dates, AreReadOutOfPaths) {
  EXPECT_EQ(date_in_url("https://wire.example/world/2024/12/03/talks.html"), "2024-12-03");
  EXPECT_EQ(date_in_url("https://wire.example/2024-12-03-talks"), "2024-12-03");
  EXPECT_EQ(date_in_url("https://wire.example/2024/12/talks"), std::nullopt);
  EXPECT_EQ(date_in_url("https://wire.example/talks?d=/2024/12/03/"), std::nullopt);
  EXPECT_EQ(date_in_url("https://wire.example/a/20241203123/"), std::nullopt);
}

}  // namespace
}  // namespace tacitus
