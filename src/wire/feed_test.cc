#include "wire/feed.h"

#include <gtest/gtest.h>

#include "wire/fields.h"
#include "wire/items_test.h"
#include "wire/memory_test.h"
#include "wire/scratch_test.h"

namespace tacitus {
namespace {

using Strings = std::vector<std::string>;

Read read_feed(const std::string& bytes, From from = From::kAuto) {
  const Scratch scratch;
  StreamOptions options;
  options.from = from;
  Read read = read_stream({scratch.write("a", bytes)}, options);
  const std::string front = scratch.path("a") + ": ";
  for (std::string& error : read.errors) {
    if (error.starts_with(front)) error.erase(0, front.size());
  }
  return read;
}

const std::string kRss = R"(<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>The Harbour Wire</title><link>https://wire.example/</link><language>en-gb</language>
<image><title>Logo</title><url>https://wire.example/logo.png</url></image>
<atom:link href="https://wire.example/rss" rel="self"/>
<item><title>Port &amp; pier&#8217;s <![CDATA[new &amp; old]]> rules</title>
<link> https://wire.example/port?a=1&b=2 </link><guid isPermaLink="false">port-1</guid>
<pubDate>Fri, 07 Mar 2025 14:05:00 GMT</pubDate><dc:creator>The Desk</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>The port said on Friday that it will open.</p>]]></content:encoded></item>
<item><title>Only a summary</title><guid>https://wire.example/2</guid>
<author>desk@wire.example (Harbour Desk)</author>
<description>The pier stays shut, the council said.</description></item>
<item><title>Nothing</title><link>https://wire.example/3</link></item>
<item><title>Marked</title><link>https://wire.example/4</link>
<description>&lt;p&gt;The ferry is late.&lt;/p&gt;</description></item>
</channel></rss>)";

TEST(Feed, ReadsRss) {
  const Read read = read_feed(kRss);
  EXPECT_EQ(read.ids(), (Strings{"port-1", "https://wire.example/2", "https://wire.example/4"}));
  EXPECT_EQ(read.errors, Strings{"entry 3 (https://wire.example/3): the feed has no text of it"});
  const Item& first = read.items[0];
  EXPECT_EQ(first.title, "Port & pier’s new & old rules");
  EXPECT_EQ(first.url, "https://wire.example/port?a=1&b=2");
  EXPECT_EQ(first.published, "Fri, 07 Mar 2025 14:05:00 GMT");
  EXPECT_EQ(first.author, "The Desk");
  EXPECT_EQ(first.source, "The Harbour Wire");
  EXPECT_EQ(first.language, "en-gb");
  EXPECT_EQ(first.content, "<p>The port said on Friday that it will open.</p>");
  EXPECT_EQ(first.form, Form::kHtml);
  EXPECT_TRUE(first.is_utf8);
  const Item& second = read.items[1];
  EXPECT_EQ(second.url, "https://wire.example/2");
  EXPECT_EQ(second.author, "Harbour Desk");
  EXPECT_EQ(second.form, Form::kText);
  EXPECT_EQ(second.content, "Only a summary\n\nThe pier stays shut, the council said.");
  EXPECT_EQ(read.items[2].content, "<p>The ferry is late.</p>");
}

TEST(Feed, ReadsRss1) {
  const Read read = read_feed(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Wire</title></channel><item><title>One</title><link>https://wire.example/1</link>
    <dc:date>2025-03-07T14:05:00Z</dc:date><description>It opened.</description></item></rdf:RDF>)");
  EXPECT_EQ(read.contents(), Strings{"One\n\nIt opened."});
  EXPECT_EQ(read.items.at(0).published, "2025-03-07T14:05:00Z");
  EXPECT_EQ(read.items.at(0).source, "Wire");
}

TEST(Feed, ReadsAtom) {
  const Read read = read_feed(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
    <title>Wire</title>
    <entry><title type="html">Port &lt;b&gt;opens&lt;/b&gt;</title><id>tag:1</id>
      <link rel="self" href="https://wire.example/1.atom"/><link href="https://wire.example/1"/>
      <updated>2025-03-08T00:00:00Z</updated><published>2025-03-07T14:05:00Z</published>
      <author><name>Harbour Desk</name><uri>https://wire.example/</uri></author>
      <author><name>Night Desk</name></author>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p class="a&amp;b">It opened &lt;early&gt;.<br/></p></div></content></entry>
    <entry><title>Two</title><id>tag:2</id><updated>2025-03-08T00:00:00Z</updated>
      <content type="html">&lt;p&gt;It shut.&lt;/p&gt;</content>
      <source><title>Elsewhere</title><id>x</id></source></entry>
    <entry><title>Three</title><id>tag:3</id><content>Plain &lt; text.</content></entry>
    <entry><title>Four</title><id>tag:4</id><content type="video/mp4" src="https://wire.example/v"/>
      <summary>A film.</summary></entry></feed>)");
  EXPECT_EQ(read.errors, Strings{});
  EXPECT_EQ(read.ids(), (Strings{"tag:1", "tag:2", "tag:3", "tag:4"}));
  EXPECT_EQ(read.items[0].title, "Port opens");
  EXPECT_EQ(read.items[0].url, "https://wire.example/1");
  EXPECT_EQ(read.items[0].published, "2025-03-07T14:05:00Z");
  EXPECT_EQ(read.items[0].modified, "2025-03-08T00:00:00Z");
  EXPECT_EQ(read.items[1].modified, std::nullopt);
  EXPECT_EQ(read.items[0].author, "Harbour Desk, Night Desk");
  EXPECT_EQ(read.items[0].language, "en");
  EXPECT_EQ(trim_spaces(read.items[0].content), "<div><p class=\"a&amp;b\">It opened &lt;early&gt;.<br></p></div>");
  EXPECT_EQ(read.items[1].content, "<p>It shut.</p>");
  EXPECT_EQ(read.items[1].published, "2025-03-08T00:00:00Z");
  EXPECT_EQ(read.items[1].title, "Two");
  EXPECT_EQ(read.items[2].content, "Three\n\nPlain < text.");
  EXPECT_EQ(read.items[3].content, "Four\n\nA film.");
}

const std::string kJsonFeed = R"({
  "version": "https://jsonfeed.org/version/1.1", "title": "Wire", "language": "en",
  "items": [
    {"id": "1", "url": "https://wire.example/1", "title": "Port opens", "content_text": "x",
     "content_html": "<p>It opened.</p>", "date_published": "2025-03-07T14:05:00Z",
     "authors": [{"name": "Harbour Desk", "url": "u"}, {"name": "Night Desk"}], "tags": ["a", {"id": "no"}]},
    {"id": 2, "external_url": "https://wire.example/2", "content_text": "It shut.", "language": "fr",
     "author": {"name": "Desk"}, "attachments": [{"url": "no", "title": "no"}]},
    {"id": "3", "summary": "Short."}, {"id": "4", "url": "https://wire.example/4"}]})";

TEST(Feed, ReadsJsonFeed) {
  for (const bool one_line : {false, true}) {
    std::string document = kJsonFeed;
    if (one_line) std::erase(document, '\n');
    const Read read = read_feed(document + "\n");
    EXPECT_EQ(read.ids(), (Strings{"1", "2", "3"}));
    EXPECT_EQ(read.errors, Strings{"entry 4 (https://wire.example/4): the feed has no text of it"});
    EXPECT_EQ(read.contents(), (Strings{"<p>It opened.</p>", "It shut.", "Short."}));
    EXPECT_EQ(read.items[0].author, "Harbour Desk, Night Desk");
    EXPECT_EQ(read.items[0].form, Form::kHtml);
    EXPECT_EQ(read.items[1].url, "https://wire.example/2");
    EXPECT_EQ(read.items[1].language, "fr");
    EXPECT_EQ(read.items[1].author, "Desk");
    EXPECT_EQ(read.items[2].source, "Wire");
  }
}

TEST(Feed, KeepsTheEntriesBeforeADamagedPlace) {
  const std::string cut = kRss.substr(0, kRss.find("<item><title>Nothing") + 10);
  const Read rss = read_feed(cut);
  EXPECT_EQ(rss.items.size(), 2u);
  EXPECT_EQ(rss.errors, Strings{"ends before its elements do"});
  const Read json = read_feed(kJsonFeed.substr(0, kJsonFeed.find("\"summary\"")));
  EXPECT_EQ(json.ids(), (Strings{"1", "2"}));
  ASSERT_EQ(json.errors.size(), 1u);
  EXPECT_EQ(json.errors[0].find("no valid JSON at byte"), 0u);
}

TEST(Feed, TellsWhatNewsSitemapsSay) {
  const Read read = read_feed(R"(<?xml version="1.0"?><urlset
    xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
    xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://wire.example/1</loc><news:news><news:publication><news:name>Wire</news:name>
    <news:language>en</news:language></news:publication>
    <news:publication_date>2025-03-07</news:publication_date><news:title>One</news:title></news:news></url></urlset>)");
  EXPECT_EQ(read.errors, Strings{"is a sitemap, which has links but no texts"});
  XmlFeed feed(1000);
  XmlReader xml(feed);
  xml.read("<urlset xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url><loc>u</loc>"
           "<news:news><news:publication><news:name>Wire</news:name><news:language>en</news:language>"
           "</news:publication><news:publication_date>2025-03-07</news:publication_date>"
           "<news:title>One</news:title></news:news></url>");
  xml.finish();
  const std::optional<FeedEntry> entry = feed.take();
  ASSERT_TRUE(entry);
  EXPECT_EQ(entry->url, "u");
  EXPECT_EQ(entry->title, "One");
  EXPECT_EQ(entry->published, "2025-03-07");
  EXPECT_EQ(entry->source, "Wire");
  EXPECT_EQ(entry->language, "en");
}

TEST(Feed, SaysWhatIsNoFeed) {
  EXPECT_EQ(read_feed("<!doctype html><p>Sorry.", From::kFeed).errors, Strings{"is no feed, but a page"});
  EXPECT_EQ(read_feed("<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", From::kFeed).errors,
            Strings{"is no feed, but a page"});
  EXPECT_EQ(read_feed("<svg><g/></svg>", From::kFeed).errors, Strings{"is no feed: it begins with <svg>"});
  EXPECT_EQ(read_feed("Only text.", From::kFeed).errors, Strings{"is no feed"});
  EXPECT_EQ(read_feed("<rss version='2.0'><channel/></rss>").errors, Strings{});
}

TEST(Feed, LeavesOutContentsOverTheLimit) {
  const Scratch scratch;
  StreamOptions options;
  options.max_page = 1000;
  const std::string file = scratch.write(
      "a", "<rss><channel><item><guid>1</guid><description>" + std::string(5000, 'x') +
               "</description></item><item><guid>2</guid><description>Short.</description></item></channel></rss>");
  const Read read = read_stream({file}, options);
  EXPECT_EQ(read.contents(), Strings{"Short."});
  EXPECT_EQ(read.errors.size(), 1u);
}

TEST(Feed, NeedsNoMoreMemoryForManyEntries) {
  const Scratch scratch;
  const std::string file = scratch.path("a");
  {
    std::ofstream out(file, std::ios::binary);
    out << "<rss><channel>";
    for (int i = 0; i < 50'000; ++i) {
      out << "<item><guid>" << i << "</guid><description>" << std::string(500, 'x') << "</description></item>\n";
    }
    out << "</channel></rss>";
  }
  ItemStream stream({file}, {});
  long before = 0;
  std::size_t items = 0;
  while (const std::optional<Result<Item>> next = stream.next()) {
    ASSERT_TRUE(next->ok()) << next->error().message;
    if (++items == 1000) before = peak_memory();
  }
  EXPECT_EQ(items, 50'000u);
  EXPECT_LT(peak_memory() - before, 2 * 1024);
}

}  // namespace
}  // namespace tacitus
