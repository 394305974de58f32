// Contents that the model has left unmarked beside their cue.
#include "read/statements/overlooked.h"

#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

Words contents(std::string_view columns) {
  const Record record = MadeDocument(columns).read();
  Words out;
  for (const Statement& statement : record.statements) {
    for (const std::string_view words : words_of(record, statement.content)) out.emplace_back(words);
  }
  return out;
}

TEST(OverlookedContents, AreTheClauseInFrontOfSpeakerAndVerb) {
  // The sentence's stop hangs from the clause, as the parser has it now and then.
  EXPECT_EQ(contents(R"(
    Talks    NOUN  3 nsubj     -       -
    still    ADV   3 advmod    -       -
    run      VERB  7 ccomp     -       -
    ~,       PUNCT 3 punct     -       -
    Jane     PROPN 7 nsubj     B-PERSON s1
    Roe      PROPN 5 flat      I-PERSON s1
    told     VERB  0 root      -       c1
    a        DET   9 det       -       -
    briefing NOUN  7 obj       -       -
    ~.       PUNCT 3 punct     -       -)"),
            Words{"Talks still run"});
}

TEST(OverlookedContents, AreTheClauseBehindAVerbOfReporting) {
  EXPECT_EQ(contents(R"(
    Jane     PROPN 3 nsubj     B-PERSON s1
    Roe      PROPN 1 flat      I-PERSON s1
    said     VERB  0 root      -       c1
    that     SCONJ 6 mark      -       -
    talks    NOUN  6 nsubj     -       -
    run      VERB  3 ccomp     -       -
    ~.       PUNCT 3 punct     -       -)"),
            Words{"that talks run"});
}

TEST(OverlookedContents, AreNotTakenWhereNobodyReports) {
  // A verb that is none of reporting; no speaker; a clause that does not open the sentence.
  EXPECT_TRUE(contents(R"(
    Talks    NOUN  3 nsubj     -       -
    still    ADV   3 advmod    -       -
    run      VERB  7 ccomp     -       -
    ~,       PUNCT 3 punct     -       -
    Jane     PROPN 7 nsubj     B-PERSON s1
    Roe      PROPN 5 flat      I-PERSON s1
    ate      VERB  0 root      -       c1
    ~.       PUNCT 7 punct     -       -)")
                  .empty());
  EXPECT_TRUE(contents(R"(
    Talks    NOUN  3 nsubj     -       -
    still    ADV   3 advmod    -       -
    run      VERB  6 ccomp     -       -
    ~,       PUNCT 3 punct     -       -
    it       PRON  6 expl      -       -
    seemed   VERB  0 root      -       c1
    ~.       PUNCT 6 punct     -       -)")
                  .empty());
  EXPECT_TRUE(contents(R"(
    Perhaps  ADV   8 advmod    -       -
    talks    NOUN  4 nsubj     -       -
    still    ADV   4 advmod    -       -
    run      VERB  8 ccomp     -       -
    ~,       PUNCT 4 punct     -       -
    Jane     PROPN 8 nsubj     B-PERSON s1
    Roe      PROPN 6 flat      I-PERSON s1
    told     VERB  0 root      -       c1
    us       PRON  8 obj       -       -
    ~.       PUNCT 8 punct     -       -)")
                  .empty());
}

TEST(OverlookedContents, GiveWayToWhatTheModelHasMarkedThere) {
  // What stands in front is somebody else's statement.
  EXPECT_EQ(contents(R"(
    The      DET   2 det       -       s2
    mayor    NOUN  3 nsubj     -       s2
    claims   VERB  8 ccomp     -       c2
    a        DET   5 det       -       x2
    victory  NOUN  3 obj       -       x2
    ~,       PUNCT 3 punct     -       -
    Roe      PROPN 8 nsubj     B-PERSON s1
    told     VERB  0 root      -       c1
    us       PRON  8 obj       -       -
    ~.       PUNCT 8 punct     -       -)"),
            Words{"a victory"});
}

}  // namespace
}  // namespace tacitus
