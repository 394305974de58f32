// Positions in what somebody finds good or bad, true or false.
#include <gtest/gtest.h>

#include "read/positions/made_positions.h"

namespace tacitus {
namespace {

TEST(Judgements, JudgeWhatSomebodyIsDoing) {
  EXPECT_EQ(told_by(
      "Weber PROPN 2 nsubj B-PERSON - P1\n"
      "said VERB 0 root - c1\n"
      "leaving VERB 8 csubj - x1\n"
      "Kabul PROPN 3 obj B-GPE x1 L1\n"
      "would AUX 8 aux - x1\n"
      "be AUX 8 cop - x1\n"
      "a DET 8 det - x1\n"
      "mistake NOUN 2 ccomp - x1\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Weber oppose: leaving Kabul"});
}

TEST(Judgements, TurnWithTheThinkingAbove) {
  EXPECT_EQ(told_by(
      "\" PUNCT 5 punct - x1\n"
      "~I PRON 5 nsubj - x1\n"
      "do AUX 5 aux - x1/c10\n"
      "~n't PART 5 advmod - x1/c10\n"
      "think VERB 13 ccomp - x1/c10\n"
      "Brandt PROPN 8 nsubj B-PERSON x1/x10 P1\n"
      "is AUX 8 cop - x1/x10\n"
      "fit ADJ 5 ccomp - x1/x10\n"
      "for ADP 10 case - x1/x10\n"
      "office NOUN 8 obl - x1/x10\n"
      "~, PUNCT 5 punct - x1\n"
      "~\" PUNCT 5 punct - x1\n"
      "said VERB 0 root - c1\n"
      "Weber PROPN 13 nsubj B-PERSON - P1\n"
      "~. PUNCT 14 punct - -\n"),
      Words{"Weber oppose: Brandt"});
}

TEST(Judgements, OpposeWhatIsTooMuch) {
  EXPECT_EQ(told_by(
      "Weber PROPN 2 nsubj B-PERSON - P1\n"
      "said VERB 0 root - c1\n"
      "taxes NOUN 6 nsubj - x1\n"
      "are AUX 6 cop - x1\n"
      "too ADV 6 advmod - x1\n"
      "high ADJ 2 ccomp - x1\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Weber oppose: taxes"});
}

TEST(Judgements, JudgeNothingByHowMuch) {
  EXPECT_EQ(told_by(
      "\" PUNCT 6 punct - x1\n"
      "~The DET 3 det - x1\n"
      "roads NOUN 6 nsubj - x1 L1\n"
      "are AUX 6 cop - x1\n"
      "as ADV 6 advmod - x1\n"
      "good ADJ 16 ccomp - x1\n"
      "as SCONJ 11 mark - x1\n"
      "I PRON 11 nsubj - x1 P1\n"
      "have AUX 11 aux - x1\n"
      "ever ADV 11 advmod - x1\n"
      "seen VERB 6 advcl - x1\n"
      "them PRON 11 obj - x1\n"
      "~, PUNCT 6 punct - x1\n"
      "~\" PUNCT 6 punct - x1\n"
      "Weber PROPN 16 nsubj B-PERSON - P2\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 16 punct - -\n"),
      Words{});
}

TEST(Judgements, DenyClaimsThatAreCalledFalse) {
  EXPECT_EQ(told_by(
      "Weber PROPN 2 nsubj B-PERSON - P1\n"
      "said VERB 0 root - c1\n"
      "the DET 4 det - x1\n"
      "allegations NOUN 6 nsubj - x1\n"
      "were AUX 6 cop - x1\n"
      "false ADJ 2 ccomp - x1\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Weber deny: the allegations"});
}

TEST(Judgements, JudgeWhatItWouldBeToDo) {
  EXPECT_EQ(told_by(
      "\" PUNCT 5 punct - x1\n"
      "~It PRON 5 expl - x1\n"
      "would AUX 5 aux - x1\n"
      "be AUX 5 cop - x1\n"
      "wrong ADJ 13 ccomp - x1\n"
      "to PART 7 mark - x1\n"
      "leave VERB 5 xcomp - x1\n"
      "the DET 9 det - x1\n"
      "pact NOUN 7 obj - x1\n"
      "~, PUNCT 5 punct - x1\n"
      "~\" NOUN 5 punct - x1\n"
      "Weber PROPN 13 nsubj B-PERSON - P1\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 13 punct - -\n"),
      Words{"Weber oppose: leaving the pact"});
}

TEST(Judgements, KnowWhatLiesWithSomebodyFromLies) {
  const std::string lies =
      "The DET 2 det - x1\n"
      "responsibility NOUN 3 nsubj - x1\n"
      "lies VERB 7 ccomp - x1\n";
  EXPECT_EQ(told_by(lies +
      "with ADP 5 case - x1\n"
      "them PRON 3 obl - x1\n"
      "Weber PROPN 7 nsubj B-PERSON s1\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 7 punct - -\n"),
      Words{});
}

TEST(Judgements, TurnWithAnythingBut) {
  EXPECT_EQ(told_by(
      "Weber PROPN 3 nsubj B-PERSON x1 P1\n"
      "is AUX 3 cop - x1\n"
      "anything PRON 8 ccomp - x1\n"
      "but ADP 5 case - x1\n"
      "fair ADJ 3 nmod - x1\n"
      "~, PUNCT 1 punct - -\n"
      "Brandt PROPN 8 nsubj B-PERSON - P1\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 8 punct - -\n"),
      Words{"Brandt oppose: Weber"});
}

TEST(Judgements, SeeWhatTheyDescribeAsIt) {
  EXPECT_EQ(told_by(
      "Weber PROPN 2 nsubj B-PERSON - P1\n"
      "condemned VERB 0 root - c1\n"
      "what PRON 2 obj - x1\n"
      "she PRON 5 nsubj - x1 P1\n"
      "called VERB 3 acl:relcl - x1/c10\n"
      "a DET 8 det - x1/x10\n"
      "brutal ADJ 8 amod - x1/x10\n"
      "attack NOUN 5 xcomp - x1/x10\n"
      "on ADP 11 case - x1/x10\n"
      "the DET 11 det - x1/x10\n"
      "press NOUN 8 nmod - x1/x10 O1\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Weber oppose: a brutal attack on the press"});
}

TEST(Judgements, AreOfGroupsThatNoTableNames) {
  EXPECT_EQ(told_by(
      "Critics NOUN 2 nsubj - s1\n"
      "say VERB 0 root - c1\n"
      "the DET 4 det - x1\n"
      "dam NOUN 7 nsubj - x1 L1\n"
      "is AUX 7 cop - x1\n"
      "a DET 7 det - x1\n"
      "disgrace NOUN 2 ccomp - x1\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Critics oppose: the dam"});
}

}  // namespace
}  // namespace tacitus
