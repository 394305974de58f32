// The table of leaders: its days, and what it tells of people whom an article does not explain.
#include "read/actors/leaders.h"

#include <gtest/gtest.h>

#include <set>

#include "read/actors/standing.h"
#include "read/builtin_tables.h"
#include "read/made_document.h"
#include "read/made_record.h"
#include "read/table.h"

namespace tacitus {
namespace {

Leader leader_of(std::initializer_list<std::string_view> terms) {
  Leader leader;
  leader.country = "NOR";
  for (const std::string_view text : terms) {
    Term term;
    EXPECT_EQ(read_term(text, term), std::nullopt) << text;
    leader.terms.push_back(std::move(term));
  }
  return leader;
}

std::string told(const Leader& leader, std::string_view day, bool is_short = false) {
  const Standing standing = standing_of_leader(leader, day, is_short);
  std::string out = standing.country;
  for (const std::string& sector : standing.sectors) out += " " + sector;
  return out;
}

TEST(Leaders, HoldOfficeFromDayToDay) {
  const Leader leader = leader_of({"LEG 2001-02-03..2005-06-07", "IGO:- 2010..2012-03", "GOV 2020-01.."});
  EXPECT_EQ(told(leader, "2001-02-02"), "NOR");
  EXPECT_EQ(told(leader, "2001-02-03"), "NOR LEG");
  EXPECT_EQ(told(leader, "2005-06-07T23:59:00Z"), "NOR LEG");
  EXPECT_EQ(told(leader, "2005-06-08"), "NOR ELI");
  EXPECT_EQ(told(leader, "2010-01-01"), "IGO");
  EXPECT_EQ(told(leader, "2012-03-31"), "IGO");
  EXPECT_EQ(told(leader, "2012-04-01"), "NOR ELI");
  EXPECT_EQ(told(leader, "2020-01-01"), "NOR GOV");
}

TEST(Leaders, AreNotMeantGenerationsBeforeOrAfter) {
  const Leader leader = leader_of({"GOV 1960..1970", "LEG 1950..1955"});
  EXPECT_EQ(told(leader, "1940-01-01"), "NOR");
  EXPECT_EQ(told(leader, "1930-01-01"), "");
  EXPECT_EQ(told(leader, "1995-01-01"), "NOR ELI");
  EXPECT_EQ(told(leader, "2010-01-01"), "");
}

TEST(Leaders, WithoutADayAreWhatTheyStillAre) {
  EXPECT_EQ(told(leader_of({"LEG 2001..2005", "GOV 2020.."}), ""), "NOR GOV");
  EXPECT_EQ(told(leader_of({"GOV 2001..2005"}), ""), "NOR");
}

TEST(Leaders, AreMeantByOneWordOnlyWhileTheyHoldSomething) {
  const Leader leader = leader_of({"GOV 2001..2005"});
  EXPECT_EQ(told(leader, "2003-01-01", true), "NOR GOV");
  EXPECT_EQ(told(leader, "2007-01-01", true), "");
  EXPECT_EQ(told(leader, "", true), "");
}

TEST(Leaders, OfArmedGroupsAreNoFormerElite) {
  EXPECT_EQ(told(leader_of({"REB 2001..2005"}), "2007-01-01"), "NOR");
}

TEST(Leaders, SayWhatIsWrongWithATerm) {
  Term term;
  for (const char* bad : {"", "GOV", "GOV 2001", "gov 2001..", "GOV 01..", "GOV 2001-1..", "NO:GOV 2001..",
                          "GOV, 2001..", "GOV 2005..2001"}) {
    EXPECT_NE(read_term(bad, term), std::nullopt) << bad;
  }
}

// A surname alone stands for one person on any day, or the table would have to guess.
TEST(Leaders, HaveEachNameOnce) {
  std::set<std::string> seen;
  for (const TableLine& line : read_table(k_actors_leaders_tsv)) {
    for (const std::string_view name : split_cell(line.cells[1])) {
      EXPECT_TRUE(seen.insert(plain_text(name)).second) << name;
    }
  }
  EXPECT_GT(seen.size(), 1500u);
}

constexpr std::string_view kMet = R"(
    Angela    PROPN 2 compound  B-PERSON
    Merkel    PROPN 3 nsubj     I-PERSON
    met       VERB  0 root      -
    them      PRON  3 obj       -)";

TEST(Leaders, AreKnownByNameInAnArticle) {
  const Knowledge& knowledge = Knowledge::builtin();
  const MadeDocument made(kMet);
  const Actor in_office = made.read(knowledge, "2015-07-01").actors.at(0);
  EXPECT_EQ(in_office.code, "DEUGOV");
  EXPECT_EQ(in_office.role, std::nullopt);
  EXPECT_EQ(made.read(knowledge, "2023-07-01").actors.at(0).code, "DEUELI");
  const Actor undated = made.read(knowledge).actors.at(0);
  EXPECT_EQ(undated.country, "DEU");
  EXPECT_EQ(undated.sectors, Words());
}

TEST(Leaders, GiveWayToWhatTheTextSays) {
  const MadeDocument made(R"(
    Canadian  ADJ   2 amod      B-NORP
    professor NOUN  4 nmod:desc -
    Angela    PROPN 4 compound  B-PERSON
    Merkel    PROPN 5 nsubj     I-PERSON
    left      VERB  0 root      -)");
  const Actor actor = made.read(Knowledge::builtin(), "2015-07-01").actors.at(0);
  EXPECT_EQ(actor.country, "CAN");
  EXPECT_EQ(actor.sectors, Words{"EDU"});
}

TEST(Leaders, AreNoBodiesWhateverTheModelSays) {
  const MadeDocument made(R"(
    Merkel    PROPN 2 nsubj     B-ORG
    left      VERB  0 root      -)");
  const Actor actor = made.read(Knowledge::builtin(), "2015-07-01").actors.at(0);
  EXPECT_EQ(actor.kind, "person");
  EXPECT_EQ(actor.code, "DEUGOV");
}

TEST(Leaders, AreFoundWithAnInitialInTheMiddle) {
  const MadeDocument made(R"(
    Angela    PROPN 3 compound  B-PERSON
    D.        PROPN 3 compound  I-PERSON
    Merkel    PROPN 4 nsubj     I-PERSON
    left      VERB  0 root      -)");
  EXPECT_EQ(made.read(Knowledge::builtin(), "2015-07-01").actors.at(0).code, "DEUGOV");
}

// Somebody of the senator's surname whom the article has given another first name.
TEST(Leaders, AreNotMeantByTheSurnameOfSomebodyElse) {
  const Record record = MadeDocument(R"(
    Linda     PROPN 2 compound  B-PERSON
    Sanders   PROPN 3 nsubj     I-PERSON
    slept     VERB  0 root      -
    ~.        PUNCT 3 punct     -

    Sanders   PROPN 2 nsubj     B-PERSON
    left      VERB  0 root      -
    ~.        PUNCT 2 punct     -)").read(Knowledge::builtin(), "1998-02-12");
  EXPECT_TRUE(actor_named(record, "Linda Sanders").sectors.empty());
}

// In an article about one firm, "president" alone is the firm's.
TEST(Leaders, AreNotThePresidentsOfTheFirmThatAnArticleIsAbout) {
  std::string columns = R"(
    President PROPN 2 compound  -
    Reagan    PROPN 3 nsubj     B-PERSON
    left      VERB  0 root      -

)";
  for (int i = 0; i < 6; ++i) columns += "Grebel PROPN 3 nsubj B-ORG\nCorp PROPN 1 flat I-ORG\nleft VERB 0 root -\n\n";
  const Record record = MadeDocument(columns).read(Knowledge::builtin(), "1987-03-24");
  EXPECT_EQ(actor_named(record, "Grebel Corp").sectors, Words{"BUS"});
  EXPECT_EQ(actor_named(record, "Reagan").sectors, Words{"GOV"});
}

}  // namespace
}  // namespace tacitus
