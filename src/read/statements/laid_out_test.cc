// Transcripts and signed quotations, and lines that only look like them.
#include "read/statements/laid_out.h"

#include <gtest/gtest.h>

#include <random>

#include "read/made_document.h"
#include "read/made_record.h"
#include "text/sentences.h"

namespace tacitus {
namespace {

// A text cut into tokens and sentences of which the model has said nothing.
struct Plain {
  explicit Plain(std::string words) : text(std::move(words)) {
    document.text = text;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, document.tokens);
    split_sentences(document, 0, {});
    const Reading reading(text, document, made_names(), Knowledge::builtin());
    add_laid_out(reading, Quotes(reading), drafts);
    for (const Draft& draft : drafts) {
      std::string line = std::string(reading.span(draft.source).in(text)) + " |";
      for (const Range content : draft.contents) {
        line += " " + std::string(reading.span(content).in(text));
      }
      found.push_back(line);
    }
  }

  std::string text;
  Document document;
  std::vector<Draft> drafts;
  Words found;
};

TEST(LaidOut, TakesTurnsOfATranscriptWithAllTheirSentences) {
  EXPECT_EQ(Plain("MS. ROE: I came. I saw.\n\nTHE CHAIR: And then?\n\nMS. ROE: I left.").found,
            (Words{"MS. ROE | I came. I saw.", "THE CHAIR | And then?", "MS. ROE | I left."}));
}

TEST(LaidOut, TakesTurnsOnLinesThatFollowEachOther) {
  EXPECT_EQ(Plain("Roe: Yes.\nBraun: No.\nRoe: Why?").found,
            (Words{"Roe | Yes.", "Braun | No.", "Roe | Why?"}));
}

TEST(LaidOut, TakesQuestionsAndAnswers) {
  EXPECT_EQ(Plain("Q: Who did it?\n\nA: Nobody.").found, (Words{"Q | Who did it?", "A | Nobody."}));
}

TEST(LaidOut, MarksTurnsAsTheSpeakersWords) {
  for (const Draft& draft : Plain("Q: Who did it?\n\nA: Nobody.").drafts) {
    EXPECT_TRUE(draft.is_verbatim);
  }
}

TEST(LaidOut, TakesNoListsNorSingleColons) {
  for (const std::string text :
       {"Leeds: 2\nYork: 1\nLeeds: 3", "Time: 10:30\nPlace: Leeds\nTime: 11:30",
        "Roe: Yes.\nBraun: No.", "Roe: Yes.\nRoe: No.\nRoe: Why?", "One rule: never lend.",
        "he said: Go.\nshe said: Stay.\nhe said: Go."}) {
    EXPECT_EQ(Plain(text).found, Words{}) << text;
  }
}

TEST(LaidOut, TakesQuotationsWithASignature) {
  EXPECT_EQ(Plain("“It rained. It snowed.”\n— Jane Roe, Steel Union\n\nThe day was long.").found,
            Words{"Jane Roe, Steel Union | “It rained. It snowed.”"});
  EXPECT_EQ(Plain("\"It rained.\" - Jane Roe").found, Words{"Jane Roe | \"It rained.\""});
}

TEST(LaidOut, TakesNoOtherDashesForSignatures) {
  for (const std::string text :
       {"“It rained” — Jane Roe had said so before.", "“It rained” — a day too late", "It rained.\n— Jane Roe",
        "“It rained.” — ", "— Jane Roe"}) {
    EXPECT_EQ(Plain(text).found, Words{}) << text;
  }
}

TEST(LaidOut, TakesItsWordsFromOtherStatements) {
  // The model has given the second quotation to the first one's speaker.
  MadeDocument made(R"(
    “     PUNCT 3 punct - x1
    ~It   PRON  3 expl  - x1
    rained VERB 0 root  - x1
    ~.    PUNCT 3 punct - x1
    ~”    PUNCT 3 punct - x1
    —     PUNCT 3 punct - c1
    Roe   PROPN 3 dep   B-PERSON s1
#p
    “     PUNCT 3 punct - x1
    ~It   PRON  3 expl  - x1
    snowed VERB 0 root  - x1
    ~.    PUNCT 3 punct - x1
    ~”    PUNCT 3 punct - x1
    —     PUNCT 3 punct - -
    Braun PROPN 3 dep   B-PERSON -)");
  const Record record = made.read();
  EXPECT_EQ(speakers_of(record), (Words{"Roe", "Braun"}));
  ASSERT_EQ(record.statements.size(), 2u);
  EXPECT_EQ(words_of(record, record.statements[0].content), Words{"“It rained.”"});
  EXPECT_EQ(words_of(record, record.statements[1].content), Words{"“It snowed.”"});
}

TEST(LaidOut, OfRandomLinesKeepsSpansInside) {
  std::mt19937 random(7);
  const std::vector<std::string> pieces = {"Q", "A", ":", "Roe", "\n", "\n\n", "“", "”", "\"", "—", "-",
                                           "It rained", ".", "?", " ", ", ", "MS.", "of", "7"};
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (int k = 0; k < 60; ++k) {
      text += pieces[random() % pieces.size()];
      if (random() % 2 == 0) text += ' ';
    }
    const Plain plain(text);
    for (const Draft& draft : plain.drafts) {
      ASSERT_LT(draft.source.first, draft.source.end);
      ASSERT_FALSE(draft.contents.empty());
      for (const Range content : draft.contents) {
        ASSERT_LT(content.first, content.end);
        ASSERT_LE(content.end, plain.document.tokens.size());
      }
    }
  }
}

TEST(LaidOut, TakesLongHostileLinesInItsStride) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "A: “B — \n";
  EXPECT_LE(Plain(text).drafts.size(), 20000u);
}

}  // namespace
}  // namespace tacitus
