// Where a person is from, told right behind the name: "Ann Weber, a 34-year-old German", "Ann Weber, 20,
// of Tulsa", "Ann Weber of Tulsa".
#include "read/actors/cast_names.h"
#include "read/statements/speakers.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kMostBetween = 8;  // tokens from "a" to "German"
constexpr std::uint32_t kLongestDescription = 12;  // tokens from a body's name to its town

}  // namespace

// The country that the words right behind a name tell; empty where they tell none.
std::string_view Speakers::origin_behind(std::uint32_t next) const {
  if (next == 0) return {};
  const Sentence& sentence = reading_.sentence_of(next - 1);
  const std::uint32_t end = sentence.end_token;
  const auto place_at = [&](std::uint32_t t) -> std::string_view {
    if (t < end && reading_.plain(t) == "the") ++t;
    if (t >= end) return {};
    const PlaceFound found = countries_.at(t, end);
    return found.place && found.place->is_name ? std::string_view(found.place->country)
                                               : std::string_view();
  };
  const auto is_from = [&](std::uint32_t t) {
    return t < end && (reading_.plain(t) == "of" || reading_.plain(t) == "from");
  };
  if (is_from(next)) return place_at(next + 1);
  if (next + 1 >= end || reading_.plain(next) != ",") return {};
  std::uint32_t t = next + 1;
  // ", 20, of Tulsa", ", of Tulsa".
  if (reading_.upos(t) == Upos::kNum && t + 1 < end && reading_.plain(t + 1) == ",") t += 2;
  if (is_from(t)) return place_at(t + 1);
  if (t >= end || (reading_.plain(t) != "a" && reading_.plain(t) != "an")) return {};
  const std::uint32_t last = std::min(end, t + kMostBetween);
  for (++t; t < last; ++t) {
    const PlaceFound found = countries_.at(t, end);
    if (found.place && found.place->is_adjective) return found.place->country;
    const bool goes_on = reading_.upos(t) == Upos::kNum || reading_.upos(t) == Upos::kAdj ||
                         reading_.upos(t) == Upos::kAdv || reading_.is_punctuation(t) ||
                         reading_.plain(t) == "year" || reading_.plain(t) == "old" ||
                         reading_.plain(t) == "-";
    if (!goes_on || reading_.plain(t) == ",") return {};
  }
  return {};
}

// "The Harbour Trust in Leeds", "Leeds-based Ferris", "Ferris Ltd <FER> of Leeds", "Ferris, a leading brewer in
// Leeds", "Ferris, based in Leeds".
std::string_view Speakers::seat_beside(Range name) const {
  const Sentence& sentence = reading_.sentence_of(name.first);
  const auto town_at = [&](std::uint32_t first, std::uint32_t end) {
    const PlaceFound found = countries_.at(first, end);
    const bool is_town = found.place && !found.place->is_adjective &&
                         (found.place->is_region || found.place->is_name || found.place->is_capital);
    return is_town ? found : PlaceFound{};
  };
  std::uint32_t next = name.end;
  // A code or a short name in brackets.
  if (next + 2 < sentence.end_token && (reading_.plain(next) == "<" || reading_.plain(next) == "(")) {
    const std::string_view close = reading_.plain(next) == "<" ? ">" : ")";
    for (std::uint32_t t = next + 1; t < std::min(sentence.end_token, next + kMostBetween); ++t) {
      if (reading_.plain(t) == close) {
        next = t + 1;
        break;
      }
    }
  }
  if (next + 1 < sentence.end_token && (reading_.plain(next) == "in" || reading_.plain(next) == "of")) {
    if (const PlaceFound town = town_at(next + 1, sentence.end_token); town.place) return town.place->country;
  }
  if (next + 2 < sentence.end_token && reading_.plain(next) == ",") {
    const std::string_view lead = reading_.plain(next + 1);
    const std::uint32_t last = std::min(sentence.end_token - 1, next + kLongestDescription);
    const bool describes = lead == "a" || lead == "an" || lead == "the" || lead == "based" || lead == "headquartered";
    for (std::uint32_t t = next + 2; describes && t < last; ++t) {
      const bool goes_on = reading_.upos(t) == Upos::kNoun || reading_.upos(t) == Upos::kAdj ||
                           reading_.upos(t) == Upos::kCconj || reading_.upos(t) == Upos::kAdv ||
                           reading_.upos(t) == Upos::kVerb || reading_.plain(t) == "-";
      if (reading_.plain(t) == "in") {
        if (const PlaceFound town = town_at(t + 1, sentence.end_token); town.place) return town.place->country;
      }
      if (!goes_on) break;
    }
  }
  const std::uint32_t before = name.first - sentence.first_token;
  // "Its affiliate in Leeds, Ferris Systems".
  const std::uint32_t described = reading_.head(reading_.head_of(name));
  if (before >= 4 && reading_.plain(name.first - 1) == "," && described != kNone &&
      reading_.deprel(reading_.head_of(name)) == Deprel::kAppos && described + 1 < name.first &&
      reading_.plain(described + 1) == "in") {
    const PlaceFound town = town_at(described + 2, name.first - 1);
    if (town.place && town.range.end + 1 == name.first) return town.place->country;
  }
  if (before >= 3 && reading_.plain(name.first - 1) == "based" && reading_.plain(name.first - 2) == "-") {
    for (std::uint32_t back = 3; back <= std::min(before, 5u); ++back) {
      const PlaceFound town = town_at(name.first - back, name.first - 2);
      if (town.place && town.range.end == name.first - 2) return town.place->country;
    }
  }
  return {};
}

// The country of the body in which somebody holds an office, where the body's was told after his: "Ann Weber,
// president of Ferris, a brewer in Leeds", "the PBX Africa correspondent Ann Weber".
std::string_view Speakers::office_country(const Member& member) const {
  constexpr std::uint32_t kBefore = 4;  // tokens, of a correspondent's post
  if (member.role_range.empty()) return {};
  std::uint32_t first = member.role_range.first;
  const Sentence& sentence = reading_.sentence_of(first);
  const bool reports = member.standing.sectors == std::vector<std::string>{"JRN"};
  for (std::uint32_t back = 0; reports && back < kBefore && first > sentence.first_token; ++back) {
    if (!reading_.is_capitalized(first - 1)) break;
    --first;
  }
  for (std::uint32_t t = first; t < member.role_range.end; ++t) {
    if (actor_at_[t] == kNone || &cast_[actor_at_[t]] == &member) continue;
    const Member& body = cast_[actor_at_[t]];
    // What the model takes for a person may be a broadcaster all the same.
    const bool is_body = body.kind == ActorKind::kOrganization ||
                         (body.standing.sectors == std::vector<std::string>{"JRN"} && body.role.empty());
    if (is_body) return body.standing.country;
  }
  return {};
}

void Speakers::learn_origins() {
  for (const Entity& entity : reading_.document().entities) {
    if (entity.type == EntityType::kOrg && entity.first_token < entity.end_token &&
        entity.end_token < reading_.size() && actor_at_[entity.first_token] != kNone) {
      const std::uint32_t body = actor_at_[entity.first_token];
      if (cast_[body].kind != ActorKind::kOrganization || cast_[body].is_of_no_country ||
          !cast_[body].standing.country.empty()) {
        continue;
      }
      const std::string_view country = seat_beside({entity.first_token, entity.end_token});
      if (!country.empty()) cast_.describe(body, {std::string(country), {}, "", false});
    }
    if (entity.type != EntityType::kPerson || entity.first_token >= entity.end_token ||
        entity.end_token >= reading_.size() || actor_at_[entity.first_token] == kNone) {
      continue;
    }
    const std::uint32_t actor = actor_at_[entity.first_token];
    if (cast_[actor].kind != ActorKind::kPerson || !cast_[actor].standing.country.empty()) continue;
    const std::string_view country = origin_behind(entity.end_token);
    if (!country.empty()) cast_.describe(actor, {std::string(country), {}, "", false});
  }
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    const Member& member = cast_[actor];
    if (member.kind != ActorKind::kPerson || !member.standing.country.empty()) continue;
    const std::string_view country = office_country(member);
    if (!country.empty()) cast_.describe(actor, {std::string(country), {}, "", false});
  }
}

}  // namespace tacitus
