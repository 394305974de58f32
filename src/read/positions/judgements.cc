// What somebody says about the matter itself: what must be done, and what is good or bad.
#include <algorithm>

#include "read/positions/finder.h"
#include "read/positions/word_lists.h"

namespace tacitus {

// Whether a word is denied where it stands: "is not open to", "would never be happy with".
bool PositionFinder::is_denied(std::uint32_t word) const {
  bool found = false;
  each_child(reading_, word, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    const bool stands = deprel == Deprel::kAdvmod || deprel == Deprel::kAux ||
                        deprel == Deprel::kDet || deprel == Deprel::kCc || deprel == Deprel::kOther ||
                        (deprel == Deprel::kXcomp && c + 1 == word);
    found = found || (c < word && stands && is_negation(reading_.plain(c)));
  });
  const std::uint32_t above = reading_.head(word);
  if (!found && above != kNone && reading_.deprel(word) == Deprel::kXcomp) {
    each_child(reading_, above, [&](std::uint32_t c) {
      found = found || (c < word && reading_.deprel(c) == Deprel::kAdvmod &&
                        is_negation(reading_.plain(c)));
    });
  }
  if (is_all_but(word)) return true;
  // "I do not think that he is fit".
  if (!found && above != kNone && reading_.deprel(word) == Deprel::kCcomp && above < word &&
      is_one_of(reading_.plain(above), {"think", "believe", "feel", "consider"})) {
    return has_negation(above);
  }
  return found;
}

// Whether it may only be so: "if", "may be" unless that does not count, "whether", and what stands
// under them.
bool PositionFinder::is_doubted(std::uint32_t word, bool may_be) const {
  std::uint32_t at = word;
  for (std::uint32_t steps = 0; at != kNone && steps < kMostClimbs; ++steps) {
    bool found = false;
    each_child(reading_, at, [&](std::uint32_t c) {
      if (c > at) return;
      const std::string_view plain = reading_.plain(c);
      const Deprel deprel = reading_.deprel(c);
      if (deprel == Deprel::kMark) found = found || is_one_of(plain, {"if", "whether", "unless"});
      if (deprel == Deprel::kAux && at == word && !may_be) {
        found = found || is_one_of(plain, {"may", "might", "could"});
      }
    });
    if (found) return true;
    const Deprel deprel = reading_.deprel(at);
    if (deprel == Deprel::kCcomp || deprel == Deprel::kParataxis) return false;
    at = reading_.head(at);
  }
  return false;
}

// The subject that a word judges; kNone where it judges nothing.
std::uint32_t PositionFinder::judged_by(std::uint32_t word) const {
  const std::uint32_t subject = own_subject(word);
  if (subject != kNone && reading_.deprel(subject) != Deprel::kNsubjPass) return subject;
  // "Leaving would be a mistake".
  std::uint32_t doing = kNone;
  each_child(reading_, word, [&](std::uint32_t c) {
    const bool is_clause = c < word && reading_.deprel(c) == Deprel::kOther && reading_.upos(c) == Upos::kVerb;
    if (is_clause && (is_gerund(reading_, c) || is_infinitive(reading_, c))) doing = c;
  });
  if (doing != kNone) return doing;
  const std::uint32_t above = reading_.head(word);
  if (above == kNone) return kNone;
  // "Is anything but fair", "is nothing short of a disgrace".
  if (is_all_but(word) || (is_one_of(reading_.plain(above), {"short", "less"}) && own_subject(above) != kNone &&
                           reading_.child(word, Deprel::kCop) != kNone)) {
    return own_subject(above);
  }
  if (reading_.deprel(word) == Deprel::kConj) return reading_.child(above, Deprel::kNsubj);
  // "Would make the threat worse".
  const bool is_made = reading_.deprel(word) == Deprel::kXcomp &&
                       is_one_of(reading_.plain(above), {"make", "makes", "made", "making", "leave"});
  if (is_made) {
    const std::uint32_t maker = reading_.child(above, Deprel::kNsubj);
    return maker != kNone && words_.is("plan", reading_.plain(maker)) ? maker : kNone;
  }
  if (reading_.deprel(word) == Deprel::kXcomp &&
      is_one_of(reading_.plain(above), {"is", "was", "are", "were", "seems", "remains", "seem",
                                        "looks", "seemed", "remain", "becomes", "keeps"})) {
    return reading_.child(above, Deprel::kNsubj);
  }
  return kNone;
}

// "Anything but fair".
bool PositionFinder::is_all_but(std::uint32_t word) const {
  const std::uint32_t above = reading_.head(word);
  return above != kNone && reading_.plain(above) == "anything" && preposition_of(reading_, word) == "but";
}

// "Too high".
bool PositionFinder::is_too_much(std::uint32_t word) const {
  bool found = false;
  each_child(reading_, word, [&](std::uint32_t c) { found = found || (c < word && reading_.plain(c) == "too"); });
  return found;
}

// Whether a verb goes on with a preposition or particle that gives it another sense: "worked out", "working on".
bool PositionFinder::behind_any(std::uint32_t verb) const {
  bool found = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    if (c < verb) return;
    const std::string_view word = reading_.deprel(c) == Deprel::kObl ? preposition_of(reading_, c) : reading_.plain(c);
    found = found || is_one_of(word, {"out", "on", "as", "with", "toward", "towards", "up", "off", "together", "to"});
  });
  return found;
}

// Of whom something is said: "he said of Weber"; kNone.
std::uint32_t PositionFinder::said_of(std::uint32_t word) const {
  if (statement_[word] == kNone) return kNone;
  for (const Span span : record_.statements[statement_[word]].cue) {
    const Range cue = tokens_in(span);
    for (std::uint32_t t = cue.first; t < cue.end; ++t) {
      for (const std::string_view preposition : {"of", "about"}) {
        const std::uint32_t named = reading_.upos(t) == Upos::kVerb ? complement(t, preposition) : kNone;
        if (named != kNone && reading_.is_noun(named)) return named;
      }
    }
  }
  return kNone;
}

// "Lacks the experience", "has done a terrible job": how good or bad is who does or has it.
Judgement PositionFinder::judged_deed(std::uint32_t noun) const {
  const std::uint32_t above = reading_.head(noun);
  if (above == kNone || reading_.deprel(noun) != Deprel::kObj || noun < above) return Judgement::kNone;
  const std::string_view verb = reading_.plain(above);
  const std::uint32_t det = reading_.child(noun, Deprel::kDet);
  const bool denied = has_negation(above) || has_negation(noun) || is_denied(above) || (det != kNone && reading_.plain(det) == "no");
  if (words_.is("virtue", reading_.plain(noun))) {
    if (is_one_of(verb, {"lack", "lacks", "lacked", "lacking"})) return denied ? Judgement::kGood : Judgement::kBad;
    if (is_one_of(verb, {"has", "have", "had"})) return denied ? Judgement::kBad : Judgement::kGood;
    return Judgement::kNone;
  }
  if (!words_.is("deed", reading_.plain(noun)) || denied ||
      !is_one_of(verb, {"do", "does", "did", "done", "doing", "make", "made", "making", "has"})) {
    return Judgement::kNone;
  }
  Judgement judgement = words_.judgement(StanceKind::kNoun, reading_.plain(noun));
  each_child(reading_, noun, [&](std::uint32_t c) {
    if (judgement == Judgement::kNone && reading_.deprel(c) == Deprel::kAmod) {
      judgement = words_.judgement(StanceKind::kAdjective, reading_.plain(c));
    }
  });
  return judgement;
}

// "As great as", "how the levy would help": says how much or in which way, not that it is so.
bool PositionFinder::is_measured(std::uint32_t word) const {
  bool found = false;
  const auto look = [&](std::uint32_t above) {
    each_child(reading_, above, [&](std::uint32_t c) {
      const bool stands = c < above && reading_.deprel(c) != Deprel::kPunct;
      found = found || (stands && is_one_of(reading_.plain(c), {"as", "how", "why", "whether", "when", "less"}));
    });
  };
  look(word);
  // "Asked why it was needed", where the question word is above.
  const std::uint32_t above = reading_.head(word);
  if (above != kNone && above < word && is_one_of(reading_.plain(above), {"how", "why", "whether"})) return true;
  each_child(reading_, word, [&](std::uint32_t c) {
    if (c < word && reading_.deprel(c) == Deprel::kAmod) look(c);
  });
  return found;
}

void PositionFinder::read_judgement(std::uint32_t word, StanceKind kind) {
  if (claims_[word] != Claim::kNone || cue_at(word) != kNone) return;
  Judgement judgement = words_.judgement(kind, reading_.plain(word));
  if (judgement == Judgement::kNone && kind == StanceKind::kNoun) {
    // "Is a great deal", "one of the worst ideas"; a noun alone says nothing.
    const bool is_one = reading_.plain(word) == "one";
    const std::uint32_t told = is_one ? complement(word, "of") : word;
    if (told == kNone) return;
    if (is_one) judgement = words_.judgement(kind, reading_.plain(told));
    each_child(reading_, told, [&](std::uint32_t c) {
      if (judgement == Judgement::kNone && reading_.deprel(c) == Deprel::kAmod) {
        judgement = words_.judgement(StanceKind::kAdjective, reading_.plain(c));
      }
    });
  }
  rule_ = {kind == StanceKind::kVerb ? "judging verb" : kind == StanceKind::kNoun ? "judging noun" : "judging adjective"};
  const Judgement deed = kind == StanceKind::kNoun ? judged_deed(word) : Judgement::kNone;
  if (deed != Judgement::kNone) judgement = deed;
  if (kind == StanceKind::kAdjective && is_too_much(word) && !is_denied(word)) judgement = Judgement::kBad;
  if (judgement == Judgement::kNone || is_measured(word) || is_asked(word)) return;
  // "The plan could hurt farmers" is no doubt but a reason against it.
  const std::uint32_t target = judged_by(word);
  const bool is_of_plan = target != kNone && words_.is("plan", reading_.plain(target));
  if (is_doubted(word, is_of_plan)) return;
  const bool is_verb = kind == StanceKind::kVerb;
  const bool is_copular = reading_.child(word, Deprel::kCop) != kNone;
  if (!is_verb && !is_copular && deed == Judgement::kNone && !is_all_but(word) && reading_.deprel(word) != Deprel::kXcomp &&
      reading_.deprel(word) != Deprel::kConj) {
    return;
  }
  const Deprel deprel = reading_.deprel(word);
  if (deprel == Deprel::kRelcl || deprel == Deprel::kAdvcl || deprel == Deprel::kAcl) return;
  People holders;
  add_speaker(statement_[word], holders);
  if (holders.empty()) return;
  const bool denied = deed == Judgement::kNone && is_denied(word);
  Stance stance = (judgement == Judgement::kGood) != denied ? Stance::kSupport : Stance::kOppose;
  std::uint32_t subject = deed == Judgement::kNone ? target : own_subject(reading_.head(word));
  if (subject == kNone) return;
  const bool is_open = reading_.upos(subject) == Upos::kPron && issues_.actor_of_pronoun(subject) == kNone;
  if (is_open) {
    // "She is a liar," he said of Weber.
    if (const std::uint32_t named = said_of(word); named != kNone) subject = named;
  }
  const std::string_view who = reading_.plain(subject);
  if (is_one_of(who, {"it", "that", "this", "there"})) {
    // "It would be wrong to leave", "it is important that Norland stay".
    std::uint32_t act = infinitive_below(word), doer = kNone;
    each_child(reading_, word, [&](std::uint32_t c) {
      const std::uint32_t mark = reading_.child(c, Deprel::kMark);
      if (act == kNone && c > word && mark != kNone && reading_.plain(mark) == "that") {
        act = c;
        doer = reading_.child(c, Deprel::kNsubj);
      }
    });
    if (act == kNone || is_verb) return;
    if (is_one_of(reading_.plain(word), {"important", "essential", "necessary", "vital", "crucial"})) {
      if (denied) return;
      stance = Stance::kDemand;
    }
    if (std::optional<Issue> issue = issues_.gerund(act, doer, false)) {
      write(word, Told{stance, std::move(*issue), Claim::kClause, act}, holders);
    }
    return;
  }
  if (reading_.upos(subject) == Upos::kVerb && (is_gerund(reading_, subject) || is_infinitive(reading_, subject))) {
    if (is_verb) return;
    if (std::optional<Issue> issue = issues_.gerund(subject, kNone, false)) {
      write(word, Told{stance, std::move(*issue), Claim::kClause, subject}, holders);
    }
    return;
  }
  // "The problem was an error" judges no matter.
  if (!words_.is("claim", who) && words_.judgement(StanceKind::kNoun, who) == Judgement::kBad && !denied &&
      stance == Stance::kOppose) {
    return;
  }
  // Who calls a claim false denies it.
  if (stance == Stance::kOppose && words_.is("claim", who)) stance = Stance::kDeny;
  People judged;
  add_holder(subject, word, judged);
  const bool is_own = std::any_of(judged.begin(), judged.end(), [&](Who w) {
    return std::find(holders.begin(), holders.end(), w) != holders.end();
  });
  // "The responsibility lies with them" calls nobody a liar.
  if (is_verb && is_one_of(reading_.plain(word), {"lie", "lies", "lay", "lying"}) &&
      (complement(word, "with") != kNone || complement(word, "in") != kNone || judged.empty())) {
    return;
  }
  // "Important to many": to these.
  if (kind == StanceKind::kAdjective && is_one_of(reading_.plain(word), {"important", "essential", "vital", "crucial"}) &&
      complement(word, "to") != kNone) {
    return;
  }
  // "The group helped him" says what it did; "the programs help" that they are good.
  const bool is_done = is_verb && judgement == Judgement::kGood && reading_.plain(word).substr(0, 6) != "deserv";
  if (is_done) {
    People doers;
    actors_.find(subject, Inside::kNobody, doers);
    if (!doers.empty() || behind_any(word)) return;
  }
  if (is_own || is_one_of(who, {"i", "we", "you", "who", "which", "what", "nobody", "none", "no-one", "one",
                                  "anyone", "everyone", "everybody", "anybody", "someone"})) {
    return;
  }
  if (is_verb && is_gerund(reading_, word) && !denied && !words_.is("plan", who)) {
    // "Is lying about her support": that she does.
    if (reading_.upos(subject) == Upos::kPron && issues_.actor_of_pronoun(subject) == kNone) return;
    if (std::optional<Issue> issue = issues_.gerund(word, subject, false)) {
      write(word, Told{stance, std::move(*issue), Claim::kClause, word}, holders);
    }
    return;
  }
  // "Has been good at following the rules": that it does.
  for (const std::string_view preposition : {"at", "in", "for", "to"}) {
    const std::uint32_t act = complement(word, preposition);
    if (act == kNone || reading_.upos(act) != Upos::kVerb || !is_gerund(reading_, act)) continue;
    if (std::optional<Issue> issue = issues_.gerund(act, subject, false)) {
      write(word, Told{stance, std::move(*issue), Claim::kClause, act}, holders);
      return;
    }
  }
  if (const std::optional<Told> told = told_by_noun_phrase(stance, subject)) {
    write(word, *told, holders);
  }
}

}  // namespace tacitus
