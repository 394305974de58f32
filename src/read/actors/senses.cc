// Counts what each name of one word is taken for.
#include "read/actors/senses.h"

#include <algorithm>

#include "read/actors/cast_names.h"
#include "read/actors/pronoun_kind.h"

namespace tacitus {

bool is_firm(const Reading& reading, Range name) {
  const auto ends_at = [&](std::uint32_t t) {
    return t < reading.size() && reading.is_capitalized(t) && is_company_suffix(reading.plain(t));
  };
  const std::uint32_t next = name.end;
  if (name.size() > 1 && ends_at(next - 1)) return true;
  // "Oy Ferris", "P.T. Ferris": the forms that go in front.
  const std::string_view lead = reading.plain(name.first);
  if (name.size() > 1 && reading.is_capitalized(name.first) && (lead == "oy" || lead == "p.t." || lead == "pt")) {
    return true;
  }
  if (next >= reading.size() || reading.sentence(next) != reading.sentence(name.first)) return false;
  const bool is_and = reading.plain(next) == "and" || reading.plain(next) == "&";
  return ends_at(next) || (is_and && ends_at(next + 1) && reading.plain(next + 1).starts_with("co"));
}

namespace {

constexpr std::size_t kNoSense = 3, kByReference = 3;
constexpr std::uint32_t kReference = 1, kPronoun = 1, kSpeaksAsIt = 4;
constexpr std::uint32_t kFirm = 16;  // the weight of "Rowe Inc": whoever is called Rowe behind it is the firm

std::size_t sense_of(EntityType type) {
  switch (type) {
    case EntityType::kPerson: return 0;
    case EntityType::kOrg: return 1;
    case EntityType::kGpe: return 2;
    default: return kNoSense;
  }
}

// Entities by token; kNone where there is none.
std::vector<std::uint32_t> entities_by_token(const Reading& reading) {
  const std::vector<Entity>& entities = reading.document().entities;
  std::vector<std::uint32_t> out(reading.size(), kNone);
  for (std::uint32_t e = 0; e < entities.size(); ++e) {
    for (std::uint32_t t = entities[e].first_token; t < std::min(entities[e].end_token, reading.size());
         ++t) {
      out[t] = e;
    }
  }
  return out;
}

// What a reference takes its word for.
std::size_t sense_of(ReferentType type) {
  switch (type) {
    case ReferentType::kPerson: return 0;
    case ReferentType::kOrg: return 1;
    default: return 2;
  }
}

// "Ferris said it had agreed": who says so of himself is no person; "Weber said it rained" tells nothing.
bool speaks_as_it(const Reading& reading, std::uint32_t behind) {
  if (behind + 2 >= reading.size() || reading.upos(behind) != Upos::kVerb) return false;
  const std::uint32_t it = behind + (reading.plain(behind + 1) == "that" ? 2 : 1);
  if (it >= reading.size() || reading.plain(it) != "it" || reading.deprel(it) != Deprel::kNsubj) {
    return false;
  }
  const std::uint32_t verb = reading.head(it);
  return verb != kNone && verb > it && reading.upos(verb) == Upos::kVerb &&
         reading.head(verb) == behind;
}

bool is_leader(const Reading& reading, std::uint32_t token) {
  const Leader* leader = reading.knowledge().leader(reading.plain(token));
  return leader && leader->on(reading.published());
}

}  // namespace

Senses::Senses(const Reading& reading, With with) {
  for (const Entity& entity : reading.document().entities) {
    std::size_t sense = sense_of(entity.type);
    if (sense == kNoSense || entity.first_token >= entity.end_token ||
        entity.end_token > reading.size()) {
      continue;
    }
    const Range name = without_article(reading, {entity.first_token, entity.end_token});
    const std::uint32_t words = name.size();
    const bool firm = with == With::kReferences && sense <= sense_of(EntityType::kOrg) &&
                      is_firm(reading, name);
    if (firm) sense = sense_of(EntityType::kOrg);
    // A name by which everybody knows somebody.
    if (words == 1 && entity.type == EntityType::kOrg && is_leader(reading, name.first)) {
      sense = sense_of(EntityType::kPerson);
    }
    const bool is_headline = reading.sentence_of(name.first).in_headline;
    // A longer name tells more than a single word, and a sentence more than a headline.
    const std::uint32_t weight = firm ? kFirm : is_headline ? 1 : words > 1 ? 4 : 2;
    if (with == With::kReferences && words > 1 && sense == sense_of(EntityType::kOrg) &&
        !reading.knowledge().place(reading.phrase({name.first, name.first + 1}))) {
      begin_bodies_.insert(reading.plain(name.first));
    }
    if (words == 1 && with == With::kReferences && speaks_as_it(reading, name.end)) {
      counts_[reading.plain(name.first)][sense_of(EntityType::kOrg)] += kSpeaksAsIt;
    }
    // Persons are called by any part of their name, bodies by the first word of it.
    const std::uint32_t end = firm                                 ? name.first + 1
                              : entity.type == EntityType::kPerson ? name.end
                              : entity.type == EntityType::kOrg    ? name.first + 1
                              : words == 1                         ? name.end
                                                                   : name.first;
    for (std::uint32_t t = name.first; t < end; ++t) {
      counts_[reading.plain(t)][sense] += weight;
    }
  }
  if (with == With::kReferences) count_references(reading);
}

// What the chains of reference take names of one word for, and what pronouns those are called by:
// "Ferris said it would", "Weber said he would".
void Senses::count_references(const Reading& reading) {
  const std::vector<Reference>& references = reading.document().references;
  const std::vector<std::uint32_t> entity_at = entities_by_token(reading);
  std::vector<std::uint32_t> name_of(references.size(), kNone);  // by reference the token of its name
  for (std::uint32_t r = 0; r < references.size(); ++r) {
    const std::uint32_t token = references[r].token;
    if (token >= reading.size()) continue;
    if (const std::uint32_t e = entity_at[token]; e != kNone) {
      const Entity& entity = reading.document().entities[e];
      if (entity.end_token - entity.first_token != 1) continue;
      name_of[r] = token;
      const std::size_t sense = sense_of(references[r].type);
      counts_[reading.plain(token)][sense == 0 ? kByReference : sense] += kReference;
      continue;
    }
    const PronounKind kind = pronoun_kind(reading.plain(token));
    const bool is_person = kind == PronounKind::kHe || kind == PronounKind::kShe;
    if (!is_person && kind != PronounKind::kIt) continue;
    const std::uint32_t before = references[r].antecedent;
    name_of[r] = before < r ? name_of[before] : kNone;
    if (name_of[r] == kNone) continue;
    std::array<std::uint32_t, 4>& counts = counts_[reading.plain(name_of[r])];
    if (is_person) counts[kByReference] += kPronoun;
    else if (references[r].type != ReferentType::kPerson) counts[sense_of(references[r].type)] += kPronoun;
  }
}

EntityType Senses::of(std::string_view word, EntityType type) const {
  constexpr EntityType kTypes[] = {EntityType::kPerson, EntityType::kOrg, EntityType::kGpe};
  const std::size_t given = sense_of(type);
  if (type == EntityType::kNorp || type == EntityType::kLoc) {
    return begin_bodies_.contains(word) ? EntityType::kOrg : type;
  }
  const auto found = counts_.find(word);
  if (given == kNoSense || found == counts_.end()) return type;
  std::array<std::uint32_t, 4> counts = found->second;
  if (type == EntityType::kPerson) counts[0] += counts[kByReference];
  std::size_t best = given;
  for (std::size_t sense = 0; sense < 3; ++sense) {
    if (counts[sense] > counts[best]) best = sense;
  }
  return kTypes[best];
}

}  // namespace tacitus
