#include "read/events/judge.h"

#include <gtest/gtest.h>

#include <set>

#include "read/events/events.h"
#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

constexpr std::array<std::uint8_t, kRoots> kNoChances{};

std::array<std::uint8_t, kRoots> chance(Root root, std::uint8_t of) {
  std::array<std::uint8_t, kRoots> out{};
  out[static_cast<std::size_t>(root)] = of;
  return out;
}

EventJudge judge_of(std::string_view table) {
  Result<EventJudge> judge = EventJudge::parse(table);
  EXPECT_TRUE(judge.ok()) << judge.error().message;
  return std::move(judge).value();
}

}  // namespace

TEST(EventJudge, NamesEveryFeatureOnce) {
  for (const FeatureSpace* space : {&party_features(), &event_features()}) {
    std::set<std::string> names;
    for (std::uint32_t id = 0; id < space->size(); ++id) {
      EXPECT_TRUE(names.insert(space->name(static_cast<std::uint16_t>(id))).second)
          << space->name(static_cast<std::uint16_t>(id));
    }
  }
}

TEST(EventJudge, TakesTheRulesRootWhereTheHeadKnowsNoBetter) {
  const EventJudge judge = judge_of("root\trules told\t2\nroot\trules claimed\t0.5\n");
  EXPECT_EQ(judge.root(kNoChances, Root::kAid, RuleWord::kTold), Root::kAid);
  EXPECT_EQ(judge.root(chance(Root::kAccuse, 250), std::nullopt, RuleWord::kFreely), Root::kAccuse);
  EXPECT_EQ(judge.root(chance(Root::kAccuse, 250), Root::kAid, RuleWord::kTold), Root::kAccuse);
  EXPECT_EQ(judge.root(chance(Root::kAccuse, 10), Root::kAid, RuleWord::kTold), Root::kAid);
  EXPECT_EQ(judge.root(chance(Root::kAccuse, 10), Root::kAid, RuleWord::kClaimed), Root::kAccuse);
}

TEST(EventJudge, BadLinesAreNamed) {
  const auto why = [](std::string_view table) {
    const Result<EventJudge> judge = EventJudge::parse(table);
    return judge.ok() ? std::string() : judge.error().message;
  };
  EXPECT_EQ(why("event\talways\t1\n"), "");
  EXPECT_EQ(why("event\tnever\t1\n"), "plover/judge.tsv, line 1: names a feature that there is not");
  EXPECT_EQ(why("# x\nactor\talways\n"), "plover/judge.tsv, line 2: has not three columns");
}

namespace {

// "Norland lampooned Vell", by a verb that no table has.
constexpr std::string_view kUnknownVerb = R"(
Norland    PROPN 2 nsubj  B-GPE - L1
lampooned  VERB  0 root   -     -
Vell       PROPN 2 obj    B-GPE - L2
~.         PUNCT 2 punct  -     -
)";

constexpr std::string_view kSides =
    "actor\tdown nsubj\t5\nactor\talways\t-2\nrecipient\tdown obj\t5\nrecipient\talways\t-2\n";

Record judged(const std::string& table, std::uint8_t accuse, bool explain = false) {
  MadeDocument made(kUnknownVerb);
  made.document().has_acts = true;
  ActScores scores;
  scores.token = 1;
  scores.roots = chance(Root::kAccuse, accuse);
  made.document().acts.push_back(scores);
  const EventJudge judge = judge_of(table);
  EventOptions options;
  options.judge = &judge;
  options.explain = explain;
  Article article;
  article.text = made.text();
  return read_article(std::move(article), made.document(), made_names(), Knowledge::builtin(), nullptr, options);
}

}  // namespace

TEST(JudgedEvents, AreTakenFromTheHeadWhereNoTableHasTheWord) {
  const std::string table = std::string(kSides) + "event\talways\t1\n";
  const Record record = judged(table, 230, true);
  ASSERT_EQ(record.events.size(), 1u);
  const Event& event = record.events.front();
  EXPECT_EQ(event.root, "ACCUSE");
  ASSERT_EQ(event.actors.size(), 1u);
  ASSERT_EQ(event.recipients.size(), 1u);
  EXPECT_EQ(record.actors[event.actors.front()].name, "Norland");
  EXPECT_EQ(record.actors[event.recipients.front()].name, "Vell");
  ASSERT_TRUE(event.reason);
  EXPECT_EQ(event.reason->rule, "model 0.73");
}

TEST(JudgedEvents, AreNoneWhereTheJudgeOrTheHeadSaysSo) {
  EXPECT_TRUE(judged(std::string(kSides) + "event\talways\t-1\n", 230).events.empty());
  EXPECT_TRUE(judged(std::string(kSides) + "event\talways\t1\n", 10).events.empty());
  // Nobody on either side.
  EXPECT_TRUE(judged("event\talways\t1\n", 230).events.empty());
}

namespace {

// The events that are told where the head takes the act's noun for `root` and the judge all parties
// in front of it for those who act, and those behind it for recipients.
Words of_noun(std::string_view columns, std::uint32_t noun, Root root) {
  MadeDocument made(columns);
  made.document().has_acts = true;
  ActScores scores;
  scores.token = noun;
  scores.roots = chance(root, 230);
  made.document().acts.push_back(scores);
  const EventJudge judge = judge_of(
      "root\trules told\t9\nactor\tdown nsubj\t5\nactor\tdown amod\t5\nactor\talways\t-2\n"
      "recipient\tdown nmod\t5\nrecipient\talways\t-2\nevent\talways\t1\n");
  EventOptions options;
  options.judge = &judge;
  Article article;
  article.text = made.text();
  const Record record =
      read_article(std::move(article), made.document(), made_names(), Knowledge::builtin(), nullptr, options);
  Words out;
  for (const Event& event : record.events) {
    std::string line = event.root + ":";
    for (const std::uint32_t a : event.actors) line += ' ' + record.actors[a].name;
    line += " ->";
    for (const std::uint32_t a : event.recipients) line += ' ' + record.actors[a].name;
    out.push_back(line);
  }
  return out;
}

}  // namespace

TEST(JudgedEvents, AreNotDoneByWhoTakesAStandOnThem) {
  EXPECT_EQ(of_noun(R"(
    Italy     PROPN 2 nsubj B-GPE
    condemned VERB  0 root  -
    the       DET   4 det   -
    attack    NOUN  2 obj   -
    on        ADP   6 case  -
    Spain     PROPN 4 nmod  B-GPE)", 3, Root::kAssault),
            (Words{"ACCUSE: Italy ->", "ASSAULT: -> Spain"}));
}

TEST(JudgedEvents, AreOfThoseWhomTheNounItselfNames) {
  EXPECT_EQ(of_noun(R"(
    Italy     PROPN 2 nsubj B-GPE
    awaits    VERB  0 root  -
    French    ADJ   4 amod  B-NORP
    decrees   NOUN  2 obj   -
    on        ADP   6 case  -
    Spain     PROPN 4 nmod  B-GPE)", 3, Root::kSanction),
            Words{"SANCTION: French -> Spain"});
}

TEST(JudgedEvents, AreNotToldAgainByTheNounOfAVerb) {
  EXPECT_EQ(of_noun(R"(
    Italy     PROPN 2 nsubj B-GPE
    lodged    VERB  0 root  -
    a         DET   4 det   -
    protest   NOUN  2 obj   -
    with      ADP   6 case  -
    Spain     PROPN 4 nmod  B-GPE)", 3, Root::kProtest),
            Words{"ACCUSE: Italy -> Spain"});
}

// Every word is told of, also one that becomes nothing, and with the features that decided.
TEST(JudgedEvents, TellTheirWitness) {
  MadeDocument made(kUnknownVerb);
  made.document().has_acts = true;
  ActScores scores;
  scores.token = 1;
  scores.roots = chance(Root::kAccuse, 200);
  made.document().acts.push_back(scores);
  const EventJudge judge = judge_of("");
  EventOptions options;
  options.judge = &judge;
  std::vector<std::uint32_t> tokens;
  options.witness = [&](const JudgedWord& word) {
    tokens.push_back(word.token);
    EXPECT_EQ(word.root, Root::kAccuse);
    EXPECT_EQ(word.word, RuleWord::kFreely);
    EXPECT_EQ(word.parties.size(), 2u);
    EXPECT_FALSE(word.features.empty());
  };
  Article article;
  article.text = made.text();
  const Record record =
      read_article(std::move(article), made.document(), made_names(), Knowledge::builtin(), nullptr, options);
  EXPECT_EQ(tokens, (std::vector<std::uint32_t>{1}));
  EXPECT_TRUE(record.events.empty());
}

}  // namespace tacitus
