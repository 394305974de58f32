// The tables of times: the built-in ones are sound, and a bad line is named.
#include "read/times/grammar.h"

#include <gtest/gtest.h>

#include "read/times/patterns.h"

namespace tacitus {
namespace {

std::string trouble_of(const TimeTexts& texts) {
  const Result<TimeGrammar> parsed = TimeGrammar::parse(texts);
  return parsed.ok() ? "none" : parsed.error().message;
}

TEST(TimeGrammar, OfTheTablesIsSound) {
  EXPECT_GT(TimeGrammar::builtin().core().size(), 1'000u);
  EXPECT_FALSE(TimeGrammar::builtin().holidays().empty());
}

TEST(TimeGrammar, NamesTheLineThatIsWrong) {
  EXPECT_EQ(trouble_of({.words = "month\t1\n"}),
            "knowledge/times/words.tsv:1: not class, value and words");
  EXPECT_EQ(trouble_of({.words = "# head\nmonth\tjanuary\tjanuary\n"}),
            "knowledge/times/words.tsv:2: the value is neither a number nor a short code");
  EXPECT_EQ(trouble_of({.holidays = "fixed 13 1\tsomeday\n"}),
            "knowledge/times/holidays.tsv:1: not month and day");
  EXPECT_EQ(trouble_of({.holidays = "moon 3\tsomeday\n"}),
            "knowledge/times/holidays.tsv:1: a rule that is not known");
  EXPECT_EQ(trouble_of({.rules = "core\tcalendar\t<month>\n"}),
            "knowledge/times/rules.tsv:1: no such class: <month>");
  EXPECT_EQ(trouble_of({.rules = "core\tdate\tnow\n"}),
            "knowledge/times/rules.tsv:1: no such kind: date");
  EXPECT_EQ(trouble_of({.rules = "core\tcalendar\t( now\n"}),
            "knowledge/times/rules.tsv:1: a bracket that nothing closes");
  EXPECT_EQ(trouble_of({.rules = "core\tcalendar\tnow )\n"}),
            "knowledge/times/rules.tsv:1: a bracket that nothing opens");
  EXPECT_EQ(trouble_of({.rules = "core\tcalendar\t{now}\n"}),
            "knowledge/times/rules.tsv:1: no such name: {now}");
  EXPECT_EQ(trouble_of({.rules = "core\tcalendar pace=1\tnow\n"}),
            "knowledge/times/rules.tsv:1: not known: pace=1");
  EXPECT_EQ(trouble_of({.rules = "core\tcalendar\t[ now\n"}),
            "knowledge/times/rules.tsv:1: a time of no words");
  EXPECT_EQ(trouble_of({.beside = "will\twill\n"}),
            "knowledge/times/beside.tsv:1: a kind that is not known");
}

TEST(TimeGrammar, BoundsWhatAPatternSpells) {
  std::string choices;
  for (int i = 0; i < 13; ++i) choices += "( a | b ) ";
  EXPECT_EQ(trouble_of({.rules = "core\tcalendar\t" + choices + "\n"}),
            "knowledge/times/rules.tsv:1: more choices than can be spelled out");
  EXPECT_EQ(trouble_of({.rules = "core\tcalendar\ta b c d e f g h i j k l m n o\n"}),
            "knowledge/times/rules.tsv:1: too long");
}

TEST(Patterns, AreSpelledOut) {
  PatternSpeller speller([](std::string_view word, bool) {
    return static_cast<Symbol>(kFirstSymbol + (word[0] - 'a'));
  });
  constexpr Symbol a = kFirstSymbol, b = a + 1, c = a + 2, d = a + 3;
  std::vector<Sequence> out;
  ASSERT_EQ(speller.define("two", "b | c"), std::nullopt);
  ASSERT_EQ(speller.spell("a? {two} ] ~d", out), std::nullopt);
  EXPECT_EQ(out, (std::vector<Sequence>{{a, b, kTimeBegins, kGlued, d},
                                        {a, c, kTimeBegins, kGlued, d},
                                        {b, kTimeBegins, kGlued, d},
                                        {c, kTimeBegins, kGlued, d}}));
}

}  // namespace
}  // namespace tacitus
