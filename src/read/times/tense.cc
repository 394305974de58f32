// Reads tense off the tree. English has no future form: auxiliaries, infinitives, the present
// beside a day to come, and a few words before the time tell it.
#include "read/times/tense.h"

namespace tacitus {
namespace {

constexpr int kMostSteps = 8;
constexpr int kMostChildren = 24;

bool is_verb(const Reading& reading, std::uint32_t token) {
  return reading.upos(token) == Upos::kVerb || reading.upos(token) == Upos::kAux;
}

class TenseReader {
 public:
  TenseReader(const Reading& reading, const TimeGrammar& grammar)
      : reading_(reading), grammar_(grammar) {}

  struct Found {
    Tense tense = Tense::kUnknown;
    bool is_open = false;    // a modal: no verb above tells more
    bool is_finite = true;   // no infinitive
  };

  Found of_verb(std::uint32_t verb, bool is_parent) const {
    bool has_to = false, has_past = false, has_present = false, has_modal = false;
    bool has_subject = false;
    int left = kMostChildren;
    for (std::uint32_t c = reading_.first_child(verb); c != kNone && left > 0;
         c = reading_.next_sibling(c), --left) {
      const std::string_view word = reading_.plain(c);
      if (is(BesideWord::kFutureAux, word) && reading_.upos(c) == Upos::kAux) {
        return {Tense::kFuture};
      }
      if (c > verb) continue;
      const Deprel deprel = reading_.deprel(c);
      has_subject |= deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass;
      if (reading_.upos(c) == Upos::kPart || deprel == Deprel::kMark) has_to |= word == "to";
      if (reading_.upos(c) != Upos::kAux) continue;
      has_past |= is(BesideWord::kPastAux, word);
      has_present |= is(BesideWord::kPresentAux, word);
      has_modal |= is(BesideWord::kModal, word);
    }
    const std::string_view word = reading_.plain(verb);
    if (has_modal) return {has_past ? Tense::kPast : Tense::kUnknown, !has_past};
    if (has_to && !has_past) return {Tense::kFuture, false, false};
    if (has_past) return {Tense::kPast};
    if (has_present) {
      // "is meeting on Tuesday", "are due", but "is dated March 4".
      const bool is_ahead = word.ends_with("ing") || is(BesideWord::kAhead, word);
      return {is_ahead ? Tense::kFuture : Tense::kUnknown};
    }
    if (looks_past(word)) return {Tense::kPast};
    // "The court meets Monday."
    const bool is_finite = has_subject && reading_.upos(verb) == Upos::kVerb &&
                           !word.ends_with("ing") && !is(BesideWord::kOpen, word);
    return {is_parent && is_finite ? Tense::kFuture : Tense::kUnknown};
  }

 private:
  bool is(BesideWord kind, std::string_view word) const { return grammar_.is(kind, word); }
  bool looks_past(std::string_view word) const {
    if (word.size() > 3 && word.ends_with("ed")) return !is(BesideWord::kNotPast, word);
    return is(BesideWord::kPast, word);
  }

  const Reading& reading_;
  const TimeGrammar& grammar_;
};

}  // namespace

std::uint32_t verb_above(const Reading& reading, Range range) {
  std::uint32_t token = reading.head_of(range);
  for (int step = 0; step < kMostSteps; ++step) {
    if (is_verb(reading, token) && !range.has(token)) return token;
    token = reading.head(token);
    if (token == kNone) return kNone;
  }
  return kNone;
}

TenseFound tense_of(const Reading& reading, const TimeGrammar& grammar, Range time) {
  const std::uint32_t first = reading.sentence_of(time.first).first_token;
  const std::uint32_t verb = verb_above(reading, time);
  std::uint32_t before = time.first;
  for (int step = 0; step < kMostSteps && before > first &&
                     grammar.is(BesideWord::kSkipped, reading.plain(before - 1));
       ++step) {
    --before;
  }
  bool is_open = false;
  if (before > first) {
    const std::string_view word = reading.plain(before - 1);
    if (grammar.is(BesideWord::kSince, word)) return {Tense::kPast, true};
    if (grammar.is(BesideWord::kDue, word)) return {Tense::kFuture, true};
    // "gave them until Friday": what is told was, the time need not be; but "Until Friday, they
    // had waited".
    const bool leads = verb != kNone && time.first < verb;
    if (grammar.is(BesideWord::kUntil, word) && !leads) return {Tense::kFuture, false};
    is_open = grammar.is(BesideWord::kOpenUntil, word);
  }
  const std::uint32_t top = reading.head_of(time);
  const TenseReader reader(reading, grammar);
  std::uint32_t at = verb;
  for (int step = 0; step < 3 && at != kNone; ++step) {
    const bool is_parent = reading.head(top) == at;
    const auto found = reader.of_verb(at, is_parent);
    if (found.is_open) return {};
    if (found.tense != Tense::kUnknown) {
      return {found.tense, is_parent && found.is_finite && !is_open};
    }
    // A participle or bare form has the tense of what it hangs from.
    at = verb_above(reading, {at, at + 1});
  }
  return {};
}

}  // namespace tacitus
