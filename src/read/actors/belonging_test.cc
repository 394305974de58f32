// To which country somebody belongs of whom a text tells none: the notes of an article, and what weighs.
#include "read/actors/belonging.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>

namespace tacitus {
namespace {

BelongingWeights weights(std::string_view table) {
  Result<BelongingWeights> parsed = BelongingWeights::parse(table);
  EXPECT_TRUE(parsed.ok());
  return std::move(parsed).value();
}

// Norway at the bytes 0 and 100 of the sentences 0 and 1, Chile at 200 of the sentence 2.
Belonging two_countries(std::uint32_t sentences = 6, std::uint32_t headlines = 0) {
  Belonging out;
  out.note("NOR", CountrySign::kName, 0, 0, 1);
  out.note("NOR", CountrySign::kTown, 100, 1, 2);
  out.note("CHL", CountrySign::kName, 200, 2, 1);
  std::vector<std::uint32_t> paragraphs(sentences);
  std::iota(paragraphs.begin(), paragraphs.end(), 0u);
  out.close(std::move(paragraphs), headlines);
  return out;
}

Asked at(std::uint32_t byte, std::uint32_t sentence) {
  Asked out;
  out.span = {byte, byte + 5};
  out.sentence = sentence;
  return out;
}

bool has(const Belonging::Weighed& weighed, std::string_view feature) {
  return std::any_of(weighed.features.begin(), weighed.features.end(), [&](const Feature& one) {
    return belonging_features().name(one.id) == feature;
  });
}

TEST(Belonging, IsToTheCountryThatWeighsMost) {
  const BelongingWeights by_sentence = weights("belongs\there it\t5\n");
  EXPECT_EQ(two_countries().country_of(at(220, 2), by_sentence), "CHL");
  EXPECT_EQ(two_countries().country_of(at(120, 1), by_sentence), "NOR");
}

TEST(Belonging, IsToNoneWhereNoneIsLikelierThanAllElse) {
  EXPECT_EQ(two_countries().country_of(at(320, 3), weights("")), "");
  EXPECT_EQ(two_countries().country_of(at(320, 3), weights("belongs\talways\t9\n")), "");
  EXPECT_EQ(two_countries().country_of(at(320, 3), weights("belongs\talways\t-9\n")), "");
  EXPECT_EQ(Belonging().country_of(at(0, 0)), "");
}

TEST(Belonging, IsTheStatesPeoplesAloneInAFewSentences) {
  const BelongingWeights by_sentence = weights("belongs\there it\t5\n");
  Asked asked = at(220, 2);
  EXPECT_EQ(two_countries(3).country_of(asked, by_sentence), "");
  asked.is_of_state = true;
  EXPECT_EQ(two_countries(3).country_of(asked, by_sentence), "CHL");
}

TEST(Belonging, SeesHowAnArticleSpeaksOfACountry) {
  Belonging belonging = two_countries(6, 1);
  const std::vector<Belonging::Weighed> all = belonging.weighed(at(320, 3));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].country, "NOR");
  for (const char* feature : {"points 3", "share 70", "margin 2.5", "title first", "lead first", "towns 1", "names 1", "rank 1",
                              "place share 70", "town share 100", "money none", "nowhere none", "here none", "latest other"}) {
    EXPECT_TRUE(has(all[0], feature)) << feature;
  }
  EXPECT_EQ(all[1].country, "CHL");
  for (const char* feature : {"points 1", "share 20", "margin 0", "title no", "lead soon", "towns 0", "rank 2", "latest it",
                              "latest place it"}) {
    EXPECT_TRUE(has(all[1], feature)) << feature;
  }
}

TEST(Belonging, SeesDatelineMoneyAndBodiesOfNoCountry) {
  Belonging belonging;
  belonging.note("NOR", CountrySign::kTown, 0, 0, 2);
  belonging.note_dateline("CHL");
  belonging.note_money("NOR", true);
  belonging.note_nowhere(2);
  belonging.close({0, 1, 2, 3}, 0);
  const std::vector<Belonging::Weighed> all = belonging.weighed(at(50, 1));
  ASSERT_EQ(all.size(), 2u);
  EXPECT_TRUE(has(all[0], "money its and firms"));
  EXPECT_TRUE(has(all[0], "nowhere level"));
  EXPECT_TRUE(has(all[1], "lead dateline"));
  EXPECT_TRUE(has(all[1], "money other"));
}

TEST(Belonging, SeesWhatStandsAroundSomebody) {
  Belonging belonging;
  belonging.note("CHL", CountrySign::kTown, 0, 0, 2);
  belonging.note("NOR", CountrySign::kTown, 50, 1, 2);
  belonging.note("PER", CountrySign::kName, 70, 1, 1);
  belonging.close({0, 0, 0, 1}, 0);
  const std::vector<Belonging::Weighed> all = belonging.weighed(at(60, 1));
  ASSERT_EQ(all.size(), 3u);
  EXPECT_TRUE(has(all[0], "here others") && has(all[0], "paragraph it and others") && has(all[0], "latest place other town"));
  EXPECT_TRUE(has(all[1], "here it and others") && has(all[1], "town here it") && has(all[1], "latest place its town"));
  EXPECT_TRUE(has(all[2], "here it and others") && has(all[2], "town here others") && has(all[2], "paragraph others"));
}

TEST(Belonging, SeesWhoIsAsked) {
  EXPECT_EQ(asked_kind(true, false, true, false), 0);
  EXPECT_EQ(asked_kind(false, false, false, true), 4);
  EXPECT_EQ(asked_kind(false, true, false, false), 8);
  EXPECT_EQ(asked_sector({}), 0);
  EXPECT_EQ(asked_sector({"GOV", "LEG"}), 1);
  EXPECT_EQ(asked_sector({"XYZ"}), asked_sector({"REL"}));
}

TEST(Belonging, SaysOfWhichCountryAnArticleSpeaksMost) {
  EXPECT_EQ(two_countries().most(), "NOR");
  EXPECT_EQ(Belonging().most(), "");
}

TEST(BelongingWeights, NameFeaturesThatThereAre) {
  EXPECT_FALSE(BelongingWeights::parse("belongs\tno such thing\t1\n").ok());
  EXPECT_FALSE(BelongingWeights::parse("belongs\talways\tmuch\n").ok());
}

}  // namespace
}  // namespace tacitus
