// Statements that go on: over sentences, paragraphs, and into speech that has no cue of its own.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"
#include "read/statements/statements.h"

namespace tacitus {
namespace {

TEST(Statements, GoOnOverTheSentencesOfOneQuotation) {
  const MadeDocument made(R"(
    “         PUNCT 3 punct     - x1
    ~We       PRON  3 nsubj     - x1
    stay      VERB  0 root      - x1
    ~.        PUNCT 3 punct     - x1

    We        PRON  2 nsubj     - x2
    fight     VERB  0 root      - x2
    ~,        PUNCT 2 punct     - x2
    ~”        PUNCT 2 punct     - x2
    Weber     PROPN 6 nsubj     B-PERSON s1
    said      VERB  2 parataxis - c1
    ~.        PUNCT 2 punct     - -)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(words_of(record, record.statements[0].content), Words{"“We stay. We fight,”"});
  EXPECT_EQ(words_of(record, record.statements[0].quoted), Words{"We stay. We fight,"});
  EXPECT_EQ(record.statements[0].sentence, 1u);
}

TEST(Statements, GoOnWhereTheNextParagraphOpensTheMarksAgain) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    said      VERB  0 root  - c1
    ~:        PUNCT 2 punct - -
    “         PUNCT 6 punct - x1
    ~We       PRON  6 nsubj - x1
    stay      VERB  2 ccomp - x1
    ~.        PUNCT 6 punct - x1
#p
    “         PUNCT 3 punct - x2
    ~We       PRON  3 nsubj - x2
    fight     VERB  0 root  - x2
    ~.        PUNCT 3 punct - x2
    ~”        PUNCT 3 punct - x2)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(words_of(record, record.statements[0].content), Words{"“We stay.\n\n“We fight.”"});
  EXPECT_EQ(words_of(record, record.statements[0].quoted), (Words{"We stay.", "We fight."}));
  EXPECT_EQ(record.statements[0].kind, StatementKind::kDirect);
}

TEST(Statements, TakeTheParagraphsBeforeWhereTheSpeakerStandsBehindTheLast) {
  const MadeDocument made(R"(
    “         PUNCT 3  punct - x0
    ~We       PRON  3  nsubj - x0
    stay      VERB  0  root  - x0
    ~.        PUNCT 3  punct - x0
#p
    “         PUNCT 3 punct     - x1
    ~We       PRON  3 nsubj     - x1
    fight     VERB  0 root      - x1
    ~,        PUNCT 3 punct     - x1
    ~”        PUNCT 3 punct     - x1
    Weber     PROPN 7 nsubj     B-PERSON s1
    said      VERB  3 parataxis - c1
    ~.        PUNCT 3 punct     - -)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(words_of(record, record.statements[0].quoted), (Words{"We stay.", "We fight,"}));
  EXPECT_EQ(words_of(record, record.statements[0].source), Words{"Weber"});
}

TEST(Statements, GoOnOverParagraphsThatAreNotClosed) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    said      VERB  0 root  - c1
    ~:        PUNCT 2 punct - -
    "         PUNCT 6 punct - x1
    ~We       PRON  6 nsubj - x1
    stay      VERB  2 ccomp - x1
    ~.        PUNCT 6 punct - x1
#p
    "         PUNCT 3 punct - x2
    ~We       PRON  3 nsubj - x2
    fight     VERB  0 root  - x2
    ~.        PUNCT 3 punct - x2
#p
    "         PUNCT 3 punct - x3
    ~We       PRON  3 nsubj - x3
    win       VERB  0 root  - x3
    ~.        PUNCT 3 punct - x3
    ~"        PUNCT 3 punct - x3
#p
    "         PUNCT 3 punct - x4
    ~They     PRON  3 nsubj - x4
    lose      VERB  0 root  - x4
    ~,        PUNCT 3 punct - x4
    ~"        PUNCT 3 punct - x4
    Braun     PROPN 7 nsubj B-PERSON s4
    said      VERB  3 parataxis - c4
    ~.        PUNCT 3 punct - -)");
  const Record record = made.read();
  EXPECT_EQ(speakers_of(record), (Words{"Weber", "Braun"}));
  EXPECT_EQ(words_of(record, record.statements[0].quoted),
            (Words{"We stay.", "We fight.", "We win."}));
}

TEST(Statements, GoOnInAReopenedQuotationAcrossWordsThatTheModelMissed) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    said      VERB  0 root  - c1
    ~:        PUNCT 2 punct - -
    “         PUNCT 6 punct - x1
    ~We       PRON  6 nsubj - x1
    stay      VERB  2 ccomp - x1
    ~.        PUNCT 6 punct - x1

    We        PRON  2 nsubj - -
    fight     VERB  0 root  - -
    ~.        PUNCT 2 punct - -
#p
    “         PUNCT 3 punct - x2
    ~We       PRON  3 nsubj - x2
    win       VERB  0 root  - x2
    ~.        PUNCT 3 punct - x2
    ~”        PUNCT 3 punct - x2)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(words_of(record, record.statements[0].quoted), (Words{"We stay.", "We win."}));
}

TEST(Statements, TakeDirectSpeechWithoutACueThatFollowsTheirs) {
  const MadeDocument made(R"(
    “         PUNCT 3 punct     - x1
    ~We       PRON  3 nsubj     - x1
    stay      VERB  0 root      - x1
    ~,        PUNCT 3 punct     - x1
    ~”        PUNCT 3 punct     - x1
    Weber     PROPN 7 nsubj     B-PERSON s1
    said      VERB  3 parataxis - c1
    ~.        PUNCT 3 punct     - -

    “         PUNCT 3 punct     - x2
    ~We       PRON  3 nsubj     - x2
    fight     VERB  0 root      - x2
    ~.        PUNCT 3 punct     - x2
    ~”        PUNCT 3 punct     - x2)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(words_of(record, record.statements[0].content), (Words{"“We stay,”", "“We fight.”"}));
}

TEST(Statements, TakeDirectSpeechBehindWhatIsToldInOtherWords) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    said      VERB  0 root  - c1
    it        PRON  4 expl  - x1
    rained    VERB  2 ccomp - x1
    ~.        PUNCT 2 punct - -
#p
    “         PUNCT 3 punct - x2
    ~We       PRON  3 nsubj - x2
    fight     VERB  0 root  - x2
    ~.        PUNCT 3 punct - x2
    ~”        PUNCT 3 punct - x2)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(words_of(record, record.statements[0].content), (Words{"it rained", "“We fight.”"}));
  EXPECT_EQ(record.statements[0].kind, StatementKind::kMixed);
}

TEST(Statements, DoNotTakeDirectSpeechAcrossWhatSomebodyDoes) {
  const MadeDocument made(R"(
    “         PUNCT 3 punct     - x1
    ~We       PRON  3 nsubj     - x1
    stay      VERB  0 root      - x1
    ~,        PUNCT 3 punct     - x1
    ~”        PUNCT 3 punct     - x1
    Weber     PROPN 7 nsubj     B-PERSON s1
    said      VERB  3 parataxis - c1
    ~.        PUNCT 3 punct     - -

    Braun     PROPN 2 nsubj     B-PERSON -
    left      VERB  0 root      - -
    ~.        PUNCT 2 punct     - -

    “         PUNCT 3 punct     - x2
    ~We       PRON  3 nsubj     - x2
    fight     VERB  0 root      - x2
    ~.        PUNCT 3 punct     - x2
    ~”        PUNCT 3 punct     - x2)");
  EXPECT_EQ(speakers_of(made.read()), (Words{"Weber", "Braun"}));
}

TEST(Statements, OfDirectSpeechThatNobodyIsSaidToUtterHaveNoSource) {
  const MadeDocument made(R"(
    Rain      NOUN  2 nsubj - -
    fell      VERB  0 root  - -
    ~.        PUNCT 2 punct - -

    “         PUNCT 3 punct - x1
    ~Go       VERB  0 root  - x1
    home      ADV   2 advmod - x1
    ~!        PUNCT 2 punct - x1
    ~”        PUNCT 2 punct - x1
    Rain      NOUN  7 nsubj - -
    fell      VERB  2 parataxis - -
    ~.        PUNCT 2 punct - -)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  const Statement& statement = record.statements[0];
  EXPECT_TRUE(statement.source.empty());
  EXPECT_TRUE(statement.cue.empty());
  EXPECT_FALSE(statement.actor);
  EXPECT_EQ(statement.kind, StatementKind::kDirect);
  EXPECT_EQ(statement.sentence, 1u);
}

}  // namespace
}  // namespace tacitus
