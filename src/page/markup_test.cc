#include "page/markup.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

std::string trimmed(std::string_view page) { return trim_markup(page, 1000).html; }

TEST(Markup, LeavesOutWhatIsNotRead) {
  EXPECT_EQ(trimmed("<p>a<!-- <b>no</b> -->b</p>"), "<p>ab</p>");
  EXPECT_EQ(trimmed("a<script>if (1 < 2) '</p>'</script>b"), "ab");
  EXPECT_EQ(trimmed("a<STYLE>p > b {}</style >b"), "ab");
  EXPECT_EQ(trimmed("a<svg><title>no</title></svg>b<select><option>no</select>c"), "abc");
  EXPECT_EQ(trimmed("<p>the <b>big</b> <font color=red>red</font> one<img src=x>"),
            "<p>the big red one");
}

TEST(Markup, KeepsTheAttributesThatAreLookedAt) {
  EXPECT_EQ(trimmed("<div onclick='x' CLASS='a \"b\"' data-x=1 id=c class=d>"),
            "<div class=\"a &quot;b&quot;\" id=\"c\">");
  EXPECT_EQ(trimmed("<a href=/x?a=1&amp;b>t</a>"), "<a href=\"/x?a=1&amp;b\">t</a>");
  EXPECT_EQ(trimmed("<div hidden class>x"), "<div hidden=\"\" class=\"\">x");
}

TEST(Markup, TakesTheScriptsOfLinkedData) {
  const std::string page =
      "<script type=\"application/ld+json\">{\"a\":1}</script><script>x</script>";
  const Markup markup = trim_markup(page, 1000);
  ASSERT_EQ(markup.json_ld.size(), 1u);
  EXPECT_EQ(markup.json_ld[0], "{\"a\":1}");
}

TEST(Markup, MakesNoTagsOutOfWhatIsLeft) {
  EXPECT_EQ(trimmed("<<b>script>alert</script>"), "&lt;script>alert");
  EXPECT_EQ(trimmed("3 < 4 <- 5"), "3 &lt; 4 &lt;- 5");
}

TEST(Markup, KeepsTextBehindCommentsThatNobodyClosed) {
  EXPECT_EQ(trimmed("<p>a<!-- b<p>c"), "<p>a b<p>c");
  EXPECT_EQ(trimmed("<p>a<!-->b"), "<p>ab");
  EXPECT_EQ(trimmed("<p>a<!doctype x>b<?php echo ?>c"), "<p>abc");
}

TEST(Markup, LimitsDepthAndKeepsTheText) {
  std::string page;
  for (int i = 0; i < 1000; ++i) page += "<div>";
  page += "text";
  for (int i = 0; i < 1000; ++i) page += "</div>";
  const Markup markup = trim_markup(page, 100'000);
  EXPECT_EQ(markup.too_deep, 1000 - kMaxDepth);
  EXPECT_NE(markup.html.find("text"), std::string::npos);
  // Elements that close each other do not nest.
  std::string flat;
  for (int i = 0; i < 1000; ++i) flat += "<p>a<li>b<div>c</div>";
  EXPECT_EQ(trim_markup(flat, 100'000).too_deep, 0u);
}

TEST(Markup, LimitsElementsAndKeepsTheText) {
  const Markup markup = trim_markup("<p>a<p>b<p>c<p>d", 2);
  EXPECT_EQ(markup.too_many, 2u);
  EXPECT_EQ(markup.html, "<p>a<p>b c d");
}

TEST(Markup, EndsWithItsInput) {
  for (const std::string_view end :
       {"<", "</", "<!", "<!-", "<!--", "<p", "<p ", "<p a", "<p a=", "<p a='x", "</p", "<script>",
        "<title>", "<script", "<svg>x", "<?", "<p/"}) {
    trimmed("text" + std::string(end));
  }
}

}  // namespace
}  // namespace tacitus
