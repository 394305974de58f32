// Positions in the many forms of words that tell them; the trees are as the model gives them, errors and all.
#include <gtest/gtest.h>

#include "read/positions/made_positions.h"

namespace tacitus {
namespace {

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

TEST(PositionForms, TakeAnApologyForAMatterOnlyWhereItIsDemanded) {
  const auto with = [](std::string_view verb) {
    return told_by("Norway  PROPN 2 nsubj B-GPE\n" + std::string(verb) +
                   " VERB 0 root  -\n"
                   "an      DET   4 det   -\n"
                   "apology NOUN  2 obj   -\n"
                   "from    ADP   6 case  -\n"
                   "Spain   PROPN 4 nmod  B-GPE\n");
  };
  EXPECT_EQ(with("demanded"), Words{"Norway demand: an apology from Spain"});
  EXPECT_EQ(with("offered"), Words{});
}

TEST(PositionForms, SayWhoIsWarnedAgainstDoingIt) {
  EXPECT_EQ(told_by("Norway   PROPN 2 nsubj B-GPE\n"
                    "warned   VERB  0 root  -\n"
                    "Spain    PROPN 2 obj   B-GPE\n"
                    "against  ADP   5 mark  -\n"
                    "changing VERB  2 advcl -\n"
                    "the      DET   7 det   -\n"
                    "charter  NOUN  5 obj   -\n"),
            Words{"Norway oppose: Spain changing the charter"});
}

TEST(PositionForms, AreAgainstWhatSomebodyWantsOut) {
  const auto with = [](std::string_view end) {
    return told_by("Weber   PROPN 2 nsubj B-PERSON\n"
                   "wants   VERB  0 root  -\n"
                   "the     DET   5 det   -\n"
                   "mining  NOUN  5 compound -\n"
                   "firm    NOUN  2 obj   -\n" +
                   std::string(end));
  };
  EXPECT_EQ(with(""), Words{"Weber support: the mining firm"});
  EXPECT_EQ(with("out ADP 2 compound:prt -\n"), Words{"Weber oppose: the mining firm"});
}

TEST(PositionForms, AreNotOfThoseWhomOthersPress) {
  EXPECT_EQ(told_by("Weber    PROPN 2 nsubj B-PERSON\n"
                    "is       VERB  0 root  -\n"
                    "under    ADP   4 case  -\n"
                    "pressure NOUN  2 obl   -\n"
                    "to       PART  6 mark  -\n"
                    "abandon  VERB  4 acl   -\n"
                    "the      DET   8 det   -\n"
                    "reform   NOUN  6 obj   -\n"),
            Words{});
}

TEST(PositionForms, AreAgainstWhatStandsBelowABareIs) {
  EXPECT_EQ(told_by("Norway  PROPN 2 nsubj B-GPE\n"
                    "is      AUX   0 root  -\n"
                    "against ADP   6 case  -\n"
                    "a       DET   6 det   -\n"
                    "new     ADJ   6 amod  -\n"
                    "study   NOUN  2 obj   -\n"),
            Words{"Norway oppose: a new study"});
  EXPECT_EQ(told_by("Norway  PROPN 6 nsubj B-GPE\n"
                    "is      AUX   6 cop   -\n"
                    "not     PART  6 advmod -\n"
                    "against ADP   6 case  -\n"
                    "the     DET   6 det   -\n"
                    "study   NOUN  0 root  -\n"),
            Words{"Norway accept: the study"});
}

TEST(PositionForms, AreNotAgainstWhatSomebodyFearsFor) {
  const auto about = [](std::string_view what) {
    return told_by("Norway  PROPN 3 nsubj B-GPE\n"
                   "is      AUX   3 cop   -\n"
                   "worried ADJ   0 root  -\n"
                   "about   ADP   5 case  -\n" +
                   std::string(what));
  };
  EXPECT_EQ(about("inflation NOUN 3 obl -\n"), Words{"Norway oppose: inflation"});
  EXPECT_EQ(about("trade     NOUN 3 obl -\n"), Words{});
}

TEST(PositionForms, AreLeftOpenByWhoDoesNeither) {
  EXPECT_EQ(told_by("Spain    PROPN 4 nsubj B-GPE\n"
                    "has      AUX   4 aux   -\n"
                    "neither  PART  4 cc:preconj -\n"
                    "endorsed VERB  0 root  -\n"
                    "nor      CCONJ 6 cc    -\n"
                    "opposed  VERB  4 conj  -\n"
                    "the      DET   8 det   -\n"
                    "treaty   NOUN  4 obj   -\n"),
            Words{});
}

TEST(PositionForms, AreOnWhatCanBeSigned) {
  const auto signs = [](std::string_view what) {
    return told_by("Spain  PROPN 2 nsubj B-GPE\n"
                   "signed VERB  0 root  -\n"
                   "a      DET   5 det   -\n"
                   "border NOUN  5 compound -\n" +
                   std::string(what));
  };
  EXPECT_EQ(signs("treaty  NOUN 2 obj -\n"), Words{"Spain accept: a border treaty"});
  EXPECT_EQ(signs("project NOUN 2 obj -\n"), Words{});
}

TEST(PositionForms, AreNotOfWhoDoubtsThatSomethingWillBe) {
  EXPECT_EQ(told_by("Spain    PROPN 2 nsubj B-GPE\n"
                    "doubts   VERB  0 root  -\n"
                    "that     SCONJ 7 mark  -\n"
                    "the      DET   5 det   -\n"
                    "bridge   NOUN  7 nsubj -\n"
                    "will     AUX   7 aux   -\n"
                    "open     VERB  2 ccomp -\n"),
            Words{});
}

TEST(PositionForms, AreNoWhereTheTreeGivesTheAnswerToTheMatter) {
  EXPECT_EQ(told_by("Spain PROPN 2 nsubj B-GPE\n"
                    "says  VERB  0 root  -\n"
                    "no    DET   6 det   -\n"
                    "to    ADP   6 case  -\n"
                    "early ADJ   6 amod  -\n"
                    "vote  NOUN  2 obl   -\n"),
            Words{"Spain reject: early vote"});
}

TEST(PositionForms, AreNotOfWhoIsNeitherForNorAgainst) {
  EXPECT_EQ(told_by("Spain   PROPN 7 nsubj B-GPE\n"
                    "is      AUX   7 cop   -\n"
                    "neither CCONJ 7 cc:preconj -\n"
                    "for     ADP   7 case  -\n"
                    "nor     CCONJ 7 cc    -\n"
                    "against ADP   7 case  -\n"
                    "limits  NOUN  0 root  -\n"),
            Words{});
}

TEST(PositionForms, AreNotOnThePeopleWhomSomebodyBowsTo) {
  const auto to = [](std::string_view whom) {
    return told_by("Spain  PROPN 2 nsubj B-GPE\n"
                   "bowed  VERB  0 root  -\n"
                   "to     ADP   5 case  -\n"
                   "court  NOUN  5 compound -\n" +
                   std::string(whom));
  };
  EXPECT_EQ(to("rulings NOUN 2 obl -\n"), Words{"Spain accept: court rulings"});
  EXPECT_EQ(to("owners  NOUN 2 obl -\n"), Words{});
}

TEST(PositionForms, BlameWhatIsPutOnSomethingAndNotThat) {
  const auto blamed = [](const std::string& thing) {
    return told_by("Norland PROPN 2 nsubj B-GPE\n"
                   "blamed  VERB  0 root  -\n"
                   "new     ADJ   4 amod  -\n" + thing +
                   "   NOUN  2 obj   -\n"
                   "on      ADP   6 case  -\n"
                   "exports NOUN  4 nmod  -\n");
  };
  EXPECT_EQ(blamed("restrictions"), Words{"Norland oppose: new restrictions on exports"});
  EXPECT_EQ(blamed("losses"), Words{"Norland oppose: exports"});
}

}  // namespace
}  // namespace tacitus
