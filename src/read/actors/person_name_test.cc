// Which words of an entity are a person's name, and whose name two of them can be.
#include "read/actors/person_name.h"

#include <gtest/gtest.h>

#include "read/made_document.h"

namespace tacitus {
namespace {

// The name in a text all of which is one entity but its first `before` tokens.
struct Named {
  explicit Named(std::string_view words, std::uint32_t before = 0) : text(words) {
    document.text = text;
    tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, document.tokens);
    Sentence sentence;
    sentence.end_token = static_cast<std::uint32_t>(document.tokens.size());
    sentence.span = {0, static_cast<std::uint32_t>(text.size())};
    document.sentences.push_back(sentence);
    const Reading reading(text, document, made_names(), Knowledge::builtin());
    const PersonName found = read_person_name(reading, {before, sentence.end_token});
    for (const std::string& word : found.words) {
      name += (name.empty() ? "" : " ") + word;
    }
    shown = reading.phrase(found.range);
    suffix = found.suffix;
    gender = found.gender;
    is_sure = found.gender_is_sure;
  }

  std::string text;
  Document document;
  std::string name, shown, suffix;
  Gender gender;
  bool is_sure;
};

TEST(PersonName, IsItsWordsInSmallLettersWithoutAccents) {
  EXPECT_EQ(Named("José María Núñez").name, "jose maria nunez");
  EXPECT_EQ(Named("O’Neill").name, Named("O'Neill").name);
}

TEST(PersonName, LeavesTitlesOut) {
  EXPECT_EQ(Named("President Clara Weber").name, "clara weber");
  EXPECT_EQ(Named("President Clara Weber").shown, "Clara Weber");
  EXPECT_EQ(Named("Dr. Weber").name, "weber");
  EXPECT_EQ(Named("Prime Minister Clara Weber").name, "clara weber");
  EXPECT_EQ(Named("the Rev. Paul Braun").name, "paul braun");
}

TEST(PersonName, IsAtLeastTheLastWord) {
  EXPECT_EQ(Named("President").name, "president");
  EXPECT_EQ(Named("Judge").name, "judge");
  EXPECT_EQ(Named("“").name.empty(), false);
}

TEST(PersonName, EndsBeforeAGenitive) {
  EXPECT_EQ(Named("Clara Weber's").shown, "Clara Weber");
  EXPECT_EQ(Named("Clara Weber’s").name, "clara weber");
  EXPECT_EQ(Named("Marcus Ellis'").name, "marcus ellis");
}

TEST(PersonName, KeepsParticlesAndPartsHyphens) {
  EXPECT_EQ(Named("Ursula van der Berg").name, "ursula van der berg");
  EXPECT_EQ(Named("Anna Weber-Braun").name, "anna weber braun");
}

TEST(PersonName, TellsSuffixesFromNames) {
  EXPECT_EQ(Named("Paul Braun Jr.").name, "paul braun");
  EXPECT_EQ(Named("Paul Braun Jr.").suffix, "jr");
  EXPECT_EQ(Named("Paul Braun, Sr.").suffix, "sr");
  EXPECT_EQ(Named("Paul Braun III").suffix, "iii");
}

TEST(PersonName, LeavesNicknamesOut) {
  EXPECT_EQ(Named("Paul “Bear” Braun").name, "paul braun");
  EXPECT_EQ(Named("Paul (Bear) Braun").name, "paul braun");
}

TEST(PersonName, TellsTheGenderByHonorificOrFirstName) {
  EXPECT_EQ(Named("Mrs. Weber").gender, Gender::kFemale);
  EXPECT_TRUE(Named("Mrs. Weber").is_sure);
  EXPECT_EQ(Named("Mr. Weber", 1).gender, Gender::kMale);  // stands before the entity
  EXPECT_EQ(Named("Anna Weber").gender, Gender::kFemale);
  EXPECT_FALSE(Named("Anna Weber").is_sure);
  EXPECT_EQ(Named("Weber").gender, Gender::kUnknown);
  EXPECT_EQ(Named("Anna").gender, Gender::kUnknown);  // may be a surname
  EXPECT_EQ(Named("King Paul").gender, Gender::kMale);
}

using Name = std::vector<std::string>;

TEST(NameMatch, IsBestForTheSameName) {
  EXPECT_EQ(name_match({"clara", "weber"}, {"clara", "weber"}), 5);
}

TEST(NameMatch, TakesASurnameAlone) {
  EXPECT_EQ(name_match({"clara", "weber"}, {"weber"}), 4);
  EXPECT_EQ(name_match({"weber"}, {"clara", "weber"}), 4);
  EXPECT_EQ(name_match({"ursula", "van", "der", "berg"}, {"van", "der", "berg"}), 4);
}

TEST(NameMatch, TakesShortFormsAndInitialsOfFirstNames) {
  EXPECT_EQ(name_match({"ben", "weber"}, {"benjamin", "weber"}), 4);
  EXPECT_EQ(name_match({"c.", "weber"}, {"clara", "weber"}), 4);
  EXPECT_EQ(name_match({"clara", "m.", "weber"}, {"clara", "weber"}), 4);
}

TEST(NameMatch, LikesAFirstNameAloneLess) {
  EXPECT_EQ(name_match({"clara", "weber"}, {"clara"}), 2);
}

TEST(NameMatch, LikesTheFirstOfTwoSurnamesLeast) {
  EXPECT_EQ(name_match({"jose", "garcia", "lopez"}, {"garcia"}), 1);
  EXPECT_EQ(name_match({"paul", "van", "berg"}, {"van"}), 0);
}

TEST(NameMatch, PartsPeopleOfOneSurname) {
  EXPECT_EQ(name_match({"clara", "weber"}, {"paul", "weber"}), 0);
  EXPECT_EQ(name_match({"clara", "weber"}, {"clara", "braun"}), 0);
  EXPECT_EQ(name_match({"weber"}, {"braun"}), 0);
}

TEST(NameMatch, DoesNotCareForTheOrder) {
  const Name names[] = {{"clara", "weber"}, {"weber"},  {"clara"}, {"c.", "weber"},
                        {"paul", "weber"},  {"garcia"}, {"jose", "garcia", "lopez"}};
  for (const Name& a : names) {
    for (const Name& b : names) EXPECT_EQ(name_match(a, b), name_match(b, a));
  }
}

}  // namespace
}  // namespace tacitus
