// Pages and feeds named by their addresses, from end to end.
#include <gtest/gtest.h>

#include "wire/items_test.h"
#include "wire/scratch_test.h"
#include "wire/server_test.h"

namespace tacitus {
namespace {

using Strings = std::vector<std::string>;

StreamOptions quick() {
  StreamOptions options;
  options.fetch.delay = 0;
  options.fetch.timeout = 5;
  return options;
}

const std::string kHtml = "Content-Type: text/html; charset=windows-1250\r\n";

// A feed of three entries: whole, linked, and linked but gone.
std::string rss() {
  return "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
         "<title>Wire</title>"
         "<item><guid isPermaLink='false'>1</guid><link>/1</link><content:encoded>&lt;p&gt;Whole.&lt;/p&gt;</content:encoded></item>"
         "<item><title>Two</title><guid isPermaLink='false'>2</guid><link>/2</link><description>Short.</description></item>"
         "<item><guid isPermaLink='false'>3</guid><link>/3</link></item>"
         "<item><guid isPermaLink='false'>again</guid><link>/2</link></item>"
         "</channel></rss>";
}

TEST(Web, ReadsAPageByItsAddress) {
  Server server;
  server.put("/old", "", "Location: /new\r\n", "301 Moved");
  server.put("/new", "<!doctype html><p>One.</p>", kHtml);
  const Read read = read_stream({server.url("/old")}, quick());
  EXPECT_EQ(read.errors, Strings{});
  ASSERT_EQ(read.items.size(), 1u);
  EXPECT_EQ(read.items[0].id, server.url("/old"));
  EXPECT_EQ(read.items[0].url, server.url("/new"));
  EXPECT_EQ(read.items[0].charset, "windows-1250");
  EXPECT_EQ(read.items[0].form, Form::kHtml);
}

TEST(Web, FetchesThePagesThatAFeedLinksTo) {
  Server server;
  server.put("/feed", rss(), "Content-Type: application/rss+xml\r\n");
  server.put("/2", "<!doctype html><p>Two.</p>", kHtml);
  const Read read = read_stream({server.url("/feed")}, quick());
  EXPECT_EQ(read.ids(), (Strings{"1", "2"}));
  EXPECT_EQ(read.contents(), (Strings{"<p>Whole.</p>", "<!doctype html><p>Two.</p>"}));
  EXPECT_EQ(read.errors, Strings{server.url("/3") + ": the server answers 404"});
  EXPECT_EQ(read.items[0].url, server.url("/1"));
  EXPECT_FALSE(read.items[0].page_first);
  EXPECT_EQ(read.items[1].url, server.url("/2"));
  EXPECT_EQ(read.items[1].title, "Two");
  EXPECT_TRUE(read.items[1].page_first);
  EXPECT_EQ(server.paths(), (Strings{"/robots.txt", "/feed", "/2", "/3"}));
}

TEST(Web, FollowsFeedsInFilesOnlyWhenAsked) {
  Server server;
  server.put("/2", "<!doctype html><p>Two.</p>", kHtml);
  const Scratch scratch;
  const std::string file = scratch.write(
      "a", "<rss><channel><item><link>" + server.url("/2") + "</link><description>Short.</description></item></channel></rss>");
  StreamOptions options = quick();
  EXPECT_EQ(read_stream({file}, options).contents(), Strings{"Short."});
  EXPECT_EQ(server.paths(), Strings{});
  options.follow = true;
  EXPECT_EQ(read_stream({file}, options).contents(), Strings{"<!doctype html><p>Two.</p>"});
}

TEST(Web, ReadsSitemapsThroughTheirIndex) {
  Server server;
  server.put("/index", "<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>" +
                           server.url("/news") + "</loc></sitemap><sitemap><loc>" + server.url("/index") +
                           "</loc></sitemap></sitemapindex>");
  server.put("/news", gzipped("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>" +
                              server.url("/1") + "</loc></url></urlset>"));
  server.put("/1", "<!doctype html><p>One.</p>", kHtml);
  const Read read = read_stream({server.url("/index")}, quick());
  EXPECT_EQ(read.contents(), Strings{"<!doctype html><p>One.</p>"});
  // An index that names itself is not read again.
  EXPECT_EQ(read.errors, Strings{});
}

TEST(Web, TellsOfEachPageThatCannotBeHadAndGoesOn) {
  Server server;
  server.put("/page", "<!doctype html><p>Sorry.</p>", kHtml);
  server.put("/circle", "", "Location: /circle\r\n", "302 Found");
  server.put_endless("/endless");
  server.put("/image", "\x89PNG\r\n\x1a\n", "Content-Type: image/png\r\n");
  server.put("/last", "The end.", "Content-Type: text/plain\r\n");
  StreamOptions options = quick();
  options.max_page = 1 << 20;
  options.from = From::kFeed;
  EXPECT_EQ(read_stream({server.url("/page")}, options).errors, Strings{server.url("/page") + ": is no feed, but a page"});
  options.from = From::kAuto;
  const Read read = read_stream({server.url("/circle"), server.url("/endless"), server.url("/image"),
                                 "http://127.0.0.1:1/", server.url("/last")}, options);
  EXPECT_EQ(read.contents(), Strings{"The end."});
  ASSERT_EQ(read.errors.size(), 4u);
  EXPECT_EQ(read.errors[0], server.url("/circle") + ": redirects in a circle");
  EXPECT_EQ(read.errors[1], server.url("/endless") + ": over 1 MB");
  EXPECT_EQ(read.errors[2], server.url("/image") + ": is binary");
  EXPECT_EQ(read.errors[3].find("http://127.0.0.1:1/: cannot be fetched: "), 0u);
}

TEST(Web, PassesOverWhatHasNotChanged) {
  const Scratch scratch;
  Server server;
  for (const std::string path : {"/feed", "/2"}) {
    server.answer(path, [path](const std::string& request) {
      const bool same = request.find("If-Modified-Since: Fri, 07 Mar 2025") != request.npos;
      const std::string body = path == "/2" ? "<!doctype html><p>Two.</p>" :
          "<rss><channel><item><guid>2</guid><link>/2</link></item></channel></rss>";
      return same ? std::string("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
                  : "HTTP/1.1 200 OK\r\nConnection: close\r\nLast-Modified: Fri, 07 Mar 2025 14:05:00 GMT\r\n"
                    "Content-Type: text/html\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    });
  }
  StreamOptions options = quick();
  options.fetch.cache = scratch.path("cache");
  EXPECT_EQ(read_stream({server.url("/feed")}, options).items.size(), 1u);
  EXPECT_EQ(read_stream({server.url("/feed")}, options).items.size(), 0u);
  EXPECT_EQ(server.paths(), (Strings{"/robots.txt", "/feed", "/2", "/robots.txt", "/feed"}));
}

}  // namespace
}  // namespace tacitus
