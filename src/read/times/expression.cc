// Matches the grammar: core patterns first, of those that overlap the first and longest; then what
// stands before and behind them; then neighbours that are one time.
#include "read/times/expression.h"

#include <algorithm>

#include "read/times/patterns.h"

namespace tacitus {
namespace {

class Finder {
 public:
  Finder(const TimeGrammar& grammar, const TimeItems& items, std::vector<TimeExpression>& out)
      : grammar_(grammar), items_(items), out_(out), first_(out.size()) {}

  void run() {
    const std::size_t n = items_.items.size();
    for (std::size_t at = 0; at < n;) {
      if (items_.items[at].first_sense == items_.items[at].end_sense || !find_from(at)) {
        ++at;
        continue;
      }
      earliest_ = best_.end;
      // What was found may be the context of another: "July 4" of "6".
      at = std::max(at, best_.end - std::min(best_.end, kLookBack));
    }
    drop_overlaps();
    for (std::size_t i = first_; i < out_.size(); ++i) widen(i);
    join_neighbours();
    for (std::size_t i = first_; i < out_.size(); ++i) place(out_[i]);
  }

 private:
  static constexpr std::size_t kLookBack = 5;
  struct Match {
    std::size_t begin = 0, end = 0;  // items of the time itself
    const TimeRule* rule = nullptr;
    TimeFields fields;
  };

  // Finds the first and longest time behind what was found before, from patterns that begin at
  // `at`; where they begin with context, also from those that begin in it.
  bool find_from(std::size_t at) {
    best_ = {};
    walk(grammar_.core(), 0, at, at);
    if (best_.end == 0) return false;
    for (std::size_t from = at + 1; from <= best_.begin; ++from) {
      walk(grammar_.core(), 0, from, from);
    }
    add();
    return true;
  }

  // Follows the trie from `node` on, which `at` items behind `start` were consumed for.
  void walk(const SymbolTrie& trie, std::uint32_t node, std::size_t start, std::size_t at) {
    for (const std::uint16_t index : trie.rules(node)) accept(grammar_.rule(index), start, at);
    if (at >= items_.items.size() || !trie.has_next(node)) return;
    const TimeItem& item = items_.items[at];
    if (item.is_glued) {
      if (const std::uint32_t next = trie.next(node, kGlued); next != 0) {
        step(trie, next, start, at);
      }
    }
    step(trie, node, start, at);
  }

  void step(const SymbolTrie& trie, std::uint32_t node, std::size_t start, std::size_t at) {
    const TimeItem& item = items_.items[at];
    for (std::uint32_t s = item.first_sense; s < item.end_sense; ++s) {
      const std::uint32_t next = trie.next(node, items_.senses[s].symbol);
      if (next == 0) continue;
      path_[at - start] = s;
      walk(trie, next, start, at + 1);
    }
  }

  // Keeps the longest; of equals the one with more context, then the one whose rule stands first.
  void accept(const TimeRule& rule, std::size_t start, std::size_t end) {
    const std::size_t begin = start + rule.before, last = end - rule.after;
    if (begin < earliest_) return;
    if (best_.end != 0) {
      if (begin > best_.begin || (begin == best_.begin && last < best_.end)) return;
      if (begin == best_.begin && last == best_.end) {
        const int context = rule.before + rule.after;
        const int best = best_.rule->before + best_.rule->after;
        if (context < best || (context == best && best_.rule <= &rule)) return;
      }
    }
    best_ = {begin, last, &rule, {}};
    // What the time itself says goes before its context.
    for (const bool own : {true, false}) {
      for (std::size_t i = start; i < end; ++i) {
        if ((begin <= i && i < last) != own) continue;
        const Sense& sense = items_.senses[path_[i - start]];
        if (sense.field != Field::kNone) best_.fields.set(sense.field, sense.value, own);
      }
    }
    for (const auto& [field, value] : rule.fields) best_.fields.set(field, value, true);
    if (rule.ordinal_is != Field::kNone) best_.fields.take_ordinal(rule.ordinal_is);
  }

  void add() {
    TimeExpression found;
    found.first_item = static_cast<std::uint32_t>(best_.begin);
    found.end_item = static_cast<std::uint32_t>(best_.end);
    found.layers[0] = {best_.rule, best_.fields};
    found.count = 1;
    found.mod = best_.rule->mod;
    out_.push_back(found);
  }

  // A time found from its context may begin before one that was found already.
  void drop_overlaps() {
    std::size_t kept = first_;
    for (std::size_t i = first_; i < out_.size(); ++i) {
      if (kept > first_ && out_[i].first_item < out_[kept - 1].end_item) continue;
      if (kept != i) out_[kept] = out_[i];
      ++kept;
    }
    out_.resize(kept);
  }

  // Takes in the modifiers at both ends: "early", "more than", "or so".
  void widen(std::size_t i) {
    TimeExpression& time = out_[i];
    const std::size_t floor = i > first_ ? out_[i - 1].end_item : 0;
    const std::size_t ceiling = i + 1 < out_.size() ? out_[i + 1].first_item : items_.items.size();
    for (int times = 0; times < 3; ++times) {
      best_size_ = 0;
      look_back(grammar_.before(time.kind()), 0, time.first_item, floor, 0);
      if (best_size_ == 0) break;
      time.first_item -= static_cast<std::uint32_t>(best_size_);
      if (!best_rule_->mod.empty()) time.mod = best_rule_->mod;
    }
    best_size_ = 0;
    look_on(grammar_.after(time.kind()), 0, time.end_item, ceiling, 0);
    if (best_size_ == 0) return;
    time.end_item += static_cast<std::uint32_t>(best_size_);
    if (!best_rule_->mod.empty()) time.mod = best_rule_->mod;
  }

  void look_back(const SymbolTrie& trie, std::uint32_t node, std::size_t at, std::size_t floor,
                 std::size_t size) {
    for (const std::uint16_t index : trie.rules(node)) keep(grammar_.rule(index), size);
    if (at <= floor) return;
    const TimeItem& item = items_.items[at - 1];
    for (std::uint32_t s = item.first_sense; s < item.end_sense; ++s) {
      const std::uint32_t next = trie.next(node, items_.senses[s].symbol);
      if (next == 0) continue;
      look_back(trie, next, at - 1, floor, size + 1);
      // The mark of a missing space stands behind the item that has none before it.
      if (!item.is_glued) continue;
      if (const std::uint32_t glued = trie.next(next, kGlued); glued != 0) {
        look_back(trie, glued, at - 1, floor, size + 1);
      }
    }
  }

  void look_on(const SymbolTrie& trie, std::uint32_t node, std::size_t at, std::size_t ceiling,
               std::size_t size) {
    for (const std::uint16_t index : trie.rules(node)) keep(grammar_.rule(index), size);
    if (at >= ceiling) return;
    const TimeItem& item = items_.items[at];
    std::uint32_t from = node;
    for (int glue = 0; glue < 2; ++glue) {
      for (std::uint32_t s = item.first_sense; s < item.end_sense; ++s) {
        const std::uint32_t next = trie.next(from, items_.senses[s].symbol);
        if (next != 0) look_on(trie, next, at + 1, ceiling, size + 1);
      }
      from = item.is_glued ? trie.next(node, kGlued) : 0;
      if (from == 0) break;
    }
  }

  void keep(const TimeRule& rule, std::size_t size) {
    const std::size_t own = size - rule.before - rule.after;
    if (own <= best_size_) return;
    best_size_ = own;
    best_rule_ = &rule;
  }

  // Whether the words between two times let them be one.
  bool joins(const TimeExpression& left, const TimeExpression& right) const {
    const Grain first = grain_of(left.coarsest()), second = grain_of(right.coarsest());
    if (first == Grain::kCount || second == Grain::kCount) return false;
    const auto has = [](std::uint32_t set, Grain grain) {
      return (set >> static_cast<unsigned>(grain) & 1u) != 0;
    };
    std::uint32_t node = 0;
    for (std::size_t at = left.end_item; at < right.first_item; ++at) {
      const TimeItem& item = items_.items[at];
      std::uint32_t next = 0;
      for (std::uint32_t s = item.first_sense; s < item.end_sense && next == 0; ++s) {
        next = grammar_.joins().next(node, items_.senses[s].symbol);
      }
      if (next == 0) return false;
      node = next;
    }
    for (const std::uint16_t index : grammar_.joins().rules(node)) {
      const JoinRule& rule = grammar_.join(index);
      if (has(rule.first, first) && has(rule.second, second)) return true;
    }
    return false;
  }

  static bool complements(const TimeExpression& left, const TimeExpression& right) {
    if (left.count + right.count > TimeExpression::kMostLayers) return false;
    const auto known = [](const TimeExpression& time) {
      std::uint32_t all = 0;
      for (std::size_t i = 0; i < time.count; ++i) {
        const TimeLayer& layer = time.layers[i];
        all |= layer.fields.known;
        // What is told relative to another time has a year already.
        const TimeKind kind = layer.rule->kind;
        // But "the same month" of last year takes its year.
        const bool is_same = kind == TimeKind::kUnit && layer.rule->base == Base::kSpoken &&
                             layer.fields[Field::kWhich] == 0 && grain_of(layer) < Grain::kYear;
        if (is_same) continue;
        if (kind == TimeKind::kUnit || kind == TimeKind::kDay || kind == TimeKind::kShift ||
            layer.fields.has(Field::kWhich)) {
          all |= TimeFields::bit(Field::kYear);
        }
      }
      return all;
    };
    constexpr std::uint32_t kOnce =
        TimeFields::bit(Field::kYear) | TimeFields::bit(Field::kShortYear) |
        TimeFields::bit(Field::kMonth) | TimeFields::bit(Field::kHour) |
        TimeFields::bit(Field::kQuarter) | TimeFields::bit(Field::kSeason) |
        TimeFields::bit(Field::kPart);
    return (known(left) & known(right) & kOnce) == 0;
  }

  void join_neighbours() {
    std::size_t kept = first_;
    for (std::size_t i = first_; i < out_.size(); ++i) {
      if (kept > first_ && joins(out_[kept - 1], out_[i]) && complements(out_[kept - 1], out_[i])) {
        merge(out_[kept - 1], out_[i]);
        continue;
      }
      if (kept != i) out_[kept] = out_[i];
      ++kept;
    }
    out_.resize(kept);
  }

  // The coarser one is the other's frame.
  static void merge(TimeExpression& left, const TimeExpression& right) {
    const Grain first = grain_of(left.coarsest()), second = grain_of(right.coarsest());
    const bool has_clock = second <= Grain::kPart;
    const bool left_is_finer = first == Grain::kNth || (first == Grain::kWeekday && !has_clock) ||
                               (second != Grain::kNth && first <= second);
    std::array<TimeLayer, TimeExpression::kMostLayers> layers;
    std::size_t count = 0;
    const TimeExpression& finer = left_is_finer ? left : right;
    const TimeExpression& coarser = left_is_finer ? right : left;
    for (std::size_t i = 0; i < finer.count; ++i) layers[count++] = finer.layers[i];
    for (std::size_t i = 0; i < coarser.count; ++i) layers[count++] = coarser.layers[i];
    if (left.mod.empty()) left.mod = right.mod;
    left.layers = layers;
    left.count = count;
    left.end_item = right.end_item;
  }

  void place(TimeExpression& time) const {
    const TimeItem& first = items_.items[time.first_item];
    const TimeItem& last = items_.items[time.end_item - 1];
    time.span = {first.span.begin, last.span.end};
    time.first_token = first.token;
    time.end_token = last.last_token + 1;
  }

  const TimeGrammar& grammar_;
  const TimeItems& items_;
  std::vector<TimeExpression>& out_;
  std::size_t first_;
  std::size_t earliest_ = 0;  // the first item that no time has
  std::array<std::uint32_t, TimeGrammar::kMostItems + 1> path_{};
  Match best_;
  std::size_t best_size_ = 0;
  const TimeRule* best_rule_ = nullptr;
};

}  // namespace

bool is_clock_alone(const TimeExpression& expression) {
  const TimeLayer& layer = expression.finest();
  const TimeFields& fields = layer.fields;
  return expression.count == 1 && layer.rule->kind == TimeKind::kCalendar &&
         grain_of(layer) <= Grain::kPart && !fields.has(Field::kWeekday) &&
         !fields.has(Field::kMonth) && !fields.has(Field::kMonthNumber) &&
         !fields.has(Field::kHoliday);
}

void TimeFields::set(Field field, std::int32_t value, bool is_own) {
  if (has(field)) {
    if ((field == Field::kNumber && is_own) || (field == Field::kHour && !is_own)) {
      second = value;
      has_second = true;
    }
    if (field == Field::kMinute && is_own) seconds = value;
    // "this coming Sunday": the last word of several tells which.
    if (field != Field::kWhich) return;
  }
  // How many are counted, the time says itself.
  if (field == Field::kNumber && !is_own) return;
  values[static_cast<std::size_t>(field)] = value;
  known |= bit(field);
}

void TimeFields::take_ordinal(Field field) {
  if (has(Field::kOrdinal)) return set(field, (*this)[Field::kOrdinal], true);
  if (has(Field::kNumber)) set(field, (*this)[Field::kNumber] / 100, true);
}

Grain grain_of_unit(std::int32_t unit) {
  switch (unit) {
    case pack_code("s"): return Grain::kSecond;
    case pack_code("m"): return Grain::kMinute;
    case pack_code("h"): return Grain::kHour;
    case pack_code("D"): return Grain::kDay;
    case pack_code("WE"): return Grain::kWeekend;
    case pack_code("W"): case pack_code("2W"): return Grain::kWeek;
    case pack_code("M"): return Grain::kMonth;
    case pack_code("Q"): return Grain::kQuarter;
    case pack_code("H"): return Grain::kHalf;
    case pack_code("Y"): return Grain::kYear;
    case pack_code("10Y"): return Grain::kDecade;
    case pack_code("C"): return Grain::kCentury;
    default: return Grain::kCount;
  }
}

Grain grain_of(const TimeLayer& layer) {
  const TimeFields& fields = layer.fields;
  switch (layer.rule->kind) {
    case TimeKind::kNth: return Grain::kNth;
    case TimeKind::kDay: return fields.has(Field::kPart) ? Grain::kPart : Grain::kDay;
    case TimeKind::kUnit: case TimeKind::kShift: return grain_of_unit(fields[Field::kUnit]);
    case TimeKind::kCalendar: break;
    default: return Grain::kCount;
  }
  if (fields.has(Field::kMinute) || layer.rule->is_clock) return Grain::kMinute;
  if (fields.has(Field::kHour)) return Grain::kHour;
  if (fields.has(Field::kPart)) return Grain::kPart;
  if (fields.has(Field::kDay) || fields.has(Field::kHoliday)) return Grain::kDay;
  if (fields.has(Field::kWeekday)) return Grain::kWeekday;
  if (fields.has(Field::kMonth)) {
    return fields.has(Field::kOrdinal) ? Grain::kDay : Grain::kMonth;
  }
  if (fields.has(Field::kSeason)) return Grain::kSeason;
  if (fields.has(Field::kQuarter)) return Grain::kQuarter;
  if (fields.has(Field::kHalf)) return Grain::kHalf;
  if (fields.has(Field::kYear) || fields.has(Field::kShortYear)) return Grain::kYear;
  if (fields.has(Field::kDecade)) return Grain::kDecade;
  if (fields.has(Field::kCentury)) return Grain::kCentury;
  return Grain::kCount;
}

void find_expressions(const TimeGrammar& grammar, const TimeItems& items,
                      std::vector<TimeExpression>& out) {
  Finder(grammar, items, out).run();
}

}  // namespace tacitus
