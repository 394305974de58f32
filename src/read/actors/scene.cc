// Where a clause says that somebody acts.
#include "read/actors/scene.h"

namespace tacitus {

std::string_view scene_of(const Reading& reading, const Countries& countries, std::uint32_t token) {
  const std::uint32_t verb = reading.head(token);
  const Deprel deprel = reading.deprel(token);
  if (verb == kNone || reading.upos(verb) != Upos::kVerb ||
      (deprel != Deprel::kNsubj && deprel != Deprel::kNsubjPass && deprel != Deprel::kOblAgent) ||
      reading.child(verb, Deprel::kCcomp) != kNone) {
    return {};
  }
  for (std::uint32_t c = reading.first_child(verb); c != kNone; c = reading.next_sibling(c)) {
    if (reading.deprel(c) != Deprel::kObl) continue;
    const std::uint32_t preposition = reading.child(c, Deprel::kCase);
    if (preposition == kNone || (reading.plain(preposition) != "in" && reading.plain(preposition) != "near")) {
      continue;
    }
    const PlaceFound found = countries.at(c, reading.sentence_of(c).end_token);
    if (found.place && !found.place->is_adjective) return found.place->country;
  }
  return {};
}

}  // namespace tacitus
