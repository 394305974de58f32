// Names that the gazetteer alone knows.
#include "read/actors/hints.h"

#include <gtest/gtest.h>

#include <string>

#include "read/made_document.h"
#include "read/places/made_gazetteer.h"

namespace tacitus {
namespace {

// The words that hint at a country, each with its code.
std::string hints_in(std::string_view columns) {
  MadeDocument made(columns);
  const Reading reading = made.reading();
  const Countries countries(reading);
  std::string out;
  for (const TownHint& hint : town_hints(reading, countries, known_places())) {
    out += reading.phrase(hint.tokens) + ' ' + std::string(hint.country) + ';';
  }
  return out;
}

TEST(TownHints, AreNoSurnamesOfPeopleWhomTheArticleNamesInFull) {
  EXPECT_EQ(hints_in(R"(
    Ola       PROPN 2 compound  B-PERSON
    Savannah  PROPN 3 nsubj     I-PERSON
    left      VERB  0 root      -

    Savannah  PROPN 2 nsubj     B-PERSON
    slept     VERB  0 root      -)"), "");
}

TEST(TownHints, AreNamesThatTheModelTakesForPeopleAndBodies) {
  EXPECT_EQ(hints_in("Savannah PROPN 2 nsubj B-PERSON\nvoted VERB 0 root -\n"), "Savannah USA;");
  EXPECT_EQ(hints_in("Savannah PROPN 2 nsubj -\nvoted VERB 0 root -\n"), "Savannah USA;");
}

TEST(TownHints, AreNoNamesThatTownsOfSeveralCountriesBear) {
  EXPECT_EQ(hints_in("Enfield PROPN 2 nsubj B-ORG\nvoted VERB 0 root -\n"), "");
}

TEST(TownHints, AreNoPartsOfPeoplesNamesAndNoWordsInSmallLetters) {
  EXPECT_EQ(hints_in("Ann PROPN 2 compound B-PERSON\nSavannah PROPN 3 nsubj I-PERSON\nvoted VERB 0 root -\n"), "");
  EXPECT_EQ(hints_in("savannah NOUN 2 nsubj -\nburned VERB 0 root -\n"), "");
}

}  // namespace
}  // namespace tacitus
