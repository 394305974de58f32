#include "page/lines.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

TEST(Lines, KnowFurniture) {
  for (const char* line :
       {"Contact Us", "SUBSCRIBE", "Share this article", "Read more »", "3 min read",
        "Image 2 of 5", "12 Comments", "Read more: Talks end in the capital",
        "Sign up for the daily newsletter", "Follow us on Twitter", "Advertisement"}) {
    EXPECT_TRUE(is_furniture(line)) << line;
  }
}

TEST(Lines, LeaveTheArticlesOwnWords) {
  for (const char* line :
       {"The minister said no.", "Share prices fell on Monday.", "Contact with the ship was lost",
        "Readers wrote to us", "Related parties must register", "Tagsatzung", "",
        "More than 40 people were hurt"}) {
    EXPECT_FALSE(is_furniture(line)) << line;
  }
}

TEST(Lines, KnowInvitations) {
  EXPECT_TRUE(is_invitation("Follow Ann Lee on Twitter @annlee"));
  EXPECT_TRUE(is_invitation("Sign up here for our newsletter and get it in your inbox."));
  EXPECT_TRUE(is_invitation("Have a tip? Email the desk at desk@wire.example."));
  EXPECT_FALSE(is_invitation("Voters signed up in record numbers, the commission said."));
  EXPECT_FALSE(is_invitation("The ministry said it would follow the court's order."));
}

// Found by fuzzing: a line shorter than the pattern that its first word begins was read past.
TEST(Lines, AreComparedWithLongerPatterns) {
  EXPECT_FALSE(is_furniture("Click"));
  EXPECT_FALSE(is_furniture("Also"));
  EXPECT_FALSE(is_furniture("Copyrigh"));
}

TEST(Lines, KnowCaptions) {
  EXPECT_TRUE(is_caption("Ships in the strait on Monday (Image: Example Wire)"));
  EXPECT_TRUE(is_caption("© Ann Lee"));
  EXPECT_TRUE(is_caption("The harbour at dawn. Ann Lee/AFP"));
  EXPECT_FALSE(is_caption("The image of the party suffered, she said."));
}

}  // namespace
}  // namespace tacitus
