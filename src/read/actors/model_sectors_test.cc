// Sectors that the model tells of whom nothing else does.
#include "read/actors/model_sectors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

// What the model says of a token: how sure it is of a sector, in 255ths.
SectorScores scores(std::uint32_t token, std::string_view sector, std::uint8_t chance) {
  SectorScores one;
  one.token = token;
  const auto found = std::find(kSectorNames.begin(), kSectorNames.end(), sector);
  one.sectors[0] = static_cast<std::uint8_t>(found - kSectorNames.begin());
  one.chances[0] = chance;
  return one;
}

constexpr const char* kGrebel = R"(
    Grebel    PROPN 2 nsubj     B-ORG
    sold      VERB  0 root      -
    warrants  NOUN  2 obj       -
    to        ADP   5 case      -
    Weber     PROPN 2 obl       B-PERSON
    ~.        PUNCT 2 punct     -

    Grebel    PROPN 2 nsubj     B-ORG
    fell      VERB  0 root      -
    ~.        PUNCT 2 punct     -)";

TEST(ModelSectors, AreThoseThatTheModelIsSureOfOverAllMentions) {
  MadeDocument made(kGrebel);
  EXPECT_TRUE(actor_named(made.read(), "Grebel").sectors.empty());
  made.document().sectors = {scores(0, "BUS", 250), scores(4, "BUS", 60), scores(6, "BUS", 250)};
  const Record record = made.read();
  EXPECT_EQ(actor_named(record, "Grebel").sectors, Words{"BUS"});
  EXPECT_TRUE(actor_named(record, "Weber").sectors.empty());
}

TEST(ModelSectors, AreNoneWhereItIsSureOnce) {
  MadeDocument made(kGrebel);
  made.document().sectors = {scores(0, "BUS", 250), scores(6, "BUS", 0)};
  EXPECT_TRUE(actor_named(made.read(), "Grebel").sectors.empty());
  made.document().sectors = {scores(0, "-", 250), scores(6, "-", 250)};
  EXPECT_TRUE(actor_named(made.read(), "Grebel").sectors.empty());
}

TEST(ModelSectors, GiveWayToWhatTheTextTells) {
  MadeDocument made(R"(
    Ola       PROPN 2 compound  B-PERSON
    Weber     PROPN 6 nsubj     I-PERSON
    ~,        PUNCT 5 punct     -
    a         DET   5 det       -
    judge     NOUN  2 appos     -
    left      VERB  0 root      -)");
  made.document().sectors = {scores(1, "BUS", 250)};
  EXPECT_EQ(actor_named(made.read(), "Ola Weber").sectors, Words{"JUD"});
}

TEST(ModelSectors, AreBusinessAgainstWordsWhereTheModelIsVerySure) {
  MadeDocument made(R"(
    The       DET   2 det       -
    ministry  NOUN  3 nsubj     -
    sold      VERB  0 root      -
    warrants  NOUN  3 obj       -)");
  const Words by_words = actor_named(made.read(), "ministry").sectors;
  ASSERT_FALSE(by_words.empty());
  ASSERT_NE(by_words, Words{"BUS"});
  made.document().sectors = {scores(1, "BUS", 230)};
  EXPECT_EQ(actor_named(made.read(), "ministry").sectors, by_words);
  made.document().sectors = {scores(1, "PTY", 255)};
  EXPECT_EQ(actor_named(made.read(), "ministry").sectors, by_words);
  made.document().sectors = {scores(1, "BUS", 250)};
  EXPECT_EQ(actor_named(made.read(), "ministry").sectors, Words{"BUS"});
}

TEST(ModelSectors, AreNoneOfBodiesOfStates) {
  MadeDocument made(R"(
    The       DET   3 det       -
    United    PROPN 3 compound  B-ORG
    Nations   PROPN 4 nsubj     I-ORG
    left      VERB  0 root      -)");
  made.document().sectors = {scores(2, "GOV", 250)};
  EXPECT_TRUE(actor_named(made.read(), "United Nations").sectors.empty());
}

TEST(ModelSectors, AreNoneOfOthersWhoMayBeAnybody) {
  MadeDocument made(R"(
    Grebel    PROPN 2 nsubj     B-ORG
    sold      VERB  0 root      -
    to        ADP   4 case      -
    others    NOUN  2 obl       - - P1)");
  made.document().sectors = {scores(0, "BUS", 250), scores(3, "CVL", 250)};
  const Record record = made.read();
  EXPECT_EQ(actor_named(record, "Grebel").sectors, Words{"BUS"});
  EXPECT_EQ(meant_by(record, "others"), "others");
  EXPECT_TRUE(actor_named(record, "others").sectors.empty());
}

TEST(ModelSectors, TellThatANounIsSomebody) {
  MadeDocument made(R"(
    Lots      NOUN  4 nsubj:pass -
    were      AUX   4 aux:pass  -
    not       PART  4 advmod    -
    sold      VERB  0 root      -
    to        ADP   6 case      -
    participants NOUN 4 obl     -)");
  EXPECT_TRUE(made.read().actors.empty());
  made.document().sectors = {scores(5, "BUS", 250)};
  const Record record = made.read();
  EXPECT_EQ(actor_named(record, "participants").sectors, Words{"BUS"});
}

}  // namespace
}  // namespace tacitus
