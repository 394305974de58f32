// Roles beside names, and the standing that their words tell.
#include "read/actors/roles.h"

#include <gtest/gtest.h>

#include "read/actors/standing.h"
#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

// The actor of the only person that a document names.
Actor person_in(std::string_view columns) {
  const Record record = MadeDocument(columns).read();
  for (const Actor& actor : record.actors) {
    if (actor.kind == "person") return actor;
  }
  return {};
}

std::string role_in(std::string_view columns) { return person_in(columns).role.value_or("none"); }

TEST(Roles, AreNotWhatSomebodyDefends) {
  const Record record = MadeDocument(R"(
    A         DET   2 det       -
    lawyer    NOUN  5 nsubj     -
    defending VERB  2 acl       -
    Weber     PROPN 2 appos     B-PERSON
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Weber").role, std::nullopt);
}

TEST(Roles, AreOnePersons) {
  const Actor actor = person_in(R"(
    Weber     PROPN 5 nsubj     B-PERSON
    is        AUX   5 cop       -
    admitting VERB  5 amod      -
    Syrian    ADJ   5 amod      B-NORP
    refugees  NOUN  0 root      -)");
  EXPECT_EQ(actor.role, std::nullopt);
  EXPECT_EQ(actor.country, std::nullopt);
}

TEST(Roles, OfSpokesmenAreOfThoseForWhomTheySpeak) {
  const Actor actor = person_in(R"(
    Ola       PROPN 2 compound  B-PERSON
    Weber     PROPN 8 nsubj     I-PERSON
    ~,        PUNCT 4 punct     -
    spokesman NOUN  2 appos     -
    for       ADP   7 case      -
    the       DET   7 det       -
    farmers   NOUN  4 nmod      -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor.sectors, Words{"AGR"});
}

TEST(Roles, ThatEndInAnOfPhraseMayBeFormerOnes) {
  const Actor actor = person_in(R"(
    Former    ADJ   2 amod      -
    Secretary PROPN 5 compound  -
    of        ADP   4 case      -
    State     PROPN 2 nmod      -
    Ann       PROPN 6 compound  B-PERSON
    Weber     PROPN 7 nsubj     I-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(actor.role, "Former Secretary of State");
  EXPECT_EQ(actor.sectors, Words{"ELI"});
}

TEST(Roles, AreNotMadeOfTheEndsOfBodiesNames) {
  const Actor chairman = person_in(R"(
    Republican PROPN 3 compound B-ORG
    National  PROPN 3 compound  I-ORG
    Committee PROPN 4 compound  I-ORG
    chairman  NOUN  6 compound  -
    Ann       PROPN 6 compound  B-PERSON
    Weber     PROPN 7 nsubj     I-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(chairman.sectors, Words{"PTY"});
  const Actor aide = person_in(R"(
    White     PROPN 2 compound  B-ORG
    House     PROPN 3 compound  I-ORG
    aide      NOUN  5 compound  -
    Ann       PROPN 5 compound  B-PERSON
    Weber     PROPN 6 nsubj     I-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(aide.sectors, Words{"GOV"});
}

TEST(Roles, AreOfTheBodyThatACompoundEndsIn) {
  const Actor ministry = person_in(R"(
    Industry  NOUN  2 compound  -
    ministry  NOUN  3 compound  -
    spokesman NOUN  5 compound  -
    Ann       PROPN 5 compound  B-PERSON
    Weber     PROPN 6 nsubj     I-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(ministry.sectors, Words{"GOV"});
  const Actor firm = person_in(R"(
    Ann       PROPN 2 compound  B-PERSON
    Weber     PROPN 9 nsubj     I-PERSON
    ~,        PUNCT 4 punct     -
    economist NOUN  2 appos     -
    at        ADP   8 case      -
    Grebel    PROPN 8 compound  B-ORG
    Government PROPN 8 compound I-ORG
    Securities PROPN 4 nmod     I-ORG
    left      VERB  0 root      -)");
  EXPECT_EQ(firm.sectors, Words{"BUS"});
}

// Presidents are of states where nothing else is said; of a body whose country alone is known they are its own.
TEST(Roles, OfABodyOfWhichNobodyKnowsWhatItIsTellNoSector) {
  const Record record = MadeDocument(R"(
    Ann       PROPN 2 compound  B-PERSON
    Weber     PROPN 9 nsubj     I-PERSON
    ~,        PUNCT 4 punct     -
    president NOUN  2 appos     -
    of        ADP   8 case      -
    American  PROPN 8 compound  B-ORG
    Grebel    PROPN 8 compound  I-ORG
    Bridge    PROPN 4 nmod      I-ORG
    left      VERB  0 root      -)").read();
  EXPECT_TRUE(actor_named(record, "Ann Weber").sectors.empty());
  EXPECT_EQ(actor_named(record, "Ann Weber").country, "USA");
}

// The tree hangs both words of the title from the verb.
TEST(Roles, OfTwoWordsAreOneTitleHoweverTheTreeHasIt) {
  const Record record = MadeDocument(R"(
    NATO      PROPN 2 compound  B-ORG
    Secretary NOUN  6 nsubj     -
    General   NOUN  4 compound  -
    Ann       PROPN 5 compound  B-PERSON
    Weber     PROPN 6 nsubj     I-PERSON
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Ann Weber").role, "NATO Secretary General");
  EXPECT_EQ(names_of(record), (Words{"NATO", "Ann Weber"}));
}

TEST(Roles, OfAPartyGiveWayToASeat) {
  const Record record = MadeDocument(R"(
    Sen       PROPN 3 compound  -
    Ann       PROPN 3 compound  B-PERSON
    Weber     PROPN 7 nsubj     I-PERSON
    ~,        PUNCT 6 punct     -
    a         DET   6 det       -
    Republican PROPN 3 appos    -
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Ann Weber").sectors, Words{"LEG"});
}

TEST(Roles, StandBeforeAName) {
  const Actor actor = person_in(R"(
    Turkish   ADJ   3 amod      B-NORP
    Foreign   ADJ   3 amod      -
    Minister  PROPN 4 nmod:desc -
    Weber     PROPN 5 nsubj     B-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(actor.role, "Turkish Foreign Minister");
  EXPECT_EQ(actor.country, "TUR");
  EXPECT_EQ(actor.sectors, Words{"GOV"});
  EXPECT_EQ(actor.code, "TURGOV");
}

TEST(Roles, BeforeANameGoAsFarAsTheyHangTogether) {
  EXPECT_EQ(role_in(R"(
    Then      ADV   6 advmod    -
    Turkey    PROPN 4 nmod:poss B-GPE
    ~'s       PART  2 case      -
    president NOUN  5 nmod:desc -
    Weber     PROPN 6 nsubj     B-PERSON
    left      VERB  0 root      -)"), "Turkey's president");
}

TEST(Roles, BeforeANameNeedALinkOrACapital) {
  EXPECT_EQ(role_in(R"(
    Minister  PROPN 3 dep       -
    Weber     PROPN 3 nsubj     B-PERSON
    left      VERB  0 root      -)"), "Minister");
  EXPECT_EQ(role_in(R"(
    The       DET   2 det       -
    minister  NOUN  4 nsubj     -
    Weber     PROPN 4 obj       B-PERSON
    met       VERB  0 root      -)"), "none");
}

TEST(Roles, OfTheNextInAListAreNotOfTheOneBefore) {
  EXPECT_EQ(role_in(R"(
    Weber     PROPN 5 nsubj B-PERSON
    and       CCONJ 3 cc    -
    President NOUN  1 appos -
    Rowe      PROPN 3 flat  B-PERSON
    left      VERB  0 root  -)"), "none");
}

TEST(Roles, EndBeforeAClause) {
  EXPECT_EQ(role_in(R"(
    Weber    PROPN 8 nsubj B-PERSON
    ~,       PUNCT 4 punct -
    a        DET   4 det   -
    teacher  NOUN  1 appos -
    who      PRON  7 case  -
    fled     VERB  4 acl   -
    hunger   NOUN  4 nmod  -
    left     VERB  0 root  -)"), "teacher");
}

TEST(Roles, BetweenCommasNeedNoLinkInTheTree) {
  EXPECT_EQ(role_in(R"(
    The       DET   2 det       -
    minister  NOUN  6 nsubj     -
    ~,        PUNCT 2 punct     -
    Weber     PROPN 6 obj       B-PERSON
    ~,        PUNCT 4 punct     -
    left      VERB  0 root      -)"), "minister");
}

TEST(Roles, AreAppositionsBehindTheName) {
  const Actor actor = person_in(R"(
    Morozov   PROPN 9 nsubj     B-PERSON
    ~,        PUNCT 6 punct     -
    the       DET   4 det       -
    Kremlin   PROPN 6 nmod:poss B-ORG
    ~'s       PART  4 case      -
    spokesman NOUN  1 appos     -
    ~,        PUNCT 6 punct     -
    then      ADV   9 advmod    -
    left      VERB  0 root      -)");
  EXPECT_EQ(actor.role, "Kremlin's spokesman");
  EXPECT_EQ(actor.code, "RUSGOV");
}

TEST(Roles, AreNounsThatTheNameIsAnAppositionOf) {
  const Actor actor = person_in(R"(
    The       DET   2 det       -
    president NOUN  7 nsubj     -
    of        ADP   4 case      -
    Poland    PROPN 2 nmod      B-GPE
    ~,        PUNCT 6 punct     -
    Weber     PROPN 2 appos     B-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(actor.role, "president of Poland");
  EXPECT_EQ(actor.code, "POLGOV");
}

TEST(Roles, MayBeSaidWithIs) {
  EXPECT_EQ(role_in(R"(
    Weber     PROPN 4 nsubj     B-PERSON
    is        AUX   4 cop       -
    the       DET   4 det       -
    president NOUN  0 root      -
    of        ADP   6 case      -
    Poland    PROPN 4 nmod      B-GPE)"), "president of Poland");
  EXPECT_EQ(role_in(R"(
    Weber     PROPN 7 nsubj     B-PERSON
    ~,        PUNCT 6 punct     -
    who       PRON  6 nsubj     -
    is        AUX   6 cop       -
    a         DET   6 det       -
    senator   NOUN  1 acl:relcl -
    left      VERB  0 root      -)"), "senator");
}

TEST(Roles, AreNotWhatSomebodyWasOrIsNot) {
  EXPECT_EQ(role_in(R"(
    Weber     PROPN 4 nsubj     B-PERSON
    was       AUX   4 cop       -
    a         DET   4 det       -
    senator   NOUN  0 root      -)"), "none");
  EXPECT_EQ(role_in(R"(
    Weber     PROPN 5 nsubj     B-PERSON
    is        AUX   5 cop       -
    not       PART  5 advmod    -
    a         DET   5 det       -
    senator   NOUN  0 root      -)"), "none");
}

// The tree of these hangs the role from the verb.
TEST(Roles, BetweenCommasNeedNoTree) {
  EXPECT_EQ(role_in(R"(
    Weber     PROPN 9 nsubj     B-PERSON
    ~,        PUNCT 9 punct     -
    a         DET   5 det       -
    retired   ADJ   5 amod      -
    professor NOUN  9 dep       -
    at        ADP   7 case      -
    Oslo      PROPN 9 obl       B-GPE
    ~,        PUNCT 9 punct     -
    left      VERB  0 root      -)"), "retired professor at Oslo");
  EXPECT_EQ(role_in(R"(
    After     ADP   3 case      -
    talks     NOUN  8 obl       -
    Weber     PROPN 2 dep       B-PERSON
    ~,        PUNCT 8 punct     -
    the       DET   6 det       -
    minister  NOUN  8 nsubj     -
    then      ADV   8 advmod    -
    left      VERB  0 root      -)"), "none");
}

TEST(Roles, GoOnBehindTheirHeadInALongTitle) {
  const Actor actor = person_in(R"(
    Norwegian ADJ   2 amod      B-NORP
    minister  NOUN  7 nsubj     -
    of        ADP   4 case      -
    trade     NOUN  2 nmod      -
    Ola       PROPN 6 compound  B-PERSON
    Weber     PROPN 2 appos     I-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(actor.role, "Norwegian minister of trade");
  EXPECT_EQ(actor.code, "NORGOV");
}

TEST(Roles, OfAListAreEachOnes) {
  const Record record = MadeDocument(R"(
    Sens.     PROPN 3 nmod:desc -
    Ann       PROPN 3 compound  B-PERSON
    Rowe      PROPN 7 nsubj     I-PERSON
    and       CCONJ 6 cc        -
    Karl      PROPN 6 compound  B-PERSON
    Weber     PROPN 3 conj      I-PERSON
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Karl Weber").sectors, Words{"LEG"});
  // A list of what is no office is another matter.
  EXPECT_EQ(role_in(R"(
    Supporters NOUN 4 nsubj     -
    and       CCONJ 3 cc        -
    Weber     PROPN 1 conj      B-PERSON
    left      VERB  0 root      -)"), "none");
}

TEST(Roles, InSmallLettersStandAloneWithTheName) {
  EXPECT_EQ(role_in(R"(
    Guests    NOUN  2 nsubj     -
    came      VERB  0 root      -
    ~,        PUNCT 2 punct     -
    senior    ADJ   5 amod      -
    reporter  NOUN  2 dep       -
    Weber     PROPN 2 dep       B-PERSON
    ~,        PUNCT 2 punct     -
    left      VERB  2 conj      -)"), "senior reporter");
}

TEST(Roles, ThatPolicemenAndSoldiersShareAreOfTheForceThatIsNamed) {
  EXPECT_EQ(person_in(R"(
    Police    NOUN  2 compound  -
    Sgt.      PROPN 3 nmod:desc -
    Weber     PROPN 4 nsubj     B-PERSON
    left      VERB  0 root      -)").sectors, Words{"COP"});
  EXPECT_EQ(person_in(R"(
    Sgt.      PROPN 2 nmod:desc -
    Weber     PROPN 3 nsubj     B-PERSON
    left      VERB  0 root      -)").sectors, Words{"MIL"});
}

TEST(Roles, AreWordsForPeople) {
  EXPECT_EQ(role_in(R"(
    Storm     PROPN 2 nmod:desc -
    Weber     PROPN 3 nsubj     B-PERSON
    came      VERB  0 root      -)"), "none");
}

TEST(Roles, ThatTellMoreReplaceThoseThatTellLess) {
  const Actor actor = person_in(R"(
    President PROPN 2 nmod:desc -
    Weber     PROPN 3 nsubj     B-PERSON
    left      VERB  0 root      -

    Polish    ADJ   2 amod      B-NORP
    President PROPN 3 nmod:desc -
    Weber     PROPN 4 nsubj     B-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(actor.role, "Polish President");
  EXPECT_EQ(actor.code, "POLGOV");
}

// A role alone, with what its words tell.
Standing told(std::string_view columns, std::uint32_t head) {
  const MadeDocument made(columns);
  const Reading reading = made.reading();
  return standing_of_role(reading, Countries(reading), {0, reading.size()}, head);
}

TEST(Standing, OfFormerOfficesIsTheElites) {
  const Standing standing = told(R"(
    former    ADJ   3 amod
    Polish    ADJ   3 amod
    president NOUN  0 root)", 2);
  EXPECT_EQ(standing.country, "POL");
  EXPECT_EQ(standing.sectors, Words{"ELI"});
}

TEST(Standing, OfACompanysPresidentIsTheCompanys) {
  const Standing company = told(R"(
    president NOUN  0 root
    of        ADP   4 case
    the       DET   4 det
    company   NOUN  1 nmod)", 0);
  EXPECT_EQ(company.sectors, Words{"BUS"});
  EXPECT_EQ(told("president NOUN 0 root", 0).sectors, Words{"GOV"});
}

TEST(Standing, OfAnAmbassadorIsNotThePlaceHeIsSentTo) {
  EXPECT_EQ(told(R"(
    Polish     ADJ   2 amod
    ambassador NOUN  0 root
    to         ADP   4 case
    Turkey     PROPN 2 nmod)", 1).country, "POL");
  EXPECT_EQ(told(R"(
    ambassador NOUN  0 root
    to         ADP   3 case
    Turkey     PROPN 1 nmod)", 0).country, "");
  EXPECT_EQ(told(R"(
    ambassador NOUN  0 root
    in         ADP   3 case
    Ankara     PROPN 1 nmod)", 0).country, "");
}

TEST(Standing, OfTheOppositionIsItsOwn) {
  const Standing standing = told(R"(
    Polish     ADJ   3 amod
    opposition NOUN  3 compound
    leader     NOUN  0 root)", 2);
  EXPECT_EQ(standing.country, "POL");
  EXPECT_EQ(standing.sectors, Words{"OPP"});
}

TEST(Standing, IsReadOutOfHeadlinesInCapitals) {
  EXPECT_EQ(told(R"(
    TURKISH    ADJ   2 amod
    PRESIDENT  NOUN  0 root)", 1).country, "TUR");
}

TEST(Standing, LacksOnlyWhatAnotherCanGive) {
  Standing to{"POL", {}, "", false};
  complete(to, {"RUS", {"MIL"}, "RUSMIL", false});
  EXPECT_EQ(to.country, "POL");
  EXPECT_EQ(to.code, "");
  EXPECT_EQ(to.sectors, Words{"MIL"});
  Standing generic{"", {"GOV"}, "", true};
  complete(generic, {"USA", {"BUS"}, "", false});
  EXPECT_EQ(generic.sectors, Words{"BUS"});
  EXPECT_FALSE(generic.sectors_are_generic);
}

TEST(Roles, OfAnOfficeGoBeforeWhatEverybodyIs) {
  const Record record = MadeDocument(R"(
    Weber     PROPN 4 nsubj     B-PERSON
    is        AUX   4 cop       -
    a         DET   4 det       -
    citizen   NOUN  0 root      -

    Sen.      PROPN 2 nmod:desc -
    Weber     PROPN 3 nsubj     B-PERSON
    left      VERB  0 root      -)").read();
  EXPECT_EQ(actor_named(record, "Weber").sectors, Words{"LEG"});
  EXPECT_EQ(actor_named(record, "Weber").role, "Sen.");
}

TEST(Roles, EndWhereAnotherClauseBegins) {
  EXPECT_EQ(role_in(R"(
    Weber     PROPN 4 nsubj     B-PERSON
    is        AUX   4 cop       -
    a         DET   4 det       -
    teacher   NOUN  0 root      -
    and       CCONJ 7 cc        -
    now       ADV   7 advmod    -
    works     VERB  4 conj      -
    with      ADP   9 case      -
    victims   NOUN  7 obl       -)"), "teacher");
}

// A girl may be called like a country.
TEST(Roles, OfKinTellNoCountryByTheNameOfTheirOwn) {
  const auto role = [](const char* noun) {
    return person_in("    India PROPN 3 nmod:poss B-GPE\n    ~'s PART 1 case -\n    " + std::string(noun) +
                     " NOUN 4 nmod:desc -\n    Weber PROPN 5 nsubj B-PERSON\n    left VERB 0 root -");
  };
  EXPECT_EQ(role("father").country, std::nullopt);
  EXPECT_EQ(role("president").country, "IND");
}

TEST(Roles, BeginBehindTheWordIs) {
  EXPECT_EQ(role_in(R"(
    For       ADP   3 case      -
    his       PRON  3 nmod:poss -
    part      NOUN  8 obl       -
    ~,        PUNCT 3 punct     -
    Weber     PROPN 8 nsubj     B-PERSON
    is        AUX   8 cop       -
    a         DET   8 det       -
    teacher   NOUN  0 root      -)"), "teacher");
}

}  // namespace
}  // namespace tacitus
