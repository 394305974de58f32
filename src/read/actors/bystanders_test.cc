// Actors whom the model takes for somebody, though no table has a word for them.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

Record read(std::string_view columns) { return MadeDocument(columns).read(); }

// "ADJECTIVE NOUN left.", with what the model refers the noun to.
Record leave(const std::string& adjective, const std::string& noun, const std::string& reference) {
  return read(adjective + " ADJ 2 amod - -\n" + noun + " NOUN 3 nsubj - - " + reference + "\nleft VERB 0 root - -");
}

TEST(Bystanders, AreThoseWhomTheModelTakesForPeople) {
  EXPECT_EQ(actor_named(leave("young", "people", "P1"), "young people").kind, "group");
  EXPECT_EQ(actor_named(leave("young", "grebloids", "P1"), "young grebloids").kind, "group");
  EXPECT_EQ(actor_named(leave("young", "grebloid", "P1"), "young grebloid").kind, "person");
  EXPECT_EQ(actor_named(leave("young", "grebloids", "-"), "young grebloids").name, "");
}

TEST(Bystanders, AreBodiesOfWhichNothingIsKnown) {
  EXPECT_EQ(actor_named(leave("new", "group", "O1"), "new group").kind, "organization");
  EXPECT_EQ(actor_named(leave("new", "group", "-"), "new group").name, "");
}

TEST(Bystanders, AreNoTitlesThatTheTreeTearsOff) {
  const Record record = read(R"(
    Prime     NOUN  4 nsubj     -        - P0
    Minister  PROPN 3 compound  -        - -
    Weber     PROPN 4 nsubj     B-PERSON - P1
    left      VERB  0 root      -        - -)");
  EXPECT_EQ(actor_named(record, "Prime").name, "");
}

TEST(Bystanders, AreNoPartsOfAWordWithAHyphen) {
  for (const std::string labels : {"- -", "- P0", "s1 -"}) {
    const std::string source = labels[0] == 's' ? "s1" : "-", cue = labels[0] == 's' ? "c1" : "-";
    const Record record = read("The        DET   4 det       - " + source + " -\n" +
                               "secretary  NOUN  5 nsubj     - " + labels + "\n" +
                               "~-         PUNCT 2 punct     - " + source + " -\n" +
                               "~general   NOUN  5 nsubj     - " + source + " P1\n" +
                               "praised    VERB  0 root      - " + cue + " -\n" +
                               "Norland    PROPN 5 obj       B-GPE - -\n");
    ASSERT_EQ(record.mentions.size(), 2u) << labels;
    EXPECT_EQ(record.mentions[0].span.size(), std::string_view("The secretary-general").size()) << labels;
  }
}

TEST(Bystanders, AreStatesThatActButNotWhereSomethingIs) {
  EXPECT_EQ(actor_named(leave("western", "countries", "L1"), "western countries").kind, "group");
  const Record record = read(R"(
    They      PRON  2 nsubj     -
    live      VERB  0 root      -
    in        ADP   5 case      -
    other     ADJ   5 amod      -
    countries NOUN  2 obl       -)");
  EXPECT_EQ(actor_named(record, "other countries").name, "");
}

TEST(Bystanders, WhoProduceAreFirmsUnlessTheyMakeFilms) {
  EXPECT_EQ(actor_named(leave("Norwegian", "producers", "P1"), "Norwegian producers").sectors, Words{"BUS"});
}

TEST(Bystanders, WhoAreOfficersAreOfThePoliceInAnArticleAboutThem) {
  constexpr std::string_view kOfficers = R"(
    Oslo      PROPN 2 compound  B-GPE - L0
    police    NOUN  3 nsubj     -     - O1
    left      VERB  0 root      -     - -

    Officers  NOUN  2 nsubj     -     - P1
    slept     VERB  0 root      -     - -)";
  EXPECT_EQ(actor_named(read(kOfficers), "Officers").sectors, Words{"COP"});
  EXPECT_EQ(actor_named(leave("old", "officers", "P1"), "old officers").sectors, Words{});
}

TEST(Bystanders, WhoHaveKinAreNoCountries) {
  const Record record = read(R"(
    Georgia   PROPN 3 nmod:poss B-GPE - L0
    's        PART  1 case      -     - -
    father    NOUN  4 nsubj     -     - P1
    left      VERB  0 root      -     - -)");
  EXPECT_EQ(actor_named(record, "Georgia's father").country, std::nullopt);
}

TEST(Groups, OfOfficialsAreOfAStateUnlessNobodyKnowsTheirBody) {
  const auto officials = [](const std::string& body) {
    const Record record = read(body + R"( PROPN 2 compound B-ORG s1
    officials NOUN  3 nsubj     -     s1
    said      VERB  0 root      -     c1
    it        PRON  5 expl      -     x1
    rained    VERB  3 ccomp     -     x1)");
    return actor_named(record, body + " officials").sectors;
  };
  EXPECT_EQ(officials("NATO"), Words{"GOV"});
  EXPECT_EQ(officials("Grebel"), Words{});
}

TEST(Groups, OfSeveralCallingsAreOfTheSectorsOfAll) {
  const Record record = read(R"(
    Traders   NOUN  4 nsubj     - s1
    and       CCONJ 3 cc        - s1
    farmers   NOUN  1 conj      - s1
    said      VERB  0 root      - c1
    it        PRON  6 expl      - x1
    rained    VERB  4 ccomp     - x1)");
  EXPECT_EQ(actor_named(record, "Traders and farmers").sectors, (Words{"BUS", "AGR"}));
}

// The model takes the department for a name and its head for a word.
TEST(Bystanders, OfWhomTheModelTearsOffAMinistryAreOfTheState) {
  const Record record = read(R"(
    Grebel    PROPN 2 compound  B-ORG
    Secretary PROPN 4 compound  -
    Ann       PROPN 4 compound  B-PERSON
    Weber     PROPN 5 nsubj     I-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Grebel").sectors, Words{"GOV"});
  const Record many = read(R"(
    NATO      PROPN 2 compound  B-ORG
    ministers NOUN  3 nsubj     -
    left      VERB  0 root      -)");
  EXPECT_TRUE(actor_named(many, "NATO").sectors.empty());
}

TEST(Bystanders, AreNotShares) {
  MadeDocument made(R"(
    Support   NOUN  2 nsubj     -
    rose      VERB  0 root      -
    to        ADP   5 case      -
    56        NUM   5 nummod    -
    percent   NOUN  2 obl       -)");
  SectorScores sure;
  sure.token = 4;
  sure.sectors[0] = 17;  // CVL
  sure.chances[0] = 250;
  made.document().sectors = {sure};
  EXPECT_TRUE(made.read().actors.empty());
}

}  // namespace
}  // namespace tacitus
