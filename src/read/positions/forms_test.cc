// Positions in the many forms of words that tell them; the trees are as the model gives them, errors and all.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

Words told_by(std::string_view columns) {
  constexpr std::string_view kStances[] = {"support", "oppose", "accept", "reject", "demand",
                                           "threaten", "offer", "open", "deny", "undecided"};
  const MadeDocument made(columns);
  const Record record = made.read();
  Words out;
  for (const Position& position : record.positions) {
    out.push_back(record.actors[position.actor].name + ' ' +
                  std::string(kStances[static_cast<std::size_t>(position.stance)]) + ": " + position.issue);
  }
  return out;
}

TEST(PositionForms, ReadIdiomsWithWhatBelongsToThem) {
  EXPECT_EQ(told_by(
      "Weber PROPN 2 nsubj B-PERSON - P1\n"
      "threw VERB 0 root - -\n"
      "her PRON 2 obj - - P1\n"
      "full ADJ 5 amod - -\n"
      "weight NOUN 2 obj - -\n"
      "behind ADP 8 case - -\n"
      "Senator PROPN 8 nmod:desc - -\n"
      "Paul PROPN 2 obl B-PERSON -\n"
      "Brandt PROPN 8 flat I-PERSON -\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Weber support: Senator Paul Brandt"});
}

TEST(PositionForms, ReadIdiomsByTheirOwnPreposition) {
  EXPECT_EQ(told_by(
      "Weber PROPN 2 nsubj B-PERSON - P1\n"
      "went VERB 0 root - -\n"
      "after ADP 4 case - -\n"
      "Brandt PROPN 2 obl B-PERSON - P1\n"
      "at ADP 7 case - -\n"
      "the DET 7 det - -\n"
      "debate NOUN 2 obl - -\n"
      "this DET 9 det - -\n"
      "week NOUN 2 obl:unmarked - -\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Weber oppose: Brandt"});
}

TEST(PositionForms, KnowWhoIsInFavour) {
  EXPECT_EQ(told_by(
      "Residents NOUN 6 nsubj - s1 P1\n"
      "of ADP 3 case - s1\n"
      "Oslo PROPN 1 nmod B-GPE s1 L1\n"
      "were AUX 0 root - c1\n"
      "in ADP 6 case - c1\n"
      "favour NOUN 4 obl - c1\n"
      "of SCONJ 8 mark - c1\n"
      "turning VERB 6 acl - x1\n"
      "right ADV 8 advmod - x1\n"
      "on ADP 11 case - x1\n"
      "red NOUN 8 obl - x1\n"
      "~. PUNCT 1 punct - -\n"),
      Words{"Residents of Oslo support: turning right on red"});
}

TEST(PositionForms, KnowWhoIsAgainst) {
  EXPECT_EQ(told_by(
      "Senator PROPN 2 nmod:desc - -\n"
      "Paul PROPN 5 nsubj B-PERSON -\n"
      "Brandt PROPN 2 flat I-PERSON -\n"
      "is AUX 5 cop - c1\n"
      "against ADP 0 root - c1\n"
      "the DET 7 det - x1\n"
      "tax NOUN 5 obj - x1\n"
      "on ADP 9 case - x1\n"
      "fuel NOUN 7 nmod - x1\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Paul Brandt oppose: the tax on fuel"});
}

TEST(PositionForms, DenyWithNever) {
  EXPECT_EQ(told_by(
      "Weber PROPN 2 nsubj B-PERSON - P1\n"
      "pledged VERB 0 root - c1\n"
      "never ADV 5 advmod - x1\n"
      "to PART 5 mark - x1\n"
      "raise VERB 2 advcl - x1\n"
      "the DET 8 det - x1\n"
      "fuel NOUN 8 compound - x1\n"
      "tax NOUN 5 obj - x1\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Weber reject: raising the fuel tax"});
}

TEST(PositionForms, AreOfWhoUrgesInThePassive) {
  EXPECT_EQ(told_by(
      "Weber PROPN 3 nsubj:pass B-PERSON x1 P1\n"
      "was AUX 3 aux:pass - c1\n"
      "urged VERB 0 root - c1\n"
      "by ADP 6 case - -\n"
      "the DET 6 det - -\n"
      "unions NOUN 3 obl:agent - - O1\n"
      "to PART 8 mark - x1\n"
      "resign VERB 3 xcomp - x1\n"
      "~. PUNCT 3 punct - -\n"),
      Words{"unions demand: Weber resigning"});
}

TEST(PositionForms, AskForWhatMustBe) {
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

TEST(PositionForms, AskForWhatItIsTimeFor) {
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

TEST(PositionForms, AskForWhatLetUsSays) {
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

TEST(PositionForms, OpposeWhatShouldNeverHaveBeen) {
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
      Words{"Weber oppose: The war"});
}

TEST(PositionForms, OpposeWhatIsNotNeeded) {
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

TEST(PositionForms, SupportWhatSomebodyWillDo) {
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

TEST(PositionForms, RejectWhatSomebodyWillNotDo) {
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

TEST(PositionForms, OfferWhatAnOfferIsOf) {
  const auto offer_of = [](std::string_view noun) {
    return told_by("Norland PROPN 2 nsubj B-GPE - L1\n"
                   "renewed VERB 0 root - -\n"
                   "its PRON 4 nmod:poss - - L1\n"
                   "offer NOUN 2 obj - -\n"
                   "of ADP 7 case - -\n"
                   "direct ADJ 7 amod - -\n" +
                   std::string(noun) + " NOUN 4 nmod - -\n"
                   "~. PUNCT 2 punct - -\n");
  };
  EXPECT_EQ(offer_of("talks"), Words{"Norland offer: direct talks"});
  EXPECT_EQ(offer_of("shares"), Words{});
}

TEST(PositionForms, TakeNoForecastForADemand) {
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

TEST(PositionForms, JudgeWhatSomebodyIsDoing) {
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

TEST(PositionForms, TurnWithTheThinkingAbove) {
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

TEST(PositionForms, OpposeWhatIsTooMuch) {
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

TEST(PositionForms, JudgeNothingByHowMuch) {
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

TEST(PositionForms, DenyClaimsThatAreCalledFalse) {
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

TEST(PositionForms, ReadTheCueWhereTheTreeIsWrong) {
  EXPECT_EQ(told_by(
      "Norway PROPN 3 nsubj B-GPE - L1\n"
      "has VERB 3 parataxis - c1\n"
      "agreed VERB 0 root - c1\n"
      "to PART 5 mark - x1\n"
      "extradite VERB 3 xcomp - x1\n"
      "the DET 7 det - x1\n"
      "general NOUN 5 obj - x1 P1\n"
      "~. PUNCT 3 punct - -\n"),
      Words{"Norway accept: extraditing the general"});
}

TEST(PositionForms, TakeAllOfTheContent) {
  EXPECT_EQ(told_by(
      "Kuwait PROPN 2 nsubj B-GPE - L1\n"
      "favours VERB 0 root - c1\n"
      "a DET 4 det - x1\n"
      "cut NOUN 2 obj - x1\n"
      "in ADP 7 case - x1\n"
      "OPEC PROPN 7 compound B-ORG x1\n"
      "output NOUN 2 obj - x1\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Kuwait support: a cut in OPEC output"});
}

TEST(PositionForms, SeeWhatTheyDescribeAsIt) {
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

TEST(PositionForms, AreOfGroupsThatNoTableNames) {
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

TEST(PositionForms, KeepTheObjectBehindTheVerb) {
  EXPECT_EQ(told_by(
      "Weber PROPN 2 nsubj B-PERSON - P1\n"
      "supports VERB 0 root - c1\n"
      "\" PUNCT 5 punct - x1\n"
      "~higher ADJ 5 amod - x1\n"
      "pensions NOUN 2 obj - x1\n"
      "~, PUNCT 8 punct - x1\n"
      "~\" PUNCT 8 punct - x1\n"
      "opposes VERB 2 conj - x1\n"
      "\" PUNCT 11 punct - x1\n"
      "~lower ADJ 11 amod - x1\n"
      "taxes NOUN 8 obj - x1\n"
      "~\" PUNCT 11 punct - x1\n"
      "and CCONJ 14 cc - x1\n"
      "left NOUN 8 conj - x1\n"
      "~. PUNCT 2 punct - -\n"),
      (Words{"Weber support: higher pensions", "Weber oppose: lower taxes"}));
}

TEST(PositionForms, TakeNoTimeForAMatter) {
  EXPECT_EQ(told_by(
      "Weber PROPN 4 nsubj B-PERSON - P1\n"
      "has AUX 4 aux - c1\n"
      "long ADP 4 obj - c1\n"
      "advocated VERB 0 root - c1\n"
      "closer ADJ 6 amod - x1\n"
      "ties NOUN 4 obj - x1\n"
      "with ADP 8 case - x1\n"
      "Norway PROPN 4 obl B-GPE x1 L1\n"
      "~. PUNCT 4 punct - -\n"),
      Words{"Weber support: closer ties with Norway"});
}

TEST(PositionForms, LeaveOutThoseWhoStopShort) {
  EXPECT_EQ(told_by(
      "Brandt PROPN 2 nsubj B-PERSON - P1\n"
      "stopped VERB 0 root - c1\n"
      "short ADV 2 xcomp - c1\n"
      "of ADP 5 mark - c1\n"
      "endorsing VERB 2 advcl - c1\n"
      "Weber PROPN 5 obj B-PERSON x1 P2\n"
      "~. PUNCT 2 punct - -\n"),
      Words{});
}

TEST(PositionForms, TakeNobodyAtHisWord) {
  EXPECT_EQ(told_by(
      "Nobody PRON 3 nsubj - x1 P1\n"
      "should AUX 3 aux - x1/c10\n"
      "doubt VERB 11 ccomp - x1/c10\n"
      "that SCONJ 7 mark - x1/x10\n"
      "we PRON 7 nsubj - x1/x10 P1\n"
      "are AUX 7 cop - x1/x10\n"
      "ready ADJ 3 ccomp - x1/x10\n"
      "~, PUNCT 11 punct - -\n"
      "the DET 10 det - -\n"
      "minister NOUN 11 nsubj - - P2\n"
      "said VERB 0 root - c1\n"
      "~. PUNCT 11 punct - -\n"),
      Words{});
}

TEST(PositionForms, JudgeWhatItWouldBeToDo) {
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

TEST(PositionForms, AreOfWhoSpeaksForAState) {
  EXPECT_EQ(told_by(
      "The DET 3 det - -\n"
      "Norwegian ADJ 3 amod B-NORP -\n"
      "minister NOUN 4 nsubj - - P1\n"
      "said VERB 0 root - c1\n"
      "Norway PROPN 7 nsubj B-GPE x1 L1\n"
      "would AUX 7 aux - x1\n"
      "raise VERB 4 ccomp - x1\n"
      "the DET 10 det - x1\n"
      "fuel NOUN 10 compound - x1\n"
      "tax NOUN 7 obj - x1\n"
      "~. PUNCT 4 punct - -\n"),
      Words{"Norwegian minister support: raising the fuel tax"});
}

TEST(PositionForms, AreOfOthersWhoAreLobbied) {
  EXPECT_EQ(told_by(
      "Farm NOUN 2 compound - -\n"
      "groups NOUN 4 nsubj - - P1\n"
      "are AUX 4 aux - c1\n"
      "lobbying VERB 0 root - c1\n"
      "Congress PROPN 4 obj B-ORG x1 O1\n"
      "to PART 7 mark - x1\n"
      "end VERB 4 xcomp - x1\n"
      "the DET 9 det - x1\n"
      "subsidies NOUN 7 obj - x1\n"
      "~. PUNCT 4 punct - -\n"),
      Words{"Farm groups demand: Congress ending the subsidies"});
}

TEST(PositionForms, DenyNoCountry) {
  EXPECT_EQ(told_by(
      "Norland PROPN 2 nsubj B-GPE - L2\n"
      "accuses VERB 0 root - -\n"
      "Cuba PROPN 2 obj B-GPE - L1\n"
      "of ADP 5 mark - -\n"
      "spying VERB 2 advcl - -\n"
      "and CCONJ 8 cc - -\n"
      "Mali PROPN 8 nsubj B-GPE - L3\n"
      "denies VERB 2 conj - -\n"
      "it PRON 8 obj - - L1\n"
      "~. PUNCT 2 punct - -\n"),
      Words{"Norland oppose: Cuba spying"});
}

TEST(PositionForms, KnowWhatLiesWithSomebodyFromLies) {
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

TEST(PositionForms, TurnWithAnythingBut) {
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

TEST(PositionForms, TakeNoConditionForADemand) {
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

}  // namespace
}  // namespace tacitus
