// Which words tell an act of politics, and which only look like it.
#include <gtest/gtest.h>

#include "read/events/made_events.h"

namespace tacitus {
namespace {

TEST(Vows, AreThreatsWhereRetaliationIsVowed) {
  const auto vows = [](std::string_view noun) {
    return told_in("France  PROPN 2 nsubj B-GPE\n"
                   "vowed   VERB  0 root  -\n" +
                   std::string(noun) + " NOUN 2 obj -\n"
                   "against ADP   5 case  -\n"
                   "Spain   PROPN 3 nmod  B-GPE\n");
  };
  EXPECT_EQ(vows("retaliation"), Words{"THREATEN: France -> Spain"});
  EXPECT_EQ(vows("neutrality"), Words());
}

TEST(Warnings, AreThreatsOnlyOfWhatTheWarnerWillDo) {
  EXPECT_EQ(told_in("France    PROPN 2 nsubj B-GPE\n"
                    "warned    VERB  0 root  -\n"
                    "that      SCONJ 6 mark  -\n"
                    "it        PRON  6 nsubj -\n"
                    "would     AUX   6 aux   -\n"
                    "attack    VERB  2 ccomp -\n"
                    "Spain     PROPN 6 obj   B-GPE\n"),
            Words{"THREATEN: France -> Spain"});
  EXPECT_EQ(told_in("French    ADJ   2 amod  B-NORP\n"
                    "ministers NOUN  3 nsubj -\n"
                    "warned    VERB  0 root  -\n"
                    "France    PROPN 6 nsubj B-GPE\n"
                    "would     AUX   6 aux   -\n"
                    "attack    VERB  3 ccomp -\n"
                    "Spain     PROPN 6 obj   B-GPE\n"),
            Words{"THREATEN: French ministers -> Spain"});
  EXPECT_EQ(told_in("French    ADJ   2 amod  B-NORP\n"
                    "ministers NOUN  3 nsubj -\n"
                    "warned    VERB  0 root  -\n"
                    "Spain     PROPN 6 nsubj B-GPE\n"
                    "would     AUX   6 aux   -\n"
                    "suffer    VERB  3 ccomp -\n"),
            Words());
  EXPECT_EQ(told_in("France    PROPN 2 nsubj B-GPE\n"
                    "warned    VERB  0 root  -\n"
                    "that      SCONJ 7 mark  -\n"
                    "a         DET   5 det   -\n"
                    "drought   NOUN  7 nsubj -\n"
                    "would     AUX   7 aux   -\n"
                    "hit       VERB  2 ccomp -\n"
                    "Spain     PROPN 7 obj   B-GPE\n"),
            Words());
}

TEST(Warnings, AreNotOfTheConditionThatStandsInFront) {
  EXPECT_EQ(told_in("If        SCONJ 3 mark  -\n"
                    "droughts  NOUN  3 nsubj -\n"
                    "came      VERB  5 ccomp -\n"
                    "France    PROPN 5 nsubj B-GPE\n"
                    "warned    VERB  0 root  -\n"
                    "it        PRON  8 nsubj -\n"
                    "would     AUX   8 aux   -\n"
                    "attack    VERB  5 ccomp -\n"
                    "Spain     PROPN 8 obj   B-GPE\n"),
            Words{"THREATEN: France -> Spain"});
}

TEST(Threats, AreWhatSomebodyIsReadyToDo) {
  EXPECT_EQ(told_in("France  PROPN 3 nsubj B-GPE\n"
                    "is      AUX   3 cop   -\n"
                    "ready   ADJ   0 root  -\n"
                    "to      PART  5 mark  -\n"
                    "attack  VERB  3 xcomp -\n"
                    "Spain   PROPN 5 obj   B-GPE\n"),
            Words{"THREATEN: France -> Spain"});
}

TEST(Refusals, AreNoneOfThoseWhoDoNotSay) {
  EXPECT_EQ(told_in("Spain     PROPN 2 nsubj B-GPE\n"
                    "declined  VERB  0 root  -\n"
                    "to        PART  4 mark  -\n"
                    "comment   VERB  2 xcomp -\n"),
            Words());
  EXPECT_EQ(told_in("Spain     PROPN 2 nsubj B-GPE\n"
                    "declined  VERB  0 root  -\n"
                    "to        PART  4 mark  -\n"
                    "meet      VERB  2 xcomp -\n"
                    "France    PROPN 4 obj   B-GPE\n"),
            Words{"REJECT: Spain -> France"});
}

TEST(Refusals, AreOfWhoWillNotAgreeToSomething) {
  EXPECT_EQ(told_in("Spain  PROPN 4 nsubj  B-GPE\n"
                    "would  AUX   4 aux    -\n"
                    "not    PART  4 advmod -\n"
                    "agree  VERB  0 root   -\n"
                    "to     ADP   6 case   -\n"
                    "cuts   NOUN  4 obl    -\n"),
            Words{"REJECT: Spain -> -"});
}

TEST(Sanctions, AreToldOfAStateWithoutARecipientAndBeforeTheyAreImposed) {
  EXPECT_EQ(told_in("Spain      PROPN 2 nsubj B-GPE\n"
                    "imposed    VERB  0 root  -\n"
                    "sanctions  NOUN  2 obj   -\n"),
            Words{"SANCTION: Spain -> -"});
  EXPECT_EQ(told_in("Spain      PROPN 2 nsubj B-GPE\n"
                    "approved   VERB  0 root  -\n"
                    "sanctions  NOUN  2 obj   -\n"
                    "against    ADP   5 case  -\n"
                    "Russia     PROPN 3 nmod  B-GPE\n"),
            Words{"SANCTION: Spain -> Russia"});
}

TEST(Talks, ThatWereHeldAreOfThoseTheyWereBetween) {
  EXPECT_EQ(told_in("Talks    NOUN  7 nsubj:pass -\n"
                    "between  ADP   3 case  -\n"
                    "France   PROPN 1 nmod  B-GPE\n"
                    "and      CCONJ 5 cc    -\n"
                    "Spain    PROPN 3 conj  B-GPE\n"
                    "were     AUX   7 aux:pass -\n"
                    "held     VERB  0 root  -\n"),
            Words{"CONSULT: France, Spain -> -"});
}

TEST(Talks, WithTheOppositionAreNoObjections) {
  EXPECT_EQ(told_in("French     ADJ   2 amod  B-NORP\n"
                    "officials  NOUN  3 nsubj -\n"
                    "met        VERB  0 root  -\n"
                    "opposition NOUN  5 compound -\n"
                    "leaders    NOUN  3 obj   -\n"),
            Words{"CONSULT: French officials, opposition leaders -> -"});
}

TEST(Continents, AreNotTheUnitedStates) {
  EXPECT_EQ(told_in("South     ADJ   3 amod  -\n"
                    "American  ADJ   3 amod  B-NORP\n"
                    "ministers NOUN  4 nsubj -\n"
                    "condemned VERB  0 root  -\n"
                    "Spain     PROPN 4 obj   B-GPE\n"),
            Words{"ACCUSE: South American ministers -> Spain"});
  const MadeDocument made(
      "South     ADJ   3 amod  -\n"
      "American  ADJ   3 amod  B-NORP\n"
      "ministers NOUN  4 nsubj -\n"
      "condemned VERB  0 root  -\n"
      "Spain     PROPN 4 obj   B-GPE\n");
  for (const Actor& actor : made.read().actors) EXPECT_NE(actor.country, "USA") << actor.name;
}

TEST(NounsOfOneSide, TellAnActOfOrOnSomebodyPolitical) {
  EXPECT_EQ(told_in("An       DET   2 det   -\n"
                    "attack   NOUN  5 nsubj -\n"
                    "on       ADP   4 case  -\n"
                    "Spain    PROPN 2 nmod  B-GPE\n"
                    "failed   VERB  0 root  -\n"),
            Words{"ASSAULT: - -> Spain"});
  EXPECT_EQ(told_in("Spain    PROPN 3 nmod:poss B-GPE\n"
                    "~'s      PART  1 case  -\n"
                    "refusal  NOUN  4 nsubj -\n"
                    "stood    VERB  0 root  -\n"),
            Words{"REJECT: Spain -> -"});
}

TEST(Attacks, OfPoliticiansOnEachOtherAreOfWords) {
  EXPECT_EQ(told_in("French    ADJ   2 amod  B-NORP\n"
                    "Minister  PROPN 3 nmod:desc -\n"
                    "Weber     PROPN 4 nsubj B-PERSON\n"
                    "attacked  VERB  0 root  -\n"
                    "Senator   PROPN 6 nmod:desc -\n"
                    "Olin      PROPN 4 obj   B-PERSON\n"),
            Words{"ACCUSE: Weber -> Olin"});
}

TEST(Subjects, AreFoundWhereTheTreeTakesThemForObjects) {
  EXPECT_EQ(told_in("Soldiers  NOUN  2 obj   -\n"
                    "killed    VERB  0 root  -\n"
                    "ten       NUM   4 nummod -\n"
                    "rebels    NOUN  2 obj   -\n"),
            Words{"ASSAULT: Soldiers -> ten rebels"});
}

TEST(Subjects, AreFoundWhereTheTreeHangsThemOnTheObject) {
  EXPECT_EQ(told_in("Police    NOUN  4 compound -\n"
                    "detained  VERB  0 root  -\n"
                    "rebel     NOUN  4 compound -\n"
                    "leaders   NOUN  2 obj   -\n"),
            Words{"COERCE: Police -> rebel leaders"});
}

TEST(Protests, AreOfThoseCountedAndAgainstWhomTheyVoiceTheirAnger) {
  EXPECT_EQ(told_in("Hundreds      NOUN  4 nsubj -\n"
                    "of            ADP   3 case  -\n"
                    "demonstrators NOUN  1 nmod  -\n"
                    "gathered      VERB  0 root  -\n"
                    "to            PART  6 mark  -\n"
                    "voice         VERB  4 advcl -\n"
                    "anger         NOUN  6 obj   -\n"
                    "at            ADP   9 case  -\n"
                    "France        PROPN 7 nmod  B-GPE\n"),
            Words{"PROTEST: demonstrators -> France"});
  EXPECT_EQ(told_in("Protests NOUN  6 nsubj -\n"
                    "by       ADP   3 case  -\n"
                    "Spain    PROPN 1 nmod  B-GPE\n"
                    "against  ADP   5 case  -\n"
                    "France   PROPN 3 nmod  B-GPE\n"
                    "grew     VERB  0 root  -\n"),
            Words{"PROTEST: Spain -> France"});
}

TEST(Attacks, AreOnWhoComesUnderThem) {
  EXPECT_EQ(told_in("Spain    PROPN 2 nsubj B-GPE\n"
                    "came     VERB  0 root  -\n"
                    "under    ADP   4 case  -\n"
                    "attack   NOUN  2 obl   -\n"
                    "from     ADP   6 case  -\n"
                    "France   PROPN 4 nmod  B-GPE\n"),
            Words{"ASSAULT: France -> Spain"});
}

TEST(Demands, ThatSomebodyShouldActAreOfThoseInPolitics) {
  const std::string_view kShould =
      "said    VERB  0 root  -\n"
      "Spain   PROPN 5 nsubj B-GPE\n"
      "should  AUX   5 aux   -\n"
      "leave   VERB  2 ccomp -\n";
  EXPECT_EQ(told_in("France  PROPN 2 nsubj B-GPE\n" + std::string(kShould)),
            Words{"REQUEST: France -> Spain"});
  EXPECT_EQ(told_in("Bankers NOUN  2 nsubj -\n" + std::string(kShould)), Words());
}

}  // namespace
}  // namespace tacitus
