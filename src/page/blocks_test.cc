#include "page/blocks.h"

#include <gtest/gtest.h>

#include "page/outline.h"

namespace tacitus {
namespace {

std::vector<Block> blocks_of(std::string_view html) {
  const Tree tree = Tree::parse(html);
  return Outline(tree).blocks();
}

std::vector<std::string> texts_of(std::string_view html) {
  std::vector<std::string> texts;
  for (const Block& block : blocks_of(html)) texts.push_back(block.text);
  return texts;
}

using Strings = std::vector<std::string>;

TEST(Blocks, BreakWhereLinesDo) {
  EXPECT_EQ(
      texts_of("one<p>two <span>and</span> a\n half<div>three</div>four<ul><li>five<li>six</ul>"),
      (Strings{"one", "two and a half", "three", "four", "five", "six"}));
}

TEST(Blocks, KeepALineBreakAndEndAtADoubledOne) {
  EXPECT_EQ(texts_of("<p>one<br>two<br>\n<br>three"), (Strings{"one\ntwo", "three"}));
}

TEST(Blocks, CollapseWhiteSpaceAndDropWhatIsInvisible) {
  EXPECT_EQ(texts_of("<p> a&nbsp; b\t\n c&shy;d&#8203;e "), Strings{"a b cde"});
}

TEST(Blocks, ReadPreformattedTextByItsLines) {
  EXPECT_EQ(texts_of("<pre>one\ntwo\n\nthree\n</pre>"), (Strings{"one\ntwo", "three"}));
}

TEST(Blocks, MakeOneLineOfATableRow) {
  EXPECT_EQ(texts_of("<table><tr><th>Place<th>Votes<tr><td> North </td><td>12<td></table>"),
            (Strings{"Place\tVotes", "North\t12"}));
  const std::string cell = "<td><p>" + std::string(400, 'x') + "</p></td>";
  EXPECT_EQ(blocks_of("<table><tr>" + cell + cell + "</table>").size(), 2u);
}

TEST(Blocks, MeasureLinks) {
  const std::vector<Block> blocks =
      blocks_of("<p><a href=/x>abcde</a> fghi</p><p><a name=top>abc<p>def");
  EXPECT_EQ(blocks[0].link_chars, 5u);
  EXPECT_DOUBLE_EQ(blocks[0].link_density(), 0.5);
  // An anchor that nobody closed is no link.
  EXPECT_EQ(blocks[1].link_chars, 0u);
}

TEST(Blocks, KnowALinkThatNobodyClosed) {
  const std::string text = "The council said on Monday that the old quay would stay closed.";
  const std::string open = "<p><a href=/x>Home<p>" + text + "<p>" + text + "<p>" + text;
  for (const Block& block : blocks_of(open)) {
    EXPECT_EQ(block.is_prose(), block.text == text);
  }
  std::string teasers;
  for (const char* target : {"/1", "/2", "/3", "/4"}) {
    teasers += "<p><a href=" + std::string(target) + ">" + text + "</a></p>";
  }
  for (const Block& block : blocks_of(teasers)) EXPECT_FALSE(block.is_prose());
}

TEST(Blocks, KnowProse) {
  EXPECT_TRUE(blocks_of("<p>The minister said on Monday that he would not go.")[0].is_prose());
  EXPECT_FALSE(blocks_of("<p>Ministers to meet in the capital on Monday next week")[0].is_prose());
  EXPECT_FALSE(blocks_of("<p><a href=/x>The minister said on Monday that he would not go.</a>")[0]
                   .is_prose());
  EXPECT_TRUE(
      blocks_of("<p>"
                "部長は月曜日に、行かないと述べた。首都での会議は来週に延期される見通しで、参加国は"
                "まだ何も発表していない。外務省も確認を避け、記者団の質問には答えなかった。")[0]
          .is_prose());
}

TEST(Blocks, SkipWhatIsHiddenInsideALine) {
  EXPECT_EQ(texts_of("<p>The <span hidden>no</span>one <span class=tooltip>no</span>here"),
            Strings{"The one here"});
}

}  // namespace
}  // namespace tacitus
