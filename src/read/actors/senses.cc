// Counts what each name of one word is taken for.
#include "read/actors/senses.h"

#include <algorithm>

namespace tacitus {

bool ends_company(std::string_view word) {
  constexpr std::string_view kSuffixes[] = {"inc", "inc.", "corp", "corp.", "co", "co.", "ltd",
                                            "ltd.", "llc", "plc", "ag", "sa", "nv", "gmbh", "group",
                                            "holdings", "corporation", "company"};
  return std::find(std::begin(kSuffixes), std::end(kSuffixes), word) != std::end(kSuffixes);
}

bool is_firm(const Reading& reading, Range name) {
  const auto ends_at = [&](std::uint32_t t) {
    return t < reading.size() && reading.is_capitalized(t) && ends_company(reading.plain(t));
  };
  const std::uint32_t next = name.end;
  if (name.size() > 1 && ends_at(next - 1)) return true;
  if (next >= reading.size() || reading.sentence(next) != reading.sentence(name.first)) return false;
  const bool is_and = reading.plain(next) == "and" || reading.plain(next) == "&";
  return ends_at(next) || (is_and && ends_at(next + 1) && reading.plain(next + 1).starts_with("co"));
}
namespace {

constexpr std::size_t kNoSense = 3;
constexpr std::uint32_t kFirm = 16;  // the weight of "Rowe Inc": whoever is called Rowe behind it is the firm

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
    const bool firm = sense <= sense_of(EntityType::kOrg) &&
                      is_firm(reading, {entity.first_token, entity.end_token});
    if (firm) sense = sense_of(EntityType::kOrg);
    // A name by which everybody knows somebody.
    if (words == 1 && entity.type == EntityType::kOrg && is_leader(reading, entity.first_token)) {
      sense = sense_of(EntityType::kPerson);
    }
    const bool is_headline = reading.sentence_of(entity.first_token).in_headline;
    // A longer name tells more than a single word, and a sentence more than a headline.
    const std::uint32_t weight = firm ? kFirm : is_headline ? 1 : words > 1 ? 4 : 2;
    // Persons are called by any part of their name, bodies by the first word of it.
    const std::uint32_t end = firm                                 ? entity.first_token + 1
                              : entity.type == EntityType::kPerson ? entity.end_token
                              : entity.type == EntityType::kOrg    ? entity.first_token + 1
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
