// Finds the body, country or place that a name or description means.
#include <algorithm>
#include <utility>

#include "read/actors/cast.h"
#include "read/actors/cast_names.h"
#include "read/actors/unbound.h"

namespace tacitus {

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
  // "Manila's House of Representatives", in an article that names Washington's.
  if (owner && !members_[*owner].standing.country.empty() && !body_named(*reading_, name) &&
      countries_->members_named(name)) {
    standing.country = members_[*owner].standing.country;
    standing.code.clear();
  }
  const std::string key = body_key(name, owner_key(standing, owner));
  std::uint32_t actor = find_body(name, key);
  if (actor == kNone && name.size() <= 2) {
    actor = find_key(keyed("/", reading_->plain_phrase(name)));
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
    if (!member.is_named || is_better_name(text, member.name)) member.name = text;
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
  // "Ferris Marine" for Ferris Marine Services Inc.
  if (name.size() > 2 && reading_->upos(name.first + 1) == Upos::kPropn &&
      reading_->is_capitalized(name.first + 1) && !countries_->at(name.first, name.first + 2).place) {
    by_key_.try_emplace(keyed("/", reading_->plain_phrase({name.first, name.first + 2})), actor);
  }
  return actor;
}

// A company's name without "Ltd" and the like.
Range Cast::core_of(Range name) const {
  while (name.size() > 1 && is_company_suffix(reading_->plain(name.end - 1))) --name.end;
  return name;
}

// Whether the first of several words can stand for all: "Goldman", but no "National".
bool Cast::names_by_first_word(Range name) const {
  const std::string_view first = reading_->plain(name.first);
  // "Eastern", which the model takes for an adjective, for Eastern Airlines.
  const bool is_name = reading_->upos(name.first) == Upos::kPropn ||
                       (reading_->upos(name.first) == Upos::kAdj && reading_->is_capitalized(name.first));
  return is_name && name.size() > 1 && first.size() >= 4 && !countries_->at(name.first, name.end).place &&
         !reading_->knowledge().member_word(reading_->word(name.first)).body &&
         !reading_->knowledge().body_word(first);
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
  if (is_better_name(text, members_[actor].name)) members_[actor].name = text;
  touch(actor, entity.first);
  return actor;
}

std::uint32_t Cast::described_body(Range nominal, std::uint32_t head,
                                   std::optional<std::uint32_t> owner) {
  Range name = without_article(*reading_, nominal);
  Standing standing = standing_of_body(*reading_, *countries_, name, head);
  // "The Benghazi committee" sits where its state does.
  const bool is_topic = owner && is_named_by_topic(reading_->plain(head)) &&
                        (members_[*owner].kind == ActorKind::kPlace || members_[*owner].is_government);
  if (owner && standing.country.empty() && !is_topic) {
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

}  // namespace tacitus
