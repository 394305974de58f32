// Walks the tree around a verb.
#include "read/events/clause.h"

#include <algorithm>

#include "read/events/clause_words.h"
#include "read/events/order.h"

namespace tacitus {
namespace {

class Filler {
 public:
  Filler(const Reading& reading, EventClause& clause) : reading_(reading), clause_(clause) {}

  void run() {
    const std::uint32_t verb = clause_.verb;
    clause_.is_passive =
        reading_.upos(verb) != Upos::kAdj && !follows_modal(reading_, verb) &&
        (has_auxiliary_of_passive(reading_, verb) || is_passive_by_order(reading_, verb));
    each_child(reading_, verb, [&](std::uint32_t c) { take(verb, c, clause_.is_passive); });
    drop_dateline();
    // "supported the people": a receiver alone is the object.
    if (clause_.objects.empty()) clause_.objects.swap(clause_.receivers);
    if (!clause_.is_passive) {
      order_subjects();
      order_objects();
    }
    if (clause_.subjects.empty() && clause_.objects.empty()) take_torn_off();
    if (clause_.subjects.empty() && !clause_.is_passive) take_lost_subject();
    if (clause_.objects.empty() && !clause_.is_passive) take_lost_object();
    if (clause_.objects.empty() && !clause_.is_passive) take_object_for_complement();
    if (!clause_.is_passive) take_by_order();
    if (clause_.subjects.empty() && (!clause_.is_passive || clause_.objects.empty())) inherit_subjects(reading_, clause_);
    take_relative_object(reading_, clause_);
    // "the attack, condemned by the White House": who acts is named, but not on whom.
    if (!clause_.subjects.empty() && clause_.objects.empty() && clause_.is_passive &&
        reading_.deprel(verb) == Deprel::kAcl && reading_.head(verb) != kNone) {
      clause_.objects.push_back(reading_.head(verb));
    }
    take_object_complements();
    take_complements_by_order();
  }

 private:
  void take(std::uint32_t verb, std::uint32_t c, bool passive) {
    switch (reading_.deprel(c)) {
      case Deprel::kNsubj:
      case Deprel::kNsubjPass: {
        const bool acted_on = passive || (reading_.deprel(c) == Deprel::kNsubjPass && c > verb);
        const std::uint32_t who = speaker_of(reading_, verb, referent(reading_, verb, c));
        auto& list = acted_on ? clause_.objects : clause_.subjects;
        list.push_back(who);
        if (who == c) break;
        // "said he and the minister agreed": the pronoun stands for one of them.
        each_child(reading_, c, [&](std::uint32_t d) {
          if (reading_.deprel(d) == Deprel::kConj && d > c) list.push_back(d);
        });
        break;
      }
      case Deprel::kOblAgent: clause_.subjects.push_back(c); break;
      case Deprel::kObj: take_object(verb, c); break;
      case Deprel::kIobj: clause_.receivers.push_back(referent(reading_, verb, c)); break;
      case Deprel::kObl:
      case Deprel::kNmod: {
        const std::string_view preposition = preposition_in_front(reading_, c);
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

  // "meet to discuss supplies", with the supplies hung from "meet": an object that stands right behind an
  // infinitive below is that one's.
  bool is_of_infinitive(std::uint32_t verb, std::uint32_t c) const {
    const std::uint32_t first = reading_.nominal(c).first;
    if (first <= verb + 1) return false;
    const std::uint32_t before = first - 1;
    return before > verb && is_verb(reading_, before) && reading_.head(before) == verb &&
           is_infinitive(reading_, before);
  }

  void take_object(std::uint32_t verb, std::uint32_t c) {
    if (is_of_infinitive(verb, c)) return;
    // "will meet him for talks", "found the regime guilty", both read as two objects.
    const std::string_view preposition = c > verb ? preposition_of(reading_, c) : std::string_view();
    const std::uint32_t inner = c > verb ? reading_.child(c, Deprel::kNsubj) : kNone;
    if (!preposition.empty() && reading_.upos(c) != Upos::kVerb) {
      if (!is_time(reading_, c)) clause_.obliques.push_back({preposition, c});
    } else if (inner != kNone && inner > verb && inner < c) {
      clause_.objects.push_back(inner);
      clause_.complements.push_back(c);
    } else {
      clause_.objects.push_back(referent(reading_, verb, c));
    }
  }

  // "KABUL (Agency): The UN condemned": the town before the news is no party to it.
  void drop_dateline() {
    const std::uint32_t end = dateline_end(reading_, clause_.verb);
    if (end == reading_.sentence_of(clause_.verb).first_token) return;
    const auto is_before = [&](std::uint32_t t) { return t < end; };
    std::erase_if(clause_.subjects, is_before);
    std::erase_if(clause_.objects, is_before);
  }

  // Subject and object where the tree hangs the verb from one of them, or both elsewhere: "has
  // extended loans", with the verb for an adjective of "loans".
  void take_by_order() {
    const std::uint32_t verb = clause_.verb;
    const bool is_finite = is_finite_by_order(reading_, verb);
    if (is_infinitive(reading_, verb)) return;
    const std::uint32_t before = word_before(reading_, verb);
    const bool is_progressive = is_gerund(reading_, verb) && before != kNone &&
                                reading_.upos(before) == Upos::kAux;
    if (is_gerund(reading_, verb) && !is_progressive) return;
    const std::uint32_t object = clause_.objects.empty()
                                     ? object_by_order(reading_, verb, clause_.clause != kNone)
                                     : clause_.objects.front();
    // "soldiers killed in a raid": a participle behind its noun has no object.
    const bool has_more = object != kNone || clause_.infinitive != kNone || clause_.clause != kNone;
    if (!is_finite && !is_progressive && !has_more) return;
    std::vector<std::uint32_t> subjects;
    subjects_by_order(reading_, verb, subjects);
    if (subjects.size() == 1) subjects.front() = speaker_of(reading_, verb, subjects.front());
    // "The US military struck rebels", with the rebels for the subject and the rest before them.
    if (!subjects.empty() && clause_.subjects.size() == 1 && clause_.subjects.front() > verb &&
        reading_.head(clause_.subjects.front()) == verb) {
      if (clause_.objects.empty()) clause_.objects = clause_.subjects;
      clause_.subjects.clear();
    }
    // "A and B agreed", of which the tree has one.
    const bool is_more = clause_.subjects.size() == 1 && subjects.size() > 1 &&
                         std::find(subjects.begin(), subjects.end(), clause_.subjects.front()) !=
                             subjects.end();
    if (clause_.subjects.empty() || is_more) clause_.subjects = std::move(subjects);
    if (!clause_.subjects.empty() && clause_.objects.empty() && object != kNone) {
      clause_.objects.push_back(object);
    }
  }

  // "talks in Rome with Mr Olin", where the tree hangs "with" elsewhere.
  void take_complements_by_order() {
    std::vector<PhraseBehind> behind;
    complements_by_order(reading_, clause_.verb, behind);
    for (const PhraseBehind& phrase : behind) {
      // "were released from captivity by the government"
      if (clause_.is_passive && phrase.preposition == "by" && clause_.subjects.empty()) {
        clause_.subjects.push_back(phrase.noun);
        std::erase(clause_.objects, phrase.noun);
        continue;
      }
      const bool is_known =
          std::any_of(clause_.obliques.begin(), clause_.obliques.end(), [&](const auto& o) {
            return o.preposition == phrase.preposition || o.token == phrase.noun;
          });
      const bool is_side = std::find(clause_.subjects.begin(), clause_.subjects.end(),
                                     phrase.noun) != clause_.subjects.end();
      if (!is_known && !is_side) clause_.obliques.push_back({phrase.preposition, phrase.noun});
    }
  }

  // A subject behind an active verb that has one in front of it is what is acted on.
  void order_subjects() {
    auto& subjects = clause_.subjects;
    // "“Weber has asked both sides,” Brandt said", with Brandt hung from what he is quoted with.
    if (subjects.size() > 1) {
      std::erase_if(subjects, [&](std::uint32_t s) { return s > clause_.verb && is_behind_quote(s); });
    }
    if (subjects.size() < 2 || subjects.front() > clause_.verb) return;
    const auto behind = std::find_if(subjects.begin(), subjects.end(), [&](std::uint32_t s) {
      return s > clause_.verb && reading_.head(s) == clause_.verb;
    });
    clause_.objects.insert(clause_.objects.end(), behind, subjects.end());
    subjects.erase(behind, subjects.end());
  }

  // Whether a quotation that the verb stands in ends before a token.
  bool is_behind_quote(std::uint32_t token) const {
    bool is_out = false;
    for (std::uint32_t t = clause_.verb + 1; t < token; ++t) {
      if (is_double_quote(reading_.word(t))) is_out = !is_out;
    }
    return is_out;
  }

  // "A bomber killed ten", read as two objects: what stands in front acts.
  void order_objects() {
    auto& objects = clause_.objects;
    if (!clause_.subjects.empty() || objects.size() < 2 || objects.back() < clause_.verb) return;
    const std::uint32_t first = objects.front();
    if (first > clause_.verb || reading_.head(first) != clause_.verb) return;
    clause_.subjects.push_back(first);
    objects.erase(objects.begin());
  }

  // "The US had suspended aid to Pakistan", read as one noun with the verb for its adjective.
  void take_torn_off() {
    const std::uint32_t verb = clause_.verb, noun = reading_.head(verb);
    if (noun == kNone || noun < verb || verb == 0 || !is_nominal(reading_, noun)) return;
    if (reading_.deprel(verb) != Deprel::kAmod && reading_.deprel(verb) != Deprel::kCompound) return;
    const Deprel above = reading_.deprel(noun);
    const bool is_head = above == Deprel::kRoot || above == Deprel::kCcomp ||
                         above == Deprel::kIobj || above == Deprel::kConj;
    const Upos before = reading_.upos(verb - 1);
    const bool is_finite = before == Upos::kNoun || before == Upos::kPropn ||
                           before == Upos::kAux || before == Upos::kVerb || before == Upos::kPron ||
                           before == Upos::kAdv;
    if (!is_head || !is_finite) return;
    std::uint32_t subject = kNone;
    each_child(reading_, noun, [&](std::uint32_t c) {
      if (c < verb && is_nominal(reading_, c) && !is_time(reading_, c)) subject = c;
    });
    if (subject == kNone) return;
    clause_.subjects.push_back(subject);
    clause_.objects.push_back(noun);
  }

  // A subject that the tree has as something else: a bare name in front of the verb, or what it
  // hangs from a verb further on ("They have agreed to share and cooperate").
  void take_lost_subject() {
    const std::uint32_t verb = clause_.verb;
    if (is_infinitive(reading_, verb)) return;
    std::uint32_t found = kNone;
    each_child(reading_, verb, [&](std::uint32_t c) {
      const Deprel deprel = reading_.deprel(c);
      if (c < verb && deprel == Deprel::kObl && is_nominal(reading_, c) && !is_time(reading_, c) &&
          preposition_in_front(reading_, c).empty()) {
        found = c;
      }
      if (c < verb || found != kNone || !is_verb(reading_, c)) return;
      if (deprel != Deprel::kConj && deprel != Deprel::kXcomp && deprel != Deprel::kAdvcl) return;
      for (std::uint32_t below = c, steps = 0; below != kNone && steps < 2; ++steps) {
        const std::uint32_t subject = reading_.child(below, Deprel::kNsubj);
        if (subject != kNone && subject < verb) found = subject;
        below = reading_.child(below, Deprel::kConj);
      }
    });
    // "The FBI opened an inquiry": hung from the object.
    for (const std::uint32_t object : clause_.objects) {
      if (object < verb) continue;
      each_child(reading_, object, [&](std::uint32_t c) {
        const Deprel deprel = reading_.deprel(c);
        const bool is_torn = deprel == Deprel::kNsubj || deprel == Deprel::kCompound;
        if (found == kNone && c < verb && is_torn && is_nominal(reading_, c)) found = c;
      });
    }
    if (found != kNone) clause_.subjects.push_back(referent(reading_, verb, found));
  }

  // An object that the tree hangs from the verb below ("accused Iran of arming"), or takes for a
  // place ("sealed off the scene").
  void take_lost_object() {
    const std::uint32_t verb = clause_.verb;
    each_child(reading_, verb, [&](std::uint32_t c) {
      if (c < verb || !clause_.objects.empty()) return;
      const Deprel deprel = reading_.deprel(c);
      if (deprel == Deprel::kObl && is_nominal(reading_, c) && !is_time(reading_, c) &&
          preposition_in_front(reading_, c).empty()) {
        clause_.objects.push_back(c);
        return;
      }
      if (deprel != Deprel::kAdvcl && deprel != Deprel::kXcomp) return;
      const std::uint32_t mark = reading_.child(c, Deprel::kMark);
      if (mark == kNone) return;
      each_child(reading_, c, [&](std::uint32_t d) {
        const bool is_object =
            reading_.deprel(d) == Deprel::kObj || reading_.deprel(d) == Deprel::kNsubj;
        if (is_object && d > verb && d < mark && clause_.objects.empty()) {
          clause_.objects.push_back(d);
        }
      });
    });
  }

  // "called his Iranian counterpart", read as what somebody becomes.
  void take_object_for_complement() {
    const auto is_noun = [&](std::uint32_t t) {
      return is_nominal(reading_, t) && t > clause_.verb;
    };
    auto& complements = clause_.complements;
    const auto first = std::find_if(complements.begin(), complements.end(), is_noun);
    if (first == complements.end()) return;
    // "called the ambassador a fool": of two the first is the object.
    const bool is_one = std::count_if(complements.begin(), complements.end(), is_noun) == 1;
    if (is_one && reading_.child(*first, Deprel::kNmodPoss) == kNone) return;
    clause_.objects.push_back(*first);
    complements.erase(complements.begin(), first + 1);
  }

  void take_clause(std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (!is_verb(reading_, c)) {
      if (deprel == Deprel::kXcomp) clause_.complements.push_back(c);
      if (deprel != Deprel::kCcomp) return;
      // "found him guilty", read as "found that he was": what he is found.
      const std::uint32_t found = reading_.child(c, Deprel::kNsubj);
      if (reading_.upos(c) == Upos::kAdj && found != kNone && found > clause_.verb &&
          reading_.child(c, Deprel::kCop) == kNone && reading_.child(c, Deprel::kMark) == kNone) {
        clause_.complements.push_back(c);
        clause_.objects.push_back(found);
        return;
      }
      // "condemned Russia's invasion": a noun that the tree takes for a clause is an object.
      const bool is_clause = reading_.child(c, Deprel::kNsubj) != kNone ||
                             reading_.child(c, Deprel::kCop) != kNone;
      if (!is_clause && is_nominal(reading_, c)) clause_.objects.push_back(c);
      else if (clause_.clause == kNone) clause_.clause = c;
      return;
    }
    // "If that came, he warned, Norland would go": a condition is not what was said.
    const std::uint32_t mark = reading_.child(c, Deprel::kMark);
    if (c < clause_.verb && mark != kNone &&
        (reading_.plain(mark) == "if" || reading_.plain(mark) == "unless")) {
      return;
    }
    if (is_infinitive(reading_, c)) {
      if (clause_.infinitive == kNone && deprel != Deprel::kAdvcl) clause_.infinitive = c;
      else if (clause_.infinitive == kNone && c > clause_.verb) clause_.infinitive = c;
    } else if (is_gerund(reading_, c) && reading_.child(c, Deprel::kNsubj) == kNone) {
      if (clause_.gerund == kNone && c > clause_.verb) clause_.gerund = c;
      // "barred her from leaving"
      if (mark != kNone && c > clause_.verb) clause_.obliques.push_back({reading_.plain(mark), c});
    } else if (clause_.clause == kNone &&
               (deprel == Deprel::kCcomp ||
                (deprel == Deprel::kXcomp && reading_.child(c, Deprel::kNsubj) != kNone))) {
      clause_.clause = c;
    }
  }

  // "imposed sanctions on Iran": what hangs from the object's noun is read as the verb's.
  void take_object_complements() {
    const std::size_t own = clause_.objects.size();
    for (std::size_t i = 0; i < std::min<std::size_t>(own, 2); ++i) {
      each_child(reading_, clause_.objects[i], [&](std::uint32_t c) {
        if (reading_.deprel(c) == Deprel::kNmod) {
          const std::string_view preposition = preposition_in_front(reading_, c);
          if (!preposition.empty()) clause_.obliques.push_back({preposition, c});
        } else if (reading_.deprel(c) == Deprel::kAcl && is_verb(reading_, c)) {
          take_participle(c);
        }
      });
    }
  }

  // "lifted sanctions imposed on India", "has a plan to attack".
  void take_participle(std::uint32_t verb) {
    if (is_infinitive(reading_, verb)) {
      if (clause_.infinitive == kNone) clause_.infinitive = verb;
      return;
    }
    if (is_gerund(reading_, verb)) return;
    each_child(reading_, verb, [&](std::uint32_t c) {
      const std::string_view preposition =
          reading_.deprel(c) == Deprel::kObl ? preposition_of(reading_, c) : std::string_view();
      if (preposition == "on" || preposition == "against") {
        clause_.obliques.push_back({preposition, c});
      }
    });
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

bool acts_in_headline(const Reading& reading, std::uint32_t noun) {
  if (reading.head(noun) != kNone || reading.child(noun, Deprel::kCop) != kNone) return false;
  return reading.upos(noun) == Upos::kPropn || reading.knowledge().person_word(reading.plain(noun)) != nullptr;
}

std::string_view preposition_of(const Reading& reading, std::uint32_t token) {
  std::string_view found;
  each_child(reading, token, [&](std::uint32_t c) {
    if (!found.empty() || c > token || reading.deprel(c) != Deprel::kCase) return;
    const std::string_view word = reading.plain(c);
    if (!word.starts_with('\'') && word != "s") found = word;
  });
  return found;
}

void read_clause(const Reading& reading, std::uint32_t verb, EventClause& clause) {
  clause.clear();
  clause.verb = verb;
  Filler(reading, clause).run();
}

bool is_place_preposition(std::string_view word) {
  constexpr std::string_view kWords[] = {"in", "at", "near", "outside", "inside", "across", "around",
                                         "throughout", "within"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

}  // namespace tacitus
