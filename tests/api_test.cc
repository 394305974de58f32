// The public header as a user's program includes it: alone and first.
#include <tacitus/tacitus.h>

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

constexpr char kModel[] = TACITUS_ROOT "/models/tacitus.model";

TEST(Reader, ReadsAsTheHeaderShows) {
  auto reader = tacitus::Reader::open(kModel);
  ASSERT_TRUE(reader.ok()) << reader.error();
  auto record = reader->read({.content = "“We will wait,” the ministry said on Friday."});
  ASSERT_TRUE(record.ok()) << record.error();
  EXPECT_EQ(record->front(), '{');
  EXPECT_EQ(record->back(), '\n');
  EXPECT_NE(record->find(R"("text":"“We will wait,” the ministry said on Friday.")"),
            std::string::npos);
  EXPECT_NE(record->find(R"("statements":[{)"), std::string::npos);
}

TEST(Reader, SaysWhyItCannotOpen) {
  auto reader = tacitus::Reader::open("no/such.model");
  ASSERT_FALSE(reader.ok());
  EXPECT_NE(reader.error().find("no/such.model"), std::string::npos);
}

TEST(Reader, CarriesWhatTheCallerKnows) {
  auto reader = tacitus::Reader::open(kModel);
  ASSERT_TRUE(reader.ok()) << reader.error();
  auto record = reader->read({.content = "<html><body><p>Talks go on, the ministry said on Friday "
                                         "after a long night of meetings.</p></body></html>",
                              .form = tacitus::Page::Form::kHtml,
                              .id = "7",
                              .url = "https://wire.example/7",
                              .title = "Talks go on",
                              .published = "2025-03-07"});
  ASSERT_TRUE(record.ok()) << record.error();
  for (const char* field : {R"("id":"7")", R"("url":"https://wire.example/7")",
                            R"("title":"Talks go on")", R"("published":"2025-03-07")",
                            R"("published_from":"given")"}) {
    EXPECT_NE(record->find(field), std::string::npos) << field << " in " << *record;
  }
}

TEST(Reader, TakesActorFilesAndTellsWhatItPassedOver) {
  const std::string path = testing::TempDir() + "/tacitus_actors.txt";
  std::ofstream(path) << "NORTHERN_RANGERS [CODREB]\nOAK\n";
  auto reader = tacitus::Reader::open(kModel, {path});
  ASSERT_TRUE(reader.ok()) << reader.error();
  EXPECT_EQ(reader->notes(), std::vector<std::string>{path + ":2: the name has no code"});
  auto record = reader->read(
      {.content = "\"We will wait,\" a spokesman of the Northern Rangers said on Friday."});
  ASSERT_TRUE(record.ok()) << record.error();
  EXPECT_NE(record->find("CODREB"), std::string::npos) << *record;
  std::remove(path.c_str());

  auto none = tacitus::Reader::open(kModel, {"no/such.txt"});
  ASSERT_FALSE(none.ok());
  EXPECT_NE(none.error().find("no/such.txt"), std::string::npos);
}

TEST(Reader, SaysWhyItCannotRead) {
  auto reader = tacitus::Reader::open(kModel);
  ASSERT_TRUE(reader.ok()) << reader.error();
  auto record = reader->read({.content = ""});
  EXPECT_FALSE(record.ok());
  EXPECT_FALSE(record.error().empty());
}

TEST(Reader, ServesManyThreads) {
  auto reader = tacitus::Reader::open(kModel);
  ASSERT_TRUE(reader.ok()) << reader.error();
  const std::string text = "The envoy said he would stay. “Nobody leaves,” he added on Friday.";
  const std::string alone = *reader->read({.content = text});
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& mine : found) {
    threads.emplace_back([&] { mine = *reader->read({.content = text}); });
  }
  for (std::thread& thread : threads) thread.join();
  for (const std::string& one : found) EXPECT_EQ(one, alone);
}

}  // namespace
