// Hangs appositions from the names that they stand behind, as Universal Dependencies have it. The parser now and
// then gives a verb two subjects: "The United States, Norland's main ally, said".
#include "read/reading.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kMostWords = 16;  // between commas

bool is_subject(Deprel deprel) { return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass; }

}  // namespace

void Reading::join_appositions() {
  for (std::uint32_t t = 0; t + 1 < size(); ++t) {
    if (!is_subject(deprel_[t]) || !is_noun(t) || head_[t] == kNone || head_[t] < t || word(t + 1) != ",") continue;
    if (const std::uint32_t noun = apposed(t); noun != kNone) {
      head_[noun] = t;
      deprel_[noun] = Deprel::kAppos;
    }
  }
}

// The noun of what stands between commas behind a subject, where it is a subject of the same verb.
std::uint32_t Reading::apposed(std::uint32_t subject) const {
  const std::uint32_t verb = head_[subject];
  std::uint32_t noun = kNone, t = subject + 2;
  for (; t < verb && t - subject <= kMostWords && word(t) != ","; ++t) {
    if (head_[t] != verb) continue;
    if (noun != kNone || !is_subject(deprel_[t]) || upos(t) != Upos::kNoun) return kNone;
    noun = t;
  }
  if (noun == kNone || t >= verb || word(t) != ",") return kNone;
  // All between the commas hangs from the noun; heads form no circle, so that each way up ends.
  for (std::uint32_t inside = subject + 2; inside < t; ++inside) {
    std::uint32_t up = inside;
    while (up != noun && up > subject && up < t) up = head_[up];
    if (up != noun) return kNone;
  }
  return noun;
}

}  // namespace tacitus
