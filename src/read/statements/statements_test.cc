// Statements out of the model's spans: what belongs to one, and of what kind it is.
#include "read/statements/statements.h"

#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

TEST(Statements, HaveSourceCueAndContentOfTheirLinks) {
  const MadeDocument made(R"(
    The       DET   2 det   - s1
    ministry  NOUN  3 nsubj - s1
    said      VERB  0 root  - c1
    that      SCONJ 6 mark  - x1
    talks     NOUN  6 nsubj - x1
    failed    VERB  3 ccomp - x1
    ~.        PUNCT 3 punct - -)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  const Statement& statement = record.statements[0];
  EXPECT_EQ(words_of(record, statement.source), Words{"The ministry"});
  EXPECT_EQ(words_of(record, statement.cue), Words{"said"});
  EXPECT_EQ(words_of(record, statement.content), Words{"that talks failed"});
  EXPECT_EQ(statement.kind, StatementKind::kIndirect);
  EXPECT_EQ(statement.sentence, 0u);
  EXPECT_TRUE(statement.quoted.empty());
  EXPECT_FALSE(statement.within);
}

TEST(Statements, JoinContentOnBothSidesOfTheirCue) {
  const MadeDocument made(R"(
    “         PUNCT 3 punct     - x1
    ~We       PRON  3 nsubj     - x1
    stay      VERB  0 root      - x1
    ~,        PUNCT 3 punct     - x1
    ~”        PUNCT 3 punct     - x1
    Weber     PROPN 7 nsubj     B-PERSON s1
    said      VERB  3 parataxis - c1
    ~,        PUNCT 3 punct     - -
    “         PUNCT 11 punct    - x1
    ~and      CCONJ 11 cc       - x1
    fight     VERB  3 conj      - x1
    ~.        PUNCT 3 punct     - x1
    ~”        PUNCT 3 punct     - x1)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  const Statement& statement = record.statements[0];
  EXPECT_EQ(words_of(record, statement.content), (Words{"“We stay,”", "“and fight.”"}));
  EXPECT_EQ(words_of(record, statement.quoted), (Words{"We stay,", "and fight."}));
  EXPECT_EQ(statement.kind, StatementKind::kDirect);
  EXPECT_EQ(speakers_of(record), Words{"Weber"});
}

TEST(Statements, OfIndirectSpeechEndWithTheirParagraph) {
  // A headline's words do not run on into a byline, nor are those of another paragraph its own.
  const MadeDocument headline(R"(
    Kremlin PROPN 3 dep   B-ORG s1
    ~:      PUNCT 1 punct -     c1
    Nothing PRON  0 root  -     x1

    #body
    By      ADP   2 case  -     x1
    hand    NOUN  0 root  -     x1)");
  Record record = headline.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(words_of(record, record.statements[0].content), Words{"Nothing"});

  const MadeDocument paragraphs(R"(
    Rowe   PROPN 2 nsubj B-PERSON -
    slept  VERB  0 root  -        x1

    #p
    Police NOUN  2 nsubj -        x1
    fired  VERB  0 root  -        x1
    ~,     PUNCT 6 punct -        -
    a      DET   5 det   -        s1
    man    NOUN  6 nsubj -        s1
    said   VERB  2 ccomp -        c1)");
  record = paragraphs.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(words_of(record, record.statements[0].content), Words{"Police fired"});
}

TEST(Statements, WithSomeWordsInMarksAreMixed) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    called    VERB  0 root  - c1
    the       DET   4 det   - x1
    plan      NOUN  2 obj   - x1
    “         PUNCT 7 punct - x1
    ~sheer    ADJ   7 amod  - x1
    madness   NOUN  2 xcomp - x1
    ~”        PUNCT 7 punct - x1
    ~.        PUNCT 2 punct - -)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(record.statements[0].kind, StatementKind::kMixed);
  EXPECT_EQ(words_of(record, record.statements[0].quoted), Words{"sheer madness"});
}

TEST(Statements, WithOneWordInScareQuotesStayIndirect) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    said      VERB  0 root  - c1
    that      SCONJ 9 mark  - x1
    the       DET   7 det   - x1
    "         PUNCT 7 punct - x1
    ~reforms  NOUN  9 nsubj - x1
    ~"        PUNCT 7 punct - x1
    had       AUX   9 aux   - x1
    failed    VERB  2 ccomp - x1
    ~.        PUNCT 2 punct - -)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_EQ(record.statements[0].kind, StatementKind::kIndirect);
  EXPECT_EQ(words_of(record, record.statements[0].quoted), Words{"reforms"});
}

TEST(Statements, OfASpeakerWhoAddsAreOneEach) {
  const MadeDocument made(R"(
    “         PUNCT 3 punct     - x1
    ~We       PRON  3 nsubj     - x1
    stay      VERB  0 root      - x1
    ~,        PUNCT 3 punct     - x1
    ~”        PUNCT 3 punct     - x1
    Weber     PROPN 7 nsubj     B-PERSON s1 P1
    said      VERB  3 parataxis - c1
    ~.        PUNCT 3 punct     - -

    “         PUNCT 3 punct     - x2
    ~We       PRON  3 nsubj     - x2
    fight     VERB  0 root      - x2
    ~,        PUNCT 3 punct     - x2
    ~”        PUNCT 3 punct     - x2
    he        PRON  7 nsubj     - s2 P0
    added     VERB  3 parataxis - c2
    ~.        PUNCT 3 punct     - -)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 2u);
  EXPECT_EQ(words_of(record, record.statements[1].source), Words{"he"});
  EXPECT_EQ(words_of(record, record.statements[1].content), Words{"“We fight,”"});
  EXPECT_EQ(speakers_of(record), (Words{"Weber", "Weber"}));
}

TEST(Statements, AreNotMadeOfContentWithoutCueOrMarks) {
  const MadeDocument made(R"(
    Rain      NOUN  2 nsubj - x1
    fell      VERB  0 root  - x1
    ~.        PUNCT 2 punct - -)");
  EXPECT_TRUE(made.read().statements.empty());
}

TEST(Statements, AreNotMadeOfACueWithoutContent) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    spoke     VERB  0 root  - c1
    ~.        PUNCT 2 punct - -)");
  const Record record = made.read();
  EXPECT_TRUE(record.statements.empty());
  EXPECT_EQ(names_of(record), Words{"Weber"});
}

TEST(Statements, ComeInTheOrderOfTheirFirstSpans) {
  // The model may name the cues in any order; the first statement begins with its content.
  const MadeDocument made(R"(
    Talks     NOUN  2 nsubj     - x2
    failed    VERB  0 root      - x2
    ~,        PUNCT 2 punct     - -
    Weber     PROPN 5 nsubj     B-PERSON s2
    said      VERB  2 parataxis - c2
    ~.        PUNCT 2 punct     - -

    Braun     PROPN 2 nsubj     B-PERSON s1
    said      VERB  0 root      - c1
    they      PRON  4 nsubj     - x1
    continue  VERB  2 ccomp     - x1
    ~.        PUNCT 2 punct     - -)");
  const Record record = made.read();
  EXPECT_EQ(speakers_of(record), (Words{"Weber", "Braun"}));
}

TEST(Statements, HaveNoSourceThatSpeaksOnlyInTheNextSentence) {
  const Record record = MadeDocument(R"(
    Talks   NOUN  2 nsubj  -        -
    opened  VERB  0 root   -        -
    to      PART  4 mark   -        c1
    discuss VERB  2 advcl  -        c1
    gas     NOUN  4 obj    -        x1

    Weber   PROPN 2 nsubj  B-PERSON s1
    left    VERB  0 root   -        -)").read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_FALSE(record.statements[0].actor);
}

TEST(Statements, AreNotMadeByNobody) {
  const auto claims = [](const std::string& one) {
    return MadeDocument("No DET 2 det - s1\n" + one + R"( NOUN 3 nsubj - s1
    claimed VERB 0 root - c1
    it      PRON 3 obj  - x1)").read().statements.size();
  };
  EXPECT_EQ(claims("one"), 0u);
  EXPECT_EQ(claims("minister"), 1u);
}

// "Acme said so. Weber offered help", where the model links the offer to Acme.
TEST(Statements, AreOfTheSubjectWhereTheModelLinksThemToAnotherSentence) {
  MadeDocument made(R"(
    Acme    PROPN 2 nsubj  B-ORG    s1
    said    VERB  0 root   -        c1
    so      ADV   2 advmod -        x1

    Weber   PROPN 2 nsubj  B-PERSON -
    offered VERB  0 root   -        c2
    help    NOUN  2 obj    -        x2)");
  made.document().attribution[3].link = 0;
  EXPECT_EQ(speakers_of(made.read()), (Words{"Acme", "Weber"}));
}

}  // namespace
}  // namespace tacitus
