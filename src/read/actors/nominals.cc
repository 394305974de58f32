// Whom a description means: "the ministry", "a NATO official", "its foreign minister".
#include <algorithm>

#include "read/statements/speakers.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kLongestNominal = 30;  // tokens; longer ones are bad parses
constexpr std::uint32_t kMostOwners = 3;       // "the minister's brother's lawyer's ..."
constexpr std::uint32_t kReachBody = 12;       // sentences back that "the company" reaches
constexpr std::uint32_t kReachSpeaking = 2;    // the same for the body that speaks just now
constexpr std::uint32_t kReachOther = 3;       // and for "the senator"

bool is_definite(const Reading& reading, std::uint32_t head, Range range) {
  if (reading.child(head, Deprel::kNmodPoss) != kNone) return true;
  for (std::uint32_t c = reading.first_child(head); c != kNone; c = reading.next_sibling(c)) {
    if (reading.deprel(c) != Deprel::kDet) continue;
    const std::string_view word = reading.plain(c);
    if (word == "the" || word == "this" || word == "that" || word == "these" || word == "those") {
      return true;
    }
  }
  return reading.plain(range.first) == "the" && range.first < head;
}

// Words that a description may bring without telling anybody apart.
bool is_empty_word(const Reading& reading, std::uint32_t token) {
  switch (reading.upos(token)) {
    case Upos::kDet: case Upos::kAdp: case Upos::kPart: case Upos::kPunct: case Upos::kPron:
    case Upos::kCconj: case Upos::kAux:
      return true;
    default:
      return reading.plain(token) == "'s" ||
             reading.knowledge().is(SpeechWord::kFormer, reading.plain(token));
  }
}

// Whether somebody known by other offices can be called this. A source that has a name is none.
bool can_be_called(const Member& member, std::string_view noun) {
  if (noun == "source" && member.is_named) return false;
  noun = office_word(noun);
  if (std::find(member.heads.begin(), member.heads.end(), noun) != member.heads.end()) return true;
  const auto is_office = [](std::string_view word) { return is_of_kind(word, WordKind::kSingleOffice); };
  return !is_office(noun) || std::none_of(member.heads.begin(), member.heads.end(), is_office);
}

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Range Speakers::nominal_range(std::uint32_t head) const {
  Range range = reading_.nominal(head);
  if (range.size() > kLongestNominal) {
    range = {std::max(range.first, head - std::min(head, 8u)), head + 1};
  }
  range = reading_.trimmed(range);
  if (!range.has(head)) range = {head, head + 1};
  // An article that the tree hangs elsewhere.
  if (range.first > 0 && reading_.upos(range.first - 1) == Upos::kDet &&
      reading_.sentence(range.first - 1) == reading_.sentence(head)) {
    const std::string_view before = reading_.plain(range.first - 1);
    if (before == "the" || before == "a" || before == "an") --range.first;
  }
  return range;
}

// Whose body or man it is: a possessor, a body in front ("ministry official"), or one behind "of",
// "for", "at", "from" or "with".
Speakers::Who Speakers::owner_of(Range range, std::uint32_t head) {
  const std::uint32_t possessor = reading_.child(head, Deprel::kNmodPoss);
  if (possessor != kNone) {
    if (actor_at_[possessor] != kNone) return actor_at_[possessor];
    // What owns may be owned in turn, and a tree that is wrong may go round.
    if (owners_asked_ < kMostOwners) {
      const bool is_pronoun = reading_.upos(possessor) == Upos::kPron;
      ++owners_asked_;
      const Who who = is_pronoun ? pronoun(possessor, false) : nominal(possessor, false);
      --owners_asked_;
      if (who || is_pronoun) return who;
    }
  }
  for (std::uint32_t t = head; t-- > range.first;) {
    if (actor_at_[t] != kNone) {
      // "President Jane Doe's office", whatever the tree makes of it.
      const bool owns = reading_.plain(t + 1) == "'s" || reading_.plain(t + 1) == "'";
      // "Weber aides", "a Weber spokesman" are his; "the Weber report" is about him.
      const PersonFound staff = t + 1 == head ? person_word_at(reading_, head, {head, head + 1}) : PersonFound{};
      const bool serves = staff.word && staff.word->is_generic;
      if (owns || serves || cast_[actor_at_[t]].kind != ActorKind::kPerson) return actor_at_[t];
    }
    if (reading_.deprel(t) != Deprel::kCompound) continue;
    const BodyWordFound word = body_word_at(reading_, t, range);
    if (!word.word) continue;
    if (const Who who = called_so(word.range, t, word.range, reading_.plain(t), false)) return who;
  }
  for (std::uint32_t c = reading_.first_child(head); c != kNone; c = reading_.next_sibling(c)) {
    if (c < head || !range.has(c) || reading_.deprel(c) != Deprel::kNmod) continue;
    const std::uint32_t preposition = reading_.child(c, Deprel::kCase);
    if (preposition == kNone) continue;
    const std::string_view word = reading_.plain(preposition);
    if (word != "of" && word != "for" && word != "at" && word != "from" && word != "with") continue;
    // "Member for Kennedy": of no town of that name elsewhere.
    const bool is_seat = word == "for" && actor_at_[c] != kNone && cast_[actor_at_[c]].kind == ActorKind::kPlace;
    if (is_seat) continue;
    if (actor_at_[c] != kNone) return actor_at_[c];
    if (reading_.upos(c) == Upos::kNoun) {
      const Range body = nominal_range(c);
      const BodyWordFound found = body_word_at(reading_, c, body);
      if (found.word && is_definite(reading_, c, body)) {
        if (const Who who = called_so(body, c, found.range, reading_.plain(c), false)) return who;
      }
    }
  }
  return std::nullopt;
}

// Whether what a description says of its actor agrees with what is known of `member`.
bool Speakers::may_be(const Member& member, Range range, Range word) const {
  std::uint32_t unknown = 0, unknown_nouns = 0;
  std::string country;
  for (std::uint32_t t = range.first; t < range.end;) {
    const PlaceFound place = countries_.at(t, range.end);
    if (place.place) {
      country = place.place->country;
      t = place.range.end;
      continue;
    }
    if (!word.has(t) && !is_empty_word(reading_, t)) {
      const std::string_view plain = reading_.plain(t);
      const bool known = has_word(member.modifiers, plain) || has_word(member.words, plain) ||
                         has_word(member.heads, plain) ||
                         plain_text(member.name).find(plain) != std::string::npos;
      if (!known) {
        ++unknown;
        unknown_nouns += reading_.is_noun(t);
      }
    }
    ++t;
  }
  if (!country.empty() && !member.standing.country.empty() && country != member.standing.country) {
    return false;
  }
  if (unknown == 0) return true;
  // "the veteran senator" can be the senator, "the deputy minister" not the foreign minister.
  return unknown_nouns == 0 && member.modifiers.empty();
}

Speakers::Who Speakers::called_so(Range range, std::uint32_t head, Range word,
                                  std::string_view noun, bool is_person) const {
  const Who chained = antecedent(head);
  Who best;
  for (const std::uint32_t actor : cast_.called(noun)) {
    const Member& member = cast_[actor];
    if ((member.kind == ActorKind::kPerson) != is_person || member.kind == ActorKind::kGroup) {
      continue;
    }
    if (!may_be(member, range, word)) continue;
    if (chained && *chained == actor) return actor;
    if (!best) best = actor;
  }
  return best;
}

bool Speakers::is_long_ago(const Member& member, std::uint32_t head) const {
  return reading_.sentence(head) - reading_.sentence(std::min(member.last, head)) > kReachOther;
}

// "The senator" in an article that has only called him by name: the latest of those who can be.
Speakers::Who Speakers::other_word_for(std::string_view noun, std::uint32_t head,
                                       Gender gender) const {
  if (!is_of_kind(noun, WordKind::kOtherName)) return std::nullopt;
  for (const std::uint32_t actor : cast_.called(noun)) {
    if (cast_[actor].is_named && !is_long_ago(cast_[actor], head)) return std::nullopt;
  }
  const Recent* best = nullptr;
  float most = 0;
  for (const Recent& recent : recent_) {
    if (recent.actor == kNone || recent.token >= head) continue;
    const Member& member = cast_[recent.actor];
    if (member.kind != ActorKind::kPerson || !member.is_named) continue;
    if (!std::all_of(member.heads.begin(), member.heads.end(),
                     [](const std::string& h) { return is_of_kind(h, WordKind::kOtherName); })) {
      continue;
    }
    if (gender != Gender::kUnknown && member.gender != Gender::kUnknown &&
        gender != member.gender) {
      continue;
    }
    if (reading_.sentence(head) - reading_.sentence(recent.token) > kReachOther) continue;
    const float found = weight(recent, head, PronounKind::kHe, true);
    if (best && found < most) continue;
    best = &recent;
    most = found;
  }
  return best ? Who(best->actor) : std::nullopt;
}

// Whether a description tells no other country than is known of `member`: "the Iranian spokesman" is
// nobody of the Pentagon.
bool Speakers::is_of_its_country(const Member& member, Range range, std::uint32_t head) const {
  if (member.standing.country.empty()) return true;
  const std::string told = standing_of_role(reading_, countries_, range, head).country;
  return told.empty() || told == member.standing.country;
}

Speakers::Who Speakers::described_person(Range range, std::uint32_t head, const PersonFound& word,
                                         bool is_source) {
  const bool definite = is_definite(reading_, head, range);
  const bool is_plural = word.word->is_plural;
  const Who chained = antecedent(head);
  if (!is_plural && definite) {
    const std::string_view noun = word.word->singular;
    if (const Who who = called_so(range, head, word.range, noun, true)) {
      // "The senator", where one was named long ago and somebody else just now.
      if (chained == who || !is_long_ago(cast_[*who], head)) return who;
      const Who other = other_word_for(noun, head, word.word->gender);
      return other ? other : who;
    }
    if (chained && cast_[*chained].kind == ActorKind::kPerson &&
        can_be_called(cast_[*chained], word.word->singular) &&
        is_of_its_country(cast_[*chained], range, head) &&
        (word.word->gender == Gender::kUnknown ||
         cast_[*chained].gender == Gender::kUnknown ||
         cast_[*chained].gender == word.word->gender)) {
      return chained;
    }
    if (const Who who = other_word_for(word.word->singular, head, word.word->gender)) return who;
  }
  if (is_plural && definite) {
    if (chained && cast_[*chained].kind == ActorKind::kGroup) return chained;
    for (const std::uint32_t actor : cast_.called(word.word->singular)) {
      if (cast_[actor].kind == ActorKind::kGroup && may_be(cast_[actor], range, word.range)) {
        return actor;
      }
    }
  }
  if (!is_source) return std::nullopt;
  Who owner = owner_of(range, head);
  if (!owner) owner = spoken_for(range, head, word);
  return cast_.described_people(range, head, is_plural, owner);
}

// "The ministry denied it. “Wait,” a spokesman said.": for whom he speaks of whom nothing else is told.
Speakers::Who Speakers::spoken_for(Range range, std::uint32_t head, const PersonFound& word) const {
  if (!word.word->singular.starts_with("spokes") || last_body_.actor == kNone) return std::nullopt;
  if (reading_.sentence(head) - reading_.sentence(last_body_.token) > kReachSpeaking) return std::nullopt;
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    if (!word.range.has(t) && !is_empty_word(reading_, t)) return std::nullopt;
  }
  const Member& member = cast_[last_body_.actor];
  return member.is_named && member.kind == ActorKind::kOrganization ? Who(last_body_.actor) : std::nullopt;
}

// The body that spoke last, where it can be what a description means.
Speakers::Who Speakers::body_speaking(Range range, std::uint32_t head,
                                      const BodyWordFound& word) const {
  if (last_body_.actor == kNone) return std::nullopt;
  const Member& member = cast_[last_body_.actor];
  if (!member.is_named || member.kind != ActorKind::kOrganization) return std::nullopt;
  // "Teachers' unions" are several, and somebody's.
  const std::string_view noun = reading_.plain(head);
  const bool are_several = noun.ends_with('s') && !noun.ends_with("ss") && member.name.back() != 's';
  const std::uint32_t possessor = reading_.child(head, Deprel::kNmodPoss);
  if (are_several || (possessor != kNone && reading_.is_noun(possessor))) return std::nullopt;
  if (denied_charge(head) != kNone) return std::nullopt;
  const std::vector<std::string>& sectors = member.standing.sectors;
  if (!sectors.empty() && !word.word->sectors.empty() && sectors != word.word->sectors) {
    return std::nullopt;
  }
  // "The rating agency", but not "the parent company" or "the Turkish firm".
  for (std::uint32_t t = range.first; t < head; ++t) {
    if (word.range.has(t) || is_empty_word(reading_, t)) continue;
    const std::string_view plain = reading_.plain(t);
    if (reading_.is_capitalized(t) && t != range.first) return std::nullopt;
    if (plain == "parent" || plain == "other" || plain == "rival" || plain == "second" ||
        plain == "first" || plain == "new" || plain == "combined" || plain == "joint" ||
        plain == "affected") {
      return std::nullopt;
    }
  }
  return last_body_.actor;
}

Speakers::Who Speakers::described_body(Range range, std::uint32_t head, const BodyWordFound& word,
                                       bool is_source) {
  Who owner = owner_of(range, head);
  const bool definite = is_definite(reading_, head, range);
  if (!owner && definite && is_source) {
    if (const Who denying = accused(head, *word.word)) return denying;
    owner = state_speaking(head, word.word->sectors);
  }
  if (!owner && definite) {
    const std::string phrase = reading_.plain_phrase(word.range);
    for (const std::string_view noun : {std::string_view(phrase), reading_.plain(head)}) {
      const Who who = called_so(range, head, word.range, noun, false);
      if (who && !is_against_its_state(cast_[*who], *word.word)) return who;
    }
  }
  // "The research firm said", right after the firm has spoken.
  if (!owner && definite && is_source &&
      reading_.sentence(head) - reading_.sentence(last_body_.token) <= kReachSpeaking) {
    if (const Who who = body_speaking(range, head, word)) return who;
  }
  const Who chained = antecedent(head);
  const bool bare = range.size() <= word.range.size() + 1;
  if (!owner && definite && bare) {
    if (chained && cast_[*chained].kind == ActorKind::kOrganization &&
        is_of_its_kind(cast_[*chained], *word.word)) {
      return chained;
    }
    // "the company" after a company's name, which seldom says that it is one.
    if (is_source && reading_.sentence(head) - reading_.sentence(last_body_.token) <= kReachBody) {
      if (const Who who = body_speaking(range, head, word)) return who;
    }
  }
  const Standing standing = standing_of_body(reading_, countries_, range, head);
  const bool tells_which = !standing.country.empty() || (owner && !cast_[*owner].standing.empty());
  if (!is_source && !(tells_which && !word.word->sectors.empty())) return std::nullopt;
  return cast_.described_body(range, head, owner);
}

Speakers::Who Speakers::nominal(std::uint32_t head, bool is_source) {
  if (actor_at_[head] != kNone) return actor_at_[head];
  const Range range = nominal_range(head);
  const std::uint32_t reference = reference_at_[head];
  const bool is_body = reference != kNone && reading_.document().references[reference].type ==
                                                 ReferentType::kOrg;
  const bool is_person = reference != kNone && reading_.document().references[reference].type ==
                                                   ReferentType::kPerson;
  const PersonFound person = person_word_at(reading_, head, range);
  const BodyWordFound body = body_word_at(reading_, head, range);
  if (person.word && (!body.word || person.range.size() > body.range.size() ||
                      (person.range.size() == body.range.size() && !is_body))) {
    return described_person(range, head, person, is_source);
  }
  if (body.word) return described_body(range, head, body, is_source);
  const Who chained = antecedent(head);
  if (chained && is_definite(reading_, head, range)) return chained;
  // Words that no table has: what the model takes them for.
  if (!is_source || !reading_.is_noun(head)) return std::nullopt;
  if (is_person) {
    const std::string_view word = reading_.plain(head);
    const bool is_plural = word.ends_with("s") || word.ends_with("men");
    return cast_.described_people(range, head, is_plural, owner_of(range, head));
  }
  if (is_body) return cast_.described_body(range, head, owner_of(range, head));
  return std::nullopt;
}

// "Ministry: no deal" above a text that names the ministry: the first who can be called so.
void Speakers::resolve_headlines() {
  for (const Headline& headline : headlines_) {
    Statement& statement = drafts_[headline.draft].statement;
    if (statement.actor) continue;
    const Range range = nominal_range(headline.head);
    const PersonFound person = person_word_at(reading_, headline.head, range);
    const BodyWordFound body = body_word_at(reading_, headline.head, range);
    std::vector<std::string> nouns;
    if (person.word) nouns.push_back(person.word->singular);
    if (body.word) nouns.push_back(reading_.plain_phrase(body.range));
    nouns.emplace_back(reading_.plain(headline.head));
    Who best;
    for (const std::string& noun : nouns) {
      for (const std::uint32_t actor : cast_.called(noun)) {
        const Member& member = cast_[actor];
        const bool plural = person.word && person.word->is_plural;
        if ((member.kind == ActorKind::kGroup) != plural) continue;
        if (!may_be(member, range, person.word ? person.range : body.range)) continue;
        if (!best || member.first < cast_[*best].first) best = actor;
      }
      if (best) break;
    }
    if (!best) best = nominal(headline.head, true);
    if (!best) continue;
    statement.actor = *best;
    actor_at_[headline.head] = *best;
    mention(range, MentionType::kNom, best, headline.head);
  }
}

}  // namespace tacitus
