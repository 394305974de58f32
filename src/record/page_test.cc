#include "record/page.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

// An article and the means to name its spans by their words.
class Page : public ::testing::Test {
 protected:
  Page() { record.article.id = "a.txt"; }

  Span at(std::string_view words) const {
    const std::size_t begin = record.article.text.find(words);
    EXPECT_NE(begin, std::string::npos) << words;
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + words.size())};
  }

  Statement& say(std::string_view source, std::string_view cue,
                 std::vector<std::string_view> contents, StatementKind kind) {
    Statement statement;
    statement.kind = kind;
    if (!source.empty()) statement.source = {at(source)};
    statement.cue = {at(cue)};
    for (std::string_view content : contents) statement.content.push_back(at(content));
    record.statements.push_back(statement);
    return record.statements.back();
  }

  // The page without its head.
  std::string shown(Layout layout = {}) const {
    std::string out;
    append_page(record, layout, out);
    return out.substr(out.find("\n\n") + 2);
  }

  Record record;
};

TEST_F(Page, BeginsWithHeadlineSourceAuthorAndDate) {
  record.article.title = "Talks fail";
  record.article.source = "The Example Wire";
  record.article.author = "Newsroom";
  record.article.published = "2025-03-07T14:05:00+03:00";
  std::string out;
  append_page(record, {}, out);
  EXPECT_EQ(out, "Talks fail\nThe Example Wire · Newsroom · 7 March 2025, 14:05 +03:00\n\n"
                 "No statements found\n");
}

TEST_F(Page, ShowsADateOfUnknownFormAsItIs) {
  record.article.published = "2025-W10";
  std::string out;
  append_page(record, {}, out);
  EXPECT_EQ(out, "a.txt\n2025-W10\n\nNo statements found\n");
}

TEST_F(Page, SaysWhatLanguageWasNotRead) {
  record.article.language = "de";
  record.is_read = false;
  EXPECT_EQ(shown(), "Not read: its language is de\n");
}

TEST_F(Page, PutsDirectSpeechInMarksWhateverTheArticleHas) {
  record.article.text = "''We will not sign,'' the minister said.";
  Statement& said = say("the minister", "said", {"''We will not sign,''"}, StatementKind::kDirect);
  said.quoted = {at("''We will not sign,''")};
  EXPECT_EQ(shown(), "the minister · said · direct\n  “We will not sign,”\n");
  said.quoted = {at("We will not sign,")};
  EXPECT_EQ(shown(), "the minister · said · direct\n  “We will not sign,”\n");
  said.quoted.clear();
  EXPECT_EQ(shown(), "the minister · said · direct\n  “We will not sign,”\n");
}

TEST_F(Page, KeepsAGenitiveAndTakesSingleMarksAway) {
  record.article.text = "‘It is the allies’ plan,’ he said. She says it is the allies’.";
  say("he", "said", {"‘It is the allies’ plan,’"}, StatementKind::kDirect);
  say("She", "says", {"it is the allies’"}, StatementKind::kIndirect);
  EXPECT_EQ(shown(),
            "he · said · direct\n  “It is the allies’ plan,”\n\n"
            "She · says · indirect\n  it is the allies’\n");
}

TEST_F(Page, TellsQuotedWordsFromReportedOnes) {
  record.article.text = "The ministry called the offer \"a first step\" but too small.";
  Statement& said =
      say("The ministry", "called", {"the offer \"a first step\" but too small"}, StatementKind::kMixed);
  said.quoted = {at("\"a first step\"")};
  EXPECT_EQ(shown(), "The ministry · called · mixed\n  the offer “a first step” but too small\n");
  EXPECT_EQ(shown({.colour = true}),
            "\033[1;34mThe ministry\033[0m · called\033[2m · mixed\033[0m\n"
            "  the offer \033[32m“a first step”\033[0m but too small\n");
}

TEST_F(Page, JoinsPiecesAndMarksWhatStoodBetween) {
  record.article.text =
      "\"We waited,\" the envoy said. \"Now we act. We act soon.\"\n\n\"Then we rest.\"";
  Statement& said = say("the envoy", "said",
                        {"\"We waited,\"", "\"Now we act.", "We act soon.\"", "\"Then we rest.\""},
                        StatementKind::kDirect);
  said.quoted = said.content;
  EXPECT_EQ(shown(), "the envoy · said · direct\n"
                     "  “We waited,” … “Now we act. We act soon. Then we rest.”\n");
}

TEST_F(Page, NamesTheSpeakerWithRoleAndCode) {
  record.article.text = "He denied that.";
  Actor speaker;
  speaker.name = "Dmitry Peskov";
  speaker.kind = "person";
  speaker.role = "Kremlin spokesman";
  speaker.code = "RUSGOV";
  record.actors = {speaker};
  Statement& said = say("He", "denied", {"that"}, StatementKind::kIndirect);
  said.actor = 0;
  said.polarity = "denies";
  said.certainty = "alleged";
  EXPECT_EQ(shown(), "Dmitry Peskov, Kremlin spokesman · RUSGOV · denied · indirect, denial, "
                     "alleged\n  that\n");
}

TEST_F(Page, LeavesOutACueWithoutWordsAndSaysWhenNobodyIsNamed) {
  record.article.text = "Kremlin: no visit planned. It was said that talks go on.";
  say("Kremlin", ":", {"no visit planned"}, StatementKind::kIndirect);
  say("", "was said", {"talks go on"}, StatementKind::kIndirect).polarity = "affirms";
  EXPECT_EQ(shown(), "Kremlin · indirect\n  no visit planned\n\n"
                     "Speaker not named · was said · indirect\n  talks go on\n");
}

TEST_F(Page, SetsInWhatAnotherStatementHolds) {
  record.article.text = "A said B claimed C knew it. D agreed.";
  say("A", "said", {"B claimed C knew it"}, StatementKind::kIndirect);
  say("D", "agreed", {"it"}, StatementKind::kIndirect);
  say("B", "claimed", {"C knew it"}, StatementKind::kIndirect).within = 0;
  say("C", "knew", {"it"}, StatementKind::kIndirect).within = 2;
  EXPECT_EQ(shown(), "A · said · indirect\n  B claimed C knew it\n"
                     "    ↳ B · claimed · indirect\n        C knew it\n"
                     "        ↳ C · knew · indirect\n            it\n\n"
                     "D · agreed · indirect\n  it\n");
}

TEST_F(Page, ShowsStatementsWhoseIndicesGoInACircle) {
  record.article.text = "A said it. B said so.";
  say("A", "said", {"it"}, StatementKind::kIndirect).within = 1;
  say("B", "said", {"so"}, StatementKind::kIndirect).within = 0;
  EXPECT_EQ(shown(), "A · said · indirect\n  it\n    ↳ B · said · indirect\n        so\n");
}

TEST_F(Page, LetsNoOrderOfTheTextReachTheTerminal) {
  record.article.text = "He\x1b[2J said \x1b]0;title\x07this\n\nand that.";
  record.article.title = "Head\x1b[31mline";
  say("He\x1b[2J", "said", {"\x1b]0;title\x07this\n\nand that"}, StatementKind::kIndirect);
  std::string out;
  append_page(record, {}, out);
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(out.find('\x07'), std::string::npos);
  EXPECT_EQ(out, "Head[31mline\n\nHe[2J · said · indirect\n  ]0;titlethis and that\n");
}

TEST_F(Page, StaysWithinTheWidth) {
  record.article.text = "The ministry said the northern border crossing would stay closed for now.";
  say("The ministry", "said", {"the northern border crossing would stay closed for now"},
      StatementKind::kIndirect);
  EXPECT_EQ(shown({.width = 24}), "The ministry · said ·\n  indirect\n  the northern border\n"
                                  "  crossing would stay\n  closed for now\n");
}

}  // namespace
}  // namespace tacitus
