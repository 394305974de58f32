// Whom a pronoun means.
#include "read/statements/speakers.h"

namespace tacitus {
namespace {

constexpr int kLongestChain = 8;  // pronouns of one chain that may be nobody's

}  // namespace

Speakers::Link Speakers::link(std::uint32_t token) const {
  const std::uint32_t reference = reference_at_[token];
  if (reference == kNone) return {};
  const std::vector<Reference>& references = reading_.document().references;
  const PronounKind kind = pronoun_kind(reading_.plain(token));
  // Past pronouns that were led to nobody: "She came. She saw." after "Ann Roe".
  std::uint32_t from = reference, before = references[reference].antecedent;
  float score = 1;
  for (int steps = 0; steps < kLongestChain && before < from; ++steps) {
    score *= references[from].score;
    if (reference_actor_[before] != kNone) {
      return {reference_actor_[before], references[before].token, score};
    }
    // A chain that goes from "he" over "she" is torn, and one over a description is another's.
    const std::uint32_t passed = references[before].token;
    if (passed >= reading_.size() || pronoun_kind(reading_.plain(passed)) != kind) break;
    from = before;
    before = references[before].antecedent;
  }
  return {};
}

Speakers::Who Speakers::antecedent(std::uint32_t token) const {
  const std::uint32_t actor = link(token).actor;
  return actor == kNone ? Who() : Who(actor);
}

// What a pronoun tells of somebody whose gender nothing else tells.
void Speakers::learn_gender(std::uint32_t actor, PronounKind kind) {
  Member& member = cast_[actor];
  if (member.kind != ActorKind::kPerson || member.gender != Gender::kUnknown) return;
  if (kind == PronounKind::kHe) member.gender = Gender::kMale;
  if (kind == PronounKind::kShe) member.gender = Gender::kFemale;
}

// "said an official, who added": the noun that the clause hangs from.
Speakers::Who Speakers::relative(std::uint32_t token) const {
  std::uint32_t up = token;
  for (int steps = 0; steps < 5 && up != kNone; ++steps) {
    if (reading_.deprel(up) == Deprel::kRelcl || reading_.deprel(up) == Deprel::kAcl) {
      const std::uint32_t noun = reading_.head(up);
      if (noun == kNone || noun >= token) return std::nullopt;
      if (actor_at_[noun] != kNone) return actor_at_[noun];
      break;  // nobody, so that the tree may be wrong
    }
    up = reading_.head(up);
  }
  // Where the tree shows no such clause: the noun or name right in front.
  if (reading_.plain(token) == "that") return std::nullopt;
  std::uint32_t before = token;
  while (before > 0 && reading_.is_punctuation(before - 1)) --before;
  if (before == 0 || reading_.sentence(before - 1) != reading_.sentence(token)) return std::nullopt;
  const std::uint32_t noun = actor_at_[before - 1];
  return noun == kNone ? Who() : Who(noun);
}

Speakers::Who Speakers::pronoun(std::uint32_t token, bool is_source) {
  const PronounKind kind = pronoun_kind(reading_.plain(token));
  if (kind == PronounKind::kNone || kind == PronounKind::kFirst) return std::nullopt;
  if (kind == PronounKind::kRelative) return relative(token);
  if (actor_at_[token] != kNone) return actor_at_[token];
  const bool is_owner = reading_.deprel(token) == Deprel::kNmodPoss;
  if (kind == PronounKind::kThey) {
    if (const Who both = named_together(token)) return both;
  }
  const Who who = likely(token, kind, is_source || is_owner);
  if (who && antecedent(token) == who) learn_gender(*who, kind);
  return who;
}

}  // namespace tacitus
