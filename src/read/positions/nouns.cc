// Stances that nouns and adjectives tell.
#include <algorithm>

#include "read/events/status.h"
#include "read/positions/finder.h"
#include "read/positions/word_lists.h"

namespace tacitus {

// The noun or ing-form behind a preposition that hangs from a word; kNone.
std::uint32_t PositionFinder::complement(std::uint32_t word, std::string_view preposition) const {
  std::uint32_t found = kNone;
  each_child(reading_, word, [&](std::uint32_t c) {
    if (found != kNone || c < word) return;
    switch (reading_.deprel(c)) {
      case Deprel::kNmod: case Deprel::kObl: case Deprel::kOblAgent: case Deprel::kAcl:
      case Deprel::kAdvcl: case Deprel::kXcomp: case Deprel::kCcomp: break;
      default: return;
    }
    each_child(reading_, c, [&](std::uint32_t d) {
      const Deprel deprel = reading_.deprel(d);
      if (d < c && (deprel == Deprel::kCase || deprel == Deprel::kMark) &&
          reading_.plain(d) == preposition) {
        found = c;
      }
    });
  });
  if (found != kNone || word + 2 >= reading_.size()) return found;
  // Where the tree hangs the preposition elsewhere, the phrase that stands next.
  const std::uint32_t end = reading_.sentence_of(word).end_token;
  if (reading_.plain(word + 1) != preposition || word + 2 >= end) return kNone;
  constexpr std::uint32_t kReach = 10;
  std::uint32_t at = word + 2;
  if (reading_.upos(at) == Upos::kVerb && is_gerund(reading_, at)) return at;
  for (std::uint32_t steps = 0; steps < kMostClimbs; ++steps) {
    const std::uint32_t above = reading_.head(at);
    if (above == kNone || above < word + 2 || above > word + 2 + kReach) break;
    if (reading_.upos(at) == Upos::kNoun && reading_.upos(above) == Upos::kVerb) break;
    at = above;
  }
  return reading_.is_noun(at) || reading_.upos(at) == Upos::kPron ? at : kNone;
}

std::uint32_t PositionFinder::infinitive_below(std::uint32_t word) const {
  std::uint32_t found = kNone;
  each_child(reading_, word, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    const bool hangs = deprel == Deprel::kAcl || deprel == Deprel::kXcomp || deprel == Deprel::kAdvcl ||
                       deprel == Deprel::kCcomp || deprel == Deprel::kOther;  // "important to leave" is a subject
    if (found == kNone && c > word && hangs && is_infinitive(reading_, c)) found = c;
  });
  return found;
}

bool PositionFinder::has_name_in_front(std::uint32_t noun) const {
  const std::uint32_t name = reading_.child(noun, Deprel::kCompound);
  return name != kNone && name < noun && reading_.upos(name) == Upos::kPropn;
}

// What a noun's or adjective's complement tells.
std::optional<PositionFinder::Told> PositionFinder::told_by_complement(const StanceFrame& frame,
                                                                       std::uint32_t word,
                                                                       bool denied) {
  const std::optional<Stance> meant = denied ? frame.denied : frame.stance;
  if (!meant) return std::nullopt;
  const Stance stance = *meant;
  for (const StanceArgument& argument : frame.issues) {
    std::uint32_t token = kNone;
    switch (argument.slot) {
      case StanceSlot::kInfinitive:
        token = infinitive_below(word);
        if (token == kNone) continue;
        if (argument.classes != 0 && (words_.classes(reading_.plain(token)) & argument.classes) == 0) {
          continue;
        }
        return told_by_infinitive(token, stance, 0);
      case StanceSlot::kPrepositionInfinitive: {
        const std::uint32_t who = complement(word, argument.preposition);
        if (who == kNone) continue;
        if (reading_.upos(who) == Upos::kVerb) {
          if (std::optional<Told> told = told_by_doing(stance, who)) return told;
          continue;
        }
        std::uint32_t verb = infinitive_below(word);
        if (verb == kNone || verb < who) verb = infinitive_below(who);
        if (verb == kNone || verb < who || !acts(who, verb)) continue;
        std::optional<Issue> issue = issues_.gerund(verb, who, false);
        if (!issue) continue;
        return Told{stance, std::move(*issue), Claim::kClause, verb};
      }
      case StanceSlot::kSubject:  // "unpopular with farmers"
        token = own_subject(word);
        if (token == kNone) token = subject_of(word);
        break;
      case StanceSlot::kPossessor: token = reading_.child(word, Deprel::kNmodPoss); break;
      case StanceSlot::kCompound:
        token = reading_.child(word, Deprel::kCompound);
        if (token > word) token = kNone;
        break;
      case StanceSlot::kPreposition:
        // "A Weber supporter and head of the bank".
        if (frame.holders.front().slot == StanceSlot::kSelf && has_name_in_front(word)) continue;
        // "His support of the bill"; in "the support of the unions" these hold it.
        if (argument.preposition == "of" && frame.kind == StanceKind::kNoun &&
            std::any_of(frame.holders.begin(), frame.holders.end(),
                        [](const StanceArgument& a) { return a.preposition == "of"; }) &&
            reading_.child(word, Deprel::kNmodPoss) == kNone) {
          continue;
        }
        token = complement(word, argument.preposition);
        if (token != kNone && stance == Stance::kOppose && is_feared_for(token, argument.preposition)) continue;
        // "His campaign for president".
        if (token != kNone && argument.preposition == "for" && words_.is("office", reading_.plain(token))) continue;
        break;
      case StanceSlot::kClause:
      case StanceSlot::kWhether:
        each_child(reading_, word, [&](std::uint32_t c) {
          const std::uint32_t mark = reading_.child(c, Deprel::kMark);
          const std::string_view wanted = argument.slot == StanceSlot::kClause ? "that" : "whether";
          if (token == kNone && c > word && mark != kNone && reading_.plain(mark) == wanted &&
              reading_.deprel(c) != Deprel::kRelcl) {
            token = c;
          }
        });
        if (token == kNone) continue;
        if (std::optional<Issue> issue = issues_.clause(token, word + 1)) {
          return Told{stance, std::move(*issue), Claim::kClause, token};
        }
        continue;
      default: continue;
    }
    if (token == kNone) continue;
    if (reading_.upos(token) == Upos::kVerb && is_gerund(reading_, token)) {
      std::optional<Issue> issue = issues_.gerund(token, kNone, stance == Stance::kOpen);
      if (issue) return Told{stance, std::move(*issue), Claim::kClause, token};
      continue;
    }
    if (std::optional<Told> told = told_by_noun_phrase(stance, token)) {
      // "Her supporters" are hers, and for her.
      std::string& text = told->issue.text;
      if (argument.slot == StanceSlot::kPossessor && text.ends_with('\'')) text.pop_back();
      if (argument.slot == StanceSlot::kPossessor && text.ends_with("'s")) text.resize(text.size() - 2);
      return told;
    }
  }
  return std::nullopt;
}

void PositionFinder::read_noun(std::uint32_t noun) {
  const auto frames = words_.frames(StanceKind::kNoun, reading_.plain(noun));
  if (frames.empty()) return;
  // Inside another's issue only what the noun phrase itself gives an owner: "praised Norland's support
  // of the pact".
  if (claims_[noun] != Claim::kNone && reading_.child(noun, Deprel::kNmodPoss) == kNone) return;
  const std::uint32_t above = reading_.head(noun);
  const Deprel deprel = reading_.deprel(noun);
  const bool hangs_from_verb =
      above != kNone && reading_.upos(above) == Upos::kVerb &&
      (deprel == Deprel::kObj || deprel == Deprel::kObl || deprel == Deprel::kNsubj);
  bool denied = false;
  if (hangs_from_verb && deprel == Deprel::kObj) {
    const StatusFound status = status_of(reading_, EventWords::builtin(), above);
    if (status.status == EventStatus::kPossible) return;
    denied = status.status == EventStatus::kDenied;
    if (words_.is("end", reading_.plain(above))) return;
  }
  const std::uint32_t det = reading_.child(noun, Deprel::kDet);
  if (det != kNone && reading_.plain(det) == "no") denied = !denied;
  if (preposition_of(reading_, noun) == "without") return;
  for (const std::uint32_t f : frames) {
    const StanceFrame& frame = words_.frame(f);
    std::optional<Told> told = told_by_complement(frame, noun, denied);
    People holders;
    const bool is_reverse = hangs_from_verb && deprel == Deprel::kObj &&
                            words_.is("reverse", reading_.plain(above));
    if (is_reverse && frame.holders.front().slot == StanceSlot::kPossessor && !denied) {
      // "Weber enjoys support from the young".
      for (const std::string_view preposition : {"from", "of", "among", "by"}) {
        std::uint32_t who = complement(noun, preposition);
        if (who == kNone && preposition != "of") who = complement(above, preposition);
        if (who != kNone && holders.empty()) add_holder(who, noun, holders);
        // "Won the endorsement of the mayor" is his, and on who won it.
        if (!holders.empty() && told && told->noun == who) told.reset();
      }
      const bool is_of_matter = std::any_of(frame.issues.begin(), frame.issues.end(), [](const StanceArgument& a) {
        return a.slot == StanceSlot::kPreposition;
      });
      if (!told && is_of_matter) {
        const std::uint32_t subject = subject_of(noun);
        if (subject != kNone) told = told_by_noun_phrase(frame.stance.value_or(Stance::kSupport), subject);
      }
    }
    // "Faced questions about her emails": others asked them.
    if (!told || (is_reverse && holders.empty() && !words_.is("carry", reading_.plain(above)) &&
                  reading_.child(noun, Deprel::kNmodPoss) == kNone)) {
      continue;
    }
    if (holders.empty()) holders_of_noun(frame, noun, holders);
    if (holders.empty() && !is_reverse && hangs_from_verb && frame.holders.front().slot != StanceSlot::kSelf) {
      add_cue_speaker(noun, holders);
    }
    // "Critics of the pact said": they hold it themselves.
    if (holders.empty() && frame.holders.front().slot == StanceSlot::kSelf && is_many_people(noun) &&
        (deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass || deprel == Deprel::kObj ||
         deprel == Deprel::kOblAgent || deprel == Deprel::kConj)) {
      holders.push_back(actors_.of_range(reading_.trimmed(reading_.nominal(noun)), true));
    }
    if (holders.empty()) continue;
    rule_ = {"noun", &frame, denied};
    write(noun, *told, holders);
    return;
  }
}

void PositionFinder::read_adjective(std::uint32_t adjective) {
  const auto frames = words_.frames(StanceKind::kAdjective, reading_.plain(adjective));
  if (frames.empty() || claims_[adjective] != Claim::kNone) return;
  // "Devoted his speech to the young" is what somebody did.
  const std::uint32_t object = reading_.child(adjective, Deprel::kObj);
  if (reading_.upos(adjective) == Upos::kVerb && object != kNone && preposition_of(reading_, object).empty()) return;
  if (is_doubted(adjective)) return;
  const bool denied = is_denied(adjective);
  for (const std::uint32_t f : frames) {
    const StanceFrame& frame = words_.frame(f);
    const std::optional<Told> told = told_by_complement(frame, adjective, denied);
    if (!told) continue;
    People holders;
    if (frame.holders.front().slot == StanceSlot::kPreposition) {
      for (const StanceArgument& argument : frame.holders) {
        const std::uint32_t who = complement(adjective, argument.preposition);
        if (who != kNone && holders.empty()) add_holder(who, adjective, holders);
      }
    } else if (!add_cue_speaker(adjective, holders)) {
      std::uint32_t subject = subject_of(adjective);
      if (subject == kNone) subject = reading_.child(adjective, Deprel::kNsubjPass);
      if (subject != kNone) add_holder(subject, adjective, holders);
    }
    rule_ = {"adjective", &frame, denied};
    if (write(adjective, *told, holders)) claims_[adjective] = Claim::kClause;
    return;
  }
}

// "Is against the tax", where the tree takes the preposition for the predicate.
void PositionFinder::read_bare_side(std::uint32_t preposition) {
  if (reading_.plain(preposition) != "against") return;
  std::uint32_t issue = reading_.child(preposition, Deprel::kObj);
  if (issue == kNone) issue = reading_.child(preposition, Deprel::kObl);
  const std::uint32_t subject = own_subject(preposition);
  if (issue == kNone || issue < preposition || subject == kNone) return;
  const bool denied = is_denied(preposition);
  const std::optional<Told> told = told_by_noun_phrase(denied ? Stance::kAccept : Stance::kOppose, issue);
  if (!told) return;
  People holders;
  add_holder(subject, preposition, holders);
  rule_ = {"side", nullptr, denied};
  write(preposition, *told, holders);
}

// "Is against the bill", "seems anti-war".
void PositionFinder::read_side(std::uint32_t token) {
  if (claims_[token] != Claim::kNone) return;
  const std::uint32_t owner = reading_.head(token);
  // "Anti-war protesters".
  const bool is_in_front = owner != kNone && token < owner && words_.is("people", reading_.plain(owner)) &&
                           (reading_.deprel(token) == Deprel::kAmod ||
                            reading_.deprel(token) == Deprel::kCompound);
  // The tree may have "is" itself for the verb, with the noun below it.
  const bool is_below_be = owner != kNone && owner < token && reading_.upos(owner) == Upos::kAux &&
                           (reading_.deprel(token) == Deprel::kObj || reading_.deprel(token) == Deprel::kObl);
  const bool is_predicate = reading_.child(token, Deprel::kCop) != kNone ||
                            reading_.deprel(token) == Deprel::kXcomp || is_below_be;
  if ((!is_predicate && !is_in_front) || is_doubted(token)) return;
  if (reading_.upos(token) == Upos::kAdp) return read_bare_side(token);
  bool is_against = false, is_neither = false;
  each_child(reading_, token, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    is_neither = is_neither || (c < token && is_one_of(reading_.plain(c), {"neither", "nor"}));
    is_against = is_against || (c < token && reading_.plain(c) == "against" &&
                                (deprel == Deprel::kCase || deprel == Deprel::kMark));
  });
  if (is_neither) return;  // "is neither for nor against limits"
  std::optional<Told> told;
  const bool denied = is_denied(token);
  if (is_against) {
    const Stance stance = denied ? Stance::kAccept : Stance::kOppose;
    if (reading_.upos(token) != Upos::kVerb) {
      told = told_by_noun_phrase(stance, token);
    } else if (std::optional<Issue> issue = issues_.gerund(token, kNone, false)) {
      told = Told{stance, std::move(*issue), Claim::kClause, token};
    }
  } else {
    const std::string_view word = reading_.plain(token);
    const bool is_anti = word.starts_with("anti-"), is_pro = word.starts_with("pro-");
    if ((!is_anti && !is_pro) || denied) return;
    Issue issue;
    issue.text = reading_.word(token).substr(is_anti ? 5 : 4);
    issue.words = {token, token + 1};
    if (issue.text.empty()) return;
    told = Told{is_anti ? Stance::kOppose : Stance::kSupport, std::move(issue), Claim::kNoun, kNone};
  }
  if (!told) return;
  const std::uint32_t subject = is_in_front ? owner : subject_of(token);
  if (subject == kNone) return;
  People holders;
  add_holder(subject, token, holders);
  rule_ = {"side", nullptr, denied};
  write(token, *told, holders);
}

}  // namespace tacitus
