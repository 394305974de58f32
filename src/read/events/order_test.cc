// Who takes part in an event where the model's tree is torn, and what the order of words tells then.
#include <gtest/gtest.h>

#include "read/events/order.h"
#include "read/events/made_events.h"

namespace tacitus {
namespace {

TEST(TornClauses, HaveTheSubjectBeforeTheVerbAndTheObjectBehindIt) {
  // The verb read as an adjective of its object, and that as hung from the subject.
  EXPECT_EQ(told_in("France  PROPN 0 root  B-GPE\n"
                    "has     AUX   3 aux   -\n"
                    "accused VERB  4 amod  -\n"
                    "Spain   PROPN 1 dep   B-GPE\n"),
            Words{"ACCUSE: France -> Spain"});
}

TEST(TornClauses, TakeNobodyWhoStandsBehindTheQuotation) {
  EXPECT_EQ(told_in("~\"     PUNCT 4 punct    -\n"
                    "France  PROPN 4 nsubj    B-GPE\n"
                    "has     AUX   4 aux      -\n"
                    "accused VERB  9 ccomp    -\n"
                    "Spain   PROPN 4 obj      B-GPE\n"
                    "~,      PUNCT 4 punct    -\n"
                    "~\"     PUNCT 4 punct    -\n"
                    "Italy   PROPN 4 nsubj    B-GPE\n"
                    "said    VERB  0 root     -\n"),
            Words{"ACCUSE: France -> Spain"});
}

TEST(TornClauses, HaveTheirVerbThoughTheModelTakesItForAnotherWord) {
  EXPECT_EQ(told_in("France   PROPN 5 nsubj B-GPE\n"
                    "have     PUNCT 5 case  -\n"
                    "launched ADP   5 case  -\n"
                    "an       DET   5 det   -\n"
                    "attack   NOUN  0 root  -\n"
                    "on       ADP   7 case  -\n"
                    "Spain    PROPN 5 nmod  B-GPE\n"),
            Words{"ASSAULT: France -> Spain"});
}

TEST(TornClauses, HaveAllWhoAreJoinedBeforeTheVerb) {
  EXPECT_EQ(told_in("France PROPN 5 nsubj B-GPE\n"
                    "and    CCONJ 3 cc    -\n"
                    "Spain  PROPN 6 dep   B-GPE\n"
                    "have   AUX   5 aux   -\n"
                    "signed VERB  0 root  -\n"
                    "a      DET   7 det   -\n"
                    "treaty NOUN  5 obj   -\n"),
            Words{"SUPPORT: France, Spain -> -"});
}

TEST(TornClauses, HaveNoTownOfADatelineForASide) {
  EXPECT_EQ(told_in("MADRID    PROPN 7 nsubj B-GPE\n"
                    "(         PUNCT 3 punct -\n"
                    "Agency    PROPN 1 appos -\n"
                    ")         PUNCT 3 punct -\n"
                    "-         PUNCT 1 punct -\n"
                    "Turkey    PROPN 7 dep   B-GPE\n"
                    "condemned VERB  0 root  -\n"
                    "France    PROPN 7 obj   B-GPE\n"),
            Words{"ACCUSE: Turkey -> France"});
}

TEST(Letters, DoWhatTheirWritersDo) {
  EXPECT_EQ(told_in("France      PROPN 2 nsubj B-GPE\n"
                    "issued      VERB  0 root  -\n"
                    "a           DET   4 det   -\n"
                    "statement   NOUN  2 obj   -\n"
                    "criticizing VERB  4 acl   -\n"
                    "Spain       PROPN 5 obj   B-GPE\n"),
            Words{"ACCUSE: France -> Spain"});
}

TEST(Adjectives, TellWhatTheirSubjectsThink) {
  EXPECT_EQ(told_in("France   PROPN 3 nsubj B-GPE\n"
                    "was      AUX   3 cop   -\n"
                    "critical ADJ   0 root  -\n"
                    "of       ADP   5 case  -\n"
                    "Spain    PROPN 3 obl   B-GPE\n"),
            Words{"ACCUSE: France -> Spain"});
  EXPECT_EQ(told_in("France  PROPN 3 nsubj:pass B-GPE\n"
                    "was     AUX   3 aux:pass -\n"
                    "pleased VERB  0 root  -\n"
                    "with    ADP   5 case  -\n"
                    "Spain   PROPN 3 obl   B-GPE\n"),
            Words{"SUPPORT: France -> Spain"});
}

TEST(Pronouns, OfNobodyKnownStandForWhoSpeaksToAState) {
  EXPECT_EQ(told_in("He    PRON  2 nsubj -\n"
                    "urged VERB  0 root  -\n"
                    "Spain PROPN 2 obj   B-GPE\n"
                    "to    PART  5 mark  -\n"
                    "leave VERB  2 xcomp -\n"),
            Words{"REQUEST: He -> Spain"});
}

TEST(Responsibility, IsChargedToWhomSomebodySaysHasIt) {
  EXPECT_EQ(told_in("France      PROPN 2 nsubj B-GPE\n"
                    "said        VERB  0 root  -\n"
                    "Spain       PROPN 5 nsubj B-GPE\n"
                    "was         AUX   5 cop   -\n"
                    "responsible ADJ   2 ccomp -\n"),
            Words{"ACCUSE: France -> Spain"});
}

TEST(Troops, ThatOneSendsAreNotWhomItIsDoneTo) {
  EXPECT_EQ(told_in("France   PROPN 2 nsubj B-GPE\n"
                    "deployed VERB  0 root  -\n"
                    "troops   NOUN  2 obj   -\n"
                    "in       ADP   5 case  -\n"
                    "Spain    PROPN 2 obl   B-GPE\n"),
            Words{"MOBILIZE: France -> Spain"});
}

TEST(Peacekeepers, AreSentAsHelp) {
  EXPECT_EQ(told_in("France   PROPN 2 nsubj B-GPE\n"
                    "sent     VERB  0 root  -\n"
                    "troops   NOUN  2 obj   -\n"
                    "to       ADP   5 case  -\n"
                    "Spain    PROPN 2 obl   B-GPE\n"
                    "for      ADP   7 case  -\n"
                    "peacekeeping NOUN 2 obl -\n"),
            Words{"AID: France -> Spain"});
}

TEST(WordsCutAtAHyphen, AreOneWordOfTheTables) {
  EXPECT_EQ(told_in("France   PROPN 2 nsubj B-GPE\n"
                    "declared VERB  0 root  -\n"
                    "a        DET   6 det   -\n"
                    "cease    NOUN  6 compound -\n"
                    "~-       PUNCT 4 punct -\n"
                    "~fire    NOUN  2 obj   -\n"
                    "with     ADP   8 case  -\n"
                    "Spain    PROPN 6 nmod  B-GPE\n"),
            Words{"YIELD: France -> Spain"});
}

TEST(Datelines, EndBehindTheirDash) {
  MadeDocument made("MADRID PROPN 3 nsubj -\n"
                          "-      PUNCT 1 punct -\n"
                          "Spain  PROPN 0 root  -\n");
  const Document& document = made.document();
  const Reading reading(made.text(), document, made_names(), Knowledge::builtin());
  EXPECT_EQ(dateline_end(reading, 2), 2u);
}

}  // namespace
}  // namespace tacitus
