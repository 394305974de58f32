#include "wire/json_lines.h"

#include <gtest/gtest.h>

#include <random>

namespace tacitus {
namespace {

Item item_of(std::string_view line) {
  Result<Item> item = read_json_line(line, "in.jsonl:7");
  EXPECT_TRUE(item.ok()) << (item.ok() ? "" : item.error().message);
  return item.ok() ? std::move(item).value() : Item();
}

std::string error_of(std::string_view line) {
  const Result<Item> item = read_json_line(line, "in.jsonl:7");
  EXPECT_FALSE(item.ok()) << line;
  return item.ok() ? "" : item.error().message;
}

TEST(JsonLines, ReadsAllMembers) {
  const Item item = item_of(
      R"({"id":"a","text":"One two.","url":"https://w.example/","title":"T","published":"2025-03-07",)"
      R"("pairs":[{"source":[0,3],"target":null},{"target":[4,7],"note":[1,{"x":2}]}]})");
  EXPECT_EQ(item.id, "a");
  EXPECT_EQ(item.form, Form::kText);
  EXPECT_EQ(item.content, "One two.");
  EXPECT_TRUE(item.is_utf8);
  EXPECT_EQ(item.url, "https://w.example/");
  EXPECT_EQ(item.title, "T");
  EXPECT_EQ(item.published, "2025-03-07");
  ASSERT_EQ(item.pairs.size(), 2u);
  EXPECT_EQ(item.pairs[0].source, ActorPair::Range(0, 3));
  EXPECT_EQ(item.pairs[0].target, std::nullopt);
  EXPECT_EQ(item.pairs[1].source, std::nullopt);
  EXPECT_EQ(item.pairs[1].target, ActorPair::Range(4, 7));
}

TEST(JsonLines, TakesHtmlAndNumbersAsIdsAndNamesTheRest) {
  const Item page = item_of(R"({"html":"<p>x</p>","id":12})");
  EXPECT_EQ(page.form, Form::kHtml);
  EXPECT_EQ(page.id, "12");
  EXPECT_EQ(item_of(R"({"text":"x","url":null})").id, "in.jsonl:7");
  EXPECT_EQ(item_of(R"({"text":"x","html":"<p>y</p>"})").content, "x");
}

TEST(JsonLines, PassesOverMembersThatItDoesNotKnow) {
  EXPECT_EQ(item_of(R"({"x":{"text":"no","pairs":3},"y":[["text",1.5,true]],"text":"yes"})").content, "yes");
}

TEST(JsonLines, KeepsEveryCharacter) {
  EXPECT_EQ(item_of(R"({"text":"a\u0000b\r\n\t\u00e9\ud83d\ude00"})").content,
            std::string("a\0b\r\n\t\xc3\xa9\xf0\x9f\x98\x80", 12));
}

TEST(JsonLines, MendsLoneSurrogates) {
  EXPECT_EQ(item_of(R"({"text":"a\ud83db"})").content, "a\xef\xbf\xbd" "b");
  EXPECT_EQ(item_of(R"({"text":"\ude00\ud83d\ud83d\ude00"})").content,
            "\xef\xbf\xbd\xef\xbf\xbd\xf0\x9f\x98\x80");
  EXPECT_EQ(item_of(R"({"text":"\\ud83d"})").content, "\\ud83d");
}

TEST(JsonLines, CountsBytesThatAreNoUtf8) {
  const Item item = item_of("{\"text\":\"a\xff\xfe" "b\"}");
  EXPECT_EQ(item.content, "a\xef\xbf\xbd\xef\xbf\xbd" "b");
  EXPECT_EQ(item.replaced, 2u);
}

TEST(JsonLines, NamesThePlaceAndTheReason) {
  EXPECT_EQ(error_of("[1, 2]"), "in.jsonl:7: not a JSON object");
  EXPECT_EQ(error_of("12"), "in.jsonl:7: not a JSON object");
  EXPECT_EQ(error_of("null"), "in.jsonl:7: not a JSON object");
  EXPECT_EQ(error_of("{}"), "in.jsonl:7: has neither \"text\" nor \"html\"");
  EXPECT_EQ(error_of(R"({"text":5})"), "in.jsonl:7: \"text\" is not a string");
  EXPECT_EQ(error_of(R"({"text":"x","title":["y"]})"), "in.jsonl:7: \"title\" is not a string");
  EXPECT_EQ(error_of(R"({"text":"x",})").find("in.jsonl:7: no valid JSON at byte "), 0u);
  EXPECT_EQ(error_of(R"({"text":"x"} {})").find("in.jsonl:7: no valid JSON"), 0u);
  EXPECT_EQ(error_of(R"({"text":"x)").find("in.jsonl:7: no valid JSON"), 0u);
  EXPECT_EQ(error_of("hello").find("in.jsonl:7: no valid JSON"), 0u);
}

TEST(JsonLines, RefusesPairsThatAreNoRangesInTheText) {
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":5})"), "in.jsonl:7: \"pairs\" is not an array");
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":"x"})"), "in.jsonl:7: \"pairs\" is not an array");
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":[1]})"),
            "in.jsonl:7: \"pairs\" holds something that is no object");
  const std::string shape = "in.jsonl:7: pairs[0] is not [start, end] or null";
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":[{"source":[1]}]})"), shape);
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":[{"source":[0,1,2]}]})"), shape);
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":[{"source":[0,-1]}]})"), shape);
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":[{"source":[0,1.5]}]})"), shape);
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":[{"source":"0"}]})"), shape);
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":[{"source":[[0,1]]}]})"), shape);
  const std::string range = "in.jsonl:7: pairs[0] has a range that is not in the text";
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":[{"source":[2,1]}]})"), range);
  EXPECT_EQ(error_of(R"({"text":"abc","pairs":[{"target":[0,4]}]})"), range);
  // Ranges count code points.
  EXPECT_EQ(item_of(R"({"text":"éé","pairs":[{"target":[0,2]}]})").pairs.size(), 1u);
  EXPECT_EQ(error_of(R"({"text":"éé","pairs":[{"target":[0,3]}]})"), range);
}

TEST(JsonLines, TakesDepthWithoutHarm) {
  EXPECT_EQ(error_of(std::string(200'000, '[')), "in.jsonl:7: not a JSON object");
  const std::string deep = "{\"x\":" + std::string(200'000, '[') + std::string(200'000, ']') + ",\"text\":\"t\"}";
  EXPECT_EQ(item_of(deep).content, "t");
}

TEST(JsonLines, NeverFailsHardOnDamagedLines) {
  const std::string line =
      R"({"id":"a","text":"One \u00e9 \ud83d\ude00","pairs":[{"source":[0,3],"target":null}],"url":"x"})";
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string damaged = line;
    for (int i = 0; i < 3; ++i) damaged[random() % damaged.size()] = static_cast<char>(random());
    if (round % 4 == 0) damaged.resize(random() % damaged.size());
    const Result<Item> item = read_json_line(damaged, "in:1");
    EXPECT_TRUE(item.ok() || item.error().message.starts_with("in:1: "));
  }
}

}  // namespace
}  // namespace tacitus
