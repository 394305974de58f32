// Finds the actor that a name or description means.
#include "read/actors/cast.h"

#include <algorithm>
#include <utility>

#include "read/actors/senses.h"

namespace tacitus {
namespace {

bool is_genitive(std::string_view plain) { return plain == "'s" || plain == "'"; }

bool is_small_word(std::string_view word) {
  return word == "of" || word == "the" || word == "and" || word == "for" || word == "&" ||
         word == "in" || word == "on" || word == "to";
}

// Letters that stand for a name: "epa"; empty where it has less than two capitalised words.
std::string initials(const Reading& reading, Range range, bool with_small_words) {
  std::string out;
  std::uint32_t words = 0;
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    if (reading.is_punctuation(t) || is_genitive(reading.plain(t))) continue;
    if (is_small_word(reading.plain(t)) ? !with_small_words : false) continue;
    words += reading.is_capitalized(t);
    out += reading.plain(t).substr(0, 1);
  }
  return words >= 2 && out.size() >= 2 ? out : std::string();
}

// An acronym's letters, "e.p.a." and "EPA" alike; empty where the range is no acronym.
std::string acronym(const Reading& reading, Range range) {
  if (range.size() != 1 || reading.shape(range.first) != Shape::kUpper) return {};
  std::string out;
  for (const char c : reading.plain(range.first)) {
    if (c != '.') out += c;
  }
  return out.size() >= 2 && out.size() <= 7 ? out : std::string();
}

Range without_genitive(const Reading& reading, Range range) {
  while (range.size() > 1 && (is_genitive(reading.plain(range.end - 1)) ||
                              reading.is_punctuation(range.end - 1))) {
    --range.end;
  }
  return range;
}

// A key of one kind: short names, initials, first words and whole names do not mix.
std::string keyed(std::string_view kind, std::string_view name) {
  std::string key(kind);
  key += name;
  return key;
}

std::string display(const Reading& reading, Range range) {
  std::string out = reading.phrase(range);
  if (out.ends_with("'s") && out.size() > 2) out.resize(out.size() - 2);
  // "A ministry official" at the head of a sentence.
  if (out.starts_with("A ") || out.starts_with("An ")) out[0] = 'a';
  return out;
}

// Which of two namesakes a name means that fits both. A surname alone means the one whom the article
// is about: of a married couple the other one is given the full name each time.
bool goes_before(const Member& a, const Member& b, const PersonName& name) {
  if (name.words.size() == 1 && name.gender == Gender::kUnknown && a.mentions != b.mentions) {
    return a.mentions > b.mentions;
  }
  return a.last > b.last;
}

}  // namespace

Range without_article(const Reading& reading, Range range) {
  while (range.size() > 1 &&
         (reading.plain(range.first) == "the" || reading.is_punctuation(range.first))) {
    ++range.first;
  }
  return range;
}

std::uint32_t Cast::add(Member member, std::uint32_t token) {
  const std::uint32_t actor = size();
  member.first = member.last = token;
  settle(member);
  members_.push_back(std::move(member));
  return actor;
}

void Cast::touch(std::uint32_t actor, std::uint32_t token) {
  Member& member = members_[actor];
  member.first = std::min(member.first, token);
  member.last = std::max(member.last, token);
  ++member.mentions;
}

std::uint32_t Cast::find_key(std::string_view key) const {
  const auto found = by_key_.find(key);
  return found == by_key_.end() ? kNone : found->second;
}

void Cast::index_person(std::uint32_t actor, const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word.size() < 2 || reading_->knowledge().is(SpeechWord::kParticle, word)) continue;
    std::vector<std::uint32_t>& list = by_word_[word];
    if (list.empty() || list.back() != actor) list.push_back(actor);
  }
}

std::uint32_t Cast::person(Range entity, std::optional<std::uint32_t> hint) {
  const PersonName name = read_person_name(*reading_, entity);
  std::uint32_t best = kNone;
  int best_score = 0;
  const auto consider = [&](std::string_view word) {
    const auto found = by_word_.find(word);
    if (found == by_word_.end()) return;
    const auto& list = found->second;
    const std::size_t from = list.size() > kMostCandidates ? list.size() - kMostCandidates : 0;
    for (std::size_t i = list.size(); i-- > from;) {
      const Member& member = members_[list[i]];
      int score = name_match(member.words, name.words);
      if (score == 0) continue;
      if (!name.suffix.empty() && !member.suffix.empty() && name.suffix != member.suffix) continue;
      const bool genders_differ = name.gender != Gender::kUnknown &&
                                  member.gender != Gender::kUnknown && name.gender != member.gender;
      if (genders_differ && (name.gender_is_sure || member.gender_is_sure || score < 5)) continue;
      score *= 2;
      if (hint && *hint == list[i]) ++score;
      if (score > best_score ||
          (score == best_score && best != kNone && goes_before(member, members_[best], name))) {
        best = list[i];
        best_score = score;
      }
    }
  };
  consider(name.words.back());
  if (name.words.size() > 1) consider(name.words.front());

  if (best == kNone) {
    Member member;
    member.kind = ActorKind::kPerson;
    member.name = display(*reading_, name.range);
    member.is_named = true;
    member.words = name.words;
    member.suffix = name.suffix;
    member.gender = name.gender;
    member.gender_is_sure = name.gender_is_sure;
    member.known = known_person(entity, name);
    learn_seat(member, name.range);
    best = add(std::move(member), entity.first);
    index_person(best, name.words);
    return best;
  }
  Member& member = members_[best];
  if (name.words.size() > member.words.size()) {
    index_person(best, name.words);
    member.words = name.words;
    member.name = display(*reading_, name.range);
    member.known = known_person(entity, name);
  } else if (member.known.empty()) {
    member.known = known_person(entity, name);
  }
  learn_seat(member, name.range);
  settle(member);
  if (member.suffix.empty()) member.suffix = name.suffix;
  if (name.gender != Gender::kUnknown && !member.gender_is_sure) {
    member.gender = name.gender;
    member.gender_is_sure = name.gender_is_sure;
  }
  touch(best, entity.first);
  return best;
}

std::uint32_t Cast::surnamed(std::string_view word) const {
  const auto found = by_word_.find(word);
  if (found == by_word_.end()) return kNone;
  const auto& list = found->second;
  std::uint32_t best = kNone;
  for (std::size_t i = list.size(); i-- > list.size() - std::min(list.size(), kMostCandidates);) {
    const Member& member = members_[list[i]];
    if (member.words.size() < 2 || member.words.back() != word) continue;
    if (best == kNone || member.mentions > members_[best].mentions) best = list[i];
  }
  return best;
}

std::string Cast::owner_key(const Standing& standing, std::optional<std::uint32_t> owner) const {
  if (!standing.country.empty()) return standing.country;
  if (!owner) return {};
  const Standing& of_owner = members_[*owner].standing;
  if (members_[*owner].kind == ActorKind::kCountry || members_[*owner].is_government) {
    return of_owner.country;
  }
  return std::to_string(*owner);
}

// A body's words without those for its country or owner, in one order: "Russia's Ministry of
// Foreign Affairs", "Russian foreign ministry" and "its foreign ministry", owned by Russia, are
// one.
std::string Cast::body_key(Range range, const std::string& owner) const {
  range = without_genitive(*reading_, without_article(*reading_, range));
  std::string words;
  for (std::uint32_t t = range.first; t < range.end;) {
    const PlaceFound place = countries_->at(t, range.end);
    // "Tulsa police" and "Boston police" are two.
    if (place.place && place.place->country == owner && !place.place->is_region &&
        !place.range.contains(range)) {
      t = place.range.end;
      continue;
    }
    const std::string_view word = reading_->plain(t);
    ++t;
    if (reading_->is_punctuation(t - 1) || is_genitive(word) || word == "the" || word == "a" ||
        word == "its" || word == "their" || word == "his" || word == "her" || word == "our") {
      continue;
    }
    if (!words.empty()) words += ' ';
    words += word;
  }
  while (words.ends_with(" of") || words.ends_with(" in") || words.ends_with(" for")) {
    words.resize(words.rfind(' '));
  }
  for (const std::string_view lead : {"ministry of ", "department of "}) {
    if (!words.starts_with(lead)) continue;
    words = words.substr(lead.size()) + " " + std::string(lead.substr(0, lead.find(' ')));
  }
  for (const auto& [from, to] : {std::pair<std::string_view, std::string_view>{
                                     "foreign affairs ministry", "foreign ministry"},
                                 {"defence", "defense"},
                                 {"interior affairs", "interior"},
                                 {"organisation", "organization"}}) {
    if (const std::size_t at = words.find(from); at != words.npos) {
      words.replace(at, from.size(), to);
    }
  }
  return owner + '|' + words;
}

std::uint32_t Cast::find_body(Range name, const std::string& key) const {
  if (const Body* body = body_named(*reading_, name)) {
    const auto found = by_body_.find(body);
    if (found != by_body_.end()) return found->second;
  }
  if (const std::uint32_t found = find_key(key); found != kNone) return found;
  const std::string letters = acronym(*reading_, name);
  if (!letters.empty()) {
    if (const std::uint32_t found = find_key(keyed("~", letters)); found != kNone) return found;
  }
  // "the Goldman bank" after "Goldman Sachs", "Environmental Protection Agency" after "EPA".
  for (const bool with_small_words : {false, true}) {
    const std::string first_letters = initials(*reading_, name, with_small_words);
    if (first_letters.empty()) continue;
    const std::uint32_t found = find_key(keyed("=", first_letters));
    if (found != kNone) return found;
  }
  return kNone;
}

void Cast::index_body(std::uint32_t actor, Range name) {
  if (const Body* body = body_named(*reading_, name)) {
    by_body_.try_emplace(body, actor);
    for (const std::string& noun : body->nouns) call(actor, noun);
    const std::string& full = body->names.front();
    call(actor, plain_text(full.substr(full.rfind(' ') + 1)));
  }
  for (const bool with_small_words : {false, true}) {
    const std::string letters = initials(*reading_, name, with_small_words);
    if (!letters.empty()) by_key_.try_emplace(keyed("~", letters), actor);
  }
  if (const std::string letters = acronym(*reading_, name); !letters.empty()) {
    by_key_.try_emplace(keyed("=", letters), actor);
  }
}

std::uint32_t Cast::organization(Range entity, std::optional<std::uint32_t> owner) {
  const Range name = without_genitive(*reading_, without_article(*reading_, entity));
  const std::uint32_t head = reading_->head_of(name);
  Standing standing = standing_of_body(*reading_, *countries_, name, head);
  const std::string key = body_key(name, owner_key(standing, owner));
  std::uint32_t actor = find_body(name, key);
  if (actor == kNone && name.size() == 1) {
    actor = find_key(keyed("/", reading_->plain(name.first)));
  }
  // "Acme Holdings Ltd" after "Acme".
  if (actor == kNone && names_by_first_word(name)) {
    const std::uint32_t shorter = find_key(body_key({name.first, name.first + 1}, ""));
    if (shorter != kNone && members_[shorter].kind == ActorKind::kOrganization) actor = shorter;
  }
  if (actor == kNone) {
    Member member;
    member.kind = ActorKind::kOrganization;
    member.name = display(*reading_, name);
    member.is_named = true;
    member.known = std::move(standing);
    const Body* body = body_named(*reading_, name);
    member.is_of_no_country = body && body->country.empty();
    if (owner) complete(member.known, members_[*owner].standing);
    actor = add(std::move(member), entity.first);
    const std::uint32_t last = name.end - 1;
    if (name.size() > 1) {
      const BodyWordFound word = body_word_at(*reading_, head, name);
      call(actor, word.word ? reading_->plain_phrase(word.range)
                            : std::string(reading_->plain(last)));
      call(actor, reading_->plain(head));
    }
  } else {
    Member& member = members_[actor];
    const std::string text = display(*reading_, name);
    if (!member.is_named || text.size() > member.name.size()) member.name = text;
    member.is_named = true;
    complete(member.known, standing);
    settle(member);
    touch(actor, entity.first);
  }
  by_key_.try_emplace(key, actor);
  index_body(actor, name);
  // "Goldman" for Goldman Sachs, "Acme" for Acme Corp.
  if (core_of(name).size() < name.size()) by_key_.try_emplace(body_key(core_of(name), ""), actor);
  if (names_by_first_word(name)) {
    by_key_.try_emplace(keyed("/", reading_->plain(name.first)), actor);
  }
  return actor;
}

// A company's name without "Ltd" and the like.
Range Cast::core_of(Range name) const {
  while (name.size() > 1 && ends_company(reading_->plain(name.end - 1))) --name.end;
  return name;
}

// Whether the first of several words can stand for all: "Goldman", but no "National".
bool Cast::names_by_first_word(Range name) const {
  const std::string_view first = reading_->plain(name.first);
  return name.size() > 1 && first.size() >= 4 && !countries_->at(name.first, name.end).place &&
         !reading_->knowledge().member_word(reading_->word(name.first)).body &&
         !reading_->knowledge().body_word(first) && reading_->upos(name.first) == Upos::kPropn;
}

void Cast::alias(std::uint32_t actor, Range short_name) {
  const std::string letters = acronym(*reading_, short_name);
  if (!letters.empty()) by_key_.try_emplace(keyed("~", letters), actor);
  by_key_.try_emplace(body_key(short_name, ""), actor);
}

std::uint32_t Cast::place(Range entity, bool as_government) {
  const Range name = without_genitive(*reading_, without_article(*reading_, entity));
  const PlaceWord* word = countries_->named(name);
  const bool is_country = word && word->is_name && !word->is_region;
  as_government = as_government && word && word->is_capital && !is_country;
  std::string key = is_country ? keyed("country:", word->country)
                               : keyed(as_government ? "government:" : "place:",
                                       reading_->plain_phrase(name));
  std::uint32_t actor = find_key(key);
  if (actor == kNone) {
    Member member;
    member.kind = is_country      ? ActorKind::kCountry
                  : as_government ? ActorKind::kOrganization
                                  : ActorKind::kPlace;
    member.name = display(*reading_, name);
    member.is_named = true;
    member.is_government = as_government;
    const PlaceWord* where = word ? word : countries_->place_named(name);
    if (where && (word || where->is_name)) member.known.country = where->country;
    if (as_government) member.known.sectors = {"GOV"};
    if (auto own = standing_by_dictionary(*reading_, name)) member.known = std::move(*own);
    actor = add(std::move(member), entity.first);
    by_key_.emplace(std::move(key), actor);
    if (is_country) {
      call(actor, "country");
      call(actor, "nation");
    } else if (as_government) {
      call(actor, "government");
    } else {
      call(actor, "city");
    }
    return actor;
  }
  const std::string text = display(*reading_, name);
  // "the United States" is fuller than "U.S."
  if (text.size() > members_[actor].name.size()) members_[actor].name = text;
  touch(actor, entity.first);
  return actor;
}

std::uint32_t Cast::people_named(Range entity) {
  const Range name = without_genitive(*reading_, without_article(*reading_, entity));
  std::string key = keyed("people:", reading_->plain_phrase(name));
  std::uint32_t actor = find_key(key);
  if (actor != kNone) {
    touch(actor, entity.first);
    return actor;
  }
  Member member;
  member.kind = ActorKind::kGroup;
  member.name = display(*reading_, name);
  member.is_named = true;
  if (const Body* body = countries_->members_named(name)) {
    member.known = {body->country, body->sectors, body->code, false};
  } else if (const PlaceWord* word = countries_->named(name)) {
    member.known.country = word->country;
  }
  const PersonFound person = person_word_at(*reading_, name.end - 1, name);
  if (person.word) member.known.sectors = person.word->sectors;
  if (auto own = standing_by_dictionary(*reading_, name)) member.known = std::move(*own);
  actor = add(std::move(member), entity.first);
  by_key_.emplace(std::move(key), actor);
  return actor;
}

std::uint32_t Cast::described_body(Range nominal, std::uint32_t head,
                                   std::optional<std::uint32_t> owner) {
  Range name = without_article(*reading_, nominal);
  Standing standing = standing_of_body(*reading_, *countries_, name, head);
  if (owner && standing.country.empty()) {
    standing.country = members_[*owner].standing.country;
    standing.code = members_[*owner].standing.code;
  }
  const std::string key = body_key(name, owner_key(standing, owner));
  std::uint32_t actor = find_key(key);
  if (actor != kNone) {
    touch(actor, head);
    return actor;
  }
  // The office of a minister is the government's.
  if (owner && standing.sectors.empty()) standing.sectors = members_[*owner].standing.sectors;
  Member member;
  member.kind = ActorKind::kOrganization;
  member.name = display(*reading_, name);
  // "its foreign ministry" says too little by itself.
  if (owner && reading_->upos(name.first) == Upos::kPron && name.size() > 1) {
    member.name = members_[*owner].name + "'s " + display(*reading_, {name.first + 1, name.end});
  }
  member.told = std::move(standing);
  actor = add(std::move(member), head);
  by_key_.emplace(key, actor);
  const BodyWordFound word = body_word_at(*reading_, head, name);
  if (word.word) call(actor, reading_->plain_phrase(word.range));
  call(actor, reading_->plain(head));
  return actor;
}

std::uint32_t Cast::described_people(Range nominal, std::uint32_t head, bool is_plural,
                                     std::optional<std::uint32_t> owner) {
  const Range name = without_article(*reading_, nominal);
  // A name that the model took for a word: one that the article has given in full tells who it is.
  if (name.size() == 1 && reading_->upos(head) == Upos::kPropn) {
    if (const std::uint32_t named = surnamed(reading_->plain(head)); named != kNone) {
      touch(named, head);
      return named;
    }
  }
  std::string key;
  if (is_plural) {
    key = keyed("group:", reading_->plain_phrase(name));
    if (const std::uint32_t found = find_key(key); found != kNone) {
      touch(found, head);
      return found;
    }
  }
  const PersonFound word = person_word_at(*reading_, head, name);
  Member member;
  member.kind = is_plural ? ActorKind::kGroup : ActorKind::kPerson;
  member.name = display(*reading_, name);
  member.told = standing_of_role(*reading_, *countries_, name, head);
  if (owner) complete(member.told, shared(members_[*owner], word));
  if (word.word) member.gender = word.word->gender;
  if (!is_plural) {
    Range role = name;
    while (role.size() > 1 && role.first < head &&
           (reading_->upos(role.first) == Upos::kDet || reading_->upos(role.first) == Upos::kPron ||
            reading_->upos(role.first) == Upos::kNum)) {
      ++role.first;
    }
    if (word.word && reading_->is_noun(head)) {
      member.role = display(*reading_, role);
      member.role_range = role;
      member.role_head = head;
    }
  }
  for (std::uint32_t t = name.first; t < name.end; ++t) {
    if (t != head) member.modifiers.emplace_back(reading_->plain(t));
  }
  const std::uint32_t actor = add(std::move(member), head);
  if (is_plural) by_key_.emplace(std::move(key), actor);
  call(actor, word.word ? word.word->singular : std::string(reading_->plain(head)));
  return actor;
}

std::uint32_t Cast::several(Range range) {
  std::string key = keyed("group:", reading_->plain_phrase(range));
  std::uint32_t actor = find_key(key);
  if (actor != kNone) {
    touch(actor, range.first);
    return actor;
  }
  Member member;
  member.kind = ActorKind::kGroup;
  member.name = display(*reading_, without_article(*reading_, range));
  actor = add(std::move(member), range.first);
  by_key_.emplace(std::move(key), actor);
  return actor;
}

void Cast::call(std::uint32_t actor, std::string_view noun) {
  // One key for the words of one office, whoever holds it.
  if (noun == "spokesman" || noun == "spokeswoman") noun = "spokesperson";
  if (noun == "chairman" || noun == "chairwoman" || noun == "chair") noun = "chairperson";
  std::vector<std::string>& heads = members_[actor].heads;
  if (std::find(heads.begin(), heads.end(), noun) != heads.end()) return;
  heads.emplace_back(noun);
  by_noun_[std::string(noun)].push_back(actor);
}

std::vector<std::uint32_t> Cast::called(std::string_view noun) const {
  if (noun == "spokesman" || noun == "spokeswoman") noun = "spokesperson";
  if (noun == "chairman" || noun == "chairwoman" || noun == "chair") noun = "chairperson";
  const auto found = by_noun_.find(noun);
  if (found == by_noun_.end()) return {};
  const auto& list = found->second;
  const std::size_t from = list.size() > kMostCandidates ? list.size() - kMostCandidates : 0;
  std::vector<std::uint32_t> out(list.begin() + static_cast<std::ptrdiff_t>(from), list.end());
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
    return members_[a].last > members_[b].last;
  });
  return out;
}

}  // namespace tacitus
