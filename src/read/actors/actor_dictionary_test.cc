// Users' dictionaries: what is read of them, what is said of bad lines, and how they go with a text.
#include "read/actors/actor_dictionary.h"

#include <gtest/gtest.h>

#include <random>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

using Lines = std::vector<std::string>;

ActorDictionary dictionary_of(std::string_view text) {
  ActorDictionary dictionary;
  EXPECT_EQ(dictionary.add(text, "my.txt"), Lines());
  return dictionary;
}

// The code for a name on a day, "none" where no code holds, "unknown" for names that it lacks.
std::string code_on(const ActorDictionary& dictionary, std::string_view name,
                    std::string_view day) {
  const auto* codes = dictionary.actor(name);
  if (!codes) return "unknown";
  const DatedCode* code = ActorDictionary::on(*codes, day);
  return code ? code->code : "none";
}

Record read_with(ActorDictionary dictionary, std::string_view columns,
                 std::optional<std::string> published = {}) {
  const MadeDocument made(columns);
  const Knowledge knowledge = Knowledge::with(std::move(dictionary));
  return made.read(knowledge, std::move(published));
}

TEST(ActorDictionary, ReadsNamesWithTheirCodes) {
  const ActorDictionary dictionary = dictionary_of(
      "# Harbours\n\nNORTH_HARBOUR_BOARD_ [NORGOV]  # a comment\nElm Côte [fra] ; another\n");
  EXPECT_EQ(code_on(dictionary, "north harbour board", ""), "NORGOV");
  EXPECT_EQ(code_on(dictionary, "elm cote", ""), "FRA");
  EXPECT_EQ(code_on(dictionary, "harbour board", ""), "unknown");
}

TEST(ActorDictionary, GivesSynonymsTheCodesOfTheirActor) {
  const ActorDictionary dictionary = dictionary_of(
      "RANGERS [COD]\n+NORTHERN_RANGERS\n+MEN OF THE NORTH\n\nELM_BOARD\n+THE_BOARD\n\t[NOR]\n");
  EXPECT_EQ(code_on(dictionary, "northern rangers", ""), "COD");
  EXPECT_EQ(code_on(dictionary, "men of the north", ""), "COD");
  EXPECT_EQ(code_on(dictionary, "the board", ""), "NOR");
}

TEST(ActorDictionary, ReadsNamesThatStandForSeveral) {
  EXPECT_EQ(code_on(dictionary_of("THE_REACH [REA/CHE]"), "the reach", ""), "REA/CHE");
  EXPECT_EQ(parts_of("REA/CHE").country, "");
  ActorDictionary broken;
  EXPECT_EQ(broken.add("THE_REACH [REA/]\nVELL [/VEL]", "my.txt"),
            (Lines{"my.txt:1: there is no code", "my.txt:2: the code is not made of letters and digits"}));
}

TEST(ActorDictionary, GivesNamesInARowTheCodeBelowThem) {
  const ActorDictionary dictionary = dictionary_of("ELM_BOARD_\nELM_\nE.B._\n\t[NOR]\nOAK [SWE]\n");
  for (const char* name : {"elm board", "elm", "e.b."}) {
    EXPECT_EQ(code_on(dictionary, name, ""), "NOR") << name;
  }
  EXPECT_EQ(code_on(dictionary, "oak", ""), "SWE");
}

TEST(ActorDictionary, HoldsCodesToTheirDays) {
  const ActorDictionary dictionary = dictionary_of(
      "WEBER\n\t[DEUELI <950601]\n\t[DEUGOV 19950601 - 19990815]\n\t[DEUREB > 990816]\n");
  EXPECT_EQ(code_on(dictionary, "weber", "1995-05-31"), "DEUELI");
  EXPECT_EQ(code_on(dictionary, "weber", "1995-06-01T08:00:00Z"), "DEUGOV");
  EXPECT_EQ(code_on(dictionary, "weber", "1999-08-15"), "DEUGOV");
  EXPECT_EQ(code_on(dictionary, "weber", "1999-08-16"), "none");
  EXPECT_EQ(code_on(dictionary, "weber", "1999-08-17"), "DEUREB");
  EXPECT_EQ(code_on(dictionary, "weber", "2031-01-01"), "DEUREB");
  EXPECT_EQ(code_on(dictionary, "weber", ""), "DEUREB");
}

TEST(ActorDictionary, TakesTheFirstCodeThatHoldsAndElseTheOneWithoutDays) {
  const ActorDictionary dictionary = dictionary_of(
      "SAM [HOB]\n\t[HOBCIV <20080120]\n\t[ORC 20100109-20100112]\n\t[HOBMIL 20080120-20121109]\n");
  EXPECT_EQ(code_on(dictionary, "sam", "2010-01-10"), "ORC");
  EXPECT_EQ(code_on(dictionary, "sam", "2010-01-13"), "HOBMIL");
  EXPECT_EQ(code_on(dictionary, "sam", "2012-11-10"), "HOB");
  EXPECT_EQ(code_on(dictionary, "sam", ""), "HOB");
}

TEST(ActorDictionary, CountsYearsOfTwoDigitsUpToThirtyInThisCentury) {
  const ActorDictionary dictionary = dictionary_of("A [AAA 310101-991231]\nB [BBB 000101-301231]\n");
  EXPECT_EQ(code_on(dictionary, "a", "1931-01-01"), "AAA");
  EXPECT_EQ(code_on(dictionary, "b", "2030-12-31"), "BBB");
}

TEST(ActorDictionary, NamesTheLinesThatCannotBeReadAndUsesTheOthers) {
  ActorDictionary dictionary;
  const Lines complaints = dictionary.add(
      "+NOBODY\n"
      "\t[XXX]\n"
      "OAK [SWE\n"
      "ASH [SW-E]\n"
      "ELM [NOR/SWE]\n"
      "FIR [NOR 991301-991331]\n"
      "YEW [NOR 20000101-19990101]\n"
      "PINE\n"
      "BIRCH [NOR]\n"
      "[]\n"
      "!SET [X]\n"
      "A_!SET!_B [~GOV]\n"
      "C {D [~GOV]\n"
      "E [~]\n"
      "LARCH",
      "my.txt");
  EXPECT_EQ(complaints,
            (Lines{"my.txt:1: there is no name before this one",
                   "my.txt:2: there is no name for this code",
                   "my.txt:3: a code is not in [ ]",
                   "my.txt:4: the code is not made of letters and digits",
                   "my.txt:6: the days are not <DAY, >DAY or DAY-DAY with days YYMMDD or YYYYMMDD",
                   "my.txt:7: the days are not <DAY, >DAY or DAY-DAY with days YYMMDD or YYYYMMDD",
                   "my.txt:8: the name has no code",
                   "my.txt:10: there is no code",
                   "my.txt:12: a set in ! ! is not known, or the sets make too many names",
                   "my.txt:13: the plural is not in { }",
                   "my.txt:14: there is no code",
                   "my.txt:15: the name has no code"}));
  EXPECT_EQ(code_on(dictionary, "birch", ""), "NOR");
}

TEST(ActorDictionary, ReadsAgentsWithSetsAndPlurals) {
  const ActorDictionary dictionary = dictionary_of(
      "!PERSON! = MAN, WOMEN\nCONGRESS!PERSON! [~LEG]\nRIVER_PILOT [~LAB]\n"
      "GOLDEN_GOOSE {GOLDEN_GEESE} [ ~BUS ]\nPRESS {} [~MED]\nAID_BODY [NGO~]\n");
  const auto& agents = dictionary.agents();
  for (const char* name : {"congressman", "congresswomen", "river pilot", "river pilots",
                           "golden goose", "golden geese", "press", "aid body", "aid bodies"}) {
    EXPECT_TRUE(agents.contains(name)) << name;
  }
  EXPECT_FALSE(agents.contains("golden gooses"));
  EXPECT_FALSE(agents.contains("presses"));
  EXPECT_TRUE(agents.find("golden geese")->second.is_plural);
  EXPECT_EQ(agents.find("aid body")->second.before, "NGO");
}

TEST(ActorDictionary, TellsCountryAndSectorsOfCodes) {
  const auto told = [](std::string_view code) {
    const CodeParts parts = parts_of(code);
    std::string out = parts.country;
    for (const std::string& sector : parts.sectors) out += " " + sector;
    return out;
  };
  EXPECT_EQ(told("KORGOVBUS"), "KOR GOV BUS");
  EXPECT_EQ(told("IGOUNO"), "UNO");
  EXPECT_EQ(told("IGOEUREEC"), "EUR");
  EXPECT_EQ(told("IGOWSTNAT"), "IGO");
  EXPECT_EQ(told("NGOHLHIRC"), "NGO MED");
  EXPECT_EQ(told("EGYMED"), "EGY JRN");
  EXPECT_EQ(told("SDNREBSEP"), "SDN REB");
  EXPECT_EQ(told("GOV"), " GOV");
  EXPECT_EQ(told("PALPL"), "PAL");
  EXPECT_EQ(told(""), "");
}

constexpr std::string_view kRangers = R"(
    The       DET   3 det       -
    Northern  PROPN 3 compound  B-ORG
    Rangers   PROPN 4 nsubj     I-ORG
    left      VERB  0 root      -)";

TEST(ActorDictionary, CodesBodiesByTheArticlesDay) {
  const auto dictionary = [] {
    return dictionary_of("NORTHERN_RANGERS [CODREB <100101] [CODMIL >091231]");
  };
  const Actor before = read_with(dictionary(), kRangers, "2009-05-05").actors.at(0);
  EXPECT_EQ(before.country, "COD");
  EXPECT_EQ(before.sectors, Words{"REB"});
  EXPECT_EQ(before.code, "CODREB");
  EXPECT_EQ(read_with(dictionary(), kRangers, "2010-01-01").actors.at(0).code, "CODMIL");
}

TEST(ActorDictionary, GoesBeforeTheTables) {
  constexpr std::string_view kText = R"(
    Hamas     PROPN 2 nsubj     B-ORG
    left      VERB  0 root      -)";
  EXPECT_EQ(MadeDocument(kText).read().actors.at(0).code, "PSEREB");
  const Actor actor = read_with(dictionary_of("HAMAS [PSEGOVHMS]"), kText).actors.at(0);
  EXPECT_EQ(actor.sectors, Words{"GOV"});
  EXPECT_EQ(actor.code, "PSEGOVHMS");
}

TEST(ActorDictionary, GivesWayToWhatTheTextSays) {
  constexpr std::string_view kText = R"(
    Moldovan  ADJ   3 amod      B-NORP
    Foreign   ADJ   3 amod      -
    Minister  PROPN 5 nmod:desc -
    Ion       PROPN 5 compound  B-PERSON
    Weber     PROPN 6 nsubj     I-PERSON
    left      VERB  0 root      -)";
  const Actor actor = read_with(dictionary_of("ION_WEBER [ROUBUS]"), kText).actors.at(0);
  EXPECT_EQ(actor.country, "MDA");
  EXPECT_EQ(actor.sectors, Words{"GOV"});
  EXPECT_EQ(actor.code, "MDAGOV");
}

TEST(ActorDictionary, GivesWordsForPeopleTheirSectors) {
  constexpr std::string_view kText = R"(
    Turkish   ADJ   2 amod      B-NORP
    pilots    NOUN  3 nsubj     -   s1
    said      VERB  0 root      -   c1
    so        ADV   3 advmod    -   x1)";
  EXPECT_EQ(MadeDocument(kText).read().actors.at(0).sectors, Words());
  const Actor actor = read_with(dictionary_of("PILOT [~LAB]"), kText).actors.at(0);
  EXPECT_EQ(actor.sectors, Words{"LAB"});
  EXPECT_EQ(actor.code, "TURLAB");
}

TEST(ActorDictionary, TakesAnyBytes) {
  std::mt19937 random(11);
  constexpr std::string_view kPieces[] = {"[", "]", "{", "}", "~", "!", "+", "_", "#", "<!--", "-->",
                                          "\n", "\t", " ", "A", "COD", "990101", "-", "<", ">", "=",
                                          ",", ";", "\xC3", "\xFF", "é"};
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (unsigned i = random() % 60; i > 0; --i) text += kPieces[random() % std::size(kPieces)];
    ActorDictionary dictionary;
    for (const std::string& line : dictionary.add(text, "f")) EXPECT_TRUE(line.starts_with("f:"));
  }
}

TEST(ActorDictionary, TakesTimeByTheTextsLength) {
  // Names that go on and on, and sets that would multiply.
  std::string text = "!A! = X, Y, Z, X, Y, Z, X, Y\n";
  for (int i = 0; i < 20000; ++i) text += "!A!!A!!A!!A!!A!!A! [~GOV]\n";
  text += "NAME";
  for (int i = 0; i < 100000; ++i) text += "\n+" + std::string(i % 7 + 1, 'A');
  text += "\n[COD]";
  ActorDictionary dictionary;
  EXPECT_EQ(dictionary.add(text, "f").size(), 20000u);
}

}  // namespace
}  // namespace tacitus
