// The walk through an article: names and sources.
#include "read/statements/speakers.h"

#include <algorithm>

#include "read/actors/cast_names.h"
#include "read/actors/roles.h"
#include "read/word_kinds.h"

namespace tacitus {
Speakers::Speakers(const Reading& reading, const Quotes& quotes, std::vector<Draft>& drafts,
                   const FoundPlaces* places, const Gazetteer* gazetteer)
    : reading_(reading), quotes_(quotes), drafts_(drafts), gazetteer_(gazetteer), countries_(reading, places),
      senses_(reading, Senses::With::kReferences), cast_(reading, countries_) {
  const Document& document = reading.document();
  const std::uint32_t n = reading.size();
  actor_at_.assign(n, kNone);
  entity_at_ = reference_at_ = actor_at_;
  said_by_ = told_in_ = actor_at_;
  is_mentioned_.assign(n, false);
  for (std::uint32_t e = 0; e < document.entities.size(); ++e) {
    const Entity& entity = document.entities[e];
    if (is_title_alone(entity)) continue;
    for (std::uint32_t t = entity.first_token; t < std::min(entity.end_token, n); ++t) {
      entity_at_[t] = e;
    }
  }
  recent_.reserve(kMostRecent);
  reference_actor_.assign(document.references.size(), kNone);
  for (std::uint32_t r = 0; r < document.references.size(); ++r) {
    if (document.references[r].token < n) reference_at_[document.references[r].token] = r;
  }
  for (std::uint32_t d = 0; d < drafts_.size(); ++d) {
    if (!drafts_[d].source.empty()) said_by_[source_head(drafts_[d].source)] = d;
    if (drafts_[d].is_inner) continue;
    for (const Range content : drafts_[d].contents) {
      for (std::uint32_t t = content.first; t < content.end; ++t) told_in_[t] = d;
    }
  }
}

// "The Mufti said": a title that the model takes for a person's name is a description.
bool Speakers::is_title_alone(const Entity& entity) const {
  const bool is_inside = entity.first_token < entity.end_token && entity.end_token <= reading_.size();
  if (entity.type != EntityType::kPerson || !is_inside) return false;
  const bool has_article =
      reading_.plain(entity.first_token) == "the" ||
      (entity.first_token > 0 && reading_.plain(entity.first_token - 1) == "the" &&
       reading_.sentence(entity.first_token - 1) == reading_.sentence(entity.first_token));
  if (!has_article) return false;
  const Range name = without_article(reading_, {entity.first_token, entity.end_token});
  const PersonFound word = person_word_at(reading_, name.end - 1, name);
  return word.word && !word.word->is_plural && word.range.first == name.first;
}

std::vector<Speakers::Event> Speakers::events() const {
  const Document& document = reading_.document();
  std::vector<Event> all;
  for (std::uint32_t e = 0; e < document.entities.size(); ++e) {
    const Entity& entity = document.entities[e];
    if (entity.first_token < entity.end_token && entity.end_token <= reading_.size()) {
      all.push_back({entity.end_token - 1, Event::kEntity, e});
    }
  }
  for (std::uint32_t r = 0; r < document.references.size(); ++r) {
    const std::uint32_t token = document.references[r].token;
    if (token >= reading_.size() || entity_at_[token] != kNone || is_part_of_word(token)) continue;
    const bool is_pronoun = is_people_pronoun(token);
    // A description is complete with its last word.
    all.push_back({is_pronoun ? token : nominal_range(token).end - 1, Event::kReference, r});
  }
  for (std::uint32_t t = 0; t < reading_.size(); ++t) {
    if (is_overlooked(t)) all.push_back({t, Event::kOverlooked, t});
  }
  for (std::uint32_t d = 0; d < drafts_.size(); ++d) {
    if (!drafts_[d].source.empty()) {
      all.push_back({drafts_[d].source.end - 1, Event::kSource, d});
    } else if (drafts_[d].cue.empty()) {
      all.push_back({drafts_[d].contents.front().first, Event::kUnsourced, d});
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Event& a, const Event& b) {
    return a.token != b.token ? a.token < b.token : a.kind < b.kind;
  });
  return all;
}

// "Press" of "press secretary", "secretary" of "secretary-general": no actor of its own.
bool Speakers::is_part_of_word(std::uint32_t token) const {
  if (reading_.goes_on_behind_hyphen(token)) return true;
  const std::uint32_t head = reading_.head(token);
  if (head == kNone || head < token || reading_.deprel(token) != Deprel::kCompound) return false;
  const PersonFound word = person_word_at(reading_, head, {token, head + 1});
  return word.word && word.range.has(token);
}

ArticleHome Speakers::run(Record& record, const AskedWitness& witness) {
  count_genders();
  for (const Event& event : events()) {
    switch (event.kind) {
      case Event::kEntity: meet_entity(event.index); break;
      case Event::kReference: meet_reference(event.index); break;
      case Event::kOverlooked: meet_overlooked(event.token); break;
      case Event::kSource: meet_source(event.index); break;
      case Event::kUnsourced: meet_unsourced(event.index); break;
    }
  }
  resolve_headlines();
  resolve_first_person();
  learn_signs();
  learn_descriptions();
  learn_origins();
  learn_deeds();
  join_descriptions();
  meet_bystanders();
  join_descriptions();  // those who are described in passing
  ArticleHome home = settle_at_home(witness);
  write(record);
  return home;
}

void Speakers::mention(Range range, MentionType type, std::optional<std::uint32_t> actor,
                       std::uint32_t head) {
  if (is_mentioned_[head]) return;
  is_mentioned_[head] = true;
  mentions_.push_back({{reading_.span(range), type, false, actor}, head});
  if (!actor) return;
  cast_.touch(*actor, head);
  note({*actor, kNone, head, is_source_head(head)});
}

// "Moscow said", "talks with Ankara": the capital stands for who governs there.
bool Speakers::acts_as_government(Range range) const {
  const std::uint32_t head = reading_.head_of(range);
  if (is_source_head(head) || reading_.deprel(head) == Deprel::kNsubj ||
      reading_.deprel(head) == Deprel::kOblAgent) {
    return true;
  }
  if (reading_.deprel(head) != Deprel::kObl && reading_.deprel(head) != Deprel::kNmod) return false;
  const std::uint32_t preposition = reading_.child(head, Deprel::kCase);
  if (preposition == kNone) return false;
  const std::string_view word = reading_.plain(preposition);
  return word == "with" || word == "against" || word == "between";
}

// "The Clintons", where some of them are named.
Speakers::Who Speakers::family_of(Range range) {
  const Range name = without_article(reading_, range);
  if (name.size() != 1 || name.first == 0 || reading_.plain(name.first - 1) != "the") {
    return std::nullopt;
  }
  const std::string_view plural = reading_.plain(name.first);
  if (!plural.ends_with('s') || cast_.surnamed(plural) != kNone) return std::nullopt;
  std::vector<std::uint32_t> members = cast_.all_surnamed(plural.substr(0, plural.size() - 1));
  if (members.empty()) return std::nullopt;
  const std::uint32_t group = cast_.several(name);
  if (members.size() > 1) members_[group] = std::move(members);
  return group;
}

Speakers::Who Speakers::entity_actor(Range range, EntityType type) {
  const std::uint32_t head = reading_.head_of(range);
  if (type == EntityType::kPerson) {
    if (const Who family = family_of(range)) return family;
    std::optional<std::uint32_t> hint;
    for (std::uint32_t t = range.first; t < range.end && !hint; ++t) hint = antecedent(t);
    return cast_.person(range, hint);
  }
  // "Environmental Protection Agency (EPA)".
  if (range.first >= 2 && reading_.word(range.first - 1) == "(" &&
      reading_.shape(range.first) == Shape::kUpper && range.size() == 1) {
    const std::uint32_t before = actor_at_[range.first - 2];
    if (before != kNone && cast_[before].kind == ActorKind::kOrganization) {
      cast_.alias(before, range);
      return before;
    }
  }
  const PlaceWord* place = countries_.named(range);
  const bool is_modifier =
      reading_.deprel(head) == Deprel::kAmod || reading_.upos(head) == Upos::kAdj;
  if (place && type != EntityType::kEvent && type != EntityType::kFac) {
    if (place->is_name && type != EntityType::kNorp) return cast_.place(range, false);
    if (place->is_capital && type != EntityType::kNorp && !body_named(reading_, range)) {
      return cast_.place(range, acts_as_government(range));
    }
    if (place->is_adjective && !place->is_name) {
      if (is_modifier || reading_.deprel(head) == Deprel::kCompound) return std::nullopt;
      return cast_.people_named(range);
    }
  }
  if (const Body* body = type == EntityType::kPerson ? nullptr : body_named(reading_, range)) {
    const bool is_address = type == EntityType::kFac || type == EntityType::kLoc ||
                            type == EntityType::kGpe;
    if (!body->is_metonym || !is_address || acts_as_government(range)) {
      return cast_.organization(range, std::nullopt);
    }
  }
  switch (type) {
    case EntityType::kOrg: {
      Who owner;
      const std::uint32_t possessor = reading_.child(head, Deprel::kNmodPoss);
      if (possessor != kNone && actor_at_[possessor] != kNone && !range.has(possessor)) {
        owner = actor_at_[possessor];
      }
      return cast_.organization(range, owner);
    }
    case EntityType::kGpe:
      return cast_.place(range, false);
    case EntityType::kNorp:
      if (is_modifier || reading_.deprel(head) == Deprel::kCompound) return std::nullopt;
      return cast_.people_named(range);
    default:
      if (is_source_head(head)) return cast_.organization(range, std::nullopt);
      return std::nullopt;
  }
}

// The end of a firm's name that the model leaves out: "and Co" of "H.F. Rowe and Co", "Inc" of "Rowe Inc".
Range Speakers::firm_ending(Range name) const {
  if (name.end >= reading_.size()) return {};
  const std::uint32_t end = reading_.sentence_of(name.first).end_token;
  const std::uint32_t next = name.end;
  const bool is_joined = next + 1 < end && (reading_.plain(next) == "and" || reading_.word(next) == "&");
  const std::uint32_t last = is_joined ? next + 1 : next;
  if (last >= end || !reading_.is_capitalized(last)) return {};
  const std::string_view word = reading_.plain(last);
  const bool is_partner = is_of_kind(word, WordKind::kCompanyPartner);
  const bool ends = is_joined ? is_partner : is_company_suffix(word) || word == "incorporated" || word == "limited";
  return ends ? Range{next, last + 1} : Range{};
}

// In a headline of a few words the model may take "Kremlin", "Iran" or "Baku" for a person. What the
// tables know under exactly this name is none; else the rest of the article tells.
EntityType Speakers::corrected(Range entity, EntityType type) const {
  const Range range = without_article(reading_, entity);  // "The Kremlin" is what "Kremlin" is
  const auto met = range.size() == 1 ? named_.find(std::string(reading_.plain(range.first))) : named_.end();
  if (type == EntityType::kPerson || type == EntityType::kOrg) {
    // A firm is often called as somebody is whom the article has named: "Ann Kellogg", "Kellogg".
    const bool is_met = met != named_.end() && cast_[met->second].words.size() > 1;
    if (body_named(reading_, range) && !is_met) return EntityType::kOrg;
  }
  if ((type == EntityType::kPerson || type == EntityType::kGpe) && !firm_ending(range).empty() &&
      !countries_.named(range)) {
    return EntityType::kOrg;
  }
  if (type == EntityType::kPerson) {
    if (is_firm(reading_, range)) return EntityType::kOrg;
    const PlaceWord* place = countries_.named(range);
    // Capitals are called like people more often than countries are: "Sofia", "Paris Rowe".
    const bool is_nobodys = range.size() == 1 && met == named_.end() &&
                            reading_.knowledge().first_name(reading_.plain(range.first)) == Gender::kUnknown;
    if (place && (place->is_name || (place->is_capital && is_nobodys)) && !place->is_doubtful) {
      return EntityType::kGpe;
    }
  }
  // "PBX Oslo": the part of a broadcaster or newspaper that a town has.
  if (type == EntityType::kGpe && range.size() > 1 && !countries_.place_named(range)) {
    const BodyFound found = body_at(reading_, range.first, range.end);
    if (found.body && found.range.end < range.end && !found.body->sectors.empty() &&
        found.body->sectors[0] == "JRN") {
      return EntityType::kOrg;
    }
  }
  if (type == EntityType::kOrg && range.size() > 1 &&
      reading_.knowledge().leader(reading_.plain_phrase(range))) {
    return EntityType::kPerson;
  }
  if (range.size() != 1) return type;
  const EntityType sense = senses_.of(reading_.plain(range.first), type);
  if (sense == EntityType::kPerson || !named_.contains(std::string(reading_.plain(range.first)))) {
    return sense;
  }
  // A word that has named a person: where the model's chain takes it for one, or where it speaks
  // and no table knows it.
  const std::uint32_t reference = reference_at_[range.first];
  const bool is_chained = reference != kNone && reading_.document().references[reference].type ==
                                                    ReferentType::kPerson;
  const bool speaks = is_source_head(range.first) && !countries_.named(range);
  return is_chained || speaks ? EntityType::kPerson : sense;
}

// A name that the model has not marked as one: "Weber" alone, where a Weber was named before.
Speakers::Who Speakers::bare_name(std::uint32_t token) const {
  if (entity_at_[token] != kNone || !reading_.is_capitalized(token)) return std::nullopt;
  // At the head of a sentence the model may take a name for a pronoun.
  const bool is_name = reading_.upos(token) == Upos::kPropn ||
                       (reading_.upos(token) == Upos::kPron &&
                        pronoun_kind(reading_.plain(token)) == PronounKind::kNone);
  if (!is_name) return std::nullopt;
  const auto found = named_.find(std::string(reading_.plain(token)));
  return found == named_.end() ? Who() : Who(found->second);
}

// Whether a word may mean somebody though the model marks neither a name nor a reference there: "he"
// and "she", which mean nobody else than a person, and names.
bool Speakers::is_overlooked(std::uint32_t token) const {
  if (entity_at_[token] != kNone || reference_at_[token] != kNone) return false;
  if (reading_.upos(token) == Upos::kPropn) return reading_.is_capitalized(token);
  if (reading_.upos(token) != Upos::kPron) return false;
  const PronounKind kind = pronoun_kind(reading_.plain(token));
  return kind == PronounKind::kHe || kind == PronounKind::kShe;
}

void Speakers::meet_overlooked(std::uint32_t token) {
  if (actor_at_[token] != kNone) return;
  if (reading_.upos(token) == Upos::kPron) {
    const Who actor = pronoun(token, is_source_head(token));
    if (!actor) return;
    actor_at_[token] = *actor;
    mention({token, token + 1}, MentionType::kPron, actor, token);
    return;
  }
  // "Weber smiled", but no "Weber Hall".
  const auto is_name = [&](std::uint32_t t) {
    return t < reading_.size() && reading_.sentence(t) == reading_.sentence(token) &&
           reading_.upos(t) == Upos::kPropn && reading_.is_capitalized(t);
  };
  if ((token > 0 && is_name(token - 1)) || is_name(token + 1)) return;
  const std::uint32_t actor = cast_.surnamed(reading_.plain(token));
  if (actor == kNone) return;
  actor_at_[token] = actor;
  mention({token, token + 1}, MentionType::kPerson, actor, token);
}

void Speakers::meet_entity(std::uint32_t index) {
  const Entity& entity = reading_.document().entities[index];
  Range range{entity.first_token, entity.end_token};
  if (entity_at_[range.first] != index) return;  // another took the words; the model gives no such
  // "Co" of "Rowe and Co", which the firm's name has taken.
  if (range.size() == 1 && actor_at_[range.first] != kNone) return;
  if (range.size() == 1 && !reading_.is_capitalized(range.first) && is_part_of_word(range.first)) return;
  EntityType type = corrected(range, entity.type);
  // "Environment Norland", of which the model has seen the country alone.
  if (type == EntityType::kGpe && range.first > 0 && reading_.is_capitalized(range.first - 1) &&
      entity_at_[range.first - 1] == kNone && reading_.upos(range.first - 1) == Upos::kPropn) {
    const BodyFound whole = whole_name(range);
    if (whole.body && whole.range.end == range.end && entity_at_[whole.range.first] == kNone) {
      range = whole.range;
      type = EntityType::kOrg;
    }
  }
  const Who actor = entity_actor(range, type);
  if (actor) {
    for (std::uint32_t t = range.first; t < range.end; ++t) {
      actor_at_[t] = *actor;
      if (reference_at_[t] != kNone) reference_actor_[reference_at_[t]] = *actor;
    }
    const Range ending = type == EntityType::kOrg ? firm_ending(range) : Range{};
    if (!ending.empty() && cast_[*actor].kind == ActorKind::kOrganization) {
      for (std::uint32_t t = ending.first; t < ending.end; ++t) actor_at_[t] = *actor;
      if (cast_[*actor].standing.sectors.empty()) cast_.describe(*actor, {"", {"BUS"}, "", false});
    }
    if (type == EntityType::kPerson && cast_[*actor].kind == ActorKind::kPerson) {
      learn_role(*actor, range);
      learn_gender_of_chain(*actor, range);
      for (const std::string& word : cast_[*actor].words) {
        if (word.size() > 2) named_[word] = *actor;
      }
    }
  }
  constexpr MentionType kTypes[] = {MentionType::kPerson, MentionType::kOrg, MentionType::kGpe,
                                    MentionType::kNorp,   MentionType::kLoc, MentionType::kFac,
                                    MentionType::kEvent};
  mention(range, kTypes[static_cast<std::size_t>(type)], actor, reading_.head_of(range));
}

void Speakers::learn_role(std::uint32_t actor, Range entity) {
  const Office role = role_beside(reading_, read_person_name(reading_, entity).range);
  if (role.range.empty()) return;
  Who owner = owner_of(role.range, role.head);
  if (owner == actor) owner.reset();
  cast_.learn_role(actor, role, owner);
  mention_apposed(actor, role, entity);
}

// "The sheriff, Odd Larsen," is named twice.
void Speakers::mention_apposed(std::uint32_t actor, const Office& role, Range name) {
  const std::uint32_t head = reading_.head_of(name);
  const bool is_apposed = (reading_.deprel(role.head) == Deprel::kAppos && reading_.head(role.head) == head) ||
                          (reading_.deprel(head) == Deprel::kAppos && reading_.head(head) == role.head);
  const bool is_apart = role.range.end < name.first || name.end < role.range.first;
  if (!is_apposed || !is_apart || is_mentioned_[role.head] || actor_at_[role.head] != kNone || entity_at_[role.head] != kNone) return;
  Range words = role.range;
  while (words.first > 0 && reading_.head(words.first - 1) == role.head && reading_.upos(words.first - 1) == Upos::kDet) --words.first;
  is_mentioned_[role.head] = true;
  actor_at_[role.head] = actor;
  mentions_.push_back({{reading_.span(words), MentionType::kNom, false, actor}, role.head});
}

// A surname alone tells no gender, but the article will call its owner "he" or "she".
void Speakers::learn_gender_of_chain(std::uint32_t actor, Range range) {
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    if (reference_at_[t] == kNone) continue;
    const Votes votes = votes_[chain_of_[reference_at_[t]]];
    if (votes.he >= 2 && votes.he > 2 * votes.she) learn_gender(actor, PronounKind::kHe);
    if (votes.she >= 2 && votes.she > 2 * votes.he) learn_gender(actor, PronounKind::kShe);
  }
}

void Speakers::meet_reference(std::uint32_t index) {
  const std::uint32_t token = reading_.document().references[index].token;
  const bool is_pronoun = is_people_pronoun(token);
  Who actor = bare_name(token);
  if (actor) learn_gender_of_chain(*actor, {token, token + 1});
  // A source is asked for as a whole, with the names in it; the body explains a headline's.
  const bool is_source = is_source_head(token) && !reading_.sentence_of(token).in_headline;
  if (!actor && is_source && !is_pronoun) return;
  if (!actor) actor = is_pronoun ? pronoun(token, is_source) : nominal(token, false);
  if (!actor) {
    if (!is_pronoun) note({kNone, index, token, false});
    return;
  }
  reference_actor_[index] = *actor;
  actor_at_[token] = *actor;
  if (bare_name(token)) {
    mention({token, token + 1}, MentionType::kPerson, actor, token);
  } else if (is_pronoun) {
    mention({token, token + 1}, MentionType::kPron, actor, token);
  } else {
    mention(nominal_range(token), MentionType::kNom, actor, token);
  }
}

}  // namespace tacitus
