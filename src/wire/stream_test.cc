#include "wire/stream.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include "wire/memory_test.h"
#include "wire/scratch_test.h"

namespace tacitus {
namespace {

struct Read {
  std::vector<std::string> ids, contents, errors;
  std::vector<Form> forms;
};

Read read_all(std::vector<std::string> inputs, StreamOptions options = {}) {
  Read read;
  ItemStream stream(std::move(inputs), options);
  while (std::optional<Result<Item>> next = stream.next()) {
    if (!next->ok()) {
      read.errors.push_back(next->error().message);
      continue;
    }
    read.ids.push_back(next->value().id);
    read.forms.push_back(next->value().form);
    read.contents.push_back(next->value().content);
  }
  return read;
}

using Strings = std::vector<std::string>;

TEST(Stream, TellsFormsByContentAndNotByName) {
  const Scratch scratch;
  const std::string page = scratch.write("a.txt", "<!doctype html><p>One.</p>");
  const std::string text = scratch.write("b.html", "The minister said no.");
  const std::string lines = scratch.write("c", "{\"id\":\"1\",\"text\":\"x\"}\n\n{\"html\":\"<p>y\"}");
  const Read read = read_all({page, text, lines});
  EXPECT_EQ(read.ids, (Strings{page, text, "1", lines + ":3"}));
  EXPECT_EQ(read.forms, (std::vector{Form::kHtml, Form::kText, Form::kText, Form::kHtml}));
  EXPECT_EQ(read.errors, Strings{});
}

TEST(Stream, ObeysTheFormGiven) {
  const Scratch scratch;
  const std::string file = scratch.write("a", "{\"text\": \"x\"}\n<p>");
  StreamOptions options;
  options.from = From::kText;
  EXPECT_EQ(read_all({file}, options).contents, Strings{"{\"text\": \"x\"}\n<p>"});
  options.from = From::kHtml;
  EXPECT_EQ(read_all({file}, options).forms, std::vector{Form::kHtml});
  options.from = From::kJsonLines;
  const Read read = read_all({file}, options);
  EXPECT_EQ(read.contents, Strings{"x"});
  EXPECT_EQ(read.errors.size(), 1u);
}

TEST(Stream, NamesEveryFormUsersCanAskFor) {
  EXPECT_EQ(from_name("auto"), From::kAuto);
  EXPECT_EQ(from_name("jsonl"), From::kJsonLines);
  EXPECT_EQ(from_name("warc"), From::kWarc);
  EXPECT_EQ(from_name("pdf"), std::nullopt);
}

TEST(Stream, WalksFoldersInOrderAndSkipsHiddenFiles) {
  const Scratch scratch;
  scratch.write("f/b.txt", "Two.");
  scratch.write("f/a/z.txt", "One.");
  scratch.write("f/c.txt", "Three.");
  scratch.write("f/.hidden", "No.");
  scratch.write("f/.git/x", "No.");
  EXPECT_EQ(read_all({scratch.path("f")}).contents, (Strings{"One.", "Two.", "Three."}));
  EXPECT_EQ(read_all({scratch.path("f/")}).ids[0], scratch.path("f/a/z.txt"));
}

TEST(Stream, ReadsEachFolderOnceWhereLinksLeadBack) {
  const Scratch scratch;
  scratch.write("f/a.txt", "One.");
  std::filesystem::create_directory_symlink(scratch.path("f"), scratch.path("f/loop"));
  std::filesystem::create_directory(scratch.path("f/deep"));
  std::filesystem::create_directory_symlink("..", scratch.path("f/deep/up"));
  EXPECT_EQ(read_all({scratch.path("f")}).contents, Strings{"One."});
}

TEST(Stream, GoesOnAfterInputsThatCannotBeRead) {
  const Scratch scratch;
  const std::string good = scratch.write("good.txt", "Good.");
  const std::string empty = scratch.write("empty.txt", "");
  const std::string blank = scratch.write("blank.txt", " \n\t\n");
  const std::string binary = scratch.write("pic.txt", std::string("\x89PNG\r\n\x1a\n\0\0", 10));
  const std::string folder = scratch.path("none");
  std::filesystem::create_directory(folder);
  const std::string missing = scratch.path("missing.txt");
  const Read read = read_all({missing, empty, blank, binary, folder, good});
  EXPECT_EQ(read.contents, Strings{"Good."});
  EXPECT_EQ(read.errors,
            (Strings{missing + ": no such file or folder", empty + ": is empty", blank + ": is empty",
                     binary + ": is binary", folder + ": no files in this folder"}));
}

TEST(Stream, TellsOfFilesThatItMayNotOpen) {
  if (::geteuid() == 0) GTEST_SKIP() << "root may open everything";
  const Scratch scratch;
  const std::string file = scratch.write("a.txt", "x");
  std::filesystem::permissions(file, std::filesystem::perms::none);
  EXPECT_EQ(read_all({file}).errors, Strings{file + ": cannot be opened: Permission denied"});
}

TEST(Stream, UnpacksGzipWhereverItTurnsUp) {
  const Scratch scratch;
  const std::string page = scratch.write("a.html", gzipped("<!doctype html><p>One.</p>"));
  const std::string members = scratch.write("b", gzipped("{\"text\":\"x\"}\n") + gzipped("{\"text\":\"y\"}\n"));
  const std::string padded = scratch.write("c", gzipped("The end.") + std::string(512, '\0'));
  EXPECT_EQ(read_all({page, members, padded}).contents,
            (Strings{"<!doctype html><p>One.</p>", "x", "y", "The end."}));
}

TEST(Stream, TellsOfTruncatedGzipAndKeepsTheLinesBeforeTheCut) {
  const Scratch scratch;
  std::string lines;
  for (int i = 0; i < 2000; ++i) {
    lines += "{\"text\":\"line " + std::to_string(i * 7919 % 1000) + "\"}\n";
  }
  const std::string packed = gzipped(lines);
  const std::string cut = scratch.write("a.gz", packed.substr(0, packed.size() / 2));
  const std::string page = scratch.write("b.gz", gzipped("<!doctype html><p>One.</p>").substr(0, 20));
  const std::string damaged = scratch.write("c.gz", packed.substr(0, 40) + std::string(200, 'x'));
  const Read read = read_all({cut, page, damaged});
  EXPECT_GT(read.contents.size(), 500u);
  EXPECT_LT(read.contents.size(), 1500u);
  ASSERT_EQ(read.errors.size(), 3u);
  EXPECT_EQ(read.errors[0], cut + ": truncated gzip");
  EXPECT_EQ(read.errors[1], page + ": truncated gzip");
  EXPECT_EQ(read.errors[2], damaged + ": damaged gzip");
}

TEST(Stream, CutsGzipAnywhereWithoutHarm) {
  const Scratch scratch;
  const std::string packed = gzipped("{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n");
  for (std::size_t size = 0; size < packed.size(); ++size) {
    const std::string file = scratch.write("a.gz", packed.substr(0, size));
    EXPECT_EQ(read_all({file}).errors.size(), 1u) << size;
  }
}

TEST(Stream, PassesOverBadLinesByNumber) {
  const Scratch scratch;
  const std::string file = scratch.write(
      "a.jsonl", "\xEF\xBB\xBF{\"text\":\"one\"}\r\n[1]\r\n   \r\n{\"id\":1}\r\n{\"text\":\"two\"}\r\n{\"te");
  const Read read = read_all({file});
  EXPECT_EQ(read.contents, (Strings{"one", "two"}));
  ASSERT_EQ(read.errors.size(), 3u);
  EXPECT_EQ(read.errors[0], file + ":2: not a JSON object");
  EXPECT_EQ(read.errors[1], file + ":4: has neither \"text\" nor \"html\"");
  EXPECT_EQ(read.errors[2].find(file + ":6: no valid JSON"), 0u);
}

TEST(Stream, SaysWhatJsonIsNoJsonLines) {
  const Scratch scratch;
  const std::string array = scratch.write("a", "[{\"text\": \"x\"}]\n");
  const std::string pretty = scratch.write("b", "{\n  \"text\": \"x\"\n}\n");
  const Read read = read_all({array, pretty});
  const std::string reason = ": is JSON, but not JSON Lines: one object a line";
  EXPECT_EQ(read.errors, (Strings{array + reason, pretty + reason}));
  // A first line that is broken does not make a text of the rest.
  const std::string broken = scratch.write("c", "{\"text\": \"x\",}\n{\"text\":\"y\"}\n");
  EXPECT_EQ(read_all({broken}).contents, Strings{"y"});
}

TEST(Stream, LimitsPagesAndLines) {
  const Scratch scratch;
  StreamOptions options;
  options.max_page = 100;
  options.max_line = 100;
  const std::string page = scratch.write("a", std::string(101, 'x'));
  const std::string full = scratch.write("b", std::string(100, 'x'));
  const std::string lines = scratch.write(
      "c", "{\"text\":\"one\"}\n{\"text\":\"" + std::string(200, 'x') + "\"}\n{\"text\":\"two\"}\n{" +
               std::string(300, 'x'));
  const Read read = read_all({page, full, lines}, options);
  EXPECT_EQ(read.contents, (Strings{std::string(100, 'x'), "one", "two"}));
  EXPECT_EQ(read.errors, (Strings{page + ": over 100 bytes", lines + ":2: line over 100 bytes",
                                  lines + ":4: line over 100 bytes"}));
}

TEST(Stream, PassesOverALineOf200MegabytesWithoutHoldingIt) {
  const Scratch scratch;
  const std::string file = scratch.write("a.jsonl", "{\"text\":\"one\"}\n");
  {
    std::ofstream out(file, std::ios::binary | std::ios::app);
    const std::string piece(1 << 20, 'x');
    out << "{\"text\":\"";
    for (int i = 0; i < 200; ++i) out << piece;
    out << "\"}\n{\"text\":\"two\"}\n";
  }
  StreamOptions options;
  options.max_line = 1 << 20;
  const long before = peak_memory();
  const Read read = read_all({file}, options);
  EXPECT_EQ(read.contents, (Strings{"one", "two"}));
  EXPECT_EQ(read.errors, Strings{file + ":2: line over 1 MB"});
  EXPECT_LT(peak_memory() - before, 32 * 1024);
}

TEST(Stream, NeedsNoMoreMemoryForManyLines) {
  const Scratch scratch;
  const std::string file = scratch.path("a.jsonl");
  {
    std::ofstream out(file, std::ios::binary);
    const std::string line = "{\"text\":\"" + std::string(200, 'x') + "\"}\n";
    for (int i = 0; i < 200'000; ++i) out << line;
  }
  ItemStream stream({file}, {});
  long before = 0;
  std::size_t items = 0;
  while (const std::optional<Result<Item>> next = stream.next()) {
    ASSERT_TRUE(next->ok());
    if (++items == 100) before = peak_memory();
  }
  EXPECT_EQ(items, 200'000u);
  EXPECT_LT(peak_memory() - before, 4 * 1024);
}

TEST(Stream, CountsBytesAsTheyLieInTheFiles) {
  const Scratch scratch;
  const std::string packed = gzipped("The end of it.");
  scratch.write("f/a", packed);
  scratch.write("f/b", "The rest.");
  ItemStream stream({scratch.path("f"), scratch.path("missing")}, {});
  EXPECT_EQ(stream.bytes_total(), packed.size() + 9);
  EXPECT_EQ(stream.bytes_read(), 0u);
  while (stream.next()) {
  }
  EXPECT_EQ(stream.bytes_read(), packed.size() + 9);
}

}  // namespace
}  // namespace tacitus
