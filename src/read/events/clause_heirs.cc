// Whom a verb has from the verbs and nouns above it: "agreed to withdraw", "soldiers killed in".
#include <algorithm>

#include "read/events/clause.h"
#include "read/events/clause_words.h"
#include "read/events/order.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

class Heir {
 public:
  Heir(const Reading& reading, EventClause& clause) : reading_(reading), clause_(clause) {}

  // The subject of a verb above: of what is coordinated, of "agreed to", of a noun that a
  // participle belongs to.
  void run() {
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
                               !follows_modal(reading_, clause_.verb) &&
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
    // "A and B are expected to sign", of which the tree has one.
    if (!by_object && from.size() == 1) {
      std::vector<std::uint32_t> ordered;
      subjects_by_order(reading_, above, ordered);
      if (ordered.size() > 1 && std::find(ordered.begin(), ordered.end(), from[0]) != ordered.end()) {
        from = ordered;
      }
    }
    (clause_.is_passive ? clause_.objects : clause_.subjects) = from;
    return true;
  }

  // "Minister to visit Norland; talks with Vell called off": what a semicolon parts says nothing of the noun.
  bool is_parted(std::uint32_t noun, std::uint32_t verb) const {
    constexpr std::uint32_t kFarthest = 30;
    for (std::uint32_t t = noun + 1; t < std::min(verb, noun + kFarthest); ++t) {
      if (reading_.plain(t) == ";") return true;
    }
    return false;
  }

  void inherit_noun(std::uint32_t verb, std::uint32_t noun) {
    if (!is_nominal(reading_, noun) || is_parted(noun, verb)) return;
    if (is_infinitive(reading_, verb)) {
      if (!acts_in_headline(reading_, noun)) return inherit_possessor(noun);
      clause_.subjects.push_back(noun);
      return;
    }
    const std::uint32_t mark = reading_.child(verb, Deprel::kMark);
    if (is_gerund(reading_, verb) && mark != kNone && reading_.plain(mark) == "of") return inherit_possessor(noun);
    const bool is_told_by = is_gerund(reading_, verb) && is_of_kind(reading_.plain(noun), WordKind::kWritten);
    if (is_told_by && inherit_writer(noun)) return;
    if (is_gerund(reading_, verb) && inherit_from_above(noun)) return;
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

  // "wrote to the minister urging him": he is urged, and who writes urges.
  bool inherit_from_above(std::uint32_t noun) {
    std::uint32_t above = reading_.head(noun);
    // "sent a letter to the ministry threatening": the letter does.
    if (above != kNone && is_of_kind(reading_.plain(above), WordKind::kWritten)) return inherit_writer(above);
    if (above == kNone || above > noun || !is_verb(reading_, above)) return false;
    const std::uint32_t letter = reading_.child(above, Deprel::kObj);
    if (letter != kNone && letter < noun && is_of_kind(reading_.plain(letter), WordKind::kWritten)) {
      return inherit_writer(letter);
    }
    if (clause_.objects.size() != 1) return false;
    // "Rejected it, with its minister calling it a mistake": he calls it so.
    const std::uint32_t with = reading_.child(noun, Deprel::kCase);
    if (with != kNone && with > 0 && reading_.plain(with) == "with" && reading_.plain(with - 1) == ",") return false;
    const std::string_view word = reading_.plain(clause_.objects.front());
    if (word != "him" && word != "her" && word != "them" && word != "it") return false;
    const std::uint32_t subject = reading_.child(above, Deprel::kNsubj);
    if (subject != kNone) clause_.subjects.push_back(referent(reading_, above, subject));
    else subjects_by_order(reading_, above, clause_.subjects);
    if (clause_.subjects.empty()) return false;
    clause_.objects.front() = noun;
    return true;
  }

  // "the sanctions that Norland imposed": what the clause hangs from is its object.
  void take_relative_object() {
    const std::uint32_t verb = clause_.verb, noun = reading_.head(verb);
    if (noun == kNone || noun > verb || !is_nominal(reading_, noun)) return;
    if (reading_.deprel(verb) != Deprel::kRelcl && reading_.deprel(verb) != Deprel::kAcl) return;
    if (is_parted(noun, verb)) return;
    if (clause_.is_passive || !clause_.objects.empty() || clause_.clause != kNone ||
        clause_.infinitive != kNone || is_gerund(reading_, verb) || is_infinitive(reading_, verb)) {
      return;
    }
    const bool has_own = std::any_of(
        clause_.subjects.begin(), clause_.subjects.end(),
        [&](std::uint32_t s) { return s > noun && s < verb && !is_relative(reading_.plain(s)); });
    if (has_own) clause_.objects.push_back(noun);
  }

  // "passed a resolution condemning Norland", "a statement by the union accusing it": who wrote it
  // does so. Whether anybody is named.
  bool inherit_writer(std::uint32_t noun) {
    const std::uint32_t possessor = reading_.child(noun, Deprel::kNmodPoss);
    if (possessor != kNone) {
      clause_.subjects.push_back(possessor);
      return true;
    }
    each_child(reading_, noun, [&](std::uint32_t c) {
      const std::string_view preposition =
          reading_.deprel(c) == Deprel::kNmod ? preposition_of(reading_, c) : std::string_view();
      if (preposition == "by" || preposition == "from") clause_.subjects.push_back(c);
    });
    if (!clause_.subjects.empty()) return true;
    const std::uint32_t above = reading_.head(noun);
    if (above == kNone || !is_verb(reading_, above) || noun < above) return false;
    if (has_auxiliary_of_passive(reading_, above)) return false;
    each_child(reading_, above, [&](std::uint32_t c) {
      if (reading_.deprel(c) == Deprel::kNsubj) {
        clause_.subjects.push_back(speaker_of(reading_, above, referent(reading_, above, c)));
      }
    });
    if (clause_.subjects.empty()) subjects_by_order(reading_, above, clause_.subjects);
    return !clause_.subjects.empty();
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

 private:
  const Reading& reading_;
  EventClause& clause_;
};

}  // namespace

void inherit_subjects(const Reading& reading, EventClause& clause) { Heir(reading, clause).run(); }

void take_relative_object(const Reading& reading, EventClause& clause) {
  Heir(reading, clause).take_relative_object();
}

}  // namespace tacitus
