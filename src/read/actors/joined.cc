// Descriptions that an article explains only later: "the foreign minister said" above "Norland's
// foreign minister, Karl Weber". Whoever is the only one of a name with that role is meant.

#include "read/statements/speakers.h"

namespace tacitus {

// The named person whom a description without a name means; none where two can be.
Speakers::Who Speakers::holder_of(std::uint32_t described) const {
  const Member& member = cast_[described];
  const PersonFound word = person_word_at(reading_, member.role_head, member.role_range);
  if (!word.word) return std::nullopt;
  Who holder;
  for (const std::uint32_t actor : cast_.called(word.word->singular)) {
    const Member& other = cast_[actor];
    if (actor == described || other.kind != ActorKind::kPerson || !other.is_named) continue;
    const bool genders_differ = member.gender != Gender::kUnknown &&
                                other.gender != Gender::kUnknown && member.gender != other.gender;
    if (genders_differ || !may_be(other, member.role_range, word.range)) continue;
    // "Its minister" is no other country's.
    const std::string &country = member.told.country, &of_other = other.standing.country;
    if (!country.empty() && !of_other.empty() && country != of_other) continue;
    if (holder) return std::nullopt;
    holder = actor;
  }
  return holder;
}

void Speakers::join_descriptions() {
  std::vector<std::uint32_t> means(cast_.size());
  bool is_any = false;
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    means[actor] = actor;
    const Member& member = cast_[actor];
    if (member.is_named || !member.is_definite || member.kind != ActorKind::kPerson ||
        member.role_head == kNone || member.joined != kNone) {
      continue;
    }
    if (const Who holder = holder_of(actor)) {
      means[actor] = *holder;
      cast_.join(actor, *holder);
      is_any = true;
    }
  }
  if (!is_any) return;
  for (std::vector<std::uint32_t>* actors : {&actor_at_, &reference_actor_}) {
    for (std::uint32_t& actor : *actors) {
      if (actor != kNone) actor = means[actor];
    }
  }
  for (Met& met : mentions_) {
    if (met.mention.actor) met.mention.actor = means[*met.mention.actor];
  }
  for (Draft& draft : drafts_) {
    if (draft.statement.actor) draft.statement.actor = means[*draft.statement.actor];
  }
  for (auto& [group, members] : members_) {
    for (std::uint32_t& member : members) member = means[member];
  }
}

}  // namespace tacitus
