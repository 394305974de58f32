// Which characters can be quotation marks, and which are apostrophes.
#include "read/statements/quote_marks.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace tacitus {
namespace {

// The marks of a text, one letter each: o opens, c closes, b either, w closes if need be.
std::string marks_of(std::string_view text) {
  std::string out;
  const auto size = static_cast<std::uint32_t>(text.size());
  for (const QuoteMark& mark : find_quote_marks(text, {0, size})) {
    EXPECT_TRUE(mark.can_open || mark.can_close);
    out += mark.is_weak ? 'w' : mark.can_open && mark.can_close ? 'b' : mark.can_open ? 'o' : 'c';
  }
  return out;
}

TEST(QuoteMarks, OfTheCurlyKindSayThemselvesWhatTheyDo) {
  EXPECT_EQ(marks_of("“Go,” he said."), "oc");
  EXPECT_EQ(marks_of("He said “go.”"), "oc");
}

TEST(QuoteMarks, OfTheStraightKindOpenBeforeAWordAndCloseBehindOne) {
  EXPECT_EQ(marks_of("\"Go,\" he said."), "oc");
  EXPECT_EQ(marks_of("He said (\"go\")."), "oc");
}

TEST(QuoteMarks, OfTypewritersAreDoubledSingleOnes) {
  EXPECT_EQ(marks_of("``Go,'' he said."), "oc");
  EXPECT_EQ(marks_of("''Go,'' he said."), "oc");
}

TEST(QuoteMarks, MayBeGuillemets) { EXPECT_EQ(marks_of("«Go», he said."), "oc"); }

TEST(QuoteMarks, MayOpenLowAndCloseHigh) { EXPECT_EQ(marks_of("„Go“, he said."), "ob"); }

TEST(QuoteMarks, ThatCloseOnBothSidesOpenBeforeAWord) {
  EXPECT_EQ(marks_of("”Go,” he said."), "oc");
}

TEST(QuoteMarks, AreNoApostrophesInsideWords) {
  EXPECT_EQ(marks_of("They don't, they can’t, it's O'Neill’s."), "");
}

TEST(QuoteMarks, AreNoApostrophesOfYearsAndClippedWords) {
  EXPECT_EQ(marks_of("In the '90s and '16, get 'em, 'til rock 'n' roll ends"), "w");
}

TEST(QuoteMarks, BehindAPluralOnlyMayClose) {
  EXPECT_EQ(marks_of("The voters' hopes"), "w");
  EXPECT_EQ(marks_of("The voters’ hopes"), "w");
  EXPECT_EQ(marks_of("It is 'for the voters', he said."), "oc");
}

TEST(QuoteMarks, OutsideOfTheParagraphAreNotSeen) {
  const std::string_view text = "\"a\" \"b\" \"c\"";
  const auto marks = find_quote_marks(text, {4, 7});
  ASSERT_EQ(marks.size(), 2u);
  EXPECT_EQ(marks[0].span, (Span{4, 5}));
  EXPECT_EQ(marks[1].span, (Span{6, 7}));
}

}  // namespace
}  // namespace tacitus
