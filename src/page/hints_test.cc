#include "page/hints.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

TEST(Hints, CutNamesIntoWords) {
  EXPECT_EQ(hint_of_name("article-body"), Hint::kInside);
  EXPECT_EQ(hint_of_name("js-relatedLinks"), Hint::kBeside);
  EXPECT_EQ(hint_of_name("StoryBody"), Hint::kInside);
  EXPECT_EQ(hint_of_name("cookie_banner"), Hint::kOutside);
  EXPECT_EQ(hint_of_name("commentary"), Hint::kNone);
  EXPECT_EQ(hint_of_name("shared-text"), Hint::kInside);
  EXPECT_EQ(hint_of_name("col-md-8"), Hint::kNone);
}

Hint hint_in(std::string_view html) {
  const Tree tree = Tree::parse(html);
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    if (tree.has_attribute(i, "title")) return HintReader(tree).hint_of(i);
  }
  return Hint::kNone;
}

TEST(Hints, TakeTheStrongest) {
  EXPECT_EQ(hint_in("<div title class='article-body share'>x"), Hint::kBeside);
  EXPECT_EQ(hint_in("<div title class='content' id='disqus_thread'>x"), Hint::kOutside);
  EXPECT_EQ(hint_in("<div title role=complementary>x"), Hint::kBeside);
  EXPECT_EQ(hint_in("<aside title>x"), Hint::kBeside);
}

TEST(Hints, PassOverWhatAnArticleIsFiledUnder) {
  EXPECT_EQ(hint_in("<article title class='post tag-newsletter category-video has-sidebar'>x"),
            Hint::kInside);
}

TEST(Hints, KnowWhatIsHidden) {
  const Tree tree =
      Tree::parse("<div style='color: red; Display : None'><p>x</div><p aria-hidden=true>y");
  int hidden = 0;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    hidden += tree[i].tag != Tag::kText && is_hidden(tree, i);
  }
  EXPECT_EQ(hidden, 2);
}

}  // namespace
}  // namespace tacitus
