// Who holds a position, and on what, where a sentence tells it in another way than most.
#include <gtest/gtest.h>

#include "read/positions/made_positions.h"

namespace tacitus {
namespace {

TEST(Positions, AreOfCriticsWhoAreNotNamed) {
  EXPECT_EQ(told_by("Critics NOUN 5 nsubj - s1\n"
                    "of      ADP  4 case  - s1\n"
                    "the     DET  4 det   - s1\n"
                    "pact    NOUN 1 nmod  - s1\n"
                    "said    VERB 0 root  - c1\n"
                    "it      PRON 7 nsubj - x1\n"
                    "failed  VERB 5 ccomp - x1\n"
                    "~.      PUNCT 5 punct - -\n"),
            Words{"Critics of the pact oppose: the pact"});
}

TEST(Positions, AreOnWhoHasSupportersAndNotOnTheirMark) {
  EXPECT_EQ(told_by("Weber      PROPN 3 nmod:poss B-PERSON\n"
                    "~'s        PART  1 case  -\n"
                    "supporters NOUN  4 nsubj -\n"
                    "gathered   VERB  0 root  -\n"
                    "~.         PUNCT 4 punct -\n"),
            Words{"Weber's supporters support: Weber"});
}

TEST(Positions, AreOfOneOfSeveralSupporters) {
  EXPECT_EQ(told_by("Clara      PROPN 9 nsubj B-PERSON\n"
                    "Lang       PROPN 1 flat  I-PERSON\n"
                    "~,         PUNCT 4 punct -\n"
                    "one        NUM   1 appos -\n"
                    "of         ADP   8 case  -\n"
                    "Weber      PROPN 8 nmod:poss B-PERSON\n"
                    "~'s        PART  6 case  -\n"
                    "supporters NOUN  4 nmod  -\n"
                    "smiled     VERB  0 root  -\n"
                    "~.         PUNCT 9 punct -\n"),
            Words{"Clara Lang support: Weber"});
}

TEST(Positions, AreOfThePersonWhoIsNamedBesideAnOffice) {
  EXPECT_EQ(told_by("The      DET   2 det   -\n"
                    "host     NOUN  5 nsubj -\n"
                    "Karl     PROPN 2 appos B-PERSON\n"
                    "Weber    PROPN 3 flat  I-PERSON\n"
                    "supports VERB  0 root  -\n"
                    "the      DET   7 det   -\n"
                    "pact     NOUN  5 obj   -\n"
                    "~.       PUNCT 5 punct -\n"),
            Words{"Karl Weber support: the pact"});
}

TEST(Positions, AskOfWhomTheTreeHasAsAReceiver) {
  EXPECT_EQ(told_by("France PROPN 3 nsubj B-GPE\n"
                    "is     AUX   3 aux   -\n"
                    "asking VERB  0 root  -\n"
                    "donors NOUN  3 iobj  -\n"
                    "to     PART  6 mark  -\n"
                    "stay   VERB  3 xcomp -\n"
                    "away   ADV   6 advmod -\n"
                    "~.     PUNCT 3 punct -\n"),
            Words{"France demand: donors staying away"});
}

TEST(Positions, AreOnWhatIsCalledForWhereAnInfinitiveTellsItsUse) {
  EXPECT_EQ(told_by("France PROPN 2 nsubj B-GPE\n"
                    "called VERB  0 root  -\n"
                    "for    ADP   5 case  -\n"
                    "a      DET   5 det   -\n"
                    "levy   NOUN  2 obl   -\n"
                    "to     PART  7 mark  -\n"
                    "fund   VERB  2 advcl -\n"
                    "schools NOUN 7 obj   -\n"
                    "~.     PUNCT 2 punct -\n"),
            Words{"France demand: a levy"});
}

TEST(Positions, AreNotToldByAVerbThatAParticleMakesAnother) {
  EXPECT_TRUE(told_by("France PROPN 2 nsubj B-GPE\n"
                      "backed VERB  0 root  -\n"
                      "off    ADP   2 compound:prt -\n"
                      "the    DET   5 det   -\n"
                      "pact   NOUN  2 obj   -\n"
                      "~.     PUNCT 2 punct -\n").empty());
}

TEST(Positions, AreNotWhatSomebodyUsedToSupport) {
  EXPECT_TRUE(told_by("France  PROPN 2 nsubj B-GPE\n"
                      "used    VERB  0 root  -\n"
                      "to      PART  4 mark  -\n"
                      "support VERB  2 xcomp -\n"
                      "the     DET   6 det   -\n"
                      "pact    NOUN  4 obj   -\n"
                      "~.      PUNCT 2 punct -\n").empty());
}

TEST(Positions, AreAgainstWhatIsCriticisedWhateverItIsCriticisedAs) {
  EXPECT_EQ(told_by("France      PROPN 2 nsubj B-GPE\n"
                    "criticised  VERB  0 root  -\n"
                    "the         DET   4 det   -\n"
                    "pact        NOUN  2 obj   -\n"
                    "as          ADP   6 case  -\n"
                    "important   ADJ   2 obl   -\n"
                    "~.          PUNCT 2 punct -\n"),
            Words{"France oppose: the pact"});
}

TEST(Positions, AreForWhatSomebodyHasAsAnAim) {
  EXPECT_EQ(told_by("France PROPN 3 nmod:poss B-GPE\n"
                    "~'s    PART  1 case  -\n"
                    "aim    NOUN  6 nsubj -\n"
                    "is     AUX   6 cop   -\n"
                    "to     PART  6 mark  -\n"
                    "cut    VERB  0 root  -\n"
                    "taxes  NOUN  6 obj   -\n"
                    "~.     PUNCT 6 punct -\n"),
            Words{"France support: cutting taxes"});
}

TEST(Positions, AreNotOnAnOfficeThatIsRunFor) {
  EXPECT_TRUE(told_by("Weber     PROPN 2 nsubj B-PERSON\n"
                      "campaigned VERB 0 root  -\n"
                      "for       ADP   4 case  -\n"
                      "president NOUN  2 obl   -\n"
                      "~.        PUNCT 2 punct -\n").empty());
}

TEST(Positions, LeaveOutWhatACommaOnlyAdds) {
  EXPECT_EQ(told_by("France  PROPN 2 nsubj B-GPE\n"
                    "opposes VERB  0 root  -\n"
                    "the     DET   4 det   -\n"
                    "pact    NOUN  2 obj   -\n"
                    "~,      PUNCT 8 punct -\n"
                    "which   PRON  8 obj   -\n"
                    "Spain   PROPN 8 nsubj B-GPE\n"
                    "signed  VERB  4 acl:relcl -\n"
                    "~.      PUNCT 2 punct -\n"),
            (Words{"France oppose: the pact", "Spain accept: the pact"}));
}

TEST(Positions, AreOnSumsToo) {
  EXPECT_EQ(told_by("France   PROPN 2 nsubj B-GPE\n"
                    "proposed VERB  0 root  -\n"
                    "$        SYM   2 obj   -\n"
                    "~5       NUM   5 compound -\n"
                    "billion  NUM   3 nummod -\n"
                    "in       ADP   7 case  -\n"
                    "aid      NOUN  3 nmod  -\n"
                    "~.       PUNCT 2 punct -\n"),
            Words{"France support: $5 billion in aid"});
}

TEST(Positions, AreOfThePersonWhoseSentenceItWasWhereAPronounIsOpen) {
  const Words told = told_by("Weber     PROPN 2 nsubj B-PERSON\n"
                             "said      VERB  0 root  - \n"
                             "Lang      PROPN 4 nsubj B-PERSON\n"
                             "won       VERB  2 ccomp -\n"
                             "~.        PUNCT 2 punct -\n"
                             "\n"
                             "He        PRON  2 nsubj -\n"
                             "praised   VERB  0 root  -\n"
                             "the       DET   4 det   -\n"
                             "pact      NOUN  2 obj   -\n"
                             "~.        PUNCT 2 punct -\n");
  EXPECT_EQ(told, Words{"Weber support: the pact"});
}

TEST(Positions, AreOfNoGroupOfWhomAClauseOnlySaysWhichWouldBeMeant) {
  const auto group = [](std::string_view verb, std::string_view det) {
    return told_by("Norway     PROPN 2 nsubj B-GPE\n" + std::string(verb) + std::string(det) +
                   "farmers    NOUN  4 obj   - - O1\n"
                   "who        PRON  8 nsubj -\n"
                   "oppose     VERB  6 acl:relcl -\n"
                   "the        DET   10 det   -\n"
                   "dam        NOUN  8 obj   -\n");
  };
  const std::string_view kWill = "plans VERB 0 root -\nto PART 4 mark -\nfine VERB 2 xcomp -\n";
  const std::string_view kDid = "has AUX 4 aux -\nalso ADV 4 advmod -\nfined VERB 0 root -\n";
  EXPECT_EQ(group(kWill, "hill NOUN 6 compound -\n"), Words{"Norway support: fining hill farmers who oppose the dam"});
  EXPECT_EQ(group(kWill, "the DET 6 det -\n"),
            (Words{"Norway support: fining the farmers who oppose the dam", "farmers oppose: the dam"}));
  EXPECT_EQ(group(kDid, "hill NOUN 6 compound -\n"), Words{"hill farmers oppose: the dam"});
  EXPECT_EQ(group(kDid, "any DET 6 det -\n"), Words{});
}

TEST(Positions, AreOfTheSpeakerRatherThanOfSomebodyUnnamedBefore) {
  EXPECT_EQ(told_by("A         DET   2 det   - s1\n"
                    "spokesman NOUN  3 nsubj - s1 P1\n"
                    "said      VERB  0 root  - c1\n"
                    "costs     NOUN  5 nsubj - x1\n"
                    "rose      VERB  3 ccomp - x1\n"
                    "\n"
                    "Asked    VERB  7 advcl -\n"
                    "whether  SCONJ 4 mark  -\n"
                    "he       PRON  4 nsubj - - P1\n"
                    "agreed   VERB  1 ccomp -\n"
                    "Karl     PROPN 7 nsubj B-PERSON s2 P2\n"
                    "Weber    PROPN 5 flat  I-PERSON s2 P2\n"
                    "said     VERB  0 root  - c2\n"
                    "he       PRON  9 nsubj - x2 P1\n"
                    "waited   VERB  7 ccomp - x2\n"
                    "but      CCONJ 11 cc   - x2\n"
                    "opposed  VERB  9 conj  - x2\n"
                    "the      DET   14 det  - x2\n"
                    "rail     NOUN  14 compound - x2\n"
                    "plan     NOUN  11 obj  - x2\n"),
            Words{"Karl Weber oppose: the rail plan"});
}

TEST(Positions, AreNotOfSeveralWhoSayThatItWantsSomething) {
  const auto wants = [](std::string_view who) {
    return told_by("Doctors NOUN  2 nsubj - s1 P1\n"
                   "say     VERB  0 root  - c1\n" + std::string(who) +
                   "want    VERB  2 ccomp - x1\n"
                   "to      PART  6 mark  - x1\n"
                   "close   VERB  4 xcomp - x1\n"
                   "the     DET   8 det   - x1\n"
                   "wards   NOUN  6 obj   - x1\n");
  };
  EXPECT_EQ(wants("it   PRON 4 nsubj - x1\n"), Words{});
  EXPECT_EQ(wants("they PRON 4 nsubj - x1\n"), Words{"Doctors support: closing the wards"});
}

}  // namespace
}  // namespace tacitus
