// Actors that an article describes and that neither speak nor are referred to again: "police",
// "the rebels", "two women". They come last, so that whom a speaker is does not hang on them.
#include <algorithm>
#include <map>

#include "read/actors/model_sectors.h"
#include "read/statements/speakers.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

// Whether a noun stands where somebody can stand who does something or to whom it is done.
bool can_act(const Reading& reading, std::uint32_t token) {
  switch (reading.deprel(token)) {
    case Deprel::kNsubj: case Deprel::kNsubjPass: case Deprel::kObj: case Deprel::kIobj:
    case Deprel::kObl: case Deprel::kOblAgent: case Deprel::kNmod: case Deprel::kNmodPoss:
    case Deprel::kConj:
      return true;
    case Deprel::kRoot:  // of a headline; "he is a lawyer" tells of somebody else
      return reading.child(token, Deprel::kCop) == kNone;
    default:
      return false;
  }
}

// "at a hospital" tells where, "the hospital said" who.
bool is_where(const Reading& reading, std::uint32_t head, const BodyWord& word) {
  const bool can_house = word.sectors == std::vector<std::string>{"EDU"} ||
                         word.sectors == std::vector<std::string>{"MED"} ||
                         word.sectors == std::vector<std::string>{"REL"};
  const Deprel deprel = reading.deprel(head);
  return can_house && (deprel == Deprel::kObl || deprel == Deprel::kNmod);
}

bool is_definite(const Reading& reading, Range range) {
  const std::string_view first = reading.plain(range.first);
  return first == "the" || first == "this" || first == "that" || first == "these" ||
         first == "those";
}

// "Western countries agreed", "talks with other nations"; "in other countries" is where.
bool are_states(const Reading& reading, std::uint32_t head) {
  const std::string_view word = reading.plain(head);
  if (word != "countries" && word != "nations" && word != "governments") return false;
  const std::uint32_t preposition = reading.child(head, Deprel::kCase);
  if (preposition == kNone) return true;
  const std::string_view led_by = reading.plain(preposition);
  return led_by == "of" || led_by == "with" || led_by == "between" || led_by == "among" ||
         led_by == "by" || led_by == "against" || led_by == "for";
}

bool is_plural_noun(const Reading& reading, std::uint32_t head) {
  const std::string_view word = reading.plain(head);
  return word.ends_with("men") || (word.ends_with('s') && !word.ends_with("ss"));
}

bool owns_by(std::string_view preposition) {
  return preposition == "of" || preposition == "for" || preposition == "at" ||
         preposition == "from" || preposition == "with";
}

}  // namespace

// The actor in whose name a description stands: "Tulsa police", "her campaign", "aides to Weber".
Speakers::Who Speakers::owner_before(Range range, std::uint32_t head) const {
  const std::uint32_t possessor = reading_.child(head, Deprel::kNmodPoss);
  if (possessor != kNone) {
    return actor_at_[possessor] == kNone ? Who() : Who(actor_at_[possessor]);
  }
  // "Ferris Corp's big defense unit", where the tree tears them apart.
  if (range.first >= 2 && (reading_.plain(range.first - 1) == "'s" || reading_.plain(range.first - 1) == "'") &&
      reading_.sentence(range.first - 2) == reading_.sentence(head) && actor_at_[range.first - 2] != kNone) {
    return actor_at_[range.first - 2];
  }
  for (std::uint32_t t = head; t-- > range.first;) {
    if (actor_at_[t] != kNone && !is_backer(reading_, t + 1)) return actor_at_[t];
  }
  for (std::uint32_t c = reading_.first_child(head); c != kNone; c = reading_.next_sibling(c)) {
    if (c < head || actor_at_[c] == kNone || reading_.deprel(c) != Deprel::kNmod) continue;
    const std::uint32_t preposition = reading_.child(c, Deprel::kCase);
    if (preposition == kNone || !owns_by(reading_.plain(preposition))) continue;
    if (reading_.plain(preposition) == "for" && cast_[actor_at_[c]].kind == ActorKind::kPlace) continue;
    return actor_at_[c];
  }
  return std::nullopt;
}

// The body of "Ann Sobel of the Harbour Board" and "the Board's Ann Sobel", however the tree joins them;
// of a role that of "chief engineer at the Board" too.
Speakers::Who Speakers::body_beside(Range name, bool is_role) const {
  const auto body_at = [&](std::uint32_t t) {
    const bool is_body = actor_at_[t] != kNone && cast_[actor_at_[t]].kind == ActorKind::kOrganization &&
                         entity_at_[t] != kNone;
    return is_body ? Who(actor_at_[t]) : Who();
  };
  // "Karl Orr of H.F. Marlow and Co", where the model leaves the initials out of the name.
  const auto is_initial = [&](std::uint32_t t) {
    return reading_.is_capitalized(t) && entity_at_[t] == kNone && reading_.word(t).size() <= 5 &&
           reading_.word(t).ends_with('.');
  };
  const Sentence& sentence = reading_.sentence_of(name.first);
  std::uint32_t next = name.end;
  if (next + 1 < sentence.end_token &&
      (reading_.plain(next) == "of" || reading_.plain(next) == "from" ||
       (is_role && owns_by(reading_.plain(next))))) {
    next += reading_.plain(next + 1) == "the" ? 2 : 1;
    if (next + 1 < sentence.end_token && is_initial(next)) ++next;
    if (next < sentence.end_token) {
      if (const Who body = body_at(next)) return body;
    }
  }
  if (name.first < sentence.first_token + 2) return std::nullopt;
  const std::string_view before = reading_.plain(name.first - 1);
  return before == "'s" || before == "'" ? body_at(name.first - 2) : std::nullopt;
}

// Of those who can be called `noun` the one that was mentioned last before `token`.
Speakers::Who Speakers::last_called(std::string_view noun, ActorKind kind, Range range, Range word,
                                    const Past& past) const {
  Who best;
  std::uint32_t best_token = 0;
  for (const std::uint32_t actor : cast_.called(noun)) {
    if (cast_[actor].kind != kind || actor >= past.size()) continue;
    const auto& tokens = past[actor];
    const auto later = std::lower_bound(tokens.begin(), tokens.end(), range.first);
    if (later == tokens.begin() || !may_be(cast_[actor], range, word)) continue;
    if (best && *(later - 1) < best_token) continue;
    best = actor;
    best_token = *(later - 1);
  }
  return best;
}

// A surname that the model has missed: "Weber left" may begin a sentence as a pronoun does.
Speakers::Who Speakers::missed_name(std::uint32_t token) const {
  const bool is_word = reading_.upos(token) == Upos::kPropn ||
                       (reading_.upos(token) == Upos::kPron &&
                        pronoun_kind(reading_.plain(token)) == PronounKind::kNone);
  if (!is_word || !reading_.is_capitalized(token)) return std::nullopt;
  const std::uint32_t named = cast_.surnamed(reading_.plain(token));
  return named == kNone ? Who() : Who(named);
}

Speakers::Who Speakers::bystander(std::uint32_t head, const Past& past) {
  if (const Who named = missed_name(head)) return named;
  const Range range = nominal_range(head);
  for (std::uint32_t t = range.first; t < head; ++t) {
    const bool describes = reading_.deprel(t) == Deprel::kAmod || reading_.deprel(t) == Deprel::kCompound;
    if (reading_.upos(t) == Upos::kAux || (reading_.upos(t) == Upos::kVerb && !describes)) {
      return std::nullopt;
    }
  }
  const PersonFound person = person_word_at(reading_, head, range);
  const BodyWordFound body = body_word_at(reading_, head, range);
  const Who owner = owner_before(range, head);
  // What the model takes a word for that refers to somebody.
  const std::uint32_t reference = reference_at_[head];
  const std::string_view lead = reading_.plain(range.first);
  const bool is_nobody = lead == "no" || lead == "how" || lead == "what" || lead == "which" || lead == "any" ||
                         lead == "every" || reading_.plain(head) == "sides" || reading_.plain(head) == "side";
  // "To 56 percent" is a number, "56 percent of voters" are people.
  const bool is_share = reading_.plain(head) == "percent" &&
                        (head + 1 >= reading_.size() || reading_.plain(head + 1) != "of");
  const bool is_noun = reading_.upos(head) == Upos::kNoun && !is_nobody && !is_share;
  const auto refers_to = [&](ReferentType type) {
    return is_noun && reference != kNone && reading_.document().references[reference].type == type;
  };
  // "Producers" of films, of whom nothing is told, and of watches, who are firms.
  const bool is_rather_body = person.word && body.word && person.word->sectors.empty() &&
                              !person.word->is_generic && !body.word->sectors.empty();
  if (person.word && !is_rather_body && (!body.word || person.range.size() >= body.range.size())) {
    const bool is_plural = person.word->is_plural;
    const ActorKind kind = is_plural ? ActorKind::kGroup : ActorKind::kPerson;
    if (is_definite(reading_, range)) {
      if (const Who who = last_called(person.word->singular, kind, range, person.range, past)) {
        return who;
      }
    }
    const Standing told = standing_of_role(reading_, countries_, range, head);
    const bool is_somebody = !told.empty() || (owner && !cast_[*owner].standing.country.empty()) ||
                             person.word->gender != Gender::kUnknown || refers_to(ReferentType::kPerson) ||
                             (is_noun && names_somebody(reading_.document(), head));
    if (!is_somebody) return std::nullopt;
    return cast_.described_people(range, head, is_plural, owner);
  }
  // "Blacks", "the blonde": people, though by no word of the tables. "Other countries": states.
  const bool is_whole = head + 1 >= reading_.size() || !reading_.is_noun(head + 1);  // no "Prime" of "Prime Minister"
  if (!body.word && is_whole && (refers_to(ReferentType::kPerson) || (is_noun && are_states(reading_, head)))) {
    return cast_.described_people(range, head, is_plural_noun(reading_, head), owner);
  }
  // "Our forces" are an army; "our network" may be anything.
  const bool is_owned = reading_.child(head, Deprel::kNmodPoss) != kNone && body.word &&
                        body.word->sectors == std::vector<std::string>{"MIL"};
  if (!body.word || (body.word->is_doubtful && !is_owned) || is_where(reading_, head, *body.word)) {
    return std::nullopt;
  }
  if (!owner && is_definite(reading_, range)) {
    for (const std::string& noun :
         {reading_.plain_phrase(body.range), std::string(reading_.plain(head))}) {
      for (const ActorKind kind : {ActorKind::kOrganization, ActorKind::kCountry}) {
        if (const Who who = last_called(noun, kind, range, body.range, past)) return who;
      }
    }
  }
  const Standing told = standing_of_body(reading_, countries_, range, head);
  // "Its board refused": what acts is somebody, if only by the body that it is of.
  const bool acts = reading_.deprel(head) == Deprel::kNsubj;
  const bool is_of_body = owner && cast_[*owner].kind == ActorKind::kOrganization &&
                          !cast_[*owner].standing.country.empty();
  if (told.empty() && !(acts && is_of_body) && !refers_to(ReferentType::kOrg) &&
      !(is_noun && names_somebody(reading_.document(), head))) {
    return std::nullopt;
  }
  // "the Springfield office" is a house.
  const PlaceFound town = countries_.at(range.first, head);
  if (told.sectors.empty() && town.place && town.place->is_region) return std::nullopt;
  return cast_.described_body(range, head, owner);
}

// The words that tell of a named actor, and those in front of a person's name.
std::vector<bool> Speakers::role_words() const {
  std::vector<bool> out(reading_.size(), false);
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    const Member& member = cast_[actor];
    if (!member.is_named) continue;
    for (std::uint32_t t = member.role_range.first; t < member.role_range.end; ++t) out[t] = true;
  }
  for (const Entity& entity : reading_.document().entities) {
    if (entity.type == EntityType::kPerson && entity.first_token > 0 &&
        entity.first_token < reading_.size() &&
        reading_.sentence(entity.first_token - 1) == reading_.sentence(entity.first_token)) {
      out[entity.first_token - 1] = true;
    }
  }
  return out;
}

// What stands beside a body's name: "the German carmaker Ferris", "Ferris, a German carmaker", "the
// PBX news agency"; and the bodies of roles, which often come after the role.
void Speakers::learn_descriptions() {
  for (const Entity& entity : reading_.document().entities) {
    if (entity.type != EntityType::kOrg || entity.first_token >= entity.end_token ||
        entity.end_token > reading_.size() || actor_at_[entity.first_token] == kNone) {
      continue;
    }
    const std::uint32_t actor = actor_at_[entity.first_token];
    if (cast_[actor].kind != ActorKind::kOrganization) continue;
    const std::uint32_t head = reading_.head_of({entity.first_token, entity.end_token});
    // "Energy Secretary Ann Weber": her department. "NATO ministers" are those of many.
    if (entity.end_token < reading_.size() && reading_.sentence(entity.end_token) == reading_.sentence(head) &&
        is_of_kind(reading_.plain(entity.end_token), WordKind::kMinistry) && cast_[actor].standing.code.empty()) {
      cast_.describe(actor, {"", {"GOV"}, "", false});
    }
    std::uint32_t noun = reading_.child(head, Deprel::kAppos);
    if (noun == kNone && entity.first_token > 0 && reading_.is_noun(entity.first_token - 1) &&
        reading_.head(entity.first_token - 1) == head) {
      noun = entity.first_token - 1;
    }
    // "the Iraqi activist group Mosul Eye", where the tree makes the noun the head.
    if (noun == kNone && entity.first_token > 0 && reading_.head(head) == entity.first_token - 1 &&
        reading_.upos(entity.first_token - 1) == Upos::kNoun) {
      noun = entity.first_token - 1;
    }
    // "His Oslo-based company, Ferris Data".
    if (noun == kNone && entity.first_token > 1 && reading_.deprel(head) == Deprel::kAppos &&
        reading_.plain(entity.first_token - 1) == "," && reading_.head(head) < entity.first_token &&
        reading_.upos(reading_.head(head)) == Upos::kNoun) {
      noun = reading_.head(head);
    }
    const bool is_modifier = reading_.deprel(head) == Deprel::kCompound;
    // "the PBX news agency", where nothing else is known of it.
    if (noun == kNone && is_modifier && cast_[actor].standing.empty() && entity.first_token > 0 &&
        reading_.plain(entity.first_token - 1) == "the") {
      noun = reading_.head(head);
    }
    if (noun == kNone || entity_at_[noun] != kNone || !reading_.is_noun(noun)) continue;
    const Range range = noun < entity.first_token
                            ? Range{reading_.subtree(noun).first, entity.first_token}
                            : nominal_range(noun);
    const BodyWordFound word = body_word_at(reading_, noun, range);
    if (!word.word || word.word->sectors.empty() || !range.has(noun)) continue;
    Standing told = standing_of_body(reading_, countries_, range, noun);
    if (is_modifier) told.country.clear(), told.code.clear();  // "Reuters' Moscow office"
    cast_.describe(actor, told);
  }
  // "Ann Sobel from the Harbour Board".
  for (const Entity& entity : reading_.document().entities) {
    if (entity.type != EntityType::kPerson || entity.first_token >= entity.end_token ||
        entity.end_token > reading_.size() || actor_at_[entity.first_token] == kNone) {
      continue;
    }
    const std::uint32_t actor = actor_at_[entity.first_token];
    const Range range{entity.first_token, entity.end_token};
    Who body = owner_before({range.end, range.end}, reading_.head_of(range));
    if (!body) body = body_beside(range, false);
    if (cast_[actor].role_head == kNone && body && *body != actor &&
        cast_[*body].kind != ActorKind::kPerson && cast_[*body].kind != ActorKind::kGroup) {
      cast_.describe(actor, cast_[*body].standing);
    }
  }
  // "the German company" tells of the one that it means.
  for (const Met& met : mentions_) {
    if (met.mention.type != MentionType::kNom || !met.mention.actor) continue;
    const std::uint32_t actor = *met.mention.actor;
    const Member& member = cast_[actor];
    const bool is_known = !member.standing.country.empty() && !member.standing.sectors.empty() &&
                          !member.standing.sectors_are_generic;
    if (!member.is_named || is_known) continue;
    const Range range = nominal_range(met.head);
    const PersonFound person = person_word_at(reading_, met.head, range);
    const BodyWordFound body = body_word_at(reading_, met.head, range);
    if (person.word && member.kind == ActorKind::kPerson) {
      cast_.describe(actor, standing_of_role(reading_, countries_, range, met.head));
    } else if (body.word && member.kind != ActorKind::kPlace &&
               member.kind != ActorKind::kCountry && !member.is_government) {
      cast_.describe(actor, standing_of_body(reading_, countries_, range, met.head));
    }
  }
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    const Member& member = cast_[actor];
    if (member.role_head == kNone || member.kind != ActorKind::kPerson) continue;
    Who owner = owner_before(member.role_range, member.role_head);
    if (!owner) owner = body_beside(member.role_range, true);
    if (owner && *owner != actor) cast_.learn_owner(actor, *owner);
  }
}

void Speakers::meet_bystanders() {
  Past past(cast_.size());
  for (const Met& met : mentions_) {
    if (met.mention.actor) past[*met.mention.actor].push_back(met.head);
  }
  for (std::vector<std::uint32_t>& tokens : past) std::sort(tokens.begin(), tokens.end());
  const std::vector<bool> in_role = role_words();
  for (std::uint32_t t = 0; t < reading_.size(); ++t) {
    if (entity_at_[t] != kNone || is_mentioned_[t] || in_role[t]) continue;
    if (!reading_.is_noun(t) && !missed_name(t)) continue;
    if (!can_act(reading_, t) || reading_.is_punctuation(t) || is_part_of_word(t)) continue;
    const Who who = actor_at_[t] != kNone ? Who(actor_at_[t]) : bystander(t, past);
    if (!who) continue;
    actor_at_[t] = *who;
    mention(nominal_range(t), MentionType::kNom, who, t);
    if (past.size() <= *who) past.resize(*who + 1);
    past[*who].push_back(t);
  }
}

}  // namespace tacitus
