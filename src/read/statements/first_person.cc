// Whom "I" and "we" mean.
#include "read/actors/pronoun_kind.h"
#include "read/statements/speakers.h"

namespace tacitus {

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
    if (token >= reading_.size() || pronoun_kind(reading_.plain(token)) != PronounKind::kFirst) {
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
