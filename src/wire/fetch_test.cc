#include "wire/fetch.h"

#include <gtest/gtest.h>

#include "wire/scratch_test.h"
#include "wire/server_test.h"
#include "wire/url.h"

namespace tacitus {
namespace {

using Strings = std::vector<std::string>;

FetchOptions quick() {
  FetchOptions options;
  options.delay = 0;
  options.timeout = 5;
  return options;
}

// The body, or what went wrong without the address in front.
std::string get(Fetcher& fetcher, const std::string& url) {
  const Result<Fetched> fetched = fetcher.get(url);
  if (fetched.ok()) return fetched.value().unchanged ? "unchanged" : fetched.value().body;
  const std::string& message = fetched.error().message;
  return message.starts_with(url + ": ") ? message.substr(url.size() + 2) : message;
}

TEST(Url, TakesAddressesApartAndPutsThemTogether) {
  const std::optional<Url> url = read_url("HTTPS://User:pw@Wire.Example:8080/a b?c=d#e");
  ASSERT_TRUE(url);
  EXPECT_EQ(url->origin, "https://wire.example:8080");
  EXPECT_EQ(url->path, "/a%20b?c=d");
  EXPECT_EQ(url->whole.find("pw"), std::string::npos);
  EXPECT_EQ(resolve_url(*url, "../x")->path, "/x");
  EXPECT_EQ(resolve_url(*url, "//other.example/y")->origin, "https://other.example");
  EXPECT_FALSE(resolve_url(*url, "file:///etc/passwd"));
  EXPECT_FALSE(resolve_url(*url, "javascript:alert(1)"));
  EXPECT_FALSE(read_url("ftp://wire.example/"));
  EXPECT_FALSE(read_url("http://"));
  EXPECT_FALSE(read_url("page.html"));
}

TEST(Url, WithANumberInPercentSignsForAHostIsReadLikeTheNumber) {
  const std::optional<Url> url = read_url("https://%30/%30/.?7");
  ASSERT_TRUE(url);
  const std::optional<Url> again = read_url(url->whole);
  ASSERT_TRUE(again);
  EXPECT_EQ(again->whole, url->whole);
  EXPECT_EQ(url->origin, "https://0.0.0.0");
}

TEST(Fetch, GetsAPageWithItsType) {
  Server server;
  server.put("/a", gzipped("<p>One."), "Content-Type: text/html; charset=windows-1250\r\nContent-Encoding: gzip\r\n");
  Fetcher fetcher(quick());
  const Result<Fetched> fetched = fetcher.get(server.url("/a#part"));
  ASSERT_TRUE(fetched.ok()) << fetched.error().message;
  EXPECT_EQ(fetched.value().body, "<p>One.");
  EXPECT_EQ(fetched.value().type.charset, "windows-1250");
  EXPECT_EQ(fetched.value().url, server.url("/a"));
}

TEST(Fetch, ObeysRobotsAndAsksForThemOnce) {
  Server server;
  server.put("/robots.txt", "User-agent: tacitus\nDisallow: /no\n");
  server.put("/yes", "Yes.");
  server.put("/no/a", "No.");
  server.put("/sly", "", "Location: /no/a\r\n", "302 Found");
  Fetcher fetcher(quick());
  EXPECT_EQ(get(fetcher, server.url("/yes")), "Yes.");
  EXPECT_EQ(get(fetcher, server.url("/no/a")), "robots.txt forbids it");
  EXPECT_EQ(get(fetcher, server.url("/sly")), "robots.txt forbids it");
  EXPECT_EQ(server.paths(), (Strings{"/robots.txt", "/yes", "/sly"}));
}

TEST(Fetch, TakesARobotsFileThatFailsForANo) {
  Server server;
  server.put("/robots.txt", "", "", "503 Busy");
  server.put("/a", "One.");
  Fetcher fetcher(quick());
  EXPECT_EQ(get(fetcher, server.url("/a")), "cannot be fetched: its robots.txt answers 503");
  Server moved;
  moved.put("/robots.txt", "", "Location: /rules\r\n", "301 Moved");
  moved.put("/rules", "User-agent: *\nDisallow: /a\n");
  EXPECT_EQ(get(fetcher, moved.url("/a")), "robots.txt forbids it");
}

TEST(Fetch, WaitsBetweenTwoRequestsToAHost) {
  Server server;
  server.put("/a", "One.");
  FetchOptions options = quick();
  options.delay = 0.2;
  Fetcher fetcher(options);
  EXPECT_EQ(get(fetcher, server.url("/a")), "One.");
  EXPECT_EQ(get(fetcher, server.url("/a")), "One.");
  const auto requests = server.requests();
  ASSERT_EQ(requests.size(), 3u);
  EXPECT_GE(requests[1].at - requests[0].at, std::chrono::milliseconds(190));
  EXPECT_GE(requests[2].at - requests[1].at, std::chrono::milliseconds(190));
  Server slow;
  slow.put("/robots.txt", "User-agent: *\nCrawl-delay: 0.3\n");
  slow.put("/a", "One.");
  Fetcher patient(quick());
  EXPECT_EQ(get(patient, slow.url("/a")), "One.");
  EXPECT_GE(slow.requests()[1].at - slow.requests()[0].at, std::chrono::milliseconds(290));
}

TEST(Fetch, FollowsRedirectsButNotForEver) {
  Server server;
  server.put("/a", "", "Location: b?x\r\n", "301 Moved");
  server.put("/b?x", "There.");
  server.put("/circle", "", "Location: /circle2\r\n", "302 Found");
  server.put("/circle2", "", "Location: /circle\r\n", "307 Found");
  server.put("/file", "", "Location: file:///etc/hostname\r\n", "302 Found");
  server.put("/none", "", "", "302 Found");
  for (int i = 0; i < 20; ++i) {
    server.put("/" + std::to_string(i), "", "Location: /" + std::to_string(i + 1) + "\r\n", "302 Found");
  }
  Fetcher fetcher(quick());
  EXPECT_EQ(get(fetcher, server.url("/a")), "There.");
  EXPECT_EQ(fetcher.get(server.url("/a")).value().url, server.url("/b?x"));
  EXPECT_EQ(get(fetcher, server.url("/circle")), "redirects in a circle");
  EXPECT_EQ(get(fetcher, server.url("/file")), "redirects to nowhere on the web");
  EXPECT_EQ(get(fetcher, server.url("/none")), "redirects to nowhere on the web");
  EXPECT_EQ(get(fetcher, server.url("/0")), "redirects over 10 times");
}

TEST(Fetch, StopsEndlessAndSlowAnswers) {
  Server server;
  server.put_endless("/endless");
  server.put("/bomb", gzipped(std::string(8 << 20, 'x')), "Content-Encoding: gzip\r\n");
  server.answer("/slow", [](const std::string&) {
    std::this_thread::sleep_for(std::chrono::milliseconds(900));
    return std::string();
  });
  FetchOptions options = quick();
  options.max_size = 1 << 20;
  Fetcher fetcher(options);
  EXPECT_EQ(get(fetcher, server.url("/endless")), "over 1 MB");
  EXPECT_EQ(get(fetcher, server.url("/bomb")), "over 1 MB");
  options.timeout = 0.3;
  Fetcher hasty(options);
  EXPECT_NE(get(hasty, server.url("/slow")).find("cannot be fetched: Operation timed out"), std::string::npos);
}

TEST(Fetch, TellsOfAnswersThatAreNone) {
  Server server;
  server.put("/teapot", "", "", "418 Teapot");
  server.answer("/junk", [](const std::string&) { return std::string("no HTTP at all"); });
  Fetcher fetcher(quick());
  EXPECT_EQ(get(fetcher, server.url("/missing")), "the server answers 404");
  EXPECT_EQ(get(fetcher, server.url("/teapot")), "the server answers 418");
  EXPECT_EQ(get(fetcher, server.url("/junk")).find("cannot be fetched: "), 0u);
  EXPECT_EQ(get(fetcher, "http://127.0.0.1:1/a").find("cannot be fetched: "), 0u);
  EXPECT_EQ(get(fetcher, "http://"), "no address on the web");
}

TEST(Fetch, AsksOnlyForWhatHasChangedWhereACacheIsKept) {
  const Scratch scratch;
  Server server;
  server.answer("/a", [](const std::string& request) {
    const bool same = request.find("If-None-Match: \"v1\"") != request.npos;
    return same ? std::string("HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n")
                : std::string("HTTP/1.1 200 OK\r\nConnection: close\r\nETag: \"v1\"\r\nContent-Length: 4\r\n\r\nOne.");
  });
  FetchOptions options = quick();
  options.cache = scratch.path("cache");
  for (const std::string expected : {"One.", "One.", "unchanged"}) {
    Fetcher fetcher(options);
    EXPECT_EQ(get(fetcher, server.url("/a")), expected);
    // What is not dealt with is asked for again.
    static int round = 0;
    if (++round == 2) fetcher.keep(fetcher.get(server.url("/a")).value());
  }
  Fetcher without(quick());
  EXPECT_EQ(get(without, server.url("/a")), "One.");
}

}  // namespace
}  // namespace tacitus
