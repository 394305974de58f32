// What is a time and what is none, what verbs it belongs to, and what hostile text does.
#include "read/times/times.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>

#include "base/utf8.h"
#include "read/made_record.h"
#include "read/times/made_times.h"

namespace tacitus {
namespace {

constexpr double kFewSeconds = 20;

Words all_of(const std::vector<std::string>& sentences,
             const std::vector<MadeTimes::Name>& names = {}) {
  const MadeTimes made(sentences, "2025-03-12", names);
  Words out;
  for (const Time& time : made.times().all()) out.emplace_back(made.words(time));
  return out;
}

TEST(Times, AreNoVerbsAndNoNumbers) {
  EXPECT_EQ(all_of({"They may march on the Sun."}), Words{});
  EXPECT_EQ(all_of({"They met 2000 people and 1,500 troops."}), Words{});
  EXPECT_EQ(all_of({"It rose by $1990 or 1990 percent."}), Words{});
  EXPECT_EQ(all_of({"They met a 23-year-old man, 52 years old."}), Words{});
  EXPECT_EQ(all_of({"It fell with a GTX 1660 and an AC1700 at the last minute."}), Words{});
  EXPECT_EQ(all_of({"A second man left in Room 1984."}), Words{});
  EXPECT_EQ(all_of({"They met in his sixties."}), Words{});
  EXPECT_EQ(all_of({"They met in May."}), Words{"May"});
}

TEST(Times, AreNoPartsOfNames) {
  EXPECT_EQ(all_of({"The Sunday Times said so."}, {{"The Sunday Times", EntityType::kOrg}}),
            Words{});
  EXPECT_EQ(all_of({"Theresa May left."}, {{"Theresa May", EntityType::kPerson}}), Words{});
  EXPECT_EQ(all_of({"Only April left."}, {{"April", EntityType::kPerson}}), Words{});
  EXPECT_EQ(all_of({"They met at the 1998 World Cup."}, {{"1998 World Cup", EntityType::kEvent}}),
            Words{"1998"});
  EXPECT_EQ(all_of({"They met on Easter Sunday."}, {{"Easter Sunday", EntityType::kEvent}}),
            Words{"Easter Sunday"});
  EXPECT_EQ(all_of({"She said so on This Week."}), Words{});
  EXPECT_EQ(all_of({"They met before the Spring Offensive."}), Words{});
}

TEST(Times, HaveTypes) {
  const MadeTimes made({"They met on Friday, at noon, for two days, every year."}, "2025-03-12");
  ASSERT_EQ(made.times().all().size(), 3u);
  EXPECT_EQ(made.times().all()[0].type, TimeType::kTime);
  EXPECT_EQ(made.times().all()[1].type, TimeType::kDuration);
  EXPECT_EQ(made.times().all()[2].type, TimeType::kSet);
}

TEST(Times, BelongToTheVerbThatTheyModify) {
  const MadeDocument made(
      "The     DET   2 det   - -\n"
      "council NOUN  3 nsubj - -\n"
      "met     VERB  0 root  - -\n"
      "on      ADP   5 case  - -\n"
      "Tuesday PROPN 3 obl   - -\n"
      "and     CCONJ 7 cc    - -\n"
      "voted   VERB  3 conj  - -\n"
      "for     ADP   10 case - -\n"
      "two     NUM   10 nummod - -\n"
      "hours   NOUN  7 obl   - -\n"
      "~,      PUNCT 12 punct - -\n"
      "saying  VERB  7 advcl - -\n"
      "so      ADV   12 advmod - -\n");
  const Reading reading = made.reading();
  const Times times(reading, "2025-03-12", 0, TimeGrammar::builtin());
  ASSERT_EQ(times.all().size(), 2u);
  EXPECT_EQ(times.of_verb(2), 0u);
  EXPECT_EQ(times.of_verb(6), 0u) << "joined to the verb that has the time";
  EXPECT_EQ(times.of_verb(11), std::nullopt) << "another clause";
  EXPECT_EQ(times.of_verb(0), std::nullopt);
  EXPECT_EQ(times.of_verb(1'000), std::nullopt);
}

TEST(Times, AreNotSharedWithWhatIsToCome) {
  const MadeDocument made(
      "They      PRON  3 nsubj - -\n"
      "recently  ADV   3 advmod - -\n"
      "met       VERB  0 root  - -\n"
      "on        ADP   5 case  - -\n"
      "Tuesday   PROPN 3 obl   - -\n"
      "and       CCONJ 8 cc    - -\n"
      "will      AUX   8 aux   - -\n"
      "vote      VERB  3 conj  - -\n");
  const Reading reading = made.reading();
  const Times times(reading, "2025-03-12", 0, TimeGrammar::builtin());
  ASSERT_EQ(times.all().size(), 2u);
  EXPECT_EQ(times.of_verb(2), 1u) << "a date goes before a vague time";
  EXPECT_EQ(times.of_verb(7), std::nullopt);
}

TEST(Times, OfStatementsAreThoseOfTheirCue) {
  const MadeDocument made(
      "Officials NOUN  2 nsubj  -     s1 -\n"
      "said      VERB  0 root   -     c1 -\n"
      "on        ADP   4 case   -     -  -\n"
      "Monday    PROPN 2 obl    -     -  -\n"
      "that      SCONJ 7 mark   -     x1 -\n"
      "prices    NOUN  7 nsubj  -     x1 -\n"
      "fell      VERB  2 ccomp  -     x1 -\n"
      "in        ADP   9 case   -     x1 -\n"
      "March     PROPN 7 obl    -     x1 -\n"
      "2024      NUM   9 nmod   -     x1 -\n"
      "~.        PUNCT 2 punct  -     -  -\n\n"
      "Others    NOUN  2 nsubj  -     s2 -\n"
      "said      VERB  0 root   -     c2 -\n"
      "prices    NOUN  4 nsubj  -     x2 -\n"
      "rose      VERB  2 ccomp  -     x2 -\n"
      "~.        PUNCT 2 punct  -     -  -\n");
  const Record record = made.read();
  ASSERT_EQ(record.statements.size(), 2u);
  ASSERT_EQ(record.times.size(), 2u);
  EXPECT_EQ(record.statements[0].time, 0u);
  EXPECT_EQ(record.statements[1].time, std::nullopt);
}

TEST(Times, OfADatelineAreKept) {
  const MadeTimes made({"GENEVA, March 6 (Reuters) - Talks fell on Monday."}, "2025-03-12");
  ASSERT_TRUE(made.times().of_dateline().has_value());
  EXPECT_EQ(made.words(made.times().all()[*made.times().of_dateline()]), "March 6");
  EXPECT_EQ(MadeTimes({"Talks fell on March 6."}, "2025-03-12").times().of_dateline(),
            std::nullopt);
}

// What holds whatever the text is.
void expect_sound(const MadeTimes& made) {
  std::uint32_t before = 0;
  for (const Time& time : made.times().all()) {
    ASSERT_LE(before, time.span.begin);
    ASSERT_LT(time.span.begin, time.span.end);
    ASSERT_LE(time.span.end, made.text().size());
    ASSERT_TRUE(is_border(made.text(), time.span.begin));
    ASSERT_TRUE(is_border(made.text(), time.span.end));
    ASSERT_TRUE(!time.value || !time.value->empty());
    before = time.span.end;
  }
}

TEST(Times, OutOfBoundsHaveNoValue) {
  for (const std::string_view words :
       {"99999 years ago", "3,000 centuries ago", "999999 weeks ago", "9999999 days ago"}) {
    const MadeTimes made({"They met " + std::string(words) + "."}, "2025-03-12");
    expect_sound(made);
    for (const Time& time : made.times().all()) EXPECT_EQ(time.value, std::nullopt) << words;
  }
  const std::string far = "They met 99999999999999999999999999 years ago.";
  EXPECT_EQ(MadeTimes({far}, "2025-03-12").value_of("99999999999999999999999999 years ago"),
            "none");
  EXPECT_EQ(MadeTimes({"They meet 9000 years from now."}, "9998-12-31")
                .value_of("9000 years from now"), "-");
  EXPECT_EQ(MadeTimes({"They met last year, last week, yesterday and last decade."}, "0001-01-01")
                .value_of("last year"), "-");
  expect_sound(MadeTimes({"They met in 25:61, on 99/99/9999 and on the 47th of March."}, "bad"));
}

TEST(Times, OfHostileTextAreFoundInSeconds) {
  const auto repeated = [](std::string_view words, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += words;
    return text;
  };
  const std::vector<std::string> texts = {
      std::string(1'000'000, '7'),
      repeated("the ", 200'000),
      repeated("a ", 200'000),
      repeated("last ", 200'000),
      repeated("two hundred and ", 60'000),
      repeated("twenty-", 60'000),
      repeated("1,000,", 60'000),
      repeated("the end of ", 60'000),
      repeated("Friday, ", 60'000),
      repeated("March 7 to 8 ", 60'000),
      repeated("5 p.m. on ", 60'000),
      repeated("new year's ", 60'000),
      repeated("2025-03-07T14:05:", 60'000),
      repeated("'", 200'000),
      repeated("million ", 100'000),
      repeated("a half ago earlier year ", 40'000),
  };
  for (const std::string& text : texts) {
    const auto begin = std::chrono::steady_clock::now();
    expect_sound(MadeTimes({text}, "2025-03-12"));
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    EXPECT_LT(taken.count(), kFewSeconds) << text.substr(0, 40);
  }
}

TEST(Times, OfRandomTextAreSound) {
  static constexpr std::string_view kParts[] = {
      "last ", "next ", "the ", "a ", "two ", "hundred ", "12 ", "2025", "-", "03", "/", ":", ".",
      ", ", "Friday ", "March ", "May ", "week ", "weeks ", "years ", "ago ", "earlier ", "later ",
      "end ", "of ", "quarter ", "third ", "7th ", "1990s ", "'98 ", "p.m. ", "EST ", "noon ",
      "every ", "day ", "half ", "and ", "or so ", "mid-", "late ", "Easter ", "now ", "met ",
      "will ", "’", "–", "é", "日本 ", "\u00A0", "century ", "decade ", "before ", "after ",
      "century-", "\n", "last", "1.5 ", "from ", "to ", "until ", "$", "per ", "( ", "FY", "Q3 "};
  std::mt19937 random(5);
  for (int round = 0; round < 3'000; ++round) {
    std::vector<std::string> sentences(1 + random() % 3);
    for (std::string& sentence : sentences) {
      for (std::size_t i = 1 + random() % 30; i-- > 0;) {
        sentence += kParts[random() % std::size(kParts)];
      }
    }
    const MadeTimes made(sentences, round % 3 == 0 ? "" : "2025-03-12");
    expect_sound(made);
  }
}

}  // namespace
}  // namespace tacitus
