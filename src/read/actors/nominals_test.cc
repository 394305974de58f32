// Whom descriptions mean: "the president", "its foreign ministry", "two officials".
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"
#include "read/statements/speakers.h"

namespace tacitus {
namespace {

// "The NOUN said it snowed.", with its words in lines before.
std::string then_says(const std::string& the_noun) {
  return the_noun + R"(
    said    VERB  0 root  - c2
    it      PRON  5 expl  - x2
    snowed  VERB  3 ccomp - x2
    ~.      PUNCT 3 punct - -

)";
}
const std::string kThePresident = then_says("The DET 2 det - s2\npresident NOUN 3 nsubj - s2");
const std::string kTheMinistry = then_says("The DET 2 det - s2\nministry NOUN 3 nsubj - s2");
const std::string kTheCompany = then_says("The DET 2 det - s2\ncompany NOUN 3 nsubj - s2");
const std::string kASpokesman = then_says("A DET 2 det - s2\nspokesman NOUN 3 nsubj - s2");

const std::string kPresidentWeber = R"(
    President  PROPN 3 nmod:desc -        -
    Clara      PROPN 3 flat      B-PERSON -
    Weber      PROPN 4 nsubj     I-PERSON -
    arrived    VERB  0 root      -        -
    ~.         PUNCT 4 punct     -        -

)";

TEST(Nominals, MeanThePersonWhoseTitleTheyAre) {
  const Record record = MadeDocument(kPresidentWeber + kThePresident).read();
  EXPECT_EQ(speakers_of(record), Words{"Clara Weber"});
  EXPECT_EQ(meant_by(record, "The president"), "Clara Weber");
}

TEST(Nominals, OfSeveralPresidentsMeanTheLastUnlessTheCountryTells) {
  const std::string two = R"(
    Turkish    ADJ   4 amod      -        -
    President  PROPN 4 nmod:desc -        -
    Clara      PROPN 4 flat      B-PERSON -
    Weber      PROPN 5 nsubj     I-PERSON -
    met        VERB  0 root      -        -
    Polish     ADJ   9 amod      -        -
    President  PROPN 9 nmod:desc -        -
    Paul       PROPN 9 flat      B-PERSON -
    Braun      PROPN 5 obj       I-PERSON -
    ~.         PUNCT 5 punct     -        -

)";
  EXPECT_EQ(speakers_of(MadeDocument(two + kThePresident).read()), Words{"Paul Braun"});
  const std::string turkish = R"(
    The        DET   3 det       -        s2
    Turkish    ADJ   3 amod      B-NORP   s2
    president  NOUN  4 nsubj     -        s2
    said       VERB  0 root      -        c2
    it         PRON  6 expl      -        x2
    snowed     VERB  4 ccomp     -        x2)";
  EXPECT_EQ(speakers_of(MadeDocument(two + turkish).read()), Words{"Clara Weber"});
}

TEST(Nominals, WithoutTheArticleMeanSomebodyNew) {
  const Record record = MadeDocument(R"(
    Kremlin    PROPN 2 compound  B-ORG    -
    spokesman  NOUN  3 nmod:desc -        -
    Morozov    PROPN 4 nsubj     B-PERSON -
    arrived    VERB  0 root      -        -

)" + kASpokesman).read();
  EXPECT_EQ(speakers_of(record), Words{"a spokesman"});
}

TEST(Nominals, MeanTheBodyThatWasNamedSo) {
  const Record record = MadeDocument(R"(
    Russia    PROPN 4 nmod:poss B-GPE -
    ~'s       PART  1 case      -     -
    Foreign   PROPN 4 compound  B-ORG -
    Ministry  PROPN 5 nsubj     I-ORG -
    met       VERB  0 root      -     -

)" + kTheMinistry).read();
  EXPECT_EQ(speakers_of(record), Words{"Foreign Ministry"});
  EXPECT_EQ(actor_named(record, "Foreign Ministry").code, "RUSGOV");
}

TEST(Nominals, MeanACompanyWhoseNameDoesNotSayThatItIsOne) {
  const Record record = MadeDocument(R"(
    Acme      PROPN 2 nsubj     B-ORG s1
    said      VERB  0 root      -     c1
    it        PRON  4 expl      -     x1
    rained    VERB  2 ccomp     -     x1

)" + kTheCompany).read();
  EXPECT_EQ(speakers_of(record), (Words{"Acme", "Acme"}));
}

TEST(Nominals, OfACountrysBodyHaveItsCountryAndSector) {
  const Record record = MadeDocument(R"(
    Turkey    PROPN 2 nsubj     B-GPE -  L1
    acted     VERB  0 root      -     -
    ~.        PUNCT 2 punct     -     -

    Its       PRON  3 nmod:poss -     s1 L1
    foreign   ADJ   3 amod      -     s1
    ministry  NOUN  4 nsubj     -     s1
    said      VERB  0 root      -     c1
    it        PRON  6 expl      -     x1
    rained    VERB  4 ccomp     -     x1)").read();
  EXPECT_EQ(speakers_of(record), Words{"Turkey's foreign ministry"});
  const Actor actor = actor_named(record, "Turkey's foreign ministry");
  EXPECT_EQ(actor.kind, "organization");
  EXPECT_EQ(actor.code, "TURGOV");
}

TEST(Nominals, AreOneBodyHoweverItIsDescribed) {
  const Record record = MadeDocument(R"(
    Turkey    PROPN 4 nmod:poss B-GPE s1
    ~'s       PART  1 case      -     s1
    foreign   ADJ   4 amod      -     s1
    ministry  NOUN  5 nsubj     -     s1
    said      VERB  0 root      -     c1
    it        PRON  7 expl      -     x1
    rained    VERB  5 ccomp     -     x1

    The       DET   4 det       -      s2
    Turkish   ADJ   4 amod      B-NORP s2
    foreign   ADJ   4 amod      -      s2
    ministry  NOUN  5 nsubj     -      s2
    said      VERB  0 root      -      c2
    it        PRON  7 expl      -      x2
    snowed    VERB  5 ccomp     -      x2)").read();
  const Words speakers = speakers_of(record);
  ASSERT_EQ(speakers.size(), 2u);
  EXPECT_EQ(speakers[0], speakers[1]);
}

TEST(Nominals, OfABodysOfficialHaveTheBodysCode) {
  const Record record = MadeDocument(R"(
    A         DET   3 det       -     s1
    Kremlin   PROPN 3 compound  B-ORG s1
    spokesman NOUN  4 nsubj     -     s1
    said      VERB  0 root      -     c1
    it        PRON  6 expl      -     x1
    rained    VERB  4 ccomp     -     x1)").read();
  EXPECT_EQ(speakers_of(record), Words{"a Kremlin spokesman"});
  const Actor actor = actor_named(record, "a Kremlin spokesman");
  EXPECT_EQ(actor.kind, "person");
  EXPECT_EQ(actor.role, "Kremlin spokesman");
  EXPECT_EQ(actor.country, "RUS");
  EXPECT_EQ(actor.sectors, Words{"GOV"});
  EXPECT_EQ(actor.code, "RUSGOV");
}

TEST(Nominals, ASpokesmanSpeaksForTheBodyThatSpokeJustNow) {
  const std::string pentagon = R"(
    The      DET   2 det   -     s1
    Pentagon PROPN 3 nsubj B-ORG s1
    said     VERB  0 root  -     c1
    it       PRON  5 expl  -     x1
    rained   VERB  3 ccomp -     x1
    ~.       PUNCT 3 punct -     -

)";
  const std::string nobody = "Rain NOUN 2 nsubj - -\nfell VERB 0 root - -\n~. PUNCT 2 punct - -\n\n";
  const std::string of_a_firm =
      then_says("A DET 3 det - s2\nBank PROPN 3 compound - s2\nspokesman NOUN 4 nsubj - s2");
  EXPECT_EQ(actor_named(MadeDocument(pentagon + kASpokesman).read(), "a spokesman").code, "USAMIL");
  EXPECT_NE(actor_named(MadeDocument(pentagon + nobody + nobody + nobody + kASpokesman).read(), "a spokesman").code, "USAMIL");
  EXPECT_NE(actor_named(MadeDocument(pentagon + of_a_firm).read(), "a Bank spokesman").code, "USAMIL");
}

TEST(Nominals, OfSeveralPeopleAreAGroup) {
  const Record record = MadeDocument(R"(
    Two       NUM   3 nummod    -      s1
    Turkish   ADJ   3 amod      B-NORP s1
    officials NOUN  4 nsubj     -      s1
    said      VERB  0 root      -      c1
    it        PRON  6 expl      -      x1
    rained    VERB  4 ccomp     -      x1

    The       DET   2 det       -      s2
    officials NOUN  3 nsubj     -      s2
    said      VERB  0 root      -      c2
    it        PRON  5 expl      -      x2
    snowed    VERB  3 ccomp     -      x2)").read();
  EXPECT_EQ(speakers_of(record), (Words{"Two Turkish officials", "Two Turkish officials"}));
  EXPECT_EQ(record.actors[0].kind, "group");
  EXPECT_EQ(record.actors[0].code, "TURGOV");
  EXPECT_FALSE(record.actors[0].role);
}

TEST(Nominals, TakeTheirCountryFromANameInFront) {
  const Record record = MadeDocument(R"(
    U.S.      PROPN 2 compound  B-GPE s1
    officials NOUN  3 nsubj     -     s1
    said      VERB  0 root      -     c1
    it        PRON  5 expl      -     x1
    rained    VERB  3 ccomp     -     x1)").read();
  EXPECT_EQ(speakers_of(record), Words{"U.S. officials"});
  EXPECT_EQ(actor_named(record, "U.S. officials").code, "USAGOV");
}

TEST(Nominals, TakeTheirStandingFromWhomTheySpeakFor) {
  const Record record = MadeDocument(R"(
    A         DET   2 det       -     s1
    spokeswoman NOUN 7 nsubj    -     s1
    for       ADP   6 case      -     s1
    the       DET   6 det       -     s1
    Turkish   ADJ   6 amod      B-ORG s1
    Army      PROPN 2 nmod      I-ORG s1
    said      VERB  0 root      -     c1
    it        PRON  9 expl      -     x1
    rained    VERB  7 ccomp     -     x1

    She       PRON  2 nsubj     -     s2
    said      VERB  0 root      -     c2
    it        PRON  4 expl      -     x2
    snowed    VERB  2 ccomp     -     x2)").read();
  const Words speakers = speakers_of(record);
  ASSERT_EQ(speakers.size(), 2u);
  EXPECT_EQ(speakers[0], "a spokeswoman for the Turkish Army");
  EXPECT_EQ(speakers[1], speakers[0]);
  EXPECT_EQ(actor_named(record, speakers[0]).code, "TURMIL");
}

TEST(Nominals, BeforeANameAreThatPerson) {
  const Record record = MadeDocument(R"(
    The       DET   2 det       -        s1
    minister  NOUN  5 nsubj     -        s1
    ~,        PUNCT 4 punct     -        s1
    Weber     PROPN 2 appos     B-PERSON s1
    said      VERB  0 root      -        c1
    it        PRON  7 expl      -        x1
    rained    VERB  5 ccomp     -        x1)").read();
  EXPECT_EQ(speakers_of(record), Words{"Weber"});
  EXPECT_EQ(actor_named(record, "Weber").role, "minister");
}

TEST(Nominals, KnowAnOfficeByItsShortForm) {
  const Record record = MadeDocument(R"(
    Sen.      PROPN 3 nmod:desc -        -
    Clara     PROPN 3 flat      B-PERSON -
    Weber     PROPN 4 nsubj     I-PERSON -
    arrived   VERB  0 root      -        -

)" + then_says("The DET 2 det - s2\nsenator NOUN 3 nsubj - s2")).read();
  EXPECT_EQ(speakers_of(record), Words{"Clara Weber"});
}

constexpr std::string_view kPolishMinister = R"(
    Polish     ADJ   3 amod      B-NORP   -  -
    Secretary  PROPN 3 nmod:desc -        -  -
    Weber      PROPN 4 nsubj     B-PERSON -  P1
    arrived    VERB  0 root      -        -  -

)";

TEST(Nominals, OfAnotherCountryMeanNobodyWhateverTheChain) {
  const auto speaker = [](const std::string& country) {
    return speakers_of(MadeDocument(std::string(kPolishMinister) + "The DET 3 det - s2\n" + country + R"( ADJ 3 amod B-NORP s2
    envoy   NOUN  4 nsubj - s2 P1
    said    VERB  0 root  - c2
    it      PRON  6 expl  - x2
    snowed  VERB  4 ccomp - x2)").read());
  };
  EXPECT_EQ(speaker("Polish"), Words{"Weber"});
  EXPECT_EQ(speaker("Turkish"), Words{"Turkish envoy"});
}

TEST(Nominals, ThatHideANameMeanNobodyWithOne) {
  const Record record = MadeDocument(std::string(kPolishMinister) + R"(
    The     DET   2 det   - s2
    source  NOUN  3 nsubj - s2 P1
    said    VERB  0 root  - c2
    it      PRON  5 expl  - x2
    snowed  VERB  3 ccomp - x2)").read();
  EXPECT_EQ(speakers_of(record), Words{"source"});
}

TEST(Nominals, OfAnotherKindMeanNoBodyWhateverTheChain) {
  const std::string unite = R"(
    The     DET   3 det      -     -
    Unite   PROPN 3 compound B-ORG -
    union   NOUN  4 nsubj    I-ORG - O1
    struck  VERB  0 root     -     -

)";
  EXPECT_EQ(speakers_of(MadeDocument(unite + R"(
    The     DET   2 det   - s2
    company NOUN  3 nsubj - s2 O1
    said    VERB  0 root  - c2
    it      PRON  5 expl  - x2
    snowed  VERB  3 ccomp - x2)").read()), Words{"company"});
}

TEST(Headlines, MeanTheBodyThatStandsInThem) {
  const Record record = MadeDocument(R"(
    Kremlin   PROPN 0 root      B-ORG s1
    ~:        PUNCT 1 punct     -     c1
    no        DET   4 det       -     x1
    deal      NOUN  1 parataxis -     x1
#body
    Rain      NOUN  2 nsubj     -     -
    fell      VERB  0 root      -     -)").read();
  EXPECT_EQ(speakers_of(record), Words{"Kremlin"});
  EXPECT_EQ(actor_named(record, "Kremlin").code, "RUSGOV");
}

TEST(Headlines, MeanTheOneWhomOnlyTheBodyNames) {
  const Record record = MadeDocument(R"(
    President PROPN 0 root      -     s1
    ~:        PUNCT 1 punct     -     c1
    no        DET   4 det       -     x1
    deal      NOUN  1 parataxis -     x1
#body
)" + kPresidentWeber).read();
  EXPECT_EQ(speakers_of(record), Words{"Clara Weber"});
  EXPECT_EQ(meant_by(record, "President"), "Clara Weber");
}

TEST(Nominals, AreMentionsOfThosePersonsWhomTheyStandBeside) {
  const Record before = MadeDocument(R"(
    The       DET   2 det       -
    sheriff   NOUN  7 nsubj     -
    ~,        PUNCT 4 punct     -
    Odd       PROPN 2 appos     B-PERSON
    Larsen    PROPN 4 flat      I-PERSON
    ~,        PUNCT 4 punct     -
    led       VERB  0 root      -
    divers    NOUN  7 obj       -)").read();
  EXPECT_EQ(meant_by(before, "The sheriff"), "Odd Larsen");
  EXPECT_EQ(actor_named(before, "Odd Larsen").sectors, Words{"COP"});
  const Record behind = MadeDocument(R"(
    Odd       PROPN 7 nsubj     B-PERSON
    Larsen    PROPN 1 flat      I-PERSON
    ~,        PUNCT 5 punct     -
    the       DET   5 det       -
    sheriff   NOUN  1 appos     -
    ~,        PUNCT 5 punct     -
    dived     VERB  0 root      -)").read();
  EXPECT_EQ(meant_by(behind, "the sheriff"), "Odd Larsen");
  EXPECT_EQ(behind.actors.size(), 1u);
  // A title is part of the name.
  const Record title = MadeDocument(kPresidentWeber).read();
  EXPECT_EQ(title.mentions.size(), 1u);
}

}  // namespace
}  // namespace tacitus
