// Who holds a position.
#include <algorithm>

#include "read/actors/pronoun_kind.h"
#include "read/positions/finder.h"
#include "read/positions/word_lists.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

bool is_he_or_she(std::string_view word) {
  const PronounKind kind = pronoun_kind(word);
  return kind == PronounKind::kHe || kind == PronounKind::kShe;
}

}  // namespace

// The one who says it: each member of a group that the record knows.
void PositionFinder::add_speaker(std::uint32_t statement, People& out) {
  if (statement == kNone) return;
  const Statement& told = record_.statements[statement];
  const auto add = [&](std::uint32_t actor) {
    const Who who{actor, kNone};
    if (std::find(out.begin(), out.end(), who) == out.end()) out.push_back(who);
  };
  for (const std::uint32_t member : told.actors) add(member);
  if (told.actors.empty() && told.actor) add(*told.actor);
  if (!out.empty() || told.actor || !told.actors.empty() || told.source.empty()) return;
  const std::uint32_t pronoun = reading_.token_at(told.source.front().begin);
  if (pronoun < reading_.size() && is_he_or_she(reading_.plain(pronoun)) &&
      reading_.document().tokens[pronoun].span.end >= told.source.front().end) {
    if (const std::uint32_t actor = person_before(pronoun); actor != kNone) add(actor);
    return;
  }
  // Those whom only the words of stance know: "critics say".
  const Range source = tokens_in(told.source.front());
  if (source.empty()) return;
  const std::uint32_t head = reading_.head_of(source);
  if (words_.is("people", reading_.plain(head)) && is_many_people(head)) {
    out.push_back(actors_.of_range(reading_.trimmed(reading_.nominal(head)), true));
  }
}

// Several, or one with something told of it: "farmers", "a family of the valley".
bool PositionFinder::is_many_people(std::uint32_t noun) const {
  const std::string_view word = reading_.plain(noun);
  return reading_.nominal(noun).size() > 1 || (word.ends_with('s') && word.size() > 4) || word == "people";
}

// Where the word is the statement's own word of saying, its speaker is known already.
bool PositionFinder::add_cue_speaker(std::uint32_t trigger, People& out) {
  if (cue_at(trigger) == kNone) return false;
  const std::size_t before = out.size();
  add_speaker(cue_at(trigger), out);
  return out.size() > before;
}

// The one person whom a pronoun can mean where the record leaves that open: the only one named before it
// as a subject, or at all, in its sentence, else in the one before; of several subjects the one of the
// sentence's own verb; kNone where there are several.
std::uint32_t PositionFinder::person_before(std::uint32_t token) {
  constexpr std::uint32_t kFarthest = 80;
  std::uint32_t sentence = reading_.sentence(token);
  std::uint32_t subject = kNone, any = kNone, first = kNone;
  bool subjects_differ = false, differ = false;
  is_guess_ = true;
  for (std::uint32_t t = token, steps = 0; t-- > 0 && steps < kFarthest; ++steps) {
    if (reading_.sentence(t) != sentence) {
      if (any != kNone || reading_.sentence(t) + 1 < reading_.sentence(token)) break;
      sentence = reading_.sentence(t);
    }
    const std::uint32_t who = person_.at(t);
    if (who == kNone) continue;
    differ = differ || (any != kNone && any != who);
    any = who;
    const bool is_part = reading_.deprel(t) == Deprel::kFlat && reading_.head(t) != kNone;
    const std::uint32_t head = is_part ? reading_.head(t) : t;
    if (reading_.deprel(head) != Deprel::kNsubj && reading_.deprel(head) != Deprel::kNsubjPass) continue;
    subjects_differ = subjects_differ || (subject != kNone && subject != who);
    subject = who;
    const std::uint32_t verb = reading_.head(head);
    if (verb != kNone && reading_.deprel(verb) == Deprel::kRoot) first = who;
  }
  if (subject != kNone && !subjects_differ) return subject;
  if (first != kNone) return first;
  return differ ? kNone : any;
}

// "Asked if he would back it, Karl Weber said he was open to it": rather Weber than a spokesman of whom an earlier
// sentence speaks and whom nobody names. The pronoun's actor else.
std::uint32_t PositionFinder::speaker_meant(std::uint32_t pronoun, std::uint32_t actor) const {
  const auto is_named = [&](std::uint32_t a) {
    const std::string& name = record_.actors[a].name;
    return record_.actors[a].kind == "person" && !name.empty() && name.front() >= 'A' && name.front() <= 'Z';
  };
  const std::uint32_t statement = statement_[pronoun];
  if (statement == kNone || actor >= record_.actors.size() || is_named(actor)) return actor;
  const Statement& told = record_.statements[statement];
  if (!told.actor || !is_named(*told.actor) || told.source.empty()) return actor;
  const std::uint32_t source = reading_.token_at(told.source.front().begin);
  if (source >= reading_.size() || reading_.sentence(source) != reading_.sentence(pronoun)) return actor;
  // Whom this sentence speaks of as well may be meant.
  for (const Meant& meant : mentions_of(actor, reading_.sentence(pronoun))) {
    if (reading_.upos(meant.token) != Upos::kPron) return actor;
  }
  return *told.actor;
}

// Whom a noun or pronoun means. "I" and "we" are who says it; the article's author holds nothing.
void PositionFinder::add_holder(std::uint32_t token, std::uint32_t trigger, People& out) {
  const std::string_view word = reading_.plain(token);
  if (is_of_kind(word, WordKind::kAnyone)) return;
  if (word == "those" && reading_.child(token, Deprel::kCop) != kNone) {
    // "Weber is among those who oppose it".
    const std::uint32_t named = own_subject(token);
    if (named != kNone && named != token && reading_.plain(named) != "those") add_holder(named, trigger, out);
    return;
  }
  const std::uint32_t first = reading_.nominal(token).first;
  const std::string_view opening = reading_.plain(first);
  if (opening == "no" || opening == "neither" || opening == "any" || opening == "every" || opening == "none") return;
  if (reading_.upos(token) == Upos::kPron || pronoun_kind(word) != PronounKind::kNone) {
    if (pronoun_kind(word) == PronounKind::kFirst) {
      add_speaker(statement_[trigger], out);
      return;
    }
    std::uint32_t actor = issues_.actor_of_pronoun(token);
    if (actor != kNone && is_he_or_she(word)) actor = speaker_meant(token, actor);
    // "He (Weber) wants": the text itself says who is meant.
    const bool is_told = token + 2 < reading_.size() && reading_.plain(token + 1) == "(";
    if (is_told && person_.at(token + 2) != kNone) actor = person_.at(token + 2);
    const std::uint32_t beside = reading_.child(token, Deprel::kAppos);
    if (actor == kNone && beside != kNone) return actors_.find(beside, Inside::kOwners, out);
    if (actor == kNone && is_he_or_she(word)) actor = person_before(token);
    if (actor != kNone) {
      const Who who{actor, kNone};
      if (std::find(out.begin(), out.end(), who) == out.end()) out.push_back(who);
      return;
    }
  }
  const std::size_t before = out.size();
  // "Host Karl Weber" is he.
  const std::uint32_t next = token + 1;
  if (reading_.upos(token) == Upos::kNoun && next < reading_.size() && person_.at(next) != kNone &&
      !word.ends_with('s') && (reading_.head(next) == token || reading_.head(token) == next)) {
    const Who who{person_.at(next), kNone};
    if (std::find(out.begin(), out.end(), who) == out.end()) out.push_back(who);
    return;
  }
  actors_.find(token, Inside::kOwners, out);
  // Those whom no table knows as people, but the words of stance do: "a family opposed to the dam".
  if (out.size() == before && words_.is("people", word) && is_many_people(token)) {
    out.push_back(actors_.of_range(reading_.trimmed(reading_.nominal(token)), true));
  }
}

// Whether what hangs from a word is so only if something is done that is wanted, may be or will be.
bool PositionFinder::is_under_what_may_be(std::uint32_t word) const {
  std::uint32_t at = reading_.head(word);
  for (std::uint32_t steps = 0; at != kNone && steps < kMostClimbs; ++steps, at = reading_.head(at)) {
    if (reading_.upos(at) != Upos::kVerb) continue;
    if (is_infinitive(reading_, at)) return true;
    bool may_be = false;
    each_child(reading_, at, [&](std::uint32_t c) {
      const bool marks = reading_.deprel(c) == Deprel::kAux || reading_.deprel(c) == Deprel::kMark;
      may_be = may_be || (c < at && marks && is_of_kind(reading_.plain(c), WordKind::kMayBe));
    });
    if (may_be) return true;
  }
  return false;
}

// "Threatened to fine farmers who oppose the dam": the clause only says which ones would be meant, and not
// that there are any; "fined farmers who", "to fine the farmers who" and "farmers, who" there are.
bool PositionFinder::only_says_which(std::uint32_t verb) const {
  std::uint32_t first = verb;
  for (std::uint32_t steps = 0; reading_.deprel(first) == Deprel::kConj && steps < kMostClimbs; ++steps) {
    if (reading_.head(first) == kNone) return false;
    first = reading_.head(first);
  }
  const std::uint32_t group = reading_.head(first);
  if (reading_.deprel(first) != Deprel::kRelcl || group == kNone || group > first) return false;
  const std::uint32_t subject = reading_.child(first, Deprel::kNsubj);
  const bool is_groups = subject != kNone && is_one_of(reading_.plain(subject), {"who", "that", "which"});
  if (!is_groups || reading_.upos(group) != Upos::kNoun) return false;
  const std::uint32_t opening = reading_.subtree(first).first;
  if (reading_.plain(opening) == "," || (opening > 0 && reading_.plain(opening - 1) == ",")) return false;
  bool is_told = false, is_any = false;
  each_child(reading_, group, [&](std::uint32_t c) {
    if (c > group) return;
    const Deprel deprel = reading_.deprel(c);
    const bool tells = deprel == Deprel::kDet || deprel == Deprel::kNmodPoss || deprel == Deprel::kNummod;
    const bool leaves_open = is_one_of(reading_.plain(c), {"any", "every", "no", "a", "an"});
    is_told = is_told || (tells && !leaves_open) || reading_.upos(c) == Upos::kPropn;
    is_any = is_any || reading_.plain(c) == "any" || reading_.plain(c) == "every";
  });
  return !is_told && (is_any || is_under_what_may_be(group));
}

void PositionFinder::holders_of_verb(const StanceFrame& frame, const EventClause& clause,
                                     People& out) {
  for (const StanceArgument& argument : frame.holders) {
    const auto& tokens =
        argument.slot == StanceSlot::kObject ? clause.objects : clause.subjects;
    if (argument.slot == StanceSlot::kPreposition) {
      const std::uint32_t token = behind(clause, argument.preposition);
      if (token != kNone) add_holder(token, clause.verb, out);
    } else {
      // A subject of its own that is no source of the cue's is asked first.
      const bool is_own = std::any_of(tokens.begin(), tokens.end(), [&](std::uint32_t t) {
        return reading_.head(t) == clause.verb;
      });
      // So is the one whom the tree takes from a clause of a noun, which the verb may not belong to: "dismissed
      // claims that the dam would flood the valley, and rejected".
      const std::uint32_t joined = reading_.deprel(clause.verb) == Deprel::kConj ? reading_.head(clause.verb) : kNone;
      const bool is_noun_clauses = joined != kNone && reading_.deprel(joined) == Deprel::kAcl;
      if (argument.slot == StanceSlot::kSubject && (is_own || tokens.empty() || is_noun_clauses) &&
          add_cue_speaker(clause.verb, out)) {
        return;
      }
      for (const std::uint32_t token : tokens) add_holder(token, clause.verb, out);
    }
    if (!out.empty()) return;
  }
  if (add_cue_speaker(clause.verb, out)) return;
  // "Sent a letter asking him to leave": who sent it.
  if (clause.subjects.size() == 1 && is_gerund(reading_, clause.verb) &&
      reading_.is_noun(clause.subjects.front()) &&
      reading_.deprel(clause.subjects.front()) == Deprel::kObj) {
    const std::uint32_t above = subject_of(clause.subjects.front());
    if (above != kNone) add_holder(above, clause.verb, out);
  }
}

// The subject of a noun or adjective behind "is", "remains" and the like, or of the verb whose object a
// noun is; kNone where there is none.
std::uint32_t PositionFinder::subject_of(std::uint32_t predicate) {
  const std::uint32_t own = reading_.child(predicate, Deprel::kNsubj);
  if (own != kNone) {
    read_clause(reading_, predicate, below_);
    return below_.subjects.empty() ? own : below_.subjects.front();
  }
  std::uint32_t word = predicate;
  for (std::uint32_t steps = 0; steps < kMostClimbs; ++steps) {
    const std::uint32_t above = reading_.head(word);
    if (above == kNone) return kNone;
    const Deprel deprel = reading_.deprel(word);
    if (reading_.is_noun(above) && word == predicate &&
        (deprel == Deprel::kAmod || deprel == Deprel::kAcl || deprel == Deprel::kRelcl)) {
      return word > above || deprel == Deprel::kRelcl ? above : kNone;
    }
    const bool goes_on = deprel == Deprel::kXcomp || deprel == Deprel::kConj ||
                         deprel == Deprel::kAdvcl || deprel == Deprel::kObj ||
                         deprel == Deprel::kParataxis || deprel == Deprel::kCcomp;
    if (!goes_on) return kNone;
    if (reading_.upos(above) == Upos::kVerb || reading_.upos(above) == Upos::kAux) {
      read_clause(reading_, above, below_);
      if (!below_.subjects.empty()) return below_.subjects.front();
      if (deprel != Deprel::kObj && !below_.objects.empty() && below_.is_passive) {
        return below_.objects.front();
      }
    } else if (const std::uint32_t subject = reading_.child(above, Deprel::kNsubj);
               subject != kNone) {
      return subject;
    }
    word = above;
  }
  return kNone;
}

// "Clara Weber, a critic of", "Weber is a critic of", "critic Clara Weber": another word than the noun
// itself for whom it describes; kNone.
std::uint32_t PositionFinder::described_by(std::uint32_t noun) const {
  if (reading_.child(noun, Deprel::kCop) != kNone) {
    const std::uint32_t subject = reading_.child(noun, Deprel::kNsubj);
    if (subject != kNone) return subject;
  }
  std::uint32_t above = reading_.head(noun);
  Deprel deprel = reading_.deprel(noun);
  const bool is_one = above != kNone && deprel == Deprel::kNmod && reading_.plain(above) == "one";
  if (is_one) {
    // "Weber, one of the pact's defenders", "is one of the pact's defenders".
    if (reading_.child(above, Deprel::kCop) != kNone) return own_subject(above);
    deprel = reading_.deprel(above);
    above = reading_.head(above);
    return deprel == Deprel::kAppos ? above : kNone;
  }
  if (above != kNone && (deprel == Deprel::kAppos || deprel == Deprel::kNmodDesc)) {
    // "Weber supporters, Brandt supporters": several are no one person's other name.
    const bool is_one_person = person_.at(above) != kNone && reading_.child(above, Deprel::kConj) == kNone;
    return reading_.plain(noun).ends_with('s') && is_one_person ? kNone : above;
  }
  const std::uint32_t beside = reading_.child(noun, Deprel::kAppos);
  if (beside != kNone && reading_.upos(beside) == Upos::kPropn) return beside;
  // "Clara Weber (D), a critic of": the person named last before the comma.
  std::uint32_t at = reading_.nominal(noun).first;
  const std::uint32_t det = reading_.child(noun, Deprel::kDet);
  if (det == kNone || !reading_.plain(det).starts_with("a") || at == 0) return kNone;
  at = std::min(at, det);
  if (at == 0 || reading_.plain(at - 1) != ",") return kNone;
  constexpr std::uint32_t kReach = 9;
  for (std::uint32_t t = at - 1; t-- > 0 && t + kReach > at;) {
    if (person_.at(t) != kNone) return t;
    const bool is_between = reading_.upos(t) == Upos::kPropn || reading_.is_punctuation(t) ||
                            reading_.upos(t) == Upos::kNum;
    if (!is_between || reading_.plain(t) == ".") return kNone;
  }
  return kNone;
}

void PositionFinder::holders_of_noun(const StanceFrame& frame, std::uint32_t noun, People& out) {
  for (const StanceArgument& argument : frame.holders) {
    std::uint32_t token = kNone;
    switch (argument.slot) {
      case StanceSlot::kPossessor: token = reading_.child(noun, Deprel::kNmodPoss); break;
      case StanceSlot::kSelf: token = described_by(noun); break;
      case StanceSlot::kSaid: add_speaker(statement_[noun], out); break;
      case StanceSlot::kSubject: {
        const std::uint32_t above = reading_.head(noun);
        const bool is_object = above != kNone && (reading_.deprel(noun) == Deprel::kObj ||
                                                  reading_.deprel(noun) == Deprel::kObl);
        if (is_object && words_.is("carry", reading_.plain(above))) {
          if (add_cue_speaker(above, out)) return;
          token = subject_of(noun);
        }
        break;
      }
      case StanceSlot::kPreposition:
        if (argument.preposition == "in") {
          // "A speech in defence of", "marched in support of".
          if (preposition_of(reading_, noun) != "in") break;
          // "Residents were in favour of the bridge".
          if (reading_.child(noun, Deprel::kCop) != kNone) {
            token = own_subject(noun);
            break;
          }
          const std::uint32_t above = reading_.head(noun);
          if (above == kNone) break;
          if (reading_.is_noun(above)) {
            token = reading_.child(above, Deprel::kNmodPoss);
            if (token == kNone) token = complement(above, "by");
            if (token == kNone && reading_.deprel(above) == Deprel::kObj) token = subject_of(above);
          } else if (reading_.upos(above) == Upos::kVerb) {
            read_clause(reading_, above, below_);
            token = below_.subjects.empty() ? subject_of(above) : below_.subjects.front();
          }
        } else {
          token = complement(noun, argument.preposition);
        }
        break;
      default: break;
    }
    if (token != kNone) add_holder(token, noun, out);
    if (!out.empty()) {
      // "Opposition by the unions and the church".
      return;
    }
  }
}

}  // namespace tacitus
