// What the clauses about a verb of stance say of it: subjunctives, conditions, who is to act.
#include <algorithm>
#include <unordered_set>

#include "read/events/verb_forms.h"
#include "read/positions/finder.h"
#include "read/positions/word_lists.h"

namespace tacitus {
namespace {

// "Left", "sent", and "cut", which may be.
bool is_irregular_past(std::string_view word) {
  static const std::unordered_set<std::string_view> kPasts = [] {
    std::unordered_set<std::string_view> out;
    for (const auto& [verb, pasts] : irregular_verbs()) out.insert(pasts.begin(), pasts.end());
    return out;
  }();
  return kPasts.contains(word);
}

}  // namespace

// The subject of a clause behind "that" whose verb stands in its base form, which tells what is to be and
// not what is so; kNone where it tells that. A plural's present tense looks alike, but not behind a demand.
std::uint32_t PositionFinder::subjunctive_subject(std::uint32_t verb, Stance stance) const {
  const std::uint32_t mark = reading_.child(verb, Deprel::kMark);
  if (mark == kNone || reading_.plain(mark) != "that") return kNone;
  std::uint32_t subject = reading_.child(verb, Deprel::kNsubj);
  if (subject == kNone) subject = reading_.child(verb, Deprel::kNsubjPass);
  if (subject == kNone || subject > verb) return kNone;
  std::uint32_t first = verb;
  each_child(reading_, verb, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    const bool carries = deprel == Deprel::kAux || deprel == Deprel::kCop;
    if (c < first && carries && !is_bare_not(reading_.plain(c))) first = c;
  });
  const std::string_view word = reading_.plain(first);
  if (word == "be") return subject;
  const bool is_base = first == verb && reading_.upos(verb) == Upos::kVerb && !word.ends_with('s') &&
                       !word.ends_with("ed") && (stance == Stance::kDemand || !is_irregular_past(word));
  const bool is_plural = reading_.plain(subject).ends_with('s') || reading_.upos(subject) == Upos::kPron ||
                         reading_.child(subject, Deprel::kConj) != kNone;
  return is_base && (!is_plural || stance == Stance::kDemand) ? subject : kNone;
}

// Whether "out", "gone" or "away" stands right behind a noun and hangs from it or from its verb.
bool PositionFinder::is_sent_away(std::uint32_t noun) const {
  const std::uint32_t next = reading_.nominal(noun).end;
  if (next <= noun || next >= reading_.sentence_of(noun).end_token) return false;
  if (!is_one_of(reading_.plain(next), {"out", "gone", "away"})) return false;
  const std::uint32_t behind = next + 1;
  const bool goes_on = behind < reading_.size() && reading_.head(behind) == next && !reading_.is_punctuation(behind);
  return !goes_on && (reading_.head(next) == reading_.head(noun) || reading_.head(next) == noun);
}

// Whether a noun is who is to do something, and not what is to serve for it: "called for a tax to pay for this".
bool PositionFinder::acts(std::uint32_t noun, std::uint32_t infinitive) {
  constexpr std::uint32_t kReach = 10;
  if (infinitive > noun + kReach) return false;
  if (reading_.upos(noun) == Upos::kPropn || reading_.upos(noun) == Upos::kPron) return true;
  if (words_.is("people", reading_.plain(noun)) || reading_.child(infinitive, Deprel::kAux) != kNone ||
      reading_.child(infinitive, Deprel::kCop) != kNone || reading_.plain(infinitive) == "be") {
    return true;
  }
  People doers;
  actors_.find(noun, Inside::kNobody, doers);
  return !doers.empty();
}

// "When the sides agree on them, we will say so": they have not. The tree has the first word below
// either verb.
bool PositionFinder::is_condition(std::uint32_t verb) const {
  const std::uint32_t above = reading_.head(verb);
  if (reading_.deprel(verb) != Deprel::kAdvcl || above == kNone) return false;
  const auto opens = [&](std::uint32_t t) {
    return is_one_of(reading_.plain(t), {"when", "once", "until", "unless", "if"});
  };
  const std::uint32_t first = reading_.subtree(verb).first;
  if (!opens(first) && (first == reading_.sentence_of(verb).first_token || !opens(first - 1))) return false;
  bool is_future = false;
  each_child(reading_, above, [&](std::uint32_t c) {
    is_future = is_future || (reading_.deprel(c) == Deprel::kAux &&
                              is_one_of(reading_.plain(c), {"will", "would", "'ll", "can", "could", "shall", "may"}));
  });
  return is_future;
}

// "Has neither endorsed nor opposed it": the two leave it open together.
bool PositionFinder::is_neither(std::uint32_t verb) const {
  const auto joined_by = [&](std::uint32_t word, std::string_view joint) {
    bool found = false;
    each_child(reading_, word, [&](std::uint32_t c) { found = found || (c < word && reading_.plain(c) == joint); });
    return found;
  };
  std::uint32_t other = kNone;
  if (joined_by(verb, "neither")) {
    each_child(reading_, verb, [&](std::uint32_t c) {
      if (c > verb && reading_.deprel(c) == Deprel::kConj && joined_by(c, "nor")) other = c;
    });
  } else if (reading_.deprel(verb) == Deprel::kConj && joined_by(verb, "nor")) {
    other = reading_.head(verb);
  }
  if (other == kNone) return false;
  const auto one = words_.frames(StanceKind::kVerb, reading_.plain(verb));
  const auto two = words_.frames(StanceKind::kVerb, reading_.plain(other));
  if (one.empty() || two.empty()) return false;
  const std::optional<Stance> first = words_.frame(one.front()).stance, second = words_.frame(two.front()).stance;
  return first && second && is_for(*first) != is_for(*second);
}

}  // namespace tacitus
