// What somebody says about the matter itself: what must be done, and what is good or bad.
#include <algorithm>

#include "read/positions/finder.h"

namespace tacitus {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_negation(std::string_view word) {
  return is_one_of(word, {"not", "n't", "never", "no", "nor", "neither", "hardly", "n’t"});
}

}  // namespace

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

// "Norland should leave", "taxes must be cut", "they need to take steps": who says so asks for it.
void PositionFinder::read_obligation(std::uint32_t verb) {
  if (claims_[verb] != Claim::kNone || cue_[verb] != kNone) return;
  std::uint32_t modal = kNone;
  bool has_perfect = false, is_negated = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    if (c > verb) return;
    const std::string_view word = reading_.plain(c);
    const Deprel deprel = reading_.deprel(c);
    if (deprel == Deprel::kAux || deprel == Deprel::kCop) {
      if (is_one_of(word, {"must", "should", "ought"})) modal = c;
      has_perfect = has_perfect || word == "have";
    }
    is_negated = is_negated || is_negation(word);
  });
  std::uint32_t act = verb;
  std::uint32_t bearer = verb;
  if (modal == kNone) {
    // "Need to take steps", "have to leave".
    const std::string_view word = reading_.plain(verb);
    const std::uint32_t lacking = reading_.child(verb, Deprel::kNsubjPass);
    if (lacking != kNone && is_one_of(word, {"needed", "required", "warranted"}) && !is_negated &&
        !is_doubted(verb) && reading_.is_noun(lacking) &&
        !words_.is("level", reading_.plain(lacking))) {
      // "Urgent reforms are needed".
      People holders;
      add_speaker(statement_[verb], holders);
      if (holders.empty()) return;
      if (const std::optional<Told> told = told_by_noun_phrase(Stance::kDemand, lacking)) {
        write(verb, *told, holders);
      }
      return;
    }
    if (!is_one_of(word, {"need", "needs", "needed", "ought"})) return;
    read_clause(reading_, verb, clause_);
    if (clause_.infinitive == kNone && !clause_.objects.empty() && !clause_.is_passive && !is_negated &&
        word != "ought" && !is_doubted(verb)) {
      // "The industry needs the support of governments".
      People holders;
      add_speaker(statement_[verb], holders);
      const bool is_i = !clause_.subjects.empty() && reading_.plain(clause_.subjects.front()) == "i";
      if (holders.empty() || is_i) return;
      if (const std::optional<Told> told =
              told_by_noun_phrase(Stance::kDemand, clause_.objects.front())) {
        write(verb, *told, holders);
      }
      return;
    }
    if (clause_.infinitive == kNone || reading_.deprel(clause_.infinitive) != Deprel::kXcomp ||
        reading_.head(clause_.infinitive) != verb) {
      return;
    }
    act = clause_.infinitive;
  } else {
    read_clause(reading_, verb, clause_);
  }
  if (has_perfect || is_doubted(verb)) return;
  const Deprel deprel = reading_.deprel(verb);
  if (deprel == Deprel::kRelcl || deprel == Deprel::kAdvcl) return;
  if (is_one_of(reading_.plain(act), {"note", "say", "know", "remember", "see", "win", "get", "wait",
                                      "expect", "beat", "reach", "think", "have", "understand", "ask", "look"})) {
    return;
  }
  std::uint32_t subject = reading_.child(bearer, Deprel::kNsubj);
  if (subject == kNone) subject = reading_.child(bearer, Deprel::kNsubjPass);
  if (subject == kNone && !clause_.subjects.empty()) subject = clause_.subjects.front();
  if (subject == kNone) return;
  const bool is_passive = reading_.child(act, Deprel::kNsubjPass) != kNone || clause_.is_passive;
  const bool is_pronoun = reading_.upos(subject) == Upos::kPron;
  const std::string_view who = reading_.plain(subject);
  if (is_pronoun && is_one_of(who, {"it", "there", "that", "this", "i", "what", "which", "who"}) &&
      !is_passive && issues_.actor_of_pronoun(subject) == kNone) {
    return;
  }
  if (who == "i") return;
  People doers;
  if (!is_pronoun && !is_passive && modal != kNone && reading_.plain(modal) == "should") {
    // Forecasts and sums are told in the same words: "the rate should fall".
    actors_.find(subject, Inside::kNobody, doers);
    if (doers.empty()) return;
  }
  People holders;
  add_speaker(statement_[verb], holders);
  if (holders.empty()) return;
  const bool names_subject = !is_pronoun || issues_.actor_of_pronoun(subject) != kNone;
  const bool is_own = is_pronoun && is_one_of(who, {"we", "you", "they"});
  std::optional<Issue> issue =
      issues_.gerund(act, names_subject && !is_own ? subject : kNone, false);
  if (!issue) return;
  Stance stance = Stance::kDemand;
  if (is_negated) {
    stance = Stance::kOppose;
    if (const std::size_t at = issue->text.find("not "); at != std::string::npos) {
      issue->text.erase(at, 4);
    }
  }
  if (write(verb, Told{stance, std::move(*issue), Claim::kClause, act}, holders)) {
    claims_[verb] = Claim::kClause;
  }
}

// The subject that a word judges; kNone where it judges nothing.
std::uint32_t PositionFinder::judged_by(std::uint32_t word) const {
  const std::uint32_t subject = reading_.child(word, Deprel::kNsubj);
  if (subject != kNone) return subject;
  const std::uint32_t above = reading_.head(word);
  if (above == kNone) return kNone;
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

void PositionFinder::read_judgement(std::uint32_t word, StanceKind kind) {
  if (claims_[word] != Claim::kNone || cue_[word] != kNone) return;
  Judgement judgement = words_.judgement(kind, reading_.plain(word));
  if (judgement == Judgement::kNone && kind == StanceKind::kNoun) {
    // "Is a great deal"; a noun alone says nothing.
    each_child(reading_, word, [&](std::uint32_t c) {
      if (judgement == Judgement::kNone && reading_.deprel(c) == Deprel::kAmod) {
        judgement = words_.judgement(StanceKind::kAdjective, reading_.plain(c));
      }
    });
  }
  if (judgement == Judgement::kNone) return;
  // "The plan could hurt farmers" is no doubt but a reason against it.
  const std::uint32_t target = judged_by(word);
  const bool is_of_plan = target != kNone && words_.is("plan", reading_.plain(target));
  if (is_doubted(word, is_of_plan)) return;
  const bool is_verb = kind == StanceKind::kVerb;
  const bool is_copular = reading_.child(word, Deprel::kCop) != kNone;
  if (!is_verb && !is_copular && reading_.deprel(word) != Deprel::kXcomp &&
      reading_.deprel(word) != Deprel::kConj) {
    return;
  }
  const Deprel deprel = reading_.deprel(word);
  if (deprel == Deprel::kRelcl || deprel == Deprel::kAdvcl || deprel == Deprel::kAcl) return;
  People holders;
  add_speaker(statement_[word], holders);
  if (holders.empty()) return;
  const bool denied = is_denied(word);
  Stance stance = (judgement == Judgement::kGood) != denied ? Stance::kSupport : Stance::kOppose;
  const std::uint32_t subject = target;
  if (subject == kNone) return;
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
  People judged;
  add_holder(subject, word, judged);
  const bool is_own = std::any_of(judged.begin(), judged.end(), [&](Who w) {
    return std::find(holders.begin(), holders.end(), w) != holders.end();
  });
  if (is_own || is_one_of(who, {"i", "we", "you", "who", "which", "what"})) return;
  if (is_verb && is_gerund(reading_, word)) {
    // "Is lying about her support": that she does.
    if (std::optional<Issue> issue = issues_.gerund(word, subject, false)) {
      if (denied) return;
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
