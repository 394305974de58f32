#include "wire/detect.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace tacitus {
namespace {

using namespace std::string_literals;

TEST(Detect, KnowsHtmlByItsOpening) {
  EXPECT_EQ(detect("<!DOCTYPE html><html><body>x"), Kind::kHtml);
  EXPECT_EQ(detect("\xEF\xBB\xBF \n<HTML lang=en>"), Kind::kHtml);
  EXPECT_EQ(detect("<!-- saved from url -->\n<head><title>x"), Kind::kHtml);
  EXPECT_EQ(detect("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC>"), Kind::kHtml);
}

TEST(Detect, KnowsPiecesOfPagesByTheirTags) {
  EXPECT_EQ(detect("<div class=a><p>One.</p><p>Two.</p></div>"), Kind::kHtml);
  EXPECT_EQ(detect("Talks went on. <br><br><p>A</p><p>B</p><b>C</b><a href=x>y</a>"), Kind::kHtml);
}

TEST(Detect, LeavesTextsWithBracketsTexts) {
  EXPECT_EQ(detect("OTTAWA - The ministry said 3 < 4 and 5 > 2."), Kind::kText);
  EXPECT_EQ(detect("<Example Mining Corp Ltd> said a vein was found."), Kind::kText);
  EXPECT_EQ(detect("{Updated} The minister said no."), Kind::kText);
  EXPECT_EQ(detect("[Watch] The minister said no."), Kind::kText);
}

TEST(Detect, KnowsJson) {
  EXPECT_EQ(detect("{\"text\": \"x\"}\n"), Kind::kJson);
  EXPECT_EQ(detect(" { \"text\": \"x\"}"), Kind::kJson);
  EXPECT_EQ(detect("[\n  {\"text\": \"x\"}]"), Kind::kJson);
}

TEST(Detect, KnowsArchivesAndFeeds) {
  EXPECT_EQ(detect("WARC/1.0\r\nWARC-Type: response\r\n"), Kind::kWarc);
  EXPECT_EQ(detect("<?xml version='1.0'?>\n<rss version='2.0'>"), Kind::kFeed);
  EXPECT_EQ(detect("<feed xmlns='http://www.w3.org/2005/Atom'>"), Kind::kFeed);
}

TEST(Detect, KnowsBinaryFilesBySignatureAndByControls) {
  EXPECT_EQ(detect("%PDF-1.4\n..."), Kind::kBinary);
  EXPECT_EQ(detect("\x89PNG\r\n\x1a\n"), Kind::kBinary);
  EXPECT_EQ(detect("PK\x03\x04zip"), Kind::kBinary);
  EXPECT_EQ(detect("\x7f" "ELF\x02\x01"s), Kind::kBinary);
  EXPECT_EQ(detect(std::string(300, '\0')), Kind::kBinary);
  std::mt19937 random(1);
  std::string bytes(4000, '\0');
  for (char& byte : bytes) byte = static_cast<char>(random());
  EXPECT_EQ(detect("x" + bytes), Kind::kBinary);
}

TEST(Detect, SeesThroughUtf16AndUtf32) {
  const auto widen = [](std::string_view text, bool big, int width) {
    std::string out = width == 4 ? (big ? "\0\0\xfe\xff"s : "\xff\xfe\0\0"s) : (big ? "\xfe\xff"s : "\xff\xfe"s);
    for (const char c : text) {
      if (!big) out += c;
      out.append(static_cast<std::size_t>(width - 1), '\0');
      if (big) out += c;
    }
    return out;
  };
  for (const int width : {2, 4}) {
    for (const bool big : {false, true}) {
      EXPECT_EQ(detect(widen("<!doctype html><p>x", big, width)), Kind::kHtml) << width << big;
      EXPECT_EQ(detect(widen("The minister said no.", big, width)), Kind::kText) << width << big;
    }
  }
}

TEST(Detect, TakesTextsInOldEncodingsForTexts) {
  EXPECT_EQ(detect("Le ministre a d\xe9" "clar\xe9 que non. \x93Jamais\x94, dit-il."), Kind::kText);
  EXPECT_EQ(detect("\xcc\xe8\xed\xe8\xf1\xf2\xf0 \xf1\xea\xe0\xe7\xe0\xeb"), Kind::kText);
}

}  // namespace
}  // namespace tacitus
