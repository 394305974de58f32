#include "read/events/phrases.h"

#include <gtest/gtest.h>

#include <sstream>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

constexpr std::string_view kDictionary =
    "NORLAND [NOR]\nESTERIA [EST]\nVELL [VEL]\nTHE_REACH [REA/CHE]\nMARA_OLIN [NOR]\n"
    "MEDICS {} [NGO~]\nGOVERNMENT [~GOV]\nPOLICE {} [~COP]\nLAWMAKER [~LEG]\nOFFICIAL [~GOV]\n"
    "MINISTER [~GOV]\nMEDIA {} [~MED]\nISLAMIST [~MUS]\n";

// The codes of a phrase whose words are given with their parts of speech: "Norland/PROPN police/NOUN".
Words codes_of(const std::string& phrase) {
  std::istringstream in(phrase);
  std::string columns;
  std::uint32_t words = 0;
  for (std::string word; in >> word; ++words) {
    const std::size_t slash = word.find('/');
    columns += word.substr(0, slash) + ' ' + word.substr(slash + 1) + (words == 0 ? " 0 root" : " 1 dep") + " -\n";
  }
  const MadeDocument made(columns);
  ActorDictionary dictionary;
  EXPECT_TRUE(dictionary.add(kDictionary, "mine.txt").empty());
  const Knowledge knowledge = Knowledge::with(std::move(dictionary));
  const Reading reading = made.reading(knowledge);
  Words out;
  const KnownCode nobody = [](std::uint32_t, std::uint32_t&) { return std::string(); };
  for (const CodedParty& party :
       parties_of_phrase(reading, phrase_around(reading, 0, {0, words}), nobody)) {
    out.push_back(party.code);
  }
  return out;
}

TEST(PhraseCodes, AreOfANameWithTheAgentsAroundIt) {
  EXPECT_EQ(codes_of("Norland/PROPN 's/PART minister/NOUN Mara/PROPN Olin/PROPN"), Words{"NORGOV"});
  EXPECT_EQ(codes_of("Police/NOUN of/ADP Norland/PROPN"), Words{"NORCOP"});
  EXPECT_EQ(codes_of("Medics/PROPN Norland/PROPN officials/NOUN"), Words{"NGONORGOV"});
  EXPECT_EQ(codes_of("Officials/NOUN"), Words());
}

TEST(PhraseCodes, AreOneForEachMemberOfAList) {
  EXPECT_EQ(codes_of("Norland/PROPN ,/PUNCT the/DET Reach/PROPN and/CCONJ Vell/PROPN"),
            (Words{"NOR", "REA/CHE", "VEL"}));
  EXPECT_EQ(codes_of("Norland/PROPN and/CCONJ the/DET government/NOUN of/ADP Vell/PROPN"),
            (Words{"NOR", "VELGOV"}));
  // A comma without an "and" behind it ends the phrase.
  EXPECT_EQ(codes_of("Norland/PROPN ,/PUNCT Vell/PROPN"), Words{"NOR"});
}

TEST(PhraseCodes, ShareWhatStandsInFrontOrBehind) {
  EXPECT_EQ(codes_of("Lawmakers/NOUN and/CCONJ officials/NOUN in/ADP Vell/PROPN and/CCONJ Esteria/PROPN"),
            (Words{"VELLEG", "VELGOV", "ESTLEG", "ESTGOV"}));
  EXPECT_EQ(codes_of("Norland/PROPN Islamist/ADJ media/NOUN and/CCONJ government/NOUN"),
            (Words{"NORMUSMED", "NORMUSGOV"}));
}

TEST(PhraseCodes, HaveNoPartTwice) {
  EXPECT_EQ(codes_of("Norland/PROPN government/NOUN officials/NOUN"), Words{"NORGOV"});
}

}  // namespace
}  // namespace tacitus
