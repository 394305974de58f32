#include "read/events/verb_dictionary.h"

#include <gtest/gtest.h>

#include <random>

#include "read/made_document.h"

namespace tacitus {
namespace {

constexpr std::string_view kDictionary =
    "# verbs of a user\n"
    "&MONEY\n"
    "+CROWN\n"
    "+GOLD PIECE_\n"
    "--- GIVE [070] ---\n"
    "GIVE {GAVE GIVEN}\n"
    "DONATE [071]\n"
    "+HAND_OVER\n"
    "- * &MONEY [0711] # coins\n"
    "- WILL NOT_* [120]\n"
    "--- ARRIVE [032:033] ---\n"
    "ARRIVE\n"
    "--- SAY [---] ---\n"
    "SAY {SAID}\n"
    "- * CEASEFIRE [087]\n";

constexpr std::string_view kGave =
    "Norland PROPN 2 nsubj\n"
    "gave VERB 0 root\n"
    "Sudland PROPN 2 iobj\n"
    "a DET 5 det\n"
    "thousand NOUN 2 obj\n"
    "crowns NOUN 5 nmod\n";

VerbDictionary read(std::string_view text) {
  std::vector<std::string> complaints;
  return VerbDictionary::parse(text, "mine.txt", complaints);
}

std::string code_at(const VerbDictionary& dictionary, std::string_view columns,
                    std::uint32_t verb) {
  const MadeDocument made(columns);
  const auto match = dictionary.match(made.reading(), verb);
  return match ? match->code : "none";
}

TEST(VerbDictionary, TakesThePatternWithTheMostWords) {
  EXPECT_EQ(code_at(read(kDictionary), kGave, 1), "0711");
  EXPECT_EQ(code_at(read(kDictionary), "Norland PROPN 2 nsubj\ngives VERB 0 root\n", 1), "070");
}

TEST(VerbDictionary, GivesAVerbOfAGroupItsOwnCode) {
  EXPECT_EQ(code_at(read(kDictionary), "Norland PROPN 2 nsubj\ndonated VERB 0 root\n", 1), "071");
}

TEST(VerbDictionary, TakesACompoundPatternWhereSeveralAct) {
  constexpr std::string_view kAgree = "--- AGREE [081] ---\nAGREE\n- % * [030:030]\n";
  EXPECT_EQ(code_at(read(kAgree),
                    "Norland PROPN 4 nsubj\nand CCONJ 3 cc\nVell PROPN 1 conj\nagree VERB 0 root\n", 3),
            "030");
  EXPECT_EQ(code_at(read(kAgree), "Norland PROPN 2 nsubj\nagreed VERB 0 root\n", 1), "081");
}

TEST(VerbDictionary, HoldsWordsTogetherThatAreJoined) {
  const std::string_view near =
      "Norland PROPN 4 nsubj\nwill AUX 4 aux\nnot PART 4 advmod\ngive VERB 0 root\n";
  const std::string_view apart =
      "Norland PROPN 5 nsubj\nwill AUX 5 aux\nnot PART 5 advmod\never ADV 5 advmod\n"
      "give VERB 0 root\n";
  EXPECT_EQ(code_at(read(kDictionary), near, 3), "120");
  EXPECT_EQ(code_at(read(kDictionary), apart, 4), "070");
}

TEST(VerbDictionary, KnowsVerbsOfSeveralWords) {
  EXPECT_EQ(code_at(read(kDictionary),
                    "Norland PROPN 2 nsubj\nhanded VERB 0 root\nover ADP 2 compound:prt\n", 1),
            "070");
  EXPECT_EQ(code_at(read(kDictionary), "Norland PROPN 2 nsubj\nhanded VERB 0 root\n", 1), "none");
}

TEST(VerbDictionary, HasNothingForAVerbWithoutACode) {
  EXPECT_EQ(code_at(read(kDictionary), "They PRON 2 nsubj\nsaid VERB 0 root\n", 1), "none");
  EXPECT_EQ(code_at(read(kDictionary),
                    "They PRON 2 nsubj\nsaid VERB 0 root\nceasefire NOUN 2 obj\n", 1),
            "087");
}

TEST(VerbDictionary, TakesAFormThatIsListedBeforeOneMadeByRule) {
  const VerbDictionary dictionary =
      read("--- LEAVE [012] ---\nLEAVE\n--- LEFT [032] ---\nLEFT\n");
  EXPECT_EQ(code_at(dictionary, "They PRON 2 nsubj\nleft VERB 0 root\n", 1), "032");
  EXPECT_EQ(code_at(dictionary, "They PRON 2 nsubj\nleave VERB 0 root\n", 1), "012");
}

TEST(VerbDictionary, GivesTheCodeOfTheOtherDirectionToo) {
  const VerbDictionary dictionary = read(kDictionary);
  const MadeDocument made("Norland PROPN 2 nsubj\narrived VERB 0 root\n");
  const auto match = dictionary.match(made.reading(), 1);
  ASSERT_TRUE(match);
  EXPECT_EQ(match->code, "032");
  EXPECT_EQ(match->reverse_code, "033");
  EXPECT_EQ(match->rule, "mine.txt:11");
}

TEST(VerbDictionary, NamesLinesThatItCannotReadAndUsesTheRest) {
  std::vector<std::string> complaints;
  const VerbDictionary dictionary = VerbDictionary::parse(
      "LOST\n"
      "--- GIVE [070] ---\n"
      "GIVE {GAVE\n"
      "- * MONEY\n"
      "- NO VERB [071]\n"
      "- * &UNKNOWN [072]\n"
      "DONATE\n",
      "mine.txt", complaints);
  EXPECT_EQ(complaints, (std::vector<std::string>{
                            "mine.txt:1: a verb before the first group",
                            "mine.txt:3: a brace that is not closed",
                            "mine.txt:4: a pattern without a code in brackets",
                            "mine.txt:5: a pattern without the verb's place (*)",
                            "mine.txt:6: a set that is not known: &UNKNOWN"}));
  EXPECT_EQ(code_at(dictionary, "They PRON 2 nsubj\ndonate VERB 0 root\n", 1), "070");
}

TEST(VerbDictionary, EndsOnAnyText) {
  std::mt19937 random(3);
  constexpr std::string_view kSigns = "AB _*+&-[]{}#$%^\n:<!>";
  for (int round = 0; round < 200; ++round) {
    std::string text = "--- GIVE [070] ---\nGIVE\n";
    for (int i = 0; i < 400; ++i) text += kSigns[random() % kSigns.size()];
    std::vector<std::string> complaints;
    const VerbDictionary dictionary = VerbDictionary::parse(text, "x", complaints);
    const MadeDocument made(kGave);
    dictionary.match(made.reading(), 1);
  }
}

TEST(VerbDictionary, BoundsSetsThatHoldThemselves) {
  std::string text = "&A\n+ONE\n";
  for (int i = 0; i < 40; ++i) text += "+&A\n";
  std::vector<std::string> complaints;
  VerbDictionary::parse(text, "x", complaints);
  EXPECT_FALSE(complaints.empty());
}

}  // namespace
}  // namespace tacitus
