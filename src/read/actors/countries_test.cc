// Countries of actors by the places that the map knows, and what the tables say of territories.
#include <gtest/gtest.h>

#include "read/actors/countries.h"
#include "read/made_document.h"
#include "read/made_record.h"
#include "read/places/made_gazetteer.h"

namespace tacitus {
namespace {

Record read(std::string_view columns) { return MadeDocument(columns).read(&known_places()); }

// Birmingham is in Alabama where the text speaks of it, in England else.
constexpr std::string_view kAlabama = R"(
    Birmingham PROPN 4 nsubj     B-GPE
    ~,        PUNCT 3 punct     -
    Alabama   PROPN 1 appos     B-GPE
    voted     VERB  0 root      -

)";
constexpr std::string_view kPolice = R"(
    Birmingham PROPN 2 compound B-GPE
    police    NOUN  3 nsubj     -
    left      VERB  0 root      -)";

TEST(Countries, OfATownAreTheOnesThatTheMapTellsHere) {
  const Record there = read(std::string(kAlabama) + std::string(kPolice));
  EXPECT_EQ(actor_named(there, "Birmingham police").code, "USACOP");
  EXPECT_EQ(actor_named(there, "Birmingham").country, "USA");
  const Record here = read(R"(
    Birmingham PROPN 3 nsubj    B-GPE
    and       CCONJ 1 cc        -
    Coventry  PROPN 1 conj      B-GPE
    voted     VERB  0 root      -)");
  EXPECT_EQ(actor_named(here, "Birmingham").country, "GBR");
}

TEST(Countries, OfTownsThatNoTableHasAreOnTheMap) {
  constexpr std::string_view kSavannah = R"(
    Savannah  PROPN 2 nsubj     B-GPE
    voted     VERB  0 root      -)";
  EXPECT_EQ(actor_named(read(kSavannah), "Savannah").country, "USA");
  EXPECT_EQ(actor_named(MadeDocument(kSavannah).read(), "Savannah").country, std::nullopt);
}

TEST(Countries, AreNotToldByAFirmThatIsCalledLikeATown) {
  const Record record = read(R"(
    Savannah  PROPN 2 nsubj     B-ORG
    said      VERB  0 root      -
    nothing   PRON  2 obj       -)");
  for (const Actor& actor : record.actors) {
    if (actor.kind == "organization") {
      EXPECT_EQ(actor.country, std::nullopt) << actor.name;
    }
  }
}

TEST(Countries, AreNeverToldByWordsInSmallLetters) {
  const Record record = read(R"(
    Farmers   NOUN  2 nsubj     -
    paid      VERB  0 root      -
    georgian  ADJ   4 amod      B-GPE
    crowns    NOUN  2 obj       -)");
  for (const Actor& actor : record.actors) EXPECT_EQ(actor.country, std::nullopt) << actor.name;
}

TEST(Countries, KeepThePoliceOfTwoTownsApart) {
  const Record record = read(R"(
    Boston    PROPN 2 compound  B-GPE
    police    NOUN  6 nsubj     -
    and       CCONJ 5 cc        -
    Seattle   PROPN 5 compound  B-GPE
    police    NOUN  2 conj      -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Boston police").code, "USACOP");
  EXPECT_EQ(actor_named(record, "Seattle police").code, "USACOP");
}

TEST(Countries, TakeNoTownsOfficeForSomebody) {
  const Record record = read(R"(
    Farmers   NOUN  2 nsubj     -
    resigned  VERB  0 root      -
    from      ADP   5 case      -
    Savannah  PROPN 5 compound  B-GPE
    office    NOUN  2 obl       -)");
  EXPECT_EQ(meant_by(record, "Savannah office"), "not mentioned");
}

TEST(Countries, OfTerritoriesAreThoseThatControlThem) {
  const Knowledge& knowledge = Knowledge::builtin();
  EXPECT_EQ(knowledge.country_of("PRI"), "USA");
  EXPECT_EQ(knowledge.country_of("XKX"), "KOS");
  EXPECT_EQ(knowledge.country_of("POL"), "POL");
  EXPECT_EQ(knowledge.country_of("ATA"), "");
}

TEST(Home, IsWhereTheTownsAreThoughAnotherCountryIsNamedAsOften) {
  constexpr std::string_view kTowns = R"(
    Savannah  PROPN 4 nsubj     B-GPE
    and       CCONJ 3 cc        -
    Atlanta   PROPN 1 conj      B-GPE
    welcomed  VERB  0 root      -
    Jordanian ADJ   6 amod      B-NORP
    farmers   NOUN  4 obj       -
    from      ADP   8 case      -
    Jordan    PROPN 6 nmod      B-GPE

)";
  constexpr std::string_view kMayor = R"(
    Mayor     PROPN 2 nmod:desc -
    Weber     PROPN 3 nsubj     B-PERSON
    smiled    VERB  0 root      -

)";
  const std::string towns(kTowns), mayor(kMayor);
  EXPECT_EQ(actor_named(read(towns + mayor + towns + towns + mayor), "Weber").code, "USAGOV");
}

TEST(Countries, OfAPartOfAContinentAreNone) {
  EXPECT_TRUE(is_part_of_america("latin", "american"));
  EXPECT_TRUE(is_part_of_america("south", "america"));
  EXPECT_FALSE(is_part_of_america("north", "korea"));
  EXPECT_FALSE(is_part_of_america("", "american"));
}

TEST(Home, IsNotEverybodysWhereTwoCountriesAreAtOdds) {
  const auto accused = [](const std::string& who, const std::string& whom) {
    return who + " PROPN 2 nsubj B-GPE\naccused VERB 0 root -\n" + whom + " PROPN 2 obj B-GPE\n\n";
  };
  const Record record = read("They PRON 2 nsubj -\nargued VERB 0 root -\n\n" + accused("Russia", "Jordan") +
                             accused("Jordan", "Russia") + accused("Russia", "Jordan") +
                             "Farmers NOUN 2 nsubj -\nleft VERB 0 root -\n");
  EXPECT_EQ(actor_named(record, "Farmers").country, std::nullopt);
}

}  // namespace
}  // namespace tacitus
