#include "page/site.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

std::string chosen(const char* url, std::initializer_list<const char*> names) {
  Site site(url);
  int doubt = 0;
  for (const char* name : names) site.offer(name, ++doubt);
  return site.name();
}

TEST(Site, PrefersTheNameThatAgreesWithTheAddress) {
  EXPECT_EQ(chosen("https://harbourpost.example/a", {"Example Wire", "Harbour Post"}),
            "Harbour Post");
  EXPECT_EQ(chosen("https://www.hpost.example/a", {"Example Wire", "The Harbour Post"}),
            "The Harbour Post");
  EXPECT_EQ(chosen("https://hp.example/a", {"Example Wire", "Harbour Post"}), "Harbour Post");
  EXPECT_EQ(chosen("https://theharbour.example/a", {"Example Wire", "Harbour"}), "Harbour");
}

TEST(Site, TakesTheFirstWhereNoneAgrees) {
  EXPECT_EQ(chosen("https://news.example/a", {"Example Wire", "Harbour Post"}), "Example Wire");
  EXPECT_EQ(chosen("", {"Example Wire", "Harbour Post"}), "Example Wire");
  EXPECT_EQ(chosen("", {"", "https://news.example", "@wire"}), "wire");
  EXPECT_EQ(chosen("", {}), "");
}

TEST(Site, LeavesMottosOut) {
  EXPECT_EQ(chosen("https://harbourpost.example/a", {"Harbour Post | News from the sea"}),
            "Harbour Post");
  EXPECT_EQ(chosen("https://harbourpost.example/a", {"Ships - Ports - Harbour Post"}),
            "Harbour Post");
}

TEST(Site, KnowsItsOwnName) {
  const Site site("https://www.harbourpost.example/a");
  EXPECT_TRUE(site.is_site("The Harbour Post"));
  EXPECT_TRUE(site.is_site("HarbourPost.com"));
  EXPECT_FALSE(site.is_site("Harbour"));
  EXPECT_FALSE(site.is_site(""));
  EXPECT_FALSE(Site("").is_site("Post"));
}

TEST(Site, ReadsTheLabelOfAHost) {
  EXPECT_EQ(host_label("https://www.harbourpost.co.uk/world?x"), "harbourpost");
  EXPECT_EQ(host_label("http://blog.Post.example:8080"), "post");
  EXPECT_EQ(host_label("https://localhost/"), "");
  EXPECT_EQ(host_label("ftp://post.example"), "");
}

TEST(Site, ReadsCopyrightLines) {
  EXPECT_EQ(copyright_holder("© 2012-2025 Harbour Post. All rights reserved."), "Harbour Post");
  EXPECT_EQ(copyright_holder("Copyright (c) 2025 by Harbour Post, Inc."), "Harbour Post");
  EXPECT_EQ(copyright_holder("Copyright ©2025 Harbour Post | Terms"), "Harbour Post");
  EXPECT_EQ(copyright_holder("© 2025 Powered by Press"), "");
  EXPECT_EQ(copyright_holder("© Ann Lee"), "");
  EXPECT_EQ(copyright_holder("Copyright law was changed in 2025"), "");
  EXPECT_EQ(copyright_holder("2025 Harbour Post"), "");
  EXPECT_EQ(copyright_holder("©"), "");
}

TEST(Site, CutsTitlesAtTheLastJoint) {
  EXPECT_EQ(cut_title("A - B | C").back, "C");
  EXPECT_EQ(cut_title("A | B - C").front, "A | B");
  EXPECT_EQ(cut_title("A-B").back, "");
}

}  // namespace
}  // namespace tacitus
