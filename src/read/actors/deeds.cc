// What somebody is by what he does, where nobody says it: "Weber runs a bakery", "his company", "Weber
// teaches", "Weber is running for mayor".
#include <algorithm>
#include <string_view>

#include "read/statements/speakers.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

// Sectors that somebody shares with a body by running it or working there. An army is led by generals,
// but police by a fleeing driver.
bool is_shared(const std::vector<std::string>& sectors) {
  constexpr std::string_view kSectors[] = {"BUS", "SOC", "MED", "REL", "JRN", "EDU", "AGR", "LAB"};
  return !sectors.empty() && std::find(std::begin(kSectors), std::end(kSectors), sectors.front()) != std::end(kSectors);
}

}  // namespace

// The sectors of the body that a noun names or describes; empty where it is none.
std::vector<std::string> Speakers::body_sectors(std::uint32_t noun) const {
  if (actor_at_[noun] != kNone && cast_[actor_at_[noun]].kind == ActorKind::kOrganization) {
    const std::vector<std::string>& known = cast_[actor_at_[noun]].standing.sectors;
    if (!known.empty()) return is_shared(known) ? known : std::vector<std::string>();
  }
  const BodyWordFound word = body_word_at(reading_, noun, nominal_range(noun));
  const bool tells = word.word && !word.word->is_doubtful && is_shared(word.word->sectors);
  return tells ? word.word->sectors : std::vector<std::string>();
}

// What the clause tells of whoever `head`, a name or pronoun, means.
std::vector<std::string> Speakers::sectors_by_deed(std::uint32_t head) const {
  const std::uint32_t up = reading_.head(head);
  if (up == kNone) return {};
  if (reading_.deprel(head) == Deprel::kNmodPoss) {
    return is_of_kind(reading_.plain(up), WordKind::kOwn) ? body_sectors(up) : std::vector<std::string>();
  }
  if (reading_.deprel(head) != Deprel::kNsubj || reading_.upos(up) != Upos::kVerb) return {};
  for (std::uint32_t c = reading_.first_child(up); c != kNone; c = reading_.next_sibling(c)) {
    if (reading_.plain(c) == "not" || reading_.plain(c) == "n't" || reading_.plain(c) == "never") return {};
  }
  const std::string_view verb = reading_.plain(up);
  if (is_of_kind(verb, WordKind::kLeads)) {
    const std::uint32_t object = reading_.child(up, Deprel::kObj);
    if (object != kNone) return body_sectors(object);
  }
  if (is_of_kind(verb, WordKind::kLearns) && (verb.starts_with("t") || reading_.child(up, Deprel::kObl) != kNone)) {
    // "Teaches" for himself; "studies at" a school, no question.
    if (verb != "taught" && verb.starts_with("t")) return {"EDU"};
  }
  for (std::uint32_t c = reading_.first_child(up); c != kNone; c = reading_.next_sibling(c)) {
    if (reading_.deprel(c) != Deprel::kObl || c < up) continue;
    const std::uint32_t preposition = reading_.child(c, Deprel::kCase);
    if (preposition == kNone) continue;
    const std::string_view by = reading_.plain(preposition);
    if (is_of_kind(verb, WordKind::kWorks) && (by == "for" || by == "at")) return body_sectors(c);
    if (is_of_kind(verb, WordKind::kWorks) && by == "as") {
      const PersonFound word = person_word_at(reading_, c, nominal_range(c));
      if (word.word && !word.word->is_plural) return word.word->sectors;
    }
    if (is_of_kind(verb, WordKind::kLearns) && (by == "at" || by == "in")) {
      const std::vector<std::string> school = body_sectors(c);
      if (!school.empty() && school.front() == "EDU") return school;
    }
    if (is_of_kind(verb, WordKind::kWrites) && by == "for") {
      const std::vector<std::string> paper = body_sectors(c);
      if (!paper.empty() && paper.front() == "JRN") return paper;
    }
    if (is_of_kind(verb, WordKind::kStands) && by == "for" && is_of_kind(reading_.plain(c), WordKind::kElected)) {
      return {"PTY"};
    }
  }
  return {};
}

// Whether a name is signed or called up as a reporter's: "(Reporting by Ann Weber)", "By Ann Weber", "Ann Weber,
// ABC News, Oslo.", "Ann Weber, writing for the Times".
bool Speakers::is_byline(Range name) const {
  constexpr std::uint32_t kLongest = 12;  // tokens of a line that is nothing but a byline
  const Sentence& sentence = reading_.sentence_of(name.first);
  // "By Ann Weber and Karl Rowe": as the first of them.
  const std::vector<Entity>& entities = reading_.document().entities;
  while (name.first > sentence.first_token + 1 &&
         (reading_.plain(name.first - 1) == "and" || reading_.plain(name.first - 1) == ",") &&
         entity_at_[name.first - 2] != kNone &&
         entities[entity_at_[name.first - 2]].type == EntityType::kPerson) {
    name.first = entities[entity_at_[name.first - 2]].first_token;
  }
  const auto is_media = [&](std::uint32_t t) {
    if (t >= sentence.end_token || actor_at_[t] == kNone || entity_at_[t] == kNone) return false;
    const std::vector<std::string>& sectors = cast_[actor_at_[t]].standing.sectors;
    return cast_[actor_at_[t]].kind == ActorKind::kOrganization && !sectors.empty() && sectors[0] == "JRN";
  };
  const auto behind_article = [&](std::uint32_t t) {
    return t < sentence.end_token && reading_.plain(t) == "the" ? t + 1 : t;
  };
  bool has_verb = false;
  for (std::uint32_t t = sentence.first_token; t < std::min(sentence.end_token, sentence.first_token + kLongest); ++t) {
    has_verb = has_verb || reading_.upos(t) == Upos::kVerb || reading_.upos(t) == Upos::kAux;
  }
  const bool is_line = sentence.end_token - sentence.first_token <= kLongest;
  if (name.first > sentence.first_token && reading_.plain(name.first - 1) == "by") {
    const std::uint32_t by = name.first - 1;
    if (by > sentence.first_token && is_of_kind(reading_.plain(by - 1), WordKind::kByline)) return true;
    if (by == sentence.first_token && is_line && !has_verb) return true;
  }
  std::uint32_t next = name.end;
  if (next + 1 >= sentence.end_token) return false;
  if (reading_.plain(next) != ",") return false;
  ++next;
  if (is_line && !has_verb && is_media(behind_article(next))) return true;
  return next + 2 < sentence.end_token && is_of_kind(reading_.plain(next), WordKind::kWrites) &&
         (reading_.plain(next + 1) == "for" || reading_.plain(next + 1) == "at") &&
         is_media(behind_article(next + 2));
}

void Speakers::learn_deeds() {
  for (const Entity& entity : reading_.document().entities) {
    if (entity.type != EntityType::kPerson || entity.first_token >= entity.end_token ||
        entity.end_token > reading_.size() || actor_at_[entity.first_token] == kNone) {
      continue;
    }
    const std::uint32_t actor = actor_at_[entity.first_token];
    const Member& member = cast_[actor];
    if (member.kind == ActorKind::kPerson && member.standing.sectors.empty() &&
        is_byline({entity.first_token, entity.end_token})) {
      cast_.describe(actor, {"", {"JRN"}, "", false});
    }
  }

  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    const Member& member = cast_[actor];
    if (member.standing.sectors.empty() && member.is_named && cast_.has_campaign(member)) {
      cast_.describe(actor, {"", {"PTY"}, "", false});
    }
  }

  for (const Met& met : mentions_) {
    if (!met.mention.actor) continue;
    const Member& member = cast_[*met.mention.actor];
    if (member.kind != ActorKind::kPerson || !member.is_named || !member.standing.sectors.empty()) continue;
    std::vector<std::string> sectors = sectors_by_deed(met.head);
    if (!sectors.empty()) cast_.describe(*met.mention.actor, {"", std::move(sectors), "", false});
  }
}

}  // namespace tacitus
