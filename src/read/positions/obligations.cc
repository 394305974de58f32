// What somebody says must be: "taxes must be cut", "it is time to leave", "let us end this war".
#include <algorithm>

#include "read/positions/finder.h"
#include "read/positions/word_lists.h"

namespace tacitus {
namespace {

bool is_nobody(std::string_view word) {
  return is_one_of(word, {"nobody", "none", "no-one", "nothing"});
}

}  // namespace

// The subject of a verb or predicate: where the tree has "the" or an owner as one beside it, the noun.
std::uint32_t PositionFinder::own_subject(std::uint32_t predicate) const {
  std::uint32_t found = kNone, empty = kNone;
  each_child(reading_, predicate, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (deprel != Deprel::kNsubj && deprel != Deprel::kNsubjPass) {
      // "It is wrong to leave", where "it" is an expletive.
      if (deprel == Deprel::kOther && c < predicate && reading_.plain(c) == "it") empty = c;
      return;
    }
    if (found == kNone || is_beside_subject(found)) found = c;
  });
  return found == kNone ? empty : found;
}

bool PositionFinder::is_beside_subject(std::uint32_t token) const {
  if (reading_.upos(token) == Upos::kDet || reading_.upos(token) == Upos::kAdj) return true;
  const std::uint32_t mark = reading_.child(token, Deprel::kCase);
  return mark != kNone && mark > token && reading_.plain(mark).starts_with('\'');
}

// "Why should we pay for this?" he said.
bool PositionFinder::is_asked(std::uint32_t verb) const {
  constexpr std::uint32_t kReach = 25;
  const std::uint32_t end = std::min(reading_.sentence_of(verb).end_token, verb + kReach);
  for (std::uint32_t t = verb; t < end; ++t) {
    const std::string_view word = reading_.plain(t);
    if (word == "?") return true;
    if (word == "\"" || word == "”" || word == "''" || word == ".") return false;
  }
  return false;
}

// Whether somebody denies what a verb tells.
bool PositionFinder::has_negation(std::uint32_t verb) const {
  bool found = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    found = found || (c < verb && is_negation(reading_.plain(c)));
  });
  return found;
}

// "Urgent reforms are needed", "the industry needs the support of governments", "we do not need a wall".
void PositionFinder::read_need(std::uint32_t verb) {
  if (is_measured(verb) || is_asked(verb)) return;
  const std::string_view word = reading_.plain(verb);
  const bool is_negated = has_negation(verb);
  std::uint32_t lacking = reading_.child(verb, Deprel::kNsubjPass);
  if (lacking != kNone && is_one_of(word, {"needed", "required", "warranted", "overdue"})) {
    const bool is_noun = reading_.is_noun(lacking) && !words_.is("level", reading_.plain(lacking));
    if (!is_noun || is_negated || is_doubted(verb)) return;
  } else {
    if (!is_one_of(word, {"need", "needs", "needed"}) || is_doubted(verb)) return;
    read_clause(reading_, verb, clause_);
    if (clause_.infinitive != kNone || clause_.objects.empty() || clause_.is_passive) return;
    if (!clause_.subjects.empty() && reading_.plain(clause_.subjects.front()) == "i") return;
    lacking = clause_.objects.front();
  }
  People holders;
  add_speaker(statement_[verb], holders);
  if (holders.empty()) return;
  const Stance stance = is_negated ? Stance::kOppose : Stance::kDemand;
  rule_ = {"need", nullptr, is_negated};
  if (const std::optional<Told> told = told_by_noun_phrase(stance, lacking)) write(verb, *told, holders);
}

// The verb of what must be done where a verb says that it must: "need to take steps", "have to leave";
// kNone.
std::uint32_t PositionFinder::act_that_must(std::uint32_t verb) {
  const std::string_view word = reading_.plain(verb);
  const bool is_have = is_one_of(word, {"have", "has", "got", "'ve"});
  if (!is_have && !is_one_of(word, {"need", "needs", "needed", "ought"})) return kNone;
  read_clause(reading_, verb, clause_);
  const std::uint32_t act = clause_.infinitive;
  if (act == kNone || reading_.deprel(act) != Deprel::kXcomp || reading_.head(act) != verb) return kNone;
  bool is_guess = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    const bool is_aux = c < verb && reading_.deprel(c) == Deprel::kAux;
    is_guess = is_guess || (is_aux && is_one_of(reading_.plain(c), {"would", "will", "may", "might", "could", "'d", "'ll"}));
  });
  const std::uint32_t subject = own_subject(verb);
  const bool is_you = subject != kNone && reading_.plain(subject) == "you";  // anybody
  // "They do not have to leave" asks for nothing, "I have to leave" neither.
  if (is_have && (is_guess || is_you || has_negation(verb) || clause_.objects.size() > 0)) return kNone;
  return act;
}

// "Norland should leave", "taxes must be cut", "they need to take steps": who says so asks for it.
void PositionFinder::read_obligation(std::uint32_t verb) {
  if (claims_[verb] != Claim::kNone || cue_at(verb) != kNone) return;
  std::uint32_t modal = kNone;
  bool has_perfect = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (c > verb || (deprel != Deprel::kAux && deprel != Deprel::kCop)) return;
    if (is_one_of(reading_.plain(c), {"must", "should", "ought"})) modal = c;
    has_perfect = has_perfect || reading_.plain(c) == "have";
  });
  bool is_negated = has_negation(verb);
  std::uint32_t act = verb;
  if (modal == kNone) {
    act = act_that_must(verb);
    if (act == kNone) return read_need(verb);
  } else {
    read_clause(reading_, verb, clause_);
    // "Should have to pay".
    const std::uint32_t below = clause_.infinitive;
    if (reading_.plain(verb) == "have" && below != kNone && reading_.head(below) == verb) act = below;
  }
  if (is_measured(verb) || is_asked(verb)) return;
  // "Should have gone" is too late; "should never have been signed" is said against it.
  if ((has_perfect && !is_negated) || is_doubted(verb)) return;
  const Deprel deprel = reading_.deprel(verb);
  if (deprel == Deprel::kRelcl || deprel == Deprel::kAdvcl) return;
  if (is_one_of(reading_.plain(act), {"note", "say", "know", "remember", "see", "win", "get", "wait",
                                      "expect", "beat", "reach", "think", "have", "understand", "ask", "look",
                                      "admit", "go", "come", "doubt", "forget", "live"}) &&
      !(reading_.plain(act) == "go" && reading_.first_child(act) != kNone)) {
    return;
  }
  std::uint32_t subject = own_subject(verb);
  if (subject == kNone && modal != kNone) subject = own_subject(modal);
  if (subject == kNone && !clause_.subjects.empty()) subject = clause_.subjects.front();
  if (subject == kNone) return;
  // "Should this go on, we will answer" is a condition.
  if (modal != kNone && modal < subject && subject < act) return;
  People holders;
  add_speaker(statement_[verb], holders);
  if (holders.empty()) return;
  rule_ = {"must", nullptr, is_negated};
  const std::string_view who = reading_.plain(subject);
  if (subject > act && reading_.is_noun(subject)) {
    // "There should be an inquiry", "there must be no more concessions".
    if (reading_.plain(act) != "be") return;
    std::optional<Issue> issue = issues_.noun(subject);
    if (!issue) return;
    Stance stance = is_negated ? Stance::kOppose : Stance::kDemand;
    for (const std::string_view none : {"no ", "more "}) {
      if (!issue->text.starts_with(none) || (none == "more " && stance == Stance::kDemand)) continue;
      issue->text.erase(0, none.size());
      stance = Stance::kOppose;
    }
    write(verb, Told{stance, std::move(*issue), Claim::kNoun, kNone}, holders);
    return;
  }
  const bool is_passive = reading_.child(act, Deprel::kNsubjPass) != kNone || clause_.is_passive;
  const bool is_pronoun = reading_.upos(subject) == Upos::kPron;
  if (is_pronoun && is_one_of(who, {"it", "there", "that", "this", "i", "what", "which", "who"}) &&
      !is_passive && issues_.actor_of_pronoun(subject) == kNone) {
    return;
  }
  if (who == "i" || who == "those" || who == "these") return;
  const std::uint32_t det = reading_.child(subject, Deprel::kDet);
  const bool is_none = is_nobody(who) || (det != kNone && reading_.plain(det) == "no");
  if (has_perfect) {
    // "The war should never have happened".
    if (const std::optional<Told> told = told_by_noun_phrase(Stance::kOppose, subject)) {
      write(verb, *told, holders);
    }
    return;
  }
  People doers;
  if (!is_pronoun && !is_passive && modal != kNone && reading_.plain(modal) == "should") {
    // Forecasts and sums are told in the same words: "the rate should fall".
    actors_.find(subject, Inside::kNobody, doers);
    const bool is_forecast = words_.is("level", who) || words_.is("result", reading_.plain(act));
    if (doers.empty() && is_forecast && !is_none) return;
    // "Her use of it should disqualify her" is told by that verb.
    if (doers.empty() && words_.judgement(StanceKind::kVerb, reading_.plain(act)) == Judgement::kBad) return;
  }
  const bool names_subject = !is_none && (!is_pronoun || issues_.actor_of_pronoun(subject) != kNone);
  const bool is_own = is_pronoun && is_one_of(who, {"we", "you", "they"});
  std::optional<Issue> issue = issues_.gerund(act, names_subject && !is_own ? subject : kNone, false);
  if (issue && is_passive && !names_subject && is_one_of(who, {"it", "this", "that"})) {
    // "It should be stopped": what that is.
    const std::optional<Issue> what = issues_.noun(subject);
    if (!what) return;
    issue->text = what->text + ' ' + issue->text;
  }
  if (!issue || issue->text.find(' ') == std::string::npos) return;
  is_negated = is_negated != is_none;
  if (is_negated) {
    for (const std::string_view none : {"not ", "never "}) {
      if (const std::size_t at = issue->text.find(none); at != std::string::npos) {
        issue->text.erase(at, none.size());
      }
    }
  }
  const Stance stance = is_negated ? Stance::kOppose : Stance::kDemand;
  if (write(verb, Told{stance, std::move(*issue), Claim::kClause, act}, holders)) {
    claims_[verb] = Claim::kClause;
  }
}

// "It is time for Norland to leave".
void PositionFinder::read_time(std::uint32_t noun) {
  if (reading_.plain(noun) != "time" || reading_.child(noun, Deprel::kCop) == kNone) return;
  if (claims_[noun] != Claim::kNone || is_doubted(noun) || has_negation(noun)) return;
  const std::uint32_t subject = own_subject(noun);
  const std::uint32_t act = infinitive_below(noun);
  if (subject == kNone || reading_.plain(subject) != "it" || act == kNone) return;
  std::uint32_t doer = kNone;
  each_child(reading_, act, [&](std::uint32_t c) {
    const bool is_one = reading_.is_noun(c) || reading_.upos(c) == Upos::kPron;
    if (c < act && is_one && preposition_before(c) == "for") doer = c;
  });
  if (doer == kNone) doer = complement(noun, "for");
  if (doer != kNone && doer > act) doer = kNone;
  People holders;
  add_speaker(statement_[noun], holders);
  if (holders.empty()) return;
  if (doer != kNone && is_one_of(reading_.plain(doer), {"us", "me", "you", "them", "him", "her"})) doer = kNone;
  if (std::optional<Issue> issue = issues_.gerund(act, doer, false)) {
    rule_ = {"time", nullptr, false};
    write(noun, Told{Stance::kDemand, std::move(*issue), Claim::kClause, act}, holders);
  }
}

std::string_view PositionFinder::preposition_before(std::uint32_t token) const {
  const std::uint32_t first = reading_.nominal(token).first;
  return first > 0 ? reading_.plain(first - 1) : std::string_view();
}

// "Let us end this war"; "Stop the killing".
void PositionFinder::read_appeal(std::uint32_t verb) {
  if (claims_[verb] != Claim::kNone || cue_at(verb) != kNone) return;
  const std::string_view word = reading_.plain(verb);
  std::uint32_t act = kNone;
  bool is_negated = false;
  if (word == "let") {
    bool is_us = false;
    each_child(reading_, verb, [&](std::uint32_t c) {
      is_us = is_us || is_one_of(reading_.plain(c), {"us", "'s", "’s"});
      if (act == kNone && c > verb && reading_.deprel(c) == Deprel::kXcomp) act = c;
      is_negated = is_negated || is_negation(reading_.plain(c));
    });
    if (!is_us || act == kNone) return;
    is_negated = is_negated || has_negation(act);
    if (reading_.upos(act) != Upos::kVerb || words_.is("private", reading_.plain(act)) ||
        is_one_of(reading_.plain(act), {"put", "face", "start", "take", "move", "begin", "get", "try", "make"})) {
      return;
    }
  } else {
    if (!words_.is("policy", word)) return;
    const Statement& told = record_.statements[statement_[verb]];
    const bool is_first = std::any_of(told.quoted.begin(), told.quoted.end(), [&](Span span) {
      const std::uint32_t first = reading_.token_at(span.begin);
      return first == verb || first + 1 == verb;
    });
    const Deprel deprel = reading_.deprel(verb);
    const bool is_whole = deprel == Deprel::kCcomp || deprel == Deprel::kRoot || deprel == Deprel::kParataxis;
    if (!is_first || !is_whole || own_subject(verb) != kNone || reading_.child(verb, Deprel::kAux) != kNone) return;
    if (is_gerund(reading_, verb) || word.ends_with("ed") || word.ends_with('s')) return;
    act = verb;
  }
  People holders;
  add_speaker(statement_[verb], holders);
  if (holders.empty()) return;
  std::optional<Issue> issue = issues_.gerund(act, kNone, false);
  if (!issue || issue->text.find(' ') == std::string::npos) return;
  if (issue->text.starts_with("not ")) issue->text.erase(0, 4);
  const Stance stance = is_negated ? Stance::kOppose : Stance::kDemand;
  rule_ = {"appeal", nullptr, is_negated};
  write(verb, Told{stance, std::move(*issue), Claim::kClause, act}, holders);
}

// "We will repeal the law", "said he would ban imports": what those who govern, or would, say that they
// will do they are for. "We will not negotiate under pressure": they reject it.
void PositionFinder::read_intention(std::uint32_t verb) {
  if (claims_[verb] != Claim::kNone || cue_at(verb) != kNone) return;
  const bool may_be_refused = words_.is("refusal", reading_.plain(verb));
  if ((!may_be_refused && !words_.is("policy", reading_.plain(verb))) || is_doubted(verb)) return;
  // "Will support this" is told by the verb itself.
  const auto frames = words_.frames(StanceKind::kVerb, reading_.plain(verb));
  const bool has_own = std::any_of(frames.begin(), frames.end(), [&](std::uint32_t f) {
    const auto& issues = words_.frame(f).issues;
    return words_.frame(f).particles.empty() && std::any_of(issues.begin(), issues.end(), [](const StanceArgument& a) {
      return a.slot == StanceSlot::kObject && a.classes == 0;
    });
  });
  if (has_own || (!found_.empty() && found_.back().trigger == verb)) return;
  std::uint32_t bearer = verb;
  bool is_will = false, has_perfect = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    if (c > verb || reading_.deprel(c) != Deprel::kAux) return;
    is_will = is_will || is_one_of(reading_.plain(c), {"will", "would", "'ll", "wo", "'d"});
    has_perfect = has_perfect || is_one_of(reading_.plain(c), {"have", "be", "been"});
  });
  if (!is_will && reading_.deprel(verb) == Deprel::kXcomp && is_infinitive(reading_, verb)) {
    // "Are going to build".
    bearer = reading_.head(verb);
    if (bearer == kNone || reading_.plain(bearer) != "going") return;
    is_will = true;
  }
  if (!is_will || has_perfect) return;
  bool is_asked = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    is_asked = is_asked || (c < verb && is_one_of(reading_.plain(c), {"who", "whom", "what", "which", "how", "that"}) &&
                            reading_.deprel(c) != Deprel::kMark);
  });
  if (is_asked) return;
  const Deprel deprel = reading_.deprel(bearer);
  if (deprel == Deprel::kRelcl || deprel == Deprel::kAdvcl) return;
  const std::uint32_t subject = own_subject(bearer);
  if (subject == kNone) return;
  People holders;
  add_speaker(statement_[verb], holders);
  const bool is_firm = std::any_of(holders.begin(), holders.end(), [&](Who who) { return is_business(who); });
  if (holders.empty() || is_firm) return;
  const std::string_view who = reading_.plain(subject);
  const std::uint32_t actor = issues_.actor_of_pronoun(subject);
  const bool is_own = is_one_of(who, {"i", "we"}) ||
                      (actor != kNone && std::any_of(holders.begin(), holders.end(),
                                                     [&](Who w) { return w.actor == actor; }));
  if (!is_own && !speaks_for(holders, subject)) return;
  const bool is_negated = has_negation(bearer) || has_negation(verb);
  if (may_be_refused && !is_negated && !words_.is("policy", reading_.plain(verb))) return;
  std::optional<Issue> issue = issues_.gerund(verb, kNone, false);
  if (!issue || issue->text.find(' ') == std::string::npos) return;
  if (is_negated && issue->text.starts_with("not ")) issue->text.erase(0, 4);
  const Stance stance = is_negated ? Stance::kReject
                        : words_.is("hostile", reading_.plain(verb)) ? Stance::kThreaten
                                                                     : Stance::kSupport;
  rule_ = {"intention", nullptr, is_negated};
  write(verb, Told{stance, std::move(*issue), Claim::kClause, verb}, holders);
}

// "Her focus would be to broker a peace", "the government's aim is to cut spending".
void PositionFinder::read_aim(std::uint32_t verb) {
  if (claims_[verb] != Claim::kNone || reading_.child(verb, Deprel::kCop) == kNone || is_doubted(verb)) return;
  const std::uint32_t aim = own_subject(verb);
  if (aim == kNone || aim > verb || !words_.is("aim", reading_.plain(aim)) || has_negation(verb)) return;
  const std::uint32_t owner = reading_.child(aim, Deprel::kNmodPoss);
  const std::uint32_t mark = reading_.child(verb, Deprel::kMark);
  if (owner == kNone || mark == kNone || reading_.plain(mark) != "to") return;
  People holders;
  add_holder(owner, verb, holders);
  if (holders.empty()) return;
  if (std::optional<Told> told = told_by_infinitive(verb, Stance::kSupport, 0)) {
    rule_ = {"aim"};
    write(verb, *told, holders);
  }
}

// "The Norwegian minister said Norway would cut output": who speaks for a state tells what it is for.
bool PositionFinder::speaks_for(const People& holders, std::uint32_t subject) {
  People doers;
  actors_.find(subject, Inside::kNobody, doers);
  return std::any_of(doers.begin(), doers.end(), [&](Who doer) {
    const Actor& state = actors_.actor(doer);
    if (!state.country || (state.kind != "country" && !actors_.is_official(doer))) return false;
    return std::any_of(holders.begin(), holders.end(), [&](Who holder) {
      return actors_.actor(holder).country == state.country && actors_.is_official(holder);
    });
  });
}

bool PositionFinder::is_business(Who who) const {
  const auto& sectors = actors_.actor(who).sectors;
  return std::find(sectors.begin(), sectors.end(), "BUS") != sectors.end();
}

}  // namespace tacitus
