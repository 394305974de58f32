// What is to come, what is called off, and what stays open.
#include <gtest/gtest.h>

#include "read/events/made_events.h"

namespace tacitus {
namespace {

// "AGREE planned: Norland -> Vell" for each event.
Words with_status(std::string_view columns, std::optional<std::string> published = {}) {
  const Record record = MadeDocument(columns).read(Knowledge::builtin(), std::move(published));
  Words out;
  for (const Event& event : record.events) {
    const auto name = [&](const std::vector<std::uint32_t>& side) {
      return side.empty() ? std::string("-") : record.actors[side[0]].name;
    };
    const std::string status = event.status == EventStatus::kPlanned    ? "planned"
                               : event.status == EventStatus::kPossible ? "possible"
                               : event.status == EventStatus::kDenied   ? "denied"
                                                                        : "actual";
    out.push_back(event.root + ' ' + status + ": " + name(event.actors) + " -> " + name(event.recipients) +
                  (event.date ? ", " + *event.date : ""));
  }
  return out;
}

TEST(Plans, AreToldByThePresentWithAWeekday) {
  const auto visits = [](std::string_view verb, std::string_view behind) {
    return with_status("France PROPN 2 nsubj B-GPE\n" + std::string(verb) +
                       " VERB 0 root -\n"
                       "Spain  PROPN 2 obj   B-GPE\n"
                       "on     ADP   5 case  -\n"
                       "Monday PROPN 2 obl   -\n" +
                       std::string(behind));
  };
  EXPECT_EQ(visits("meets", ""), Words{"AGREE planned: France -> -"});
  EXPECT_EQ(visits("attacks", ""), Words{"ASSAULT planned: France -> Spain"});
  EXPECT_EQ(visits("struck", ""), Words{"ASSAULT actual: France -> Spain"});
  EXPECT_EQ(visits("attacks", "~, PUNCT 7 punct -\nMarch PROPN 5 appos -\n3 NUM 7 nummod -\n"),
            Words{"ASSAULT actual: France -> Spain"}) << "a picture's text";
}

TEST(Plans, AreWhatHasADayBehindThePublication) {
  constexpr std::string_view kStruck =
      "France PROPN 2 nsubj B-GPE\n"
      "struck VERB  0 root  -\n"
      "Spain  PROPN 2 obj   B-GPE\n"
      "on     ADP   5 case  -\n"
      "March  PROPN 2 obl   -\n"
      "14     NUM   5 nummod -\n"
      "~,     PUNCT 5 punct -\n"
      "2025   NUM   5 nummod -\n";
  EXPECT_EQ(with_status(kStruck, "2025-03-12"), Words{"ASSAULT planned: France -> Spain, 2025-03-14"});
  EXPECT_EQ(with_status(kStruck, "2025-03-15"), Words{"ASSAULT actual: France -> Spain, 2025-03-14"});
}

TEST(Plans, ThatNobodyHasAreRefused) {
  const auto of = [](std::string_view no, std::string_view noun, std::string_view mark, std::string_view verb) {
    return with_status("Spain  PROPN 2 nsubj B-GPE\n"
                       "has    VERB  0 root  -\n" +
                       std::string(no) + " DET 2 obj -\n" + std::string(noun) + " NOUN 2 obj -\n" +
                       std::string(mark) + " PART 6 mark -\n" + std::string(verb) +
                       " VERB 4 acl -\n"
                       "France PROPN 6 obj   B-GPE\n");
  };
  EXPECT_EQ(of("no", "plans", "to", "meet"), Words{"REJECT actual: Spain -> France"});
  EXPECT_EQ(of("no", "intention", "of", "meeting"), Words{"REJECT actual: Spain -> France"});
  EXPECT_EQ(of("big", "plans", "to", "meet"), Words{"AGREE planned: Spain -> -"});
}

TEST(Plans, OfHeadlinesAreOfWhoStandsThere) {
  EXPECT_EQ(with_status("Spain    PROPN 3 nmod:poss B-GPE\n"
                        "~'s      PART  1 case  -\n"
                        "minister NOUN  0 root  -\n"
                        "to       PART  5 mark  -\n"
                        "visit    VERB  3 acl   -\n"
                        "France   PROPN 5 obj   B-GPE\n"),
            Words{"AGREE planned: Spain's minister -> France"});
}

TEST(Acts, ThatAreNotConfirmedStayOpen) {
  EXPECT_EQ(with_status("Spain   PROPN 4 nsubj B-GPE\n"
                        "did     AUX   4 aux   -\n"
                        "not     PART  4 advmod -\n"
                        "confirm VERB  0 root  -\n"
                        "the     DET   6 det   -\n"
                        "killing NOUN  4 obj   -\n"
                        "of      ADP   9 case  -\n"
                        "French  ADJ   9 amod  B-NORP\n"
                        "troops  NOUN  6 nmod  -\n"),
            Words{"ASSAULT possible: - -> French troops"});
}

TEST(Talks, ThatAreCalledOffAreNoCalls) {
  EXPECT_EQ(with_status("Trade  NOUN  2 compound -\n"
                        "talks  NOUN  5 nsubj -\n"
                        "with   ADP   4 case  -\n"
                        "Spain  PROPN 2 nmod  B-GPE\n"
                        "called VERB  0 root  -\n"
                        "off    ADP   5 compound:prt -\n"),
            Words{});
  EXPECT_EQ(with_status("Minister NOUN  0 root  -\n"
                        "~;       PUNCT 6 punct -\n"
                        "talks    NOUN  6 nsubj -\n"
                        "with     ADP   5 case  -\n"
                        "Spain    PROPN 3 nmod  B-GPE\n"
                        "called   VERB  1 acl   -\n"
                        "off      ADP   6 compound:prt -\n"),
            Words{});
}

TEST(Envoys, OfTwoWordsAreSummonedToo) {
  EXPECT_EQ(with_status("Spain     PROPN 2 nsubj B-GPE\n"
                        "summoned  VERB  0 root  -\n"
                        "France    PROPN 5 nmod:poss B-GPE\n"
                        "~'s       PART  3 case  -\n"
                        "charge    NOUN  2 obj   -\n"
                        "d'affaires PROPN 5 appos -\n"),
            Words{"ACCUSE actual: Spain -> France"});
}

TEST(Inquiries, ThatArePromisedAreNobody) {
  EXPECT_EQ(with_status("Spain    PROPN 2 nsubj B-GPE\n"
                        "promised VERB  0 root  -\n"
                        "an       DET   4 det   -\n"
                        "inquiry  NOUN  2 obj   -\n"),
            Words{"ACCUSE actual: Spain -> -"});
}

TEST(Police, ThatFireTearGasDismissNobody) {
  EXPECT_EQ(with_status("Spanish ADJ   2 amod  B-NORP\n"
                        "police  NOUN  3 nsubj -\n"
                        "fired   VERB  0 root  -\n"
                        "tear    NOUN  5 compound -\n"
                        "gas     NOUN  3 obj   -\n"
                        "and     CCONJ 7 cc    -\n"
                        "hurt    NOUN  3 conj  -\n"
                        "people  NOUN  3 obj   -\n"),
            Words{"ASSAULT actual: Spanish police -> people"});
}

}  // namespace
}  // namespace tacitus
