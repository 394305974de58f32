// Issues over articles, who stands where on them, and who changed sides.
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "store/archive.h"
#include "store/ask.h"
#include "store/clear_stands.h"
#include "store/issue_words.h"
#include "store/schema.h"

namespace tacitus {
namespace {

struct Told {
  std::string id, day, sentence, holder;
  Stance stance = Stance::kSupport;
  std::string issue;  // as the sentence has it
};

Span span_of(const std::string& text, const std::string& part) {
  const std::size_t at = text.find(part);
  EXPECT_NE(at, std::string::npos) << part << " in " << text;
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + part.size())};
}

// An article of one sentence, whose holder is a country of the code NOR unless its name has two
// words: then it is a minister there.
Record article(const Told& told) {
  Record record;
  record.article.id = told.id;
  record.article.published = told.day;
  record.article.title = told.id;
  record.article.text = told.sentence;
  record.sentences = {{0, static_cast<std::uint32_t>(told.sentence.size())}};
  const bool is_person = told.holder.find(' ') != std::string::npos;
  record.actors = {{told.holder, is_person ? "person" : "country", "NOR", {"GOV"},
                    is_person ? std::optional<std::string>("trade minister") : std::nullopt, {}}};
  record.mentions = {{span_of(told.sentence, told.holder), MentionType::kGpe, false, 0u}};
  Position stand;
  stand.stance = told.stance;
  stand.issue = told.issue;
  stand.issue_span = span_of(told.sentence, told.issue);
  record.positions = {stand};
  return record;
}

class StandsTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::temp_directory_path() /
              ("stands-test-" + std::to_string(getpid()) + "-" +
               testing::UnitTest::GetInstance()->current_test_info()->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  Archive& archive() {
    if (!archive_) archive_.emplace(std::move(Archive::open(path(), Database::Mode::kWrite)).value());
    return *archive_;
  }
  std::string path() const { return folder_ / "wire.db"; }
  void add(Record record, std::vector<float> vector = {}) {
    std::vector<Entry> batch(1);
    batch[0].record = std::move(record);
    if (!vector.empty()) batch[0].meanings.positions = {std::move(vector)};
    const Result<Added> added = archive().add(batch);
    ASSERT_TRUE(added.ok()) << added.error().message;
  }
  void add(const Told& told, std::vector<float> vector = {}) { add(article(told), std::move(vector)); }
  std::int64_t count(const std::string& sql) {
    Query query(archive().database(), sql);
    EXPECT_TRUE(query.start().step()) << sql;
    return query.number_at(0);
  }
  std::string stands(const Question& question) {
    const Result<Answer> answer = ask_stands(archive().database(), question);
    EXPECT_TRUE(answer.ok()) << (answer.ok() ? "" : answer.error().message);
    return answer.ok() ? answer_json(answer.value()) : "";
  }
  std::size_t changes(const Question& question = {}) {
    const Result<Answer> answer = ask_changes(archive().database(), question);
    EXPECT_TRUE(answer.ok()) << (answer.ok() ? "" : answer.error().message);
    return answer.ok() ? answer.value().rows.size() : 0;
  }

  std::filesystem::path folder_;
  std::optional<Archive> archive_;
};

std::size_t lines(const std::string& json) { return static_cast<std::size_t>(std::count(json.begin(), json.end(), '\n')); }

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_F(StandsTest, PhrasesThatSayTheSameAreOneIssue) {
  add({"a", "2025-03-03", "Norland supports Turkey's EU accession.", "Norland", Stance::kSupport, "Turkey's EU accession"});
  add({"b", "2025-04-03", "Norland opposes the Turkish entry into the European Union today.", "Norland", Stance::kOppose,
       "the Turkish entry into the European Union"});
  EXPECT_EQ(count("SELECT count(*) FROM issues"), 1);
  EXPECT_EQ(count("SELECT positions FROM issues"), 2);
  EXPECT_EQ(count("SELECT count(*) FROM issues WHERE first_day = '2025-03-03' AND last_day = '2025-04-03'"), 1);
  add({"c", "2025-04-03", "Norland supports Turkey's trade surplus with Italy.", "Norland", Stance::kSupport,
       "Turkey's trade surplus with Italy"});
  EXPECT_EQ(count("SELECT count(*) FROM issues"), 2);
}

TEST_F(StandsTest, MoreAndLessOfTheSameAreTwoIssues) {
  add({"a", "2025-03-01", "Norland backs higher duties on timber.", "Norland", Stance::kSupport, "higher duties on timber"}, {1, 0});
  add({"b", "2025-03-02", "Norland backs lower duties on timber.", "Norland", Stance::kSupport, "lower duties on timber"}, {1, 0});
  EXPECT_EQ(count("SELECT count(*) FROM issues"), 2);
}

TEST_F(StandsTest, PhrasesThatMeanTheSameAreOneIssueByTheirVectors) {
  std::vector<float> near(32), far(32);
  for (std::size_t i = 0; i < 32; ++i) near[i] = i % 3 == 0 ? 1 : -0.5f, far[i] = i % 2 == 0 ? 1 : -1;
  add({"a", "2025-03-03", "Norland backs a cut of the Turkish budget deficit.", "Norland", Stance::kSupport,
       "a cut of the Turkish budget deficit"}, near);
  add({"b", "2025-04-03", "Norland backs the reduction of Turkey's deficit in the budget soon.", "Norland", Stance::kSupport,
       "the reduction of Turkey's deficit in the budget soon"}, near);
  EXPECT_EQ(count("SELECT count(*) FROM issues"), 1);
  EXPECT_EQ(count("SELECT count(*) FROM vectors WHERE kind = 2"), 2);
  add({"c", "2025-04-04", "Norland backs a ceasefire in Lebanon.", "Norland", Stance::kSupport, "a ceasefire in Lebanon"}, far);
  EXPECT_EQ(count("SELECT count(*) FROM issues"), 2);
}

// "The plan" is one plan in a story and another in the next.
TEST_F(StandsTest, AnIssueThatOnlyItsStoryTellsStaysThere) {
  add({"harbour strike of pilots", "2025-03-03", "Norland rejects the plan of harbour pilots on strike.", "Norland",
       Stance::kReject, "the plan"});
  add({"school meals budget", "2025-09-03", "Norland accepts the plan for free meals in schools.", "Norland",
       Stance::kAccept, "the plan"});
  EXPECT_EQ(count("SELECT count(*) FROM issues"), 2);
  EXPECT_EQ(changes(), 0u);
}

TEST_F(StandsTest, SomebodyIsOneIssueByAnyName) {
  const auto with = [](const std::string& id, const std::string& sentence, const std::string& issue, const std::string& name) {
    Record record = article({id, "2025-03-0" + id, sentence, "Norland", Stance::kSupport, issue});
    record.actors.push_back({"Anna Kern", "person", "SWE", {"GOV"}, "prime minister", {}});
    record.mentions.push_back({span_of(sentence, name), MentionType::kPerson, false, 1u});
    return record;
  };
  add(with("1", "Norland backs Anna Kern for the post.", "Anna Kern", "Anna Kern"));
  add(with("2", "Norland hails former premier Kern again.", "former premier Kern", "Kern"));
  EXPECT_EQ(count("SELECT count(*) FROM issues"), 1);
  add(with("3", "Norland hails electing Kern at last.", "electing Kern", "Kern"));
  EXPECT_EQ(count("SELECT count(*) FROM issues"), 2);
}

TEST_F(StandsTest, AreGroupedBySideWithDaysAndReports) {
  add({"a", "2025-03-03", "Norland supports Turkey's EU accession.", "Norland", Stance::kSupport, "Turkey's EU accession"});
  add({"b", "2025-03-09", "Norland openly accepts Turkey's EU accession after long talks.", "Norland", Stance::kAccept,
       "Turkey's EU accession"});
  add({"c", "2025-04-01", "Anna Kern opposes Turkey's EU accession.", "Anna Kern", Stance::kOppose, "Turkey's EU accession"});
  Question question;
  question.words = "EU membership";  // another word for it
  const std::string all = stands(question);
  ASSERT_EQ(lines(all), 2u) << all;
  EXPECT_TRUE(has(all, "\"side\":\"for\",\"actor\":\"Norland\"")) << all;
  EXPECT_TRUE(has(all, "\"first\":\"2025-03-03\",\"last\":\"2025-03-09\",\"reports\":2")) << all;
  EXPECT_TRUE(has(all, "\"stance\":\"accept\"")) << all;  // the strongest
  EXPECT_TRUE(has(all, "\"sentence\":\"Norland openly accepts")) << all;  // the newest
  EXPECT_LT(all.find("\"for\""), all.find("\"against\"")) << all;
  question.since = "2025-04";
  EXPECT_TRUE(has(stands(question), "Anna Kern") && lines(stands(question)) == 1);
  question.since = "";
  question.sector = "gov";
  question.country = "NOR";
  EXPECT_EQ(lines(stands(question)), 2u);
  question.country = "SWE";
  EXPECT_EQ(stands(question), "");
  question = {};
  question.words = "fisheries quota";
  EXPECT_EQ(stands(question), "");
}

// A copy of a report is no second report.
TEST_F(StandsTest, CountCopiesOnce) {
  std::string sentence = "Norland supports the fisheries quota";
  for (int i = 0; i < 60; ++i) sentence += " word" + std::to_string(i * 7919 % 1000);
  for (const char* id : {"a", "b"}) add({id, "2025-03-03", sentence, "Norland", Stance::kSupport, "the fisheries quota"});
  ASSERT_EQ(count("SELECT count(*) FROM articles WHERE original IS NOT NULL"), 1);
  Question question;
  question.words = "fisheries";
  EXPECT_TRUE(has(stands(question), "\"reports\":1"));
  question.copies = true;
  EXPECT_TRUE(has(stands(question), "\"reports\":1"));
}

TEST_F(StandsTest, OfAnActorAreAHistoryByIssue) {
  const auto told = [&](const char* id, const char* day, Stance stance, const char* verb) {
    add({id, day, std::string("Norland ") + verb + " the fisheries quota.", "Norland", stance, "the fisheries quota"});
  };
  told("a", "2025-03-01", Stance::kOppose, "opposes");
  told("b", "2025-03-02", Stance::kReject, "rejects");
  told("c", "2025-04-01", Stance::kSupport, "supports");
  add({"d", "2025-03-15", "Norland supports a ceasefire in Lebanon.", "Norland", Stance::kSupport, "a ceasefire in Lebanon"});
  Question question;
  question.name = "norland";
  const std::string all = stands(question);
  ASSERT_EQ(lines(all), 3u) << all;
  EXPECT_LT(all.find("\"against\""), all.find("2025-04-01")) << all;
  EXPECT_LT(all.find("2025-04-01"), all.find("Lebanon")) << all;
  question.limit = 1;
  EXPECT_EQ(lines(stands(question)), 1u);
  question.name = "Sutherland";
  EXPECT_EQ(ask_stands(archive().database(), question).error().code, ErrorCode::kNotFound);
}

TEST_F(StandsTest, ByMeaningWhereWordsFindFew) {
  std::vector<float> vector(32);
  for (std::size_t i = 0; i < 32; ++i) vector[i] = i % 3 == 0 ? 1 : -0.5f;
  add({"a", "2025-03-03", "Norland supports a ceasefire in Lebanon.", "Norland", Stance::kSupport, "a ceasefire in Lebanon"},
      vector);
  Question question;
  question.words = "silent guns";
  EXPECT_EQ(stands(question), "");
  int asked = 0;
  question.meaning = [&] { return ++asked, vector; };
  EXPECT_TRUE(has(stands(question), "\"found\":\"meaning\""));
  EXPECT_EQ(asked, 1);
}

TEST_F(StandsTest, AChangeHasBothSentences) {
  add({"a", "2025-03-03", "Norland rejects the fisheries quota.", "Norland", Stance::kReject, "the fisheries quota"});
  add({"b", "2025-04-03", "Under pressure Norland now accepts the fisheries quota.", "Norland", Stance::kAccept,
       "the fisheries quota"});
  const Result<Answer> answer = ask_changes(archive().database(), {});
  ASSERT_TRUE(answer.ok());
  const std::string json = answer_json(answer.value());
  ASSERT_EQ(lines(json), 1u) << json;
  EXPECT_TRUE(has(json, "\"date\":\"2025-04-03\",\"actor\":\"Norland\"")) << json;
  EXPECT_TRUE(has(json, "\"change\":\"reject > accept\"")) << json;
  EXPECT_TRUE(has(json, "\"before_sentence\":\"Norland rejects the fisheries quota.\"")) << json;
  EXPECT_TRUE(has(json, "\"sentence\":\"Under pressure Norland now")) << json;
  Question question;
  question.since = "2025-05";
  EXPECT_EQ(changes(question), 0u);
  question.since = "2025-04";
  question.words = "fisheries";
  question.name = "Norland";
  EXPECT_EQ(changes(question), 1u);
  question.words = "ceasefire";
  EXPECT_EQ(changes(question), 0u);
}

// The order in which articles come is not that in which things were said.
TEST_F(StandsTest, AChangeIsFoundInAnyOrder) {
  add({"b", "2025-04-03", "Under pressure Norland now accepts the fisheries quota.", "Norland", Stance::kAccept,
       "the fisheries quota"});
  add({"a", "2025-03-03", "Norland rejects the fisheries quota.", "Norland", Stance::kReject, "the fisheries quota"});
  EXPECT_EQ(changes(), 1u);
}

TEST_F(StandsTest, NoChangeIsMadeOfWhatIsNone) {
  const auto pair = [&](const Told& before, const Told& after, const char* why) {
    archive_.reset();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    add(before);
    add(after);
    EXPECT_EQ(changes(), 0u) << why;
  };
  const Told rejects{"a", "2025-03-03", "Norland rejects the fisheries quota.", "Norland", Stance::kReject, "the fisheries quota"};
  pair(rejects, {"b", "2025-03-03", "Under pressure Norland accepts the fisheries quota.", "Norland", Stance::kAccept,
                 "the fisheries quota"}, "on one day");
  pair(rejects, {"b", "2025-04-03", "Under pressure Norland might accept the fisheries quota.", "Norland", Stance::kAccept,
                 "the fisheries quota"}, "only may be");
  pair(rejects, {"b", "2025-04-03", "Anna Kern accepts the fisheries quota.", "Anna Kern", Stance::kAccept,
                 "the fisheries quota"}, "somebody else");
  pair(rejects, {"b", "2025-04-03", "Norland denied that it backs the fisheries quota.", "Norland", Stance::kDeny,
                 "the fisheries quota"}, "a denial");
  pair({"a", "2025-03-03", "Norland opposes raising the fuel tax.", "Norland", Stance::kOppose, "raising the fuel tax"},
       {"b", "2025-04-03", "In a vote Norland supports cutting the fuel tax.", "Norland", Stance::kSupport, "cutting the fuel tax"},
       "the other way");
  pair({"a", "2025-03-03", "Norland rejects the fisheries quota, as ever.", "Norland", Stance::kReject, "the fisheries quota"},
       {"b", "2025-04-03", "Last year Norland had earlier accepted the fisheries quota.", "Norland", Stance::kAccept,
        "the fisheries quota"}, "of a time before");
  pair({"a", "2025-03-03", "Norland does not accept that the fisheries quota works.", "Norland", Stance::kAccept,
        "the fisheries quota"},
       {"b", "2025-04-03", "Strongly Norland rejects the fisheries quota.", "Norland", Stance::kReject, "the fisheries quota"},
       "the sentence says another thing");
}

TEST_F(StandsTest, APositionThatAnotherTellsOfIsNotClear) {
  const Told told{"a", "2025-03-03", "Norland rejects the fisheries quota, Sutland says.", "Norland", Stance::kReject,
                  "the fisheries quota"};
  Record record = article(told);
  EXPECT_TRUE(is_clear(record, record.positions[0]));
  record.actors.push_back({"Sutland", "country", "SUT", {}, std::nullopt, {}});
  record.statements.emplace_back();
  record.statements[0].actor = 1;
  record.positions[0].statement = 0;
  EXPECT_FALSE(is_clear(record, record.positions[0]));
  record.statements[0].actor = 0;
  EXPECT_TRUE(is_clear(record, record.positions[0]));
  record.statements[0].certainty = "alleged";
  EXPECT_FALSE(is_clear(record, record.positions[0]));
}

// Positions of an archive of the first form find their issues when it is opened to be written.
// Capitals beyond ASCII begin names too.
TEST_F(StandsTest, OfSomebodyWhoseNameBeginsWithAnAccentIsClear) {
  const std::string sentence = "Ömer Şahin rejects the tax on coal.";
  Record record = article({"a", "2025-03-03", sentence, "Ömer Şahin", Stance::kReject, "the tax on coal"});
  EXPECT_TRUE(is_clear(record, record.positions[0]));
  record.actors[0].kind = "organization";
  record.actors[0].name = "ÖVP";
  record.mentions[0].span = span_of(sentence, "Ömer Şahin");
  EXPECT_TRUE(is_clear(record, record.positions[0]));
  record.actors[0].name = "der Bund";
  EXPECT_FALSE(is_clear(record, record.positions[0]));
}

TEST_F(StandsTest, AnArchiveOfTheFirstFormGetsItsIssues) {
  {
    Database old = std::move(Database::open(path(), Database::Mode::kWrite)).value();
    ASSERT_TRUE(migrate(old, migrations().first(1)).ok());
    old.run(
        "INSERT INTO actors VALUES(1, 'Norland', 'country', 'NOR', NULL, 'NOR', 'norland', NULL, NULL, NULL, 2);"
        "INSERT INTO issues VALUES(1, 'the quota', 'the quota', NULL, NULL, 2);");
    for (int i = 1; i <= 2; ++i) {
      const std::string n = std::to_string(i);
      const std::string text = i == 1 ? "Norland rejects the fisheries quota." : "Now Norland accepts the fisheries quota.";
      const std::string shift = i == 1 ? "0" : "4", issue = i == 1 ? "[[16,35]]" : "[[20,39]]";
      old.run(("INSERT INTO articles(article, id, day, read, has_places, story, text_hash, body_start, text) VALUES(" + n +
               ", 'a" + n + "', '2025-03-0" + n + "', 1, 0, " + n + ", " + n + ", 0, '" + text + "');" +
               "INSERT INTO sentences VALUES(" + n + ", 0, 0, " + std::to_string(text.size()) + ");" +
               "INSERT INTO mentions VALUES(" + n + ", 0, " + shift + ", " + shift + " + 7, 2, 0);" +
               "INSERT INTO article_actors VALUES(" + n + ", 0, 1, 'Norland', 'country', 'NOR', NULL, NULL, 'NOR');" +
               "INSERT INTO positions(article, number, sentence, own_actor, holder, stance, text, issue, span, day) VALUES(" +
               n + ", 0, 0, 0, 1, '" + (i == 1 ? "reject" : "accept") + "', 'the fisheries quota', 1, '" + issue +
               "', '2025-03-0" + n + "');").c_str());
    }
    ASSERT_TRUE(old.works()) << old.trouble().message;
  }
  EXPECT_FALSE(Archive::open(path(), Database::Mode::kRead).ok());
  EXPECT_EQ(count("SELECT count(*) FROM positions WHERE issue = 1 AND phrase = 1"), 2);
  EXPECT_EQ(count("SELECT positions FROM issues"), 2);
  EXPECT_EQ(changes(), 1u);
}

TEST(IssueDirections, TellWhichWayAPhraseGoes) {
  EXPECT_EQ(directions_of("raising the tax"), "amount+");
  EXPECT_EQ(directions_of("tax cuts"), "amount-");
  EXPECT_EQ(directions_of("leaving the union"), "being-");
  EXPECT_EQ(directions_of("the tax"), "");
}

TEST(IssueSignsText, ComesBackAsItWas) {
  const IssueSigns signs = IssueWords::builtin().signs("Turkey's higher bid for 12 seats of the EU in Kern County", Knowledge::builtin());
  const IssueSigns back = read_signs(write_signs(signs));
  EXPECT_EQ(back.actors, signs.actors);
  EXPECT_EQ(back.names, signs.names);
  EXPECT_EQ(back.words, signs.words);
  EXPECT_EQ(back.numbers, signs.numbers);
  EXPECT_EQ(back.head, signs.head);
  EXPECT_EQ(back.deeds, signs.deeds);
  EXPECT_EQ(back.way, 1);
  EXPECT_EQ(back.size, signs.size);
  EXPECT_TRUE(read_signs("").words.empty());
}

TEST(IssueSignsText, IsReadAsItWasBeforeItHeldWayAndSize) {
  const IssueSigns back = read_signs("TUR\t\n\nban\tfirm\t\n\nban");
  EXPECT_EQ(back.head, "ban");
  EXPECT_EQ(back.deeds, std::vector<std::string>{"ban"});
  EXPECT_EQ(back.way, 0);
  EXPECT_EQ(back.size, 3);
}

}  // namespace tacitus
