// Climbs from a verb through those that carry it.
#include "read/events/status.h"

#include "base/weekdays.h"
#include "read/events/clause.h"
#include "read/times/tense.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

// What stands at one verb.
struct Marks {
  bool is_negated = false, is_future = false, is_modal = false, is_would = false,
       is_conditional = false, has_if_below = false, is_progressive = false;
};

// "Ministers meet on Monday", but no "Ministers meet in Oslo, Monday, March 3": pictures are told of in the
// present with the full date, and headlines tell of what was in it.
bool is_bare_weekday(const Reading& reading, std::uint32_t token) {
  if (!is_weekday(reading.plain(token)) || reading.sentence_of(token).in_headline) return false;
  const std::uint32_t end = reading.sentence_of(token).end_token;
  std::uint32_t next = token + 1;
  if (next < end && reading.plain(next) == ",") ++next;
  return next >= end || (reading.upos(next) != Upos::kNum && !is_of_kind(reading.plain(next), WordKind::kTime));
}

// "Ministers meet tomorrow", "meets next week": the present for what is to come.
bool is_to_come(const Reading& reading, std::uint32_t verb) {
  if (reading.plain(verb).ends_with("ed") || reading.child(verb, Deprel::kAux) != kNone) {
    return false;
  }
  bool found = false;
  each_child(reading, verb, [&](std::uint32_t c) {
    const Deprel deprel = reading.deprel(c);
    if (c < verb || (deprel != Deprel::kOther && deprel != Deprel::kObl &&
                     deprel != Deprel::kAdvmod && deprel != Deprel::kNmodUnmarked)) {
      return;
    }
    const std::string_view word = reading.plain(c);
    const bool is_next = (word == "week" || word == "month" || word == "year") && c > 0 &&
                         reading.plain(c - 1) == "next";
    found = found || word == "tomorrow" || is_next;
  });
  return found;
}

// "Ministers meet on Monday".
bool is_on_schedule(const Reading& reading, std::uint32_t verb) {
  if (reading.child(verb, Deprel::kAux) != kNone) return false;
  bool found = false;
  each_child(reading, verb, [&](std::uint32_t c) {
    if (found || c < verb || !is_bare_weekday(reading, c)) return;
    const TenseFound tense = tense_of(reading, TimeGrammar::builtin(), {c, c + 1});
    found = tense.is_sure && tense.tense == Tense::kFuture;
  });
  return found;
}

Marks marks_at(const Reading& reading, const EventWords& words, std::uint32_t verb) {
  Marks marks;
  bool has_be = false;
  each_child(reading, verb, [&](std::uint32_t c) {
    const std::string_view word = reading.plain(c);
    const Deprel deprel = reading.deprel(c);
    if (deprel == Deprel::kAux || deprel == Deprel::kCop) {
      switch (words.marker(word)) {
        case Carrier::kFuture: marks.is_future = true; break;
        case Carrier::kModal:
          marks.is_modal = true;
          marks.is_would = marks.is_would || word == "would";
          break;
        case Carrier::kNot: marks.is_negated = true; break;
        default: break;
      }
      has_be = has_be || word == "is" || word == "are" || word == "was" || word == "were" ||
               word == "been" || word == "be" || word == "'s" || word == "'re";
      return;
    }
    if (deprel == Deprel::kMark || deprel == Deprel::kAdvmod || deprel == Deprel::kCc ||
        deprel == Deprel::kDet || deprel == Deprel::kOther) {
      const Carrier marker = words.marker(word);
      if (marker == Carrier::kNot && c < verb) marks.is_negated = true;
      if (marker == Carrier::kIf && deprel == Deprel::kMark && c < verb) {
        marks.is_conditional = true;
      }
    }
    // "would attack if": a condition of its own.
    if (deprel == Deprel::kAdvcl) {
      const std::uint32_t mark = reading.child(c, Deprel::kMark);
      if (mark != kNone && words.marker(reading.plain(mark)) == Carrier::kIf) {
        marks.has_if_below = true;
      }
    }
    // "no country attacked"
    if (deprel == Deprel::kNsubj && words.marker(reading.plain(reading.nominal(c).first)) ==
                                        Carrier::kNot) {
      marks.is_negated = true;
    }
  });
  // "has no plans to meet", with "no" hung from the verb.
  if (reading.is_noun(verb) && verb > reading.sentence_of(verb).first_token && reading.plain(verb - 1) == "no") {
    marks.is_negated = true;
  }
  marks.is_progressive = has_be && is_gerund(reading, verb);
  marks.is_future = marks.is_future || is_to_come(reading, verb);
  return marks;
}

// The verb above "reports" in "denied reports that it had attacked", "dismissed claims of attacking";
// none where nobody denies them.
std::uint32_t denial_of_claim(const Reading& reading, const EventWords& words, std::uint32_t verb) {
  const Deprel deprel = reading.deprel(verb);
  if (deprel != Deprel::kAcl && deprel != Deprel::kRelcl && deprel != Deprel::kCcomp) return kNone;
  const std::uint32_t noun = reading.head(verb);
  if (noun == kNone || noun > verb || words.marker(reading.plain(noun)) != Carrier::kClaim) return kNone;
  if (is_infinitive(reading, verb) || reading.deprel(noun) != Deprel::kObj) return kNone;
  const std::uint32_t above = reading.head(noun);
  if (above == kNone) return kNone;
  const Carrier carrier = words.carrier(reading.plain(above));
  return carrier == Carrier::kDenied || carrier == Carrier::kRebutted ? above : kNone;
}

// The kind of a verb, adjective or noun above that carries this one.
Carrier carrier_above(const Reading& reading, const EventWords& words, std::uint32_t verb) {
  const std::uint32_t above = reading.head(verb);
  if (above == kNone) return Carrier::kNone;
  const std::string_view word = reading.plain(above);
  // "a plan to attack", "no intention of attacking"
  const std::uint32_t mark = reading.child(verb, Deprel::kMark);
  const bool is_of = is_gerund(reading, verb) && mark != kNone && reading.plain(mark) == "of";
  const bool is_infinitive_here = is_infinitive(reading, verb);
  if (reading.deprel(verb) == Deprel::kAcl && (is_infinitive_here || is_of)) {
    if (is_infinitive_here && acts_in_headline(reading, above)) return Carrier::kPlanned;
    if (word == "plan" || word == "plans" || word == "decision" || word == "intention" ||
        word == "intent" || word == "pledge" || word == "promise") {
      return Carrier::kPlanned;
    }
    if (!is_infinitive_here) return Carrier::kNone;
    return Carrier::kPossible;  // "a bid to attack", "the right to attack"
  }
  if (reading.deprel(verb) == Deprel::kCcomp) {
    const Carrier carrier = words.carrier(word);
    return carrier == Carrier::kDenied || word == "hopes" || word == "feared" ? carrier
                                                                             : Carrier::kNone;
  }
  if (reading.deprel(verb) != Deprel::kXcomp && reading.deprel(verb) != Deprel::kAdvcl) {
    return Carrier::kNone;
  }
  if (!is_infinitive(reading, verb) && !is_gerund(reading, verb)) return Carrier::kNone;
  if (reading.deprel(verb) == Deprel::kAdvcl) {
    // "went to Cairo to meet": what was meant; "attacked, killing six": what came of it.
    return is_infinitive(reading, verb) ? Carrier::kPlanned : Carrier::kNone;
  }
  const Carrier carrier = words.carrier(word);
  if (carrier != Carrier::kNone && carrier != Carrier::kRebutted && carrier != Carrier::kConfirmed) return carrier;
  return is_infinitive(reading, verb) ? Carrier::kPossible : Carrier::kNone;
}

}  // namespace

StatusFound status_of(const Reading& reading, const EventWords& words, std::uint32_t trigger) {
  StatusFound found;
  bool negated = false, future = false, possible = false, ongoing = false, failed = false;
  std::uint32_t verb = trigger;
  for (std::uint32_t steps = 0; steps < kMostClimbs && verb != kNone; ++steps) {
    const Marks marks = marks_at(reading, words, verb);
    negated = negated || marks.is_negated;
    ongoing = ongoing || marks.is_progressive;
    if (marks.is_future) future = true;
    if (marks.is_modal) (marks.is_would && !marks.has_if_below ? future : possible) = true;
    if (marks.is_conditional) possible = true;
    if (reading.deprel(verb) == Deprel::kConj) {  // "will meet and discuss"
      const std::uint32_t above = reading.head(verb);
      const bool has_own = reading.child(verb, Deprel::kNsubj) != kNone ||
                           reading.child(verb, Deprel::kAux) != kNone;
      if (above == kNone || has_own) break;
      verb = above;
      continue;
    }
    if (const std::uint32_t denial = denial_of_claim(reading, words, verb); denial != kNone) {
      if (marks_at(reading, words, denial).is_negated) {  // "did not deny reports that"
        possible = true;
        break;
      }
      negated = true;
      found.denial = denial;
      break;
    }
    const Carrier carrier = carrier_above(reading, words, verb);
    if (carrier == Carrier::kNone) break;
    if (carrier == Carrier::kPlanned) future = true;
    if (carrier == Carrier::kWilling) found.is_offer = true;
    if (carrier == Carrier::kPossible) possible = true;
    if (carrier == Carrier::kOngoing) ongoing = true;
    if (carrier == Carrier::kDenied) {
      negated = true;
      failed = failed || reading.plain(reading.head(verb)).starts_with("fail");
      if (reading.deprel(verb) == Deprel::kCcomp) found.denial = reading.head(verb);
    }
    verb = reading.head(verb);
  }
  // A headline's infinitive: "Ministers to meet in Oslo".
  const std::uint32_t top = reading.head(trigger);
  if (is_infinitive(reading, trigger) && top == kNone) future = true;
  found.is_negated_future = negated && (future || failed);
  if (negated) found.status = EventStatus::kDenied;
  else if (possible) found.status = EventStatus::kPossible;
  else if (future) found.status = EventStatus::kPlanned;
  else if (ongoing) found.status = EventStatus::kOngoing;
  else found.status = EventStatus::kActual;
  found.is_scheduled = found.status == EventStatus::kActual && is_on_schedule(reading, trigger);
  return found;
}

}  // namespace tacitus
