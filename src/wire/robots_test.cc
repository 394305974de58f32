#include "wire/robots.h"

#include <gtest/gtest.h>

#include <chrono>

namespace tacitus {
namespace {

bool allows(std::string_view rules, std::string_view path) {
  return Robots(rules, "tacitus").allows(path);
}

TEST(Robots, AllowsWhatNoRuleNames) {
  EXPECT_TRUE(Robots().allows("/a"));
  EXPECT_TRUE(allows("", "/a"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow:\n", "/a"));
  EXPECT_TRUE(allows("Disallow: /\n", "/a"));  // in no group
  EXPECT_TRUE(allows("<!doctype html><p>Not found: /", "/a"));
}

TEST(Robots, ObeysTheLongestRule) {
  const char* const rules = "User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\n";
  EXPECT_FALSE(allows(rules, "/a"));
  EXPECT_FALSE(allows(rules, "/abc"));
  EXPECT_TRUE(allows(rules, "/a/b/x"));
  EXPECT_FALSE(allows(rules, "/a/b/c/d"));
  EXPECT_TRUE(allows(rules, "/x"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /page\nAllow: /page\n", "/page"));
  EXPECT_TRUE(allows("User-agent: *\nAllow: /page\nDisallow: /page\n", "/page"));
}

TEST(Robots, ObeysItsOwnGroupsAndNoOthers) {
  const char* const rules =
      "user-agent: other\r\nDisallow: /o\r\nUser-Agent: Tacitus/2.0\r\nuser-agent: third\r\n"
      "disallow: /t # ours\r\n\r\nUser-agent: *\r\nDisallow: /\r\n\r\nUser-agent: tacitus\r\nDisallow: /u\r\n";
  EXPECT_TRUE(allows(rules, "/o"));
  EXPECT_TRUE(allows(rules, "/any"));
  EXPECT_FALSE(allows(rules, "/t"));
  EXPECT_FALSE(allows(rules, "/u"));
  EXPECT_FALSE(allows("User-agent: tacitusbot\nAllow: /\n\nUser-agent: *\nDisallow: /\n", "/a"));
}

TEST(Robots, KnowsStarsAndEnds) {
  const char* const rules = "User-agent: *\nDisallow: /*.pdf$\nDisallow: /a*z/end\nDisallow: /q?*id=\n";
  EXPECT_FALSE(allows(rules, "/x/y.pdf"));
  EXPECT_TRUE(allows(rules, "/x/y.pdf?z"));
  EXPECT_FALSE(allows(rules, "/abcz/end/more"));
  EXPECT_TRUE(allows(rules, "/abc/end"));
  EXPECT_FALSE(allows(rules, "/q?x=1&id=2"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /$\n", "/"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /$\n", "/a"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: *\n", "/a"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /ab*b$\n", "/ab"));
}

TEST(Robots, ComparesEscapedPaths) {
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /caf\xc3\xa9\n", "/caf%c3%A9"));
  EXPECT_FALSE(allows("User-agent: *\nDisallow: /%61bc\n", "/abc"));
  EXPECT_TRUE(allows("User-agent: *\nDisallow: /a%2Fb\n", "/a/b"));
}

TEST(Robots, AllowsItsOwnFile) { EXPECT_TRUE(allows("User-agent: *\nDisallow: /\n", "/robots.txt")); }

TEST(Robots, TellsTheDelay) {
  EXPECT_EQ(Robots("User-agent: *\nCrawl-delay: 2.5\n", "tacitus").delay(), 2.5);
  EXPECT_EQ(Robots("User-agent: *\nCrawl-delay: soon\n", "tacitus").delay(), std::nullopt);
}

TEST(Robots, DoesNotHangOnHostileRules) {
  std::string rules = "User-agent: *\n";
  while (rules.size() < (600 << 10)) rules += "Disallow: /*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b\n";
  const std::string path = "/" + std::string(8000, 'a');
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(allows(rules, path));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

}  // namespace
}  // namespace tacitus
