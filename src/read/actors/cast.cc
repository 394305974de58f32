// Finds the person or group that a name or description means.
#include "read/actors/cast.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "read/actors/cast_names.h"

namespace tacitus {
namespace {

// Which of two namesakes a name means that fits both. A surname alone means the one whom the article
// is about: of a married couple the other one is given the full name each time.
bool goes_before(const Member& a, const Member& b, const PersonName& name) {
  if (name.words.size() == 1 && name.gender == Gender::kUnknown && a.mentions != b.mentions) {
    return a.mentions > b.mentions;
  }
  return a.last > b.last;
}

}  // namespace

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

void Cast::join(std::uint32_t described, std::uint32_t actor) {
  Member& from = members_[described];
  Member& to = members_[actor];
  from.joined = actor;
  to.first = std::min(to.first, from.first);
  to.last = std::max(to.last, from.last);
  to.mentions += from.mentions;
  if (to.role_head == kNone) {
    to.role = from.role;
    to.role_range = from.role_range;
    to.role_head = from.role_head;
    complete(to.told, from.told);
    settle(to);
  }
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
      // What pronouns told of a surname alone gives way to the first name, once it is there.
      const bool is_fuller = member.words.size() == 1 && name.words.size() > 1 && !member.gender_is_sure;
      const bool genders_differ = name.gender != Gender::kUnknown && !is_fuller &&
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
  } else if (member.known.empty() && name.words.size() == member.words.size()) {
    // A surname alone says nothing new of somebody whose whole name nobody knows.
    member.known = known_person(entity, name);
  }
  if (name.words == member.words) {
    if (std::string text = display(*reading_, name.range); is_better_name(text, member.name)) {
      member.name = std::move(text);
    }
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

std::vector<std::uint32_t> Cast::all_surnamed(std::string_view word) const {
  std::vector<std::uint32_t> out;
  const auto found = by_word_.find(word);
  if (found == by_word_.end()) return out;
  const auto& list = found->second;
  for (std::size_t i = list.size(); i-- > list.size() - std::min(list.size(), kMostCandidates);) {
    const Member& member = members_[list[i]];
    if (member.words.size() >= 2 && member.words.back() == word) out.push_back(list[i]);
  }
  return out;
}

std::uint32_t Cast::surnamed(std::string_view word) const {
  std::uint32_t best = kNone;
  for (const std::uint32_t actor : all_surnamed(word)) {
    if (best == kNone || members_[actor].mentions > members_[best].mentions) best = actor;
  }
  return best;
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
  // "Ferris officials": of what nobody knows they may be a firm's as well as a state's.
  if (owner && member.told.sectors_are_generic && head > name.first && members_[*owner].is_named &&
      members_[*owner].kind == ActorKind::kOrganization && members_[*owner].standing.empty() &&
      !members_[*owner].is_of_no_country && reading_->is_capitalized(head - 1)) {
    member.told.sectors.clear();
    member.told.sectors_are_generic = false;
  }
  if (word.word) member.gender = word.word->gender;
  const std::string_view first = reading_->plain(nominal.first);
  // Headlines leave articles out: "Visit not on president's schedule".
  const bool is_bare = !is_plural && reading_->sentence_of(head).in_headline && nominal.first == head;
  member.is_definite = first == "the" || first == "this" || is_bare ||
                       reading_->child(head, Deprel::kNmodPoss) != kNone;
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
  noun = office_word(noun);
  std::vector<std::string>& heads = members_[actor].heads;
  if (std::find(heads.begin(), heads.end(), noun) != heads.end()) return;
  heads.emplace_back(noun);
  by_noun_[std::string(noun)].push_back(actor);
}

std::vector<std::uint32_t> Cast::called(std::string_view noun) const {
  noun = office_word(noun);
  const auto found = by_noun_.find(noun);
  if (found == by_noun_.end()) return {};
  const auto& list = found->second;
  const std::size_t from = list.size() > kMostCandidates ? list.size() - kMostCandidates : 0;
  std::vector<std::uint32_t> out;
  std::copy_if(list.begin() + static_cast<std::ptrdiff_t>(from), list.end(), std::back_inserter(out),
               [&](std::uint32_t actor) { return members_[actor].joined == kNone; });
  std::stable_sort(out.begin(), out.end(), [&](std::uint32_t a, std::uint32_t b) {
    return members_[a].last > members_[b].last;
  });
  return out;
}

}  // namespace tacitus
