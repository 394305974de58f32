// Which body a description means, by who has spoken just before.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

// "Ferris Watch VERB the army.", a new paragraph where `then` begins one.
std::string watch(const std::string& verb, const std::string& then) {
  return "Ferris  PROPN 3 nsubj B-ORG s1 O1\nWatch PROPN 1 flat I-ORG s1\n" + verb + R"( VERB 0 root - c1
    Norland PROPN 5 compound B-ORG x1 O2
    Army    PROPN 3 obj      I-ORG x1
    ~.      PUNCT 3 punct    -     -

)" + then;
}

std::string second(const std::string& columns) {
  const Words speakers = speakers_of(MadeDocument(columns).read());
  return speakers.size() == 2 ? speakers[1] : std::to_string(speakers.size()) + " statements";
}

constexpr const char* kTeachersUnions = R"(
    Teachers   NOUN 3 nmod:poss - s2
    ~'         PART 1 case      - s2
    unions     NOUN 4 nsubj     - s2
    threatened VERB 0 root      - c2
    to         PART 6 mark      - x2
    strike     VERB 4 xcomp     - x2
)";

TEST(SpeakingBodies, AreNotSeveralNorAnothers) {
  EXPECT_EQ(second(watch("accused", kTeachersUnions)), "Teachers' unions");
}

// "The group VERB that."
std::string group(const std::string& verb) {
  return "The DET 2 det - s2\ngroup NOUN 3 nsubj - s2\n" + verb + " VERB 0 root - c2\nthat PRON 3 obj - x2\n";
}

TEST(SpeakingBodies, DoNotDenyWhatTheyAccuseOthersOf) {
  EXPECT_EQ(second(watch("accused", group("denied"))), "Norland Army");
  EXPECT_EQ(second(watch("accused", group("repeated"))), "Ferris Watch");
  EXPECT_EQ(second(watch("praised", group("denied"))), "Ferris Watch");
}

// "Norway denied it. “No,” the foreign ministry said."
std::string ministry(const std::string& columns, const std::string& between) {
  return R"(
    Norway  PROPN 2 nsubj  B-GPE s1 L1
    denied  VERB  0 root   -     c1
    it      PRON  2 obj    -     x1
    in      ADP   5 case   -     -
    Sweden  PROPN 2 obl    B-GPE - L2
    ~.      PUNCT 2 punct  -     -
)" + between + R"(
    No       INTJ 5 discourse - x2
    ~,       PUNCT 1 punct    - -
)" + columns + "    said     VERB 0 root      - c2\n";
}

TEST(SpeakingBodies, OfAStateThatHasSpokenAreItsMinistries) {
  const std::string described = "the DET 5 det - s2\nforeign ADJ 5 amod - s2\nministry NOUN 6 nsubj - s2\n";
  const std::string named = "the DET 5 det - s2\nForeign PROPN 5 compound B-ORG s2\nMinistry PROPN 6 nsubj I-ORG s2\n";
  const std::string spokeswoman =
      "Foreign PROPN 4 compound B-ORG s2\nMinistry PROPN 5 compound I-ORG s2\nspokeswoman NOUN 6 nmod:desc - s2\n"
      "Clara PROPN 7 nsubj B-PERSON s2\n";
  for (const std::string& columns : {described, named, spokeswoman}) {
    const Record record = MadeDocument(ministry(columns, "\n")).read();
    ASSERT_EQ(record.statements.size(), 2u);
    EXPECT_EQ(record.actors[*record.statements[1].actor].code, "NORGOV") << columns;
    if (columns == spokeswoman) continue;  // whom the article's home gives the same country
    const Record apart = MadeDocument(ministry(columns, "#p\n")).read();
    ASSERT_EQ(apart.statements.size(), 2u);
    EXPECT_NE(apart.actors[*apart.statements[1].actor].code, "NORGOV") << columns;
  }
}

TEST(SpeakingBodies, OfSeveralHaveNoCountryFromTheArticleAlone) {
  // An article that is at home in Norway, for a text that tells no more of them.
  std::string columns;
  for (int i = 0; i < 6; ++i) {
    columns += "The DET 3 det - - -\nNorwegian ADJ 3 amod B-NORP - -\narmy NOUN 4 nsubj - - O9\nslept VERB 0 root - - -\n\n";
  }
  columns += R"(
    Ferris     PROPN 4 nsubj B-ORG s1 O1
    and        CCONJ 3 cc    -     s1
    Sweden     PROPN 1 conj  B-GPE s1 L2
    threatened VERB  0 root  -     c1
    it         PRON  4 obj   -     x1
    ~.         PUNCT 4 punct -     -
)";
  const Record record = MadeDocument(columns).read();
  EXPECT_EQ(speakers_of(record), Words{"Ferris and Sweden"});
  EXPECT_EQ(actor_named(record, "Ferris and Sweden").country, std::nullopt);
}

TEST(SpeakingBodies, OfRebelsAreNotTheArmy) {
  const Record record = MadeDocument(R"(
    The        DET   4 det       -     s1
    Lord       PROPN 4 nmod:poss B-ORG s1 O1
    ~'s        PART  2 case      I-ORG s1
    Resistance PROPN 5 compound  I-ORG s1
    Army       PROPN 6 nsubj     I-ORG s1
    said       VERB  0 root      -     c1
    so         ADV   6 advmod    -     x1

    The        DET   2 det       -     s2
    army       NOUN  3 nsubj     -     s2
    denied     VERB  0 root      -     c2
    it         PRON  3 obj       -     x2)").read();
  EXPECT_EQ(speakers_of(record).at(1), "army");
}

}  // namespace
}  // namespace tacitus
