// Finds names that only the gazetteer explains.
#include "read/actors/hints.h"

#include <string>
#include <string_view>
#include <unordered_set>

#include "read/places/gazetteer_name.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kMostTokens = 3;
constexpr int kTenTimes = 20;       // of people, as Gazetteer counts prominence
constexpr std::size_t kLeastBytes = 4;

bool is_inhabited(PlaceKind kind) {
  return kind == PlaceKind::kTown || kind == PlaceKind::kCapital || kind == PlaceKind::kSeat ||
         kind == PlaceKind::kDivision || kind == PlaceKind::kDistrict || kind == PlaceKind::kQuarter;
}

// The one country in which the places of a name lie, small namesakes left out; 255 where there are several.
std::uint8_t country_of(const Gazetteer& gazetteer, const Gazetteer::Places& places) {
  int most = -1;
  std::uint8_t country = 255;
  for (const PlaceName name : places) {
    if (name.kind != PlaceNameKind::kMain && name.kind != PlaceNameKind::kOther) return 255;
    const PlaceFacts facts = gazetteer.facts(name.place);
    if (!is_inhabited(facts.kind)) continue;
    if (most < 0) {
      most = facts.prominence;
      country = facts.country;
    } else if (facts.country != country && facts.prominence + kTenTimes > most) {
      return 255;
    }
  }
  return country;
}

}  // namespace

std::vector<TownHint> town_hints(const Reading& reading, const Countries& countries, const Gazetteer& gazetteer) {
  std::vector<TownHint> out;
  std::vector<bool> is_persons(reading.size(), false);
  std::unordered_set<std::string_view> surnames;
  for (const Entity& entity : reading.document().entities) {
    const bool is_inside = entity.first_token < entity.end_token && entity.end_token <= reading.size();
    if (entity.type != EntityType::kPerson || !is_inside || entity.end_token - entity.first_token < 2) continue;
    for (std::uint32_t t = entity.first_token; t < entity.end_token; ++t) is_persons[t] = true;
    surnames.insert(reading.plain(entity.end_token - 1));
  }
  std::string key;
  for (const Sentence& sentence : reading.document().sentences) {
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token;) {
      if (!reading.is_capitalized(t) || is_persons[t] || reading.upos(t) != Upos::kPropn ||
          surnames.count(reading.plain(t)) > 0) {
        ++t;
        continue;
      }
      if (const PlaceFound known = countries.at(t, sentence.end_token); known.place) {
        t = known.range.end;
        continue;
      }
      std::uint32_t found_end = 0;
      std::uint8_t country = 255;
      key.clear();
      for (std::uint32_t end = t; end < std::min(sentence.end_token, t + kMostTokens) && reading.is_capitalized(end); ++end) {
        append_place_key(reading.plain(end), key);
        const Gazetteer::Found found = gazetteer.find(key);
        if (!found.places.empty() && key.size() >= kLeastBytes) {
          if (const std::uint8_t one = country_of(gazetteer, found.places); one != 255) {
            country = one;
            found_end = end + 1;
          }
        }
        if (!found.goes_on) break;
      }
      if (found_end == 0) {
        ++t;
        continue;
      }
      const std::string_view code = reading.knowledge().country_of(gazetteer.country_code(country));
      if (!code.empty()) out.push_back({{t, found_end}, code});
      t = found_end;
    }
  }
  return out;
}

}  // namespace tacitus
