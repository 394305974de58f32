// One issue, many names.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "read/issues/same.h"

namespace tacitus {
namespace {

using Words = std::vector<std::string>;

IssueSigns signs_of(std::string_view phrase, const Words& actors = {}) {
  return IssueWords::builtin().signs(phrase, Knowledge::builtin(), actors);
}

// How likely two phrases are one issue whose vectors' cosine is this, and of which no more is known.
float same(const IssueSigns& a, const IssueSigns& b, float cosine) {
  const std::vector<std::int8_t> vector_a = {100, 0};
  const std::vector<std::int8_t> vector_b = {static_cast<std::int8_t>(std::lround(100 * cosine)),
                                             static_cast<std::int8_t>(std::lround(100 * std::sqrt(1 - cosine * cosine)))};
  return IssueWeights::builtin().same(a, b, vector_a, vector_b);
}

}  // namespace

TEST(IssueSigns, NameACountryByItsCapitalAndItsPeople) {
  EXPECT_EQ(signs_of("Turkey's EU bid").actors, (Words{"European Union", "TUR"}));
  EXPECT_EQ(signs_of("Ankara's accession to the bloc").actors, (Words{"European Union", "TUR"}));
  EXPECT_EQ(signs_of("the U.S.-Japanese row over chips").actors, (Words{"JPN", "USA"}));
  EXPECT_EQ(signs_of("relations between Washington and Tokyo").actors, (Words{"JPN", "USA"}));
  EXPECT_EQ(signs_of("the country's debt", Words{"BRA"}).actors, (Words{"BRA"}));
}

TEST(IssueSigns, TakeWordsThatMeanTheSameForOne) {
  EXPECT_EQ(signs_of("the accord on tariffs").words, signs_of("agreements on a tariff").words);
  EXPECT_EQ(signs_of("reducing the subsidies").words, signs_of("a cut of subsidy").words);
  EXPECT_NE(signs_of("the ceasefire").words, signs_of("the tariff").words);
}

TEST(IssueSigns, HoldTheHeadAndTheNumbers) {
  EXPECT_EQ(signs_of("a ceiling of 15.8 million barrels").numbers, (Words{"15.8"}));
  EXPECT_EQ(signs_of("the strike of coal miners").head, signs_of("the miners' strike").head);
}

TEST(IssueSigns, TellHowRareTheWordsAre) {
  const IssueSigns stock = signs_of("the buffer stock"), rate = signs_of("the interest rate");
  ASSERT_EQ(stock.rarity.size(), stock.words.size());
  ASSERT_EQ(rate.rarity.size(), rate.words.size());
  const auto sum = [](const IssueSigns& signs) {
    float all = 0;
    for (const float x : signs.rarity) all += x;
    return all;
  };
  EXPECT_GT(sum(stock), sum(rate));
  const auto shared = [](const IssueSigns& a) { 
    const auto at = std::find(kIssueFeatures.begin(), kIssueFeatures.end(), "rarity of shared");
    return issue_features(a, a, 1.0f)[static_cast<std::size_t>(at - kIssueFeatures.begin())];
  };
  EXPECT_GT(shared(stock), shared(rate));
}

TEST(IssueSigns, TellWhichWayAMatterGoes) {
  EXPECT_EQ(signs_of("dearer bread after the higher tax").way, 1);
  EXPECT_EQ(signs_of("the decline in bread prices").way, -1);
  EXPECT_EQ(signs_of("the bread tax").way, 0);
  EXPECT_EQ(signs_of("raising the tax and cutting the grant").way, 0);
}

TEST(IssueSigns, TellDeedsFromThings) {
  EXPECT_EQ(signs_of("the ban of plastic bags").deeds, (Words{"ban"}));
  EXPECT_EQ(signs_of("the fortification of the harbour").deeds, (Words{"fortification"}));
  EXPECT_TRUE(signs_of("Norwegian fishing firms").deeds.empty());
  EXPECT_EQ(signs_of("the ban of plastic bags").size, 5);
}

TEST(IssueSigns, AreThereForAnyBytes) {
  std::mt19937 random(3);
  for (int i = 0; i < 2000; ++i) {
    std::string text(random() % 80, ' ');
    for (char& c : text) c = static_cast<char>(random() % 3 == 0 ? random() % 256 : " a.'-E9,"[random() % 8]);
    const IssueSigns signs = signs_of(text);
    EXPECT_LE(signs.words.size(), 64u);
  }
  std::string longest;
  for (int i = 0; i < 200'000; ++i) longest += "U.S. ";
  EXPECT_EQ(signs_of(longest).actors, (Words{"USA"}));
}

TEST(IssueTables, AreRefusedWithTheLine) {
  const auto words = IssueWords::parse("same\taccord|pact\nother\tx\n", "");
  ASSERT_FALSE(words.ok());
  EXPECT_NE(words.error().message.find(":2:"), std::string::npos);
  EXPECT_FALSE(IssueWords::parse("same\n", "").ok());
  EXPECT_FALSE(IssueWords::parse("", "tariff\tmany\n").ok());
  EXPECT_FALSE(IssueWords::parse("", "tariff\n").ok());
  EXPECT_FALSE(IssueWeights::parse("feature\tcosine\tmuch\n").ok());
  EXPECT_FALSE(IssueWeights::parse("feature\tno such\t1\n").ok());
  EXPECT_FALSE(IssueWeights::parse("feature\tcosine\n").ok());
  EXPECT_FALSE(IssueWeights::parse("other\tcosine\t1\n").ok());
  EXPECT_TRUE(IssueWeights::parse("feature\tcosine\t-1.5e1\n").ok());
  // Of two units, each line of inputs has a number for each.
  const std::string units = "out\tfeatures\t1|2\nout\tvectors\t1|-1\n";
  EXPECT_TRUE(IssueWeights::parse(units + "feature\tcosine\t1|2|3\nbias\tvectors\t0|1\nvector\t0\t1|2|3|4\n").ok());
  const auto short_line = IssueWeights::parse(units + "feature\tcosine\t1|2\n");
  ASSERT_FALSE(short_line.ok());
  EXPECT_NE(short_line.error().message.find(":3:"), std::string::npos);
  EXPECT_FALSE(IssueWeights::parse(units + "bias\tvectors\t0\n").ok());
  EXPECT_FALSE(IssueWeights::parse(units + "vector\t0\t1|2\n").ok());
  EXPECT_FALSE(IssueWeights::parse("out\tnone\t1\n").ok());
}

TEST(SameIssue, IsToldByActorsWhereWordsAndVectorsAreAlike) {
  const IssueSigns bid = signs_of("Turkey's bid for membership of the EU");
  EXPECT_GE(same(bid, signs_of("Ankara's accession bid to the European Union"), 0.85f), 0.5f);
  EXPECT_LT(same(bid, signs_of("Serbia's trade surplus with Russia"), 0.4f), 0.5f);
  EXPECT_GT(same(signs_of("the Turkish budget deficit"), signs_of("Turkey's budget deficit"), 0.85f),
            same(signs_of("the Turkish budget deficit"), signs_of("Italy's budget deficit"), 0.85f));
}

TEST(SameIssue, IsLessLikelyWhereTheTwoGoOtherWays) {
  const IssueSigns fall = signs_of("a decline in copper prices");
  EXPECT_GT(same(fall, signs_of("lower copper prices"), 0.8f),
            same(fall, signs_of("higher copper prices"), 0.8f));
}

TEST(SameIssue, IsLessLikelyOfThingsThanOfDeeds) {
  // Words about as rare as each other: rare ones tell an issue too.
  EXPECT_GT(same(signs_of("the ferry strike"), signs_of("a strike on the ferry"), 0.8f),
            same(signs_of("the ferry season"), signs_of("a season on the ferry"), 0.8f));
}

TEST(SameIssue, IsTheSameEitherWayRound) {
  const IssueSigns a = signs_of("the talks on a ceasefire in Lebanon"), b = signs_of("Beirut truce negotiations");
  EXPECT_EQ(issue_features(a, b, 0.6f), issue_features(b, a, 0.6f));
  std::mt19937 random(5);
  std::vector<std::int8_t> one(384), other(384);
  for (auto* const vector : {&one, &other}) {
    for (std::int8_t& number : *vector) number = static_cast<std::int8_t>(random() % 255);
  }
  const IssueWeights& weights = IssueWeights::builtin();
  EXPECT_EQ(weights.same(a, b, one, other), weights.same(b, a, other, one));
}

// By hand: one unit of vectors, of the first number's product, and one of a feature.
TEST(SameIssue, WeighsVectorsNumberByNumber) {
  const auto weights = IssueWeights::parse(
      "out\tfeatures\t2\nout\tvectors\t3\nfeature\tbias\t0.5|1\nbias\tvectors\t-0.25\n"
      "vector\t0\t4|0\nvector\t1\t0|1\n");
  ASSERT_TRUE(weights.ok()) << weights.error().message;
  const std::vector<std::int8_t> along = {50, 0}, longer = {100, 0}, aside = {0, 20}, nothing = {0, 0};
  const auto sigmoid = [](double x) { return static_cast<float>(1 / (1 + std::exp(-x))); };
  const double features = 0.5 + 2 * std::tanh(1.0);
  const auto of = [&](const std::vector<std::int8_t>& a, const std::vector<std::int8_t>& b) {
    return weights.value().same({}, {}, a, b);
  };
  EXPECT_FLOAT_EQ(of(along, longer), sigmoid(features + 3 * std::tanh(3.75)));  // whatever their lengths
  EXPECT_FLOAT_EQ(of(along, aside), sigmoid(features + 3 * std::tanh(0.75)));
  EXPECT_FLOAT_EQ(of(along, nothing), sigmoid(features));
  EXPECT_FLOAT_EQ(of({}, {}), sigmoid(features));
}

}  // namespace tacitus
