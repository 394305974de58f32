// Pages made to harm: each must come to an end without a crash, in time that grows as the page.
#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "base/utf8.h"
#include "page/article.h"

namespace tacitus {
namespace {

const std::string kText =
    "<p>The harbour council said on Tuesday that the northern quay would stay closed until the end "
    "of the month.</p>"
    "<p>Its engineers found cracks in eleven of the forty pillars, and two of them must be "
    "replaced, the council said.</p>";

std::string repeat(const std::string& part, std::size_t times) {
  std::string out;
  out.reserve(part.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += part;
  return out;
}

// Reads a page to its end; empty where it has no text.
std::string read(std::string page, Form form = Form::kHtml, bool origin = false) {
  Item item;
  item.id = "page";
  item.form = form;
  item.content = std::move(page);
  const std::size_t size = item.content.size();
  ArticleOptions options;
  options.origin = origin;
  Result<Article> article = make_article(std::move(item), options);
  if (!article) return "";
  for (const Origin& one : article.value().origin) {
    EXPECT_LT(one.begin, one.end);
    EXPECT_LE(one.end, article.value().text.size());
    EXPECT_LT(one.page_begin, one.page_end);
    EXPECT_LE(one.page_end, size);
  }
  EXPECT_TRUE(is_utf8(article.value().text));
  EXPECT_LE(article.value().body_start, article.value().text.size());
  return std::move(article.value().text);
}

bool holds_text(const std::string& text) {
  return text.find("eleven of the forty pillars") != text.npos;
}

TEST(Hostile, APageOverItsTimeGivesItsParagraphsAndANote) {
  for (const bool origin : {false, true}) {
    Item item;
    item.id = "page";
    item.form = Form::kHtml;
    item.content = "<title>Quay</title><ul><li><a href=/>Home</a></ul><article>" + kText +
                   "</article><footer>Contact us</footer>";
    ArticleOptions options;
    options.origin = origin;
    options.max_seconds = 0;
    const Result<Article> article = make_article(std::move(item), options);
    ASSERT_TRUE(article.ok());
    EXPECT_TRUE(holds_text(article.value().text));
    EXPECT_EQ(article.value().text.find("Home"), std::string::npos);
    EXPECT_EQ(article.value().text.substr(article.value().body_start), article.value().text);
    ASSERT_FALSE(article.value().notes.empty());
    EXPECT_EQ(article.value().notes[0].find("over the time limit"), 0u);
    EXPECT_EQ(article.value().notes.size(), origin ? 2u : 1u);
    EXPECT_TRUE(article.value().origin.empty());
  }
}

TEST(Hostile, TagsNestedADeepWay) {
  for (const char* tag : {"div", "blockquote", "ul", "table", "span", "section", "form", "a", "b",
                          "font", "nobr", "p"}) {
    const std::string name = tag;
    EXPECT_TRUE(holds_text(read(repeat('<' + name + '>', 100'000) + kText))) << name;
    EXPECT_TRUE(holds_text(
        read(repeat('<' + name + '>', 100'000) + kText + repeat("</" + name + '>', 100'000))))
        << name;
  }
  EXPECT_TRUE(holds_text(read(repeat("<table><tr><td>", 33'000) + kText)));
  read(repeat("<ul><li><a href=x>", 33'000) + kText);  // all of it is a link
}

TEST(Hostile, NothingIsClosed) {
  EXPECT_TRUE(holds_text(
      read("<html><head><title>Quay</title><body><div class=\"story\"><article><h1>Quay<section>" +
           kText + "<p>The end")));
  EXPECT_TRUE(holds_text(read(kText + "<!-- a comment that <p>nobody closes")));
  EXPECT_TRUE(holds_text(read(kText + "<script>var x = '<p>'")));
  EXPECT_TRUE(holds_text(read(kText + "<a href=\"x")));
  EXPECT_TRUE(holds_text(read(repeat("<p><b><i><a><font>", 20'000) + kText)));
  EXPECT_TRUE(holds_text(read(kText + repeat("<", 100'000))));
  EXPECT_TRUE(holds_text(read(kText + repeat("</", 100'000))));
  EXPECT_TRUE(holds_text(read(kText + repeat("<!--", 100'000))));
  EXPECT_TRUE(holds_text(read(kText + repeat("<script ", 100'000))));
  EXPECT_TRUE(holds_text(read(kText + repeat("<svg>", 100'000))));
}

TEST(Hostile, NulBytesAndControls) {
  std::string page = kText;
  for (std::size_t at = 0; at < page.size(); at += 7) page.insert(at, 1, '\0');
  read(page);
  EXPECT_TRUE(holds_text(read("<p>\0\1\2\x1f\x7f</p>" + kText + std::string(5000, '\0'))));
  read(std::string(5000, '\0'));
  EXPECT_EQ(read(""), "");
  read("The council met." + std::string(300, '\0') + "It said no.", Form::kText);
}

TEST(Hostile, AnEndlessAttribute) {
  EXPECT_TRUE(holds_text(read("<div class=\"" + std::string(10u << 20, 'x') + "\">" + kText)));
  EXPECT_TRUE(holds_text(read("<div class=\"" + repeat("a ", 5u << 20) + "\">" + kText)));
  EXPECT_TRUE(holds_text(read("<div " + repeat("a=b ", 2u << 20) + ">" + kText)));
  EXPECT_TRUE(holds_text(
      read("<meta name=author content=\"" + std::string(10u << 20, 'x') + "\">" + kText)));
  EXPECT_TRUE(holds_text(read(repeat("<p class=" + std::string(8000, 'x') + ">", 500) + kText)));
}

TEST(Hostile, EndlessLinesTitlesAndScripts) {
  EXPECT_TRUE(holds_text(read("<title>" + std::string(5u << 20, 'x') + "</title>" + kText)));
  EXPECT_TRUE(holds_text(read("<h1>" + repeat("12 May ", 300'000) + "</h1>" + kText)));
  EXPECT_TRUE(holds_text(read("<script type='application/ld+json'>" + std::string(5u << 20, '[') +
                              "</script>" + kText)));
  EXPECT_TRUE(holds_text(read("<script type='application/ld+json'>" + std::string(1u << 20, '[') +
                              "</script>" + kText)));
  EXPECT_TRUE(holds_text(read(
      repeat("<script type='application/ld+json'>{\"@type\":\"NewsArticle\"}</script>", 20'000) +
      kText)));
  EXPECT_TRUE(holds_text(read(repeat("<h1>May 12, 2025</h1>", 50'000) + kText)));
  EXPECT_TRUE(holds_text(read(repeat("<time datetime=2025-03-07>x</time>", 50'000) + kText)));
  EXPECT_TRUE(holds_text(read(repeat("<a href=/>Harbour Post</a>", 50'000) + kText)));
}

TEST(Hostile, BytesByChance) {
  std::mt19937 random(20250307);
  const std::vector<std::string> parts = {
      "<",
      ">",
      "</",
      "<p>",
      "<div class=",
      "<!--",
      "-->",
      "\"",
      "'",
      "=",
      "&",
      "&amp;",
      "&#x41;",
      "&#55555;",
      "<script>",
      "</script>",
      "<table>",
      "<tr><td>",
      "<a href=/>",
      "<title>",
      "<meta name=author content=",
      "<time datetime=",
      "2025-03-07",
      "12:30 PM",
      "The council said. ",
      "\xc3",
      "\xff",
      "\n",
      " ",
      "<br>",
      "<li>",
      "</ul>",
      "<svg>",
      "<template>",
      "<pre>",
      "<h1>",
      "<script type=application/ld+json>{\"@type\":\"Article\",",
      "<frameset>",
      "<select>",
      "<math>"};
  for (int i = 0; i < 400; ++i) {
    std::string bytes, page;
    for (int k = 0; k < 3000; ++k) bytes += static_cast<char>(random() & 0xFF);
    for (int k = 0; k < 600; ++k) page += parts[random() % parts.size()];
    read(bytes, Form::kHtml, i % 2 == 0);
    EXPECT_EQ(read(page), read(page, Form::kHtml, true));
    read(bytes, Form::kText);
    read(page, Form::kText);
  }
}

// Ten times the page takes about ten times as long; with squared work it would be a hundred.
TEST(Hostile, TimeGrowsAsThePage) {
  for (const char* part :
       {"<div>", "<p>The council said so. <a href=/x>See</a> ", "<a href=/>Post</a><br>", "&#x41;",
        "<li><span class=ad>x</span>", "</div><p>", "12:30 ", "<table><td>", "x <b>y</b> ",
        "<!-- x", "<h2>May</h2>", "May 1 ", "\" by x, ", "-- ", "<article><p>No. "}) {
    const auto seconds = [part](std::size_t times) {
      const std::string page = kText + repeat(part, times);
      double best = 1e9;
      for (int run = 0; run < 3; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        read(page);
        best = std::min(
            best, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
      }
      return best;
    };
    EXPECT_LT(seconds(60'000), 40 * seconds(6'000) + 0.05) << part;
  }
}

}  // namespace
}  // namespace tacitus
