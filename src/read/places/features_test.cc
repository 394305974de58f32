#include "read/places/features.h"

#include <gtest/gtest.h>

#include <set>

namespace tacitus {
namespace {

constexpr std::string_view kColours[] = {"red", "blue"};
constexpr std::string_view kSizes[] = {"small", "large", "huge"};
constexpr FeatureGroup kGroups[] = {{"colour", kColours}, {"size", kSizes}};
constexpr FeatureSpace::Pair kPairs[] = {{0, 1}};
constexpr std::string_view kNumbers[] = {"weight"};

TEST(FeatureSpace, NumbersValuesPairsAndNumbers) {
  const FeatureSpace space(kGroups, kPairs, kNumbers);
  ASSERT_EQ(space.size(), 2u + 3u + 6u + 1u);
  const std::uint8_t values[] = {1, 2};
  const float numbers[] = {2.5f};
  std::vector<Feature> features;
  space.append(values, numbers, features);
  ASSERT_EQ(features.size(), 4u);
  EXPECT_EQ(space.name(features[0].id), "colour blue");
  EXPECT_EQ(space.name(features[1].id), "size huge");
  EXPECT_EQ(space.name(features[2].id), "colour blue & size huge");
  EXPECT_EQ(space.name(features[3].id), "weight");
  EXPECT_EQ(features[3].value, 2.5f);
}

TEST(FeatureSpace, NamesEveryFeatureOnce) {
  for (const FeatureSpace* space : {&find_features(), &rank_features()}) {
    std::set<std::string> names;
    for (std::uint32_t id = 0; id < space->size(); ++id) {
      EXPECT_TRUE(names.insert(space->name(static_cast<std::uint16_t>(id))).second)
          << space->name(static_cast<std::uint16_t>(id));
    }
  }
}

std::string why_not(std::string_view table) {
  const Result<PlaceWeights> weights = PlaceWeights::parse(table);
  return weights.ok() ? "" : weights.error().message;
}

TEST(PlaceWeights, AddUp) {
  const Result<PlaceWeights> weights = PlaceWeights::parse("# a table\nrank\tfame\t0.5\n");
  ASSERT_TRUE(weights.ok());
  std::vector<Feature> features;
  for (std::uint16_t id = 0; id < rank_features().size(); ++id) {
    if (rank_features().name(id) == "fame") features.push_back({id, 3});
  }
  ASSERT_EQ(features.size(), 1u);
  EXPECT_FLOAT_EQ(weights.value().rank(features), 1.5f);
  EXPECT_FLOAT_EQ(weights.value().find({}), 0);
}

TEST(PlaceWeights, BadLinesAreNamed) {
  EXPECT_EQ(why_not(""), "");
  EXPECT_EQ(why_not("rank\tfame\n"), "places/weights.tsv, line 1: has not three columns");
  EXPECT_EQ(why_not("\nrank\tfaem\t1\n"), "places/weights.tsv, line 2: names a feature that there is not");
  EXPECT_EQ(why_not("rank\tfame\tone\n"), "places/weights.tsv, line 1: has a weight that is no number");
  EXPECT_EQ(why_not("rank\tfame\t1x\n"), "places/weights.tsv, line 1: has a weight that is no number");
}

}  // namespace
}  // namespace tacitus
