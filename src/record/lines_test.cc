#include "record/lines.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"

namespace tacitus {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1) {
    lines.push_back(text.substr(begin, end - begin));
  }
  EXPECT_EQ(begin, text.size()) << "the last line is not closed";
  return lines;
}

std::string wrapped(std::string_view text, std::size_t width) {
  Paragraph paragraph;
  paragraph.add(text);
  std::string out;
  paragraph.append_lines({.width = width}, "", "", out);
  return out;
}

TEST(Printable, LeavesOutWhatATerminalWouldObey) {
  EXPECT_EQ(printable("a\x1b[31mred\x07\x7f"), "a[31mred");
  EXPECT_EQ(printable("a\u009b2Jb"), "a2Jb") << "the one-character form of ESC [";
  EXPECT_EQ(printable("abc\u202Edef\u2066g\u200Bh"), "abcdefgh") << "turns of direction";
  EXPECT_EQ(printable(std::string_view("nul\0nul", 7)), "nulnul");
}

TEST(Printable, IsOneLineWithSingleSpaces) {
  EXPECT_EQ(printable("  one\r\n\ttwo\u2028three  "), "one two three");
}

TEST(Printable, MendsBytesThatAreNotUtf8) {
  EXPECT_EQ(printable("caf\xe9 latin"), "caf\uFFFD latin");
}

TEST(Printable, OnAnyBytesIsValidAndHarmless) {
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(random() % 40, ' ');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    const std::string shown = printable(bytes);
    ASSERT_TRUE(is_utf8(shown));
    for (std::size_t at = 0; at < shown.size();) {
      const CodePoint c = decode(shown, at);
      ASSERT_FALSE(c.code < 0x20 || (c.code >= 0x7F && c.code < 0xA0)) << shown;
      at += c.size;
    }
  }
}

TEST(Columns, CountWideCharactersTwiceAndMarksNotAtAll) {
  EXPECT_EQ(columns("Kyiv"), 4u);
  EXPECT_EQ(columns("東京"), 4u);
  EXPECT_EQ(columns("e\u0301te\u0301"), 3u);
}

TEST(Paragraph, BreaksAtSpacesWithinTheWidth) {
  EXPECT_EQ(wrapped("the foreign ministry said on Friday", 12),
            "the foreign\nministry\nsaid on\nFriday\n");
  EXPECT_EQ(wrapped("exactly 12 c", 12), "exactly 12 c\n");
  EXPECT_EQ(wrapped("", 12), "");
}

TEST(Paragraph, CutsAWordThatFitsNowhere) {
  EXPECT_EQ(wrapped("abcdefghijklmnopqrstuvwxyz", 10), "abcdefghij\nklmnopqrst\nuvwxyz\n");
  EXPECT_EQ(wrapped("東京東京東京", 10), "東京東京東\n京\n");
}

TEST(Paragraph, SetsInTheFirstLineAndTheOthersApart) {
  Paragraph paragraph;
  paragraph.add("one two three four five");
  std::string out;
  paragraph.append_lines({.width = 16}, "  * ", "    ", out);
  EXPECT_EQ(out, "  * one two\n    three four\n    five\n");
}

TEST(Paragraph, LeavesColumnsToTheWordsUnderAnyIndent) {
  Paragraph paragraph;
  paragraph.add("one two three");
  std::string out;
  const std::string indent(30, ' ');
  paragraph.append_lines({.width = 20}, indent, indent, out);
  EXPECT_EQ(out, indent + "one two\n" + indent + "three\n");
}

TEST(Paragraph, ColoursEachLineByItself) {
  Paragraph paragraph;
  paragraph.add("plain ");
  paragraph.add("said one thing", Style::kQuoted);
  std::string out;
  paragraph.append_lines({.width = 14, .colour = true}, "", "", out);
  EXPECT_EQ(out, "plain \033[32msaid one\033[0m\n\033[32mthing\033[0m\n");
}

TEST(Paragraph, NeverPassesTheWidthAndLosesNoWord) {
  std::mt19937 random(11);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (int words = random() % 30; words > 0; --words) {
      for (int letters = 1 + random() % 9; letters > 0; --letters) {
        append_utf8(text, random() % 4 ? U'a' + random() % 26 : U'\u4E00' + random() % 500);
      }
      text += ' ';
    }
    const std::size_t width = 18 + random() % 30;  // no word of this test is longer
    std::string together;
    for (const std::string& line : lines_of(wrapped(text, width))) {
      ASSERT_LE(columns(line), width);
      together += line + ' ';
    }
    ASSERT_EQ(printable(together), printable(text));
  }
}

}  // namespace
}  // namespace tacitus
