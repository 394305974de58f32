#include "page/dateline.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

TEST(Dateline, StandsBeforeADashOrEndsInAnAgency) {
  EXPECT_EQ(dateline_of("OSLO, March 6 (Reuters) - The council met."), "OSLO, March 6 (Reuters)");
  EXPECT_EQ(dateline_of("OSLO — The council met."), "OSLO");
  EXPECT_EQ(dateline_of("Oslo (AP) -- The council met."), "Oslo (AP)");
  EXPECT_EQ(dateline_of("OSLO, March 6. /TASS/. The council met."), "OSLO, March 6. /TASS/");
}

TEST(Dateline, IsNoOtherBeginning) {
  EXPECT_EQ(dateline_of("The council - all of it - met on Tuesday."), "");
  EXPECT_EQ(dateline_of("The council met and/or spoke in Oslo/Bergen."), "");
  EXPECT_EQ(dateline_of(""), "");
  EXPECT_EQ(dateline_of(" - "), "");
}

TEST(Dateline, CreditsItsAgency) {
  EXPECT_EQ(dateline_credit("OSLO, March 6 (Reuters)"), "Reuters");
  EXPECT_EQ(dateline_credit("Oslo (AP)"), "The Associated Press");
  EXPECT_EQ(dateline_credit("OSLO, March 6. /TASS/"), "TASS");
  EXPECT_EQ(dateline_credit("OSLO (Harbour Post)"), "Harbour Post");
  EXPECT_EQ(dateline_credit("OSLO (March 6)"), "");
  EXPECT_EQ(dateline_credit("OSLO"), "");
}

}  // namespace
}  // namespace tacitus
