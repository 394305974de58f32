// The walk through an article: names and sources.
#include "read/speakers.h"

#include <algorithm>

#include "read/roles.h"

namespace tacitus {
namespace {

bool is_people_pronoun(const Reading& reading, std::uint32_t token) {
  return reading.upos(token) == Upos::kPron || reading.upos(token) == Upos::kDet;
}

}  // namespace

Speakers::Speakers(const Reading& reading, const Quotes& quotes, std::vector<Draft>& drafts)
    : reading_(reading), quotes_(quotes), drafts_(drafts), countries_(reading),
      senses_(reading), cast_(reading, countries_) {
  const Document& document = reading.document();
  const std::uint32_t n = reading.size();
  actor_at_.assign(n, kNone);
  entity_at_ = reference_at_ = actor_at_;
  is_source_head_.assign(n, false);
  is_mentioned_ = is_source_head_;
  for (std::uint32_t e = 0; e < document.entities.size(); ++e) {
    const Entity& entity = document.entities[e];
    for (std::uint32_t t = entity.first_token; t < std::min(entity.end_token, n); ++t) {
      entity_at_[t] = e;
    }
  }
  reference_actor_.assign(document.references.size(), kNone);
  for (std::uint32_t r = 0; r < document.references.size(); ++r) {
    if (document.references[r].token < n) reference_at_[document.references[r].token] = r;
  }
  for (const Draft& draft : drafts_) {
    if (!draft.source.empty()) is_source_head_[reading.head_of(draft.source)] = true;
  }
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
    if (token >= reading_.size() || entity_at_[token] != kNone) continue;
    const bool is_pronoun = is_people_pronoun(reading_, token);
    // A description is complete with its last word.
    all.push_back({is_pronoun ? token : nominal_range(token).end - 1, Event::kReference, r});
  }
  for (std::uint32_t d = 0; d < drafts_.size(); ++d) {
    if (!drafts_[d].source.empty()) all.push_back({drafts_[d].source.end - 1, Event::kSource, d});
  }
  std::stable_sort(all.begin(), all.end(), [](const Event& a, const Event& b) {
    return a.token != b.token ? a.token < b.token : a.kind < b.kind;
  });
  return all;
}

void Speakers::run(Record& record) {
  for (const Event& event : events()) {
    switch (event.kind) {
      case Event::kEntity: meet_entity(event.index); break;
      case Event::kReference: meet_reference(event.index); break;
      case Event::kSource: meet_source(event.index); break;
    }
  }
  resolve_headlines();
  resolve_first_person();
  learn_descriptions();
  meet_bystanders();
  settle_at_home();
  write(record);
}

void Speakers::mention(Range range, MentionType type, std::optional<std::uint32_t> actor,
                       std::uint32_t head) {
  if (is_mentioned_[head]) return;
  is_mentioned_[head] = true;
  mentions_.push_back({{reading_.span(range), type, actor}, head});
  if (!actor) return;
  cast_.touch(*actor, head);
  if (reading_.deprel(head) == Deprel::kNsubj || reading_.deprel(head) == Deprel::kNsubjPass) {
    const ActorKind kind = cast_[*actor].kind;
    if (kind == ActorKind::kPerson) subject_person_ = {*actor, head};
    if (kind == ActorKind::kOrganization || kind == ActorKind::kCountry) {
      subject_body_ = {*actor, head};
    }
  }
}

// "Moscow said", "talks with Ankara": the capital stands for who governs there.
bool Speakers::acts_as_government(Range range) const {
  const std::uint32_t head = reading_.head_of(range);
  if (is_source_head_[head] || reading_.deprel(head) == Deprel::kNsubj ||
      reading_.deprel(head) == Deprel::kOblAgent) {
    return true;
  }
  if (reading_.deprel(head) != Deprel::kObl && reading_.deprel(head) != Deprel::kNmod) return false;
  const std::uint32_t preposition = reading_.child(head, Deprel::kCase);
  if (preposition == kNone) return false;
  const std::string_view word = reading_.plain(preposition);
  return word == "with" || word == "against" || word == "between";
}

Speakers::Who Speakers::entity_actor(Range range, EntityType type) {
  const std::uint32_t head = reading_.head_of(range);
  if (type == EntityType::kPerson) {
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
  if (const Body* body = body_named(reading_, range)) {
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
      if (is_source_head_[head]) return cast_.organization(range, std::nullopt);
      return std::nullopt;
  }
}

// In a headline of a few words the model may take "Kremlin", "Iran" or "Baku" for a person. What the
// tables know under exactly this name is none; else the rest of the article tells.
EntityType Speakers::corrected(Range range, EntityType type) const {
  if (type == EntityType::kPerson) {
    if (body_named(reading_, range)) return EntityType::kOrg;
    const PlaceWord* place = countries_.named(range);
    if (place && place->is_name && !place->is_doubtful) return EntityType::kGpe;
  }
  if (type == EntityType::kOrg && range.size() > 1 &&
      reading_.knowledge().leader(reading_.plain_phrase(range))) {
    return EntityType::kPerson;
  }
  return range.size() == 1 ? senses_.of(reading_.plain(range.first), type) : type;
}

void Speakers::meet_entity(std::uint32_t index) {
  const Entity& entity = reading_.document().entities[index];
  const Range range{entity.first_token, entity.end_token};
  if (entity_at_[range.first] != index) return;  // another took the words; the model gives no such
  const EntityType type = corrected(range, entity.type);
  const Who actor = entity_actor(range, type);
  if (actor) {
    for (std::uint32_t t = range.first; t < range.end; ++t) {
      actor_at_[t] = *actor;
      if (reference_at_[t] != kNone) reference_actor_[reference_at_[t]] = *actor;
    }
    if (type == EntityType::kPerson) learn_role(*actor, range);
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
}

void Speakers::meet_reference(std::uint32_t index) {
  const std::uint32_t token = reading_.document().references[index].token;
  const bool is_pronoun = is_people_pronoun(reading_, token);
  const Who actor = is_pronoun ? pronoun(token, is_source_head_[token]) : nominal(token, false);
  if (!actor) return;
  reference_actor_[index] = *actor;
  actor_at_[token] = *actor;
  if (is_pronoun) {
    mention({token, token + 1}, MentionType::kPron, actor, token);
  } else {
    mention(nominal_range(token), MentionType::kNom, actor, token);
  }
}

void Speakers::note_speaker(std::uint32_t actor, std::uint32_t token) {
  switch (cast_[actor].kind) {
    case ActorKind::kPerson: last_person_ = {actor, token}; break;
    case ActorKind::kGroup: last_group_ = {actor, token}; break;
    default: last_body_ = {actor, token}; break;
  }
}

// Two people who say one thing are a group of their own.
Speakers::Who Speakers::coordinated(Range source, std::uint32_t head) {
  for (std::uint32_t c = reading_.first_child(head); c != kNone; c = reading_.next_sibling(c)) {
    if (reading_.deprel(c) != Deprel::kConj || !source.has(c) || !reading_.is_noun(c)) continue;
    if (entity_at_[c] != kNone && entity_at_[c] == entity_at_[head]) continue;
    if (reading_.child(c, Deprel::kCc) == kNone) continue;
    const bool named = entity_at_[c] != kNone || actor_at_[c] != kNone;
    const bool separate = reading_.child(c, Deprel::kDet) != kNone ||
                          reading_.child(c, Deprel::kNmodPoss) != kNone;
    const PersonFound word = person_word_at(reading_, c, reading_.nominal(c));
    if (named || separate || (word.word && word.word->is_plural)) {
      return cast_.several({source.first, std::min(source.end, reading_.nominal(c).end)});
    }
  }
  return std::nullopt;
}

Speakers::Who Speakers::source_actor(Range source, std::uint32_t draft) {
  const std::uint32_t head = reading_.head_of(source);
  if (const Who group = coordinated(source, head)) return group;
  if (actor_at_[head] != kNone && entity_at_[head] != kNone) return actor_at_[head];
  // "the attorney general of Oklahoma, Scott Pruitt": the name says who.
  for (std::uint32_t c = reading_.first_child(head); c != kNone; c = reading_.next_sibling(c)) {
    const Deprel deprel = reading_.deprel(c);
    if (!source.has(c) || entity_at_[c] == kNone || actor_at_[c] == kNone) continue;
    if (deprel != Deprel::kAppos && deprel != Deprel::kFlat && deprel != Deprel::kNmodDesc) {
      continue;
    }
    const Entity& entity = reading_.document().entities[entity_at_[c]];
    if (entity.type == EntityType::kPerson) return actor_at_[c];
  }
  const Upos upos = reading_.upos(head);
  if (upos == Upos::kPron || (upos == Upos::kDet && source.size() == 1)) {
    const Who who = pronoun(head, true);
    if (who || upos == Upos::kPron) return who;
  }
  if (reading_.sentence_of(head).in_headline && reading_.is_noun(head)) {
    // A headline names before it tells; the body is asked first.
    headlines_.push_back({draft, head});
    return actor_at_[head] != kNone ? Who(actor_at_[head]) : std::nullopt;
  }
  return nominal(head, true);
}

void Speakers::meet_source(std::uint32_t index) {
  Draft& draft = drafts_[index];
  const std::uint32_t head = reading_.head_of(draft.source);
  const Who actor = source_actor(draft.source, index);
  if (!actor) return;
  draft.statement.actor = *actor;
  if (cast_[*actor].first == kNone) cast_.touch(*actor, head);
  note_speaker(*actor, head);
  if (entity_at_[head] != kNone) return;
  if (reference_at_[head] != kNone) reference_actor_[reference_at_[head]] = *actor;
  actor_at_[head] = *actor;
  const bool is_pronoun = is_people_pronoun(reading_, head);
  mention(is_pronoun ? Range{head, head + 1} : nominal_range(head),
          is_pronoun ? MentionType::kPron : MentionType::kNom, actor, head);
}

}  // namespace tacitus
