// What holds of every record, whatever the model says of an article, and how long one may take.
#include "read/read.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "base/utf8.h"
#include "read/made_record.h"
#include "read/random_document.h"

namespace tacitus {
namespace {

void expect_span(const Record& record, Span span) {
  ASSERT_LT(span.begin, span.end);
  ASSERT_LE(span.end, record.article.text.size());
  ASSERT_TRUE(is_border(record.article.text, span.begin));
  ASSERT_TRUE(is_border(record.article.text, span.end));
}

void expect_ascending(const Record& record, const std::vector<Span>& spans) {
  for (std::size_t i = 0; i < spans.size(); ++i) {
    expect_span(record, spans[i]);
    if (i > 0) {
      ASSERT_LE(spans[i - 1].end, spans[i].begin);
    }
  }
}

void expect_statement(const Record& record, const Statement& statement) {
  ASSERT_LT(statement.sentence, record.sentences.size());
  expect_ascending(record, statement.source);
  expect_ascending(record, statement.cue);
  expect_ascending(record, statement.content);
  expect_ascending(record, statement.quoted);
  ASSERT_FALSE(statement.content.empty());
  for (const Span quoted : statement.quoted) {
    ASSERT_TRUE(std::any_of(statement.content.begin(), statement.content.end(),
                            [&](Span content) { return content.contains(quoted); }));
  }
  ASSERT_FALSE(statement.kind != StatementKind::kIndirect && statement.quoted.empty());
  if (statement.actor) {
    ASSERT_LT(*statement.actor, record.actors.size());
  }
  if (statement.time) {
    ASSERT_LT(*statement.time, record.times.size());
  }
  if (statement.addressee) expect_span(record, *statement.addressee);
  if (statement.about) expect_span(record, *statement.about);
  const std::set<std::string> polarities{"affirms", "denies", "refuses"};
  const std::set<std::string> certainties{"certain", "possible", "alleged"};
  if (statement.polarity) {
    ASSERT_TRUE(polarities.contains(*statement.polarity));
  }
  if (statement.certainty) {
    ASSERT_TRUE(certainties.contains(*statement.certainty));
  }
}

std::uint32_t first_byte(const Statement& statement) {
  std::uint32_t first = statement.content.front().begin;
  for (const auto* spans : {&statement.source, &statement.cue}) {
    if (!spans->empty()) first = std::min(first, spans->front().begin);
  }
  return first;
}

void expect_sound(const Record& record) {
  expect_ascending(record, record.sentences);
  std::uint32_t last = 0;
  for (const Statement& statement : record.statements) {
    expect_statement(record, statement);
    ASSERT_GE(first_byte(statement), last) << "not in the order of their first spans";
    last = first_byte(statement);
  }
  for (std::size_t s = 0; s < record.statements.size(); ++s) {
    std::size_t steps = 0;
    for (std::optional<std::uint32_t> up = record.statements[s].within; up;
         up = record.statements[*up].within) {
      ASSERT_LT(*up, record.statements.size());
      ASSERT_LE(++steps, record.statements.size()) << "statements within themselves";
    }
  }
  for (std::size_t m = 0; m < record.mentions.size(); ++m) {
    expect_span(record, record.mentions[m].span);
    if (record.mentions[m].actor) {
      ASSERT_LT(*record.mentions[m].actor, record.actors.size());
    }
    if (m > 0) {
      ASSERT_LE(record.mentions[m - 1].span, record.mentions[m].span);
    }
  }
  for (std::size_t t = 0; t < record.times.size(); ++t) {
    expect_span(record, record.times[t].span);
    if (t > 0) {
      ASSERT_LE(record.times[t - 1].span.end, record.times[t].span.begin);
    }
    ASSERT_FALSE(record.times[t].value && record.times[t].value->empty());
  }
  const std::set<std::string> kinds{"person", "organization", "country", "place", "group"};
  for (const Actor& actor : record.actors) {
    ASSERT_FALSE(actor.name.empty());
    ASSERT_TRUE(kinds.contains(actor.kind));
    ASSERT_TRUE(is_utf8(actor.name));
    ASSERT_FALSE(actor.role && actor.role->empty());
    ASSERT_FALSE(actor.country && actor.country->size() != 3);
    ASSERT_FALSE(actor.code && actor.code->size() % 3 != 0);
  }
}

template <class Made>
double seconds_to_read(const Made& made) {
  const auto begin = std::chrono::steady_clock::now();
  expect_sound(made.read());
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

// Far more than is needed, and far less than what takes the square of the length: the sanitizers
// and a busy machine must not make a test fail.
constexpr double kFewSeconds = 20;

TEST(Record, IsSoundWhateverTheModelSays) {
  for (std::uint32_t seed = 0; seed < 1500; ++seed) {
    SCOPED_TRACE(seed);
    Wildness wild;
    wild.tokens = 1 + seed % 160;
    wild.longest_sentence = seed % 3 == 0 ? 4 : 40;
    wild.longest_span = seed % 5 == 0 ? 60 : 8;
    wild.is_ordered = seed % 2 == 0;
    expect_sound(RandomDocument(seed, wild).read());
    if (HasFatalFailure()) return;
  }
}

TEST(Record, IsTheSameEachTime) {
  const RandomDocument made(3, {.tokens = 400});
  const Record first = made.read(), second = made.read();
  EXPECT_EQ(names_of(first), names_of(second));
  EXPECT_EQ(speakers_of(first), speakers_of(second));
}

TEST(Record, OfAnEmptyDocumentIsEmpty) {
  const Record record = MadeDocument("").read();
  EXPECT_TRUE(record.is_read);
  EXPECT_TRUE(record.sentences.empty() && record.statements.empty());
  EXPECT_TRUE(record.actors.empty() && record.mentions.empty());
  expect_sound(RandomDocument(1, {.tokens = 0}).read());
}

TEST(Record, OfAnUnreadArticleHasItsSentencesOnly) {
  MadeDocument made("Weber PROPN 2 nsubj B-PERSON s1\nsaid VERB 0 root - c1\nso ADV 2 advmod - x1");
  Article article;
  article.text = made.text();
  const Record record = leave_unread(std::move(article), made.document());
  EXPECT_FALSE(record.is_read);
  EXPECT_EQ(words_of(record, record.sentences), Words{"Weber said so"});
  EXPECT_TRUE(record.statements.empty() && record.actors.empty() && record.mentions.empty());
}

TEST(Record, OfALongArticleTakesSeconds) {
  EXPECT_LT(seconds_to_read(RandomDocument(5, {.tokens = 200'000, .longest_sentence = 40,
                                               .longest_span = 12, .is_ordered = true})),
            kFewSeconds);
}

TEST(Record, OfALongArticleInSentencesAsLongAsTheyGetTakesSeconds) {
  EXPECT_LT(seconds_to_read(RandomDocument(6, {.tokens = 200'000, .longest_sentence = 400,
                                               .longest_span = 12, .is_ordered = true})),
            kFewSeconds);
}

// One sentence of so many tokens, and a tree of one shape over it.
template <class Head>
double seconds_for_tree(std::uint32_t seed, Deprel wanted, Head head) {
  Wildness wild{.tokens = 20'000, .longest_sentence = 1, .longest_span = 12, .is_ordered = true};
  RandomDocument made(seed, wild);
  Document& document = made.document();
  document.sentences.resize(1);
  document.sentences[0].end_token = wild.tokens;
  document.sentences[0].span = document.token_range(0, wild.tokens);
  for (std::uint32_t t = 0; t < wild.tokens; ++t) {
    document.tokens[t].head = head(t);
    for (std::uint8_t label = 0; label < made_deprels().size(); ++label) {
      if (made_names().deprel(label) == wanted) document.tokens[t].deprel = label;
    }
    document.tokens[t].upos = made_index(made_upos(), "NOUN");
  }
  // Every token is a reference, so that none is left out.
  document.references.clear();
  for (std::uint32_t t = 0; t < wild.tokens; ++t) {
    document.references.push_back({t, ReferentType::kOrg, t == 0 ? kNone : t - 1, 1});
  }
  return seconds_to_read(made);
}

TEST(Record, OfASentenceWithoutEndTakesSecondsWhateverItsTree) {
  for (const Deprel deprel : {Deprel::kNmodPoss, Deprel::kNmod, Deprel::kCompound, Deprel::kAppos,
                              Deprel::kNsubj, Deprel::kConj, Deprel::kRelcl, Deprel::kAdvcl}) {
    SCOPED_TRACE(static_cast<int>(deprel));
    const auto chain = [](std::uint32_t t) { return t + 1; };
    const auto back = [](std::uint32_t t) { return t - 1; };
    const auto star = [](std::uint32_t t) { return t == 10'000 ? kNone : 10'000; };
    const auto comb = [](std::uint32_t t) { return t | 1023; };
    EXPECT_LT(seconds_for_tree(1, deprel, chain), kFewSeconds);
    EXPECT_LT(seconds_for_tree(2, deprel, back), kFewSeconds);
    EXPECT_LT(seconds_for_tree(3, deprel, star), kFewSeconds);
    EXPECT_LT(seconds_for_tree(4, deprel, comb), kFewSeconds);
  }
}

// "the ministry's ministry's ...": whose it is asks whose that is.
TEST(Record, OfAChainOfOwnersTakesSeconds) {
  for (const std::string word : {"ministry", "officials", "minister", "thing", "its"}) {
    SCOPED_TRACE(word);
    std::string columns;
    constexpr int kOwners = 5'000;
    for (int i = 1; i <= kOwners; ++i) {
      columns += word + " NOUN " + std::to_string(i == kOwners ? 0 : i + 1) + " nmod:poss - - O" +
                 std::to_string(i) + "\n";
    }
    EXPECT_LT(seconds_to_read(MadeDocument(columns)), kFewSeconds);
  }
}

TEST(Record, OfOneNameForEverybodyTakesSeconds) {
  std::string columns;
  for (int i = 0; i < 30'000; ++i) {
    columns += "Clara PROPN 2 flat B-PERSON - P1\nM" + std::to_string(i) +
               " PROPN 3 nsubj I-PERSON - -\nleft VERB 0 root - - -\n\n";
  }
  EXPECT_LT(seconds_to_read(MadeDocument(columns)), kFewSeconds);
}

}  // namespace
}  // namespace tacitus
