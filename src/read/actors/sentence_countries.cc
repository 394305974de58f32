// Of which countries a sentence speaks.
#include "read/actors/sentence_countries.h"

#include "read/actors/look_up.h"

namespace tacitus {

SentenceCountries::SentenceCountries(const Reading& reading, const Countries& countries)
    : reading_(reading), countries_(countries) {
  for (const Entity& entity : reading.document().entities) {
    if (entity.first_token >= entity.end_token || entity.end_token > reading.size()) continue;
    if (is_backer(reading, entity.end_token)) continue;
    const PlaceWord* place = countries.place_named({entity.first_token, entity.end_token});
    if (place) note(entity.first_token, place->country);
  }
}

void SentenceCountries::note(std::uint32_t token, std::string_view country) {
  if (country.empty()) return;
  const auto [at, is_new] = of_.try_emplace(reading_.sentence(token), country);
  if (!is_new && at->second != country) at->second.clear();
}

std::string_view SentenceCountries::only(std::uint32_t token) const {
  const auto found = of_.find(reading_.sentence(token));
  return found == of_.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view SentenceCountries::scene(std::uint32_t token) const {
  const std::uint32_t verb = reading_.head(token);
  const Deprel deprel = reading_.deprel(token);
  if (verb == kNone || reading_.upos(verb) != Upos::kVerb ||
      (deprel != Deprel::kNsubj && deprel != Deprel::kNsubjPass && deprel != Deprel::kOblAgent) ||
      reading_.child(verb, Deprel::kCcomp) != kNone) {
    return {};
  }
  for (std::uint32_t c = reading_.first_child(verb); c != kNone; c = reading_.next_sibling(c)) {
    if (reading_.deprel(c) != Deprel::kObl) continue;
    const std::uint32_t preposition = reading_.child(c, Deprel::kCase);
    if (preposition == kNone || (reading_.plain(preposition) != "in" && reading_.plain(preposition) != "near")) {
      continue;
    }
    const PlaceFound found = countries_.at(c, reading_.sentence_of(c).end_token);
    if (found.place && !found.place->is_adjective) return found.place->country;
  }
  return {};
}

}  // namespace tacitus
