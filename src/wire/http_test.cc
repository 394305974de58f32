#include "wire/http.h"

#include <gtest/gtest.h>

#include "wire/scratch_test.h"

namespace tacitus {
namespace {

std::string body_of(const std::string& message, std::uint64_t max_size = 1 << 20) {
  const Result<HttpAnswer> answer = read_http(message);
  if (!answer.ok()) return "error: " + answer.error().message;
  const Result<std::string> body = decode_body(answer.value(), max_size);
  return body.ok() ? body.value() : "error: " + body.error().message;
}

TEST(Http, TakesAnAnswerApart) {
  const std::string message =
      "HTTP/1.1 200 OK\r\nContent-Type: Text/HTML; charset=\"ISO-8859-2\"\r\nX: a\r\n b\r\n\r\n<p>One.";
  const Result<HttpAnswer> answer = read_http(message);
  ASSERT_TRUE(answer.ok());
  EXPECT_EQ(answer.value().status, 200);
  EXPECT_EQ(answer.value().body, "<p>One.");
  EXPECT_EQ(answer.value().fields.get("x"), "a b");
  const MediaType media = read_media_type(*answer.value().fields.get("content-type"));
  EXPECT_EQ(media.type, "text/html");
  EXPECT_EQ(media.charset, "ISO-8859-2");
}

TEST(Http, TakesHeadsOfAnyShape) {
  EXPECT_EQ(body_of("HTTP/1.0 200\n\nOne."), "One.");
  EXPECT_EQ(body_of("HTTP/2 200 \r\nno colon here\r\n\r\nOne."), "One.");
  EXPECT_EQ(body_of("HTTP/1.1 200 OK\r\nX: y"), "");
  EXPECT_EQ(body_of("HTTP/1.1 200 OK\r\n\r\n"), "");
  EXPECT_EQ(body_of("<p>One."), "error: no HTTP answer");
  EXPECT_EQ(body_of("HTTP/1.1 abc\r\n\r\nOne."), "error: no HTTP answer");
  EXPECT_EQ(body_of("HTTP/1.1"), "error: no HTTP answer");
}

TEST(Http, JoinsChunks) {
  const std::string head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(body_of(head + "5\r\nFirst\r\nA;x=y\r\n and then.\r\n0\r\nX: y\r\n\r\n"), "First and then.");
  EXPECT_EQ(body_of(head + "5\r\nFirst\r\nFF\r\n cut"), "First cut");
  EXPECT_EQ(body_of(head + "<p>Not chunked at all."), "<p>Not chunked at all.");
  EXPECT_EQ(body_of(head + "5\r\nFirst\r\nno size"), "Firstno size");
  EXPECT_EQ(body_of(head + "ffffffffffffffff\r\nFirst"), "ffffffffffffffff\r\nFirst");
}

TEST(Http, TakesCodingsOff) {
  const auto head = [](const std::string& coding) {
    return "HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\n\r\n";
  };
  EXPECT_EQ(body_of(head("gzip") + gzipped("<p>One.")), "<p>One.");
  EXPECT_EQ(body_of(head("x-gzip") + gzipped("<p>One.")), "<p>One.");
  EXPECT_EQ(body_of(head("deflate") + zlibbed("<p>One.")), "<p>One.");
  EXPECT_EQ(body_of(head("deflate") + deflated("<p>One.")), "<p>One.");
  EXPECT_EQ(body_of(head("deflate, gzip") + gzipped(zlibbed("<p>One."))), "<p>One.");
  EXPECT_EQ(body_of(head("identity") + "One."), "One.");
  const std::string packed = gzipped("<p>One.");
  EXPECT_EQ(body_of("HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n" +
                    std::string("5\r\n") + packed.substr(0, 5) + "\r\n100\r\n" + packed.substr(5)),
            "<p>One.");
}

TEST(Http, PassesOverCodingsThatAreNotThere) {
  for (const std::string coding : {"gzip", "deflate", "br"}) {
    EXPECT_EQ(body_of("HTTP/1.1 200 OK\r\nContent-Encoding: " + coding + "\r\n\r\n<p>One."), "<p>One.");
  }
}

TEST(Http, KeepsWhatCameBeforeACut) {
  std::string page = "<p>";
  for (int i = 0; i < 2000; ++i) page += std::to_string(i * 7919);
  const std::string packed = gzipped(page);
  const std::string body =
      body_of("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + packed.substr(0, packed.size() / 2));
  EXPECT_GT(body.size(), page.size() / 4);
  EXPECT_TRUE(page.starts_with(body));
}

TEST(Http, TellsOfBodiesThatItCannotRead) {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Encoding: ";
  EXPECT_EQ(body_of(head + "br\r\n\r\n\x0b\x02\x80"), "error: its coding, br, is not read");
  const std::string packed = gzipped(std::string(5000, 'x'));
  EXPECT_EQ(body_of(head + "gzip\r\n\r\n" + packed.substr(0, 14) + "xxxxxxxx"),
            "error: damaged gzip or deflate");
  EXPECT_EQ(body_of(head + "gzip,gzip,gzip,gzip,gzip\r\n\r\nx"), "error: coded more than four times");
}

TEST(Http, StopsWherePackedBodiesGrowOverTheLimit) {
  const std::string bomb = gzipped(std::string(8 << 20, 'x'));
  EXPECT_EQ(body_of("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + bomb), "error: over 1 MB");
}

}  // namespace
}  // namespace tacitus
