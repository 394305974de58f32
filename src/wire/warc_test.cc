#include "wire/warc.h"

#include <gtest/gtest.h>

#include <chrono>

#include "wire/items_test.h"
#include "wire/memory_test.h"
#include "wire/scratch_test.h"

namespace tacitus {
namespace {

using Strings = std::vector<std::string>;

std::string record(const std::string& type, const std::string& id, const std::string& url,
                   const std::string& content_type, const std::string& content) {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + id +
         ">\r\nWARC-Target-URI: " + url + "\r\nContent-Type: " + content_type +
         "\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content + "\r\n\r\n";
}

std::string page(const std::string& id, const std::string& body,
                 const std::string& fields = "Content-Type: text/html; charset=windows-1250\r\n",
                 const std::string& status = "200 OK") {
  return record("response", id, "https://wire.example/" + id, "application/http; msgtype=response",
                "HTTP/1.1 " + status + "\r\n" + fields + "\r\n" + body);
}

const std::string kInfo = "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\na: b\r\n\r\n";

Read read_archive(const std::string& bytes, StreamOptions options = {}) {
  const Scratch scratch;
  Read read = read_stream({scratch.write("a", bytes)}, options);
  const std::string front = scratch.path("a") + ": ";
  for (std::string& error : read.errors) {
    if (error.starts_with(front)) error.erase(0, front.size());
  }
  return read;
}

// A page of 3,000 letters that do not pack well.
std::string long_page(int seed) {
  std::string out = "<p>";
  std::uint32_t state = static_cast<std::uint32_t>(seed) * 2654435761u + 1;
  for (int i = 0; i < 3000; ++i) {
    state = state * 1664525u + 1013904223u;
    out += static_cast<char>('a' + (state >> 24) % 26);
  }
  return out;
}

TEST(Warc, GivesPagesAndTextsWithIdUrlAndCharset) {
  const Read read = read_archive(
      kInfo + page("1", "<p>One.") +
      record("resource", "2", "https://wire.example/2", "text/plain; charset=utf-8", "Two.") +
      page("3", "<p>Three.", "content-type: application/xhtml+xml\r\n"));
  EXPECT_EQ(read.errors, Strings{});
  EXPECT_EQ(read.ids(), (Strings{"urn:uuid:1", "urn:uuid:2", "urn:uuid:3"}));
  EXPECT_EQ(read.contents(), (Strings{"<p>One.", "Two.", "<p>Three."}));
  EXPECT_EQ(read.items[0].url, "https://wire.example/1");
  EXPECT_EQ(read.items[0].charset, "windows-1250");
  EXPECT_EQ(read.items[1].charset, "utf-8");
  EXPECT_EQ(read.items[1].form, Form::kText);
  EXPECT_EQ(read.items[2].charset, std::nullopt);
  EXPECT_EQ(read.items[2].form, Form::kHtml);
}

TEST(Warc, PassesOverWhatIsNoPage) {
  const std::string image(3000, '\x01');
  const Read read = read_archive(
      record("request", "a", "https://wire.example/", "application/http; msgtype=request", "GET / HTTP/1.1\r\n\r\n") +
      record("metadata", "b", "https://wire.example/", "text/plain", "k: v") +
      record("resource", "c", "dns:wire.example", "text/dns", "wire.example. 1 IN A 1.2.3.4") +
      page("d", image, "Content-Type: image/png\r\n") + page("e", "<p>Gone.", "Content-Type: text/html\r\n", "404 Not Found") +
      page("f", "<p>Moved.", "Content-Type: text/html\r\n", "301 Moved") +
      record("response", "g", "https://wire.example/robots.txt", "application/http",
             "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nUser-agent: *") +
      page("h", "<p>Kept."));
  EXPECT_EQ(read.ids(), Strings{"urn:uuid:h"});
  EXPECT_EQ(read.errors, Strings{});
}

TEST(Warc, LooksForThePageWhereNoTypeIsNamed) {
  const Read read = read_archive(page("1", "<!doctype html><p>One.", "X: y\r\n") +
                                 page("2", std::string(500, '\x02'), "X: y\r\n"));
  EXPECT_EQ(read.ids(), Strings{"urn:uuid:1"});
}

TEST(Warc, TakesCodingsOffAndTellsOfThoseItCannot) {
  const Read read = read_archive(
      page("1", "3\r\n<p>\r\n4\r\nOne.\r\n0\r\n\r\n", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n") +
      page("2", gzipped("<p>Two."), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n") +
      page("3", "\x0b\x02\x80\x03", "Content-Type: text/html\r\nContent-Encoding: br\r\n") +
      page("4", "<p>Four."));
  EXPECT_EQ(read.contents(), (Strings{"<p>One.", "<p>Two.", "<p>Four."}));
  EXPECT_EQ(read.errors, Strings{"record 3 (https://wire.example/3): its coding, br, is not read"});
}

TEST(Warc, ReadsVersion11WithLineFeedsOnlyAndFoldedFields) {
  const Read read = read_archive(
      "WARC/1.1\nwarc-type: resource\nwarc-target-uri:\n <https://wire.example/x>\ncontent-type: "
      "text/html\ncontent-length: 7\n\n<p>One.\n\n" + page("2", "<p>Two."));
  EXPECT_EQ(read.contents(), (Strings{"<p>One.", "<p>Two."}));
  EXPECT_EQ(read.items[0].url, "https://wire.example/x");
  EXPECT_TRUE(read.items[0].id.ends_with("/a:1")) << read.items[0].id;
}

TEST(Warc, ReadsArchivesPackedByRecordAndPackedWhole) {
  const Strings both = {"<p>One.", "<p>Two."};
  const std::string info = gzipped(kInfo), one = page("1", "<p>One."), two = page("2", "<p>Two.");
  EXPECT_EQ(read_archive(info + gzipped(one) + gzipped(two)).contents(), both);
  EXPECT_EQ(read_archive(gzipped(kInfo + one + two)).contents(), both);
  EXPECT_EQ(read_archive(info + gzipped(one + two) + std::string(512, '\0')).contents(), both);
  EXPECT_EQ(read_archive(info + gzipped(one + two) + std::string(512, '\0')).errors, Strings{});
}

TEST(Warc, FindsWhatFollowsWhereverAMemberIsDamaged) {
  const std::string first = gzipped(page("1", long_page(1)));
  const std::string second = gzipped(page("2", long_page(2)));
  const std::string rest = gzipped(page("3", long_page(3))) + gzipped(page("4", "<p>Four."));
  for (std::size_t at = 10; at < second.size(); at += 7) {
    std::string damaged = second;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
    const Read read = read_archive(first + damaged + rest);
    EXPECT_EQ(read.ids(), (Strings{"urn:uuid:1", "urn:uuid:3", "urn:uuid:4"})) << at;
    EXPECT_EQ(read.errors.size(), 1u) << at;
  }
}

TEST(Warc, FindsWhatFollowsWhereverAMemberIsCut) {
  const std::string first = gzipped(page("1", long_page(1)));
  const std::string second = gzipped(page("2", long_page(2)));
  const std::string rest = gzipped(page("3", long_page(3))) + gzipped(page("4", "<p>Four."));
  for (std::size_t size = 1; size < second.size(); size += 7) {
    const Read read = read_archive(first + second.substr(0, size) + rest);
    EXPECT_EQ(read.ids(), (Strings{"urn:uuid:1", "urn:uuid:3", "urn:uuid:4"})) << size;
    EXPECT_EQ(read.errors.size(), 1u) << size;
  }
}

TEST(Warc, KeepsWhatCameBeforeTheEndOfATruncatedArchive) {
  const std::string first = gzipped(page("1", long_page(1)));
  const std::string second = gzipped(page("2", long_page(2)));
  for (std::size_t size = 1; size < second.size(); size += 7) {
    const Read read = read_archive(first + second.substr(0, size));
    EXPECT_EQ(read.ids(), Strings{"urn:uuid:1"}) << size;
    EXPECT_EQ(read.errors.size(), 1u) << size;
  }
  const std::string plain = page("1", "<p>One.") + page("2", "<p>Two.");
  const std::size_t border = page("1", "<p>One.").size();
  for (std::size_t size = border + 1; size + 4 < plain.size(); ++size) {
    const Read read = read_archive(plain.substr(0, size));
    EXPECT_EQ(read.ids(), Strings{"urn:uuid:1"}) << size;
    EXPECT_EQ(read.errors, Strings{read.errors.empty() ? "" : read.errors[0]}) << size;
  }
}

TEST(Warc, NamesTheRecordThatIsDamaged) {
  std::string second = gzipped(page("2", long_page(2)));
  const std::string first = gzipped(page("1", "<p>One."));
  EXPECT_EQ(read_archive(first + second.substr(0, 900)).errors, Strings{"truncated gzip in record 2"});
  second[second.size() - 6] ^= 1;
  EXPECT_EQ(read_archive(first + second + first).errors, Strings{"damaged gzip in record 2"});
  EXPECT_EQ(read_archive(first + "some junk" + first).errors,
            Strings{"bytes that are no gzip behind record 1"});
}

TEST(Warc, FindsTheNextRecordWhereALengthIsWrong) {
  const auto with_length = [](const std::string& length) {
    return "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: " + length +
           "\r\n\r\n<p>Lost.\r\n\r\n";
  };
  const std::string rest = page("2", "<p>Two.") + page("3", "<p>Three.");
  for (const char* const length :
       {"3", "200", "9000", "99999999999", "x", "-1", "", "99999999999999999999999"}) {
    const Read read = read_archive(kInfo + with_length(length) + rest);
    EXPECT_EQ(read.ids(), (Strings{"urn:uuid:2", "urn:uuid:3"})) << length;
    EXPECT_EQ(read.errors.size(), 1u) << length;
  }
}

TEST(Warc, FindsTheNextRecordBehindBytesThatAreNone) {
  const Read read = read_archive(page("1", "<p>One.") + std::string(100'000, 'x') + "\r\n" +
                                 page("2", "<p>Two."));
  EXPECT_EQ(read.ids(), (Strings{"urn:uuid:1", "urn:uuid:2"}));
  EXPECT_EQ(read.errors, Strings{"record 2: does not begin with WARC/1."});
  const Read head = read_archive(page("1", "<p>One.") + "WARC/1.0\r\n" + std::string(100'000, 'x') +
                                 "\r\n" + page("2", "<p>Two."));
  EXPECT_EQ(head.ids(), (Strings{"urn:uuid:1", "urn:uuid:2"}));
  EXPECT_EQ(head.errors, Strings{"record 2: its head is over 65536 bytes"});
}

TEST(Warc, LimitsPagesAndPassesOverLargeOtherRecords) {
  StreamOptions options;
  options.max_page = 100'000;
  const Read read = read_archive(
      page("1", std::string(300'000, 'x')) + page("2", std::string(120'000, 'x')) +
          page("3", std::string(3'000'000, '\x01'), "Content-Type: video/mp4\r\n") +
          page("4", gzipped(std::string(3'000'000, 'x')), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n") +
          page("5", "<p>Five."),
      options);
  EXPECT_EQ(read.ids(), Strings{"urn:uuid:5"});
  EXPECT_EQ(read.errors, (Strings{"record 1 (https://wire.example/1): over 100000 bytes",
                                  "record 2 (https://wire.example/2): over 100000 bytes",
                                  "record 4 (https://wire.example/4): over 100000 bytes"}));
}

TEST(Warc, SearchesHostileMembersOnlySoLong) {
  // Each member claims a stored block of 64 KB that begins like a record, so that what follows
  // the damage can be searched again and again.
  const std::string member = std::string("\x1f\x8b\x08\0\0\0\0\0\0\0", 10) +
                             std::string("\0\xff\xff\0\0", 5) + "WARC/1.";
  std::string bytes;
  while (bytes.size() < 2'000'000) bytes += member;
  const auto start = std::chrono::steady_clock::now();
  read_archive(bytes);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(Warc, NeedsNoMoreMemoryForManyRecords) {
  const Scratch scratch;
  const std::string file = scratch.path("a.warc.gz");
  {
    std::ofstream out(file, std::ios::binary);
    for (int i = 0; i < 20'000; ++i) {
      out << gzipped(page(std::to_string(i), long_page(i % 50)));
    }
  }
  ItemStream stream({file}, {});
  long before = 0;
  std::size_t items = 0;
  while (const std::optional<Result<Item>> next = stream.next()) {
    ASSERT_TRUE(next->ok()) << next->error().message;
    if (++items == 500) before = peak_memory();
  }
  EXPECT_EQ(items, 20'000u);
  EXPECT_LT(peak_memory() - before, 2 * 1024);
}

}  // namespace
}  // namespace tacitus
