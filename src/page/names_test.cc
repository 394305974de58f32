#include "page/names.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

using Strings = std::vector<std::string>;

TEST(Names, AreReadOutOfBylines) {
  EXPECT_EQ(read_authors("By Ann Lee and Tom Ray"), (Strings{"Ann Lee", "Tom Ray"}));
  EXPECT_EQ(read_authors("Ann Lee, Example Business"), Strings{"Ann Lee"});
  EXPECT_EQ(read_authors("Ann Lee, Tom Ray, and Eva van der Berg"),
            (Strings{"Ann Lee", "Tom Ray", "Eva van der Berg"}));
  EXPECT_EQ(read_authors("ANN LEE | Staff Writer"), Strings{"ANN LEE"});
  EXPECT_EQ(read_authors("Ann Lee\nSenior correspondent"), Strings{"Ann Lee"});
}

TEST(Names, MayBeThoseOfBodies) {
  EXPECT_EQ(read_authors("Example Wire newsroom"), Strings{"Example Wire newsroom"});
  EXPECT_EQ(read_authors("By Associated Press"), Strings{"Associated Press"});
}

TEST(Names, AreNoAddressesAndNoSentences) {
  EXPECT_EQ(read_authors("https://social.example/annlee"), Strings{});
  EXPECT_EQ(read_authors("@annlee"), Strings{});
  EXPECT_EQ(read_authors("admin"), Strings{});
  EXPECT_EQ(read_authors(std::string(500, 'A')), Strings{});
}

TEST(Names, NeedABylineToBeginALine) {
  EXPECT_EQ(read_byline("By Ann Lee and Tom Ray"), (Strings{"Ann Lee", "Tom Ray"}));
  EXPECT_EQ(read_byline("Written by Ann Lee, Moscow correspondent"), Strings{"Ann Lee"});
  EXPECT_EQ(read_byline("By Tuesday the talks were over."), Strings{});
  EXPECT_EQ(read_byline("By then Ann Lee had left"), Strings{});
  EXPECT_EQ(read_byline("Ann Lee"), Strings{});
}

TEST(Names, AreJoinedOnceEach) {
  EXPECT_EQ(join_names({"Ann Lee", "Tom Ray", "ann lee"}), "Ann Lee, Tom Ray");
  EXPECT_EQ(join_names({}), std::nullopt);
}

}  // namespace
}  // namespace tacitus
