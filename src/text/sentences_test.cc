// Where sentences and paragraphs begin.
#include "text/sentences.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/tokens.h"

namespace tacitus {
namespace {

Document split(std::string_view text, std::uint32_t body_start = 0,
               const std::vector<std::uint32_t>& barriers = {}) {
  Document document;
  document.text = text;
  tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, document.tokens);
  split_sentences(document, body_start, barriers);
  return document;
}

// The text of each sentence; those that begin a paragraph have "# " before them.
std::vector<std::string> sentences(std::string_view text) {
  std::vector<std::string> out;
  for (const Sentence& sentence : split(text).sentences) {
    out.push_back((sentence.starts_paragraph ? "# " : "") + std::string(sentence.span.in(text)));
  }
  return out;
}

using Texts = std::vector<std::string>;

TEST(Sentences, EndAtFullStopsQuestionsAndExclamations) {
  EXPECT_EQ(sentences("Talks failed. Why? Nobody says! The end."),
            (Texts{"# Talks failed.", "Why?", "Nobody says!", "The end."}));
}

TEST(Sentences, SurviveAbbreviationsAndInitials) {
  EXPECT_EQ(sentences("Mr. Hill met Gov. J. K. Low in St. Mary. He left at 5 p.m. Monday."),
            (Texts{"# Mr. Hill met Gov. J. K. Low in St. Mary.", "He left at 5 p.m. Monday."}));
  EXPECT_EQ(sentences("It costs approx. Five dollars, i.e. Six at most."),
            (Texts{"# It costs approx. Five dollars, i.e. Six at most."}));
}

TEST(Sentences, EndAtAnAbbreviationWhereTheNextWordBeginsOne) {
  EXPECT_EQ(sentences("He lives in the U.S. The minister lives in the U.S. Virgin Islands."),
            (Texts{"# He lives in the U.S.", "The minister lives in the U.S. Virgin Islands."}));
  // Some wires capitalise what stands behind it.
  EXPECT_EQ(sentences("He said the U.S. Had asked them to leave. He lives in the U.S. Will he leave?"),
            (Texts{"# He said the U.S. Had asked them to leave.", "He lives in the U.S.",
                   "Will he leave?"}));
  EXPECT_EQ(sentences("She runs Acme Corp. Shares rose. Acme Corp. Chairman Ann Hill was glad."),
            (Texts{"# She runs Acme Corp.", "Shares rose.",
                   "Acme Corp. Chairman Ann Hill was glad."}));
}

TEST(Sentences, SurviveEllipses) {
  EXPECT_EQ(sentences("We waited ... and waited. Then ... nothing."),
            (Texts{"# We waited ... and waited.", "Then ... nothing."}));
}

TEST(Sentences, TakeTheQuotesAndBracketsThatCloseThem) {
  EXPECT_EQ(sentences("He said, \"We go.\" They went. (It rained.) \u201CGood.\u201D She slept."),
            (Texts{"# He said, \"We go.\"", "They went.", "(It rained.)", "\u201CGood.\u201D",
                   "She slept."}));
  EXPECT_EQ(sentences("\"We go. It is late.\" \"No,\" he said. ''Why not?'' ''It rains.''"),
            (Texts{"# \"We go.", "It is late.\"", "\"No,\" he said.", "''Why not?''",
                   "''It rains.''"}));
}

TEST(Sentences, GoOnBehindAQuoteWithItsSpeaker) {
  EXPECT_EQ(sentences("\"Who knows?\" he asked. \"Not I!\" she added. \"We wait,\" he said."),
            (Texts{"# \"Who knows?\" he asked.", "\"Not I!\" she added.",
                   "\"We wait,\" he said."}));
  EXPECT_EQ(sentences("\"Who knows?\" Ann Hill asked. \"They do!\" The others laughed."),
            (Texts{"# \"Who knows?\" Ann Hill asked.", "\"They do!\"", "The others laughed."}));
}

TEST(Sentences, DoNotEndAtColonsOrDatelines) {
  EXPECT_EQ(sentences("Kremlin: Talks go on"), (Texts{"# Kremlin: Talks go on"}));
  EXPECT_EQ(sentences("MOSCOW (Reuters) - The talks failed. They will meet again."),
            (Texts{"# MOSCOW (Reuters) - The talks failed.", "They will meet again."}));
  EXPECT_EQ(sentences("WASHINGTON, Jan. 7 \u2014 The talks failed."),
            (Texts{"# WASHINGTON, Jan. 7 \u2014 The talks failed."}));
}

TEST(Sentences, EndWithTheParagraphWithoutAFullStop) {
  EXPECT_EQ(sentences("Talks fail in Geneva\n\nThe talks failed. They meet again"),
            (Texts{"# Talks fail in Geneva", "# The talks failed.", "They meet again"}));
  EXPECT_EQ(sentences("Home\nContact us\nThe town council votes on Monday\n"),
            (Texts{"# Home", "# Contact us", "# The town council votes on Monday"}));
  EXPECT_EQ(sentences("They agreed on:\n- an end of fire;\n- free roads;\n- more talks."),
            (Texts{"# They agreed on:", "# - an end of fire;", "# - free roads;",
                   "# - more talks."}));
}

TEST(Sentences, GoOnOverWrappedLines) {
  const char* text =
      "HARBOUR TOWN BUYS TWO NEW FERRIES\n\n"
      "    PORT HILL, March 9 - The council of the harbour town said it\n"
      "would buy two ferries from a yard in the north, at a price of U.S.\n"
      "Dollars 40 million. The first of them is due in the spring of next\n"
      "year.\n"
      "    A spokesman said the old ones would be sold.\n";
  EXPECT_EQ(sentences(text),
            (Texts{"# HARBOUR TOWN BUYS TWO NEW FERRIES",
                   "# PORT HILL, March 9 - The council of the harbour town said it\nwould buy two "
                   "ferries from a yard in the north, at a price of U.S.\nDollars 40 million.",
                   "The first of them is due in the spring of next\nyear.",
                   "# A spokesman said the old ones would be sold."}));
}

TEST(Sentences, KeepLabelsWithTheirHeadings) {
  EXPECT_EQ(sentences("1. Terms of the deal\n\nBoth sides agreed."),
            (Texts{"# 1. Terms of the deal", "# Both sides agreed."}));
}

TEST(Sentences, MarkTheFirstTokenOfEach) {
  const Document document = split("Talks fail\n\nThey met. They left.");
  ASSERT_EQ(document.sentences.size(), 3u);
  EXPECT_EQ(document.tokens[0].before, Break::kParagraph);
  EXPECT_EQ(document.tokens[1].before, Break::kNone);
  EXPECT_EQ(document.tokens[document.sentences[1].first_token].before, Break::kParagraph);
  EXPECT_EQ(document.tokens[document.sentences[2].first_token].before, Break::kSentence);
}

TEST(Sentences, BeforeTheBodyAreInTheHeadline) {
  const std::string_view text = "Kremlin: talks go on Moscow said so.";
  const Document document = split(text, static_cast<std::uint32_t>(text.find("Moscow")));
  ASSERT_EQ(document.sentences.size(), 2u);
  EXPECT_TRUE(document.sentences[0].in_headline);
  EXPECT_FALSE(document.sentences[1].in_headline);
  EXPECT_TRUE(document.sentences[1].starts_paragraph);
}

TEST(Sentences, WithoutAnEndAreCut) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  const Document document = split(text);
  ASSERT_EQ(document.sentences.size(), 3u);
  EXPECT_EQ(document.sentences[0].end_token, kLongestSentence);
  EXPECT_FALSE(document.sentences[1].starts_paragraph);
}

}  // namespace
}  // namespace tacitus
