// Makes the grammar of the tables of knowledge/times.
#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>

#include "read/table.h"
#include "read/times/grammar.h"
#include "read/times/grammar_names.h"
#include "read/times/patterns.h"

namespace tacitus {
namespace {

// Made of figures and words for numbers by the lexer, whether or not words.tsv has such words.
constexpr Field kMade[] = {Field::kNumber, Field::kOrdinal, Field::kDay, Field::kMonthNumber,
                           Field::kYear, Field::kShortYear, Field::kRoundYear, Field::kDecade,
                           Field::kHour, Field::kMinute};

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::optional<std::int32_t> whole(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int32_t value = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), value);
  if (end.ec != std::errc() || end.ptr != text.data() + text.size()) return std::nullopt;
  return value;
}

// A whole number, or the code of up to three letters.
std::optional<std::int32_t> read_value(std::string_view text) {
  if (const auto number = whole(text)) return number;
  if (text.empty() || text.size() > 3) return std::nullopt;
  return pack_code(text);
}

// Words as the lexer parts them: "new year's day" has four.
std::vector<std::string> words_of(std::string_view phrase) {
  std::string parted;
  for (std::size_t at = 0; at < phrase.size(); ++at) {
    const bool possessive = phrase.substr(at).starts_with("'s") || phrase.substr(at) == "'" ||
                            phrase.substr(at).starts_with("' ");
    if (possessive && at > 0) parted += ' ';
    parted += phrase[at];
  }
  std::vector<std::string> words;
  for (const std::string_view word : split(parted, ' ')) words.emplace_back(word);
  return words;
}

}  // namespace

using Trouble = std::optional<std::string>;

class GrammarParser {
 public:
  GrammarParser()
      : speller_([this](std::string_view name, bool is_class) {
          return is_class ? class_symbol(name) : word_symbol(name);
        }) {
    for (const Field field : kMade) {
      for (const auto& [name, known] : kFields) {
        if (known == field) new_class(name);
      }
    }
  }

  Trouble add_word(const TableLine& line);
  Trouble add_holiday(const TableLine& line);
  Trouble add_rule(const TableLine& line);
  Trouble add_beside(const TableLine& line);

  TimeGrammar take() { return std::move(grammar_); }

 private:
  Symbol class_symbol(std::string_view name) const {
    const auto found = classes_.find(name);
    return found == classes_.end() ? 0 : found->second;
  }
  Symbol new_class(std::string_view name) {
    const auto [entry, is_new] = classes_.try_emplace(std::string(name), next_symbol_);
    if (is_new) {
      if (const auto field = named(kFields, name)) {
        // The first class of a field is the one that the lexer makes.
        Symbol& first = grammar_.of_field_[static_cast<std::size_t>(*field)];
        if (first == 0) first = next_symbol_;
      }
      ++next_symbol_;
    }
    return entry->second;
  }
  // A word in a pattern stands for itself: it gets a sense that fills nothing.
  Symbol word_symbol(std::string_view word) {
    const auto [entry, is_new] = words_.try_emplace(std::string(word), next_symbol_);
    if (is_new) {
      grammar_.senses_[std::string(word)].push_back({next_symbol_, Field::kNone, 0});
      ++next_symbol_;
    }
    return entry->second;
  }

  void add_phrase(std::string_view phrase, Sense sense);
  Trouble read_rule(std::string_view settings, TimeRule& rule, std::vector<TimeKind>& kinds);
  Trouble read_join(std::string_view grains, JoinRule& join);
  // Adds a rule's sequences to a trie, backwards if they stand before a time.
  Trouble add_sequences(const std::vector<Sequence>& all, const TimeRule& rule, SymbolTrie& trie,
                        bool backwards);

  TimeGrammar grammar_;
  std::map<std::string, Symbol, std::less<>> classes_, words_;
  Symbol next_symbol_ = kFirstSymbol;
  PatternSpeller speller_;
};

void GrammarParser::add_phrase(std::string_view phrase, Sense sense) {
  std::vector<std::string> words = words_of(phrase);
  if (words.size() == 1) {
    grammar_.senses_[words[0]].push_back(sense);
    return;
  }
  TimeGrammar::Phrase entry;
  entry.rest.assign(words.begin() + 1, words.end());
  entry.sense = sense;
  auto& all = grammar_.phrases_[words[0]];
  all.push_back(std::move(entry));
  // The longest first.
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return a.rest.size() > b.rest.size(); });
}

Trouble GrammarParser::add_word(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 3) return "not class, value and words";
  const auto value = cells[1] == "-" ? 0 : read_value(cells[1]);
  if (!value) return "the value is neither a number nor a short code";
  const auto words = split_cell(cells[2]);
  if (words.empty()) return "no words";
  for (const std::string_view name : split(cells[0], ',')) {
    Sense sense;
    sense.field = named(kFields, name).value_or(Field::kNone);
    sense.symbol = new_class(name);
    sense.value = *value;
    for (std::string_view word : words) {
      sense.needs_capital = word.starts_with('^');
      if (sense.needs_capital) word.remove_prefix(1);
      if (word.empty()) return "an empty word";
      add_phrase(word, sense);
    }
  }
  return std::nullopt;
}

Trouble GrammarParser::add_holiday(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 2) return "not rule and names";
  const auto parts = split(cells[0], ' ');
  if (parts.empty()) return "no rule";
  Holiday holiday;
  const auto number_at = [&parts](std::size_t i) {
    return i < parts.size() ? whole(parts[i]) : std::nullopt;
  };
  std::size_t used = 2;
  if (parts[0] == "easter" || parts[0] == "orthodox-easter") {
    holiday.rule = parts[0] == "easter" ? Holiday::Rule::kEaster : Holiday::Rule::kOrthodoxEaster;
    if (!number_at(1)) return "not the days from Easter on";
    holiday.offset = *number_at(1);
  } else if (parts[0] == "fixed") {
    const auto month = number_at(1), day = number_at(2);
    if (!month || !day || *month < 1 || *month > 12 || *day < 1 || *day > 31) {
      return "not month and day";
    }
    holiday.rule = Holiday::Rule::kFixed;
    holiday.month = *month;
    holiday.day = *day;
    used = 3;
  } else if (parts[0] == "weekday") {
    const auto month = number_at(1), weekday = number_at(2), nth = number_at(3);
    if (!month || !weekday || !nth || *month < 1 || *month > 12 || *weekday < 1 || *weekday > 7 ||
        *nth == 0 || *nth < -1 || *nth > 4) {
      return "not month, weekday and which of them";
    }
    holiday.rule = Holiday::Rule::kNthWeekday;
    holiday.month = *month;
    holiday.weekday = *weekday;
    holiday.nth = *nth;
    holiday.offset = number_at(4).value_or(0);
    used = std::max<std::size_t>(4, std::min<std::size_t>(parts.size(), 5));
  } else {
    return "a rule that is not known";
  }
  if (parts.size() != used || holiday.offset < -400 || holiday.offset > 400) {
    return "the rule does not end where it should";
  }
  const Symbol symbol = new_class("holiday");
  const auto index = static_cast<std::int32_t>(grammar_.holidays_.size());
  grammar_.holidays_.push_back(holiday);
  for (std::string_view name : split_cell(cells[1])) {
    const bool needs_capital = name.starts_with('^');
    if (needs_capital) name.remove_prefix(1);
    if (name.empty()) return "an empty name";
    add_phrase(name, {symbol, Field::kHoliday, index, needs_capital});
  }
  return std::nullopt;
}

Trouble GrammarParser::read_rule(std::string_view settings, TimeRule& rule,
                                 std::vector<TimeKind>& kinds) {
  const auto parts = split(settings, ' ');
  if (parts.empty()) return "no kind";
  for (const std::string_view name : split(parts[0], ',')) {
    const auto kind = named(kKinds, name);
    if (!kind) return "no such kind: " + std::string(name);
    kinds.push_back(*kind);
  }
  rule.kind = kinds.front();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::size_t equals = parts[i].find('=');
    const std::string_view key = parts[i].substr(0, equals);
    const std::string_view value =
        equals == parts[i].npos ? std::string_view() : parts[i].substr(equals + 1);
    if (key == "bare" && value.empty()) {
      rule.is_bare = true;
    } else if (key == "half-more" && value.empty()) {
      rule.has_half = true;
    } else if (key == "like" && value.empty()) {
      rule.is_like = true;
    } else if (key == "as" && value == "clock") {
      rule.is_clock = true;
    } else if (key == "as") {
      const auto field = named(kFields, value);
      if (!field) return "no such field: " + std::string(value);
      rule.ordinal_is = *field;
    } else if (key == "spoken" && value.empty()) {
      rule.base = Base::kSpoken;
    } else if (key == "back" && value.empty()) {
      rule.direction = -1;
    } else if (key == "on" && value.empty()) {
      rule.direction = 1;
    } else if (key == "value" && !value.empty()) {
      rule.value = value;
    } else if (key == "mod" && !value.empty()) {
      rule.mod = value;
    } else if (const auto field = named(kFields, key)) {
      const auto number = read_value(value);
      if (!number) return "not a number or code: " + std::string(parts[i]);
      rule.fields.emplace_back(*field, *number);
    } else {
      return "not known: " + std::string(parts[i]);
    }
  }
  return std::nullopt;
}

Trouble GrammarParser::read_join(std::string_view grains, JoinRule& join) {
  const std::size_t space = grains.find(' ');
  if (space == grains.npos) return "not two kinds of times";
  std::uint32_t* sets[] = {&join.first, &join.second};
  const std::string_view cells[] = {grains.substr(0, space), grains.substr(space + 1)};
  for (int side = 0; side < 2; ++side) {
    for (const std::string_view name : split(cells[side], ',')) {
      const auto grain = named(kGrains, name);
      if (!grain) return "no such kind of time: " + std::string(name);
      *sets[side] |= 1u << static_cast<unsigned>(*grain);
    }
  }
  return std::nullopt;
}

Trouble GrammarParser::add_sequences(const std::vector<Sequence>& all, const TimeRule& rule,
                                     SymbolTrie& trie, bool backwards) {
  std::map<std::pair<int, int>, std::uint16_t> made;  // one rule for each size of context
  for (const Sequence& sequence : all) {
    Sequence path;
    int items = 0, before = 0, end = -1;
    for (const Symbol symbol : sequence) {
      if (symbol == kTimeBegins) {
        before = items;
      } else if (symbol == kTimeEnds) {
        end = items;
      } else {
        path.push_back(symbol);
        items += symbol != kGlued;
      }
    }
    const int after = end < 0 ? 0 : items - end;
    if (items > static_cast<int>(TimeGrammar::kMostItems)) return "too long";
    if (items - before - after < 1) return "a time of no words";
    const auto [entry, is_new] = made.try_emplace({before, after}, 0);
    if (is_new) {
      if (grammar_.rules_.size() >= 60'000) return "too many rules";
      entry->second = static_cast<std::uint16_t>(grammar_.rules_.size());
      grammar_.rules_.push_back(rule);
      grammar_.rules_.back().before = static_cast<std::uint8_t>(before);
      grammar_.rules_.back().after = static_cast<std::uint8_t>(after);
    }
    if (backwards) std::reverse(path.begin(), path.end());
    trie.add(path, entry->second);
  }
  return std::nullopt;
}

Trouble GrammarParser::add_rule(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 3) return "not layer, what and pattern";
  if (cells[0] == "let") return speller_.define(cells[1], cells[2]);
  std::vector<Sequence> all;
  if (auto trouble = speller_.spell(cells[2], all)) return trouble;
  if (cells[0] == "join") {
    JoinRule join;
    if (auto trouble = read_join(cells[1], join)) return trouble;
    grammar_.join_rules_.push_back(join);
    for (const Sequence& sequence : all) {
      grammar_.joins_.add(sequence, static_cast<std::uint16_t>(grammar_.join_rules_.size() - 1));
    }
    return std::nullopt;
  }
  TimeRule rule;
  std::vector<TimeKind> kinds;
  if (auto trouble = read_rule(cells[1], rule, kinds)) return trouble;
  if (cells[0] == "core") {
    if (kinds.size() != 1) return "not one kind";
    return add_sequences(all, rule, grammar_.core_, false);
  }
  if (cells[0] != "before" && cells[0] != "after") return "a layer that is not known";
  const bool before = cells[0] == "before";
  for (const TimeKind kind : kinds) {
    auto& tries = before ? grammar_.before_ : grammar_.after_;
    if (auto trouble =
            add_sequences(all, rule, tries[static_cast<std::size_t>(kind)], before)) {
      return trouble;
    }
  }
  return std::nullopt;
}

Trouble GrammarParser::add_beside(const TableLine& line) {
  if (line.cells.size() != 2) return "not kind and words";
  const auto kind = named(kBesideWords, line.cells[0]);
  if (!kind) return "a kind that is not known";
  for (const std::string_view word : split_cell(line.cells[1])) {
    grammar_.beside_[std::string(word)] |= 1u << static_cast<unsigned>(*kind);
  }
  return std::nullopt;
}

Result<TimeGrammar> TimeGrammar::parse(const TimeTexts& texts) {
  const auto parser = std::make_unique<GrammarParser>();
  const auto wrong = read_tables<GrammarParser>(
      "knowledge/times/",
      {
          {"words.tsv", texts.words, &GrammarParser::add_word},
          {"holidays.tsv", texts.holidays, &GrammarParser::add_holiday},
          {"rules.tsv", texts.rules, &GrammarParser::add_rule},
          {"beside.tsv", texts.beside, &GrammarParser::add_beside},
      },
      *parser);
  if (wrong) return *wrong;
  return parser->take();
}

}  // namespace tacitus
