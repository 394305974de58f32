// Writes clauses as issues: with an ing-form for the verb, or as they stand.
#include <algorithm>

#include "read/events/clause.h"
#include "read/events/verb_forms.h"
#include "read/positions/issue_writer.h"
#include "read/positions/word_lists.h"

namespace tacitus {
namespace {

bool is_modal(std::string_view word) {
  return is_one_of(word, {"must", "should", "would", "will", "could", "can", "may", "might", "shall",
                          "ought", "to", "'ll", "'d", "wo", "ca", "do", "does", "did"});
}

// No base form, which an ing-form could be made of: "armed".
bool is_past(std::string_view word) {
  return word.size() > 4 && word.ends_with("ed") && !word.ends_with("eed");
}

// Whether a verb ends with "-ing" as an ending: a stem has a vowel ("doing"), which that of "bring" has not.
bool has_ing_ending(std::string_view word) {
  if (!word.ends_with("ing")) return false;
  return word.substr(0, word.size() - 3).find_first_of("aeiouy") != std::string_view::npos;
}

}  // namespace

std::string ing_form_of(std::string_view verb) {
  // Two syllables with the stress on the last, which spelling does not show.
  for (const std::string_view word : {"begin", "permit", "admit", "commit", "submit", "refer", "prefer",
                                      "control", "compel", "occur", "transfer", "forget", "expel",
                                      "rebel", "dispel", "propel", "upset", "regret", "deter", "repel"}) {
    if (verb == word) return std::string(verb) + verb.back() + "ing";
  }
  if (verb == "be") return "being";
  for (const std::string& form : forms_of_verb(verb, irregular_verbs())) {
    if (form.ends_with("ing") && form.size() > verb.size()) return form;
  }
  return std::string(verb.substr(0, verb.size() - verb.ends_with('e'))) + "ing";
}

// Where the verb's complements end: before the next clause that is joined to it.
std::uint32_t IssueWriter::end_of_predicate(std::uint32_t verb) const {
  std::uint32_t end = verb + 1;
  bool is_done = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    if (c < verb || is_done) return;
    const Deprel deprel = reading_.deprel(c);
    const Range below = reading_.subtree(c);
    if (deprel == Deprel::kPunct) {
      is_done = reading_.plain(c) == "," || reading_.plain(c) == ";" || reading_.plain(c) == "--";
      return;
    }
    if (deprel == Deprel::kConj || deprel == Deprel::kCc || deprel == Deprel::kParataxis) {
      is_done = true;
      return;
    }
    if (deprel == Deprel::kAdvcl && !is_infinitive(reading_, c) &&
        (reading_.child(c, Deprel::kMark) != kNone || below.end - verb > kLongest / 2)) {
      const std::uint32_t mark = reading_.child(c, Deprel::kMark);
      const bool is_reason =
          mark != kNone && is_one_of(reading_.plain(mark), {"because", "as", "since", "while", "when",
                                                            "although", "though", "after", "before",
                                                            "where"});
      is_done = is_reason || (end > verb + 2 && below.end - verb > kLongest / 2);
      if (is_done) return;
    }
    const bool is_object = deprel == Deprel::kObj || deprel == Deprel::kObl || deprel == Deprel::kIobj;
    if (is_object && reading_.is_noun(c)) {
      end = std::max(end, phrase(c).end);
    } else {
      end = std::max(end, below.end);
    }
  });
  if (end == verb + 1) end = std::max(end, end_of_next(verb));
  return std::min(end, reading_.sentence_of(verb).end_token);
}

// "Asked to keep talking", "accused Norland of hiding documents": where the tree gives what stands right behind a
// verb that has nothing else to one above it, the end of that.
std::uint32_t IssueWriter::end_of_next(std::uint32_t verb) const {
  const std::uint32_t limit = reading_.sentence_of(verb).end_token;
  std::uint32_t next = verb + 1;
  if (next >= limit || reading_.is_punctuation(next)) return next;
  for (std::uint32_t steps = 0; steps < kMostClimbs; ++steps) {
    const std::uint32_t above = reading_.head(next);
    if (above == kNone || above <= verb) break;
    next = above;
  }
  std::uint32_t above = reading_.head(verb);
  if (above != kNone && reading_.head(next) != above) above = reading_.head(above);
  const bool is_above = above != kNone && above < verb && reading_.head(next) == above && next != verb;
  if (!is_above || reading_.upos(above) != Upos::kVerb || reading_.subtree(next).first != verb + 1) return verb + 1;
  const Deprel deprel = reading_.deprel(next);
  if (deprel == Deprel::kObj && reading_.is_noun(next)) return phrase(next).end;
  return deprel == Deprel::kXcomp && is_gerund(reading_, next) ? reading_.subtree(next).end : verb + 1;
}

// Where what hangs from a noun as a clause ends: before a comma with what is joined to its verb without "that",
// which may as well be joined to the verb of the noun.
std::uint32_t IssueWriter::end_of_noun_clause(std::uint32_t verb) const {
  std::uint32_t end = reading_.subtree(verb).end;
  each_child(reading_, verb, [&](std::uint32_t c) {
    if (c < verb || reading_.deprel(c) != Deprel::kConj || reading_.upos(c) != Upos::kVerb) return;
    if (reading_.child(c, Deprel::kMark) != kNone || reading_.child(c, Deprel::kNsubj) != kNone) return;
    const std::uint32_t first = reading_.subtree(c).first;
    if (reading_.plain(first) == ",") end = std::min(end, first);
  });
  return end;
}

std::string IssueWriter::ing_form(std::uint32_t verb) const {
  const std::string_view plain = reading_.plain(verb);
  if (has_ing_ending(plain)) return std::string(plain);
  if (is_one_of(plain, {"is", "are", "was", "were", "been", "am", "'s", "'re"})) return "being";
  if (is_one_of(plain, {"has", "had", "'ve"})) return "having";
  return ing_form_of(plain);
}

std::optional<Issue> IssueWriter::gerund(std::uint32_t verb, std::uint32_t subject,
                                         bool is_open) const {
  // The first of the auxiliaries, the copula and the verb itself takes the ending.
  std::uint32_t bearer = verb;
  bool is_negated = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    if (c >= verb) return;
    const Deprel deprel = reading_.deprel(c);
    if (is_bare_not(reading_.plain(c))) is_negated = true;
    const bool carries = deprel == Deprel::kAux || deprel == Deprel::kCop;
    const bool is_progressive = is_gerund(reading_, verb) && deprel == Deprel::kAux;
    // "Her aim was to leave": what stands before "to" is no part of the infinitive.
    const std::uint32_t mark = reading_.child(verb, Deprel::kMark);
    if (mark != kNone && c < mark && mark < verb && reading_.plain(mark) == "to") return;
    if (carries && !is_progressive && !is_modal(reading_.plain(c)) && !is_bare_not(reading_.plain(c)) &&
        c < bearer) {
      bearer = c;
    }
  });
  if (bearer == subject || is_past(reading_.plain(bearer))) return std::nullopt;
  // A noun or adjective behind a "be" that the tree lost has no ing-form.
  if (reading_.upos(bearer) != Upos::kVerb && reading_.upos(bearer) != Upos::kAux) return std::nullopt;
  if (is_open && !is_negated && bearer == verb) {
    for (std::uint32_t c = reading_.first_child(verb); c != kNone; c = reading_.next_sibling(c)) {
      const Deprel deprel = reading_.deprel(c);
      if (c < verb || !(reading_.is_noun(c) || reading_.upos(c) == Upos::kPron)) continue;
      if (deprel != Deprel::kObj && deprel != Deprel::kObl) continue;
      const std::string_view preposition =
          deprel == Deprel::kObj ? std::string_view() : preposition_of(reading_, c);
      const std::string_view words = words_.nominal(reading_.plain(verb), preposition);
      if (!words.empty()) return written(phrase(c), words);
    }
    // "Looking at recounts", "considering a ban": about these.
    const std::string_view word = reading_.plain(verb);
    const bool is_thought = is_one_of(word, {"look", "looking", "consider", "considering", "discuss",
                                             "discussing", "hear", "hearing", "see", "seeing"});
    for (std::uint32_t c = reading_.first_child(verb); is_thought && c != kNone;
         c = reading_.next_sibling(c)) {
      if (c < verb || !reading_.is_noun(c)) continue;
      const Deprel deprel = reading_.deprel(c);
      // What hangs from the verb behind its object belongs to that: "recounts in other states".
      if (deprel == Deprel::kObj || deprel == Deprel::kObl) {
        Range range = phrase(c);
        range.end = std::max(range.end, std::min(end_of_predicate(verb), range.first + kLongest));
        return written(shortened(range, c), {});
      }
    }
  }
  std::string before;
  Range who;
  if (subject != kNone) {
    who = reading_.nominal(subject);
    // "Accused Norland of siphoning", where the tree hangs the verb from whom it tells of.
    const Range act = reading_.subtree(verb);
    if (act.first > subject) who.end = std::min(who.end, act.first);
    if (who.size() > kLongest / 2) who = {subject, subject + 1};
    // "Said that Senator Weber should", where the tree gives "that" to the senator.
    const bool is_marked = who.size() > 1 && who.first > 0 && reading_.plain(who.first) == "that";
    if (is_marked && reading_.upos(who.first - 1) == Upos::kVerb) ++who.first;
    // "Party leader Karl Weber leaving".
    if (who.end == subject + 1 && reading_.upos(subject) == Upos::kNoun) {
      while (who.end < verb && reading_.upos(who.end) == Upos::kPropn && who.size() < kLongest / 2) ++who.end;
    }
    before = render(who);
    before += ' ';
  }
  if (is_negated) before += "not ";
  std::uint32_t first = bearer;
  while (first > 0 && reading_.upos(first - 1) == Upos::kAdv && reading_.head(first - 1) == verb &&
         !is_bare_not(reading_.plain(first - 1))) {
    --first;
  }
  for (std::uint32_t t = first; t < bearer; ++t) {
    before += reading_.word(t);
    before += ' ';
  }
  before += ing_form(bearer);
  const Range rest = shortened({bearer, end_of_predicate(verb)}, bearer);
  // "Denied refusing it": what that is.
  const std::uint32_t object = bearer + 1;
  if (bearer == verb && rest.end == object + 1 && reading_.upos(object) == Upos::kPron &&
      is_one_of(reading_.plain(object), {"it", "this", "that"}) && pronoun_.at(object) == kNone) {
    // Not by noun(): "a plan to refuse it" may be what "it" seems to mean.
    const std::uint32_t told = referent(object);
    if (told == kNone || reading_.subtree(told).has(object)) return std::nullopt;
    const std::optional<Issue> meant = written(phrase(told), {});
    if (!meant) return std::nullopt;
    return Issue{before + ' ' + meant->text, {bearer, object + 1}};
  }
  std::optional<Issue> issue = written({bearer + 1, std::max(rest.end, bearer + 1)}, before, who);
  if (issue) {
    issue->words = {bearer, std::max(issue->words.end, bearer + 1)};
    if (subject != kNone && subject < bearer) issue->words.first = reading_.nominal(subject).first;
  }
  return issue;
}

std::optional<Issue> IssueWriter::clause(std::uint32_t verb, std::uint32_t after) const {
  std::uint32_t first = verb;
  each_child(reading_, verb, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (c >= verb || deprel == Deprel::kMark || deprel == Deprel::kPunct || deprel == Deprel::kCc) return;
    if (c >= after) first = std::min(first, std::max(after, reading_.subtree(c).first));
  });
  return written(shortened({first, end_of_predicate(verb)}, verb), {});
}

}  // namespace tacitus
