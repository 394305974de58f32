// What an article says of itself, and which of a page's answers counts. Pages and names here are
// of our own making.
#include "page/article.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

const std::string kText =
    "<p>The harbour council said on Tuesday that the northern quay would stay closed until the end "
    "of the month.</p>"
    "<p>Its engineers found cracks in eleven of the forty pillars, and two of them must be "
    "replaced, the council said.</p>"
    "<p>Fishermen who use the quay were told to land their catch at the old pier, where the water "
    "is less deep.</p>";

Article read(Form form, const std::string& content, const ArticleOptions& options = {},
             std::optional<std::string> url = std::nullopt) {
  Item item;
  item.id = "one";
  item.form = form;
  item.content = content;
  item.url = std::move(url);
  Result<Article> article = make_article(std::move(item), options);
  EXPECT_TRUE(article.ok());
  return article ? std::move(article.value()) : Article{};
}

Article read_page(const std::string& head, const std::string& body,
                  std::optional<std::string> url = std::nullopt) {
  return read(Form::kHtml, "<html><head>" + head + "</head><body>" + body + "</body></html>", {},
              std::move(url));
}

std::string json_ld(const std::string& fields) {
  return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\"," + fields + "}</script>";
}

using Maybe = std::optional<std::string>;

TEST(Article, HasItsHeadlineWithoutTheSitesName) {
  EXPECT_EQ(read_page("<title>Quay stays closed - Harbour Post</title><meta "
                      "property='og:site_name' content='Harbour Post'>",
                      kText)
                .title,
            "Quay stays closed");
  EXPECT_EQ(read_page("<title>Quay stays closed | News | Harbour Post</title>", kText,
                      "https://www.harbourpost.example/a")
                .title,
            "Quay stays closed");
  // A dash of its own stays.
  EXPECT_EQ(read_page("<title>Quay stays closed - for now</title>",
                      "<h1>Quay stays closed - for now</h1>" + kText)
                .title,
            "Quay stays closed - for now");
  EXPECT_EQ(read_page("<title>Harbour Post</title>" + json_ld("\"headline\":\"Quay stays closed\""),
                      kText)
                .title,
            "Quay stays closed");
  EXPECT_EQ(read_page("", "<h1>Quay stays closed</h1>" + kText).title, "Quay stays closed");
  EXPECT_EQ(read_page("", kText).title, std::nullopt);
}

TEST(Article, TakesTheHeadlineThatItsReadersSee) {
  const std::string head =
      "<title>What the quay says of us</title>" + json_ld("\"headline\":\"A quay and its town\"");
  EXPECT_EQ(read_page(head, "<h1>Harbour Post</h1><h1>Why the quay stays closed this year</h1>" +
                                kText + "<h1>Other stories of the day in town</h1>")
                .title,
            "Why the quay stays closed this year");
  EXPECT_EQ(read_page(head, "<h1>News</h1>" + kText).title, "A quay and its town");
}

TEST(Article, BeginsWithItsHeadlineOnce) {
  const Article article =
      read_page("<title>Quay stays closed</title>", "<h1>Quay stays closed</h1>" + kText);
  EXPECT_TRUE(article.text.starts_with("Quay stays closed\n\nThe harbour council said"));
  EXPECT_EQ(article.text.substr(article.body_start, 11), "The harbour");
}

TEST(Article, TakesTheDateFromTheBestPlace) {
  const std::string url = "https://post.example/2025/03/04/quay";
  const std::string text = "<p>Published 5 March 2025</p>" + kText;
  const std::string time =
      "<h1>Quay</h1><time datetime='2025-03-06T10:00:00Z'>Thursday</time>" + text;
  const std::string meta =
      "<meta property='article:published_time' content='2025-03-07T10:00:00+01:00'>";
  const auto date = [](const Article& article) {
    return std::pair<Maybe, Maybe>(article.published, article.published_from);
  };
  const auto is = [](const char* iso, const char* from) {
    return std::pair<Maybe, Maybe>(iso, from);
  };
  EXPECT_EQ(date(read_page(meta + json_ld("\"datePublished\":\"2025-03-08\""), time, url)),
            is("2025-03-08", "json-ld"));
  EXPECT_EQ(date(read_page(meta, time, url)), is("2025-03-07T10:00:00+01:00", "meta"));
  EXPECT_EQ(date(read_page("", time, url)), is("2025-03-06T10:00:00Z", "time"));
  EXPECT_EQ(date(read_page("", text, url)), is("2025-03-04", "url"));
  EXPECT_EQ(date(read_page("", text)), is("2025-03-05", "text"));
  EXPECT_EQ(date(read_page("", kText)), (std::pair<Maybe, Maybe>()));
}

TEST(Article, TakesTheDateUnderTheHeadlineBeforeOneOverIt) {
  EXPECT_EQ(read_page("",
                      "<p>\"No ship will wait\"</p><p>The mayor, 2 March 2025</p><h1>Quay stays "
                      "closed</h1><p>By Ann Lee on Friday, 7 March 2025</p>" +
                          kText)
                .published,
            "2025-03-07");
  EXPECT_EQ(read_page("",
                      "<h1>Quay stays closed</h1><div class=date><div>March 7</div><div>15:23 "
                      "2025</div></div>" +
                          kText)
                .published,
            "2025-03-07T15:23");
}

TEST(Article, KeepsTheDateOfChangeApart) {
  const Article article = read_page(
      json_ld(
          "\"datePublished\":\"2025-03-08T09:00:00Z\",\"dateModified\":\"2025-03-09T11:30:00Z\""),
      kText);
  EXPECT_EQ(article.published, "2025-03-08T09:00:00Z");
  EXPECT_EQ(article.modified, "2025-03-09T11:30:00Z");
  const Article shown =
      read_page("",
                "<h1>Quay stays closed</h1><p>Updated <time datetime='2025-03-09'>9 "
                "March</time></p><p>Published 8 March 2025</p>" +
                    kText);
  EXPECT_EQ(shown.published, "2025-03-08");
  EXPECT_EQ(shown.modified, "2025-03-09");
}

TEST(Article, TellsDaysFromMonthsByThePagesOwnEvidence) {
  // Nothing else on the page says which is meant.
  EXPECT_EQ(
      read_page("", "<h1>Quay stays closed</h1><p>Published 03/04/2025</p>" + kText).published,
      std::nullopt);
  EXPECT_EQ(read_page("", "<h1>Quay stays closed</h1><p>Published 03/04/2025</p>" + kText +
                              "<p>Updated 25/04/2025</p>")
                .published,
            "2025-04-03");
  EXPECT_EQ(
      read_page(
          "",
          "<h1>Quay stays closed</h1><p>Published 03/04/2025</p><p>Updated 03/25/2025</p>" + kText)
          .published,
      "2025-03-04");
}

TEST(Article, TakesWhatTheCallerGivesFirst) {
  ArticleOptions options;
  options.published = "2025-01-02";
  const std::string page =
      "<html><head>" + json_ld("\"datePublished\":\"2025-03-08\"") + "</head><body>" + kText;
  const Article article = read(Form::kHtml, page, options);
  EXPECT_EQ(article.published, "2025-01-02");
  EXPECT_EQ(article.published_from, "given");
  options.published = "soon";
  const Article noted = read(Form::kHtml, page, options);
  EXPECT_EQ(noted.published, "2025-03-08");
  EXPECT_EQ(noted.notes.size(), 1u);
}

TEST(Article, NamesItsAuthors) {
  EXPECT_EQ(
      read_page(
          json_ld(
              "\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},{\"name\":\"Tom Ray\"}]"),
          kText)
          .author,
      "Ann Lee, Tom Ray");
  EXPECT_EQ(read_page("<meta name=author content='By Ann Lee'>", kText).author, "Ann Lee");
  EXPECT_EQ(read_page("", "<h1>Quay</h1><p>By Ann Lee and Tom Ray</p>" + kText).author,
            "Ann Lee, Tom Ray");
  EXPECT_EQ(
      read_page(
          "", "<h1>Quay</h1><div class=byline>By <a rel=author href=/ann>Ann Lee</a></div>" + kText)
          .author,
      "Ann Lee");
  EXPECT_EQ(read_page("<meta name=author content='https://social.example/annlee'>", kText).author,
            std::nullopt);
}

TEST(Article, NamesItsPublisher) {
  EXPECT_EQ(
      read_page(json_ld("\"publisher\":{\"@type\":\"Organization\",\"name\":\"Harbour Post\"}"),
                kText)
          .source,
      "Harbour Post");
  EXPECT_EQ(read_page("<meta property='og:site_name' content='Harbour Post'>", kText).source,
            "Harbour Post");
  EXPECT_EQ(read_page("<title>Quay stays closed | Harbour Post</title>",
                      "<h1>Quay stays closed</h1>" + kText)
                .source,
            "Harbour Post");
  EXPECT_EQ(
      read_page(
          "",
          kText +
              "<div itemprop=publisher itemscope><meta itemprop=name content='Harbour Post'></div>")
          .source,
      "Harbour Post");
  EXPECT_EQ(
      read_page(
          json_ld("\"headline\":\"Quay\"") +
              "<script type='application/ld+json'>{\"@type\":\"Organization\",\"name\":\"Harbour "
              "Post\"}</script>",
          kText)
          .source,
      "Harbour Post");
  EXPECT_EQ(
      read_page("", kText + "<footer>© 2025 Harbour Post. All rights reserved.</footer>").source,
      "Harbour Post");
  EXPECT_EQ(read_page("", kText).source, std::nullopt);
}

TEST(Article, NamesTheAgencyOfItsDatelineWhereThePageNamesNoPublisher) {
  const std::string wire =
      "<p>OSLO, March 6 (Reuters) - The harbour council said on Tuesday that the quay would stay "
      "closed for a month.</p>" +
      kText;
  EXPECT_EQ(read_page("", wire).source, "Reuters");
  EXPECT_EQ(read_page("<meta property='og:site_name' content='Harbour Post'>", wire).source,
            "Harbour Post");
}

TEST(Article, NamesTheAgencyThatALineOrItsLastWordsCredit) {
  EXPECT_EQ(read_page("", "<h1>Quay</h1><p>Source: AFP</p>" + kText).source, "AFP");
  const std::string last = "<p>Work on the quay begins on Monday, its owners said.";
  EXPECT_EQ(read_page("", kText + last + " - AP</p>").source, "The Associated Press");
  EXPECT_EQ(read_page("", kText + last + " (Reuters)</p>").source, "Reuters");
  EXPECT_EQ(read_page("<meta property='og:site_name' content='Harbour Post'>",
                      kText + last + " - AP</p>")
                .source,
            "Harbour Post");
  // A picture's credit is none of the article.
  EXPECT_EQ(read_page("", "<h1>Quay</h1><p>Photo: AFP</p>" + kText).source, std::nullopt);
}

TEST(Article, TakesTheEncodingThatCameWithItBeforeThePagesOwn) {
  Item item;
  item.form = Form::kHtml;
  item.content = "<html><head><meta charset=utf-8></head><body>" + kText +
                 "<p>The caf\xe9 on the quay is shut as well, its owner said.</p></body></html>";
  item.charset = "ISO-8859-1";
  const Result<Article> article = make_article(item);
  ASSERT_TRUE(article.ok());
  EXPECT_NE(article.value().text.find("The café on"), std::string::npos);
  EXPECT_TRUE(article.value().notes.empty());
  item.charset = "x-unknown";
  const Result<Article> unknown = make_article(std::move(item));
  ASSERT_TRUE(unknown.ok());
  EXPECT_NE(unknown.value().text.find("The caf\uFFFD on"), std::string::npos);
}

// An entry of a feed, or the page that it links to.
Item told(bool page_first) {
  Item item;
  item.form = Form::kHtml;
  item.content = "<html><head><title>Page's title</title>" +
                 json_ld("\"headline\":\"Page's title\",\"datePublished\":\"2025-03-07\","
                         "\"author\":{\"name\":\"Ann Lee\"},\"publisher\":{\"name\":\"Harbour "
                         "Post\"}") +
                 "</head><body>" + kText + "</body></html>";
  item.title = "Feed's title";
  item.author = "Tom Ray";
  item.source = "The Wire";
  item.published = "Sat, 08 Mar 2025 10:00:00 GMT";
  item.modified = "2025-03-09T10:00:00Z";
  item.page_first = page_first;
  return item;
}

TEST(Article, OfAFeedHasWhatTheFeedSaysOfIt) {
  const Article article = make_article(told(false)).value();
  EXPECT_EQ(article.title, "Feed's title");
  EXPECT_EQ(article.author, "Tom Ray");
  EXPECT_EQ(article.source, "The Wire");
  EXPECT_EQ(article.published, "2025-03-08T10:00:00Z");
  EXPECT_EQ(article.published_from, "given");
  EXPECT_EQ(article.modified, "2025-03-09T10:00:00Z");
}

TEST(Article, ThatAFeedLinksToSpeaksForItselfFirst) {
  const Article article = make_article(told(true)).value();
  EXPECT_EQ(article.title, "Page's title");
  EXPECT_EQ(article.author, "Ann Lee");
  EXPECT_EQ(article.source, "Harbour Post");
  EXPECT_EQ(article.published, "2025-03-07");
  EXPECT_EQ(article.published_from, "json-ld");
  EXPECT_EQ(article.modified, "2025-03-09T10:00:00Z");
  Item bare = told(true);
  bare.content = "<html><body>" + kText + "</body></html>";
  const Article silent = make_article(std::move(bare)).value();
  EXPECT_EQ(silent.title, "Feed's title");
  EXPECT_EQ(silent.author, "Tom Ray");
  EXPECT_EQ(silent.published, "2025-03-08T10:00:00Z");
}

TEST(TextPages, OfAnArchiveHaveWhatTheArchiveSaysOfThem) {
  Item item;
  item.content = "Quay stays closed\n\nThe harbour council said on Tuesday that the quay would "
                 "stay closed for a month.\n";
  item.author = "Tom Ray";
  item.source = "The Wire";
  const Article article = make_article(std::move(item)).value();
  EXPECT_EQ(article.author, "Tom Ray");
  EXPECT_EQ(article.source, "The Wire");
}

TEST(TextPages, NameTheAgencyOfTheirLastWords) {
  const Article article = read(Form::kText,
                               "Quay stays closed\n\nThe harbour council said on Tuesday that the "
                               "quay would stay closed for a month.\n\nWork begins on Monday, its "
                               "owners said in the evening. - AP\n");
  EXPECT_EQ(article.source, "The Associated Press");
}

TEST(Article, KnowsItsAddressAndLanguage) {
  const Article article = read_page("<link rel=canonical href='https://post.example/quay'>", kText);
  EXPECT_EQ(article.url, "https://post.example/quay");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(read_page("<link rel=canonical href='https://post.example/quay'>", kText,
                      "https://post.example/?id=5")
                .url,
            "https://post.example/?id=5");
}

TEST(TextPages, KeepEveryCharacter) {
  const std::string text =
      " Quay stays closed\r\n\r\n\tThe harbour council said on Tuesday that the quay would stay "
      "closed.\n\n\n";
  EXPECT_EQ(read(Form::kText, text).text, text);
}

TEST(TextPages, SetTheirFurnitureApart) {
  const std::string text =
      "Home > World\n\nContact Us\n\nSubscribe\n\nQuay stays closed until the end of the "
      "month\n\nReuters\n\nPublished March 07,2025\n\n"
      "The harbour council said on Tuesday that the northern quay would stay closed until the end "
      "of the month.\n\n"
      "Advertisement\n\nIts engineers found cracks in eleven of the forty pillars, and two of them "
      "must be replaced.\n\nSubscribe\n\nContact Us\n";
  const Article article = read(Form::kText, text);
  EXPECT_EQ(article.text, text);
  EXPECT_EQ(article.title, "Quay stays closed until the end of the month");
  EXPECT_EQ(article.published, "2025-03-07");
  EXPECT_EQ(article.published_from, "text");
  EXPECT_EQ(article.source, "Reuters");
  EXPECT_TRUE(article.text.substr(article.body_start).starts_with("The harbour council"));
  std::vector<std::string> apart;
  for (const auto& [begin, end] : article.furniture) {
    apart.push_back(text.substr(begin, end - begin));
  }
  EXPECT_EQ(apart, (std::vector<std::string>{"Home > World", "Contact Us", "Subscribe", "Reuters",
                                             "Published March 07,2025", "Advertisement",
                                             "Subscribe", "Contact Us"}));
}

TEST(TextPages, ReadTheDatelineOfAWireStory) {
  const Article article =
      read(Form::kText,
           "Quay stays closed\n\nOSLO, March 6, 2025 (Reuters) - The harbour council said on "
           "Tuesday that the northern quay would stay closed.\n\n"
           "(Reporting by Ann Lee; Editing by Tom Ray)\n");
  EXPECT_EQ(article.title, "Quay stays closed");
  EXPECT_EQ(article.source, "Reuters");
  EXPECT_EQ(article.published, "2025-03-06");
  EXPECT_EQ(article.author, "Ann Lee");
}

TEST(TextPages, ReadCreditsBetweenSlashesAndInBylines) {
  EXPECT_EQ(read(Form::kText,
                 "Quay stays closed\n\nOSLO, March 6. /TASS/. The harbour council said on Tuesday "
                 "that the quay would stay closed.\n")
                .source,
            "TASS");
  const Article article =
      read(Form::kText,
           "Quay stays closed\nBy Ann Lee\n3 Dec 2024 14:05 GMT\n\nThe harbour council said on "
           "Tuesday that the northern quay would stay closed until May.\n");
  EXPECT_EQ(article.author, "Ann Lee");
  EXPECT_EQ(article.published, "2024-12-03T14:05Z");
}

TEST(TextPages, LeaveAPlainTextAlone) {
  const std::string text =
      "The harbour council met on Tuesday. It said that the quay would stay closed, and nobody "
      "asked why.\n\n"
      "Contact with the ship was lost at noon, the council added.\n";
  const Article article = read(Form::kText, text);
  EXPECT_EQ(article.title, std::nullopt);
  EXPECT_EQ(article.body_start, 0u);
  EXPECT_TRUE(article.furniture.empty());
  EXPECT_EQ(article.published, std::nullopt);
}

TEST(Article, RefusesWhatHasNoTextAndPairsOutsideOfIt) {
  Item item;
  item.id = "one";
  item.form = Form::kText;
  EXPECT_EQ(make_article(item).error().code, ErrorCode::kBadInput);
  item.content = "The council met.";
  item.pairs = {{ActorPair::Range{0, 3}, ActorPair::Range{4, 99}}};
  EXPECT_EQ(make_article(item).error().code, ErrorCode::kBadInput);
  item.pairs = {{ActorPair::Range{0, 3}, std::nullopt}};
  EXPECT_TRUE(make_article(item).ok());
}

TEST(Article, CountsTheBytesThatAreNoText) {
  EXPECT_EQ(read(Form::kText, "The council met on \xff\xfe Tuesday.").notes,
            std::vector<std::string>{"2 bytes were not UTF-8 and were replaced"});
}

}  // namespace
}  // namespace tacitus
