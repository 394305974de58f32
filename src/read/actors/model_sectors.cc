#include "read/actors/model_sectors.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "read/actors/latecomers.h"

namespace tacitus {
namespace {

// How sure the head must be over all mentions together; to say of somebody whom words or tables give another
// sector that he is in business, where its doubts are better than they; and of one word.
constexpr float kSure = 0.7f, kSureOfBusiness = 0.95f, kSureOfOne = 0.5f;

struct Chances {
  std::array<float, kSectorNames.size()> sums{};
  float mentions = 0;
};

const SectorScores* scores_at(const Document& document, std::uint32_t token) {
  const std::vector<SectorScores>& scores = document.sectors;
  const auto found = std::lower_bound(scores.begin(), scores.end(), token,
                                      [](const SectorScores& one, std::uint32_t t) { return one.token < t; });
  return found == scores.end() || found->token != token ? nullptr : &*found;
}

// A code out of the tables or a user's dictionaries stays as it is, and "others" and "the sides" may be anybody.
bool is_open(const Actor& actor, const Knowledge& knowledge) {
  if (actor.code && !knowledge.dictionary().empty()) return false;
  if (actor.name.find(' ') == actor.name.npos) {
    const std::string name = plain_text(actor.name);
    const PersonWord* word = knowledge.person_word(name);
    if ((word && word->is_plural && word->singular == name && word->sectors.empty()) || name == "sides") return false;
  }
  const std::string sector = actor.sectors.empty() ? "" : actor.sectors.front();
  return actor.kind != "country" && actor.kind != "place" && (!actor.country || !is_nowhere(*actor.country)) &&
         (!actor.code || *actor.code == actor.country.value_or("") + sector);
}

}  // namespace

bool names_somebody(const Document& document, std::uint32_t token) {
  const SectorScores* found = scores_at(document, token);
  return found && found->sectors[0] != 0 && static_cast<float>(found->chances[0]) > 255 * kSureOfOne;
}

void tell_sectors(const Reading& reading, Record& record) {
  if (reading.document().sectors.empty()) return;
  std::vector<std::uint32_t> slot(record.actors.size(), kNone);
  std::vector<Chances> open;
  for (std::uint32_t a = 0; a < record.actors.size(); ++a) {
    if (!is_open(record.actors[a], reading.knowledge())) continue;
    slot[a] = static_cast<std::uint32_t>(open.size());
    open.emplace_back();
  }
  for (const Mention& mention : record.mentions) {
    if (!mention.actor || slot[*mention.actor] == kNone || mention.type == MentionType::kPron) continue;
    Chances& chances = open[slot[*mention.actor]];
    ++chances.mentions;
    const std::uint32_t first = reading.token_at(mention.span.begin);
    std::uint32_t end = first;
    while (end < reading.size() && reading.span({end, end + 1}).begin < mention.span.end) ++end;
    if (end == first) continue;
    const std::uint32_t head = reading.head_of({first, end});
    const SectorScores* found = scores_at(reading.document(), head);
    if (!found) continue;
    for (std::size_t k = 0; k < found->sectors.size(); ++k) {
      chances.sums[found->sectors[k]] += static_cast<float>(found->chances[k]) / 255;
    }
  }
  for (std::uint32_t a = 0; a < record.actors.size(); ++a) {
    if (slot[a] == kNone) continue;
    const Chances& chances = open[slot[a]];
    const auto best = std::max_element(chances.sums.begin(), chances.sums.end());
    const auto sector = static_cast<std::size_t>(best - chances.sums.begin());
    Actor& actor = record.actors[a];
    const bool is_told = !actor.sectors.empty();
    if (sector == 0 || (is_told && std::string_view(kSectorNames[sector]) != "BUS")) continue;
    if (*best <= (is_told ? kSureOfBusiness : kSure) * chances.mentions) continue;
    actor.sectors = {kSectorNames[sector]};
    if (actor.country) actor.code = *actor.country + actor.sectors.front();
  }
}

}  // namespace tacitus
