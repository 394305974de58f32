#include "record/json.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "base/utf8.h"

namespace tacitus {
namespace {

using Json = nlohmann::json;

// The span of the first `words` in the record's text.
Span span_of(const Record& record, std::string_view words) {
  const std::size_t at = record.article.text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

Json written(const Record& record) {
  std::string out;
  append_json(record, out);
  EXPECT_EQ(out.find('\n'), out.size() - 1) << "not one line";
  return Json::parse(out);
}

Record small_record() {
  Record record;
  record.article.id = "a.txt";
  record.article.text = "Café talks fail\n\nThe “ministry” said no.";
  record.article.body_start = span_of(record, "The").begin;
  record.sentences = {span_of(record, "Café talks fail"), span_of(record, "The “ministry” said no.")};
  Actor ministry;
  ministry.name = "ministry";
  ministry.kind = "organization";
  ministry.sectors = {"GOV"};
  record.actors = {ministry};
  record.mentions.push_back({span_of(record, "“ministry”"), MentionType::kNom, false, 0});
  Statement statement;
  statement.sentence = 1;
  statement.kind = StatementKind::kIndirect;
  statement.source = {span_of(record, "The “ministry”")};
  statement.cue = {span_of(record, "said")};
  statement.content = {span_of(record, "no")};
  statement.actor = 0;
  record.statements.push_back(statement);
  return record;
}

TEST(Json, CountsSpansInCodePoints) {
  const Json json = written(small_record());
  EXPECT_EQ(json["body_start"], 17);
  EXPECT_EQ(json["sentences"], Json::parse("[[0,15],[17,40]]"));
  EXPECT_EQ(json["mentions"][0], Json::parse(R"({"start":21,"end":31,"type":"NOM","actor":0})"));
  EXPECT_EQ(json["statements"][0], Json::parse(R"({"sentence":1,"kind":"indirect",
      "source":{"spans":[[17,31]],"actor":0},"cue":{"spans":[[32,36]]},
      "content":{"spans":[[37,39]]}})"));
}

TEST(Json, LeavesOutWhatIsNotKnown) {
  const Json json = written(small_record());
  for (const char* key : {"url", "source", "author", "language", "title", "published",
                          "published_from", "modified", "read", "places"}) {
    EXPECT_FALSE(json.contains(key)) << key;
  }
  EXPECT_EQ(json["events"], Json::array());
  EXPECT_EQ(json["positions"], Json::array());
  EXPECT_EQ(json["actors"][0], Json::parse(R"({"name":"ministry","kind":"organization",
      "sector":["GOV"]})"));
}

TEST(Json, WritesPositions) {
  Record record = small_record();
  Position position;
  position.stance = Stance::kOppose;
  position.issue = "the \"pact\"";
  position.issue_span = span_of(record, "ministry");
  position.sentence = 1;
  record.positions.push_back(position);
  position = Position{};
  position.issue = "talks";
  position.statement = 0;
  position.date = "2025-03";
  record.positions.push_back(position);
  EXPECT_EQ(written(record)["positions"], Json::parse(R"([
      {"actor":0,"stance":"oppose","issue":"the \"pact\"","issue_span":[22,30],"sentence":1},
      {"actor":0,"stance":"support","issue":"talks","sentence":0,"statement":0,
       "date":"2025-03"}])"));
}

TEST(Json, WritesEvents) {
  Record record = small_record();
  Event event;
  event.root = "COERCE";
  event.mode = "arrest";
  event.contexts = {"legal"};
  event.actors = {0};
  event.trigger = {0, 3};
  event.status = EventStatus::kPlanned;
  event.goldstein = -5.5;
  event.cameo = "173";
  event.pair = 2;
  event.reason = EventReason{"verbs.tsv:7", ""};
  record.events.push_back(event);
  event = Event{};
  event.cameo = "X12";
  record.events.push_back(event);
  const Json json = written(record);
  EXPECT_EQ(json["events"][0], Json::parse(R"({"sentence":0,"root":"COERCE","mode":"arrest",
      "contexts":["legal"],"actors":[0],"recipients":[],"trigger":[0,3],"status":"planned",
      "goldstein":-5.5,"cameo":"173","pair":2,"reason":{"rule":"verbs.tsv:7"}})"));
  EXPECT_EQ(json["events"][1], Json::parse(R"({"sentence":0,"actors":[],"recipients":[],
      "trigger":[0,0],"status":"actual","cameo":"X12"})"));
}

TEST(Json, WritesAllThatIsKnown) {
  Record record = small_record();
  record.article.url = "https://wire.example/1";
  record.article.source = "The Example Wire";
  record.article.author = "Newsroom";
  record.article.language = "en-GB";
  record.article.title = "Café talks fail";
  record.article.published = "2025-03-07";
  record.article.published_from = "meta";
  record.article.modified = "2025-03-08T10:00:00Z";
  record.actors[0].country = "RUS";
  record.actors[0].role = "spokesman";
  record.actors[0].code = "RUSGOV";
  Statement& statement = record.statements[0];
  statement.kind = StatementKind::kMixed;
  statement.quoted = {span_of(record, "no")};
  statement.addressee = span_of(record, "talks");
  statement.about = span_of(record, "fail");
  statement.time = 0;
  statement.within = 0;
  record.times = {{span_of(record, "talks"), TimeType::kDate, "2025-03", "START"},
                  {span_of(record, "fail"), TimeType::kDuration, std::nullopt, std::nullopt}};
  statement.polarity = "denies";
  statement.certainty = "alleged";
  const Json json = written(record);
  EXPECT_EQ(json["published_from"], "meta");
  EXPECT_EQ(json["modified"], "2025-03-08T10:00:00Z");
  EXPECT_EQ(json["language"], "en-GB");
  EXPECT_EQ(json["actors"][0]["code"], "RUSGOV");
  EXPECT_EQ(json["statements"][0]["quoted"], Json::parse("[[37,39]]"));
  EXPECT_EQ(json["statements"][0]["addressee"], Json::parse("[5,10]"));
  EXPECT_EQ(json["statements"][0]["time"], 0);
  EXPECT_EQ(json["times"], Json::parse(R"([
      {"start":5,"end":10,"type":"DATE","value":"2025-03","mod":"START"},
      {"start":11,"end":15,"type":"DURATION"}])"));
  EXPECT_EQ(json["statements"][0]["within"], 0);
  EXPECT_EQ(json["statements"][0]["certainty"], "alleged");
}

TEST(Json, WritesPlacesAsFarAsTheyAreKnown) {
  Record record = small_record();
  record.has_places = true;
  EXPECT_EQ(written(record)["places"], Json::array());
  Place place;
  place.span = span_of(record, "Café");
  place.name = "Café";
  record.places.push_back(place);
  place.span = span_of(record, "talks");
  place.name = "Talks";
  place.country = "USA";
  place.admin1 = "Texas";
  place.lat = -33.123456789;
  place.lon = 7;
  place.geonameid = 12;
  record.places.push_back(place);
  record.statements[0].place = 1;
  const Json json = written(record);
  EXPECT_EQ(json["places"], Json::parse(R"([{"start":0,"end":4,"name":"Café"},
      {"start":5,"end":10,"name":"Talks","country":"USA","admin1":"Texas","lat":-33.1235,
       "lon":7,"geonameid":12}])"));
  EXPECT_EQ(json["statements"][0]["place"], 1);
}

TEST(Json, WritesNothingBelowSentencesOfWhatIsNotRead) {
  Record record = small_record();
  record.is_read = false;
  const Json json = written(record);
  EXPECT_EQ(json["read"], false);
  EXPECT_TRUE(json.contains("sentences"));
  EXPECT_FALSE(json.contains("mentions"));
  EXPECT_FALSE(json.contains("actors"));
  EXPECT_FALSE(json.contains("statements"));
  EXPECT_FALSE(json.contains("times"));
  EXPECT_FALSE(json.contains("places"));
}

TEST(Json, LeadsBackToThePageWhereThatWasAskedFor) {
  Record record;
  record.article.id = "page";
  record.article.text = "\u00e9 a";
  EXPECT_FALSE(written(record).contains("origin"));
  record.article.origin = {{0, 2, 100, 108}, {3, 4, 120, 121}};
  EXPECT_EQ(written(record)["origin"], Json::parse("[[0,1,100,108],[2,3,120,121]]"));
}

TEST(Json, SaysThatThereAreNoneOfWhatWasLookedFor) {
  Record record;
  record.article.id = "empty";
  const Json json = written(record);
  EXPECT_EQ(json["statements"], Json::array());
  EXPECT_EQ(json["sentences"], Json::array());
}

TEST(JsonString, GivesAnyTextBackUnchanged) {
  std::mt19937 random(3);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int n = random() % 30; n > 0; --n) {
      const std::uint32_t kind = random() % 4;
      append_utf8(text, kind == 0   ? random() % 0x20
                        : kind == 1 ? U"\"\\/\x7f\u2028"[random() % 5]
                        : kind == 2 ? random() % 0x80
                                    : random() % 0x110000);
    }
    std::string out;
    append_json_string(text, out);
    ASSERT_EQ(Json::parse(out).get<std::string>(), text);
  }
}

TEST(JsonString, MendsBytesThatAreNotUtf8) {
  std::string out;
  append_json_string("caf\xe9\xff.txt", out);
  EXPECT_EQ(out, "\"caf\uFFFD\uFFFD.txt\"");
}

}  // namespace
}  // namespace tacitus
