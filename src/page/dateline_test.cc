#include "page/dateline.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

TEST(Dateline, StandsBeforeADashOrEndsInAnAgency) {
  EXPECT_EQ(dateline_of("OSLO, March 6 (Reuters) - The council met."), "OSLO, March 6 (Reuters)");
  EXPECT_EQ(dateline_of("OSLO — The council met."), "OSLO");
  EXPECT_EQ(dateline_of("Oslo (AP) -- The council met."), "Oslo (AP)");
  EXPECT_EQ(dateline_of("OSLO, March 6. /TASS/. The council met."), "OSLO, March 6. /TASS/");
  EXPECT_EQ(dateline_of("Oslo — The council met."), "Oslo");
}

TEST(Dateline, IsNoOtherBeginning) {
  EXPECT_EQ(dateline_of("The council - all of it - met on Tuesday."), "");
  EXPECT_EQ(dateline_of("The council met and/or spoke in Oslo/Bergen."), "");
  EXPECT_EQ(dateline_of("Weber — Rowe's deputy — met the council."), "");
  EXPECT_EQ(dateline_of("Weber — who was late — met the council."), "");
  EXPECT_EQ(dateline_of(""), "");
  EXPECT_EQ(dateline_of(" - "), "");
}

TEST(Dateline, EndsWhereItsStoryBegins) {
  const std::string text =
      "Council meets\n\nBy a reporter\n\nOSLO (Harbour Post) - The council met.\n\nIt parted.";
  EXPECT_EQ(dateline_ends(text, 15), std::vector<std::uint32_t>{
                                         static_cast<std::uint32_t>(text.find("The council"))});
  EXPECT_TRUE(dateline_ends(text, static_cast<std::uint32_t>(text.find("It"))).empty());
  EXPECT_EQ(dateline_ends("OSLO, March 6. /TASS/. The council met.", 0),
            std::vector<std::uint32_t>{23});
  EXPECT_TRUE(dateline_ends("OSLO - ", 0).empty());
  EXPECT_TRUE(dateline_ends("", 0).empty());
}

TEST(Dateline, CreditsItsAgency) {
  EXPECT_EQ(dateline_credit("OSLO, March 6 (Reuters)"), "Reuters");
  EXPECT_EQ(dateline_credit("Oslo (AP)"), "The Associated Press");
  EXPECT_EQ(dateline_credit("OSLO, March 6. /TASS/"), "TASS");
  EXPECT_EQ(dateline_credit("OSLO (Harbour Post)"), "Harbour Post");
  EXPECT_EQ(dateline_credit("OSLO (March 6)"), "");
  EXPECT_EQ(dateline_credit("OSLO"), "");
}

TEST(Dateline, HasItsLikeBehindTheLastSentence) {
  EXPECT_EQ(closing_credit("He left on Monday. - AP"), "The Associated Press");
  EXPECT_EQ(closing_credit("“We left on Monday.” — Reuters"), "Reuters");
  EXPECT_EQ(closing_credit("He left on Monday. (AFP)"), "AFP");
  EXPECT_EQ(closing_credit("He left on Monday. /TASS/"), "TASS");
  EXPECT_EQ(closing_credit("He left the agency (AP)"), "");
  EXPECT_EQ(closing_credit("He left on Monday. - Ann Lee"), "");
  EXPECT_EQ(closing_credit("AP"), "");
  EXPECT_EQ(closing_credit("/"), "");
  EXPECT_EQ(closing_credit(")"), "");
  EXPECT_EQ(closing_credit(""), "");
}

TEST(Dateline, IsToldFromLinesThatCreditAnAgency) {
  EXPECT_EQ(credit_line("Source: AFP"), "AFP");
  EXPECT_EQ(credit_line("News agency: TASS"), "TASS");
  EXPECT_EQ(credit_line("Source: a person at the port"), "");
  EXPECT_EQ(credit_line("Photo: AFP"), "");
  EXPECT_EQ(credit_line("AFP"), "");
}

}  // namespace
}  // namespace tacitus
