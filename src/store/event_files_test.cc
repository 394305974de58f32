#include "store/event_files.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <map>

#include "store/archive.h"
#include "store/country_codes.h"
#include "store/export.h"
#include "store/words.h"

namespace tacitus {
namespace {

constexpr std::string_view kText =
    "Minister meets envoy\n\nTRADE Minister Anna Kern met the envoy of the World Trade Organization in Lyon.\n\n"
    "They will meet again.";

Span span_of(std::string_view part) {
  const auto at = static_cast<std::uint32_t>(kText.find(part));
  return {at, at + static_cast<std::uint32_t>(part.size())};
}

Record report() {
  Record record;
  Article& article = record.article;
  article.id = "a\tb";
  article.url = "https://news.example/1";
  article.source = "Example Wire";
  article.language = "en";
  article.published = "2015-02-18T10:00:00";
  article.text = kText;
  article.body_start = span_of("TRADE").begin;
  record.sentences = {span_of("Minister meets envoy"), {span_of("TRADE").begin, span_of("Lyon.").end},
                      span_of("They will meet again.")};
  record.actors = {{"Anna Kern", "person", "SWE", {"GOV", "BUS"}, "Trade Minister", "SWEGOV"},
                   {"World Trade Organization", "organization", "IGO", {}, std::nullopt, "IGOBUSWTO"},
                   {"the envoy", "organization", std::nullopt, {}, std::nullopt, std::nullopt}};
  record.mentions = {{span_of("Anna Kern"), MentionType::kPerson, false, 0u},
                     {span_of("World Trade Organization"), MentionType::kOrg, false, 1u},
                     {span_of("the envoy"), MentionType::kNom, false, 2u}};
  record.has_places = true;
  record.places = {{span_of("Lyon"), "Lyon", "FRA", "Rhône", 45.75, 4.85, 2996944u}};
  Event event;
  event.sentence = 1;
  event.root = "CONSULT";
  event.mode = "meet";
  event.contexts = {"diplomatic", "economic"};
  event.actors = {0};
  event.recipients = {1};
  event.trigger = span_of("met");
  event.cameo = "040";
  event.goldstein = 1.0;
  event.place = 0;
  record.events = {event};
  return record;
}

// The lines of an export, cut at their tabs.
std::vector<std::vector<std::string>> exported(ExportForm form) {
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / ("event-files-" + std::to_string(getpid()) + ".db");
  std::string out;
  {
    Result<Archive> archive = Archive::open(path, Database::Mode::kWrite);
    EXPECT_TRUE(archive.ok());
    Entry entry;
    entry.record = report();
    EXPECT_TRUE(archive.value().add({&entry, 1}).ok());
    EXPECT_TRUE(export_archive(archive.value().database(), form, {}, [&](std::string_view piece) {
                  out += piece;
                  return true;
                }).ok());
  }
  for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
  std::vector<std::vector<std::string>> lines;
  for (const std::string_view line : split(out, '\n')) {
    lines.emplace_back();
    std::size_t at = 0;
    for (std::size_t tab; (tab = line.find('\t', at)) != line.npos; at = tab + 1) {
      lines.back().emplace_back(line.substr(at, tab - at));
    }
    lines.back().emplace_back(line.substr(at));
  }
  return lines;
}

TEST(EventFiles, PolecatHasItsColumnsAndWhatIsKnownOfThem) {
  const auto lines = exported(ExportForm::kPlover);
  ASSERT_EQ(lines.size(), 2u);
  ASSERT_EQ(lines[0].size(), 40u);
  ASSERT_EQ(lines[1].size(), 40u);
  std::map<std::string, std::string> filled;
  for (std::size_t i = 0; i < 40; ++i) {
    if (!lines[1][i].empty()) filled[lines[0][i]] = lines[1][i];
  }
  const std::map<std::string, std::string> expected{
      {"Event ID", "1"}, {"Event Date", "2015-02-18"}, {"Event Type", "CONSULT"}, {"Event Mode", "meet"},
      {"Intensity", "1"}, {"Quad Code", "VERBAL COOPERATION"}, {"Contexts", "diplomatic;economic"},
      {"Actor Name", "Anna Kern"}, {"Actor Country", "SWE"}, {"Actor COW", "380"}, {"Primary Actor Sector", "GOV"},
      {"Actor Sectors", "GOV;BUS"}, {"Actor Title", "Trade Minister"}, {"Actor Name Raw", "Anna Kern"},
      {"Recipient Name", "World Trade Organization"}, {"Recipient Country", "IGO"},
      {"Recipient Name Raw", "World Trade Organization"}, {"Placename", "Lyon"}, {"Province", "Rhône"},
      {"Country", "FRA"}, {"Latitude", "45.75"}, {"Longitude", "4.85"}, {"GeoNames ID", "2996944"},
      {"Raw Placename", "Lyon"}, {"Source", "Example Wire"}, {"Publication Date", "2015-02-18"},
      {"Story People", "Anna Kern"}, {"Story Organizations", "World Trade Organization"},
      {"Story Locations", "Lyon"}, {"Language", "en"}, {"Version", filled["Version"]}};
  EXPECT_EQ(filled, expected);
  EXPECT_TRUE(filled["Version"].starts_with("tacitus "));
}

TEST(EventFiles, GdeltHasSixtyOneColumnsAndWhatIsKnownOfThem) {
  const auto lines = exported(ExportForm::kGdelt);
  ASSERT_EQ(lines.size(), 1u);
  const std::vector<std::string>& row = lines[0];
  ASSERT_EQ(row.size(), 61u);
  std::map<std::size_t, std::string> filled;
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (!row[i].empty()) filled[i] = row[i];
  }
  const std::map<std::size_t, std::string> expected{
      {0, "1"}, {1, "20150218"}, {2, "201502"}, {3, "2015"}, {4, "2015.1315"},
      {5, "SWEGOV"}, {6, "ANNA KERN"}, {7, "SWE"}, {12, "GOV"}, {13, "BUS"},
      {15, "IGOBUSWTO"}, {16, "WORLD TRADE ORGANIZATION"}, {18, "WTO"}, {22, "IGO"},
      {25, "1"}, {26, "040"}, {27, "040"}, {28, "04"}, {29, "1"}, {30, "1"}, {31, "1"}, {32, "1"}, {33, "1"},
      {51, "4"}, {52, "Lyon, Rhône, France"}, {53, "FR"}, {56, "45.75"}, {57, "4.85"}, {58, "2996944"},
      {60, "https://news.example/1"}};
  EXPECT_EQ(filled, expected);
}

TEST(CountryCodes, AreThoseOfTheStandards) {
  EXPECT_EQ(find_country("DEU")->fips, "GM");
  EXPECT_EQ(find_country("DEU")->cow, "255");
  EXPECT_EQ(find_country("USA")->cow, "2");
  EXPECT_EQ(find_country("HKG")->cow, "");
  EXPECT_EQ(find_country("IGO"), nullptr);
  EXPECT_EQ(find_country(""), nullptr);
}

}  // namespace
}  // namespace tacitus
