// Stances that verbs tell.
#include <algorithm>

#include "read/events/status.h"
#include "read/positions/finder.h"
#include "read/positions/word_lists.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

bool is_no(std::string_view word) { return word == "not" || word == "never"; }

constexpr unsigned kDeepest = 2;  // stances under stances: "vowed to refuse to support"

}  // namespace

// What an infinitive tells: where its verb has a stance of its own that one ("vowed to oppose the bill"),
// turned where the verb above it refuses.
std::optional<PositionFinder::Told> PositionFinder::told_by_infinitive(std::uint32_t infinitive,
                                                                       Stance stance,
                                                                       unsigned depth) {
  const std::string_view plain = reading_.plain(infinitive);
  const bool is_wish = stance == Stance::kSupport || stance == Stance::kOppose;
  if (is_wish && (plain == "see" || plain == "have")) {
    // "Wants to see Norland join": Norland joining.
    read_clause(reading_, infinitive, below_);
    std::uint32_t act = below_.infinitive != kNone ? below_.infinitive : below_.gerund;
    if (act == kNone) act = below_.clause;
    if (act != kNone && reading_.head(act) == infinitive && act > infinitive) {
      std::uint32_t who = reading_.child(act, Deprel::kNsubj);
      if (who == kNone) who = reading_.child(act, Deprel::kNsubjPass);
      if (who == kNone && !below_.objects.empty()) who = below_.objects.front();
      if (who != kNone && who > infinitive && who < act) {
        if (std::optional<Issue> issue = issues_.gerund(act, who, false)) {
          return Told{stance, std::move(*issue), Claim::kClause, act};
        }
      }
    }
  }
  if (!is_for(stance) && words_.is("reticent", plain)) return std::nullopt;
  if (is_wish && words_.is("private", plain)) return std::nullopt;
  if (is_for(stance) && words_.is("trade", plain)) return std::nullopt;
  bool is_negated = false;
  each_child(reading_, infinitive, [&](std::uint32_t c) {
    is_negated = is_negated || (c < infinitive && is_no(reading_.plain(c)));
  });
  // "Vowed never to raise the tax".
  const std::uint32_t mark = reading_.child(infinitive, Deprel::kMark);
  is_negated = is_negated || (mark != kNone && mark > 0 && mark < infinitive && is_no(reading_.plain(mark - 1)));
  const bool composes = stance != Stance::kDemand && stance != Stance::kThreaten &&
                        stance != Stance::kDeny && !is_negated;
  if (composes && depth < kDeepest) {
    EventClause clause;
    read_clause(reading_, infinitive, clause);
    for (const std::uint32_t f : words_.frames(StanceKind::kVerb, plain)) {
      const StanceFrame& inner = words_.frame(f);
      if (!has_particles(inner, clause)) continue;
      std::optional<Told> told = told_by_verb(inner, clause, false, depth + 1);
      if (!told) continue;
      if (is_against(stance)) {
        const std::optional<Stance> other = turned(told->stance);
        if (!other) return std::nullopt;
        told->stance = *other;
      } else if (stance == Stance::kOpen && is_for(told->stance)) {
        told->stance = Stance::kOpen;
      }
      told->claim = Claim::kClause;
      told->inner = infinitive;
      return told;
    }
  }
  const bool is_will = stance == Stance::kSupport || stance == Stance::kOpen;
  if (is_will && words_.is("hostile", plain)) stance = Stance::kThreaten;
  if (is_negated && is_for(stance)) {
    // "Promised not to raise the tax" is against raising it.
    stance = Stance::kReject;
    std::optional<Issue> issue = issues_.gerund(infinitive, kNone, false);
    if (!issue) return std::nullopt;
    if (issue->text.starts_with("not ")) issue->text.erase(0, 4);
    return Told{stance, std::move(*issue), Claim::kClause, infinitive};
  }
  std::optional<Issue> issue = issues_.gerund(infinitive, kNone, stance == Stance::kOpen);
  if (!issue || issue->text.find(' ') == std::string::npos) return std::nullopt;  // "wants to achieve" says nothing
  return Told{stance, std::move(*issue), Claim::kClause, infinitive};
}

std::optional<PositionFinder::Told> PositionFinder::told_by(const StanceFrame& frame,
                                                            const StanceArgument& argument,
                                                            const EventClause& clause, bool denied,
                                                            unsigned depth) {
  const std::optional<Stance> meant = denied ? frame.denied : frame.stance;
  if (!meant) return std::nullopt;
  const Stance stance = *meant;
  const auto clause_told = [&](std::uint32_t verb) -> std::optional<Told> {
    std::optional<Issue> issue = issues_.clause(verb, clause.verb + 1);
    if (!issue) return std::nullopt;
    return Told{stance, std::move(*issue), Claim::kClause, verb};
  };
  const auto with_subject = [&](std::uint32_t verb, std::uint32_t subject) -> std::optional<Told> {
    std::optional<Issue> issue = issues_.gerund(verb, subject, false);
    if (!issue) return std::nullopt;
    return Told{stance, std::move(*issue), Claim::kClause, verb};
  };
  const bool is_complement =
      clause.infinitive != kNone && reading_.head(clause.infinitive) == clause.verb;
  switch (argument.slot) {
    case StanceSlot::kObject: {
      if (!frame.particles.empty()) {
        // "Went after Weber": behind the idiom's own preposition.
        const std::string_view last = frame.particles.back();
        const std::uint32_t token = behind(clause, last);
        if (token != kNone) {
          if (reading_.upos(token) != Upos::kVerb) return told_by_noun_phrase(stance, token);
          return is_gerund(reading_, token) ? with_subject(token, kNone) : std::nullopt;
        }
        const bool has_it = !clause.objects.empty() && preposition_of(reading_, clause.objects.front()) == last;
        if (frame.particles.size() > 1 && !has_it) return std::nullopt;
      }
      if (clause.objects.empty()) return std::nullopt;
      const std::string_view first = reading_.plain(clause.objects.front());
      if (std::find(frame.particles.begin(), frame.particles.end(), first) != frame.particles.end()) {
        return std::nullopt;  // a word of the idiom
      }

      const std::uint32_t doing = clause.objects.front();
      if (argument.classes == 0 && reading_.upos(doing) == Upos::kVerb && is_gerund(reading_, doing) &&
          reading_.child(doing, Deprel::kDet) == kNone && doing > clause.verb) {
        return with_subject(doing, kNone);  // "denies arming them"
      }
      // "Has long advocated": a word for a time is no object, though the tree may have it as one.
      std::uint32_t object = clause.objects.front();
      const bool is_in_front = object < clause.verb && !clause.is_passive &&
                               reading_.deprel(clause.verb) != Deprel::kRelcl;
      if (clause.objects.size() > 1 && (!is_matter(object) || is_in_front)) object = clause.objects[1];
      if (!is_matter(object)) return std::nullopt;
      // "Wants the company out" is against it.
      if (frame.particles.empty() && stance == Stance::kSupport && object > clause.verb && is_sent_away(object)) {
        return told_by_noun_phrase(Stance::kOppose, object);
      }
      if (argument.classes != 0 &&
          (words_.classes(reading_.plain(object)) & argument.classes) == 0) {
        return std::nullopt;
      }
      // "Rejected a suggestion that the vote be postponed" says no to doing so.
      if (stance == Stance::kDeny && argument.classes != 0) {
        bool is_wish = false;
        each_child(reading_, object, [&](std::uint32_t c) {
          is_wish = is_wish || (c > object && subjunctive_subject(c, Stance::kDeny) != kNone);
        });
        if (is_wish) return std::nullopt;
      }
      return told_by_noun_phrase(stance, object);
    }
    case StanceSlot::kSubject:
      // "The scheme angered Norland".
      if (clause.subjects.empty() || !reading_.is_noun(clause.subjects.front())) return std::nullopt;
      return told_by_noun_phrase(stance, clause.subjects.front());
    case StanceSlot::kPerson: {
      // "Attacked Weber" in words; who is attacked otherwise is seldom named.
      if (clause.objects.empty()) return std::nullopt;
      const std::uint32_t object = clause.objects.front();
      const bool is_person = reading_.upos(object) == Upos::kPropn && person_inside(object);
      return is_person ? told_by_noun_phrase(stance, object) : std::nullopt;
    }
    case StanceSlot::kReceiver:
      if (clause.receivers.empty()) return std::nullopt;
      return told_by_noun_phrase(stance, clause.receivers.front());
    case StanceSlot::kInfinitive:
      if (is_complement && argument.classes != 0) {
        if ((words_.classes(reading_.plain(clause.infinitive)) & argument.classes) == 0) return std::nullopt;
        // "Intended them to leave": what others do.
        const bool is_others = !clause.objects.empty() && clause.objects.front() > clause.verb &&
                               clause.objects.front() < clause.infinitive;
        if (is_others) return std::nullopt;
      }
      // "Lobbied Congress to pass it" is no wish to pass it.
      if (is_complement && stance == Stance::kSupport && depth == 0 && !clause.objects.empty() &&
          clause.objects.front() > clause.verb && clause.objects.front() < clause.infinitive) {
        return std::nullopt;
      }
      // What somebody does something for is no complement, but where the tree errs.
      if (!is_complement || (reading_.deprel(clause.infinitive) == Deprel::kAdvcl && argument.classes == 0 &&
                             clause.infinitive > clause.verb + 3)) {
        return std::nullopt;
      }
      return told_by_infinitive(clause.infinitive, stance, depth);
    case StanceSlot::kObjectInfinitive: {
      if (clause.infinitive == kNone && frame.denied && clause.clause != kNone && clause.clause > clause.verb &&
          reading_.child(clause.clause, Deprel::kMark) == kNone && reading_.child(clause.clause, Deprel::kAux) == kNone &&
          !clause.is_passive && reading_.upos(clause.clause) == Upos::kVerb) {
        return clause_told(clause.clause);  // "wants the minister removed"
      }
      // Whom somebody asks to do it, the tree may have as a receiver.
      const std::uint32_t doer = !clause.objects.empty() ? clause.objects.front()
                                 : clause.receivers.empty() ? kNone : clause.receivers.front();
      if (!is_complement || doer == kNone) return std::nullopt;
      // "Was urged by the unions to resign"; who urged must be named.
      if (clause.is_passive ? clause.subjects.empty() : doer < clause.verb) return std::nullopt;
      if (words_.is("private", reading_.plain(doer))) return std::nullopt;
      if (is_of_kind(reading_.plain(clause.infinitive), WordKind::kMind)) return std::nullopt;
      if (reading_.deprel(clause.infinitive) == Deprel::kAdvcl && frame.stance != Stance::kDemand) {
        return std::nullopt;
      }
      return with_subject(clause.infinitive, doer);
    }
    case StanceSlot::kPrepositionInfinitive: {
      const std::uint32_t who = complement(clause.verb, argument.preposition);
      if (who == kNone) return std::nullopt;
      if (reading_.upos(who) == Upos::kVerb) return told_by_doing(stance, who);
      std::uint32_t verb = is_complement ? clause.infinitive : infinitive_below(who);
      if (verb == kNone || !acts(who, verb)) return std::nullopt;
      return with_subject(verb, who);
    }
    case StanceSlot::kGerund:
      if (clause.gerund == kNone || reading_.deprel(clause.gerund) == Deprel::kAdvcl) {
        return std::nullopt;
      }
      return with_subject(clause.gerund, kNone);
    case StanceSlot::kClause:
      // What is said in front of the verb is speech of its own: "I was there," he complained.
      if (clause.clause == kNone || clause.clause < clause.verb) return std::nullopt;
      // "Recommended that Norland widen its tax base": what others are to do reads as an ing-form.
      if (const std::uint32_t doer = subjunctive_subject(clause.clause, stance); doer != kNone) {
        if (std::optional<Told> told = with_subject(clause.clause, doer)) return told;
      }
      return clause_told(clause.clause);
    case StanceSlot::kMust: {
      if (clause.clause == kNone) return std::nullopt;
      const std::uint32_t verb = clause.clause;
      const std::uint32_t mark = reading_.child(verb, Deprel::kMark);
      if (mark != kNone && reading_.plain(mark) != "that") return std::nullopt;  // "asked if"
      if (is_infinitive(reading_, verb)) return std::nullopt;  // "her aim would be to leave"
      bool is_bare = mark != kNone, is_must = false;
      each_child(reading_, verb, [&](std::uint32_t c) {
        const Deprel deprel = reading_.deprel(c);
        const std::string_view word = reading_.plain(c);
        if (c > verb || (deprel != Deprel::kAux && deprel != Deprel::kCop)) return;
        is_must = is_must || word == "must" || word == "should" || word == "be";
        is_bare = false;
      });
      // "Asked that Norland leave": a base form behind "that".
      if (!is_must && (!is_bare || reading_.plain(verb).ends_with('s') ||
                       reading_.plain(verb).ends_with("ed"))) {
        return std::nullopt;
      }
      std::uint32_t subject = reading_.child(verb, Deprel::kNsubj);
      if (subject == kNone) subject = reading_.child(verb, Deprel::kNsubjPass);
      // "A bridge, which he insists must be ready": what the tree does not tell.
      if (subject == kNone) return std::nullopt;
      return with_subject(verb, subject);
    }
    case StanceSlot::kOwn: {
      if (clause.clause == kNone) return std::nullopt;
      std::uint32_t subject = reading_.child(clause.clause, Deprel::kNsubj);
      if (subject == kNone) subject = reading_.child(clause.clause, Deprel::kOther);
      bool is_future = false;
      each_child(reading_, clause.clause, [&](std::uint32_t c) {
        const std::string_view word = reading_.plain(c);
        is_future = is_future || (reading_.deprel(c) == Deprel::kAux &&
                                  (word == "will" || word == "would" || word == "'ll"));
      });
      const bool is_own = subject != kNone && reading_.upos(subject) == Upos::kPron &&
                          reading_.plain(subject) != "there" && reading_.plain(subject) != "this";
      if (!is_future || !is_own) return std::nullopt;
      return with_subject(clause.clause, kNone);
    }
    case StanceSlot::kWhether: {
      if (clause.clause == kNone) return std::nullopt;
      const std::uint32_t mark = reading_.child(clause.clause, Deprel::kMark);
      if (mark == kNone || reading_.plain(mark) != "whether") return std::nullopt;
      return clause_told(clause.clause);
    }
    case StanceSlot::kObjectAnd:
      return about_object(clause, argument.preposition, stance);
    case StanceSlot::kPreposition: {
      const std::uint32_t token = behind(clause, argument.preposition);
      if (token == kNone) return std::nullopt;
      if (argument.classes != 0 && (words_.classes(reading_.plain(token)) & argument.classes) == 0) {
        return std::nullopt;
      }
      if (stance == Stance::kOppose && is_feared_for(token, argument.preposition)) return std::nullopt;
      // "Bowed to hotel owners" says not in what.
      if (stance == Stance::kAccept && argument.preposition == "to" && words_.is("people", reading_.plain(token))) {
        return std::nullopt;
      }
      // "A man believed to be in his forties" believes nothing.
      if (clause.is_passive && clause.subjects.empty()) return std::nullopt;
      // "Called a vote for June".
      if (argument.preposition == "for" && stance == Stance::kDemand && !clause.objects.empty() &&
          reading_.plain(clause.verb).starts_with("call") &&
          clause.objects.front() > clause.verb && clause.objects.front() < token) {
        return std::nullopt;
      }
      // "Agreed with them that they will stay".
      if (argument.preposition == "with" && clause.clause != kNone) return std::nullopt;
      if (argument.preposition == "for" && words_.is("office", reading_.plain(token))) return std::nullopt;
      if (is_for(stance) && words_.is("trade", reading_.plain(token))) return std::nullopt;
      const bool is_verbal = reading_.upos(token) == Upos::kVerb && is_gerund(reading_, token);
      if (is_verbal) {
        const bool is_open = stance == Stance::kOpen;
        // "Warned Norland against leaving": Norland's leaving.
        const bool is_others = argument.preposition == "against" && !clause.objects.empty() && !clause.is_passive &&
                               clause.objects.front() > clause.verb && clause.objects.front() < token;
        const std::uint32_t doer = is_others ? clause.objects.front() : kNone;
        std::optional<Issue> issue = issues_.gerund(token, doer, is_open);
        if (!issue) return std::nullopt;
        return Told{stance, std::move(*issue), Claim::kClause, token};
      }
      return told_by_noun_phrase(stance, token);
    }
    default: return std::nullopt;
  }
}

// "For Norland to leave", where "for" hangs from the verb.
std::optional<PositionFinder::Told> PositionFinder::told_by_doing(Stance stance,
                                                                  std::uint32_t verb) const {
  const std::uint32_t who = reading_.child(verb, Deprel::kNsubj);
  if (who == kNone || who > verb || !is_infinitive(reading_, verb)) return std::nullopt;
  std::optional<Issue> issue = issues_.gerund(verb, who, false);
  if (!issue) return std::nullopt;
  return Told{stance, std::move(*issue), Claim::kClause, verb};
}

std::optional<PositionFinder::Told> PositionFinder::told_by_verb(const StanceFrame& frame,
                                                                 const EventClause& clause,
                                                                 bool denied, unsigned depth) {
  for (const StanceArgument& argument : frame.issues) {
    if (std::optional<Told> told = told_by(frame, argument, clause, denied, depth)) return told;
  }
  return std::nullopt;
}

// Leaves out the articles and owners that the tree has beside a noun as subjects or objects.
void PositionFinder::drop_beside(std::vector<std::uint32_t>& tokens) const {
  if (tokens.size() < 2) return;
  const auto is_beside = [&](std::uint32_t t) { return is_beside_subject(t); };
  if (std::all_of(tokens.begin(), tokens.end(), is_beside)) return;
  tokens.erase(std::remove_if(tokens.begin(), tokens.end(), is_beside), tokens.end());
}

void PositionFinder::read_verb(std::uint32_t verb) {
  const std::string_view plain = reading_.plain(verb);
  const auto frames = words_.frames(StanceKind::kVerb, plain);
  const bool regards = words_.is("regard", plain);
  if (frames.empty() && !regards) return;
  read_clause(reading_, verb, clause_);
  drop_beside(clause_.subjects);
  drop_beside(clause_.objects);
  // "Critics say it wants to please them": several are no "it".
  const std::uint32_t own = reading_.child(verb, Deprel::kNsubj);
  if (own != kNone && clause_.subjects.size() == 1 && clause_.subjects.front() != own &&
      is_one_of(reading_.plain(own), {"it", "he", "she"}) && reading_.upos(clause_.subjects.front()) == Upos::kNoun &&
      reading_.plain(clause_.subjects.front()).ends_with('s')) {
    clause_.subjects.front() = own;
  }
  if (regards && tell_regard(verb, clause_)) return;
  if (frames.empty() || tell_all_but(verb, clause_)) return;
  const StatusFound status = status_of(reading_, EventWords::builtin(), verb);
  const bool denied = status.status == EventStatus::kDenied;
  const std::uint32_t above = reading_.head(verb);
  bool is_left_open = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    const std::string_view word = reading_.plain(c);
    const bool is_mark = c < verb && (reading_.deprel(c) == Deprel::kMark || reading_.deprel(c) == Deprel::kCase);
    is_left_open = is_left_open || (is_mark && (word == "whether" || word == "without"));
  });
  is_left_open = is_left_open || is_condition(verb) || only_says_which(verb) || is_neither(verb);
  if (is_left_open) return;
  // "Stopped short of endorsing him", "far from supporting it".
  for (std::uint32_t t = verb; t > 0 && t + 3 > verb; --t) {
    const std::string_view word = reading_.plain(t - 1);
    if (word == "of" && t > 1 && reading_.plain(t - 2) == "short") return;
  }
  if (status.status == EventStatus::kPossible) {
    // "The effort to block the bill" is made; "on suspicion of backing rebels" nothing is.
    const bool is_aim = reading_.deprel(verb) == Deprel::kAcl && above != kNone &&
                        !words_.is("suspicion", reading_.plain(above));
    if (!is_aim || is_doubted(verb)) return;
  }
  if (above != kNone && reading_.deprel(verb) == Deprel::kAcl &&
      words_.is("suspicion", reading_.plain(above))) {
    return;
  }
  // "Came under pressure to abandon it": others want that.
  const bool is_wanted = above != kNone && reading_.deprel(verb) == Deprel::kAcl && is_infinitive(reading_, verb) &&
                         words_.is("plea", reading_.plain(above));
  if (is_wanted && reading_.child(above, Deprel::kNmodPoss) == kNone) {
    // "Made a call to abandon it" is his own.
    const bool is_made = reading_.deprel(above) == Deprel::kObj && reading_.head(above) != kNone &&
                         words_.is("carry", reading_.plain(reading_.head(above)));
    if (!is_made) return;
  }
  // "May not want to".
  bool is_guess = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    const std::string_view word = reading_.plain(c);
    is_guess = is_guess || (c < verb && reading_.deprel(c) == Deprel::kAux && (word == "may" || word == "might"));
  });
  if (denied && is_guess) return;
  // "Used to support it", but does no longer.
  if (above != kNone && reading_.deprel(verb) == Deprel::kXcomp && reading_.plain(above) == "used") return;
  for (const std::uint32_t f : frames) {
    const StanceFrame& frame = words_.frame(f);
    if (!has_particles(frame, clause_)) continue;
    const std::optional<Told> told = told_by_verb(frame, clause_, denied, 0);
    if (!told) continue;
    People holders;
    holders_of_verb(frame, clause_, holders);
    rule_ = {"verb", &frame, denied};
    write(verb, *told, holders);
    // "Wants to raise the tax and cut spending": each is an issue.
    if (told->inner != kNone && reading_.head(told->inner) == verb) {
      const Told first = *told;
      each_child(reading_, first.inner, [&](std::uint32_t c) {
        if (c < first.inner || reading_.deprel(c) != Deprel::kConj) return;
        if (reading_.upos(c) != Upos::kVerb || reading_.child(c, Deprel::kNsubj) != kNone) return;
        if (clause_.infinitive != first.inner && clause_.gerund != first.inner) return;
        if (reading_.child(c, Deprel::kAux) != kNone) return;
        std::optional<Issue> issue = issues_.gerund(c, kNone, first.stance == Stance::kOpen);
        if (!issue) return;
        write(verb, Told{first.stance, std::move(*issue), Claim::kClause, c}, holders);
      });
    }
    return;
  }
}

}  // namespace tacitus
