#include "store/archive.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "record/json.h"
#include "store/ask.h"
#include "store/duplicates.h"
#include "store/export.h"
#include "store/load.h"
#include "store/people.h"
#include "store/schema.h"
#include "store/vectors.h"
#include "store/words.h"

namespace tacitus {
namespace {

constexpr std::string_view kText =
    "Minister refuses talks\n\n"
    "Élise Dubois refused on Monday to meet the harbour union of Portmere. "
    "“We do not talk under threat,” the labour minister said.";

Span span_of(std::string_view text, std::string_view part) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string_view::npos) << part;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

Record story(const std::string& id, const std::string& day = "2025-03-03") {
  Record record;
  Article& article = record.article;
  article.id = id;
  article.title = "Minister refuses talks";
  article.published = day;
  article.published_from = "given";
  article.language = "en";
  article.text = kText;
  article.body_start = span_of(kText, "Élise").begin;
  record.sentences = {{0, 22}, {span_of(kText, "Élise").begin, span_of(kText, "Portmere.").end},
                      {span_of(kText, "“We").begin, static_cast<std::uint32_t>(kText.size())}};
  record.mentions = {{span_of(kText, "Élise Dubois"), MentionType::kPerson, false, 0u}};
  record.actors = {{"Élise Dubois", "person", "FRA", {"GOV", "LAB"}, "labour minister", "FRAGOV"},
                   {"harbour union", "organization", "FRA", {"LAB"}, std::nullopt, std::nullopt}};
  Statement said;
  said.sentence = 2;
  said.kind = StatementKind::kDirect;
  said.source = {span_of(kText, "the labour minister")};
  said.cue = {span_of(kText, "said")};
  said.content = {span_of(kText, "We do not talk under threat")};
  said.quoted = said.content;
  said.actor = 0;
  record.statements = {said};
  Event event;
  event.sentence = 1;
  event.root = "REJECT";
  event.contexts = {"economic", "legal"};
  event.actors = {0};
  event.recipients = {1};
  event.trigger = span_of(kText, "refused");
  event.cameo = "125";
  event.goldstein = -5.0;
  record.events = {event};
  Position stand;
  stand.actor = 0;
  stand.stance = Stance::kReject;
  stand.issue = "meeting the harbour union";
  stand.sentence = 1;
  stand.event = 0;
  record.positions = {stand};
  record.times = {{span_of(kText, "on Monday"), TimeType::kDate, "2025-03-03", std::nullopt}};
  record.has_places = true;
  record.places = {{span_of(kText, "Portmere"), "Portmere", "FRA", std::nullopt, 48.5, -4.25, 12u}};
  return record;
}

std::string json_of(const Record& record) {
  std::string out;
  append_json(record, out);
  return out;
}

class ArchiveTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("archive-test-" + std::to_string(getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
    path_ = folder_ / "wire news?.db";  // a name that a URI would misread
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Archive open(Database::Mode mode = Database::Mode::kWrite) {
    Result<Archive> archive = Archive::open(path_, mode);
    EXPECT_TRUE(archive.ok()) << archive.error().message;
    return std::move(archive).value();
  }
  std::string refusal(Database::Mode mode = Database::Mode::kWrite) {
    const Result<Archive> archive = Archive::open(path_, mode);
    return archive ? "" : archive.error().message;
  }
  static std::size_t add(Archive& archive, std::vector<Record> records) {
    std::vector<Entry> batch;
    for (Record& record : records) batch.push_back({std::move(record), 0, {}});
    const Result<Added> added = archive.add(batch);
    EXPECT_TRUE(added.ok()) << (added.ok() ? "" : added.error().message);
    return added.ok() ? added.value().articles : 0;
  }
  static std::int64_t count(Archive& archive, const std::string& sql) {
    Query query(archive.database(), sql);
    EXPECT_TRUE(query.start().step()) << sql;
    return query.number_at(0);
  }

  std::filesystem::path folder_;
  std::string path_;
};

TEST_F(ArchiveTest, GivesBackTheRecordThatWasAdded) {
  Archive archive = open();
  Record record = story("a");
  const std::string before = json_of(record);
  add(archive, {record});
  RecordLoader loader(archive.database());
  const Result<Record> loaded = loader.load(1);
  ASSERT_TRUE(loaded.ok());
  EXPECT_EQ(json_of(loaded.value()), before);
  EXPECT_EQ(loader.load(7).error().code, ErrorCode::kNotFound);
}

TEST_F(ArchiveTest, AddsNothingWhenTheSameComesAgain) {
  Archive archive = open();
  EXPECT_EQ(add(archive, {story("a"), story("b")}), 2u);
  const auto rows = [&] {
    return count(archive, "SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM statements) + "
                          "(SELECT count(*) FROM reports) + (SELECT count(*) FROM actors) + "
                          "(SELECT sum(articles) FROM actors) + (SELECT sum(reports) FROM daily_events)");
  };
  const std::int64_t before = rows();
  EXPECT_EQ(add(archive, {story("a"), story("b")}), 0u);
  EXPECT_EQ(rows(), before);
  Record changed = story("a");
  changed.article.text += " He left.";
  EXPECT_EQ(add(archive, {changed}), 1u);
}

TEST_F(ArchiveTest, CountsReportsOfOneEventOfADay) {
  Archive archive = open();
  add(archive, {story("a"), story("b"), story("c", "2025-03-04")});
  EXPECT_EQ(count(archive, "SELECT count(*) FROM daily_events"), 2);
  EXPECT_EQ(count(archive, "SELECT reports FROM daily_events WHERE day = '2025-03-03'"), 2);
  EXPECT_EQ(count(archive, "SELECT originals FROM daily_events WHERE day = '2025-03-03'"), 1);
  EXPECT_EQ(count(archive, "SELECT count(DISTINCT event) FROM reports"), 3);
}

TEST_F(ArchiveTest, FindsNamesWithoutAccentsAndSaysWhere) {
  Archive archive = open();
  add(archive, {story("a"), story("b")});
  Question question;
  question.name = "elise DUBOIS";
  question.words = "\"under threat\"";
  const Result<Answer> answer = ask_said(archive.database(), question);
  ASSERT_TRUE(answer.ok());
  ASSERT_EQ(answer.value().rows.size(), 1u);  // the copy is not told again
  const std::string json = answer_json(answer.value());
  EXPECT_NE(json.find("\"content\":\"We do not talk under threat\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"sentence\":\"“We do not talk"), std::string::npos) << json;
  EXPECT_NE(json.find("\"article\":\"a\""), std::string::npos) << json;
  question.words = "under \"threat talk\"";
  EXPECT_TRUE(ask_said(archive.database(), question).value().rows.empty());
  question.name = "Nobody Atall";
  EXPECT_EQ(ask_said(archive.database(), question).error().code, ErrorCode::kNotFound);
  question = {};
  question.words = "?!";
  EXPECT_EQ(ask_said(archive.database(), question).error().code, ErrorCode::kBadInput);
}

TEST_F(ArchiveTest, AnswersEventsByCodeNameRootAndPeriod) {
  Archive archive = open();
  add(archive, {story("a", "2025-03-31"), story("b", "2025-04-02")});
  Question question;
  question.from = "FRAGOV";
  question.to = "FRA";
  question.root = "reject,accuse";
  EXPECT_EQ(ask_events(archive.database(), question).value().rows.size(), 2u);
  question.from = "Dubois";
  question.until = "2025-03";
  EXPECT_EQ(ask_events(archive.database(), question).value().rows.size(), 1u);
  question.until = "";
  question.period = "month";
  EXPECT_EQ(ask_events(archive.database(), question).value().rows.size(), 2u);
  question.root = "ASSAULT";
  EXPECT_TRUE(ask_events(archive.database(), question).value().rows.empty());
  Question who;
  who.name = "dubois";
  const std::string page = answer_page(ask_actor(archive.database(), who).value(), {});
  EXPECT_NE(page.find("labour minister"), std::string::npos) << page;
  EXPECT_EQ(ask_timeline(archive.database(), who).value().rows.size(), 3u);
  EXPECT_EQ(ask_stories(archive.database(), {}).value().rows.size(), 1u);
}

TEST_F(ArchiveTest, JoinsPeopleOnEvidenceAndKeepsNamesakesApart) {
  const auto with = [](const std::string& id, Actor actor) {
    Record record;
    record.article.id = id;
    record.article.text = id + " text";
    record.article.published = "2025-03-03";
    record.actors = {std::move(actor)};
    return record;
  };
  Archive archive = open();
  add(archive, {with("1", {"Tom Hale", "person", "GBR", {"GOV"}, "trade minister", {}}),
                with("2", {"Tom R. Hale", "person", "GBR", {"GOV"}, "minister", {}}),
                with("3", {"Tom Hale", "person", "USA", {"GOV"}, "senator", {}}),
                with("4", {"Tom Hale", "person", {}, {}, {}, {}}),
                with("5", {"Tom Hale", "person", "GBR", {"BUS"}, "farmer", {}})});
  EXPECT_EQ(count(archive, "SELECT count(*) FROM actors"), 4);
  EXPECT_EQ(count(archive, "SELECT articles FROM actors WHERE actor = 1"), 2);
  EXPECT_EQ(count(archive, "SELECT count(*) FROM actor_roles WHERE actor = 1"), 2);
}

// Of whom one article told too little to join them, later ones do not make more and more.
TEST_F(ArchiveTest, JoinsOneWhoStandsThereTwice) {
  const auto with = [](const std::string& id, std::vector<Actor> actors) {
    Record record;
    record.article.id = id;
    record.article.text = id + " text";
    record.article.published = "2025-03-03";
    record.actors = std::move(actors);
    return record;
  };
  const Actor surname{"Hale", "person", "GBR", {"GOV"}, {}, {}}, whole{"Tom Hale", "person", "GBR", {"GOV"}, {}, {}};
  Archive archive = open();
  add(archive, {with("1", {surname, surname}),  // two of one article: never joined
                with("2", {surname}), with("3", {whole}), with("4", {surname}),
                with("5", {{"Tom Hale", "person", "GBR", {}, {}, {}}}),
                with("6", {{"Hale", "person", "GBR", {}, {}, {}}})});
  EXPECT_EQ(count(archive, "SELECT count(*) FROM actors"), 4);
  EXPECT_EQ(count(archive, "SELECT articles FROM actors WHERE actor = 1"), 2);
  EXPECT_EQ(count(archive, "SELECT articles FROM actors WHERE name = 'Tom Hale'"), 3);
  add(archive, {with("7", {{"Ann Hale", "person", "GBR", {"GOV"}, {}, {}}}), with("8", {surname})});
  EXPECT_EQ(count(archive, "SELECT count(*) FROM actors"), 6);  // whom "Hale" is of two is not told
}

TEST_F(ArchiveTest, KeepsTheUnnamedOfEachArticleApart) {
  const auto with = [](const std::string& id, Actor actor, MentionType type) {
    Record record;
    record.article.id = id;
    record.article.text = id + " text";
    record.mentions = {{{0, 1}, type, false, 0u}};
    record.actors = {std::move(actor)};
    return record;
  };
  const Actor spokesman{"a company spokesman", "person", "FRA", {"BUS"}, "company spokesman", {}};
  const Actor company{"the company", "organization", "FRA", {"BUS"}, {}, {}};
  const Actor government{"the government", "organization", "FRA", {"GOV"}, {}, "FRAGOV"};
  const Actor named{"Ruhn Mills", "organization", "FRA", {"BUS"}, {}, {}};
  Archive archive = open();
  for (const std::string id : {"1", "2"}) {
    add(archive, {with(id + "a", spokesman, MentionType::kNom), with(id + "b", company, MentionType::kNom),
                  with(id + "c", government, MentionType::kNom), with(id + "d", named, MentionType::kOrg)});
  }
  EXPECT_EQ(count(archive, "SELECT count(*) FROM actors WHERE name = 'a company spokesman'"), 2);
  EXPECT_EQ(count(archive, "SELECT count(*) FROM actors WHERE name = 'the company'"), 2);
  EXPECT_EQ(count(archive, "SELECT count(*) FROM actors WHERE name = 'the government'"), 1);
  EXPECT_EQ(count(archive, "SELECT count(*) FROM actors WHERE name = 'Ruhn Mills'"), 1);
}

TEST_F(ArchiveTest, ExportsTheColumnsOfPublishedForms) {
  Archive archive = open();
  add(archive, {story("a\tb")});
  const auto columns = [&](ExportForm form) {
    std::string out;
    const auto done = export_archive(archive.database(), form, {}, [&](std::string_view piece) {
      out += piece;
      return true;
    });
    EXPECT_TRUE(done.ok());
    EXPECT_EQ(out.back(), '\n');
    return std::count(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(out.find('\n')), '\t') + 1;
  };
  EXPECT_EQ(columns(ExportForm::kGdelt), 61);
  EXPECT_EQ(columns(ExportForm::kPlover), 40);
  const std::string copy = folder_ / "copy.db";
  EXPECT_TRUE(copy_archive(archive.database(), copy).ok());
  EXPECT_FALSE(copy_archive(archive.database(), copy).ok());
}

TEST_F(ArchiveTest, RefusesWhatIsNoArchiveInOneLine) {
  std::ofstream(path_) << std::string(5000, 'x');
  EXPECT_NE(refusal().find("is not an archive"), std::string::npos) << refusal();
  std::filesystem::remove(path_);
  EXPECT_NE(refusal(Database::Mode::kRead).find("no such archive"), std::string::npos);
  {
    Database other = std::move(Database::open(path_, Database::Mode::kWrite)).value();
    other.run("CREATE TABLE notes(a); INSERT INTO notes VALUES(1)");
  }
  EXPECT_NE(refusal().find("another program's"), std::string::npos) << refusal();
  std::filesystem::remove(path_);
  open().database().run("PRAGMA user_version = 99");
  EXPECT_NE(refusal().find("newer tacitus"), std::string::npos) << refusal();
}

TEST_F(ArchiveTest, TakesStepsInOrderAllOrNone) {
  Database database = std::move(Database::open(path_, Database::Mode::kWrite)).value();
  const std::vector<const char*> one{"CREATE TABLE a(x)"};
  const std::vector<const char*> bad{"CREATE TABLE a(x)", "ALTER TABLE a ADD y; CREATE TABLE a(x)"};
  const std::vector<const char*> two{"CREATE TABLE a(x)", "ALTER TABLE a ADD y"};
  EXPECT_EQ(migrate(database, one).value(), 0);
  EXPECT_FALSE(migrate(database, bad).ok());
  EXPECT_EQ(migrate(database, two).value(), 1);
  EXPECT_EQ(needs_migration(database, two).value(), false);
  EXPECT_TRUE(database.run("SELECT y FROM a"));
}

TEST_F(ArchiveTest, LosesNothingWhenTheDiskIsFull) {
  Archive archive = open();
  add(archive, {story("a")});
  archive.database().run("PRAGMA max_page_count = 110");
  std::string message;
  std::size_t kept = 1;
  for (int i = 0; i < 400 && message.empty(); ++i) {
    Record record = story("n" + std::to_string(i));
    record.article.text += std::string(3000, static_cast<char>('a' + i % 26));
    std::vector<Entry> batch(1);
    batch[0].record = std::move(record);
    const Result<Added> added = archive.add(batch);
    if (added) kept += added.value().articles;
    else message = added.error().message;
  }
  EXPECT_NE(message.find("disk is full"), std::string::npos) << message;
  EXPECT_EQ(count(archive, "SELECT count(*) FROM articles"), static_cast<std::int64_t>(kept));
  archive.database().run("PRAGMA max_page_count = 100000");
  EXPECT_EQ(add(archive, {story("later", "2025-05-05")}), 1u);
}

TEST_F(ArchiveTest, TellsADamagedPage) {
  {
    Archive archive = open();
    for (int i = 0; i < 40; ++i) add(archive, {story(std::to_string(i))});
    archive.database().run("PRAGMA wal_checkpoint(TRUNCATE)");
  }
  const auto size = std::filesystem::file_size(path_);
  std::fstream file(path_, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(8192);
  file << std::string(size - 8192, '\x7F');
  file.close();
  Result<Archive> archive = Archive::open(path_, Database::Mode::kRead);
  if (archive) {
    const Result<Answer> answer = ask_said(archive.value().database(), {});
    ASSERT_FALSE(answer.ok());
    EXPECT_NE(answer.error().message.find("is damaged"), std::string::npos) << answer.error().message;
  } else {
    EXPECT_NE(archive.error().message.find("is damaged"), std::string::npos) << archive.error().message;
  }
}

TEST_F(ArchiveTest, TwoWritersTakeTurnsAndReadersSeeWholeBatches) {
  Archive first = open(), second = open();
  Archive reader = open(Database::Mode::kRead);
  for (int i = 0; i < 5; ++i) {
    EXPECT_EQ(add(first, {story("a" + std::to_string(i)), story("x" + std::to_string(i))}), 2u);
    EXPECT_EQ(add(second, {story("b" + std::to_string(i))}), 1u);
    EXPECT_EQ(count(reader, "SELECT count(*) FROM articles"), 3 * (i + 1));
  }
}

TEST_F(ArchiveTest, FindsTheNearestVectors) {
  Archive archive = open();
  VectorWriter writer(archive.database());
  std::vector<std::vector<float>> vectors;
  std::uint64_t seed = 5;
  for (int i = 0; i < 3000; ++i) {
    std::vector<float> vector(384);
    for (float& x : vector) x = static_cast<float>(static_cast<std::int64_t>(seed = mix(seed))) / 9e18f;
    writer.add(i % 2 ? VectorKind::kStatement : VectorKind::kIssue, i, vector);
    vectors.push_back(std::move(vector));
    if (i % 700 == 0) writer.flush();
  }
  writer.flush();
  std::vector<float> query = vectors[1235];
  for (std::size_t i = 0; i < query.size(); i += 3) query[i] = -query[i];
  const auto found = nearest(archive.database(), VectorKind::kStatement, query, 3);
  ASSERT_TRUE(found.ok()) << found.error().message;
  ASSERT_EQ(found.value().size(), 3u);
  EXPECT_EQ(found.value()[0].owner, 1235);
  EXPECT_NEAR(found.value()[0].cosine, 1.0 / 3, 0.1);
  EXPECT_FALSE(nearest(archive.database(), VectorKind::kStatement, std::vector<float>(64, 1), 3).ok());
}

TEST(Duplicates, ShareTellsACutCopyFromAnotherText) {
  std::string text, other;
  for (int i = 0; i < 200; ++i) {
    text += "word" + std::to_string(mix(static_cast<std::uint64_t>(i)) % 1000) + " ";
    other += "word" + std::to_string(mix(static_cast<std::uint64_t>(i) + 7000) % 1000) + " ";
  }
  EXPECT_EQ(shared(make_sketch(text), make_sketch(text.substr(0, 700))), 1.0);
  EXPECT_LT(shared(make_sketch(text), make_sketch(other)), 0.05);
  EXPECT_EQ(shared({}, make_sketch(text)), 0);
}

TEST(Names, FoldAlikeWithAndWithoutAccents) {
  EXPECT_EQ(fold_name("Recep Tayyip Erdoğan"), "recep tayyip erdogan");
  EXPECT_EQ(fold_name("  LECH  Wałęsa's"), "lech walesa");
  EXPECT_EQ(fold_name("U.S. \xFF\xFE O’Brien"), fold_name("US OBrien"));
  EXPECT_EQ(fold_name("!?"), "");
}

}  // namespace
}  // namespace tacitus
