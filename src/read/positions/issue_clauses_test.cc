// How clauses become issues.
#include <gtest/gtest.h>

#include "read/positions/made_positions.h"

namespace tacitus {
namespace {

TEST(Issues, WriteWhatSomebodyIsAccusedOfOnce) {
  // The tree hangs the ing-form from whom it tells of.
  EXPECT_EQ(told_by("Norway    PROPN 2 nsubj B-GPE\n"
                    "accuses   VERB  0 root  -\n"
                    "Moldova   PROPN 2 obj   B-GPE\n"
                    "of        ADP   5 case  -\n"
                    "siphoning VERB  3 nmod  -\n"
                    "off       ADP   5 compound:prt -\n"
                    "fuel      NOUN  5 obj   -\n"),
            Words{"Norway oppose: Moldova siphoning off fuel"});
}

TEST(Issues, GiveAnIngFormToVerbsThatEndLikeOne) {
  EXPECT_EQ(told_by("Weber    PROPN 2 nsubj B-PERSON\n"
                    "promised VERB  0 root  -\n"
                    "to       PART  4 mark  -\n"
                    "bring    VERB  2 xcomp -\n"
                    "home     ADV   4 advmod -\n"
                    "the      DET   7 det   -\n"
                    "troops   NOUN  4 obj   -\n"),
            Words{"Weber support: bringing home the troops"});
}

TEST(Issues, GiveAnIngFormToWhatIsWantedInASubjunctive) {
  EXPECT_EQ(told_by("Norway      PROPN 2 nsubj B-GPE\n"
                    "recommended VERB  0 root  -\n"
                    "that        SCONJ 5 mark  -\n"
                    "Spain       PROPN 5 nsubj B-GPE\n"
                    "widen       VERB  2 ccomp -\n"
                    "the         DET   7 det   -\n"
                    "canal       NOUN  5 obj   -\n"),
            Words{"Norway support: Spain widening the canal"});
  EXPECT_EQ(told_by("Norway     PROPN 2 nsubj B-GPE\n"
                    "demanded   VERB  0 root  -\n"
                    "that       SCONJ 6 mark  -\n"
                    "parliament NOUN  6 nsubj:pass -\n"
                    "be         AUX   6 aux:pass -\n"
                    "consulted  VERB  2 ccomp -\n"),
            Words{"Norway demand: parliament being consulted"});
  // What is so stays as it stands.
  EXPECT_EQ(told_by("Norway  PROPN 2 nsubj B-GPE\n"
                    "denied  VERB  0 root  -\n"
                    "that    SCONJ 5 mark  -\n"
                    "Spain   PROPN 5 nsubj B-GPE\n"
                    "sent    VERB  2 ccomp -\n"
                    "a       DET   7 det   -\n"
                    "warning NOUN  5 obj   -\n"),
            Words{"Norway deny: Spain sent a warning"});
}

TEST(Issues, TakeWhatStandsRightBehindAVerbThatHasNothingElse) {
  EXPECT_EQ(told_by("Norway  PROPN 2 nsubj B-GPE\n"
                    "accused VERB  0 root  -\n"
                    "Spain   PROPN 2 obj   B-GPE\n"
                    "of      ADP   5 mark  -\n"
                    "hiding  VERB  3 nmod  -\n"
                    "papers  NOUN  2 obj   -\n"),
            Words{"Norway oppose: Spain hiding papers"});
  EXPECT_EQ(told_by("Norway  PROPN 2 nsubj B-GPE\n"
                    "offered VERB  0 root  -\n"
                    "to      PART  4 mark  -\n"
                    "train   VERB  2 xcomp -\n"
                    "pilots  NOUN  2 obj   -\n"),
            Words{"Norway offer: training pilots"});
}

TEST(Issues, EndANounsClauseBeforeWhatIsJoinedBehindAComma) {
  EXPECT_EQ(told_by("Weber     PROPN 2 nsubj B-PERSON s1\n"
                    "denied    VERB  0 root  - c1\n"
                    "claims    NOUN  2 obj   - x1\n"
                    "that      SCONJ 7 mark  - x1\n"
                    "levees    NOUN  7 nsubj - x1\n"
                    "would     AUX   7 aux   - x1\n"
                    "break     VERB  3 acl   - x1\n"
                    "~,        PUNCT 10 punct -\n"
                    "and       CCONJ 10 cc   -\n"
                    "rejected  VERB  7 conj  -\n"
                    "calls     NOUN  10 obj  -\n"
                    "for       ADP   14 case -\n"
                    "a         DET   14 det  -\n"
                    "recount   NOUN  11 nmod -\n"),
            Words{"Weber deny: claims that levees would break"});
}

TEST(Issues, DoNotMeanThemselves) {
  const Record record = MadeDocument(R"(
    Norland  PROPN 2 nsubj B-GPE
    rejected VERB  0 root  -
    a        DET   4 det   -
    plan     NOUN  2 obj   -
    to       PART  6 mark  -
    refuse   VERB  4 acl   -
    it       PRON  6 obj   -)").read();
  EXPECT_TRUE(record.positions.empty());
}

}  // namespace
}  // namespace tacitus
