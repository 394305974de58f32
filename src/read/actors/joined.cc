// Descriptions that an article explains only later: "the foreign minister said" above "Norland's
// foreign minister, Karl Weber". Whoever is the only one of a name with that role is meant.

#include "read/statements/speakers.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kReachNaming = 2;  // sentences from what a spokesman says to his name

}  // namespace

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

// "Its spokesman said so on Friday. “We are ready,” Karl Weber told reporters.": a name that speaks next, and of which
// the article tells nothing at all, is that of the spokesman.
Speakers::Who Speakers::named_behind(std::uint32_t described) const {
  const Member& member = cast_[described];
  if (!reading_.plain(member.role_head).starts_with("spokes")) return std::nullopt;
  std::uint32_t spoken = kNone;  // the sentence in which he has spoken
  for (const Draft& draft : drafts_) {
    if (draft.is_inner || !draft.statement.actor || draft.source.empty()) continue;
    const std::uint32_t who = *draft.statement.actor, sentence = reading_.sentence(draft.source.first);
    if (who == described) {
      spoken = sentence;
    } else if (spoken != kNone && sentence > spoken) {
      const Member& other = cast_[who];
      const bool is_bare_name = other.kind == ActorKind::kPerson && other.is_named && other.role_head == kNone &&
                                other.standing.empty() && reading_.sentence(other.first) == sentence;
      const std::uint32_t entity = entity_at_[draft.source.first], end = draft.source.end;
      const bool is_name_alone = entity != kNone && reading_.document().entities[entity].end_token >= end &&
                                 (end >= reading_.size() || reading_.word(end) != ",");
      const bool genders_differ = member.gender != Gender::kUnknown && other.gender != Gender::kUnknown &&
                                  member.gender != other.gender;
      const bool is_next = sentence - spoken <= kReachNaming;
      return is_bare_name && is_name_alone && !genders_differ && is_next ? Who(who) : std::nullopt;
    }
  }
  return std::nullopt;
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
    Who holder = holder_of(actor);
    if (!holder) holder = named_behind(actor);
    if (holder) {
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
