// Every stretch of an article leads back to the bytes of its page.
#include "page/origin.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace tacitus {
namespace {

Article read(const std::string& content, bool is_utf8 = true) {
  Item item;
  item.id = "page";
  item.form = Form::kHtml;
  item.content = content;
  item.is_utf8 = is_utf8;
  ArticleOptions options;
  options.origin = true;
  Result<Article> article = make_article(std::move(item), options);
  EXPECT_TRUE(article.ok());
  return article ? std::move(article.value()) : Article{};
}

// What the page has where the article has `words`; the words must lie in one stretch.
std::string in_page(const Article& article, const std::string& page, const std::string& words) {
  const std::size_t at = article.text.find(words);
  for (const Origin& one : article.origin) {
    if (at < one.begin || at + words.size() > one.end) continue;
    if (one.end - one.begin != one.page_end - one.page_begin) {
      return page.substr(one.page_begin, one.page_end - one.page_begin);
    }
    return page.substr(one.page_begin + at - one.begin, words.size());
  }
  return "";
}

// Every character but white space is in a stretch, and stretches of the same size are the same.
void expect_whole(const Article& article, const std::string& page) {
  std::uint32_t behind = 0;
  for (const Origin& one : article.origin) {
    ASSERT_LE(behind, one.begin);
    ASSERT_LT(one.begin, one.end);
    ASSERT_LE(one.page_end, page.size());
    EXPECT_EQ(article.text.find_first_not_of(" \n\t", behind), one.begin);
    const std::string text = article.text.substr(one.begin, one.end - one.begin);
    const std::string html = page.substr(one.page_begin, one.page_end - one.page_begin);
    if (text.size() == html.size()) {
      EXPECT_EQ(text, html);
    } else {
      EXPECT_EQ(html[0], '&') << text;
    }
    behind = one.end;
  }
  EXPECT_EQ(article.text.find_first_not_of(" \n\t", behind), std::string::npos);
}

const std::string kOne =
    "The harbour council said on Tuesday that the northern quay would stay closed until the end of "
    "May.";
const std::string kTwo =
    "Its engineers found cracks in eleven of the forty pillars, and two of them must be replaced.";

TEST(Origin, LeadsBackToThePage) {
  const std::string page =
      "<html><head><title>Quay stays closed</title></head><body><h1>Quay stays closed</h1>\n<p>" +
      kOne + "</p>\n<!-- x --><p>" + kTwo + "</p></body></html>";
  const Article article = read(page);
  expect_whole(article, page);
  EXPECT_EQ(article.origin.size(), 3u);
  EXPECT_EQ(article.origin[0].page_begin, page.find("Quay stays closed</h1>"));
  EXPECT_EQ(article.origin[1].page_begin, page.find(kOne));
  EXPECT_EQ(article.origin[2].page_begin, page.find(kTwo));
}

TEST(Origin, FollowsReferencesTagsAndWhiteSpace) {
  const std::string page =
      "<p>The <b><i>harbour</i> </b>council&rsquo;s engineer said: &quot;We  found\n cracks in "
      "AT&T&#39;s "
      "pillars &amp; walls, and <i>two</i>&nbsp;of "
      "them must be re&shy;placed &lt;now>.&quot;</p><p>" +
      kTwo + "</p>";
  const Article article = read(page);
  EXPECT_NE(article.text.find("council’s engineer said: \"We found cracks in AT&T's pillars & "
                              "walls, and two of them must be replaced <now>.\""),
            std::string::npos);
  expect_whole(article, page);
  EXPECT_EQ(in_page(article, page, "’"), "&rsquo;");
  EXPECT_EQ(in_page(article, page, "harbour"), "harbour");
  EXPECT_EQ(in_page(article, page, "engineer said:"), "engineer said:");
  EXPECT_EQ(in_page(article, page, "&T"), "&T");
  EXPECT_EQ(in_page(article, page, "& "), "");
}

TEST(Origin, FollowsLinesThatAreShownAsTheyAreSet) {
  const std::string page =
      "<pre>\r\n" + kOne + "\r\nAnd more.\r\n\r\n" + kTwo + "\r\n\r\n" + kOne + "\r\n</pre>";
  const Article article = read(page);
  EXPECT_EQ(article.text, kOne + "\nAnd more.\n\n" + kTwo + "\n\n" + kOne);
  expect_whole(article, page);
  EXPECT_EQ(article.origin.back().page_begin, page.rfind(kOne));
}

TEST(Origin, CountsTheBytesOfTheFile) {
  const std::string page =
      "<meta charset=windows-1252><p>The caf\xe9 council said on Tuesday that it would stay \x93"
      "closed\x94 until May.</p><p>" +
      kTwo;
  const Article article = read(page, false);
  EXPECT_NE(article.text.find("café council"), std::string::npos);
  EXPECT_EQ(in_page(article, page, "é"), "\xe9");
  EXPECT_EQ(in_page(article, page, "closed"), "closed");
  EXPECT_EQ(in_page(article, page, " council said"), "");
  EXPECT_EQ(in_page(article, page, "council said"), "council said");
  const std::string marked = "\xEF\xBB\xBF<p>" + kOne + "</p><p>\xff" + kTwo;
  const Article mended = read(marked, false);
  EXPECT_EQ(in_page(mended, marked, kOne), kOne);
  EXPECT_EQ(in_page(mended, marked, kTwo), kTwo);
}

TEST(Origin, ChangesNothingElseAndIsNotThereUnasked) {
  const std::string page = "<h1>A &amp; B</h1><p>" + kOne +
                           " &quot;<a href=/x>No &amp; yes</a>&quot;</p><table>x &amp; y<tr><td>1 "
                           "&lt; 2<td>b</table><p>" +
                           kTwo;
  Item item;
  item.form = Form::kHtml;
  item.content = page;
  const Article plain = std::move(make_article(item).value());
  EXPECT_EQ(plain.text, read(page).text);
  EXPECT_TRUE(plain.origin.empty());
  EXPECT_FALSE(read(page).origin.empty());
}

}  // namespace
}  // namespace tacitus
