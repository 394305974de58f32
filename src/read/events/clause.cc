// Walks the tree around a verb.
#include "read/events/clause.h"

#include <algorithm>

namespace tacitus {
namespace {

bool is_nominal(const Reading& reading, std::uint32_t token) {
  const Upos upos = reading.upos(token);
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron ||
         upos == Upos::kNum || upos == Upos::kSym;
}

bool is_verb(const Reading& reading, std::uint32_t token) {
  return reading.upos(token) == Upos::kVerb || reading.upos(token) == Upos::kAux;
}

// "on Friday", "in 1990", "in January": no party to anything.
bool is_time(const Reading& reading, std::uint32_t token) {
  constexpr std::string_view kWords[] = {
      "monday",  "tuesday", "wednesday", "thursday", "friday",   "saturday", "sunday", "january",
      "february", "march",  "april",     "may",      "june",     "july",     "august", "september",
      "october", "november", "december", "week",     "month",    "year",     "day",    "morning",
      "night",   "evening", "afternoon", "weekend",  "years",    "days",     "weeks",  "months"};
  if (reading.upos(token) == Upos::kNum || reading.shape(token) == Shape::kNumber) {
    return preposition_of(reading, token) == "in" || preposition_of(reading, token) == "on";
  }
  const std::string_view word = reading.plain(token);
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool is_be_or_get(std::string_view word) {
  return word == "is" || word == "are" || word == "was" || word == "were" || word == "be" ||
         word == "been" || word == "being" || word == "'s" || word == "'re" || word == "got" ||
         word == "gets" || word == "get" || word == "getting" || word == "am";
}

bool is_relative(std::string_view word) {
  return word == "who" || word == "which" || word == "that" || word == "whom";
}

bool has_auxiliary_of_passive(const Reading& reading, std::uint32_t verb) {
  bool found = false;
  each_child(reading, verb, [&](std::uint32_t c) {
    const Deprel deprel = reading.deprel(c);
    found = found || deprel == Deprel::kNsubjPass || deprel == Deprel::kOblAgent ||
            (deprel == Deprel::kAux && c < verb && is_be_or_get(reading.plain(c)));
  });
  return found && !is_gerund(reading, verb);
}

// Relative pronouns stand for the noun that their clause hangs from.
std::uint32_t referent(const Reading& reading, std::uint32_t verb, std::uint32_t token) {
  if (!is_relative(reading.plain(token))) return token;
  for (std::uint32_t v = verb, steps = 0; v != kNone && steps < kMostClimbs; ++steps) {
    if (reading.deprel(v) == Deprel::kRelcl || reading.deprel(v) == Deprel::kAcl) {
      return reading.head(v);
    }
    if (reading.deprel(v) != Deprel::kConj && reading.deprel(v) != Deprel::kXcomp &&
        reading.deprel(v) != Deprel::kCcomp) {
      break;
    }
    v = reading.head(v);
  }
  return token;
}

bool is_own_pronoun(std::string_view word) {
  return word == "it" || word == "they" || word == "he" || word == "she" || word == "we" ||
         word == "i";
}

// "said it would", "said they will": who says it does it.
std::uint32_t speaker_of(const Reading& reading, std::uint32_t verb, std::uint32_t token) {
  if (!is_own_pronoun(reading.plain(token))) return token;
  for (std::uint32_t steps = 0; verb != kNone && steps < kMostClimbs; ++steps) {
    const std::uint32_t above = reading.head(verb);
    if (above == kNone) break;
    if (reading.deprel(verb) == Deprel::kCcomp) {
      const std::uint32_t subject = reading.child(above, Deprel::kNsubj);
      return subject == kNone ? token : subject;
    }
    if (reading.deprel(verb) != Deprel::kConj) break;
    verb = above;
  }
  return token;
}

class Filler {
 public:
  Filler(const Reading& reading, EventClause& clause) : reading_(reading), clause_(clause) {}

  void run() {
    const std::uint32_t verb = clause_.verb;
    clause_.is_passive = has_auxiliary_of_passive(reading_, verb);
    each_child(reading_, verb, [&](std::uint32_t c) { take(verb, c, clause_.is_passive); });
    // "supported the people": a receiver alone is the object.
    if (clause_.objects.empty()) clause_.objects.swap(clause_.receivers);
    if (clause_.subjects.empty() && (!clause_.is_passive || clause_.objects.empty())) inherit();
    take_object_complements();
  }

 private:
  void take(std::uint32_t verb, std::uint32_t c, bool passive) {
    switch (reading_.deprel(c)) {
      case Deprel::kNsubj:
      case Deprel::kNsubjPass: {
        const bool acted_on = reading_.deprel(c) == Deprel::kNsubjPass || passive;
        const std::uint32_t who = speaker_of(reading_, verb, referent(reading_, verb, c));
        (acted_on ? clause_.objects : clause_.subjects).push_back(who);
        break;
      }
      case Deprel::kOblAgent: clause_.subjects.push_back(c); break;
      case Deprel::kObj: clause_.objects.push_back(referent(reading_, verb, c)); break;
      case Deprel::kIobj: clause_.receivers.push_back(referent(reading_, verb, c)); break;
      case Deprel::kObl:
      case Deprel::kNmod: {
        const std::string_view preposition = preposition_of(reading_, c);
        if (preposition == "by" && passive && is_nominal(reading_, c)) {
          clause_.subjects.push_back(c);
        } else if (!preposition.empty() && !is_time(reading_, c)) {
          clause_.obliques.push_back({preposition, c});
        }
        break;
      }
      case Deprel::kXcomp:
      case Deprel::kAdvcl:
      case Deprel::kCcomp: take_clause(c); break;
      case Deprel::kAdvmod:
      case Deprel::kOther:
      case Deprel::kCase:
        if (c > verb) clause_.particles.push_back(c);
        break;
      default: break;
    }
  }

  void take_clause(std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (!is_verb(reading_, c)) {
      if (deprel == Deprel::kXcomp) clause_.complements.push_back(c);
      if (deprel != Deprel::kCcomp) return;
      // "condemned Russia's invasion": a noun that the tree takes for a clause is an object.
      const bool is_clause = reading_.child(c, Deprel::kNsubj) != kNone ||
                             reading_.child(c, Deprel::kCop) != kNone;
      if (!is_clause && is_nominal(reading_, c)) clause_.objects.push_back(c);
      else if (clause_.clause == kNone) clause_.clause = c;
      return;
    }
    if (is_infinitive(reading_, c)) {
      if (clause_.infinitive == kNone && deprel != Deprel::kAdvcl) clause_.infinitive = c;
      else if (clause_.infinitive == kNone && c > clause_.verb) clause_.infinitive = c;
    } else if (is_gerund(reading_, c) && reading_.child(c, Deprel::kNsubj) == kNone) {
      if (clause_.gerund == kNone && c > clause_.verb) clause_.gerund = c;
    } else if (deprel == Deprel::kCcomp && clause_.clause == kNone) {
      clause_.clause = c;
    }
  }

  // The subject of a verb above: of what is coordinated, of "agreed to", of a noun that a
  // participle belongs to.
  void inherit() {
    std::uint32_t verb = clause_.verb;
    for (std::uint32_t steps = 0; steps < kMostClimbs; ++steps) {
      const std::uint32_t above = reading_.head(verb);
      if (above == kNone) return;
      const Deprel deprel = reading_.deprel(verb);
      if (deprel == Deprel::kAcl || deprel == Deprel::kRelcl) return inherit_noun(verb, above);
      const bool goes_on = deprel == Deprel::kConj || deprel == Deprel::kXcomp ||
                           deprel == Deprel::kAdvcl || deprel == Deprel::kParataxis ||
                           (deprel == Deprel::kCcomp && is_infinitive(reading_, verb));
      if (!goes_on || (!is_verb(reading_, above) && deprel != Deprel::kXcomp &&
                       deprel != Deprel::kAdvcl)) {
        return;
      }
      if (take_from(verb, above, deprel)) return;
      verb = above;
    }
  }

  // Whether the verb above has somebody who acts here.
  bool take_from(std::uint32_t verb, std::uint32_t above, Deprel deprel) {
    std::vector<std::uint32_t> subjects, agents, objects;
    const bool passive_above = has_auxiliary_of_passive(reading_, above);
    each_child(reading_, above, [&](std::uint32_t c) {
      switch (reading_.deprel(c)) {
        case Deprel::kNsubj:
        case Deprel::kNsubjPass: subjects.push_back(referent(reading_, above, c)); break;
        case Deprel::kOblAgent: agents.push_back(c); break;
        case Deprel::kObj: objects.push_back(referent(reading_, above, c)); break;
        default: break;
      }
    });
    // "was arrested and charged": a participle behind a passive is one.
    const bool joins_passive = passive_above && deprel == Deprel::kConj &&
                               !is_gerund(reading_, clause_.verb) &&
                               reading_.child(clause_.verb, Deprel::kObj) == kNone;
    if (joins_passive) {
      clause_.is_passive = true;
      if (clause_.objects.empty()) clause_.objects = subjects;
      clause_.subjects = agents;
      return !subjects.empty();
    }
    // "urged Iran to release": the object of the one is who acts in the other.
    const bool by_object = deprel == Deprel::kXcomp && !objects.empty() && above < verb;
    std::vector<std::uint32_t>& from = by_object ? objects : subjects;
    if (from.empty()) return false;
    (clause_.is_passive ? clause_.objects : clause_.subjects) = from;
    return true;
  }

  void inherit_noun(std::uint32_t verb, std::uint32_t noun) {
    if (!is_nominal(reading_, noun)) return;
    if (is_infinitive(reading_, verb)) return inherit_possessor(noun);
    if (is_gerund(reading_, verb) || reading_.deprel(verb) == Deprel::kRelcl) {
      const bool has_subject = !clause_.subjects.empty();
      if (clause_.is_passive || has_subject) {
        if (clause_.objects.empty()) clause_.objects.push_back(noun);
      } else {
        clause_.subjects.push_back(noun);
      }
      return;
    }
    // "soldiers killed in an attack"; those behind "by" act.
    clause_.is_passive = true;
    if (clause_.objects.empty()) clause_.objects.push_back(noun);
    for (auto at = clause_.obliques.begin(); at != clause_.obliques.end(); ++at) {
      if (at->preposition != "by") continue;
      clause_.subjects.push_back(at->token);
      clause_.obliques.erase(at);
      break;
    }
  }

  // "Iran's plan to attack", "Iran has a plan to attack".
  void inherit_possessor(std::uint32_t noun) {
    const std::uint32_t possessor = reading_.child(noun, Deprel::kNmodPoss);
    if (possessor != kNone) {
      clause_.subjects.push_back(possessor);
      return;
    }
    const std::uint32_t above = reading_.head(noun);
    if (above == kNone || reading_.deprel(noun) == Deprel::kNsubj) return;
    const std::uint32_t subject = reading_.child(above, Deprel::kNsubj);
    if (subject != kNone) clause_.subjects.push_back(referent(reading_, above, subject));
  }

  // "imposed sanctions on Iran": what hangs from the object's noun is read as the verb's.
  void take_object_complements() {
    const std::size_t own = clause_.objects.size();
    for (std::size_t i = 0; i < std::min<std::size_t>(own, 2); ++i) {
      each_child(reading_, clause_.objects[i], [&](std::uint32_t c) {
        if (reading_.deprel(c) == Deprel::kNmod) {
          const std::string_view preposition = preposition_of(reading_, c);
          if (!preposition.empty()) clause_.obliques.push_back({preposition, c});
        } else if (reading_.deprel(c) == Deprel::kAcl && is_verb(reading_, c) &&
                   is_infinitive(reading_, c) && clause_.infinitive == kNone) {
          clause_.infinitive = c;
        }
      });
    }
  }

  const Reading& reading_;
  EventClause& clause_;
};

}  // namespace

void EventClause::clear() {
  verb = infinitive = clause = gerund = kNone;
  is_passive = false;
  subjects.clear();
  objects.clear();
  receivers.clear();
  obliques.clear();
  complements.clear();
  particles.clear();
}

bool is_infinitive(const Reading& reading, std::uint32_t verb) {
  bool found = false;
  each_child(reading, verb, [&](std::uint32_t c) {
    found = found || (c < verb && reading.plain(c) == "to" &&
                      (reading.upos(c) == Upos::kPart || reading.deprel(c) == Deprel::kMark));
  });
  return found;
}

std::string_view preposition_of(const Reading& reading, std::uint32_t token) {
  std::string_view found;
  each_child(reading, token, [&](std::uint32_t c) {
    if (found.empty() && c < token && reading.deprel(c) == Deprel::kCase) found = reading.plain(c);
  });
  return found;
}

void read_clause(const Reading& reading, std::uint32_t verb, EventClause& clause) {
  clause.clear();
  clause.verb = verb;
  Filler(reading, clause).run();
}

}  // namespace tacitus
