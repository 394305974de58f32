#include "read/events/events.h"

#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"
#include "read/random_document.h"

namespace tacitus {
namespace {

// An event in words: "ASSAULT actual: Norland -> Sudland (bombed)".
std::string told(const Record& record, const Event& event) {
  const auto names = [&](const std::vector<std::uint32_t>& actors) {
    std::string out;
    for (const std::uint32_t a : actors) out += (out.empty() ? "" : ", ") + record.actors[a].name;
    return out.empty() ? std::string("-") : out;
  };
  constexpr std::string_view kStatus[] = {"actual", "ongoing", "planned", "possible", "denied"};
  return event.root + ' ' + std::string(kStatus[static_cast<std::size_t>(event.status)]) + ": " +
         names(event.actors) + " -> " + names(event.recipients) + " (" +
         std::string(event.trigger.in(record.article.text)) + ')';
}

Words events_of(std::string_view columns) {
  const MadeDocument made(columns);
  const Record record = made.read();
  Words out;
  for (const Event& event : record.events) out.push_back(told(record, event));
  return out;
}

TEST(Events, TakeSubjectAndObject) {
  EXPECT_EQ(events_of("Russia   PROPN 2 nsubj B-GPE\n"
                      "condemned VERB 0 root  -\n"
                      "Turkey   PROPN 2 obj   B-GPE\n"
                      "~.       PUNCT 2 punct -\n"),
            Words{"ACCUSE actual: Russia -> Turkey (condemned)"});
}

TEST(Events, SeeThroughThePassive) {
  EXPECT_EQ(events_of("Two        NUM   2 nummod     -\n"
                      "reporters  NOUN  4 nsubj:pass - - P1\n"
                      "were       AUX   4 aux:pass   -\n"
                      "arrested   VERB  0 root       -\n"
                      "by         ADP   7 case       -\n"
                      "Egyptian   ADJ   7 amod       B-NORP\n"
                      "police     NOUN  4 obl:agent  - - O2\n"),
            Words{"COERCE actual: Egyptian police -> Two reporters (arrested)"});
}

TEST(Events, NameBothSidesOfWhatIsDoneAlike) {
  const std::string_view kMet =
      "France  PROPN 4 nsubj B-GPE\n"
      "and     CCONJ 3 cc    -\n"
      "Spain   PROPN 1 conj  B-GPE\n"
      "held    VERB  0 root  -\n"
      "talks   NOUN  4 obj   -\n";
  EXPECT_EQ(events_of(kMet), Words{"CONSULT actual: France, Spain -> - (held)"});
}

TEST(Events, TakeTheFrameOfWhatStandsWithTheVerb) {
  EXPECT_EQ(events_of("France   PROPN 2 nsubj B-GPE\n"
                      "launched VERB  0 root  -\n"
                      "an       DET   4 det   -\n"
                      "attack   NOUN  2 obj   -\n"
                      "on       ADP   6 case  -\n"
                      "Spain    PROPN 4 nmod  B-GPE\n"),
            Words{"ASSAULT actual: France -> Spain (launched)"});
  EXPECT_EQ(events_of("France   PROPN 2 nsubj B-GPE\n"
                      "launched VERB  0 root  -\n"
                      "a        DET   4 det   -\n"
                      "rocket   NOUN  2 obj   -\n"
                      "club     NOUN  2 obl   -\n"),
            Words{"MOBILIZE actual: France -> - (launched)"});
}

TEST(Events, TellOneEventOfAVerbAndTheClauseBelowIt) {
  EXPECT_EQ(events_of("Russia     PROPN 2 nsubj B-GPE\n"
                      "threatened VERB  0 root  -\n"
                      "to         PART  4 mark  -\n"
                      "bomb       VERB  2 xcomp -\n"
                      "Turkey     PROPN 4 obj   B-GPE\n"),
            Words{"THREATEN actual: Russia -> Turkey (threatened)"});
}

TEST(Events, AreAgreementsWhereCooperationIsToCome) {
  EXPECT_EQ(events_of("Russia PROPN 3 nsubj B-GPE\n"
                      "will   AUX   3 aux   -\n"
                      "help   VERB  0 root  -\n"
                      "Turkey PROPN 3 obj   B-GPE\n"),
            Words{"AGREE planned: Russia -> Turkey (help)"});
}

TEST(Events, AreRefusalsWhereCooperationWillNotCome) {
  EXPECT_EQ(events_of("Russia PROPN 4 nsubj B-GPE\n"
                      "will   AUX   4 aux   -\n"
                      "not    PART  4 advmod -\n"
                      "help   VERB  0 root  -\n"
                      "Turkey PROPN 4 obj   B-GPE\n"),
            Words{"REJECT actual: Russia -> Turkey (help)"});
}

TEST(Events, SayWhatIsOnlyPossibleOrDenied) {
  EXPECT_EQ(events_of("Russia PROPN 3 nsubj B-GPE\n"
                      "may    AUX   3 aux   -\n"
                      "invade VERB  0 root  -\n"
                      "Turkey PROPN 3 obj   B-GPE\n"),
            Words{"ASSAULT possible: Russia -> Turkey (invade)"});
  EXPECT_EQ(events_of("Russia   PROPN 2 nsubj B-GPE\n"
                      "denied   VERB  0 root  -\n"
                      "invading VERB  2 xcomp -\n"
                      "Turkey   PROPN 3 obj   B-GPE\n"),
            Words{"ASSAULT denied: Russia -> Turkey (invading)"});
}

TEST(Events, AreOfWhoSaysThatTheyWill) {
  EXPECT_EQ(events_of("Russia PROPN 2 nsubj B-GPE\n"
                      "said   VERB  0 root  -\n"
                      "it     PRON  5 nsubj -\n"
                      "would  AUX   5 aux   -\n"
                      "help   VERB  2 ccomp -\n"
                      "Turkey PROPN 5 obj   B-GPE\n"),
            Words{"AGREE planned: Russia -> Turkey (help)"});
}

TEST(Events, TellTheSameOnlyOnce) {
  const std::string_view kTwice =
      "Russia    PROPN 2 nsubj B-GPE\n"
      "condemned VERB  0 root  -\n"
      "Turkey    PROPN 2 obj   B-GPE\n"
      "\n"
      "Russia    PROPN 2 nsubj B-GPE\n"
      "denounced VERB  0 root  -\n"
      "Turkey    PROPN 2 obj   B-GPE\n";
  EXPECT_EQ(events_of(kTwice), Words{"ACCUSE actual: Russia -> Turkey (condemned)"});
}

TEST(Events, OfSeveralDaysAreSeveral) {
  const auto bombings = [](std::string_view first, std::string_view second) {
    std::string text;
    for (const std::string_view day : {first, second}) {
      text += "Russia PROPN 2 nsubj B-GPE\n"
              "bombed VERB  0 root  -\n"
              "Turkey PROPN 2 obj   B-GPE\n"
              "on     ADP   5 case  -\n"
              "May    PROPN 2 obl   -\n";
      text += std::string(day) + " NUM 5 nummod -\n, PUNCT 5 punct -\n1999 NUM 5 nmod:unmarked -\n\n";
    }
    return events_of(text).size();
  };
  EXPECT_EQ(bombings("3", "3"), 1u);
  EXPECT_EQ(bombings("3", "5"), 2u);
}

TEST(Events, AreFoundWhereTheTreeTakesTheVerbForAnAdjective) {
  EXPECT_EQ(events_of("France    PROPN 4 compound B-GPE\n"
                      "had       AUX   4 aux      -\n"
                      "suspended VERB  4 amod     -\n"
                      "aid       NOUN  0 root     -\n"
                      "to        ADP   6 case     -\n"
                      "Spain     PROPN 4 nmod     B-GPE\n"),
            Words{"SANCTION actual: France -> Spain (suspended)"});
}

TEST(Events, OfHasDoneAreNoPassives) {
  EXPECT_EQ(events_of("The        DET   3 det        -\n"
                      "Egyptian   ADJ   3 amod       B-NORP\n"
                      "government NOUN  5 nsubj:pass - - O2\n"
                      "has        AUX   5 aux        -\n"
                      "condemned  VERB  0 root       -\n"
                      "Spain      PROPN 5 obj        B-GPE\n"),
            Words{"ACCUSE actual: Egyptian government -> Spain (condemned)"});
}

TEST(Events, NameTwoNationsOfOneNoun) {
  const MadeDocument made("French    ADJ   4 amod  B-NORP\n"
                          "and       CCONJ 4 cc    -\n"
                          "Spanish   ADJ   4 amod  B-NORP\n"
                          "ministers NOUN  5 nsubj -\n"
                          "met       VERB  0 root  -\n");
  const Record record = made.read();
  ASSERT_EQ(record.events.size(), 1u);
  ASSERT_EQ(record.events[0].actors.size(), 2u);
  EXPECT_EQ(record.actors[record.events[0].actors[0]].country, "FRA");
  EXPECT_EQ(record.actors[record.events[0].actors[1]].country, "ESP");
}

TEST(Events, AreNotToldOfRecordsAndProblems) {
  for (const char* thing : {"record", "problem", "deficit"}) {
    EXPECT_EQ(events_of(std::string("France PROPN 2 nsubj B-GPE\n"
                                    "hit    VERB  0 root  -\n"
                                    "a      DET   4 det   -\n") +
                        thing + " NOUN 2 obj -\n"),
              Words{})
        << thing;
  }
}

TEST(Events, AreNotToldOfScores) {
  const std::string_view kBeat = "France PROPN 2 nsubj B-GPE\n"
                                 "beat   VERB  0 root  -\n"
                                 "Spain  PROPN 2 obj   B-GPE\n";
  EXPECT_FALSE(events_of(kBeat).empty());
  EXPECT_EQ(events_of(std::string(kBeat) + "2-0 NUM 2 obl -\n"), Words{});
}

TEST(Events, AreStrikesOfWorkersWhoAreNobodyPolitical) {
  EXPECT_EQ(events_of("Miners  NOUN 2 nsubj - - P1\n"
                      "stopped VERB 0 root  -\n"
                      "work    NOUN 2 obj   -\n"),
            Words{"PROTEST actual: Miners -> - (stopped)"});
}

TEST(Events, OfLenderAreTheLendersThoughTheBorrowerIsTheSubject) {
  EXPECT_EQ(events_of("Spain    PROPN 2 nsubj B-GPE\n"
                      "received VERB  0 root  -\n"
                      "a        DET   4 det   -\n"
                      "loan     NOUN  2 obj   -\n"
                      "from     ADP   6 case  -\n"
                      "France   PROPN 4 nmod  B-GPE\n"),
            Words{"AID actual: France -> Spain (received)"});
}

TEST(Events, AreComingWhereThePresentHasADayToCome) {
  EXPECT_EQ(events_of("France   PROPN 2 nsubj B-GPE\n"
                      "meets    VERB  0 root  -\n"
                      "Spain    PROPN 2 obj   B-GPE\n"
                      "tomorrow NOUN  2 obl:unmarked -\n"),
            Words{"AGREE planned: France, Spain -> - (meets)"});
}

TEST(Events, ComeOfNounsThatNameBothSides) {
  EXPECT_EQ(events_of("Russia   PROPN 3 nmod:poss B-GPE\n"
                      "~'s      PART  1 case      -\n"
                      "invasion NOUN  6 nsubj     -\n"
                      "of       ADP   5 case      -\n"
                      "Turkey   PROPN 3 nmod      B-GPE\n"
                      "ended    VERB  0 root      -\n"),
            Words{"ASSAULT actual: Russia -> Turkey (invasion)"});
}

TEST(Events, AreNotToldBySport) {
  EXPECT_EQ(events_of("France PROPN 2 nsubj B-GPE\n"
                      "beat   VERB  0 root  -\n"
                      "Spain  PROPN 2 obj   B-GPE\n"
                      "in     ADP   6 case  -\n"
                      "the    DET   6 det   -\n"
                      "final  NOUN  2 obl   -\n"
                      "match  NOUN  6 compound -\n"),
            Words{});
}

TEST(Events, NeedSomebodyPolitical) {
  EXPECT_EQ(events_of("Traders NOUN  2 nsubj -\n"
                      "sold    VERB  0 root  -\n"
                      "shares  NOUN  2 obj   -\n"),
            Words{});
  EXPECT_EQ(events_of("Acme    PROPN 2 nsubj B-ORG\n"
                      "helped  VERB  0 root  -\n"
                      "Globex  PROPN 2 obj   B-ORG\n"),
            Words{});
}

TEST(Events, NeedAnAttackWherePeopleDied) {
  EXPECT_EQ(events_of("Six    NUM  2 nummod -\n"
                      "people NOUN 4 nsubj:pass - - P1\n"
                      "were   AUX  4 aux:pass -\n"
                      "killed VERB 0 root -\n"
                      "in     ADP  7 case -\n"
                      "a      DET  7 det -\n"
                      "storm  NOUN 4 obl -\n"),
            Words{});
}

TEST(Events, NameEachOfSeveralNations) {
  EXPECT_EQ(events_of("French    ADJ   4 amod  B-NORP\n"
                      "and       CCONJ 3 cc    -\n"
                      "Spanish   ADJ   1 conj  B-NORP\n"
                      "soldiers  NOUN  5 nsubj - - P1\n"
                      "attacked  VERB  0 root  -\n"
                      "Turkey    PROPN 5 obj   B-GPE\n"),
            Words{"ASSAULT actual: French soldiers, Spanish soldiers -> Turkey (attacked)"});
}

TEST(Events, HaveTheirCodesFromTheTables) {
  const MadeDocument made(
      "Russia   PROPN 2 nsubj B-GPE\n"
      "arrested VERB  0 root  -\n"
      "rebels   NOUN  2 obj   - - P1\n");
  const Record record = made.read();
  ASSERT_EQ(record.events.size(), 1u);
  const Event& event = record.events[0];
  EXPECT_EQ(event.cameo, "173");
  EXPECT_EQ(event.mode, "arrest");
  EXPECT_EQ(event.goldstein, -5.0);
  EXPECT_EQ(event.contexts, Words{"legal"});
  EXPECT_FALSE(event.reason);
}

TEST(Events, NameTheStatementThatTheyAreToldIn) {
  const MadeDocument made(
      "Reporters NOUN  2 nsubj - s1\n"
      "said      VERB  0 root  - c1\n"
      "Russia    PROPN 4 nsubj B-GPE x1\n"
      "attacked  VERB  2 ccomp - x1\n"
      "Turkey    PROPN 4 obj   B-GPE x1\n");
  const Record record = made.read();
  ASSERT_EQ(record.events.size(), 1u);
  EXPECT_EQ(record.events[0].statement, 0u);
}

constexpr std::string_view kPair =
    "Officials NOUN  2 nsubj -\n"
    "said      VERB  0 root  -\n"
    "Russia    PROPN 4 nsubj B-GPE\n"
    "freed     VERB  2 ccomp -\n"
    "a         DET   6 det   -\n"
    "sailor    NOUN  4 obj   -\n";

TEST(GivenPairs, GetTheWordThatTakesBoth) {
  MadeDocument made(kPair);
  Article article;
  article.text = made.text();
  article.pairs = {{ActorPair::Range{15, 21}, ActorPair::Range{28, 36}},
                   {{}, ActorPair::Range{28, 36}}};
  const Record record =
      read_article(article, made.document(), made_names(), Knowledge::builtin());
  ASSERT_GE(record.events.size(), 2u);
  const Event& first = record.events[record.events.size() - 2];
  EXPECT_EQ(told(record, first), "YIELD actual: Russia -> a sailor (freed)");
  EXPECT_EQ(first.pair, 0u);
  EXPECT_EQ(told(record, record.events.back()), "YIELD actual: - -> a sailor (freed)");
  EXPECT_EQ(record.events.back().pair, 1u);
}

TEST(GivenPairs, AreGivenToAHeadWhereThereIsOne) {
  MadeDocument made(kPair);
  Article article;
  article.text = made.text();
  article.pairs = {{ActorPair::Range{15, 21}, ActorPair::Range{28, 36}}};
  EventOptions options;
  options.explain = true;
  options.head = [](const EventCandidate& candidate, std::array<float, kRoots>& scores) {
    EXPECT_EQ(candidate.actor, (Range{2, 3}));
    EXPECT_EQ(candidate.recipient, (Range{4, 6}));
    EXPECT_EQ(candidate.trigger, 3u);
    scores[static_cast<std::size_t>(Root::kSanction)] = 0.93F;
    return true;
  };
  const Record record =
      read_article(article, made.document(), made_names(), Knowledge::builtin(), nullptr, options);
  ASSERT_FALSE(record.events.empty());
  const Event& event = record.events.back();
  EXPECT_EQ(event.root, "SANCTION");
  ASSERT_TRUE(event.reason);
  EXPECT_TRUE(event.reason->rule.starts_with("model 0.9")) << event.reason->rule;
  EXPECT_TRUE(event.reason->runner_up.ends_with("YIELD")) << event.reason->runner_up;
}

TEST(UsersVerbs, WinOverTheTables) {
  std::vector<std::string> complaints;
  const VerbDictionary verbs =
      VerbDictionary::parse("--- CONDEMN [051] ---\nCONDEMN\n", "mine.txt", complaints);
  EventOptions options;
  options.verbs = &verbs;
  options.explain = true;
  MadeDocument made(
      "Russia    PROPN 2 nsubj B-GPE\n"
      "condemned VERB  0 root  -\n"
      "Turkey    PROPN 2 obj   B-GPE\n");
  Article article;
  article.text = made.text();
  const Record record =
      read_article(article, made.document(), made_names(), Knowledge::builtin(), nullptr, options);
  ASSERT_EQ(record.events.size(), 1u);
  EXPECT_EQ(told(record, record.events[0]), "SUPPORT actual: Russia -> Turkey (condemned)");
  EXPECT_EQ(record.events[0].reason->rule, "mine.txt:1");
}

// Codes of both sides by a user's verbs and actors: "NORGOV -> VEL 064".
Words coded(std::string_view columns, std::string_view verbs_text, std::string_view actors_text) {
  std::vector<std::string> complaints;
  const VerbDictionary verbs = VerbDictionary::parse(verbs_text, "mine.txt", complaints);
  ActorDictionary dictionary;
  EXPECT_TRUE(dictionary.add(actors_text, "mine.txt").empty());
  const Knowledge knowledge = Knowledge::with(std::move(dictionary));
  EventOptions options;
  options.verbs = &verbs;
  MadeDocument made(columns);
  Article article;
  article.text = made.text();
  const Record record =
      read_article(article, made.document(), made_names(), knowledge, nullptr, options);
  Words out;
  for (const Event& event : record.events) {
    std::string line;
    for (const std::uint32_t a : event.actors) line += record.actors[a].code.value_or("?") + ' ';
    line += "->";
    for (const std::uint32_t a : event.recipients) line += ' ' + record.actors[a].code.value_or("?");
    out.push_back(line + ' ' + event.cameo);
  }
  return out;
}

constexpr std::string_view kMyVerbs =
    "--- RESTORE [064] ---\nRESTORE\n--- SAY [023] ---\nSAY {SAID}\n--- FREE [066] ---\nFREE {FREED}\n";
constexpr std::string_view kMyActors =
    "NORLAND [NOR]\nVELL [VEL]\nESTERIA [EST]\nOFFICIAL [~GOV]\nMINISTER [~GOV]\n";

TEST(UsersDictionaries, TakeAsSidesThePartiesBeforeAndBehindTheVerb) {
  // "is about to" is no passive, and who only says it at the end is no side.
  EXPECT_EQ(coded("Norland  PROPN 5 nsubj -\n"
                  "is       AUX   5 aux   -\n"
                  "about    ADP   5 advmod -\n"
                  "to       PART  5 mark  -\n"
                  "restore  VERB  0 root  -\n"
                  "ties     NOUN  5 obj   -\n"
                  "with     ADP   8 case  -\n"
                  "Vell     PROPN 6 nmod  -\n"
                  "and      CCONJ 10 cc   -\n"
                  "Esteria  PROPN 8 conj  -\n"
                  "~,       PUNCT 5 punct -\n"
                  "a        DET   13 det  -\n"
                  "official NOUN  14 nsubj -\n"
                  "said     VERB  5 parataxis -\n",
                  kMyVerbs, kMyActors),
            Words{"NOR -> VEL EST 064"});
}

TEST(UsersDictionaries, TakeInThePassiveWhoStandsBehindBy) {
  EXPECT_EQ(coded("Vell     PROPN 3 nsubj:pass -\n"
                  "was      AUX   3 aux:pass   -\n"
                  "freed    VERB  0 root  -\n"
                  "by       ADP   7 case  -\n"
                  "Norland  PROPN 7 nmod:poss -\n"
                  "~'s      PART  5 case  -\n"
                  "minister NOUN  3 obl:agent -\n",
                  kMyVerbs, kMyActors),
            Words{"NORGOV -> VEL 066"});
}

// What a record promises of its events, whatever the model says.
TEST(Events, OfRandomDocumentsKeepTheirPromises) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    const RandomDocument made(seed, {.tokens = 300});
    const Record record = made.read();
    std::uint32_t last = 0;
    for (const Event& event : record.events) {
      EXPECT_LT(event.sentence, record.sentences.size());
      EXPECT_TRUE(record.sentences[event.sentence].contains(event.trigger));
      EXPECT_FALSE(event.actors.empty() && event.recipients.empty());
      for (const std::uint32_t a : event.actors) EXPECT_LT(a, record.actors.size());
      for (const std::uint32_t a : event.recipients) EXPECT_LT(a, record.actors.size());
      EXPECT_TRUE(root_named(event.root));
      EXPECT_GE(event.trigger.begin, last);
      last = event.trigger.begin;
    }
    for (std::size_t m = 1; m < record.mentions.size(); ++m) {
      EXPECT_LE(record.mentions[m - 1].span.begin, record.mentions[m].span.begin);
    }
  }
}

TEST(Events, OfLongSentencesTakeTimeInProportion) {
  std::string columns = "Russia PROPN 2 nsubj B-GPE\ncondemned VERB 0 root -\n";
  for (int i = 0; i < 4000; ++i) columns += "attacked VERB 2 conj -\nTurkey PROPN 2 obj B-GPE\n";
  const MadeDocument made(columns);
  EXPECT_FALSE(made.read().events.empty());
}

// Pilgrims, whom an event alone brings in, before the two.
TEST(Events, LeaveTheMembersOfAGroupWhoTheyAre) {
  const Record record = MadeDocument(R"(
    Norwegian ADJ   2 amod  B-NORP   -
    troops    NOUN  3 nsubj -        -
    killed    VERB  0 root  -        -
    pilgrims  NOUN  3 obj   -        -

    Weber     PROPN 4 nsubj B-PERSON s1
    and       CCONJ 3 cc    -        s1
    Braun     PROPN 1 conj  B-PERSON s1
    slept     VERB  0 root  -        c1
    well      ADV   4 advmod -       x1)").read();
  ASSERT_EQ(record.statements.size(), 1u);
  Words members;
  for (const std::uint32_t actor : record.statements[0].actors) members.push_back(record.actors[actor].name);
  EXPECT_EQ(members, (Words{"Weber", "Braun"}));
  EXPECT_NE(actor_named(record, "pilgrims").name, "");
}

}  // namespace
}  // namespace tacitus
