// Of which countries a sentence speaks.
#include "read/actors/sentence_countries.h"

#include <algorithm>

#include "read/actors/look_up.h"

namespace tacitus {
namespace {

constexpr std::array<char, 3> kNoCountry{}, kSeveral{'?', '?', '?'};

}  // namespace

std::string_view only_country(const CountryOfSentence& countries, std::uint32_t sentence) {
  if (sentence >= countries.size() || countries[sentence] == kNoCountry || countries[sentence] == kSeveral) return {};
  return {countries[sentence].data(), countries[sentence].size()};
}

SentenceCountries::SentenceCountries(const Reading& reading, const Countries& countries)
    : reading_(reading), countries_(countries), of_(reading.document().sentences.size()) {
  for (const Entity& entity : reading.document().entities) {
    if (entity.first_token >= entity.end_token || entity.end_token > reading.size()) continue;
    if (is_backer(reading, entity.end_token)) continue;
    const PlaceWord* place = countries.place_named({entity.first_token, entity.end_token});
    if (place) note(entity.first_token, place->country);
  }
}

void SentenceCountries::note(std::uint32_t token, std::string_view country) {
  std::array<char, 3>& known = of_[reading_.sentence(token)];
  if (country.size() != known.size()) return;
  if (known == kNoCountry) {
    std::copy(country.begin(), country.end(), known.begin());
  } else if (!std::equal(country.begin(), country.end(), known.begin())) {
    known = kSeveral;
  }
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
