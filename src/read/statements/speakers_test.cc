// Names lead to actors: people, bodies, countries, and who speaks among them.
#include "read/statements/speakers.h"

#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

// "NAME said it rained." as a sentence of a made document; the name's last word is its head.
std::string says(const std::vector<std::string>& name, const std::string& entity) {
  static int statement = 0;
  const std::string n = std::to_string(++statement % 9 + 1);
  const std::string verb = std::to_string(name.size() + 1);
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const bool last = i + 1 == name.size();
    out += name[i] + " PROPN ";
    out += last ? verb + " nsubj " : std::to_string(name.size()) + " compound ";
    out += (i == 0 ? "B-" : "I-") + entity + " s" + n + "\n";
  }
  out += "said VERB 0 root - c" + n + "\n";
  out += "it PRON " + std::to_string(name.size() + 3) + " expl - x" + n + "\n";
  out += "rained VERB " + verb + " ccomp - x" + n + "\n~. PUNCT " + verb + " punct - -\n\n";
  return out;
}

TEST(Speakers, AreTheSameByFullNameAndSurname) {
  const Record record =
      MadeDocument(says({"Clara", "Weber"}, "PERSON") + says({"Weber"}, "PERSON")).read();
  EXPECT_EQ(speakers_of(record), (Words{"Clara Weber", "Clara Weber"}));
  ASSERT_EQ(record.actors.size(), 1u);
  EXPECT_EQ(record.actors[0].kind, "person");
  EXPECT_FALSE(record.actors[0].country || record.actors[0].role || record.actors[0].code);
}

TEST(Speakers, HaveTheFullestNameThatTheTextGives) {
  const Record record =
      MadeDocument(says({"Weber"}, "PERSON") + says({"Clara", "M.", "Weber"}, "PERSON")).read();
  EXPECT_EQ(names_of(record), Words{"Clara M. Weber"});
}

TEST(Speakers, AreNotNamedInCapitalsWhereTheTextHasOtherLetters) {
  std::string text;
  for (const auto& [name, entity] : {std::pair("WEBER", "PERSON"), {"FERRIS", "ORG"}, {"NATO", "ORG"}, {"JAPAN", "GPE"},
                                     {"Weber", "PERSON"}, {"Ferris", "ORG"}, {"NATO", "ORG"}, {"Japan", "GPE"}}) {
    text += says({name}, entity);
  }
  EXPECT_EQ(names_of(MadeDocument(text).read()), (Words{"Weber", "Ferris", "NATO", "Japan"}));
}

TEST(Speakers, OfOneSurnameAreTheOneWhoWasNamedLast) {
  const Record record = MadeDocument(says({"Clara", "Weber"}, "PERSON") +
                                     says({"Paul", "Weber"}, "PERSON") +
                                     says({"Weber"}, "PERSON"))
                            .read();
  EXPECT_EQ(speakers_of(record), (Words{"Clara Weber", "Paul Weber", "Paul Weber"}));
}

TEST(Speakers, OfOneSurnameArePartedByTheirHonorifics) {
  const Record record = MadeDocument(says({"Clara", "Weber"}, "PERSON") +
                                     says({"Paul", "Weber"}, "PERSON") +
                                     says({"Mrs.", "Weber"}, "PERSON"))
                            .read();
  EXPECT_EQ(speakers_of(record), (Words{"Clara Weber", "Paul Weber", "Clara Weber"}));
}

TEST(Speakers, ArePartedFromTheirFathersBySuffixes) {
  const Record record = MadeDocument(says({"Paul", "Braun", "Sr."}, "PERSON") +
                                     says({"Paul", "Braun", "Jr."}, "PERSON"))
                            .read();
  EXPECT_EQ(record.actors.size(), 2u);
}

TEST(Speakers, MayBeCountries) {
  const Record record = MadeDocument(says({"Russia"}, "GPE")).read();
  const Actor actor = actor_named(record, "Russia");
  EXPECT_EQ(actor.kind, "country");
  EXPECT_EQ(actor.country, "RUS");
  EXPECT_EQ(actor.code, "RUS");
  EXPECT_TRUE(actor.sectors.empty());
}

TEST(Speakers, MayBeCapitalsThatStandForTheirGovernments) {
  const Record record = MadeDocument(says({"Ankara"}, "GPE")).read();
  const Actor actor = actor_named(record, "Ankara");
  EXPECT_EQ(actor.kind, "organization");
  EXPECT_EQ(actor.country, "TUR");
  EXPECT_EQ(actor.sectors, Words{"GOV"});
  EXPECT_EQ(actor.code, "TURGOV");
}

TEST(Speakers, AreNamedWithoutTheirGenitives) {
  const Record record = MadeDocument(R"(
    Weber   PROPN 3 nmod:poss B-PERSON s1
    ~'s     PART  1 case      - s1
    claim   NOUN  0 root      - c1
    it      PRON  5 expl      - x1
    rained  VERB  3 acl       - x1)").read();
  EXPECT_EQ(speakers_of(record), Words{"Weber"});
}

TEST(Speakers, AreKnownInHeadlinesOfCapitals) {
  const Record record = MadeDocument(says({"KREMLIN"}, "ORG") + says({"RUSSIA"}, "GPE")).read();
  EXPECT_EQ(actor_named(record, "KREMLIN").code, "RUSGOV");
  EXPECT_EQ(actor_named(record, "RUSSIA").code, "RUS");
}

TEST(Speakers, AreNoCapitalsInWhichSomethingIsSaid) {
  const Record record = MadeDocument(R"(
    Weber   PROPN 2 nsubj B-PERSON s1
    said    VERB  0 root  - c1
    in      ADP   4 case  - -
    Ankara  PROPN 2 obl   B-GPE -
    it      PRON  6 expl  - x1
    rained  VERB  2 ccomp - x1)").read();
  const Actor actor = actor_named(record, "Ankara");
  EXPECT_EQ(actor.kind, "place");
  EXPECT_EQ(actor.country, "TUR");
  EXPECT_FALSE(actor.code);
}

TEST(Speakers, MayBeHousesThatStandForBodies) {
  const Record record =
      MadeDocument(says({"Kremlin"}, "FAC") + says({"The", "White", "House"}, "ORG")).read();
  EXPECT_EQ(actor_named(record, "Kremlin").code, "RUSGOV");
  EXPECT_EQ(actor_named(record, "Kremlin").kind, "organization");
  EXPECT_EQ(actor_named(record, "White House").code, "USAGOV");
}

TEST(Speakers, MayBeInternationalBodiesByAnyOfTheirNames) {
  const Record record = MadeDocument(says({"IAEA"}, "ORG") +
                                     says({"International", "Atomic", "Energy", "Agency"}, "ORG"))
                            .read();
  EXPECT_EQ(names_of(record), Words{"International Atomic Energy Agency"});
  EXPECT_EQ(record.actors[0].country, "UNO");
  EXPECT_EQ(record.actors[0].code, "IGOUNOIAE");
}

TEST(Speakers, MayBeBodiesWithNamesOfManyWords) {
  const Record record =
      MadeDocument(says({"Office", "of", "the", "United", "Nations", "High", "Commissioner", "for",
                         "Human", "Rights"}, "ORG") +
                   says({"OHCHR"}, "ORG"))
          .read();
  EXPECT_EQ(record.actors.size(), 1u);
}

TEST(Speakers, AreOneBodyByItsNameAndTheShortOneInBrackets) {
  const MadeDocument made(R"(
    The     DET   4 det   - s1
    Road    PROPN 4 compound B-ORG s1
    Safety  PROPN 4 compound I-ORG s1
    Forum   PROPN 8 nsubj I-ORG s1
    (       PUNCT 6 punct - -
    ~RFX    PROPN 4 appos B-ORG -
    ~)      PUNCT 6 punct - -
    said    VERB  0 root  - c1
    it      PRON  10 expl - x1
    rained  VERB  8 ccomp - x1

    RFX     PROPN 2 nsubj B-ORG s2
    said    VERB  0 root  - c2
    it      PRON  4 expl - x2
    snowed  VERB  2 ccomp - x2)");
  const Record record = made.read();
  EXPECT_EQ(names_of(record), Words{"Road Safety Forum"});
  EXPECT_EQ(speakers_of(record), (Words{"Road Safety Forum", "Road Safety Forum"}));
}

TEST(Speakers, AreOneBodyByItsNameAndItsInitials) {
  const Record record =
      MadeDocument(says({"Road", "Safety", "Forum"}, "ORG") + says({"RSF"}, "ORG")).read();
  EXPECT_EQ(names_of(record), Words{"Road Safety Forum"});
}

TEST(Speakers, AreOneMinistryByItsCountrysNameAndAdjective) {
  const MadeDocument made(R"(
    Russia    PROPN 4 nmod:poss B-GPE s1
    ~'s       PART  1 case      - s1
    Foreign   PROPN 4 compound  B-ORG s1
    Ministry  PROPN 5 nsubj     I-ORG s1
    said      VERB  0 root      - c1
    it        PRON  7 expl      - x1
    rained    VERB  5 ccomp     - x1

    The       DET   4 det       - s2
    Russian   ADJ   4 amod      B-ORG s2
    Foreign   PROPN 4 compound  I-ORG s2
    Ministry  PROPN 5 nsubj     I-ORG s2
    said      VERB  0 root      - c2
    it        PRON  7 expl      - x2
    snowed    VERB  5 ccomp     - x2)");
  const Record record = made.read();
  EXPECT_EQ(speakers_of(record),
            (Words{"Russian Foreign Ministry", "Russian Foreign Ministry"}));
  EXPECT_EQ(actor_named(record, "Russian Foreign Ministry").code, "RUSGOV");
}

TEST(Speakers, WhoShareAWordAreTwoWithoutMore) {
  const Record record = MadeDocument(says({"Clara", "Weber"}, "PERSON") +
                                     says({"Weber", "Bank"}, "ORG"))
                            .read();
  EXPECT_EQ(speakers_of(record), (Words{"Clara Weber", "Weber Bank"}));
}

TEST(Speakers, WhoSpeakAsOneAreAGroup) {
  const MadeDocument made(R"(
    Weber   PROPN 4 nsubj B-PERSON s1
    and     CCONJ 3 cc    - s1
    Braun   PROPN 1 conj  B-PERSON s1
    said    VERB  0 root  - c1
    it      PRON  6 expl  - x1
    rained  VERB  4 ccomp - x1)");
  const Record record = made.read();
  EXPECT_EQ(speakers_of(record), Words{"Weber and Braun"});
  EXPECT_EQ(actor_named(record, "Weber and Braun").kind, "group");
  EXPECT_EQ(meant_by(record, "Weber"), "Weber");
}

TEST(Speakers, MayBeAPeople) {
  const Record record = MadeDocument(says({"Russians"}, "NORP")).read();
  EXPECT_EQ(actor_named(record, "Russians").kind, "group");
  EXPECT_EQ(actor_named(record, "Russians").country, "RUS");
}

TEST(Speakers, ComeInTheOrderOfTheirFirstMention) {
  const Record record = MadeDocument(says({"Russia"}, "GPE") + says({"Weber"}, "PERSON") +
                                     says({"NATO"}, "ORG") + says({"Russia"}, "GPE"))
                            .read();
  EXPECT_EQ(names_of(record), (Words{"Russia", "Weber", "NATO"}));
  EXPECT_EQ(record.mentions.size(), 4u);
}

TEST(Speakers, OfADoubtfulPlaceNameNeedAnotherOfItsCountry) {
  const Record alone = MadeDocument(says({"Georgia"}, "GPE")).read();
  EXPECT_NE(actor_named(alone, "Georgia").country, "GEO");
  const Record beside = MadeDocument(says({"Tbilisi"}, "GPE") + says({"Georgia"}, "GPE")).read();
  EXPECT_EQ(actor_named(beside, "Georgia").country, "GEO");
}

const std::string kClaraWeber = R"(
    Clara   PROPN 2 flat  B-PERSON
    Weber   PROPN 3 nsubj I-PERSON
    met     VERB  0 root  -
    Paul    PROPN 5 flat  B-PERSON
    Weber   PROPN 3 obj   I-PERSON
    ~.      PUNCT 3 punct -

)";

TEST(Names, ThatTheModelOverlooksAreKnownFromBefore) {
  const auto meant = [](const std::string& columns, const std::string& words) {
    return meant_by(MadeDocument(R"(
    Clara   PROPN 2 flat  B-PERSON
    Roe     PROPN 3 nsubj I-PERSON
    met     VERB  0 root  -

)" + columns).read(), words);
  };
  EXPECT_EQ(meant("Roe PROPN 2 nsubj -\nleft VERB 0 root -", "Roe"), "Clara Roe");
  // A name at the head of a sentence that is taken for a pronoun.
  EXPECT_EQ(meant("Roe PRON 2 nsubj - - P0\nleft VERB 0 root -", "Roe"), "Clara Roe");
  EXPECT_EQ(meant("Roe PROPN 2 compound -\nHall PROPN 3 nsubj -\nburned VERB 0 root -", "Roe"), "not mentioned");
}

TEST(Names, InThePluralAreAFamily) {
  const Record record = MadeDocument(kClaraWeber + R"(
    The     DET   2 det   -        s1
    Webers  PROPN 3 nsubj B-PERSON s1
    said    VERB  0 root  -        c1
    it      PRON  5 expl  -        x1
    rained  VERB  3 ccomp -        x1)").read();
  ASSERT_EQ(speakers_of(record), Words{"Webers"});
  EXPECT_EQ(actor_named(record, "Webers").kind, "group");
  EXPECT_EQ(record.statements[0].actors.size(), 2u);
}

TEST(Names, AreNoTitles) {
  const Record record = MadeDocument(R"(
    The     DET   2 det   -        s1
    Mufti   PROPN 3 nsubj B-PERSON s1
    said    VERB  0 root  -        c1
    it      PRON  5 expl  -        x1
    rained  VERB  3 ccomp -        x1)").read();
  EXPECT_EQ(actor_named(record, "Mufti").role, "Mufti");  // described by it, as "the mufti" is
}

}  // namespace
}  // namespace tacitus
