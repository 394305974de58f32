// Statements inside statements: which are told, and by whom.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"
#include "read/statements/statements.h"

namespace tacitus {
namespace {

TEST(Nesting, NamesTheStatementWhoseContentHoldsAnother) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    said      VERB  0 root  - c1
    that      SCONJ 6 mark  - x1
    doctors   NOUN  6 nsubj - x1/s10
    had       AUX   6 aux   - x1
    warned    VERB  2 ccomp - x1/c10
    that      SCONJ 9 mark  - x1/x10
    masks     NOUN  9 nsubj - x1/x10
    help      VERB  6 ccomp - x1/x10
    ~.        PUNCT 2 punct - -)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 2u);
  EXPECT_FALSE(record.statements[0].within);
  EXPECT_EQ(record.statements[1].within, 0u);
  EXPECT_EQ(words_of(record, record.statements[0].content),
            Words{"that doctors had warned that masks help"});
  EXPECT_EQ(words_of(record, record.statements[1].source), Words{"doctors"});
  EXPECT_EQ(words_of(record, record.statements[1].content), Words{"that masks help"});
}

TEST(Nesting, DropsInnerStatementsWithoutAWordOfReporting) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    said      VERB  0 root  - c1
    that      SCONJ 5 mark  - x1
    doctors   NOUN  5 nsubj - x1/s10
    carried   VERB  2 ccomp - x1/c10
    masks     NOUN  5 obj   - x1/x10
    ~.        PUNCT 2 punct - -)");
  EXPECT_EQ(made.read().statements.size(), 1u);
}

TEST(Nesting, DropsInnerStatementsWithoutASource) {
  const MadeDocument made(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    said      VERB  0 root  - c1
    it        PRON  5 nsubj - x1
    was       AUX   5 aux   - x1
    reported  VERB  2 ccomp - x1/c10
    masks     NOUN  7 nsubj - x1/x10
    help      VERB  5 ccomp - x1/x10
    ~.        PUNCT 2 punct - -)");
  EXPECT_EQ(made.read().statements.size(), 1u);
}

TEST(Nesting, DropsWhatASpeakerSaysOfHimselfAndHisHearers) {
  for (const std::string own : {"I", "we", "you", "that"}) {
    const MadeDocument made(R"(
      Weber   PROPN 2 nsubj B-PERSON s1
      said    VERB  0 root  - c1
      )" + own + R"( PRON 4 nsubj - x1/s10
      say     VERB  2 ccomp - x1/c10
      masks   NOUN  6 nsubj - x1/x10
      help    VERB  4 ccomp - x1/x10
      ~.      PUNCT 2 punct - -)");
    EXPECT_EQ(made.read().statements.size(), 1u) << own;
  }
}

TEST(Nesting, TakesNoNoticeOfTheInnerLayerOutsideOfContents) {
  const MadeDocument made(R"(
    Doctors   NOUN  2 nsubj - s10
    warned    VERB  0 root  - c10
    that      SCONJ 5 mark  - x10
    masks     NOUN  5 nsubj - x10
    help      VERB  2 ccomp - x10
    ~.        PUNCT 2 punct - -)");
  EXPECT_TRUE(made.read().statements.empty());
}

// Two statements of the outer layer whose contents hold each other's cues.
MadeDocument& hold_each_other(MadeDocument& made) {
  Document& document = made.document();
  document.attribution.clear();
  const auto add = [&](std::uint32_t first, std::uint32_t end, Role role, std::uint32_t link) {
    document.attribution.push_back({first, end, role, 0, link, 1});
  };
  add(0, 1, Role::kCue, kNone);
  add(2, 3, Role::kCue, kNone);
  add(1, 5, Role::kContent, 0);
  add(0, 2, Role::kContent, 1);
  return made;
}

TEST(Nesting, CutsStatementsThatHoldEachOther) {
  MadeDocument made(R"(
    says      VERB 0 root
    he        PRON 1 nsubj
    says      VERB 1 ccomp
    she       PRON 3 nsubj
    says      VERB 3 ccomp)");
  const Record record = hold_each_other(made).read();
  ASSERT_EQ(record.statements.size(), 2u);
  const auto& statements = record.statements;
  EXPECT_NE(statements[0].within.has_value(), statements[1].within.has_value());
}

TEST(Nesting, HoldsNoStatementInItself) {
  MadeDocument made(R"(
    says      VERB 0 root
    he        PRON 1 nsubj
    goes      VERB 1 ccomp)");
  made.document().attribution = {{0, 1, Role::kCue, 0, kNone, 1}, {0, 3, Role::kContent, 0, 0, 1}};
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 1u);
  EXPECT_FALSE(record.statements[0].within);
}

TEST(Nesting, TellsASpeechInsideAQuotation) {
  const MadeDocument made(R"(
    “         PUNCT 3  punct - x1
    ~Doctors  NOUN  3  nsubj - x1/s10
    say       VERB  0  root  - x1/c10
    ‘         PUNCT 5  punct - x1/x10
    ~stay     VERB  3  ccomp - x1/x10
    home      ADV   5  advmod - x1/x10
    ~’        PUNCT 5  punct - x1/x10
    ~,        PUNCT 3  punct - x1
    ~”        PUNCT 3  punct - x1
    Weber     PROPN 11 nsubj B-PERSON s1
    said      VERB  3  parataxis - c1
    ~.        PUNCT 3  punct - -)");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 2u);
  EXPECT_EQ(words_of(record, record.statements[0].quoted), Words{"Doctors say ‘stay home’,"});
  EXPECT_EQ(record.statements[0].kind, StatementKind::kDirect);
  EXPECT_EQ(words_of(record, record.statements[1].quoted), Words{"stay home"});
  EXPECT_EQ(record.statements[1].kind, StatementKind::kDirect);
  EXPECT_EQ(record.statements[1].within, 0u);
}

// A doctors' warning inside what Weber says, with the words that are put in its place.
std::size_t told(const std::string& source, const std::string& cue,
                 const std::string& content = R"(
      masks   NOUN  #+1 nsubj - x1/x10
      help    VERB  4 ccomp - x1/x10)") {
  std::string columns = R"(
      Weber   PROPN 2 nsubj B-PERSON s1
      said    VERB  0 root  - c1
      )" + source + R"( 4 nsubj - x1/s10
      )" + cue + R"( 2 ccomp - x1/c10)" + content + R"(
      ~.      PUNCT 2 punct - -)";
  if (const std::size_t at = columns.find("#+1"); at != std::string::npos) {
    columns.replace(at, 3, "6");
  }
  return MadeDocument(columns).read().statements.size();
}

TEST(Nesting, KeepsWhatSomebodyElseIsSaidToHaveSaid) {
  EXPECT_EQ(told("doctors NOUN", "warned VERB"), 2u);
  EXPECT_EQ(told("lawyers NOUN", "denied VERB"), 2u);
}

TEST(Nesting, DropsWhatOthersAreSaidToThink) {
  EXPECT_EQ(told("doctors NOUN", "think VERB"), 1u);
  EXPECT_EQ(told("Keller PROPN", "hopes VERB"), 1u);
}

TEST(Nesting, DropsWhatNobodyInParticularSays) {
  EXPECT_EQ(told("people NOUN", "say VERB"), 1u);
  EXPECT_EQ(told("they PRON", "say VERB"), 1u);
  EXPECT_EQ(told("who PRON", "say VERB"), 1u);
}

TEST(Nesting, DropsThingsThatAreNamedButNotSaid) {
  EXPECT_EQ(told("doctors NOUN", "demanded VERB", R"(
      masks   NOUN  4 obj - x1/x10)"),
            1u);
}

TEST(Nesting, DropsWhatWasNotSaidOrWouldBe) {
  const auto with = [](const char* helper) {
    return MadeDocument(std::string(R"(
      Weber   PROPN 2 nsubj B-PERSON s1
      said    VERB  0 root  - c1
      doctors NOUN  5 nsubj - x1/s10
      )") + helper + R"( AUX 5 aux - x1/c10
      said    VERB  2 ccomp - x1/c10
      masks   NOUN  7 nsubj - x1/x10
      help    VERB  5 ccomp - x1/x10
      ~.      PUNCT 2 punct - -)")
        .read()
        .statements.size();
  };
  EXPECT_EQ(with("had"), 2u);
  EXPECT_EQ(with("never"), 1u);
  EXPECT_EQ(with("would"), 1u);
  EXPECT_EQ(with("will"), 1u);
  EXPECT_EQ(with("might"), 1u);
}

}  // namespace
}  // namespace tacitus
