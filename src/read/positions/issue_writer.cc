// Cuts and rewrites the words of an issue; issue_clauses.cc does it for clauses.
#include "read/positions/issue_writer.h"

#include <algorithm>

#include "read/events/clause.h"
#include "read/positions/word_lists.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kFarthest = 90;  // tokens back to what a word refers to
constexpr std::uint32_t kFarthestSame = 240;  // to the same word with more to it

bool points_back(std::string_view word) {
  return is_one_of(word, {"it", "this", "that", "these", "those", "they", "them", "such", "so",
                          "one", "both", "which"});
}

// Says nothing of what a position is on where it stands alone.
bool is_empty(std::string_view word) {
  return is_one_of(word, {"one", "ones", "how", "what", "why", "when", "where", "more", "less", "much",
                          "something", "anything", "everything", "nothing", "things", "thing", "lot",
                          "others", "other", "way", "ways", "time", "so", "too", "people"});
}

}  // namespace

IssueWriter::IssueWriter(const Reading& reading, const StanceWords& words, const Record& record)
    : reading_(reading), words_(words), record_(record), called_(record.actors.size()) {
  for (const Mention& mention : record.mentions) {
    if (!mention.actor) continue;
    const std::uint32_t token = reading.token_at(mention.span.begin);
    if (token >= reading.size()) continue;
    if (mention.type == MentionType::kPron) {
      pronoun_.set(token, *mention.actor);
      continue;
    }
    learn_name(mention, token);
    const std::uint32_t last = reading.token_at(mention.span.end > 0 ? mention.span.end - 1 : 0);
    if (last >= reading.size() || last < token) continue;
    named_.set(last, *mention.actor);
    if (last - token < kLongest) named_.set(reading.head_of({token, last + 1}), *mention.actor);
  }
}

std::optional<Issue> IssueWriter::written(Range range, std::string_view before, Range named) const {
  const auto is_edge = [&](std::uint32_t t) {
    return (reading_.is_punctuation(t) && reading_.plain(t) != "$") || reading_.deprel(t) == Deprel::kPunct ||
           reading_.upos(t) == Upos::kCconj;
  };
  const auto is_owner_mark = [&](std::uint32_t t) { return is_one_of(reading_.plain(t), {"'s", "'", "’s", "’"}); };
  while (!range.empty() && (is_edge(range.end - 1) || is_owner_mark(range.end - 1))) --range.end;
  while (!range.empty() && before.empty() && is_edge(range.first)) ++range.first;
  if (range.empty() && before.empty()) return std::nullopt;
  Issue issue;
  issue.text = before;
  issue.words = range;
  const std::string rest = render(range, named);
  if (!issue.text.empty() && !rest.empty()) issue.text += ' ';
  issue.text += rest;
  if (issue.text.empty()) return std::nullopt;
  return issue;
}

std::optional<Issue> IssueWriter::stretch(Range range) const {
  if (range.size() > kLongest) range.end = range.first + kLongest;
  return written(range, {});
}

// Cuts a range that is too long at the last preposition or comma behind its head that lies inside.
Range IssueWriter::shortened(Range range, std::uint32_t head) const {
  if (range.size() <= kLongest) return range;
  std::uint32_t end = range.first + kLongest;
  if (end <= head) return {range.first, head + 1};
  for (std::uint32_t t = end; t > head + 1; --t) {
    const bool parts = reading_.upos(t) == Upos::kAdp || reading_.plain(t) == "," ||
                       reading_.upos(t) == Upos::kCconj || reading_.upos(t) == Upos::kSconj;
    if (parts) return {range.first, t};
  }
  return {range.first, end};
}

Range IssueWriter::phrase(std::uint32_t noun) const {
  if (const std::uint32_t name = named_beside(noun); name != kNone) {
    return {name, std::max(reading_.nominal(name).end, name + 1)};
  }
  Range range = reading_.nominal(noun);
  if (!range.has(noun)) range = {noun, noun + 1};
  // An owner that the tree hangs beside the noun: "the exchange's computer system".
  if (range.first >= 2 && reading_.plain(range.first - 1) == "'s" && range.first - 2 >= reading_.sentence_of(noun).first_token) {
    const Range owner = reading_.nominal(range.first - 2);
    if (owner.end <= range.first && owner.size() < kLongest / 2) range.first = owner.first;
  }
  // "Rejected Turkish claims", where the tree has the adjective as an object of its own.
  while (range.first > 0 && reading_.upos(range.first - 1) == Upos::kAdj &&
         reading_.deprel(range.first - 1) == Deprel::kObj && reading_.head(range.first - 1) == reading_.head(noun)) {
    --range.first;
  }
  std::uint32_t reached = range.end;
  each_child(reading_, noun, [&](std::uint32_t c) {
    if (c < noun) return;
    const Deprel deprel = reading_.deprel(c);
    Range below = reading_.subtree(c);
    if (deprel == Deprel::kAcl) below.end = end_of_noun_clause(c);
    // "a law that protects makers" says nothing as "a law".
    const bool is_bare = reached - range.first <= 2;
    // What stands behind a comma only adds to it: "the pact, which Norland signed".
    const bool is_added = reading_.plain(below.first) == "," || reading_.upos(noun) == Upos::kPropn;
    const bool takes = (deprel == Deprel::kAcl && reading_.plain(below.first) != ",") ||
                       (deprel == Deprel::kRelcl && is_bare && !is_added) ||
                       (deprel == Deprel::kNmod && below.end - range.first <= kLongest) ||
                       (deprel == Deprel::kConj && reading_.is_noun(c) &&
                        !(reading_.upos(c) == Upos::kPropn && reading_.upos(noun) == Upos::kPropn) &&
                        below.end - range.first <= kLongest && below.size() <= 8);
    // "A scalpel, not an axe" is nothing without what it is not.
    const std::uint32_t first = reading_.child(c, Deprel::kAdvmod);
    const bool is_contrast = (deprel == Deprel::kAppos || deprel == Deprel::kConj) && first != kNone && first < c && is_bare_not(reading_.plain(first)) &&
                             below.first <= reached && first <= reached + 1 && below.size() <= 8;
    if (is_contrast) reached = std::max(reached, below.end);
    // A comma parts a clause from what it only adds to.
    const bool touches = below.first <= reached + (deprel == Deprel::kConj || deprel == Deprel::kNmod);
    if (takes && touches && below.end > reached) reached = below.end;
  });
  range.end = std::max(range.end, reached);
  // Prepositions and conjunctions in front are no part of it.
  while (range.first < noun) {
    const std::uint32_t t = range.first;
    const bool goes = reading_.head(t) == noun && (reading_.deprel(t) == Deprel::kCase ||
                                                   reading_.deprel(t) == Deprel::kMark ||
                                                   reading_.deprel(t) == Deprel::kCc);
    // "Not against a stadium", where the side that it is on is told apart.
    const bool is_not = is_bare_not(reading_.plain(t)) && t + 1 < noun && reading_.head(t + 1) == noun &&
                        reading_.deprel(t + 1) == Deprel::kCase;
    if (!goes && !is_not && !reading_.is_punctuation(t)) break;
    ++range.first;
  }
  return shortened(range, noun);
}

// "The plan", "such a decision": a word of the class that says nothing alone, and nothing with it.
bool IssueWriter::says_nothing(std::uint32_t noun) const {
  if (!words_.is("light", reading_.plain(noun))) return false;
  const std::uint32_t det = reading_.child(noun, Deprel::kDet);
  // "A bill" is a new one.
  if (det != kNone && is_one_of(reading_.plain(det), {"a", "an", "any", "some", "no"}) &&
      (det == 0 || reading_.plain(det - 1) != "such")) {
    return false;
  }
  const Range range = reading_.nominal(noun);
  constexpr std::uint32_t kMostEmpty = 4;
  if (range.size() > kMostEmpty) return false;
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    const Upos upos = reading_.upos(t);
    if (t != noun && upos != Upos::kDet && upos != Upos::kPron && upos != Upos::kPunct &&
        upos != Upos::kAdp && reading_.plain(t) != "such" && reading_.plain(t) != "new") {
      return false;
    }
  }
  bool has_more = false;
  each_child(reading_, noun, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    has_more = has_more || deprel == Deprel::kAcl || deprel == Deprel::kRelcl;
  });
  return !has_more;
}

// "The law" is a bill that was spoken of, but no plea; "the move" may be any.
bool IssueWriter::may_stand_for(std::uint32_t noun, std::uint32_t other) const {
  bool is_kin_to_some = false;
  for (const std::string_view kin : {"statute", "bargain", "asking", "offering", "promise"}) {
    if (!words_.is(kin, reading_.plain(noun))) continue;
    is_kin_to_some = true;
    if (words_.is(kin, reading_.plain(other))) return true;
  }
  return !is_kin_to_some;
}

// What a pronoun or bare word refers to: the same noun with more to it, else the nearest noun before
// it that a verb acts on or that is one of those with a clause, in this sentence or the one before; the same
// noun may stand farther back.
std::uint32_t IssueWriter::referent(std::uint32_t token) const {
  const std::uint32_t sentence = reading_.sentence(token);
  const bool is_pronoun = !reading_.is_noun(token);
  std::uint32_t found = kNone;
  std::uint32_t from = reading_.nominal(token).first;
  for (std::uint32_t steps = 0; from > 0 && steps < kFarthestSame; ++steps) {
    const std::uint32_t t = --from;
    const bool is_near = reading_.sentence(t) + 1 >= sentence && steps < kFarthest;
    if (!is_near && is_pronoun) break;
    if (!is_near && reading_.plain(t) != reading_.plain(token)) continue;
    if (is_pronoun && found != kNone && reading_.sentence(t) != reading_.sentence(found)) break;
    // "We did not start this and we do not want it": what "this" is.
    const bool is_back = is_pronoun && reading_.sentence(t) == sentence && reading_.upos(t) == Upos::kPron &&
                         reading_.deprel(t) == Deprel::kObj && is_one_of(reading_.plain(t), {"this", "that", "it"});
    if (is_back && found == kNone && pronoun_.at(t) == kNone) return kNone;
    if (reading_.upos(t) != Upos::kNoun) continue;
    const Deprel deprel = reading_.deprel(t);
    const bool is_here = deprel == Deprel::kObj && reading_.sentence(t) == sentence;
    // Words that somebody else is quoted with are not what this one speaks of.
    const std::uint32_t opening = reading_.nominal(t).first;
    if (is_pronoun && opening > 0 && is_double_quote(reading_.word(opening - 1)) && reading_.sentence(t) != sentence) {
      continue;
    }
    if (says_nothing(t) || (reading_.nominal(t).size() < 2 && !is_here)) continue;
    if (!is_pronoun && reading_.plain(t) == reading_.plain(token)) return t;
    if (found != kNone) continue;
    // "Any package" is none in particular.
    const std::uint32_t det = reading_.child(t, Deprel::kDet);
    if (!is_pronoun && det != kNone && is_one_of(reading_.plain(det), {"any", "no", "every"})) continue;
    const bool is_aim = deprel == Deprel::kObj || deprel == Deprel::kNsubjPass ||
                        (deprel == Deprel::kNsubj && is_pronoun);
    bool has_clause = false;
    each_child(reading_, t, [&](std::uint32_t c) {
      has_clause = has_clause || (c > t && reading_.deprel(c) == Deprel::kAcl);
    });
    const bool is_person = reading_.knowledge().person_word(reading_.plain(t)) != nullptr ||
                           reading_.knowledge().body_word(reading_.plain(t)) != nullptr;
    const bool is_light = words_.is("light", reading_.plain(t)) || words_.is("plan", reading_.plain(t));
    if (is_person || (!is_pronoun && !may_stand_for(token, t))) continue;
    if (is_pronoun ? is_aim : (has_clause || is_light)) found = t;
  }
  return found;
}

// "Norland called on the bloc to resume talks. Esteria rejected the idea": what was called for last.
std::optional<Issue> IssueWriter::proposed_before(std::uint32_t noun) const {
  if (!is_one_of(reading_.plain(noun), {"idea", "proposal", "suggestion", "call", "calls", "demand", "request",
                                        "appeal", "offer", "plea"})) {
    return std::nullopt;
  }
  const std::uint32_t sentence = reading_.sentence(noun);
  std::uint32_t t = noun;
  for (std::uint32_t steps = 0; t > 0 && steps < kFarthest; ++steps) {
    --t;
    if (reading_.sentence(t) + 1 < sentence) break;
    if (reading_.upos(t) != Upos::kVerb) continue;
    const std::string_view word = reading_.plain(t);
    const bool is_own = is_one_of(word, {"proposed", "proposes", "offered", "offers", "suggested", "suggests"});
    const bool asks = is_one_of(word, {"called", "calls", "urged", "urges", "asked", "asks", "invited", "invites",
                                       "pressed", "presses", "appealed", "appeals"});
    if (!is_own && !asks) continue;
    std::uint32_t aim = kNone, asked = kNone;
    each_child(reading_, t, [&](std::uint32_t c) {
      const Deprel deprel = reading_.deprel(c);
      const bool is_below = deprel == Deprel::kXcomp || deprel == Deprel::kCcomp || deprel == Deprel::kAdvcl;
      if (c < t) return;
      if (is_below && (is_infinitive(reading_, c) || (is_own && is_gerund(reading_, c)))) aim = c;
      const bool is_whom = deprel == Deprel::kObj || deprel == Deprel::kIobj || deprel == Deprel::kObl;
      if (is_whom && asked == kNone) asked = c;
    });
    if (aim == kNone) return std::nullopt;
    return gerund(aim, is_own || asked > aim ? kNone : asked, false);
  }
  return std::nullopt;
}

// "His counterpart Clara Weber": where her name begins, which stands better by itself; kNone.
std::uint32_t IssueWriter::named_beside(std::uint32_t noun) const {
  const std::uint32_t owner = reading_.child(noun, Deprel::kNmodPoss);
  if (owner == kNone || reading_.upos(owner) != Upos::kPron || owner > noun) return kNone;
  if (!reading_.knowledge().person_word(reading_.plain(noun))) return kNone;
  const std::uint32_t next = noun + 1;
  const bool is_name = next < reading_.sentence_of(noun).end_token &&
                       reading_.upos(next) == Upos::kPropn &&
                       (reading_.head(next) == noun || reading_.head(next) == reading_.head(noun));
  return is_name ? next : kNone;
}

std::optional<Issue> IssueWriter::noun(std::uint32_t token) const {
  if (reading_.upos(token) == Upos::kPron || reading_.upos(token) == Upos::kDet) {
    if (pronoun_.at(token) != kNone) return written({token, token + 1}, {});
    // "What they describe as a poor offer", "what she called an attack": that.
    const std::uint32_t calling = reading_.plain(token) == "what" ? reading_.child(token, Deprel::kRelcl) : kNone;
    if (calling != kNone && words_.is("regard", reading_.plain(calling))) {
      std::uint32_t meant = kNone;
      each_child(reading_, calling, [&](std::uint32_t c) {
        const bool is_so = reading_.deprel(c) == Deprel::kXcomp || preposition_of(reading_, c) == "as";
        if (meant == kNone && c > calling && is_so && reading_.is_noun(c)) meant = c;
      });
      return meant == kNone ? std::nullopt : noun(meant);
    }
    if (!points_back(reading_.plain(token)) || reading_.child(token, Deprel::kAcl) != kNone ||
        reading_.child(token, Deprel::kRelcl) != kNone) {
      return std::nullopt;  // "those who call for it" are none of these
    }
    const std::uint32_t meant = referent(token);
    if (meant == kNone) return std::nullopt;
    return noun(meant);
  }
  if (reading_.is_punctuation(token) && reading_.plain(token) != "$") return std::nullopt;
  if (reading_.nominal(token).size() == 1 && is_empty(reading_.plain(token))) return std::nullopt;
  // "A proposal to change the clocks" is about changing them.
  if (words_.is("light", reading_.plain(token))) {
    std::uint32_t aim = kNone;
    each_child(reading_, token, [&](std::uint32_t c) {
      if (c > token && reading_.deprel(c) == Deprel::kAcl && is_infinitive(reading_, c)) aim = c;
    });
    if (aim != kNone) return gerund(aim, kNone, false);
    if (says_nothing(token)) {
      if (std::optional<Issue> proposed = proposed_before(token)) return proposed;
      const std::uint32_t meant = referent(token);
      if (meant == kNone) return std::nullopt;
      return says_nothing(meant) ? std::nullopt : noun(meant);
    }
  }
  return written(phrase(token), {});
}

}  // namespace tacitus
