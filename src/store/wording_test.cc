#include "store/wording.h"

#include <gtest/gtest.h>

#include <string>

#include "store/duplicates.h"

namespace tacitus {
namespace {

struct Story {
  std::string title, body;
  std::optional<std::int64_t> day = 20000;
};

bool copy(const Story& a, const Story& b) {
  return is_copy(Wording(a.title, a.body, a.day), Wording(b.title, b.body, b.day),
                 shared(make_sketch(a.body), make_sketch(b.body)));
}

const Story kStory{
    "PORT UNION CALLS STRIKE",
    "PORTMERE, May 4 - Dockers at the harbour of Portmere will stop work on Thursday after talks over pay failed, "
    "their union said. Mara Linde, who leads the 4,200 members, told reporters that the offer of 2.5 percent was "
    "an insult. The port authority said it regretted the decision and would ask the Labour Court in Hallen to "
    "rule on it. About 60 ships a week call at Portmere, which handles a third of Norland's trade. Shipping agents "
    "expect delays until the 19th, and the grain exporters Ruhn and Tarvo have asked for other berths."};

TEST(Wording, CopyMayHaveAnotherDatelineHeadlineAndEnd) {
  Story other = kStory;
  other.title = "Harbour workers to walk out";
  other.body = "HALLEN (NNA) -- " + other.body.substr(std::string("PORTMERE, May 4 - ").size());
  EXPECT_TRUE(copy(kStory, other));
  other.body.resize(other.body.find(" About 60 ships"));
  EXPECT_TRUE(copy(kStory, other));
  EXPECT_TRUE(copy(other, kStory));
}

TEST(Wording, CopyMayBeAFlashOfALine) {
  const Story flash{"", "PORT UNION CALLS STRIKE: DOCKERS AT HARBOUR OF PORTMERE WILL STOP WORK ON THURSDAY"};
  EXPECT_TRUE(is_copy(Wording("", flash.body, {}), Wording(kStory.title, kStory.body, {}), 0.5));
  const Story other{"", "PORT UNION CALLS STRIKE: DOCKERS AT HARBOUR OF SANDBY WILL STOP WORK ON THURSDAY"};
  EXPECT_FALSE(is_copy(Wording("", other.body, {}), Wording(kStory.title, kStory.body, {}), 0.5));
}

TEST(Wording, ReportsInOneFormOnDifferentThingsAreNoCopies) {
  const auto bond = [](const std::string& who, const std::string& sum, const std::string& rate, const std::string& bank) {
    return Story{who + " ISSUES " + sum + " MLN BOND",
                 "LONDON, May 4 - " + who + " is issuing a " + sum + " mln dlr eurobond due June 25, 1992 paying " +
                     rate + " pct and priced at par, lead manager " + bank + " said. The bond is available in "
                     "denominations of 1,000 and 10,000 dlrs and will be listed in Luxembourg. The selling concession "
                     "is 1-1/4 pct while management and underwriting combined pays 5/8 pct. Payment date is June 25."};
  };
  EXPECT_FALSE(copy(bond("Norland", "80", "4-3/8", "Ruhn Bank"), bond("Tarvo Motor", "120", "5-1/8", "Hallen Trust")));
  EXPECT_TRUE(copy(bond("Norland", "80", "4-3/8", "Ruhn Bank"), bond("Norland", "80", "4-3/8", "Ruhn Bank")));
}

TEST(Wording, ShortReportsDifferByAWordOrAFigure) {
  const auto payout = [](const std::string& who, const std::string& day) {
    return Story{who + " SETS PAYOUT", "HALLEN, May 4 - Quarterly dividend 12 cents against 12 cents before. Pay July " +
                                           day + ". Record June 12."};
  };
  EXPECT_FALSE(copy(payout("RUHN MILLS", "31"), payout("TARVO MOTOR", "31")));
  EXPECT_FALSE(copy(payout("RUHN MILLS", "31"), payout("RUHN MILLS", "24")));
  EXPECT_TRUE(copy(payout("RUHN MILLS", "31"), payout("RUHN MILLS", "31")));
}

TEST(Wording, TablesAreTheirHoursOwn) {
  const auto prices = [](const std::string& hour, const std::string& first) {
    return Story{"HALLEN METALS AT " + hour,
                 "COPPER 875 877 LEAD 298 300 ZINC 455 457 SILVER 424 426 NICKEL " + first + " 2365"};
  };
  EXPECT_FALSE(copy(prices("0900", "2345"), prices("0930", "2345")));
  EXPECT_FALSE(copy(prices("0900", "2345"), prices("0900", "2350")));
}

TEST(Wording, WhatComesDaysLaterMustBeNearlyWhole) {
  Story later = kStory;
  later.day = 20020;
  EXPECT_TRUE(copy(kStory, later));
  later.body.resize(later.body.size() / 2);
  later.body += " The court has put off its ruling, and both sides said that they would meet again in a week.";
  EXPECT_FALSE(copy(kStory, later));
}

TEST(Wording, OneHappeningMayBeToldInTwoWays) {
  const Wording strike(kStory.title, kStory.body, {});
  const Wording reply("", "HALLEN, May 5 - The grain exporters Ruhn and Tarvo asked the Labour Court in Hallen to stop the strike at Portmere that "
                          "Mara Linde announced. Ruhn said each day would cost it 2 million, and a judge will hear both "
                          "sides on Wednesday morning before the gates close and the first ships turn away to the north.", {});
  const Wording other("", "SANDBY, May 5 - The grain exporters Dorn and Velm asked the High Court in Sandby to stop the strike at Olmport that "
                          "Jan Teller announced. Dorn said each day would cost it 2 million, and a judge will hear both "
                          "sides on Wednesday morning before the gates close and the first ships turn away to the north.", {});
  EXPECT_TRUE(may_be_one_story(strike, reply, 0.1));
  EXPECT_FALSE(may_be_one_story(strike, other, 0.1));
  EXPECT_FALSE(may_be_one_story(reply, other, 0.6));  // in one form
}

TEST(Wording, ShortReportsOfOneHappeningShareFigures) {
  const Wording payout("RUHN MILLS SETS PAYOUT", "Quarterly dividend 12 cents against 11 cents before", {});
  EXPECT_TRUE(may_be_one_story(payout, Wording("", "RUHN MILLS TO PAY 12 CENTS, UP FROM 11", {}), 0));
  EXPECT_FALSE(may_be_one_story(payout, Wording("", "RUHN MILLS EARNED 84 CENTS A SHARE, 79 A YEAR AGO", {}), 0));
}

TEST(Wording, TakesTextsWithoutWords) {
  EXPECT_TRUE(is_copy(Wording("", "", {}), Wording("", "", {}), 1));
  EXPECT_FALSE(copy({"", "7-3/4 .. -- '' 12", {}}, kStory));
  EXPECT_FALSE(copy({"", "\xE2\x80\x9C\xF0\x9F\x98\x80 Élan", {}}, kStory));
}

}  // namespace
}  // namespace tacitus
