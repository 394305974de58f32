// Which body can be meant, by what it is and by who has spoken just before.
#include <algorithm>

#include "read/statements/speakers.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kReach = 2;  // sentences from a charge to its denial

}  // namespace

// "The army", where an article names rebels who call themselves one.
bool Speakers::is_against_its_state(const Member& member, const BodyWord& word) {
  constexpr std::string_view kRebels[] = {"REB", "INS", "SEP", "UAF", "PRM"}, kState[] = {"MIL", "COP", "GOV"};
  const auto is_one_of = [](const std::vector<std::string>& sectors, const auto& some) {
    return !sectors.empty() && std::find(std::begin(some), std::end(some), sectors.front()) != std::end(some);
  };
  return is_one_of(member.standing.sectors, kRebels) && is_one_of(word.sectors, kState);
}

// Whether a body can be called by a word: a union is no company.
bool Speakers::is_of_its_kind(const Member& member, const BodyWord& word) const {
  const std::vector<std::string>& known = member.standing.sectors;
  return known.empty() || word.sectors.empty() || member.standing.sectors_are_generic ||
         word.is_generic || known == word.sectors;
}

// Where somebody denies what the body that spoke last has accused somebody of, the verb of the charge: who denies is
// not that body.
std::uint32_t Speakers::denied_charge(std::uint32_t head) const {
  const std::uint32_t denial = reading_.head(head);
  if (denial == kNone || last_body_.actor == kNone) return kNone;
  const std::uint32_t charge = reading_.head(last_body_.token);
  if (charge == kNone || reading_.sentence(head) - reading_.sentence(charge) > kReach) return kNone;
  const bool is_denied = reading_.knowledge().is(SpeechWord::kDenies, reading_.plain(denial)) &&
                         is_of_kind(reading_.plain(charge), WordKind::kCharges);
  return is_denied ? charge : kNone;
}

// "The union blamed the army. The group denied it": whom the charge is against.
Speakers::Who Speakers::accused(std::uint32_t head, const BodyWord& word) const {
  const std::uint32_t charge = denied_charge(head);
  const std::uint32_t object = charge == kNone ? kNone : reading_.child(charge, Deprel::kObj);
  if (object == kNone || actor_at_[object] == kNone) return std::nullopt;
  const Member& member = cast_[actor_at_[object]];
  const bool may_be = member.kind == ActorKind::kOrganization && is_of_its_kind(member, word);
  return may_be ? Who(actor_at_[object]) : std::nullopt;
}

// "Norland denied it. “We do not do that,” the foreign ministry said.": the state that spoke just before it in
// its paragraph, whose ministry that is.
Speakers::Who Speakers::state_speaking(std::uint32_t head, const std::vector<std::string>& sectors) const {
  if (sectors != std::vector<std::string>{"GOV"} || last_body_.actor == kNone) return std::nullopt;
  const std::uint32_t now = reading_.sentence(head), before = reading_.sentence(last_body_.token);
  if (now - before > 1 || (now != before && reading_.document().sentences[now].starts_paragraph)) return std::nullopt;
  return cast_[last_body_.actor].kind == ActorKind::kCountry ? Who(last_body_.actor) : std::nullopt;
}

// "Norland denied it. “We do not do that,” the Foreign Ministry said", or its spokeswoman: those of a state's
// bodies whose country nothing tells are of the state that spoke just before.
void Speakers::give_source_its_state(Range source, std::uint32_t actor) {
  const auto give = [&](std::uint32_t one) {
    const Standing& standing = cast_[one].standing;
    if (!standing.country.empty() || !standing.code.empty()) return;
    if (const Who state = state_speaking(source.first, standing.sectors)) cast_.learn_owner(one, *state);
  };
  for (std::uint32_t t = source.first; t < source.end; ++t) {
    if (entity_at_[t] != kNone && actor_at_[t] != kNone && cast_[actor_at_[t]].kind == ActorKind::kOrganization) {
      give(actor_at_[t]);
    }
  }
  if (cast_[actor].kind == ActorKind::kPerson && cast_[actor].is_named) give(actor);
}

}  // namespace tacitus
