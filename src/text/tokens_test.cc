// Words as the English Universal Dependencies treebanks cut them.
#include "text/tokens.h"

#include <gtest/gtest.h>

#include <string>

namespace tacitus {
namespace {

// The tokens of `text` with one space between.
std::string cut(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    out += token.span.in(text);
  }
  return out;
}

TEST(Tokens, CutsPunctuationOffWords) {
  EXPECT_EQ(cut("The envoy left, (quietly) at noon; why?"),
            "The envoy left , ( quietly ) at noon ; why ?");
  EXPECT_EQ(cut("\"Yes,\" she said."), "\" Yes , \" she said .");
  EXPECT_EQ(cut("\u201CYes,\u201D she said. \u2018No\u2019"),
            "\u201C Yes , \u201D she said . \u2018 No \u2019");
  EXPECT_EQ(cut("''Yes,'' ``no''"), "'' Yes , '' `` no ''");
}

TEST(Tokens, SplitsContractionsAndPossessives) {
  EXPECT_EQ(cut("They don't know"), "They do n't know");
  EXPECT_EQ(cut("It\u2019s won\u2019t"), "It \u2019s wo n\u2019t");
  EXPECT_EQ(cut("I'd've we'll you're I'm"), "I 'd 've we 'll you 're I 'm");
  EXPECT_EQ(cut("the ministry's plans, the ministers' plans"),
            "the ministry 's plans , the ministers ' plans");
  EXPECT_EQ(cut("cannot Gonna wanna"), "can not Gon na wan na");
  EXPECT_EQ(cut("CAN'T PARIS'S"), "CA N'T PARIS 'S");
}

TEST(Tokens, LeavesApostrophesInNamesAlone) {
  EXPECT_EQ(cut("O'Hara at five o'clock in the '90s"), "O'Hara at five o'clock in the '90s");
  EXPECT_EQ(cut("the 1930's"), "the 1930's");
}

TEST(Tokens, SplitsCompoundsAtHyphensButNotPrefixes) {
  EXPECT_EQ(cut("a long-term, state-run firm"), "a long - term , state - run firm");
  EXPECT_EQ(cut("a non-profit, anti-war co-founder"), "a non-profit , anti-war co-founder");
  EXPECT_EQ(cut("pre- and post-war"), "pre- and post-war");
  EXPECT_EQ(cut("UN-backed"), "UN - backed");
}

TEST(Tokens, KeepsAbbreviationsWhole) {
  EXPECT_EQ(cut("Mr. Hill met Sen. Low in the U.S. on Jan. 5."),
            "Mr. Hill met Sen. Low in the U.S. on Jan. 5 .");
  EXPECT_EQ(cut("a Ph.D. at 5 p.m., e.g. today"), "a Ph.D. at 5 p.m. , e.g. today");
  EXPECT_EQ(cut("GEN. HILL OF THE U.N. SPOKE."), "GEN. HILL OF THE U.N. SPOKE .");
  EXPECT_EQ(cut("a U.S.-led force"), "a U.S. - led force");
  EXPECT_EQ(cut("No. 7 said no. He left."), "No. 7 said no . He left .");
}

TEST(Tokens, KeepsInitialsWhole) {
  EXPECT_EQ(cut("J. K. Hill and J.K. Low"), "J. K. Hill and J.K. Low");
  EXPECT_EQ(cut("It was plan B. The talks failed."), "It was plan B . The talks failed .");
}

TEST(Tokens, KeepsNumbersWhole) {
  EXPECT_EQ(cut("1,050.5 tons at 14:05, up .5%"), "1,050.5 tons at 14:05 , up .5 %");
  EXPECT_EQ(cut("$1,000 or \u20AC20 or US$5"), "$ 1,000 or \u20AC 20 or US$ 5");
  EXPECT_EQ(cut("on 2025-03-07, call 555-0199"), "on 2025-03-07 , call 555-0199");
  EXPECT_EQ(cut("won 5-4 in 2019-20"), "won 5 - 4 in 2019 - 20");
  EXPECT_EQ(cut("half is 1/2, and/or 9/11"), "half is 1/2 , and / or 9/11");
  EXPECT_EQ(cut("March 07,2025"), "March 07 , 2025");
  EXPECT_EQ(cut("10km, 7am, the 1980s, 3rd"), "10 km , 7 am , the 1980s , 3rd");
}

TEST(Tokens, KeepsRunsOfMarksWhole) {
  EXPECT_EQ(cut("Well ... no\u2026 what?! -- yes \u2014 no \u2013 [...]"),
            "Well ... no \u2026 what ?! -- yes \u2014 no \u2013 [...]");
  EXPECT_EQ(cut("word\u2014word--word"), "word \u2014 word -- word");
  EXPECT_EQ(cut("Acme Inc.."), "Acme Inc. .");
}

TEST(Tokens, KeepsAddressesWhole) {
  EXPECT_EQ(cut("See https://example.org/a-b?c=1, or www.example.com."),
            "See https://example.org/a-b?c=1 , or www.example.com .");
  EXPECT_EQ(cut("(mail press.office@example.org)"), "( mail press.office@example.org )");
  EXPECT_EQ(cut("said Example.com's owner"), "said Example.com 's owner");
  EXPECT_EQ(cut("@press_office on #Budget2025!"), "@press_office on #Budget2025 !");
  EXPECT_EQ(cut("the end.Another one"), "the end . Another one");
}

TEST(Tokens, KeepsLabelsOfHeadingsAndListsWhole) {
  EXPECT_EQ(cut("1. Talks\n\n2.1. Terms\n\n(b) Costs"), "1. Talks 2.1. Terms (b) Costs");
  // The number at the start of a wrapped line is none.
  EXPECT_EQ(cut("he left on May\n25. Then"), "he left on May 25 . Then");
}

TEST(Tokens, SeparatesAtAnyUnicodeSpace) {
  EXPECT_EQ(cut("one\u00A0two\u2003three\u200Bfour\u3000five\u2028six"),
            "one two three four five six");
}

TEST(Tokens, KeepsMarksWithTheirBase) {
  EXPECT_EQ(cut("cafe\u0301 -\u0301 x\u00ADy"), "cafe\u0301 -\u0301 x\u00ADy");
  EXPECT_EQ(cut("\u0301"), "\u0301");
}

TEST(Tokens, KeepsWordsAndSignsOfOtherScripts) {
  EXPECT_EQ(cut("\u041C\u043E\u0441\u043A\u0432\u0430, \u05E9\u05DC\u05D5\u05DD"),
            "\u041C\u043E\u0441\u043A\u0432\u0430 , \u05E9\u05DC\u05D5\u05DD");
  EXPECT_EQ(cut("\u6771\u4EAC"), "\u6771 \u4EAC");
  // A family and a flag, each one sign.
  EXPECT_EQ(cut("\U0001F469\u200D\U0001F467\U0001F1EB\U0001F1F7"),
            "\U0001F469\u200D\U0001F467 \U0001F1EB\U0001F1F7");
}

TEST(Tokens, ReadsOnlyTheRangeGiven) {
  const std::string_view text = "Mr. Hill spoke";
  std::vector<Token> tokens;
  tokenize(text, {4, 8}, tokens);
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].span, (Span{4, 8}));
}

TEST(Tokens, TellShapes) {
  EXPECT_EQ(shape_of("ministers"), Shape::kLower);
  EXPECT_EQ(shape_of("n't"), Shape::kLower);
  EXPECT_EQ(shape_of("Minister"), Shape::kTitle);
  EXPECT_EQ(shape_of("A"), Shape::kTitle);
  EXPECT_EQ(shape_of("\u00C9lys\u00E9e"), Shape::kTitle);
  EXPECT_EQ(shape_of("NATO"), Shape::kUpper);
  EXPECT_EQ(shape_of("U.S."), Shape::kUpper);
  EXPECT_EQ(shape_of("McHill"), Shape::kMixed);
  EXPECT_EQ(shape_of("eBay"), Shape::kMixed);
  EXPECT_EQ(shape_of("2025"), Shape::kNumber);
  EXPECT_EQ(shape_of("T72"), Shape::kNumber);
  EXPECT_EQ(shape_of("--"), Shape::kPunctuation);
  EXPECT_EQ(shape_of("\u201C"), Shape::kPunctuation);
}

}  // namespace
}  // namespace tacitus
