// Whom pronouns mean.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"
#include "read/statements/speakers.h"

namespace tacitus {
namespace {

constexpr std::string_view kTwoPeople = R"(
    Anna    PROPN 2 flat  B-PERSON s1
    Weber   PROPN 3 nsubj I-PERSON s1 P1
    told    VERB  0 root  -        c1
    Paul    PROPN 5 flat  B-PERSON -
    Braun   PROPN 3 obj   I-PERSON -  P2
    it      PRON  7 expl  -        x1
    rained  VERB  3 ccomp -        x1
    ~.      PUNCT 3 punct -        -
)";

// "PRONOUN said it snowed." as the second statement.
std::string then_says(const std::string& pronoun, const std::string& reference = "-") {
  return pronoun + " PRON 2 nsubj - s2 " + reference + R"(
    said    VERB  0 root  - c2
    it      PRON  4 expl  - x2
    snowed  VERB  2 ccomp - x2
    ~.      PUNCT 2 punct - -
)";
}

std::string second_speaker(const std::string& columns) {
  const Record record = MadeDocument(columns).read();
  const Words speakers = speakers_of(record);
  return speakers.size() == 2 ? speakers[1] : "not two statements";
}

TEST(Pronouns, MeanWhomTheModelChainsThemTo) {
  const std::string people(kTwoPeople);
  EXPECT_EQ(second_speaker(people + "\n" + then_says("He", "P2")), "Paul Braun");
  EXPECT_EQ(second_speaker(people + "\n" + then_says("She", "P1")), "Anna Weber");
}

TEST(Pronouns, GoByTheGenderWhereTheChainCannotBe) {
  // The chain says Paul Braun, who is no she.
  EXPECT_EQ(second_speaker(std::string(kTwoPeople) + "\n" + then_says("She", "P2")), "Anna Weber");
}

TEST(Pronouns, MeanTheLastSpeakerWithoutAChain) {
  EXPECT_EQ(second_speaker(std::string(kTwoPeople) + "\n" + then_says("She")), "Anna Weber");
}

TEST(Pronouns, MeanNobodyWhoseGenderIsAnother) {
  // The last speaker is a woman; a man was told something, if no subject.
  EXPECT_EQ(second_speaker(std::string(kTwoPeople) + "\n" + then_says("He")), "Paul Braun");
  EXPECT_EQ(second_speaker(R"(
    Anna    PROPN 3 nsubj B-PERSON s1
    Weber   PROPN 1 flat  I-PERSON s1
    said    VERB  0 root  -        c1
    it      PRON  5 expl  -        x1
    rained  VERB  3 ccomp -        x1
    ~.      PUNCT 3 punct -        -

)" + then_says("He")), "-");
}

TEST(Pronouns, GiveTheirGenderToWhomTheyMean) {
  const std::string columns = R"(
    Weber   PROPN 2 nsubj B-PERSON s1 P1
    said    VERB  0 root  -        c1
    it      PRON  4 expl  -        x1
    rained  VERB  2 ccomp -        x1

    She     PRON  2 nsubj -        -  P1
    left    VERB  0 root  -        -

)";
  EXPECT_EQ(second_speaker(columns + then_says("She")), "Weber");
  EXPECT_EQ(second_speaker(columns + then_says("He")), "-");
}

TEST(Pronouns, ReachNoFurtherThanAFewSentences) {
  std::string columns(kTwoPeople);
  for (int i = 0; i < 12; ++i) columns += "\nRain NOUN 2 nsubj\nfell VERB 0 root\n";
  EXPECT_EQ(second_speaker(columns + "\n" + then_says("She")), "-");
}

TEST(Pronouns, OfThingsMeanBodies) {
  const std::string ministry = R"(
    The      DET   3 det      -     s1
    Foreign  PROPN 3 compound B-ORG s1
    Ministry PROPN 4 nsubj    I-ORG s1
    said     VERB  0 root     -     c1
    it       PRON  6 expl     -     x1
    rained   VERB  4 ccomp    -     x1

)";
  EXPECT_EQ(second_speaker(ministry + then_says("It")), "Foreign Ministry");
  EXPECT_EQ(second_speaker(ministry + then_says("They")), "Foreign Ministry");
  EXPECT_EQ(second_speaker(ministry + then_says("He")), "-");
}

TEST(Pronouns, OfSeveralMeanTheGroupThatSpokeLast) {
  const std::string officials = R"(
    Two        NUM   2 nummod -     s1
    officials  NOUN  3 nsubj  -     s1
    said       VERB  0 root   -     c1
    it         PRON  5 expl   -     x1
    rained     VERB  3 ccomp  -     x1

)";
  EXPECT_EQ(second_speaker(officials + then_says("They")), "Two officials");
  EXPECT_EQ(second_speaker(officials + then_says("He")), "-");
}

TEST(Pronouns, ThatOpenARelativeClauseMeanItsNoun) {
  const MadeDocument made(R"(
    Anna    PROPN 2 flat      B-PERSON - -
    Weber   PROPN 9 nsubj     I-PERSON - -
    ~,      PUNCT 5 punct     -        - -
    who     PRON  5 nsubj     -       s1 -
    said    VERB  2 acl:relcl -       c1 -
    it      PRON  7 expl      -       x1 -
    rained  VERB  5 ccomp     -       x1 -
    ~,      PUNCT 5 punct     -        - -
    left    VERB  0 root      -        - -)");
  EXPECT_EQ(speakers_of(made.read()), Words{"Anna Weber"});
}

TEST(Pronouns, OfTheFirstPersonMeanWhoIsQuoted) {
  const MadeDocument made(R"(
    “       PUNCT 3 punct     -        x1 -
    ~I      PRON  3 nsubj     -        x1 P0
    stay    VERB  0 root      -        x1 -
    ~,      PUNCT 3 punct     -        x1 -
    ~”      PUNCT 3 punct     -        x1 -
    Weber   PROPN 7 nsubj     B-PERSON s1 -
    said    VERB  3 parataxis -        c1 -)");
  const Record record = made.read();
  EXPECT_EQ(meant_by(record, "I"), "Weber");
}

TEST(Pronouns, OfTheFirstPersonAreAsManyAsTheSpeaker) {
  const auto quoted = [](const std::string& pronoun, const std::string& type) {
    return MadeDocument("“ PUNCT 3 punct - x1 -\n~" + pronoun + R"( PRON 3 nsubj - x1 P0
      stay    VERB  0 root      -        x1 -
      ~,      PUNCT 3 punct     -        x1 -
      ~”      PUNCT 3 punct     -        x1 -
      Acme    PROPN 7 nsubj     B-)" + type + R"( s1 -
      said    VERB  3 parataxis -        c1 -)")
        .read();
  };
  EXPECT_EQ(meant_by(quoted("We", "ORG"), "We"), "Acme");
  EXPECT_EQ(meant_by(quoted("I", "ORG"), "I"), "not mentioned");
  EXPECT_EQ(meant_by(quoted("We", "PERSON"), "We"), "not mentioned");  // he and who else?
}

TEST(Pronouns, OfTheFirstPersonMeanNobodyOutsideOfQuotations) {
  const MadeDocument made(R"(
    I       PRON  2 nsubj     -        -  P0
    stay    VERB  0 root      -        -  -
    ~,      PUNCT 2 punct     -        -  -
    Weber   PROPN 5 nsubj     B-PERSON s1 -
    said    VERB  2 parataxis -        c1 -
    today   NOUN  5 obl       -        x1 -)");
  EXPECT_EQ(meant_by(made.read(), "I"), "not mentioned");
}

TEST(Pronouns, ThatOnlyOwnAreResolvedByTheirChain) {
  const MadeDocument made(R"(
    Anna    PROPN 2 flat      B-PERSON - -
    Weber   PROPN 3 nsubj     I-PERSON - P1
    left    VERB  0 root      -        - -
    her     PRON  5 nmod:poss -        - P1
    house   NOUN  3 obj       -        - -)");
  const Record record = made.read();
  EXPECT_EQ(meant_by(record, "her"), "Anna Weber");
  ASSERT_EQ(record.mentions.size(), 2u);
  EXPECT_EQ(record.mentions[1].type, MentionType::kPron);
}

// A wrong tree makes the pronoun own the very word that it may mean.
TEST(Pronouns, EndWhereOwnersGoRound) {
  EXPECT_EQ(second_speaker(R"(
    Anna     PROPN 2 nsubj     B-PERSON s1
    said     VERB  0 root      -        c1
    it       PRON  4 expl      -        x1
    rained   VERB  2 ccomp     -        x1

    Workers  NOUN  3 nsubj     -        -  P0
    their    PRON  1 nmod:poss -        -  P0
    agreed   VERB  0 root      -        -

)" + then_says("They")), "Workers");
}

// "A market in Oslo, says the union, which blamed Acme", hung from the market.
TEST(Pronouns, ThatOpenAClauseMeanWhoStandsInFrontWhereTheTreeNamesNobody) {
  const Record record = MadeDocument(R"(
    shells  NOUN  2 nsubj     -     x1
    hit     VERB  0 root      -     x1
    a       DET   4 det       -     x1
    market  NOUN  2 obj       -     x1
    ~,      PUNCT 8 punct     -     -
    says    VERB  2 parataxis -     c1
    Ferris  PROPN 6 nsubj     B-ORG s1
    Watch   PROPN 7 flat      I-ORG s1
    ~,      PUNCT 11 punct    -     -
    which   PRON  11 nsubj    -     s2
    blamed  VERB  4 acl:relcl -     c2
    Acme    PROPN 11 obj      B-ORG x2)").read();
  EXPECT_EQ(speakers_of(record), (Words{"Ferris Watch", "Ferris Watch"}));
}

}  // namespace
}  // namespace tacitus
