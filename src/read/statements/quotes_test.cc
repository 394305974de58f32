// Which words stand in quotation marks.
#include "read/statements/quotes.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "read/made_document.h"
#include "read/made_record.h"
#include "text/sentences.h"

namespace tacitus {
namespace {

// A text cut into tokens and sentences, with nothing else known of it.
struct Plain {
  explicit Plain(std::string words) : text(std::move(words)) {
    document.text = text;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, document.tokens);
    split_sentences(document, 0, {});
    reading.emplace(text, document, made_names(), Knowledge::builtin());
    quotes.emplace(*reading);
  }

  // The words of all quotations, those inside others in brackets by their depth.
  Words found() const {
    Words out;
    for (const Quote& quote : quotes->all()) {
      out.push_back(std::string(quote.depth, '>') + std::string(quote.words.in(text)));
    }
    return out;
  }
  Words quoted(Span span, std::optional<Span> cue = std::nullopt) const {
    std::vector<Span> spans;
    quotes->quoted(span, cue, spans);
    return words_of(text, spans);
  }
  Words quoted() const { return quoted({0, static_cast<std::uint32_t>(text.size())}); }
  Span span_of(std::string_view words) const {
    const auto at = static_cast<std::uint32_t>(text.find(words));
    return {at, at + static_cast<std::uint32_t>(words.size())};
  }

  std::string text;
  Document document;
  std::optional<Reading> reading;
  std::optional<Quotes> quotes;
};

TEST(Quotes, ArePairedInEveryWriting) {
  for (const std::string text :
       {"“Go now,” he said.", "\"Go now,\" he said.", "``Go now,'' he said.",
        "''Go now,'' he said.", "«Go now,» he said.", "„Go now,“ he said.", "‘Go now,’ he said.",
        "'Go now,' he said.", "”Go now,” he said."}) {
    EXPECT_EQ(Plain(text).quoted(), Words{"Go now,"}) << text;
  }
}

TEST(Quotes, ArePairedOverSentences) {
  EXPECT_EQ(Plain("“Go now. Leave us,” he said. “Stay.”").found(),
            (Words{"Go now. Leave us,", "Stay."}));
}

TEST(Quotes, AroundAWordAreFound) {
  EXPECT_EQ(Plain("The \"reforms\" of the 'new' order failed.").found(), (Words{"reforms", "new"}));
}

TEST(Quotes, OfSingleMarksStandInsideDoubleOnes) {
  const Words expected{"She said ‘go now’ to me,", ">go now"};
  EXPECT_EQ(Plain("“She said ‘go now’ to me,” he said.").found(), expected);
  EXPECT_EQ(Plain("\"She said 'go now' to me,\" he said.").found(),
            (Words{"She said 'go now' to me,", ">go now"}));
}

TEST(Quotes, OfDoubleMarksStandInsideSingleOnes) {
  EXPECT_EQ(Plain("‘She said “go now” to me,’ he said.").found(),
            (Words{"She said “go now” to me,", ">go now"}));
}

TEST(Quotes, ThatCloseTogetherEndTogether) {
  EXPECT_EQ(Plain("He said: “She told me, ‘go now.’”").found(),
            (Words{"She told me, ‘go now.’", ">go now."}));
  EXPECT_EQ(Plain("He said: \"She told me, 'go now.'\"").found(),
            (Words{"She told me, 'go now.'", ">go now."}));
}

TEST(Quotes, AreNotMadeByApostrophes) {
  EXPECT_TRUE(Plain("The voters' hopes don't fit the parties' plans of the '90s.").found().empty());
  EXPECT_TRUE(Plain("It’s the workers’ choice, they’re told.").found().empty());
}

TEST(Quotes, OfSingleMarksGoOnOverApostrophes) {
  EXPECT_EQ(Plain("‘We don’t know the voters’ wishes,’ he said.").quoted(),
            Words{"We don’t know the voters’ wishes,"});
  EXPECT_EQ(Plain("'We don't know the voters' wishes,' he said.").quoted(),
            Words{"We don't know the voters' wishes,"});
}

TEST(Quotes, MayStandBetweenDashes) {
  EXPECT_EQ(Plain("His plan—\"go now\"—failed, \"but we—\" he began.").quoted(),
            (Words{"go now", "but we—"}));
}

TEST(Quotes, WithALostMarkTakeNoMoreThanTheirSentence) {
  EXPECT_EQ(Plain("He called it \"a great day. Rain fell. Nobody came.").quoted(),
            Words{"a great day."});
}

TEST(Quotes, WithALostClosingMarkLeaveTheNextOnesWhole) {
  const Plain plain("It was a great day\" for him. Then he said: \"We go.\" Rain fell.");
  EXPECT_EQ(plain.quoted(), Words{"We go."});
}

TEST(Quotes, AreOpenedAgainAtEachParagraphOfALongOne) {
  const Plain plain("He said: “We go.\n\n“We fight.\n\n“We win.” Rain fell.");
  ASSERT_EQ(plain.found(), (Words{"We go.", "We fight.", "We win."}));
  const auto& all = plain.quotes->all();
  EXPECT_TRUE(all[0].is_open && !all[0].is_reopened);
  EXPECT_TRUE(all[1].is_open && all[1].is_reopened);
  EXPECT_TRUE(!all[2].is_open && all[2].is_reopened);
}

TEST(Quotes, OfAParagraphThatWasClosedAreNotReopened) {
  const Plain plain("“We go,” he said.\n\n“We fight,” she said.");
  ASSERT_EQ(plain.found(), (Words{"We go,", "We fight,"}));
  EXPECT_FALSE(plain.quotes->all()[1].is_reopened);
}

TEST(Quotes, KnowTheOutermostAroundAPlace) {
  const Plain plain("“She said ‘go now’ to me,” he said.");
  const Quote* quote = plain.quotes->around(plain.span_of("now").begin);
  ASSERT_TRUE(quote);
  EXPECT_EQ(quote->depth, 0u);
  EXPECT_FALSE(plain.quotes->around(plain.span_of("” he said").end));
}

TEST(Quotes, AreCutToTheSpanThatIsAskedFor) {
  const Plain plain("He said “we go now and fight” and left.");
  EXPECT_EQ(plain.quoted(plain.span_of("now and")), Words{"now and"});
  EXPECT_EQ(plain.quoted(plain.span_of("He said “we go")), Words{"we go"});
  EXPECT_TRUE(plain.quoted(plain.span_of("and left")).empty());
}

TEST(Quotes, ThatHoldTheCueAreSomebodyElses) {
  const Plain plain("“Doctors say ‘stay home’,” he said.");
  EXPECT_EQ(plain.quoted(plain.span_of("‘stay home’"), plain.span_of("say")), Words{"stay home"});
}

TEST(Quotes, OfRandomMarksHoldOrLieOutsideOfEachOther) {
  constexpr std::string_view kParts[] = {"\"", "'", "“", "”", "‘", "’", "«", "»", "„", "``", "''",
                                         "word", "s", " ", " ", ". ", ", ", "\n\n", "é", "—"};
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (std::size_t i = random() % 60; i-- > 0;) text += kParts[random() % std::size(kParts)];
    const Plain plain(text);
    const auto& all = plain.quotes->all();
    for (std::size_t i = 0; i < all.size(); ++i) {
      const Quote& quote = all[i];
      ASSERT_TRUE(quote.span.contains(quote.words)) << text;
      ASSERT_LE(quote.span.end, text.size());
      for (const std::uint32_t at :
           {quote.span.begin, quote.words.begin, quote.words.end, quote.span.end}) {
        ASSERT_TRUE(is_border(text, at)) << text;
      }
      ASSERT_EQ(quote.parent == kNone, quote.depth == 0);
      if (quote.parent != kNone) {
        ASSERT_LT(quote.parent, i);
        ASSERT_TRUE(all[quote.parent].span.contains(quote.span)) << text;
      }
      if (i == 0) continue;
      ASSERT_LE(all[i - 1].span.begin, quote.span.begin) << text;
      const bool crosses = all[i - 1].span.overlaps(quote.span) &&
                           !all[i - 1].span.contains(quote.span);
      ASSERT_FALSE(crosses) << text;
    }
    std::vector<Span> spans;
    plain.quotes->quoted({0, static_cast<std::uint32_t>(text.size())}, std::nullopt, spans);
    for (std::size_t i = 1; i < spans.size(); ++i) ASSERT_LE(spans[i - 1].end, spans[i].begin);
  }
}

}  // namespace
}  // namespace tacitus
