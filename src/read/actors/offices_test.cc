// Roles that take some reading: several in one, with a body's name inside, in between commas.
#include <gtest/gtest.h>

#include "read/actors/cast.h"
#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

Actor weber(std::string_view columns) { return actor_named(MadeDocument(columns).read(), "Weber"); }

TEST(Offices, OfTwoTheOneThatTellsMoreCounts) {
  const Actor actor = weber(R"(
    Weber     PROPN 11 nsubj    B-PERSON
    ~,        PUNCT 3 punct     -
    president NOUN  1 appos     -
    and       CCONJ 6 cc        -
    chief     ADJ   6 amod      -
    executive NOUN  3 conj      -
    of        ADP   8 case      -
    Grebel    PROPN 6 nmod      -
    ~,        PUNCT 3 punct     -
    has       AUX   11 aux      -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor.sectors, Words{"BUS"});
}

TEST(Offices, BetweenCommasGoPastTheNameOfABody) {
  const Actor actor = weber(R"(
    Weber     PROPN 10 nsubj    B-PERSON
    ~,        PUNCT 1 punct     -
    a         DET   8 det       -
    University PROPN 8 compound B-ORG
    of        ADP   6 case      I-ORG
    Oslo      PROPN 4 nmod      I-ORG
    history   NOUN  8 compound  -
    professor NOUN  10 obl      -
    ~,        PUNCT 8 punct     -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor.sectors, Words{"EDU"});
  EXPECT_EQ(actor.country, "NOR");
}

TEST(Offices, AreWhatOneOfSeveralWordsTells) {
  EXPECT_EQ(weber(R"(
    Weber     PROPN 5 nsubj     B-PERSON
    is        AUX   5 cop       -
    a         DET   5 det       -
    city      NOUN  5 compound  -
    boy       NOUN  0 root      -
    and       CCONJ 8 cc        -
    a         DET   8 det       -
    farmer    NOUN  5 conj      -)").sectors, Words{"AGR"});
}

TEST(Offices, OfABodyThatAPronounNamesStandBetweenCommas) {
  const Record record = MadeDocument(R"(
    Grebel    PROPN 8 nsubj     B-ORG
    Corp      PROPN 1 flat      I-ORG
    and       CCONJ 5 cc        -
    its       PRON  5 nmod:poss - - O0
    chairman  NOUN  1 conj      -
    ~,        PUNCT 7 punct     -
    Weber     PROPN 8 obl       B-PERSON
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Weber").role, std::nullopt);
  const Record between = MadeDocument(R"(
    Grebel    PROPN 9 nsubj     B-ORG
    Corp      PROPN 1 flat      I-ORG
    and       CCONJ 5 cc        -
    its       PRON  5 nmod:poss -
    chairman  NOUN  1 conj      -
    ~,        PUNCT 7 punct     -
    Weber     PROPN 9 obl       B-PERSON
    ~,        PUNCT 7 punct     -
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(between, "Weber").role, "chairman");
}

TEST(Offices, OfTheseDaysGoBeforeFormerOnes) {
  Member member;
  member.told.sectors = {"ELI"};
  member.known.sectors = {"LEG"};
  settle(member);
  EXPECT_EQ(member.standing.sectors, Words{"LEG"});
  member.known.sectors.clear();
  settle(member);
  EXPECT_EQ(member.standing.sectors, Words{"ELI"});
}

TEST(Offices, WithPressInTheirNameAreNoJournalists) {
  EXPECT_EQ(weber(R"(
    Weber     PROPN 6 nsubj     B-PERSON
    ~,        PUNCT 5 punct     -
    a         DET   5 det       -
    press     NOUN  5 compound  -
    secretary NOUN  1 appos     -
    left      VERB  0 root      -)").sectors, Words{"GOV"});
}

TEST(Bodies, AreCalledByTheFirstTwoWordsOfALongName) {
  const Record record = MadeDocument(R"(
    Grebel    PROPN 5 nsubj     B-ORG
    Marine    PROPN 1 flat      I-ORG
    Services  PROPN 1 flat      I-ORG
    Inc.      PROPN 1 flat      I-ORG
    left      VERB  0 root      -

    Grebel    PROPN 3 nsubj     B-ORG
    Marine    PROPN 1 flat      I-ORG
    slept     VERB  0 root      -)").read();
  EXPECT_EQ(meant_by(record, "Grebel Marine"), "Grebel Marine Services Inc.");
}

TEST(Bodies, AreTheSectorThatTheirFirstWordTells) {
  const Record record = MadeDocument(R"(
    Banca     PROPN 3 nsubj     B-ORG
    Grebel    PROPN 1 flat      I-ORG
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Banca Grebel").sectors, Words{"BUS"});
}

TEST(Bodies, AreWhatTheNounInFrontSays) {
  const Record record = MadeDocument(R"(
    The       DET   4 det       -
    Iraqi     ADJ   4 amod      B-NORP
    rights    NOUN  4 compound  -
    group     NOUN  7 nsubj     -
    Grebel    PROPN 4 appos     B-ORG
    Eye       PROPN 5 flat      I-ORG
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Grebel Eye").sectors, Words{"SOC"});
}

// "Ranking Democrat Ann Weber (Md.)" has a seat; a state behind any other name is only where somebody is.
TEST(Offices, AMemberWithPartyAndStateHasASeat) {
  const auto weber = [](const std::string& title) {
    return actor_named(MadeDocument(title + R"(
    Weber     PROPN 6 nsubj     B-PERSON
    ~(        PUNCT 4 punct     -
    Md.       PROPN 2 appos     -
    ~)        PUNCT 4 punct     -
    left      VERB  0 root      -)").read(), "Weber");
  };
  EXPECT_EQ(weber("    Democrat PROPN 2 nmod:desc -").code, "USALEG");
  EXPECT_EQ(weber("    Mr.      PROPN 2 nmod:desc -").code, std::nullopt);
}

TEST(Offices, AnalystsLookAtWhatTheArticleIsAbout) {
  const char* const said = R"(
    Analysts  NOUN  2 nsubj     -
    slept     VERB  0 root      -

)";
  const auto analysts = [&](const std::string& body) {
    return actor_named(MadeDocument(said + body).read(), "Analysts").sectors;
  };
  EXPECT_EQ(analysts(R"(
    Ferris    PROPN 3 nsubj     B-ORG
    Airlines  PROPN 1 flat      I-ORG
    grew      VERB  0 root      -)"), Words{"BUS"});
  EXPECT_EQ(analysts(R"(
    NATO      PROPN 2 nsubj     B-ORG
    grew      VERB  0 root      -)"), Words{"EDU"});
}

TEST(Offices, OfACityAreTheCitys) {
  const Record record = MadeDocument(R"(
    The       DET   2 det       B-ORG
    City      PROPN 5 nsubj     I-ORG
    of        ADP   4 case      I-ORG
    Boston    PROPN 2 nmod      I-ORG
    paid      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "City of Boston").code, "USAGOV");
}

// Not the broadcaster that the tables know.
TEST(Bodies, AreFirmsByTheirForm) {
  const Record record = MadeDocument(R"(
    Karl      PROPN 2 compound  B-PERSON
    Weber     PROPN 8 nsubj     I-PERSON
    ~,        PUNCT 4 punct     -
    chairman  NOUN  2 appos     -
    of        ADP   6 case      -
    BBC       PROPN 4 nmod      B-ORG
    AG        PROPN 6 flat      I-ORG
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Karl Weber").sectors, Words{"BUS"});
}

TEST(Bodies, AreWhatTheNounBeforeTheCommaSays) {
  const Record record = MadeDocument(R"(
    His       PRON  4 nmod:poss -
    Polish    ADJ   4 amod      B-NORP
    insurance NOUN  4 compound  -
    company   NOUN  8 nsubj     -
    ~,        PUNCT 6 punct     -
    Grebel    PROPN 4 appos     B-ORG
    ~,        PUNCT 4 punct     -
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Grebel").code, "POLBUS");
}

TEST(Offices, OfABodysOwnAreTheBodysWhereverTheyAre) {
  const Record record = MadeDocument(R"(
    The    DET   3 det       -        -
    United PROPN 3 compound  B-ORG    - O1
    Nations PROPN 4 nsubj    I-ORG    - O1
    left   VERB  0 root      -        -

    Its    PRON  3 nmod:poss -        - O1
    mission NOUN 3 compound  -        -
    chief  NOUN  9 nsubj     -        -
    for    ADP   5 case      -        -
    Norway PROPN 3 nmod      B-GPE    -
    ~,     PUNCT 3 punct     -        -
    Anna   PROPN 3 appos     B-PERSON -
    Weber  PROPN 7 flat      I-PERSON -
    slept  VERB  0 root      -        -)").read();
  EXPECT_NE(actor_named(record, "Anna Weber").country, "NOR");
}

TEST(Offices, AreOfParliamentWhereOneLeadsTheMinority) {
  const Record record = MadeDocument(R"(
    Anna     PROPN 8 nsubj B-PERSON -
    Weber    PROPN 1 flat  I-PERSON -
    ~,       PUNCT 4 punct -        -
    leader   NOUN  1 appos -        -
    of       ADP   7 case  -        -
    the      DET   7 det   -        -
    minority NOUN  4 nmod  -        -
    slept    VERB  0 root  -        -)").read();
  EXPECT_EQ(actor_named(record, "Anna Weber").sectors, Words{"LEG"});
}

TEST(Offices, OfThePressAreNoPress) {
  for (const char* entity : {"- - O5", "B-ORG - -"}) {
    const Record record = MadeDocument("The DET 3 det - -\npress NOUN 3 compound " + std::string(entity) + R"(
    secretary NOUN  5 nsubj -        -
    ~,        PUNCT 3 punct -        -
    Anna      PROPN 3 appos B-PERSON -
    Weber     PROPN 5 flat  I-PERSON -
    ~,        PUNCT 3 punct -        -
    slept     VERB  0 root  -        -)").read();
    EXPECT_EQ(actor_named(record, "Anna Weber").sectors, Words{"GOV"}) << entity;
    EXPECT_EQ(actor_named(record, "press").name, "") << entity;
  }
}

}  // namespace
}  // namespace tacitus
