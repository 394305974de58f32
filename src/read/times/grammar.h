// The grammar of times: words and rules of knowledge/times, compiled into tries over kinds of
// words. The tables' own first lines tell how they are written.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "read/word_map.h"

namespace tacitus {

struct TimeTexts {
  std::string_view words = {}, holidays = {}, rules = {}, beside = {};
};

// A kind of word in a rule: a class of words.tsv, or one word as it stands. 0 is none.
using Symbol = std::uint16_t;

// The classes that fill a field of an expression, and those that are made of figures.
enum class Field : std::uint8_t {
  kNone, kNumber, kVague, kOrdinal, kDay, kMonth, kYear, kShortYear, kRoundYear, kDecade, kWeekday,
  kUnit, kSeason, kPart, kHour, kMinute, kMeridiem, kZone, kHoliday, kWhich, kQuarter, kHalf,
  kCentury, kMonthNumber, kOffset, kOnes, kTens, kScale,
  kCount,
};

// One way to take a word. `value` is the field's: a count of hundredths for a number, a packed
// code (pack_code) where the table gives letters, minutes for a zone.
struct Sense {
  Symbol symbol = 0;
  Field field = Field::kNone;
  std::int32_t value = 0;
  bool needs_capital = false;  // "may" is no month
};

// Up to three letters or digits in one number: "SP", "D".
constexpr std::int32_t pack_code(std::string_view code) {
  std::int32_t packed = 0;
  for (const char c : code) packed = packed * 256 + static_cast<unsigned char>(c);
  return packed;
}
std::string unpack_code(std::int32_t packed);

// When a holiday is.
struct Holiday {
  enum class Rule : std::uint8_t { kFixed, kNthWeekday, kEaster, kOrthodoxEaster } rule;
  int month = 0, day = 0;      // kFixed
  int weekday = 0, nth = 0;    // kNthWeekday, with `month`
  int offset = 0;              // days behind the day that the rule gives
};

// Kinds of words in beside.tsv, which says what each means.
enum class BesideWord : std::uint8_t {
  kFutureAux, kPastAux, kPresentAux, kPast, kOpen, kNotPast, kAhead, kUntil, kOpenUntil,
  kSince, kDue, kSkipped, kModal, kYearSure, kCountBefore, kCountBehind,
  kCount,
};

// What an expression says, before it has a value.
enum class TimeKind : std::uint8_t {
  kCalendar,  // fields of a date or time of day: "Friday", "March 7", "5 p.m.", "last spring"
  kUnit,      // a whole unit: "last week", "the quarter"
  kDay,       // so many days from the one that is spoken of: "yesterday"
  kShift,     // so many units away: "two days ago"
  kNth,       // one of the units of a longer time: "the second week" (of May)
  kDuration, kSet, kRef,
  kUnknown,   // a time without a value
  kNone,      // no time, whatever its words look like
  kCount,
};

// From where an expression counts.
enum class Base : std::uint8_t { kPublished, kSpoken };

// What a pattern of rules.tsv says of its time, or of the one that it stands beside.
struct TimeRule {
  TimeKind kind = TimeKind::kCalendar;
  Base base = Base::kPublished;
  int direction = 0;         // of a shift or a day: -1 back, 1 on
  bool has_half = false;     // "and a half"
  bool is_like = false;      // as fine as the time that is spoken of
  Field ordinal_is = Field::kNone;  // the field that an ordinal or number tells
  bool is_clock = false;     // a number that tells hours and minutes: "1430 GMT"
  bool is_bare = false;      // the words by themselves may be no time: the filter looks at them
  std::string value, mod;    // of a reference, of a modifier
  std::vector<std::pair<Field, std::int32_t>> fields;  // that the rule itself gives
  std::uint8_t before = 0, after = 0;  // items of context at either end, no part of the time
};

// How fine a time is, from the finest on. The last two are for joining: one of the units of a time,
// and a weekday by itself.
enum class Grain : std::uint8_t {
  kSecond, kMinute, kHour, kPart, kDay, kWeekend, kWeek, kMonth, kSeason, kQuarter, kHalf, kYear,
  kDecade, kCentury, kNth, kWeekday, kCount,
};

// Which expressions side by side are one: "5 p.m." and "on Tuesday".
struct JoinRule {
  std::uint32_t first = 0, second = 0;  // sets of grains, a bit each
};

// A trie over symbols: node 0 is its root.
class SymbolTrie {
 public:
  SymbolTrie() : nodes_(1) {}
  void add(const std::vector<Symbol>& path, std::uint16_t rule);
  // The node behind `node` on `symbol`; 0 where there is none.
  std::uint32_t next(std::uint32_t node, Symbol symbol) const;
  // The rules whose pattern ends at a node.
  const std::vector<std::uint16_t>& rules(std::uint32_t node) const { return nodes_[node].rules; }
  bool has_next(std::uint32_t node) const { return !nodes_[node].edges.empty(); }
  std::size_t size() const { return nodes_.size(); }

 private:
  struct Edge {
    Symbol symbol;
    std::uint32_t node;
  };
  struct Node {
    std::vector<Edge> edges;  // by symbol
    std::vector<std::uint16_t> rules;
  };
  std::vector<Node> nodes_;
};

// Immutable and safe to share between threads.
class TimeGrammar {
 public:
  // The tables that are compiled in.
  static const TimeGrammar& builtin();

  // Errors: kBadInput for a line that is not as its file's first lines say, named with file and
  // line.
  static Result<TimeGrammar> parse(const TimeTexts& texts);

  // The most items of a pattern.
  static constexpr std::size_t kMostItems = 14;
  // The most ways to take one word.
  static constexpr std::size_t kMostSenses = 8;

  // The senses of a word in small letters with straight apostrophes; none for most.
  const std::vector<Sense>* senses(std::string_view word) const;
  // A name of several words that begins with `word`: the words behind it, and what it is.
  struct Phrase {
    std::vector<std::string> rest;
    Sense sense;
  };
  const std::vector<Phrase>* phrases(std::string_view word) const;
  // The symbol of a class of figures ("number", "year"); 0 where no rule asks for it.
  Symbol symbol(Field field) const { return of_field_[static_cast<std::size_t>(field)]; }

  bool is(BesideWord kind, std::string_view word) const;

  const std::vector<Holiday>& holidays() const { return holidays_; }
  const SymbolTrie& core() const { return core_; }
  // Patterns that may stand before and behind an expression of a kind; those before are spelled
  // backwards.
  const SymbolTrie& before(TimeKind kind) const { return before_[static_cast<std::size_t>(kind)]; }
  const SymbolTrie& after(TimeKind kind) const { return after_[static_cast<std::size_t>(kind)]; }
  const SymbolTrie& joins() const { return joins_; }
  const TimeRule& rule(std::uint16_t index) const { return rules_[index]; }
  const JoinRule& join(std::uint16_t index) const { return join_rules_[index]; }

 private:
  friend class GrammarParser;

  TimeGrammar() = default;

  static constexpr std::size_t kKinds = static_cast<std::size_t>(TimeKind::kCount);
  WordMap<std::vector<Sense>> senses_;
  WordMap<std::vector<Phrase>> phrases_;
  WordMap<std::uint32_t> beside_;  // a bit for each kind
  std::vector<Holiday> holidays_;
  std::array<Symbol, static_cast<std::size_t>(Field::kCount)> of_field_{};
  SymbolTrie core_, joins_;
  std::array<SymbolTrie, kKinds> before_, after_;
  std::vector<TimeRule> rules_;
  std::vector<JoinRule> join_rules_;
};

}  // namespace tacitus
