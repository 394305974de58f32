// On whom an act falls where a stance is taken on somebody else's, and where only a place is told.
#include <gtest/gtest.h>

#include "read/events/made_events.h"

namespace tacitus {
namespace {

TEST(Stances, OnAnActAreNotAgainstWhoSuffersFromIt) {
  const auto told = [](std::string_view verb, std::string_view act) {
    return told_in("Italy   PROPN 2 nsubj B-GPE\n" + std::string(verb) + " VERB 0 root -\n" +
                   std::string(act) +
                   " NOUN 2 obj -\n"
                   "on      ADP   5 case  -\n"
                   "Spain   PROPN 3 nmod  B-GPE\n");
  };
  EXPECT_EQ(told("condemned", "attacks"), Words{"ACCUSE: Italy -> -"});
  EXPECT_EQ(told("opposed", "sanctions"), Words{"ACCUSE: Italy -> -"});
  EXPECT_EQ(told("imposed", "sanctions"), Words{"SANCTION: Italy -> Spain"});
}

TEST(Stances, OnAnActAreAgainstWhoDoesIt) {
  EXPECT_EQ(told_in("Italy     PROPN 2 nsubj B-GPE\n"
                    "condemned VERB  0 root  -\n"
                    "French    ADJ   4 amod  B-NORP\n"
                    "attacks   NOUN  2 obj   -\n"
                    "on        ADP   6 case  -\n"
                    "Spain     PROPN 4 nmod  B-GPE\n"),
            Words{"ACCUSE: Italy -> French"});
  // Who is held somewhere is held by the state that is there.
  EXPECT_EQ(told_in("Italy     PROPN 2 nsubj B-GPE\n"
                    "condemned VERB  0 root  -\n"
                    "the       DET   4 det   -\n"
                    "arrest    NOUN  2 obj   -\n"
                    "in        ADP   6 case  -\n"
                    "Spain     PROPN 4 nmod  B-GPE\n"),
            Words{"ACCUSE: Italy -> Spain"});
}

// The country of the first recipient of the first event; "-" where it has none.
std::string country_of_recipient(std::string_view columns) {
  const Record record = MadeDocument(columns).read();
  if (record.events.empty() || record.events[0].recipients.empty()) return "no recipient";
  return record.actors[record.events[0].recipients[0]].country.value_or("-");
}

std::string killed(std::string_view who, std::string_view where) {
  return country_of_recipient("French   ADJ   2 amod  B-NORP\n"
                              "troops   NOUN  3 nsubj -\n"
                              "killed   VERB  0 root  -\n" +
                              std::string(who) + " NOUN 3 obj -\n" + std::string(where));
}

TEST(People, WithoutANameAreOfWhereTheyAreHurt) {
  constexpr std::string_view kIn = "in ADP 6 case -\nSpain PROPN 3 obl B-GPE\n";
  EXPECT_EQ(killed("villagers", kIn), "ESP");
  EXPECT_EQ(killed("villagers", "in ADP 6 case -\n1999 NUM 3 obl -\n"), "-");
  // These may be from anywhere.
  EXPECT_EQ(killed("tourists", kIn), "-");
  EXPECT_EQ(killed("passengers", kIn), "-");
}

TEST(Protesters, AreOfTheStateWhosePoliceHoldThem) {
  const auto held = [](std::string_view who) {
    return country_of_recipient("French   ADJ   2 amod  B-NORP\n"
                                "police   NOUN  3 nsubj -\n"
                                "detained VERB  0 root  -\n" +
                                std::string(who) + " NOUN 3 obj -\n");
  };
  EXPECT_EQ(held("protesters"), "FRA");
  EXPECT_EQ(held("migrants"), "-");
}

TEST(Weapons, ThatAStateIsGivenAreAid) {
  EXPECT_EQ(told_in("Spain    PROPN 2 nsubj B-GPE\n"
                    "received VERB  0 root  -\n"
                    "a        DET   4 det   -\n"
                    "batch    NOUN  2 obj   -\n"
                    "of       ADP   6 case  -\n"
                    "jets     NOUN  4 nmod  -\n"
                    "from     ADP   8 case  -\n"
                    "France   PROPN 2 obl   B-GPE\n"),
            Words{"AID: France -> Spain"});
}

TEST(Towns, ByNameAreTakenByRebels) {
  EXPECT_EQ(told_in("French   ADJ   2 amod  B-NORP\n"
                    "rebels   NOUN  3 nsubj -\n"
                    "captured VERB  0 root  -\n"
                    "Lyon     PROPN 3 obj   B-GPE\n")
                .size(),
            1u);
}

TEST(Bodies, StandBehindTheNounThatTellsWhatTheyAre) {
  EXPECT_EQ(told_in("Spain  PROPN 2 nsubj B-GPE\n"
                    "left   VERB  0 root  -\n"
                    "the    DET   4 det   -\n"
                    "bloc   NOUN  2 obj   -\n"
                    "NATO   PROPN 4 appos B-ORG\n"),
            Words{"SANCTION: Spain -> NATO"});
}

TEST(Visits, AreOnlyPossibleWhereNoDateIsSetAndNoneWhereThereIsNoVisit) {
  const auto status = [](std::string_view columns) {
    const Record record = MadeDocument(columns).read();
    return record.events.empty() ? std::string("no event")
           : record.events[0].status == EventStatus::kPossible ? std::string("possible")
           : record.events[0].status == EventStatus::kDenied   ? std::string("denied")
                                                               : std::string("other");
  };
  EXPECT_EQ(status("No     DET   2 det    -\n"
                   "date   NOUN  0 root   -\n"
                   "for    ADP   6 case   -\n"
                   "French ADJ   6 amod   B-NORP\n"
                   "~-     PUNCT 4 punct  -\n"
                   "visit  NOUN  2 nmod   -\n"
                   "to     ADP   8 case   -\n"
                   "Spain  PROPN 6 nmod   B-GPE\n"),
            "possible");
  EXPECT_EQ(status("No     DET   3 det    -\n"
                   "French ADJ   3 amod   B-NORP\n"
                   "visit  NOUN  0 root   -\n"
                   "to     ADP   5 case   -\n"
                   "Spain  PROPN 3 nmod   B-GPE\n"),
            "denied");
}

TEST(Troops, ArePutOnAlert) {
  EXPECT_EQ(told_in("Spain   PROPN 2 nsubj B-GPE\n"
                    "put     VERB  0 root  -\n"
                    "its     PRON  4 nmod:poss -\n"
                    "troops  NOUN  2 obj   -\n"
                    "on      ADP   6 case  -\n"
                    "alert   NOUN  2 obl   -\n"),
            Words{"MOBILIZE: Spain -> -"});
}

}  // namespace
}  // namespace tacitus
