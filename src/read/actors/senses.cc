// Counts what each name of one word is taken for.
#include "read/actors/senses.h"

namespace tacitus {
namespace {

constexpr std::size_t kNoSense = 3;

std::size_t sense_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson: return 0;
    case EntityType::kOrg: return 1;
    case EntityType::kGpe: return 2;
    default: return kNoSense;
  }
}

bool is_leader(const Reading& reading, std::uint32_t token) {
  const Leader* leader = reading.knowledge().leader(reading.plain(token));
  return leader && leader->on(reading.published());
}

}  // namespace

Senses::Senses(const Reading& reading) {
  for (const Entity& entity : reading.document().entities) {
    std::size_t sense = sense_of(entity.type);
    if (sense == kNoSense || entity.first_token >= entity.end_token ||
        entity.end_token > reading.size()) {
      continue;
    }
    const std::uint32_t words = entity.end_token - entity.first_token;
    // A name by which everybody knows somebody.
    if (words == 1 && entity.type == EntityType::kOrg && is_leader(reading, entity.first_token)) {
      sense = sense_of(EntityType::kPerson);
    }
    const bool is_headline = reading.sentence_of(entity.first_token).in_headline;
    // A longer name tells more than a single word, and a sentence more than a headline.
    const std::uint32_t weight = is_headline ? 1 : words > 1 ? 4 : 2;
    // Persons are called by any part of their name, bodies by the first word of it.
    const std::uint32_t end = entity.type == EntityType::kPerson ? entity.end_token
                              : entity.type == EntityType::kOrg  ? entity.first_token + 1
                              : words == 1                       ? entity.end_token
                                                                 : entity.first_token;
    for (std::uint32_t t = entity.first_token; t < end; ++t) {
      counts_[reading.plain(t)][sense] += weight;
    }
  }
}

EntityType Senses::of(std::string_view word, EntityType type) const {
  constexpr EntityType kTypes[] = {EntityType::kPerson, EntityType::kOrg, EntityType::kGpe};
  const std::size_t given = sense_of(type);
  const auto found = counts_.find(word);
  if (given == kNoSense || found == counts_.end()) return type;
  std::size_t best = given;
  for (std::size_t sense = 0; sense < 3; ++sense) {
    if (found->second[sense] > found->second[best]) best = sense;
  }
  return kTypes[best];
}

}  // namespace tacitus
