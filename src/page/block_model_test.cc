#include "page/block_model.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

#include "page/main_text.h"
#include "page/tables.h"

namespace tacitus {
namespace {

std::string table(const std::string& trees, const std::string& bounds = "bounds 0.25 0.75") {
  std::string out = "# made by hand\n" + bounds + "\nfeatures";
  for (const std::string_view name : kFeatureNames) out += ' ' + std::string(name);
  return out + '\n' + trees;
}

double logistic(double sum) { return 1 / (1 + std::exp(-sum)); }

MeasuredBlock block(std::uint32_t number, bool kept, float words) {
  MeasuredBlock one;
  one.block = number;
  one.kept = kept;
  one.features[0] = words;
  return one;
}

TEST(BlockModel, AddsUpItsTrees) {
  const BlockModel model(table("tree 0<2 1<0.5 =1 =2 =-3\ntree =0.5\n"));
  BlockFeatures features{};
  EXPECT_NEAR(model.sure(features), logistic(1.5), 1e-6);
  features[1] = 0.6F;
  EXPECT_NEAR(model.sure(features), logistic(2.5), 1e-6);
  features[0] = 2;  // not over the bound
  EXPECT_NEAR(model.sure(features), logistic(2.5), 1e-6);
  features[0] = 2.5F;
  EXPECT_NEAR(model.sure(features), logistic(-2.5), 1e-6);
}

TEST(BlockModel, OverturnsTheRulesOnlyWhereItIsSure) {
  // Sure of long blocks, sure against short ones, not sure of those between.
  const BlockModel model(table("tree 0<1 =-3 0<2 =0 =3\n"));
  using Numbers = std::vector<std::uint32_t>;
  EXPECT_EQ(model.choose({block(0, true, 0), block(1, true, 1.5), block(2, true, 3),
                          block(3, false, 0), block(4, false, 1.5), block(5, false, 3)},
                         {0, 1, 2}),
            (Numbers{1, 2, 5}));
  // What would leave nothing is not believed.
  EXPECT_EQ(model.choose({block(0, true, 0), block(1, false, 0)}, {0}), Numbers{0});
}

TEST(BlockModel, ChangesNothingWhereItsTableIsDamaged) {
  for (const std::string& trees :
       {std::string("tree 0<2 =1\n"), std::string("tree =1 =2\n"), std::string("tree \n"),
        std::string("tree 63<1 =1 =2\n"), std::string("tree -1<1 =1 =2\n"),
        std::string("tree 0<x =1 =2\n"), std::string("tree 1\n"), std::string("tree =nan\n"),
        std::string("other\n"), std::string("tree <1 =1 =2\n")}) {
    const BlockModel model(table(trees));
    EXPECT_TRUE(model.empty()) << trees;
    EXPECT_EQ(model.choose({block(3, true, 0)}, {3}), std::vector<std::uint32_t>{3});
  }
  EXPECT_TRUE(BlockModel(table("tree =1\n", "bounds 0.1")).empty());
  EXPECT_TRUE(BlockModel("bounds 0.1 0.9\nfeatures words\ntree =1\n").empty());
  EXPECT_FALSE(BlockModel(table("tree =1\n")).empty());
  // Random cuts of the true one neither crash nor pass for a whole one with a cut tree.
  const std::string whole = k_blocks_txt;
  std::mt19937 random(5);
  for (int i = 0; i < 200; ++i) {
    const BlockModel cut(std::string_view(whole).substr(0, random() % whole.size()));
    const double sure = cut.sure(BlockFeatures{});
    EXPECT_TRUE(sure >= 0 && sure <= 1);
  }
}

TEST(BlockModel, IsCompiledIn) {
  const BlockModel& model = BlockModel::compiled_in();
  EXPECT_FALSE(model.empty());
  BlockFeatures features{};
  for (const float value : {-1.0F, 0.0F, 1.0F, 1e30F}) {
    features.fill(value);
    const double sure = model.sure(features);
    EXPECT_TRUE(sure > 0 && sure < 1);
  }
}

TEST(BlockFeatures, AreMeasuredOfWhatIsOpenOnly) {
  const std::string one = "The council said on Monday that the old quay would stay closed.";
  const std::string two = "Nobody was hurt, and work on the pillars begins in June, it said.";
  const std::string html =
      "<body><div><p>" + one + "</p><p>" + two + "</p><p>Advertisement</p><div class=comments><p>" +
      one + "</p></div></div><div><p>" + two + "</p><p><a href=/x>" + one + "</a></p></div></body>";
  const Tree tree = Tree::parse(html);
  const Outline page(tree);
  const Head head;
  const MainText rules = find_by_rules(page, head, "");
  const std::vector<MeasuredBlock> open = measure_blocks(page, head, "", rules);
  std::vector<std::uint32_t> kept, all;
  for (const MeasuredBlock& block : open) {
    all.push_back(block.block);
    if (block.kept) kept.push_back(block.block);
    for (const float value : block.features) EXPECT_TRUE(std::isfinite(value));
  }
  EXPECT_EQ(kept, rules.blocks);
  // Not the advertisement, the comments or the link; but the paragraph that stands apart.
  for (const std::uint32_t b : all) {
    EXPECT_NE(page.blocks()[b].text, "Advertisement");
    EXPECT_LT(page.blocks()[b].link_density(), 0.5);
  }
  EXPECT_EQ(all.size(), 3u);
}

TEST(BlockFeatures, TakeAnyPageWithoutHarm) {
  const char* const pieces[] = {"<div class=a>", "</div>", "<p>", "One, two. ", "<a href=/x>", "</a>",
                                "<ul><li>",      "<table><td>", "said ", "<h2>", "\n", "x"};
  std::mt19937 random(11);
  for (int i = 0; i < 300; ++i) {
    std::string html;
    for (int n = 0; n < 60; ++n) html += pieces[random() % std::size(pieces)];
    const Tree tree = Tree::parse(html);
    const Outline page(tree);
    const MainText rules = find_by_rules(page, {}, html);
    for (const MeasuredBlock& block : measure_blocks(page, {}, html, rules)) {
      ASSERT_LT(block.block, page.blocks().size());
      for (const float value : block.features) EXPECT_TRUE(std::isfinite(value));
    }
  }
}

}  // namespace
}  // namespace tacitus
