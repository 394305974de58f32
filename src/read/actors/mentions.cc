// The record's actors and mentions, from what the walk has found.
#include <algorithm>

#include "read/statements/speakers.h"

namespace tacitus {
namespace {

std::string kind_name(ActorKind kind) {
  switch (kind) {
    case ActorKind::kPerson: return "person";
    case ActorKind::kOrganization: return "organization";
    case ActorKind::kCountry: return "country";
    case ActorKind::kPlace: return "place";
    case ActorKind::kGroup: return "group";
  }
  return "group";
}

// CAMEO's code: the table's, else country and first sector, else the country alone.
std::string code_of(const Member& member) {
  const Standing& standing = member.standing;
  if (!standing.code.empty()) return standing.code;
  if (standing.country.empty() || member.kind == ActorKind::kPlace) return {};
  return standing.sectors.empty() ? standing.country : standing.country + standing.sectors.front();
}

}  // namespace

void Speakers::write(Record& record) {
  // A book's actors and mentions need room; who stands where is told by them from here on.
  actor_at_ = entity_at_ = reference_at_ = said_by_ = told_in_ = {};
  // Actors in the order of their first mention.
  std::vector<std::uint32_t> order(cast_.size()), place(cast_.size());
  for (std::uint32_t a = 0; a < cast_.size(); ++a) order[a] = a;
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return cast_[a].first < cast_[b].first;
  });
  record.actors.reserve(order.size());
  for (const std::uint32_t a : order) {
    if (cast_[a].joined != kNone) continue;  // no mention is its own
    place[a] = static_cast<std::uint32_t>(record.actors.size());
    Member& member = cast_[a];
    Actor actor;
    actor.kind = kind_name(member.kind);
    if (std::string code = code_of(member); !code.empty()) actor.code = std::move(code);
    actor.name = std::move(member.name);
    if (!member.standing.country.empty()) actor.country = std::move(member.standing.country);
    actor.sectors = std::move(member.standing.sectors);
    if (!member.role.empty()) actor.role = std::move(member.role);
    record.actors.push_back(std::move(actor));
  }
  for (Draft& draft : drafts_) {
    if (!draft.statement.actor) continue;
    if (const auto found = members_.find(*draft.statement.actor); found != members_.end()) {
      for (const std::uint32_t member : found->second) {
        draft.statement.actors.push_back(place[member]);
      }
    }
    draft.statement.actor = place[*draft.statement.actor];
  }
  std::stable_sort(mentions_.begin(), mentions_.end(), [](const Met& a, const Met& b) {
    return a.mention.span < b.mention.span;
  });
  record.mentions.reserve(mentions_.size());
  for (Met& met : mentions_) {
    if (met.mention.actor) met.mention.actor = place[*met.mention.actor];
    record.mentions.push_back(met.mention);
  }
}

}  // namespace tacitus
