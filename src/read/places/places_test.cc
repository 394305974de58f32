#include "read/places/places.h"

#include <gtest/gtest.h>

#include <chrono>

#include "read/made_document.h"
#include "read/made_record.h"
#include "read/places/made_gazetteer.h"
#include "read/random_document.h"

namespace tacitus {
namespace {

Record read(const MadeDocument& made) { return made.read(&known_places()); }

// "Paris = Paris, Texas, USA" for each place, in the text's order.
Words places_of(const Record& record) {
  Words out;
  for (const Place& place : record.places) {
    std::string line(place.span.in(record.article.text));
    line += " = " + place.name;
    if (place.admin1) line += ", " + *place.admin1;
    if (place.country) line += ", " + *place.country;
    out.push_back(line);
  }
  return out;
}

TEST(Places, TownIsWhereTheStateBehindItSays) {
  const MadeDocument made(R"(
    The       DET   2  det    -
    storm     NOUN  3  nsubj  -
    hit       VERB  0  root   -
    Paris     PROPN 3  obj    B-GPE
    ~,        PUNCT 6  punct  -
    Texas     PROPN 4  nmod   B-GPE
    ~,        PUNCT 4  punct  -
    on        ADP   9  case   -
    Monday    PROPN 3  obl    -
    ~.        PUNCT 3  punct  -

    Officials NOUN  4  nsubj  -
    in        ADP   3  case   -
    Paris     PROPN 1  nmod   B-GPE
    agreed    VERB  0  root   -
    ~.        PUNCT 4  punct  -
  )");
  EXPECT_EQ(places_of(read(made)),
            (Words{"Paris = Paris, Texas, USA", "Texas = Texas, Texas, USA",
                   "Paris = Paris, Texas, USA"}));
}

TEST(Places, FamousTownIsMeantWhereNothingSaysOtherwise) {
  const MadeDocument made(R"(
    Ministers NOUN  2  nsubj  -
    met       VERB  0  root   -
    in        ADP   4  case   -
    Paris     PROPN 2  obl    B-GPE
    ~.        PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(made)), (Words{"Paris = Paris, FRA"}));
}

TEST(Places, KnownCityIsMeantThoughTheCountryOfANamesakeIsNamed) {
  const MadeDocument made(R"(
    The     DET   3  det       -
    US      PROPN 3  compound  B-GPE
    envoy   NOUN  4  nsubj     -
    flew    VERB  0  root      -
    to      ADP   6  case      -
    Paris   PROPN 4  obl       B-GPE
    ~.      PUNCT 4  punct     -
  )");
  EXPECT_EQ(places_of(read(made)).back(), "Paris = Paris, FRA");
}

TEST(Places, ShortFormOfAStateTellsTheTownAndKeepsItsPoint) {
  const MadeDocument made(R"(
    He      PRON  2  nsubj  -
    lives   VERB  0  root   -
    in      ADP   4  case   -
    Paris   PROPN 2  obl    B-GPE
    ~,      PUNCT 6  punct  -
    Mo      PROPN 4  nmod   B-GPE
    ~.      PUNCT 2  punct  -
  )");
  const Record record = read(made);
  EXPECT_EQ(places_of(record),
            (Words{"Paris = Paris, Missouri, USA", "Mo. = Missouri, Missouri, USA"}));
  EXPECT_NEAR(*record.places[0].lat, 39.48, 1e-3);
  EXPECT_NEAR(*record.places[0].lon, -92, 1e-3);
  EXPECT_EQ(record.places[0].geonameid, 4402452u);
}

TEST(Places, DatelineInCapitalsIsRead) {
  const MadeDocument made(R"(
    BIRMINGHAM PROPN 0  root   B-GPE
    ~,         PUNCT 3  punct  -
    Alabama    PROPN 1  nmod   B-GPE
    -          PUNCT 7  punct  -
    A          DET   6  det    -
    court      NOUN  7  nsubj  -
    ruled      VERB  1  parataxis -
    in         ADP   9  case   -
    Birmingham PROPN 7  obl    B-GPE
    ~.         PUNCT 1  punct  -
  )");
  EXPECT_EQ(places_of(read(made)),
            (Words{"BIRMINGHAM = Birmingham, Alabama, USA", "Alabama = Alabama, Alabama, USA",
                   "Birmingham = Birmingham, Alabama, USA"}));
}

TEST(Places, NamesakesAreToldApartByTheirNeighbours) {
  const MadeDocument english(R"(
    Roads      NOUN  8  nsubj  -
    near       ADP   3  case   -
    Birmingham PROPN 1  nmod   B-GPE
    ~,         PUNCT 5  punct  -
    Coventry   PROPN 3  conj   B-GPE
    and        CCONJ 7  cc     -
    Cambridge  PROPN 3  conj   B-GPE
    froze      VERB  0  root   -
    ~.         PUNCT 8  punct  -
  )");
  EXPECT_EQ(places_of(read(english)),
            (Words{"Birmingham = Birmingham, England, GBR", "Coventry = Coventry, England, GBR",
                   "Cambridge = Cambridge, England, GBR"}));
  const MadeDocument american(R"(
    Students  NOUN  5  nsubj  -
    in        ADP   3  case   -
    Cambridge PROPN 1  nmod   B-GPE
    ~,        PUNCT 4  punct  -
    asked     VERB  0  root   -
    Boston    PROPN 5  obj    B-GPE
    for       ADP   8  case   -
    help      NOUN  5  obl    -
    ~.        PUNCT 5  punct  -

    Massachusetts PROPN 2  nsubj  B-GPE
    paid      VERB  0  root   -
    ~.        PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(american)),
            (Words{"Cambridge = Cambridge, Massachusetts, USA",
                   "Boston = Boston, Massachusetts, USA",
                   "Massachusetts = Massachusetts, Massachusetts, USA"}));
}

TEST(Places, TownIsTheOneWhoseCouncilIsNamedAndTheCouncilIsNoPlace) {
  const MadeDocument made(R"(
    Schools  NOUN  4  nsubj  -
    in       ADP   3  case   -
    Edmonton PROPN 1  nmod   B-GPE
    sang     VERB  0  root   -
    for      ADP   7  case   -
    Enfield  PROPN 7  compound  B-ORG
    Council  PROPN 4  obl    I-ORG
    ~.       PUNCT 4  punct  -
  )");
  EXPECT_EQ(places_of(read(made)), (Words{"Edmonton = Edmonton, England, GBR"}));
}

TEST(Places, TownsOfABodysLongerNameTellNothing) {
  const MadeDocument made(R"(
    Schools  NOUN  4  nsubj  -
    in       ADP   3  case   -
    Edmonton PROPN 1  nmod   B-GPE
    sang     VERB  0  root   -
    for      ADP   8  case   -
    Harry    PROPN 7  compound  B-ORG
    Enfield  PROPN 8  compound  I-ORG
    Council  PROPN 4  obl    I-ORG
    ~.       PUNCT 4  punct  -
  )");
  EXPECT_EQ(places_of(read(made)), (Words{"Edmonton = Edmonton, Alberta, CAN"}));
}

TEST(Places, NamesakeOfACapitalIsMeantBesideATownThatOnlyItsCountryHas) {
  const MadeDocument local(R"(
    Drivers PROPN 4  nsubj  -
    in      ADP   3  case   -
    Paris   PROPN 1  nmod   B-GPE
    called  VERB  0  root   -
    Brant   PROPN 6  compound  B-ORG
    Police  PROPN 4  obj    I-ORG
    ~.      PUNCT 4  punct  -
  )");
  EXPECT_EQ(places_of(read(local)), (Words{"Paris = Paris, Ontario, CAN"}));
  const MadeDocument abroad(R"(
    Drivers PROPN 4  nsubj  -
    in      ADP   3  case   -
    Paris   PROPN 1  nmod   B-GPE
    called  VERB  0  root   -
    Brant   PROPN 6  compound  B-ORG
    Police  PROPN 4  obj    I-ORG
    in      ADP   8  case   -
    France  PROPN 4  obl    B-GPE
    ~.      PUNCT 4  punct  -
  )");
  EXPECT_EQ(places_of(read(abroad)), (Words{"Paris = Paris, FRA", "France = France, FRA"}));
}

TEST(Places, CapitalIsMeantThoughACapitalIsNearItsNamesake) {
  const MadeDocument made(R"(
    Envoys     NOUN  2  nsubj  -
    left       VERB  0  root   -
    Washington PROPN 2  obj    B-GPE
    for        ADP   5  case   -
    Vienna     PROPN 2  obl    B-GPE
    ~.         PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(made)), (Words{"Washington = Washington, USA", "Vienna = Vienna, AUT"}));
}

TEST(Places, GeorgiaIsTheStateAmongItsTownsAndTheCountryBesideItsCapital) {
  const MadeDocument state(R"(
    Voters    NOUN  4  nsubj  -
    in        ADP   3  case   -
    Georgia   PROPN 1  nmod   B-GPE
    queued    VERB  0  root   -
    in        ADP   6  case   -
    Atlanta   PROPN 4  obl    B-GPE
    and       CCONJ 8  cc     -
    Savannah  PROPN 6  conj   B-GPE
    ~.        PUNCT 4  punct  -
  )");
  EXPECT_EQ(places_of(read(state))[0], "Georgia = Georgia, Georgia, USA");
  const MadeDocument country(R"(
    Protesters NOUN  4  nsubj  -
    in         ADP   3  case   -
    Tbilisi    PROPN 1  nmod   B-GPE
    want       VERB  0  root   -
    Georgia    PROPN 4  obj    B-GPE
    to         PART  7  mark   -
    leave      VERB  4  xcomp  -
    Moscow     PROPN 7  obj    B-GPE
    ~,         PUNCT 4  punct  -
    they       PRON  11 nsubj  -
    say        VERB  4  parataxis -
    in         ADP   13 case   -
    Tbilisi    PROPN 11 obl    B-GPE
    ~.         PUNCT 4  punct  -
  )");
  EXPECT_EQ(places_of(read(country))[1], "Georgia = Georgia, GEO");
}

TEST(Places, WashingtonIsTheCapitalOrTheStateAsItsTownsSay) {
  const MadeDocument state(R"(
    Fires     NOUN  2  nsubj  -
    crossed   VERB  0  root   -
    Washington PROPN 2 obj    B-GPE
    from      ADP   5  case   -
    Spokane   PROPN 2  obl    B-GPE
    to        ADP   7  case   -
    Seattle   PROPN 2  obl    B-GPE
    ~.        PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(state))[0], "Washington = Washington, Washington, USA");
  const MadeDocument capital(R"(
    Washington PROPN 2  nsubj  B-GPE
    said       VERB  0  root   -
    Moscow     PROPN 4  nsubj  B-GPE
    lied       VERB  2  ccomp  -
    ~.         PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(capital)),
            (Words{"Washington = Washington, USA", "Moscow = Moscow, RUS"}));
}

TEST(Places, BothCongosByTheirNames) {
  const MadeDocument made(R"(
    Congo       PROPN 2  nsubj  B-GPE
    blamed      VERB  0  root   -
    the         DET   4  det    -
    Republic    PROPN 2  obj    B-GPE
    of          ADP   7  case   I-GPE
    the         DET   7  det    I-GPE
    Congo       PROPN 4  nmod   I-GPE
    in          ADP   9  case   -
    Kinshasa    PROPN 2  obl    B-GPE
    ~.          PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(made)),
            (Words{"Congo = Democratic Republic of the Congo, COD",
                   "Republic of the Congo = Republic of the Congo, COG",
                   "Kinshasa = Kinshasa, COD"}));
}

TEST(Places, PersonsAreNoPlaces) {
  const MadeDocument made(R"(
    Paris   PROPN 3  nsubj  B-PERSON
    Hilton  PROPN 1  flat   I-PERSON
    met     VERB  0  root   -
    Michael PROPN 3  obj    B-PERSON
    Jordan  PROPN 4  flat   I-PERSON
    ~.      PUNCT 3  punct  -

    Jordan  PROPN 2  nsubj  B-PERSON
    said    VERB  0  root   -
    he      PRON  4  nsubj  -
    left    VERB  2  ccomp  -
    ~.      PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(made)), Words{});
}

TEST(Places, CountryThatSpeaksIsAPlace) {
  const MadeDocument made(R"(
    Envoys  NOUN  2  nsubj  -
    met     VERB  0  root   -
    in      ADP   4  case   -
    Amman   PROPN 2  obl    B-GPE
    ~.      PUNCT 2  punct  -

    Jordan  PROPN 2  nsubj  B-GPE
    said    VERB  0  root   -
    it      PRON  4  nsubj  -
    agreed  VERB  2  ccomp  -
    ~.      PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(made)), (Words{"Amman = Amman, JOR", "Jordan = Jordan, JOR"}));
}

TEST(Places, NewspaperIsNoPlace) {
  const MadeDocument made(R"(
    The      DET   4  det      B-ORG
    New      PROPN 3  amod     I-ORG
    York     PROPN 4  compound I-ORG
    Times    PROPN 5  nsubj    I-ORG
    reported VERB  0  root     -
    it       PRON  5  obj      -
    ~.       PUNCT 5  punct    -
  )");
  EXPECT_EQ(places_of(read(made)), Words{});
}

TEST(Places, BodyWithATownsNameIsNoPlace) {
  const MadeDocument made(R"(
    Ministers NOUN  2  nsubj  -
    met       VERB  0  root   -
    in        ADP   5  case   -
    the       DET   5  det    -
    EU        PROPN 2  obl    B-GPE
    ~.        PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(made)), Words{});
}

TEST(Places, AdjectivesStandForTheirCountry) {
  const MadeDocument made(R"(
    Russian  ADJ   2  amod   B-NORP
    troops   NOUN  3  nsubj  -
    left     VERB  0  root   -
    ~.       PUNCT 3  punct  -
  )");
  EXPECT_EQ(places_of(read(made)), (Words{"Russian = Russia, RUS"}));
}

TEST(Places, LongerNameHoldsTheShorterOne) {
  const MadeDocument made(R"(
    Ships    NOUN  2  nsubj  -
    cross    VERB  0  root   -
    the      DET   4  det    -
    Gulf     PROPN 2  obj    B-LOC
    of       ADP   6  case   I-LOC
    Aden     PROPN 4  nmod   I-LOC
    ~.       PUNCT 2  punct  -
  )");
  EXPECT_EQ(places_of(read(made)), (Words{"Gulf of Aden = Gulf of Aden"}));
}

TEST(Places, NameThatNobodyKnowsHasNoPoint) {
  const MadeDocument made(R"(
    They     PRON  2  nsubj  -
    met      VERB  0  root   -
    in       ADP   5  case   -
    Zqrbol   PROPN 5  compound B-FAC
    Street   PROPN 2  obl    I-FAC
    ~.       PUNCT 2  punct  -
  )");
  const Record record = read(made);
  ASSERT_EQ(places_of(record), (Words{"Zqrbol Street = Zqrbol Street"}));
  EXPECT_FALSE(record.places[0].lat || record.places[0].lon || record.places[0].geonameid);
}

TEST(Places, AreNotLookedForWithoutAGazetteer) {
  const MadeDocument made(R"(
    They     PRON  2  nsubj  -
    met      VERB  0  root   -
    in       ADP   4  case   -
    Paris    PROPN 2  obl    B-GPE
    ~.       PUNCT 2  punct  -
  )");
  EXPECT_FALSE(made.read().has_places);
  EXPECT_TRUE(read(made).has_places);
}

TEST(Places, PublisherIsKnownByItsAddress) {
  const Gazetteer& known = known_places();
  const auto code = [&](std::string_view url) {
    return known.country_code(publisher_country(known, url));
  };
  EXPECT_EQ(code("https://www.example.co.uk/news/a.html"), "GBR");
  EXPECT_EQ(code("http://example.FR"), "FRA");
  EXPECT_EQ(code("https://example.com/uk"), "");
  EXPECT_EQ(code("https://example.tv/"), "");
  EXPECT_EQ(code("example"), "");
  EXPECT_EQ(code(""), "");
  EXPECT_EQ(code("https://"), "");
}

// Where statements were made.

// A list of names that many places have, without an end, takes no longer a name.
TEST(Places, OfALongListOfNamesakesTakeSeconds) {
  std::string columns;
  for (int s = 0; s < 2500; ++s) {
    for (int t = 1; t <= 20; t += 4) {
      const std::string head = t == 1 ? "0 root" : "1 conj";
      columns += "Paris PROPN " + head + " B-GPE\n~, PUNCT 1 punct -\nCambridge PROPN 1 conj B-GPE\n~, PUNCT 1 punct -\n";
    }
    columns += "\n";
  }
  const MadeDocument made(columns);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(read(made).places.size(), 25'000u);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

// Whatever labels and trees say, spans are the text's and in order.
TEST(Places, HoldForRandomDocuments) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    Wildness wild;
    wild.is_ordered = seed % 2 == 0;
    const Record record = RandomDocument(seed, wild).read(&known_places());
    std::uint32_t end = 0;
    for (const Place& place : record.places) {
      EXPECT_GE(place.span.begin, end);
      EXPECT_LT(place.span.begin, place.span.end);
      EXPECT_LE(place.span.end, record.article.text.size());
      EXPECT_FALSE(place.name.empty());
      EXPECT_EQ(place.lat.has_value(), place.lon.has_value());
      end = place.span.end;
    }
    for (const Statement& statement : record.statements) {
      if (statement.place) {
        EXPECT_LT(*statement.place, record.places.size());
      }
    }
  }
}

}  // namespace
}  // namespace tacitus
