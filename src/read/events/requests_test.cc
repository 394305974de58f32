// Whom a request is made to, and what it is for; what is denied, and by whom.
#include <gtest/gtest.h>

#include "read/events/made_events.h"

namespace tacitus {
namespace {

TEST(Requests, AreNotMadeToWhatIsCalledFor) {
  EXPECT_EQ(told_in("Spain       PROPN 2 nsubj B-GPE\n"
                    "called      VERB  0 root  -\n"
                    "for         ADP   6 case  -\n"
                    "an          DET   6 det   -\n"
                    "independent ADJ   6 amod  -\n"
                    "commission  NOUN  2 obl   -\n"),
            Words{"REQUEST: Spain -> -"});
  EXPECT_EQ(told_in("Spain      PROPN 2 nsubj B-GPE\n"
                    "demanded   VERB  0 root  -\n"
                    "an         DET   4 det   -\n"
                    "commission NOUN  2 obj   -\n"),
            Words{"REQUEST: Spain -> -"});
  // Whom what is called for names may be who is asked.
  EXPECT_EQ(told_in("Spain       PROPN 2 nsubj B-GPE\n"
                    "demanded    VERB  0 root  -\n"
                    "Turkey      PROPN 5 nmod:poss B-GPE\n"
                    "~'s         PART  3 case  -\n"
                    "withdrawal  NOUN  2 obj   -\n"),
            Words{"REQUEST: Spain -> Turkey"});
  EXPECT_EQ(told_in("Spain   PROPN 2 nsubj B-GPE\n"
                    "called  VERB  0 root  -\n"
                    "for     ADP   4 case  -\n"
                    "Turkey  PROPN 2 obl   B-GPE\n"
                    "to      PART  6 mark  -\n"
                    "leave   VERB  4 acl   -\n"),
            Words{"REQUEST: Spain -> Turkey"});
}

TEST(Requests, ToReleaseSomebodyAreNotMadeToHim) {
  const auto demanded = [](std::string_view what) {
    return told_in("Spain    PROPN 2 nsubj B-GPE\n"
                   "demanded VERB  0 root  -\n"
                   "the      DET   4 det   -\n" +
                   std::string(what) +
                   " NOUN 2 obj -\n"
                   "of       ADP   7 case  -\n"
                   "French   ADJ   7 amod  B-NORP\n"
                   "officials NOUN 4 nmod  -\n");
  };
  EXPECT_EQ(demanded("release"), Words{"REQUEST: Spain -> -"});
  EXPECT_EQ(demanded("resignation"), Words{"REQUEST: Spain -> French officials"});
}

TEST(Requests, ForMoneyAreForAssistanceWhoeverIsAsked) {
  const auto mode = [](std::string_view wanted) {
    const Record record = MadeDocument("Spain     PROPN 3 nsubj B-GPE\n"
                                       "will      AUX   3 aux   -\n"
                                       "ask       VERB  0 root  -\n"
                                       "France    PROPN 6 nmod:poss B-GPE\n"
                                       "~'s       PART  4 case  -\n"
                                       "president NOUN  3 iobj  -\n"
                                       "for       ADP   8 case  -\n" +
                                       std::string(wanted) + " NOUN 6 nmod -\n").read();
    return record.events.empty() ? std::string("no event") : record.events[0].mode + ' ' + record.events[0].cameo;
  };
  EXPECT_EQ(mode("loans"), "assist 103");
  EXPECT_EQ(mode("credit"), "assist 103");
  EXPECT_EQ(mode("talks"), "meet 106");
  EXPECT_EQ(mode("release"), "yield 105");
  EXPECT_EQ(mode("patience"), " 100");
}

// Status and sides of the events of what is denied.
Words denied(std::string_view columns) {
  const Record record = MadeDocument(columns).read();
  Words out;
  for (const Event& event : record.events) {
    if (event.root != "ASSAULT") continue;
    out.push_back((event.status == EventStatus::kDenied ? "denied: " : "so: ") +
                  (event.actors.empty() ? "-" : record.actors[event.actors[0]].name));
  }
  return out;
}

TEST(Denials, OfReportsDenyWhatTheReportsTell) {
  const auto of = [](std::string_view verb, std::string_view noun) {
    return denied("Spain    PROPN 2 nsubj B-GPE O1\n" + std::string(verb) + " VERB 0 root -\n" +
                  std::string(noun) +
                  " NOUN 2 obj -\n"
                  "that     SCONJ 6 mark  -\n"
                  "France   PROPN 6 nsubj B-GPE\n"
                  "attacked VERB  3 acl   -\n"
                  "Turkey   PROPN 6 obj   B-GPE\n");
  };
  EXPECT_EQ(of("denied", "reports"), Words{"denied: France"});
  EXPECT_EQ(of("denies", "claims"), Words{"denied: France"});
  EXPECT_EQ(of("confirmed", "reports"), Words{"so: France"});
  // What is not denied is open.
  const Record record = MadeDocument("Spain    PROPN 4 nsubj B-GPE\n"
                                     "did      AUX   4 aux   -\n"
                                     "not      PART  4 advmod -\n"
                                     "deny     VERB  0 root  -\n"
                                     "reports  NOUN  4 obj   -\n"
                                     "that     SCONJ 8 mark  -\n"
                                     "France   PROPN 8 nsubj B-GPE\n"
                                     "attacked VERB  5 acl   -\n"
                                     "Turkey   PROPN 8 obj   B-GPE\n").read();
  ASSERT_FALSE(record.events.empty());
  EXPECT_EQ(record.events.back().root, "ASSAULT");
  EXPECT_EQ(record.events.back().status, EventStatus::kPossible);
}

TEST(Denials, AreOfTheDeniersOwnDoing) {
  EXPECT_EQ(denied("Spain     PROPN 2 nsubj     B-GPE - L1\n"
                   "denied    VERB  0 root      -\n"
                   "reports   NOUN  2 obj       -\n"
                   "that      SCONJ 8 mark      -\n"
                   "its       PRON  6 nmod:poss - - L2\n"
                   "warplanes NOUN  8 nsubj     -\n"
                   "had       AUX   8 aux       -\n"
                   "attacked  VERB  3 acl       -\n"
                   "Turkey    PROPN 8 obj       B-GPE - L2\n"),
            Words{"denied: Spain"});
  EXPECT_EQ(denied("Spain    PROPN 2 nsubj B-GPE - L1\n"
                   "denied   VERB  0 root  -\n"
                   "that     SCONJ 6 mark  -\n"
                   "it       PRON  6 nsubj - - L2\n"
                   "had      AUX   6 aux   -\n"
                   "attacked VERB  2 ccomp -\n"
                   "Turkey   PROPN 6 obj   B-GPE - L2\n"),
            Words{"denied: Spain"});
}

TEST(Things, AreNoSideOfAnEvent) {
  const auto met = [](std::string_view what) {
    return told_in("French    ADJ   2 amod  B-NORP\n"
                   "ministers NOUN  3 nsubj -\n"
                   "meet      VERB  0 root  -\n"
                   "to        PART  5 mark  -\n"
                   "discuss   VERB  3 advcl -\n"
                   "Spanish   ADJ   7 amod  B-NORP\n" +
                   std::string(what) + " NOUN 3 obj - - O2\n");
  };
  EXPECT_EQ(met("supplies"), Words{"CONSULT: French ministers -> -"});
  EXPECT_EQ(met("officials"), Words{"CONSULT: French ministers -> -"}) << "the object of the infinitive before it";
}

TEST(Offices, AreOfWhoStandsBesideThemByName) {
  EXPECT_EQ(told_in("The      DET   4 det   -\n"
                    "French   ADJ   4 amod  B-NORP\n"
                    "army     NOUN  4 compound -\n"
                    "chief    NOUN  13 nsubj -\n"
                    "~,       PUNCT 6 punct -\n"
                    "Gen.     PROPN 4 appos -\n"
                    "Jean     PROPN 4 flat  B-PERSON - P1\n"
                    "~-       PUNCT 9 punct I-PERSON\n"
                    "~Marc    PROPN 6 flat  I-PERSON\n"
                    "Olin     PROPN 6 flat  I-PERSON\n"
                    "~,       PUNCT 4 punct -\n"
                    "has      AUX   13 aux  -\n"
                    "ruled    VERB  0 root  -\n"
                    "out      ADP   13 compound:prt -\n"
                    "talks    NOUN  13 obj  -\n"
                    "with     ADP   17 case -\n"
                    "Spain    PROPN 15 nmod B-GPE\n"),
            Words{"REJECT: Jean-Marc Olin -> Spain"});
}

}  // namespace
}  // namespace tacitus
