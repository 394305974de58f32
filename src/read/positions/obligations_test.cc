// Positions in what must be, what is needed and what somebody will do.
#include <gtest/gtest.h>

#include "read/positions/made_positions.h"

namespace tacitus {
namespace {

TEST(Obligations, AskForWhatMustBe) {
  EXPECT_EQ(told_by(
      "\" PUNCT 4 punct - x1\n"
      "~There PRON 4 expl - x1\n"
      "should AUX 4 aux - x1\n"
      "be VERB 13 ccomp - x1\n"
      "an DET 6 det - x1\n"
      "inquiry NOUN 4 nsubj - x1\n"
      "into ADP 9 case - x1\n"
      "the DET 9 det - x1\n"
      "floods NOUN 6 nmod - x1\n"
      "~, PUNCT 4 punct - x1\n"
      "~\" PUNCT 4 punct - x1\n"
      "Weber PROPN 13 nsubj B-PERSON - P1\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 13 punct - -\n"),
      Words{"Weber demand: an inquiry into the floods"});
}

TEST(Obligations, AskForWhatItIsTimeFor) {
  EXPECT_EQ(told_by(
      "\" PUNCT 4 punct - x1\n"
      "~It PRON 4 expl - x1\n"
      "is AUX 4 cop - x1\n"
      "time NOUN 12 ccomp - x1\n"
      "to PART 6 mark - x1\n"
      "close VERB 4 acl - x1\n"
      "the DET 8 det - x1\n"
      "mine NOUN 6 obj - x1\n"
      "~, PUNCT 4 punct - x1\n"
      "~\" NOUN 4 punct - x1\n"
      "Weber PROPN 12 nsubj B-PERSON - P1\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 12 punct - -\n"),
      Words{"Weber demand: closing the mine"});
}

TEST(Obligations, AskForWhatLetUsSays) {
  EXPECT_EQ(told_by(
      "\" PUNCT 2 punct - x1\n"
      "~Let VERB 10 ccomp - x1\n"
      "us PRON 2 obj - x1 P1\n"
      "end VERB 2 xcomp - x1\n"
      "this DET 6 det - x1\n"
      "war NOUN 4 obj - x1\n"
      "~, PUNCT 2 punct - x1\n"
      "~\" PUNCT 2 punct - x1\n"
      "Weber PROPN 10 nsubj B-PERSON - P2\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 10 punct - -\n"),
      Words{"Weber demand: ending this war"});
}

TEST(Obligations, OpposeWhatShouldNeverHaveBeen) {
  EXPECT_EQ(told_by(
      "\" PUNCT 7 punct - x1\n"
      "~The DET 3 det - x1\n"
      "war NOUN 7 nsubj - x1\n"
      "should AUX 7 aux - x1\n"
      "never ADV 7 advmod - x1\n"
      "have AUX 7 aux - x1\n"
      "happened VERB 10 ccomp - x1\n"
      "~, PUNCT 7 punct - x1\n"
      "~\" PUNCT 7 punct - x1\n"
      "said VERB 0 root - c1\n"
      "Weber PROPN 10 nsubj B-PERSON - P1\n"
      "~. PUNCT 11 punct - -\n"),
      Words{"Weber oppose: the war"});
}

TEST(Obligations, OpposeWhatIsNotNeeded) {
  EXPECT_EQ(told_by(
      "\" PUNCT 5 punct - x1\n"
      "~We PRON 5 nsubj - x1 O1\n"
      "do AUX 5 aux - x1\n"
      "not PART 5 advmod - x1\n"
      "need VERB 10 ccomp - x1\n"
      "a DET 7 det - x1\n"
      "wall NOUN 5 obj - x1\n"
      "~, PUNCT 5 punct - x1\n"
      "~\" NOUN 5 punct - x1\n"
      "said VERB 0 root - c1\n"
      "Weber PROPN 10 nsubj B-PERSON - P1\n"
      "~. PUNCT 11 punct - -\n"),
      Words{"Weber oppose: a wall"});
}

TEST(Obligations, SupportWhatSomebodyWillDo) {
  EXPECT_EQ(told_by(
      "\" PUNCT 4 punct - x1\n"
      "~We PRON 4 nsubj - x1 O1\n"
      "~'re AUX 4 aux - x1\n"
      "going VERB 14 ccomp - x1\n"
      "to PART 6 mark - x1\n"
      "build VERB 4 xcomp - x1\n"
      "a DET 8 det - x1\n"
      "bridge NOUN 6 obj - x1\n"
      "to ADP 10 case - x1\n"
      "Denmark PROPN 8 nmod B-GPE x1 L1\n"
      "~, PUNCT 4 punct - x1\n"
      "~\" NOUN 4 punct - x1\n"
      "Weber PROPN 14 nsubj B-PERSON - P1\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 14 punct - -\n"),
      Words{"Weber support: building a bridge to Denmark"});
}

TEST(Obligations, RejectWhatSomebodyWillNotDo) {
  const auto we_will = [](std::string_view word) {
    return told_by(
        "\" PUNCT 5 punct - x1\n"
        "~We PRON 5 nsubj - x1 O1\n"
        "will AUX 5 aux - x1\n" +
        std::string(word) + " 5 advmod - x1\n"
        "negotiate VERB 10 ccomp - x1\n"
        "under ADP 7 case - x1\n"
        "pressure NOUN 5 obl - x1\n"
        "~\" PUNCT 5 punct - x1\n"
        "Weber PROPN 10 nsubj B-PERSON s1 P1\n"
        "said VERB 0 root - c1\n"
        "~. PUNCT 10 punct - -\n");
  };
  EXPECT_EQ(we_will("not PART"), Words{"Weber reject: negotiating under pressure"});
  EXPECT_EQ(we_will("then ADV"), Words{});
}

TEST(Obligations, TakeNoForecastForADemand) {
  EXPECT_EQ(told_by(
      "\" PUNCT 5 punct - x1\n"
      "~The DET 3 det - x1\n"
      "bank NOUN 5 nsubj - x1 O1\n"
      "will AUX 5 aux - x1\n"
      "have VERB 17 ccomp - x1\n"
      "to PART 7 mark - x1\n"
      "decide VERB 5 xcomp - x1\n"
      "which PRON 7 obj - x1\n"
      "of ADP 11 case - x1\n"
      "the DET 11 det - x1\n"
      "loans NOUN 8 nmod - x1\n"
      "it PRON 13 nsubj - x1\n"
      "sells VERB 11 acl:relcl - x1\n"
      "~, PUNCT 5 punct - x1\n"
      "~\" PUNCT 5 punct - x1\n"
      "Weber PROPN 17 nsubj B-PERSON - P1\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 17 punct - -\n"),
      Words{});
}

TEST(Obligations, TakeNoConditionForADemand) {
  EXPECT_EQ(told_by(
      "\" PUNCT 5 punct - x1\n"
      "~Should AUX 5 aux - x1\n"
      "these PRON 4 det - x1\n"
      "strikes NOUN 5 nsubj - x1\n"
      "go VERB 17 ccomp - x1\n"
      "on ADP 5 compound:prt - x1\n"
      "~, PUNCT 5 punct - x1\n"
      "our PRON 9 nmod:poss - x1 O1\n"
      "answer NOUN 12 nsubj - x1\n"
      "will AUX 12 aux - x1\n"
      "be AUX 12 cop - x1\n"
      "firm ADJ 17 ccomp - x1\n"
      "~, PUNCT 5 punct - x1\n"
      "~\" PUNCT 5 punct - x1\n"
      "the DET 16 det - -\n"
      "ministry NOUN 17 nsubj - - O2\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 17 punct - -\n"),
      Words{});
}

TEST(Positions, SayWhatIsToBeDoneWithWhatAPronounMeans) {
  const std::string kSaid =
      "it      PRON  4 nsubj:pass - x1\n"
      "should  AUX   4 aux   - x1\n"
      "be      AUX   4 aux:pass - x1\n"
      "stopped VERB  6 ccomp - x1\n"
      "Weber   PROPN 6 nsubj B-PERSON s1\n"
      "said    VERB  0 root  - c1\n";
  EXPECT_EQ(told_by(kSaid), Words{});
  EXPECT_EQ(told_by("Spain   PROPN 2 nsubj B-GPE\n"
                    "began   VERB  0 root  -\n"
                    "the     DET   5 det   -\n"
                    "harbour NOUN  5 compound -\n"
                    "works   NOUN  2 obj   -\n"
                    "\n" + kSaid),
            Words{"Weber demand: the harbour works being stopped"});
}

}  // namespace
}  // namespace tacitus
