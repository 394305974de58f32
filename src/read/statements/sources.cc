// The walk through an article: whom the sources of its statements name.
#include <algorithm>

#include "read/statements/speakers.h"

namespace tacitus {

void Speakers::note_speaker(std::uint32_t actor, std::uint32_t token) {
  note({actor, kNone, token, true});
  const ActorKind kind = cast_[actor].kind;
  if (kind != ActorKind::kPerson && kind != ActorKind::kGroup) last_body_ = {actor, token};
}

// The word that a source is about. A genitive is none: "Acme's director, Jane Roe".
std::uint32_t Speakers::source_head(Range source) const {
  const std::uint32_t head = reading_.head_of(source);
  if (head + 2 >= source.end) return head;
  const std::string_view next = reading_.plain(head + 1);
  const bool owns = (next == "'s" || next == "'") && reading_.head(head + 1) == head;
  return owns ? reading_.head_of({head + 2, source.end}) : head;
}

// The last words of the people's names in a source.
std::vector<std::uint32_t> Speakers::people_named_in(Range source) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t t = source.first; t < source.end; ++t) {
    if (entity_at_[t] == kNone || actor_at_[t] == kNone) continue;
    if (cast_[actor_at_[t]].kind != ActorKind::kPerson) continue;
    if (!out.empty() && entity_at_[out.back()] == entity_at_[t]) out.pop_back();
    out.push_back(t);
  }
  return out;
}

// "Traders and analysts" are what the words for each say, if all say something.
void Speakers::describe_several(std::uint32_t group, Range source,
                                const std::vector<std::uint32_t>& heads) {
  Standing told;
  std::uint32_t from = source.first;
  for (const std::uint32_t head : heads) {
    if (head < from) return;
    const Range range{from, head + 1};
    from = head + 1;
    if (entity_at_[head] != kNone || !person_word_at(reading_, head, range).word) return;
    const Standing one = standing_of_role(reading_, countries_, range, head);
    if (one.sectors.empty()) return;
    if (head == heads.front()) told.country = one.country;
    if (told.country != one.country) told.country.clear();
    for (const std::string& sector : one.sectors) {
      if (std::find(told.sectors.begin(), told.sectors.end(), sector) == told.sectors.end()) {
        told.sectors.push_back(sector);
      }
    }
  }
  cast_.describe(group, told);
}

// Several who say one thing are a group of their own; `heads` are their words in the source.
Speakers::Who Speakers::group_of(Range source, Range name,
                                 const std::vector<std::uint32_t>& heads) {
  const std::uint32_t group = cast_.several(name);
  describe_several(group, source, heads);
  std::vector<std::uint32_t> members;
  for (const std::uint32_t head : heads) {
    std::uint32_t who = actor_at_[head];
    if (who == kNone && reading_.is_noun(head)) who = nominal(head, true).value_or(kNone);
    // "The minister, Jane Roe, and ...": the name says who.
    const PersonFound word = person_word_at(reading_, head, reading_.nominal(head));
    if (word.word && word.word->is_plural) {
      if (who == kNone || who == group) return group;
      members.push_back(who);
      continue;
    }
    for (std::uint32_t c = reading_.first_child(head); c != kNone; c = reading_.next_sibling(c)) {
      if (!source.has(c) || reading_.deprel(c) != Deprel::kAppos || actor_at_[c] == kNone) continue;
      if (entity_at_[head] == kNone && entity_at_[c] != kNone) who = actor_at_[c];
    }
    if (who == kNone || who == group) return group;
    if (std::find(members.begin(), members.end(), who) == members.end()) members.push_back(who);
  }
  if (members.size() > 1) {
    members_[group] = members;
    last_group_ = group;
  }
  return group;
}

Speakers::Who Speakers::coordinated(Range source, std::uint32_t head) {
  constexpr std::size_t kMostMembers = 8;
  std::vector<std::uint32_t> heads = {head};
  bool is_group = false;
  std::uint32_t end = source.end;
  for (std::uint32_t c = reading_.first_child(head); c != kNone; c = reading_.next_sibling(c)) {
    if (reading_.deprel(c) != Deprel::kConj || !source.has(c) || !reading_.is_noun(c)) continue;
    if (entity_at_[c] != kNone && entity_at_[c] == entity_at_[head]) continue;
    if (heads.size() < kMostMembers) heads.push_back(c);
    if (reading_.child(c, Deprel::kCc) == kNone) continue;
    const bool named = entity_at_[c] != kNone || actor_at_[c] != kNone;
    const bool separate = reading_.child(c, Deprel::kDet) != kNone ||
                          reading_.child(c, Deprel::kNmodPoss) != kNone;
    const PersonFound word = person_word_at(reading_, c, reading_.nominal(c));
    if (named || separate || (word.word && word.word->is_plural)) {
      is_group = true;
      end = std::min(source.end, reading_.nominal(c).end);
    }
  }
  if (is_group) return group_of(source, {source.first, end}, heads);
  // "Roe and Acme's Jane Doe", where the tree does not join them.
  const std::vector<std::uint32_t> people = people_named_in(source);
  if (people.size() != 2) return std::nullopt;
  const std::uint32_t behind = people.front() + 1;
  const bool joined = reading_.upos(behind) == Upos::kCconj && reading_.plain(behind) == "and";
  if (!joined || people.back() + 1 != reading_.trimmed(source).end) return std::nullopt;
  return group_of(source, reading_.trimmed(source), people);
}

// "They", after "Roe and Weber met": two who were the subject, where no other group has been since.
Speakers::Who Speakers::named_together(std::uint32_t pronoun) {
  constexpr std::uint32_t kReach = 2;  // sentences back
  const std::uint32_t sentence = reading_.sentence(pronoun);
  const std::uint32_t lowest =
      reading_.document().sentences[sentence - std::min(sentence, kReach)].first_token;
  for (std::uint32_t t = pronoun; t-- > lowest;) {
    if (reading_.deprel(t) != Deprel::kNsubj && reading_.deprel(t) != Deprel::kNsubjPass) continue;
    if (is_told_elsewhere(t, pronoun) || is_in_other_quote(t, pronoun)) continue;
    const PersonFound word = person_word_at(reading_, t, reading_.nominal(t));
    const bool is_group = actor_at_[t] != kNone ? cast_[actor_at_[t]].kind == ActorKind::kGroup
                                                : word.word && word.word->is_plural;
    if (is_group) return std::nullopt;
    const auto is_person = [&](std::uint32_t token) {
      return entity_at_[token] != kNone && actor_at_[token] != kNone &&
             cast_[actor_at_[token]].kind == ActorKind::kPerson;
    };
    if (!is_person(t)) continue;
    std::vector<std::uint32_t> heads = {t};
    for (std::uint32_t c = reading_.first_child(t); c != kNone; c = reading_.next_sibling(c)) {
      if (reading_.deprel(c) == Deprel::kConj && is_person(c) && c < pronoun) heads.push_back(c);
    }
    if (heads.size() < 2) continue;
    const std::vector<Entity>& entities = reading_.document().entities;
    const Range range{entities[entity_at_[t]].first_token, entities[entity_at_[heads.back()]].end_token};
    return group_of(range, range, heads);
  }
  return std::nullopt;
}

// "The two ministers", after two have been named who spoke as one.
Speakers::Who Speakers::counted(Range range) const {
  static constexpr std::string_view kNumbers[] = {"two", "three", "four", "five"};
  const auto found = members_.find(last_group_);
  if (found == members_.end() || range.size() < 2) return std::nullopt;
  for (std::uint32_t t = range.first; t < std::min(range.end, range.first + 2); ++t) {
    for (std::size_t n = 0; n < std::size(kNumbers); ++n) {
      const bool is_number = reading_.plain(t) == kNumbers[n];
      if (is_number && found->second.size() == n + 2) return last_group_;
    }
    if (reading_.plain(t) == "both" && found->second.size() == 2) return last_group_;
  }
  return std::nullopt;
}

// "Acme today", "Acme on its site": who stands first in a source whose head is nobody.
Speakers::Who Speakers::first_named(Range source) const {
  std::uint32_t t = source.first;
  if (t < source.end && reading_.upos(t) == Upos::kDet) ++t;
  if (t >= source.end || entity_at_[t] == kNone) return std::nullopt;
  const Entity& entity = reading_.document().entities[entity_at_[t]];
  const bool owns = entity.end_token < source.end && (reading_.plain(entity.end_token) == "'s" ||
                                                      reading_.plain(entity.end_token) == "'");
  const bool is_followed = entity.end_token < source.end && reading_.is_noun(entity.end_token) &&
                           reading_.head(entity.end_token - 1) == entity.end_token;
  if (entity.end_token > source.end || owns || is_followed || actor_at_[t] == kNone) {
    return std::nullopt;
  }
  return actor_at_[t];
}

// "Jane Roe, the better half of the team": the name in front, whatever the tree takes for the head.
Speakers::Who Speakers::name_before_comma(Range source) const {
  std::uint32_t t = source.first;
  while (t + 1 < source.end && is_honorific(t)) ++t;
  if (t >= source.end || entity_at_[t] == kNone || actor_at_[t] == kNone) return std::nullopt;
  const std::uint32_t end = reading_.document().entities[entity_at_[t]].end_token;
  const bool is_person = cast_[actor_at_[t]].kind == ActorKind::kPerson;
  const bool is_apart = end + 1 < source.end && reading_.word(end) == "," &&
                        reading_.upos(end + 1) == Upos::kDet;
  if (!is_person || !is_apart) return std::nullopt;
  // But "Jane Roe, the mayor, and her aides" are several.
  const bool is_alone = reading_.child(reading_.head_of({t, end}), Deprel::kConj) == kNone &&
                        people_named_in(source).size() == 1;
  return is_alone ? Who(actor_at_[t]) : std::nullopt;
}

bool Speakers::is_honorific(std::uint32_t token) const {
  const Knowledge& knowledge = reading_.knowledge();
  const std::string_view word = reading_.plain(token);
  return knowledge.is(SpeechWord::kHonorific, word) ||
         knowledge.is(SpeechWord::kHonorificMale, word) ||
         knowledge.is(SpeechWord::kHonorificFemale, word);
}

// "Secretary of State John Roe", "9/11 widow Jane Doe": the one person's name in a source, where the
// tree shows it as no part of another's description ("a lawyer for John Roe").
Speakers::Who Speakers::named_in(Range source, std::uint32_t head) const {
  const std::vector<std::uint32_t> people = people_named_in(source);
  if (people.size() != 1) return std::nullopt;
  const Entity& entity = reading_.document().entities[entity_at_[people.front()]];
  if (entity.first_token <= source.first) return std::nullopt;
  const bool is_last = entity.end_token >= reading_.trimmed(source).end;
  if (!is_last && !reading_.is_punctuation(entity.end_token)) return std::nullopt;
  const PersonFound word = person_word_at(reading_, head, source);
  const bool is_title = head < entity.first_token &&
                        (reading_.upos(head) == Upos::kNum || is_honorific(head) ||
                         (word.word && !word.word->is_plural));
  const Upos before = reading_.upos(entity.first_token - 1);
  const bool touches = before == Upos::kNoun || before == Upos::kPropn || before == Upos::kAdj ||
                       is_honorific(entity.first_token - 1);
  const bool is_apposed = is_last && reading_.plain(entity.first_token - 1) == ",";
  return is_title && (touches || is_apposed) ? Who(actor_at_[people.front()]) : std::nullopt;
}

Speakers::Who Speakers::source_actor(Range source, std::uint32_t draft) {
  const std::uint32_t head = source_head(source);
  if (const Who named = name_before_comma(source)) return named;
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
  if (const Who named = named_in(source, head)) return named;
  if (const Who who = bare_name(head); who && source.size() == 1) return who;
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
  if (const Who who = counted(source)) return who;
  if (const Who who = nominal(head, true)) return who;
  if (const Who who = first_named(source)) return who;
  // Who has a label in a transcript is somebody, but for "Q" and "A".
  const bool is_label = drafts_[draft].is_verbatim && reading_.phrase(source).size() > 1;
  return is_label ? Who(cast_.person(source, std::nullopt)) : std::nullopt;
}

void Speakers::meet_source(std::uint32_t index) {
  Draft& draft = drafts_[index];
  const std::uint32_t head = source_head(draft.source);
  const Who actor = source_actor(draft.source, index);
  if (!actor) return;
  draft.statement.actor = *actor;
  give_source_its_state(draft.source, *actor);
  if (cast_[*actor].first == kNone) cast_.touch(*actor, head);
  note_speaker(*actor, head);
  if (entity_at_[head] != kNone) return;
  if (reference_at_[head] != kNone) reference_actor_[reference_at_[head]] = *actor;
  actor_at_[head] = *actor;
  const bool is_pronoun = is_people_pronoun(head);
  mention(is_pronoun ? Range{head, head + 1} : nominal_range(head),
          is_pronoun ? MentionType::kPron : MentionType::kNom, actor, head);
}

// "The mayor looked tired. "It was a long night."": direct speech without a word of saying is of
// whom the sentence before it is about, where that is one person.
void Speakers::meet_unsourced(std::uint32_t index) {
  Statement& statement = drafts_[index].statement;
  if (statement.kind != StatementKind::kDirect) return;
  const std::uint32_t sentence = reading_.sentence(drafts_[index].contents.front().first);
  const std::vector<Sentence>& all = reading_.document().sentences;
  if (sentence == 0) return;
  const bool is_announced = reading_.text()[all[sentence - 1].span.end - 1] == ':';
  if (all[sentence].starts_paragraph && !is_announced) return;
  std::uint32_t found = kNone;
  for (const Recent& recent : recent_) {
    if (recent.actor == kNone || reading_.sentence(recent.token) != sentence - 1) continue;
    if (cast_[recent.actor].kind != ActorKind::kPerson || told_in_[recent.token] != kNone) continue;
    if (!recent.is_speaker && !is_subject(recent.token)) continue;
    if (found != kNone && found != recent.actor) return;
    found = recent.actor;
  }
  if (found != kNone) statement.actor = found;
}

}  // namespace tacitus
