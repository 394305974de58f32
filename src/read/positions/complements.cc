// What stands beside a word of stance: its particles, the words of an idiom, and the nouns that can be its matter.
#include <algorithm>

#include "base/weekdays.h"
#include "read/positions/finder.h"
#include "read/positions/word_lists.h"
#include "read/word_kinds.h"

namespace tacitus {

std::uint32_t PositionFinder::behind(const EventClause& clause, std::string_view preposition) const {
  for (const EventClause::Oblique& o : clause.obliques) {
    if (o.preposition == preposition) return o.token;
  }
  const std::uint32_t found = complement(clause.verb, preposition);
  if (found != kNone || clause.objects.empty()) return found;
  return complement(clause.objects.front(), preposition);  // "said yes to the offer"
}

bool PositionFinder::has_particles(const StanceFrame& frame, const EventClause& clause) const {
  std::uint32_t next = clause.verb + 1;
  // "Backed away", "weighed in on": a particle makes another verb of it.
  if (frame.particles.empty() && next < reading_.size() && reading_.head(next) == clause.verb &&
      reading_.deprel(next) != Deprel::kCase &&
      is_one_of(reading_.plain(next), {"in", "out", "off", "away", "down", "over", "back", "along", "through"})) {
    return false;
  }
  for (const std::string& particle : frame.particles) {
    if (next < reading_.size() && reading_.plain(next) == particle) {
      ++next;
      continue;
    }
    const bool found = std::any_of(
        clause.particles.begin(), clause.particles.end(),
        [&](std::uint32_t t) { return reading_.plain(t) == particle; });
    if (!found) return has_words_behind(frame, clause);
  }
  return true;
}

// "Threw her full weight behind the pact": the words stand one beside the other behind the verb, the last
// or the first of them hangs from it, and only what belongs to them stands between.
bool PositionFinder::has_words_behind(const StanceFrame& frame, const EventClause& clause) const {
  constexpr std::uint32_t kReach = 8;
  const auto count = static_cast<std::uint32_t>(frame.particles.size());
  const std::uint32_t end = std::min(reading_.sentence_of(clause.verb).end_token, clause.verb + kReach);
  for (std::uint32_t t = clause.verb + 1; t + count <= end; ++t) {
    if (reading_.is_punctuation(t)) return false;
    bool is_here = true;
    for (std::uint32_t i = 0; i < count && is_here; ++i) {
      is_here = reading_.plain(t + i) == frame.particles[i];
    }
    if (is_here) {
      for (std::uint32_t i = 0; i < count; ++i) {
        if (reading_.head(t + i) == clause.verb) return true;
      }
    }
  }
  return false;
}

// A noun that can be a matter: no word for a time.
bool PositionFinder::is_matter(std::uint32_t token) const {
  const Upos upos = reading_.upos(token);
  if (upos == Upos::kAdv || upos == Upos::kAdp || upos == Upos::kNum) return false;
  // A noun that the model takes for a verb has what nouns have: "a tax increase".
  if (upos == Upos::kVerb && reading_.child(token, Deprel::kDet) == kNone &&
      reading_.child(token, Deprel::kAmod) == kNone && reading_.child(token, Deprel::kCompound) == kNone &&
      reading_.child(token, Deprel::kNmodPoss) == kNone) {
    return false;
  }
  const std::string_view word = reading_.plain(token);
  return !is_weekday(word) && !is_of_kind(word, WordKind::kNoMatter);
}

// "Worried about trade", "fears for their future": it is to be kept.
bool PositionFinder::is_feared_for(std::uint32_t noun, std::string_view preposition) const {
  if (!is_one_of(preposition, {"about", "over", "for"}) || !words_.is("valued", reading_.plain(noun))) return false;
  const bool is_bare = reading_.child(noun, Deprel::kAmod) == kNone && reading_.child(noun, Deprel::kCompound) == kNone;
  return is_bare && reading_.nominal(noun).first + 1 >= noun;
}

// Whether a name is a person's.
bool PositionFinder::person_inside(std::uint32_t name) const {
  const Range range = reading_.nominal(name);
  for (std::uint32_t t = range.first; t <= name; ++t) {
    if (person_.at(t) != kNone) return true;
  }
  return false;
}

std::optional<PositionFinder::Told> PositionFinder::told_by_noun_phrase(Stance stance,
                                                                        std::uint32_t noun) const {
  const std::string_view word = reading_.plain(noun);
  const bool is_wanted = stance == Stance::kDemand && words_.is("amends", word);
  if ((words_.is("void", word) && !is_wanted) || !is_matter(noun)) return std::nullopt;
  std::optional<Issue> issue = issues_.noun(noun);
  if (!issue) return std::nullopt;
  const std::uint32_t second = issue->words.first + 1;
  if (issue->text.starts_with("no to ") && second < noun && reading_.plain(second) == "to") {
    // "Says no to early elections", where the tree gives the answer to the matter.
    issue->text.erase(0, std::string_view("no to ").size());
  } else if (issue->text.starts_with("no ") && issue->words.has(noun)) {
    // "Accepts no conditions".
    const std::optional<Stance> other = turned(stance);
    if (!other) return std::nullopt;
    issue->text.erase(0, 3);
    return Told{*other, std::move(*issue), Claim::kNoun, kNone};
  }
  extend_in_content(noun, *issue);
  return Told{stance, std::move(*issue), Claim::kNoun, kNone, noun};
}

// "A cut in output", where the tree hangs the second from the verb: as far as the content of a statement
// that begins with the issue reaches.
void PositionFinder::extend_in_content(std::uint32_t noun, Issue& issue) const {
  constexpr std::uint32_t kLongest = 18;
  constexpr std::string_view kPrepositions[] = {"of", "in", "on", "to", "with", "between", "against",
                                                "for", "from", "over", "about", "into"};
  const std::uint32_t statement = statement_[noun];
  if (statement == kNone || reading_.upos(noun) == Upos::kPropn || issue.words.empty() || !issue.words.has(noun)) return;
  for (const Span span : record_.statements[statement].content) {
    const Range content = tokens_in(span);
    const std::uint32_t next = issue.words.end;
    if (!content.has(issue.words.first) || issue.words.first > content.first + 1 || !content.has(next)) continue;
    const std::string_view word = reading_.plain(next);
    if (std::find(std::begin(kPrepositions), std::end(kPrepositions), word) == std::end(kPrepositions)) return;
    for (std::uint32_t t = next + 1; t < std::min(content.end, next + 6); ++t) {
      if (reading_.child(t, Deprel::kCase) != next) continue;
      if (!reading_.is_noun(t) || !is_matter(t)) return;
      const std::uint32_t end = std::min(content.end, issues_.phrase(t).end);
      if (end <= next + 1 || end - issue.words.first > kLongest) return;
      if (std::optional<Issue> longer = issues_.stretch({issue.words.first, end})) issue = std::move(*longer);
      return;
    }
  }
}

// "Criticised Norland for leaving the pact": Norland leaving it; "for the attack": the attack, with whose
// it is in front.
std::optional<PositionFinder::Told> PositionFinder::about_object(
    const EventClause& clause, std::string_view preposition, Stance stance) {
  if (clause.objects.empty()) return std::nullopt;
  const std::uint32_t object = clause.objects.front();
  std::uint32_t reason = complement(clause.verb, preposition);
  if (reason == kNone) reason = complement(object, preposition);
  if (reason == kNone) return std::nullopt;
  const std::uint32_t copula = reading_.child(reason, Deprel::kCop);  // "for being late"
  const bool is_being = copula != kNone && reading_.plain(copula) == "being";
  if (is_being || (reading_.upos(reason) == Upos::kVerb && is_gerund(reading_, reason))) {
    std::optional<Issue> issue = issues_.gerund(reason, object, false);
    if (!issue) return std::nullopt;
    return Told{stance, std::move(*issue), Claim::kClause, reason};
  }
  if (!reading_.is_noun(reason)) return std::nullopt;
  std::optional<Issue> issue = issues_.noun(reason);
  if (!issue) return std::nullopt;
  if (std::optional<Issue> who = issues_.noun(object);
      who && reading_.child(reason, Deprel::kNmodPoss) == kNone) {
    // "accused Russia on Friday of jamming": the tree may hang the reason from who is accused.
    if (who->words.has(reason)) {
      who->text = reading_.phrase({std::min(reading_.nominal(object).first, object), object + 1});
    }
    const std::string_view first = reading_.plain(issue->words.first);
    if (first == "the" || first == "a" || first == "an") {
      issue->text.erase(0, std::min(issue->text.size(), first.size() + 1));
    }
    issue->text = who->text + (who->text.ends_with('s') ? "' " : "'s ") + issue->text;
  }
  return Told{stance, std::move(*issue), Claim::kNoun, kNone};
}

}  // namespace tacitus
