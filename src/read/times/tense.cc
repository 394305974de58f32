// Reads tense off the tree. English has no future form: auxiliaries, infinitives and a few
// prepositions tell it.
#include "read/times/tense.h"

#include <algorithm>

namespace tacitus {
namespace {

constexpr int kMostSteps = 8;
constexpr int kMostChildren = 24;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_verb(const Reading& reading, std::uint32_t token) {
  return reading.upos(token) == Upos::kVerb || reading.upos(token) == Upos::kAux;
}

// Forms of verbs that end like the past but are not: none is worth a table, as the tree's
// auxiliaries decide most; irregular pasts that the press writes most are listed.
bool looks_past(std::string_view word) {
  if (word.size() > 3 && word.ends_with("ed") && !is_one_of(word, {"need", "proceed", "exceed",
                                                                  "succeed", "speed", "feed",
                                                                  "breed", "bleed"})) {
    return true;
  }
  return is_one_of(word, {"said", "was", "were", "had", "did", "told", "made", "took", "came",
                          "went", "met", "won", "lost", "began", "fell", "rose", "held", "left",
                          "found", "got", "gave", "saw", "became", "brought", "sent", "kept",
                          "led", "sold", "bought", "paid", "spoke", "wrote", "ran", "stood", "shot",
                          "struck", "broke", "grew", "drew", "flew", "threw", "knew", "thought",
                          "felt", "sought", "fought", "caught", "taught", "built", "spent", "dealt",
                          "laid", "swore", "chose", "drove", "rode", "sank", "hung", "died"});
}

bool is_future_word(std::string_view word) {
  return is_one_of(word, {"will", "'ll", "shall", "wo", "ll"});
}

// Words that what is to come hangs from: "expected to", "plans to".
bool looks_ahead(std::string_view word) {
  return is_one_of(word, {"expected", "expects", "expect", "scheduled", "due", "plans", "plan",
                          "planned", "planning", "set", "slated", "hopes", "hope", "wants", "want",
                          "intends", "intend", "going", "likely", "ready", "agreed", "promised",
                          "vowed", "pledged", "poised", "supposed", "meant", "bound"});
}

Tense tense_of_verb(const Reading& reading, std::uint32_t verb) {
  bool has_to = false, has_past = false, has_present = false;
  int left = kMostChildren;
  for (std::uint32_t c = reading.first_child(verb); c != kNone && left > 0;
       c = reading.next_sibling(c), --left) {
    const std::string_view word = reading.plain(c);
    if (is_future_word(word)) return Tense::kFuture;
    if (c > verb) continue;
    if (reading.upos(c) == Upos::kPart || reading.deprel(c) == Deprel::kMark) {
      has_to |= word == "to";
    }
    if (reading.upos(c) != Upos::kAux) continue;
    has_past |= is_one_of(word, {"was", "were", "had", "did", "been", "has", "have", "'ve"});
    has_present |= is_one_of(word, {"is", "are", "am", "'s", "'re", "may", "might", "can", "could",
                                    "should", "must", "would", "be", "does", "do"});
  }
  const std::string_view word = reading.plain(verb);
  if (has_to && !has_past) return Tense::kFuture;
  if (has_past) return Tense::kPast;
  if (has_present) {
    // "is meeting on Tuesday", "are due", but "is dated March 4".
    return word.ends_with("ing") || looks_ahead(word) ? Tense::kFuture : Tense::kUnknown;
  }
  if (looks_past(word)) return Tense::kPast;
  if (word.ends_with("ing")) return Tense::kUnknown;
  return Tense::kUnknown;
}

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

TenseFound tense_of(const Reading& reading, Range time) {
  const std::uint32_t first = reading.sentence_of(time.first).first_token;
  const std::uint32_t verb = verb_above(reading, time);
  std::uint32_t before = time.first;
  while (before > first &&
         is_one_of(reading.plain(before - 1), {"on", "the", "in", "late", "early"})) {
    --before;
  }
  if (before > first) {
    const std::string_view word = reading.plain(before - 1);
    if (is_one_of(word, {"since", "ended"})) return {Tense::kPast, true};
    if (is_one_of(word, {"due", "expires", "scheduled", "payable"})) return {Tense::kFuture, true};
    if (is_one_of(word, {"until", "till", "through", "starting", "beginning", "effective"})) {
      // "gave them until Friday": what is told is past, the time need not be.
      const Tense tense = verb == kNone ? Tense::kUnknown : tense_of_verb(reading, verb);
      return {tense == Tense::kPast ? Tense::kUnknown : Tense::kFuture, false};
    }
  }
  const std::uint32_t top = reading.head_of(time);
  std::uint32_t at = verb;
  for (int step = 0; step < 3 && at != kNone; ++step) {
    const Tense tense = tense_of_verb(reading, at);
    if (tense != Tense::kUnknown) return {tense, reading.head(top) == at};
    // A participle or bare form has the tense of what it hangs from.
    at = verb_above(reading, {at, at + 1});
  }
  return {};
}

}  // namespace tacitus
