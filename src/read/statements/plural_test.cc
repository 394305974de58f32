// English plurals.
#include "read/statements/plural.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

TEST(Plurals, FollowTheRules) {
  EXPECT_EQ(plural_of("minister"), "ministers");
  EXPECT_EQ(plural_of("deputy"), "deputies");
  EXPECT_EQ(plural_of("envoy"), "envoys");
  EXPECT_EQ(plural_of("boss"), "bosses");
  EXPECT_EQ(plural_of("coach"), "coaches");
}

TEST(Plurals, KnowThoseThatFollowNone) {
  EXPECT_EQ(plural_of("spokesman"), "spokesmen");
  EXPECT_EQ(plural_of("spokeswoman"), "spokeswomen");
  EXPECT_EQ(plural_of("spokesperson"), "spokespeople");
  EXPECT_EQ(plural_of("police"), "police");
  EXPECT_EQ(plural_of("human"), "humans");
  EXPECT_EQ(plural_of("patriarch"), "patriarchs");
}

TEST(Plurals, OfAPhraseAreThoseOfItsHead) {
  EXPECT_EQ(plural_of("prime minister"), "prime ministers");
  EXPECT_EQ(plural_of("chief of staff"), "chiefs of staff");
  EXPECT_EQ(plural_of("secretary general"), "secretaries general");
  EXPECT_EQ(plural_of("secretary-general"), "secretaries-general");
  EXPECT_EQ(plural_of("attorney general"), "attorneys general");
  EXPECT_EQ(plural_of("commander-in-chief"), "commanders-in-chief");
  EXPECT_EQ(plural_of("major general"), "major generals");
  EXPECT_EQ(plural_of("general secretary"), "general secretaries");
}

}  // namespace
}  // namespace tacitus
