// Actors of whom the text tells no country: who is not of the one in which the article is at home.
#include "read/actors/unbound.h"

#include <gtest/gtest.h>

#include "read/actors/latecomers.h"
#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

constexpr std::string_view kNorway = R"(
    Norway    PROPN 2 nsubj     B-GPE
    voted     VERB  0 root      -
    in        ADP   4 case      -
    Oslo      PROPN 2 obl       B-GPE
    ~.        PUNCT 2 punct     -

)";
// Names several countries alike, so that it is at home in none.
constexpr std::string_view kNowhere = R"(
    Norway    PROPN 2 nsubj     B-GPE
    thanked   VERB  0 root      -
    Chile     PROPN 2 obj       B-GPE
    and       CCONJ 5 cc        -
    Peru      PROPN 3 conj      B-GPE
    ~.        PUNCT 2 punct     -

)";

Record read(std::string_view columns) { return MadeDocument(columns).read(); }

Record in_norway(std::string_view columns) {
  return read(std::string(kNorway) + std::string(kNorway) + std::string(columns));
}

Record nowhere(std::string_view columns) { return read(std::string(kNowhere) + std::string(columns)); }

TEST(Unbound, PeopleWhoAreEverywhereAreNotTheArticlesUnlessItMarksThemOut) {
  const Record record = in_norway(R"(
    Many      ADJ   2 amod      -
    users     NOUN  3 nsubj     -
    left      VERB  0 root      -

    Jihadists NOUN  2 nsubj     -
    left      VERB  0 root      -

    Farmers   NOUN  2 nsubj     -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Jihadists").country, std::nullopt);
  EXPECT_EQ(actor_named(record, "Farmers").country, "NOR");
}

TEST(Unbound, NamesEndInTheirWord) {
  for (const char* name : {"muslims", "many users", "such major consumers as japan", "central banks"}) {
    EXPECT_TRUE(names_anybody(name)) << name;
  }
  for (const char* name : {"", "users group", "users of drugs", "banks", "consumers", "user"}) EXPECT_FALSE(names_anybody(name)) << name;
}

TEST(Unbound, MinistersAtAConferenceAreThoseOfManyStates) {
  const Record record = in_norway(R"(
    Ministers   NOUN  5 nsubj     -
    at          ADP   4 case      -
    both        DET   4 det       -
    conferences NOUN  1 nmod      -
    agreed      VERB  0 root      -

    Ministers   NOUN  2 nsubj     -
    left        VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Ministers at both conferences").country, std::nullopt);
  EXPECT_EQ(actor_named(record, "Ministers").country, "NOR");
}

TEST(Unbound, LeadersOfAPartyAreOfTheArticlesCountry) {
  const Record record = in_norway(R"(
    Party       NOUN  2 compound  -
    leaders     NOUN  3 nsubj     -
    agreed      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Party leaders").country, "NOR");
}

TEST(Unbound, PartnersOfACountryAreOthers) {
  const Record record = nowhere(R"(
    Officials NOUN  2 nsubj     -
    met       VERB  0 root      -
    trading   NOUN  4 compound  -
    partners  NOUN  2 obj       -
    of        ADP   6 case      -
    Chile     PROPN 4 nmod      B-GPE)");
  for (const Actor& actor : record.actors) {
    if (actor.name.starts_with("trading")) {
      EXPECT_EQ(actor.country, std::nullopt);
    }
  }
}

TEST(Unbound, SoldiersAreOfNoneOfTheManyCountriesOfTheirSentence) {
  const Record several = nowhere(R"(
    Turkey    PROPN 2 nsubj     B-GPE
    told      VERB  0 root      -
    Chile     PROPN 2 obj       B-GPE
    that      SCONJ 6 mark      -
    soldiers  NOUN  6 nsubj     -
    fled      VERB  2 ccomp     -)");
  EXPECT_EQ(actor_named(several, "soldiers").country, std::nullopt);
}

TEST(Unbound, PeopleOfAPartOfAmericaAreAbroad) {
  EXPECT_TRUE(is_abroad("south american ministers", {"GOV"}));
  EXPECT_FALSE(is_abroad("american ministers", {"GOV"}));
}

TEST(Unbound, TradersMayBeOfAnywhere) {
  for (const char* name : {"traders", "two foreign exchange dealers", "analysts in tokyo", "reporters"}) {
    EXPECT_TRUE(is_loose(name)) << name;
  }
  for (const char* name : {"", "traders' union", "farmers", "union of traders"}) EXPECT_FALSE(is_loose(name)) << name;
}

TEST(Unbound, PoliceAreWhereTheirClauseIs) {
  const Record record = in_norway(R"(
    Police    NOUN  2 nsubj     -
    caught    VERB  0 root      -
    him       PRON  2 obj       -
    in        ADP   5 case      -
    Chile     PROPN 2 obl       B-GPE)");
  EXPECT_EQ(actor_named(record, "Police").code, "CHLCOP");
  // What is said tells not where it is said.
  const Record said = in_norway(R"(
    Police    NOUN  2 nsubj     -
    said      VERB  0 root      -
    he        PRON  4 nsubj     -
    trained   VERB  2 ccomp     -
    in        ADP   6 case      -
    Chile     PROPN 4 obl       B-GPE)");
  EXPECT_EQ(actor_named(said, "Police").code, "NORCOP");
}

TEST(Unbound, PopeIsOfTheVaticanWhereverHeIs) {
  const Record record = in_norway(R"(
    The       DET   2 det       -
    Pope      PROPN 3 nsubj     -
    said      VERB  0 root      -
    he        PRON  5 nsubj     -
    agreed    VERB  3 ccomp     -)");
  bool is_there = false;
  for (const Actor& actor : record.actors) {
    if (actor.name.find("Pope") == actor.name.npos && actor.role != "Pope") continue;
    is_there = true;
    EXPECT_EQ(actor.country, "VAT");
  }
  EXPECT_TRUE(is_there);
}

TEST(Unbound, PopeOfAnotherChurchIsNotOfTheVatican) {
  const Record record = in_norway(R"(
    The       DET   3 det       -
    Coptic    ADJ   3 amod      -
    Pope      PROPN 4 nsubj     -
    said      VERB  0 root      -
    he        PRON  6 nsubj     -
    agreed    VERB  4 ccomp     -)");
  for (const Actor& actor : record.actors) EXPECT_NE(actor.country, "VAT") << actor.name;
}

TEST(Unbound, PoliceOfACountryThatIsHardlyNamedAreNotAllPolice) {
  const Record record = in_norway(std::string(kNorway) + R"(
    Chilean   ADJ   2 amod      B-NORP
    police    NOUN  3 nsubj     -
    left      VERB  0 root      -

    Police    NOUN  2 nsubj     -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Police").country, "NOR");
}

TEST(Unbound, CorrespondentIsOfTheCountryOfHisBroadcaster) {
  const Record record = in_norway(R"(
    VOA           PROPN 3 compound  B-ORG
    Africa        PROPN 3 compound  B-LOC
    correspondent NOUN  4 compound  -
    Ann           PROPN 5 compound  B-PERSON
    Weber         PROPN 6 nsubj     I-PERSON
    said          VERB  0 root      -
    he            PRON  8 nsubj     -
    left          VERB  6 ccomp     -)");
  EXPECT_EQ(actor_named(record, "Ann Weber").country, "USA");
}

TEST(Unbound, CommitteeThatLooksIntoATownIsNotOfIt) {
  const Record record = in_norway(std::string(kNorway) + R"(
    The       DET   3 det       -
    Benghazi  PROPN 3 compound  B-GPE  -
    committee NOUN  4 nsubj     -      -  O1
    said      VERB  0 root      -
    it        PRON  6 nsubj     -
    agreed    VERB  4 ccomp     -)");
  EXPECT_EQ(actor_named(record, "Benghazi committee").country, "NOR");
}

TEST(Unbound, GroupOfNationsIsOfNone) {
  const Record record = in_norway(R"(
    The       DET   3 det       -
    13-nation ADJ   3 amod      -
    committee NOUN  4 nsubj     -
    said      VERB  0 root      -
    it        PRON  6 nsubj     -
    agreed    VERB  4 ccomp     -)");
  EXPECT_EQ(actor_named(record, "13-nation committee").country, "IGO");
}

TEST(Unbound, FirmIsOfItsSeatAndItsHeadOfTheFirms) {
  for (const std::string_view seat : {"of ADP 9 case -\nLeeds PROPN 7 nmod B-GPE\n",
                                      "~, PUNCT 10 punct -\na DET 10 det -\nbrewer NOUN 7 appos -\n"
                                      "in ADP 12 case -\nLeeds PROPN 10 nmod B-GPE\n"}) {
    const Record record = nowhere("Karl PROPN 2 compound B-PERSON\nWeber PROPN 0 root I-PERSON\n"
                                  "~, PUNCT 2 punct -\npresident NOUN 2 appos -\nof ADP 7 case -\n"
                                  "Ferris PROPN 7 compound B-ORG\nMarlow PROPN 4 nmod I-ORG\n" + std::string(seat));
    EXPECT_EQ(actor_named(record, "Ferris Marlow").country, "GBR") << seat;
    EXPECT_EQ(actor_named(record, "Karl Weber").country, "GBR") << seat;
  }
}

// An article that names Norway's towns and the country in ten sentences.
Belonging in_norway() {
  Belonging out;
  for (std::uint32_t n = 0; n < 10; ++n) {
    out.note("NOR", n % 2 ? CountrySign::kTown : CountrySign::kName, 100 * n, n, 1 + n % 2);
  }
  out.close({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 0);
  return out;
}

TEST(Latecomers, AreOfTheArticlesCountryAndThoseWhoWereMetKeepWhatTheyHave) {
  ArticleHome home;
  home.country = "NOR";
  home.belonging = in_norway();
  Record record;
  for (const char* name : {"soldiers", "a court", "Muslims", "farmers"}) {
    Actor actor;
    actor.name = name;
    actor.kind = "group";
    if (record.actors.size() < 2) actor.sectors = {"MIL"};
    Mention mention;
    mention.span = {static_cast<std::uint32_t>(10 * record.actors.size()),
                    static_cast<std::uint32_t>(10 * record.actors.size() + 5)};
    mention.actor = static_cast<std::uint32_t>(record.actors.size());
    mention.brings_in = record.actors.size() != 1;
    record.actors.push_back(actor);
    record.mentions.push_back(mention);
  }
  record.sentences = {{0, 1000}};
  settle_latecomers(home, record);
  EXPECT_EQ(record.actors[0].code, "NORMIL");
  EXPECT_EQ(record.actors[1].country, std::nullopt);  // was met before
  EXPECT_EQ(record.actors[2].country, std::nullopt);  // are everywhere
  EXPECT_EQ(record.actors[3].country, "NOR");
}

}  // namespace
}  // namespace tacitus
