// Actors of whom the text says nothing: the country of the article, bystanders, descriptions.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

Record read(std::string_view columns) { return MadeDocument(columns).read(); }

constexpr std::string_view kNorway = R"(
    Norway    PROPN 2 nsubj     B-GPE
    voted     VERB  0 root      -
    in        ADP   4 case      -
    Oslo      PROPN 2 obl       B-GPE
    ~.        PUNCT 2 punct     -

)";

std::string in_norway(std::string_view columns) {
  return std::string(kNorway) + std::string(columns);
}

TEST(Home, GivesPoliceTheCountryOfTheArticleButNotEverybody) {
  const Record record = read(in_norway(R"(
    Police    NOUN  2 nsubj     -
    stopped   VERB  0 root      -
    two       NUM   4 nummod    -
    farmers   NOUN  2 obj       -

    Ola       PROPN 2 compound  B-PERSON
    Weber     PROPN 3 nsubj     I-PERSON
    left      VERB  0 root      -)"));
  EXPECT_EQ(actor_named(record, "Police").code, "NORCOP");
  EXPECT_EQ(actor_named(record, "two farmers").country, std::nullopt);
  EXPECT_EQ(actor_named(record, "Ola Weber").country, std::nullopt);
}

TEST(Home, GivesItsCountryToEverybodyWhereHardlyAnotherIsNamed) {
  constexpr std::string_view kFarmers = R"(
    Farmers   NOUN  2 nsubj     -
    left      VERB  0 root      -)";
  const Record sure = read(in_norway(in_norway(in_norway(kFarmers))));
  EXPECT_EQ(actor_named(sure, "Farmers").country, "NOR");
}

TEST(Home, IsEverybodysWhereAnArticleNamesOneCountryAlone) {
  constexpr std::string_view kLeft = R"(
    Farmers   NOUN  2 nsubj     -
    left      VERB  0 root      -

    They      PRON  2 nsubj     -
    voted     VERB  0 root      -

    Farmers   NOUN  2 nsubj     -
    slept     VERB  0 root      -)";
  EXPECT_EQ(actor_named(read(in_norway(kLeft)), "Farmers").country, "NOR");
}

TEST(Home, IsNoneWhereSeveralCountriesAreNamed) {
  const Record record = read(R"(
    Norway    PROPN 5 nsubj     B-GPE
    ~,        PUNCT 3 punct     -
    Chad      PROPN 1 conj      B-GPE
    Peru      PROPN 1 conj      B-GPE
    voted     VERB  0 root      -

    Police    NOUN  2 nsubj     -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Police").sectors, Words{"COP"});
  EXPECT_EQ(actor_named(record, "Police").country, std::nullopt);
}

TEST(Home, IsNotThatOfForeignersAndInternationalBodies) {
  const Record record = read(in_norway(std::string(kNorway) + R"(
    Foreign   ADJ   2 amod      -
    ministers NOUN  5 nsubj     -
    and       CCONJ 4 cc        -
    NATO      PROPN 2 conj      B-ORG
    met       VERB  0 root      -

    Foreign   ADJ   2 amod      -
    investors NOUN  3 nsubj     -
    left      VERB  0 root      -)"));
  EXPECT_EQ(actor_named(record, "Foreign investors").country, std::nullopt);
  EXPECT_EQ(actor_named(record, "Foreign ministers").country, "NOR");
  EXPECT_EQ(actor_named(record, "NATO").country, "IGO");
}

TEST(Home, IsNotToldByMoneyOrByNewsAgencies) {
  const Record record = read(R"(
    Swiss     ADJ   2 amod      B-NORP
    francs    NOUN  3 nsubj     -
    fell      VERB  0 root      -
    ~,        PUNCT 6 punct     -
    Reuters   PROPN 6 nsubj     B-ORG
    said      VERB  3 parataxis -

    Police    NOUN  2 nsubj     -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Police").country, std::nullopt);
}

TEST(Bystanders, AreActorsThatDoSomethingOrToWhomItIsDone) {
  const Record record = read(R"(
    Rebels    NOUN  2 nsubj     -
    shot      VERB  0 root      -
    Syrian    ADJ   4 amod      B-NORP
    soldiers  NOUN  2 obj       -
    near      ADP   7 case      -
    a         DET   7 det       -
    tree      NOUN  2 obl       -)");
  EXPECT_EQ(actor_named(record, "Rebels").sectors, Words{"REB"});
  EXPECT_EQ(actor_named(record, "Syrian soldiers").code, "SYRMIL");
  EXPECT_EQ(meant_by(record, "Syrian soldiers"), "Syrian soldiers");
  EXPECT_EQ(meant_by(record, "a tree"), "not mentioned");
}

TEST(Bystanders, AreNotOfThoseWhoBackThem) {
  const Record record = read(R"(
    U.S.      PROPN 3 compound  B-GPE
    ~-        PUNCT 3 punct     -
    ~backed   VERB  4 amod      -
    rebels    NOUN  9 nsubj     -
    and       CCONJ 8 cc        -
    Syrian    ADJ   8 amod      B-NORP
    government NOUN 8 compound  -
    troops    NOUN  4 conj      -
    met       VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "U.S.-backed rebels").country, std::nullopt);
  EXPECT_EQ(actor_named(record, "U.S.-backed rebels").sectors, Words{"REB"});
  EXPECT_EQ(actor_named(record, "Syrian government troops").country, "SYR");
}

TEST(Bystanders, AreNoThingsThatAreCalledLikeBodies) {
  const Record record = read(R"(
    Farmers   NOUN  2 nsubj     -
    asked     VERB  0 root      -
    for       ADP   5 case      -
    an        DET   5 det       -
    exchange  NOUN  2 obl       -
    at        ADP   8 case      -
    a         DET   8 det       -
    school    NOUN  2 obl       -)");
  EXPECT_EQ(names_of(record), Words{"Farmers"});
}

TEST(Bystanders, AreNoPredicatesAndNoTitles) {
  const Record record = read(R"(
    Minister  NOUN  2 nmod:desc -
    Weber     PROPN 5 nsubj     B-PERSON
    is        AUX   5 cop       -
    a         DET   5 det       -
    farmer    NOUN  0 root      -)");
  EXPECT_EQ(names_of(record), Words{"Weber"});
}

TEST(Bystanders, AreThoseWhoWereNamedBefore) {
  const Record record = read(R"(
    Turkish   ADJ   3 amod      B-NORP
    President PROPN 3 compound  -
    Weber     PROPN 4 nsubj     B-PERSON
    left      VERB  0 root      -

    They      PRON  2 nsubj     -
    met       VERB  0 root      -
    the       DET   4 det       -
    president NOUN  2 obj       -)");
  EXPECT_EQ(meant_by(record, "the president"), "Weber");
}

TEST(Descriptions, TellOfTheBodyBesideThem) {
  const Record record = read(R"(
    Ferris    PROPN 6 nsubj     B-ORG
    ~,        PUNCT 5 punct     -
    a         DET   5 det       -
    German    ADJ   5 amod      B-NORP
    carmaker  NOUN  1 appos     -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Ferris").code, "DEUBUS");
}

TEST(Descriptions, GiveAPersonTheBodyThatIsNamedBehindTheRole) {
  const Record record = read(R"(
    Weber     PROPN 8 nsubj     B-PERSON
    ~,        PUNCT 3 punct     -
    president NOUN  1 appos     -
    of        ADP   6 case      -
    Ferris    PROPN 6 compound  B-ORG
    Airlines  PROPN 3 nmod      I-ORG
    ~,        PUNCT 3 punct     -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Weber").sectors, Words{"BUS"});
}

TEST(Descriptions, GiveAPersonTheBodyBesideHim) {
  // "told Ann Rowe of Reuters": the tree hangs the body from the verb.
  const Record record = read(R"(
    They      PRON  2 nsubj     -
    told      VERB  0 root      -
    Ann       PROPN 4 compound  B-PERSON
    Rowe      PROPN 2 obj       I-PERSON
    of        ADP   6 case      -
    Reuters   PROPN 2 obl       B-ORG)");
  EXPECT_EQ(actor_named(record, "Ann Rowe").sectors, Words{"JRN"});
}

TEST(Names, ThatEndLikeFirmsAreFirms) {
  const Record record = read(R"(
    Karl      PROPN 2 compound  B-PERSON
    Weber     PROPN 6 nsubj     I-PERSON
    and       CCONJ 5 cc        -
    Co        PROPN 2 conj      -
    Inc       PROPN 2 flat      -
    grew      VERB  0 root      -)");
  ASSERT_FALSE(record.actors.empty());
  EXPECT_EQ(record.actors[0].kind, "organization");
}

TEST(Names, OfFirmsNeedNoInc) {
  const Record record = read(R"(
    Siemens   PROPN 3 nsubj     B-ORG
    AG        PROPN 1 flat      I-ORG
    grew      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Siemens AG").code, "DEUBUS");
}

TEST(Names, OfFirmsAreNotThoseOfPeopleWhoAreCalledLikeThem) {
  const Record record = read(R"(
    Ann       PROPN 2 compound  B-PERSON
    Kellogg   PROPN 3 nsubj     I-PERSON
    spoke     VERB  0 root      -

    Kellogg   PROPN 2 nsubj     B-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(meant_by(record, "Kellogg"), "Ann Kellogg");
}

TEST(Names, ThatTheModelTakesForPronounsAreFound) {
  const Record record = read(R"(
    Ann       PROPN 2 compound  B-PERSON
    Rowe      PROPN 3 nsubj     I-PERSON
    spoke     VERB  0 root      -

    Rowe      PRON  2 nsubj     -
    left      VERB  0 root      -)");
  EXPECT_EQ(meant_by(record, "Rowe"), "Ann Rowe");
}

TEST(Names, EndInWordsThatAreNoBodysByThemselves) {
  const Record record = read(R"(
    Ferris    PROPN 2 compound  B-ORG
    Foods     PROPN 3 nsubj     I-ORG
    bought    VERB  0 root      -
    Polish    ADJ   5 amod      B-NORP
    foods     NOUN  3 obj       -)");
  EXPECT_EQ(actor_named(record, "Ferris Foods").sectors, Words{"BUS"});
  EXPECT_EQ(meant_by(record, "Polish foods"), "not mentioned");
}

TEST(Seats, TellThatSomebodyIsInCongress) {
  const auto actor = [](std::string_view seat) {
    return actor_named(read("Weber PROPN 5 nsubj B-PERSON\n( PUNCT 3 punct -\n" + std::string(seat) +
                            " PROPN 1 appos -\n~) PUNCT 3 punct -\nleft VERB 0 root -\n"),
                       "Weber");
  };
  for (const char* seat : {"~R-Utah", "~D-Mass.", "~R-S.C.", "~I-Vt."}) {
    EXPECT_EQ(actor(seat).code, "USALEG") << seat;
  }
  for (const char* seat : {"~R-rated", "~X-Utah", "~D-Day", "~R-Moscow"}) {
    EXPECT_EQ(actor(seat).code, std::nullopt) << seat;
  }
}

TEST(Names, OfACoupleMeanTheOneWhomTheArticleIsAbout) {
  const Record record = read(R"(
    Ann       PROPN 2 compound  B-PERSON
    Weber     PROPN 3 nsubj     I-PERSON
    spoke     VERB  0 root      -

    Weber     PROPN 2 nsubj     B-PERSON
    left      VERB  0 root      -

    Karl      PROPN 2 compound  B-PERSON
    Weber     PROPN 3 nsubj     I-PERSON
    stayed    VERB  0 root      -

    Weber     PROPN 2 nsubj     B-PERSON
    smiled    VERB  0 root      -)");
  EXPECT_EQ(meant_by(record, "Weber", 1), "Ann Weber");
}

}  // namespace
}  // namespace tacitus
