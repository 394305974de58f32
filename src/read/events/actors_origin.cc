// Where the unnamed are of: by the place that stands beside an act, or by who holds them.
#include <algorithm>

#include "read/events/actors.h"
#include "read/events/clause.h"

namespace tacitus {
namespace {

constexpr unsigned kDeepest = 4;  // nouns inside nouns

}  // namespace

void EventActors::give_country(Who who, const std::string& country) {
  Actor& one = who.actor != kNone ? record_.actors[who.actor] : described_[who.described].actor;
  const bool is_named = one.name.empty() || (one.name.front() >= 'A' && one.name.front() <= 'Z');
  if (one.country || is_named || one.kind == "group" || !is_official(who)) return;
  one.country = country;
  if (!one.code) one.code = country + (one.sectors.empty() ? "" : one.sectors.front());
}

bool EventActors::is_protester(Who who) const {
  const std::string name = plain_text(actor(who).name);
  const std::size_t at = name.find_last_of(' ');
  const std::string_view last = std::string_view(name).substr(at == name.npos ? 0 : at + 1);
  return (words_.classes(last) & words_.bits().protester).any();
}

EventActors::Who EventActors::place_at(std::uint32_t noun, unsigned depth) const {
  if (at_[noun] != kNone) {
    const Actor& one = record_.actors[at_[noun]];
    if ((one.kind == "country" || one.kind == "place") && one.country) return {at_[noun], kNone};
    if (one.kind != "organization") return {};
  }
  return depth < kDeepest ? place_below(noun, depth + 1) : Who{};
}

EventActors::Who EventActors::place_around(std::uint32_t noun) const { return place_below(noun, 0); }

EventActors::Who EventActors::place_below(std::uint32_t noun, unsigned depth) const {
  Who found;
  each_child(reading_, noun, [&](std::uint32_t c) {
    if (!(found == Who{})) return;
    const Deprel deprel = reading_.deprel(c);
    const bool is_owner = depth > 0 && (deprel == Deprel::kNmodPoss || deprel == Deprel::kCompound);
    const bool is_behind = (deprel == Deprel::kNmod || deprel == Deprel::kObl) && c > noun &&
                           (is_place_preposition(preposition_of(reading_, c)) ||
                            (depth > 0 && preposition_of(reading_, c) == "of"));
    if (is_owner || is_behind) found = place_at(c, depth);
  });
  return found;
}

void EventActors::give_people_country(Who who, const std::string& country) {
  Actor& one = who.actor != kNone ? record_.actors[who.actor] : described_[who.described].actor;
  const bool is_named = one.name.empty() || (one.name.front() >= 'A' && one.name.front() <= 'Z');
  if (one.country || is_named || (one.kind != "group" && one.kind != "person")) return;
  for (const std::string& sector : one.sectors) {
    if (sector == "MIL" || sector == "REF" || sector == "UAF" || sector == "REB") return;
  }
  const std::size_t at = one.name.find_last_of(' ');
  const std::string last = plain_text(at == one.name.npos ? one.name : one.name.substr(at + 1));
  if ((words_.classes(last) & words_.bits().stranger).any()) return;
  one.country = country;
  if (!one.code) one.code = country + (one.sectors.empty() ? "" : one.sectors.front());
}

// "an army base in Norland": the army of where the base is, where nothing else tells it.
EventActors::Who EventActors::located(Who who, std::uint32_t token, std::uint32_t head) {
  if (actor(who).country || who.described == kNone) return who;
  std::string country;
  each_child(reading_, head, [&](std::uint32_t c) {
    const std::string_view preposition =
        reading_.deprel(c) == Deprel::kNmod && c > head ? preposition_of(reading_, c) : "";
    if (!country.empty() || (preposition != "in" && preposition != "near")) return;
    if (at_[c] != kNone) country = record_.actors[at_[c]].country.value_or("");
    if (country.empty()) {
      const PlaceFound place = countries_.at(c, c + 1);
      if (place.place && !place.place->is_region) country = place.place->country;
    }
  });
  if (country.empty()) return who;
  Actor known = described_[who.described].actor;
  known.country = country;
  known.code = country + (known.sectors.empty() ? "" : known.sectors.front());
  return keep(std::move(known), {token, token + 1}, token);
}

}  // namespace tacitus
