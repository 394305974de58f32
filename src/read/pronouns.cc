// Whom a pronoun means.
#include <array>

#include "read/speakers.h"

namespace tacitus {
namespace {

enum class Kind : std::uint8_t { kNone, kHe, kShe, kIt, kThey, kRelative, kFirst };

Kind kind_of(std::string_view word) {
  struct Row {
    std::string_view word;
    Kind kind;
  };
  static constexpr Row kRows[] = {
      {"he", Kind::kHe},       {"him", Kind::kHe},       {"his", Kind::kHe},
      {"himself", Kind::kHe},  {"she", Kind::kShe},      {"her", Kind::kShe},
      {"hers", Kind::kShe},    {"herself", Kind::kShe},  {"it", Kind::kIt},
      {"its", Kind::kIt},      {"itself", Kind::kIt},    {"they", Kind::kThey},
      {"them", Kind::kThey},   {"their", Kind::kThey},   {"theirs", Kind::kThey},
      {"themselves", Kind::kThey}, {"who", Kind::kRelative}, {"whom", Kind::kRelative},
      {"whose", Kind::kRelative},  {"which", Kind::kRelative}, {"that", Kind::kRelative},
      {"i", Kind::kFirst},     {"me", Kind::kFirst},     {"my", Kind::kFirst},
      {"myself", Kind::kFirst}, {"mine", Kind::kFirst},  {"we", Kind::kFirst},
      {"us", Kind::kFirst},    {"our", Kind::kFirst},    {"ours", Kind::kFirst},
      {"ourselves", Kind::kFirst},
  };
  for (const Row& row : kRows) {
    if (row.word == word) return row.kind;
  }
  return Kind::kNone;
}

// Sentences back that a pronoun reaches by the model's chain, to the actor's last mention: people are
// "he" for longer than a body is "it".
constexpr std::uint32_t kReachChainPerson = 10;
constexpr std::uint32_t kReachChainBody = 3;
// The same without a chain.
constexpr std::uint32_t kReachSpeaker = 8;
constexpr std::uint32_t kReachSubject = 2;

bool fits(const Member& member, Kind kind) {
  switch (kind) {
    case Kind::kHe:
      return member.kind == ActorKind::kPerson && member.gender != Gender::kFemale;
    case Kind::kShe:
      return member.kind == ActorKind::kPerson && member.gender != Gender::kMale;
    case Kind::kIt:
      return member.kind != ActorKind::kPerson && member.kind != ActorKind::kGroup;
    case Kind::kThey:
      return member.kind != ActorKind::kPerson;
    default:
      return false;
  }
}

}  // namespace

Speakers::Who Speakers::antecedent(std::uint32_t token) const {
  const std::uint32_t reference = reference_at_[token];
  if (reference == kNone) return std::nullopt;
  const std::uint32_t before = reading_.document().references[reference].antecedent;
  if (before >= reference_actor_.size() || reference_actor_[before] == kNone) return std::nullopt;
  return reference_actor_[before];
}

bool Speakers::is_near(std::uint32_t actor, std::uint32_t token) const {
  const Member& member = cast_[actor];
  const std::uint32_t reach =
      member.kind == ActorKind::kPerson ? kReachChainPerson : kReachChainBody;
  return reading_.sentence(token) <= reading_.sentence(member.last) + reach;
}

Speakers::Who Speakers::likely_person(std::uint32_t token, Gender gender) const {
  const Kind kind = gender == Gender::kMale ? Kind::kHe : Kind::kShe;
  const std::uint32_t here = reading_.sentence(token);
  const auto near = [&](const Said& said, std::uint32_t reach) {
    return said.actor != kNone && here - reading_.sentence(said.token) <= reach &&
           fits(cast_[said.actor], kind);
  };
  // The subject of this or the last sentence goes before a speaker further back.
  if (near(last_person_, 1)) return last_person_.actor;
  if (near(subject_person_, 1)) return subject_person_.actor;
  if (near(last_person_, kReachSpeaker)) return last_person_.actor;
  if (near(subject_person_, kReachSubject)) return subject_person_.actor;
  return std::nullopt;
}

Speakers::Who Speakers::likely_body(std::uint32_t token) const {
  const std::uint32_t here = reading_.sentence(token);
  const auto near = [&](const Said& said, std::uint32_t reach) {
    return said.actor != kNone && here - reading_.sentence(said.token) <= reach &&
           fits(cast_[said.actor], Kind::kIt);
  };
  if (near(subject_body_, 0)) return subject_body_.actor;
  if (near(last_body_, kReachSubject)) return last_body_.actor;
  if (near(subject_body_, kReachSubject)) return subject_body_.actor;
  return std::nullopt;
}

Speakers::Who Speakers::likely_group(std::uint32_t token) const {
  const std::uint32_t here = reading_.sentence(token);
  const auto near = [&](const Said& said) {
    return said.actor != kNone && here - reading_.sentence(said.token) <= kReachSubject;
  };
  if (near(last_group_) && (!near(last_body_) || last_group_.token > last_body_.token)) {
    return last_group_.actor;
  }
  if (near(last_body_)) return last_body_.actor;
  return std::nullopt;
}

// "said an official, who added": the noun that the clause hangs from.
Speakers::Who Speakers::relative(std::uint32_t token) const {
  std::uint32_t up = token;
  for (int steps = 0; steps < 5 && up != kNone; ++steps) {
    if (reading_.deprel(up) == Deprel::kRelcl || reading_.deprel(up) == Deprel::kAcl) {
      const std::uint32_t noun = reading_.head(up);
      if (noun == kNone || noun >= token || actor_at_[noun] == kNone) return std::nullopt;
      return actor_at_[noun];
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
  const Kind kind = kind_of(reading_.plain(token));
  if (kind == Kind::kNone || kind == Kind::kFirst) return std::nullopt;
  if (kind == Kind::kRelative) return relative(token);
  if (actor_at_[token] != kNone) return actor_at_[token];

  const Who chained = antecedent(token);
  if (chained && fits(cast_[*chained], kind) && is_near(*chained, token)) {
    Member& member = cast_[*chained];
    if (member.gender == Gender::kUnknown && kind == Kind::kHe) member.gender = Gender::kMale;
    if (member.gender == Gender::kUnknown && kind == Kind::kShe) member.gender = Gender::kFemale;
    return chained;
  }
  const bool is_owner = reading_.deprel(token) == Deprel::kNmodPoss;
  if (!is_source && !is_owner) return std::nullopt;
  switch (kind) {
    case Kind::kHe: return is_source ? likely_person(token, Gender::kMale) : std::nullopt;
    case Kind::kShe: return is_source ? likely_person(token, Gender::kFemale) : std::nullopt;
    case Kind::kIt: return likely_body(token);
    case Kind::kThey: return is_source ? likely_group(token) : std::nullopt;
    default: return std::nullopt;
  }
}

// "I" in a quotation is its speaker; so is "we", where a body speaks.
void Speakers::resolve_first_person() {
  // For each token the innermost statement in whose quoted words it stands. Later statements that
  // hold the same words lie inside the earlier ones.
  std::vector<std::uint32_t> speaker(reading_.size(), kNone);
  for (const Draft& draft : drafts_) {
    for (const Span quoted : draft.statement.quoted) {
      for (std::uint32_t t = reading_.token_at(quoted.begin);
           t < reading_.size() && reading_.document().tokens[t].span.begin < quoted.end; ++t) {
        speaker[t] = draft.statement.actor.value_or(kNone);
      }
    }
  }
  const auto resolve = [&](std::uint32_t token) -> Who {
    if (token >= reading_.size() || kind_of(reading_.plain(token)) != Kind::kFirst) {
      return std::nullopt;
    }
    if (speaker[token] == kNone) return std::nullopt;
    const std::string_view word = reading_.plain(token);
    const bool is_single = word == "i" || word[0] == 'm';
    const bool is_person = cast_[speaker[token]].kind == ActorKind::kPerson;
    return is_single == is_person ? Who(speaker[token]) : std::nullopt;
  };
  for (const Reference& reference : reading_.document().references) {
    const std::uint32_t token = reference.token;
    if (const Who actor = resolve(token); actor && entity_at_[token] == kNone) {
      mention({token, token + 1}, MentionType::kPron, actor, token);
    }
  }
  for (Draft& draft : drafts_) {
    if (draft.statement.actor || draft.source.size() != 1) continue;
    if (const Who actor = resolve(draft.source.first)) {
      draft.statement.actor = *actor;
      mention(draft.source, MentionType::kPron, actor, draft.source.first);
    }
  }
}

}  // namespace tacitus
