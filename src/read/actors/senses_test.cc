// What a name of one word stands for throughout an article.
#include "read/actors/senses.h"

#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

// "Ferris said it had agreed", with the model taking Ferris for a person.
std::string says_it(const std::string& relation) {
  return R"(
    Ferris  PROPN 2 nsubj B-PERSON s1
    said    VERB  0 root  -        c1
    it      PRON  5 )" + relation + R"( - x1
    had     AUX   5 aux   -        x1
    agreed  VERB  2 ccomp -        x1)";
}

TEST(Senses, WhoSpeaksOfItselfAsItIsABody) {
  EXPECT_EQ(MadeDocument(says_it("nsubj")).read().actors.at(0).kind, "organization");
}

TEST(Senses, WhoSaysThatItRainedIsStillAPerson) {
  EXPECT_EQ(MadeDocument(says_it("expl")).read().actors.at(0).kind, "person");
}

// However often the model takes it for a person.
TEST(Senses, WhatTheTablesKnowIsWhatItIs) {
  const MadeDocument made(R"(
    Kremlin PROPN 2 nsubj B-PERSON
    waits   VERB  0 root  -

    Kremlin PROPN 2 nsubj B-PERSON
    waits   VERB  0 root  -

    The     DET   2 det   B-ORG
    Kremlin PROPN 3 nsubj I-ORG
    waits   VERB  0 root  -)");
  const Record record = made.read();
  EXPECT_EQ(names_of(record), Words{"Kremlin"});
  EXPECT_EQ(record.actors.at(0).code, "RUSGOV");
}

TEST(Senses, ACompanysFullNameTellsWhatItsFirstWordIs) {
  const MadeDocument made(R"(
    Ferris  PROPN 4 nsubj B-ORG
    Stores  PROPN 1 flat  I-ORG
    Inc     PROPN 1 flat  I-ORG
    grew    VERB  0 root  -

    Ferris  PROPN 2 nsubj B-PERSON
    gained  VERB  0 root  -

    Ferris  PROPN 2 nsubj B-PERSON
    fell    VERB  0 root  -)");
  const Record record = made.read();
  EXPECT_EQ(names_of(record), Words{"Ferris Stores Inc"});
}

TEST(Senses, ReferencesAndPronounsCount) {
  const MadeDocument made(R"(
    Ferris  PROPN 2 nsubj     B-PERSON - O1
    sold    VERB  0 root      -        - -
    its     PRON  4 nmod:poss -        - O1
    shares  NOUN  2 obj       -        - -

    Its     PRON  2 nmod:poss -        - O1
    shares  NOUN  3 nsubj     -        - -
    fell    VERB  0 root      -        - -)");
  const Reading reading = made.reading();
  EXPECT_EQ(Senses(reading, Senses::With::kReferences).of("ferris", EntityType::kPerson), EntityType::kOrg);
  EXPECT_EQ(Senses(reading, Senses::With::kNames).of("ferris", EntityType::kPerson), EntityType::kPerson);
}

TEST(Senses, NoPronounMakesAPersonOfAPlace) {
  const MadeDocument made(R"(
    Ferris  PROPN 2 nsubj     B-GPE    - P1
    sold    VERB  0 root      -        - -
    his     PRON  4 nmod:poss -        - P1
    shares  NOUN  2 obj       -        - -

    He      PRON  2 nsubj     -        - P1
    slept   VERB  0 root      -        - -)");
  const Reading reading = made.reading();
  EXPECT_EQ(Senses(reading, Senses::With::kReferences).of("ferris", EntityType::kGpe), EntityType::kGpe);
}

// "Eastern", which the model takes for people or a region where the article is of Eastern Airlines.
TEST(Senses, TheFirstWordOfABodyIsNoPeople) {
  const Record record = MadeDocument(R"(
    Easterly PROPN 3 nsubj     B-ORG
    Airlines PROPN 1 flat      I-ORG
    grew     VERB  0 root      -

    Easterly ADJ   2 amod      B-NORP
    officials NOUN 3 nsubj     -
    left     VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Easterly officials").sectors, Words{"BUS"});
}

TEST(Senses, ANationIsOneThoughAFirmIsCalledByIt) {
  const Record record = MadeDocument(R"(
    Turkish  PROPN 3 nsubj     B-ORG
    Airlines PROPN 1 flat      I-ORG
    grew     VERB  0 root      -

    Turkish  ADJ   2 amod      B-NORP
    officials NOUN 3 nsubj     -
    left     VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Turkish officials").code, "TURGOV");
}

TEST(Senses, AFormInFrontMakesAFirmOfWhatTheModelTakesForAPerson) {
  const Record record = MadeDocument(R"(
    Oy       PROPN 3 nsubj     B-PERSON
    Ferris   PROPN 1 flat      I-PERSON
    grew     VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Oy Ferris").kind, "organization");
}

}  // namespace
}  // namespace tacitus
