// The country in which an article is at home. A reader of a paper from Manila takes "the police" for
// those of the Philippines without being told.
#include <algorithm>
#include <map>
#include <utility>

#include "read/actors/belonging.h"
#include "read/actors/cast_names.h"
#include "read/actors/hints.h"
#include "read/actors/scene.h"
#include "read/actors/unbound.h"
#include "read/statements/speakers.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kMostOfOne = 4;     // mentions of one actor that count
constexpr std::uint32_t kLeastEvidence = 3;  // mentions: one name alone tells nothing
// Towns tell where an article's people are; of other countries it names hardly more than the name.
constexpr std::uint32_t kWeightOfTown = 2;
constexpr double kLeastShare = 0.55;
constexpr double kSureShare = 0.7;
// Mentions of its home to one of a body of many countries, in an article about that body's meeting.
constexpr std::uint32_t kMostAtHome = 3;
constexpr std::uint32_t kMostOfHome = 4;  // the same, to one of the country whose police it names

// "The police" of wherever the sentence is; soldiers are sent abroad.
bool is_where_it_acts(const Standing& standing) {
  return !standing.sectors.empty() && (standing.sectors[0] == "COP" || standing.sectors[0] == "JUD");
}

// "Many users", "Muslims": a group that no article or owner marks out.
bool is_anybody(const Member& member, std::string_view name) {
  return member.kind != ActorKind::kPerson && !member.is_definite && names_anybody(name);
}

}  // namespace

// Whether a firm bears one of the forms that firms of the States have: "Ferris Inc".
bool Speakers::names_american_form() const {
  for (const Entity& entity : reading_.document().entities) {
    if (entity.type != EntityType::kOrg || entity.first_token >= entity.end_token || entity.end_token > reading_.size()) {
      continue;
    }
    const Range name = without_genitive(reading_, {entity.first_token, entity.end_token});
    if (name.size() > 1 && is_of_kind(reading_.plain(name.end - 1), WordKind::kAmericanCompanyEnding)) {
      return true;
    }
  }
  return false;
}

namespace {

CountrySign sign_of(const PlaceWord& place) {
  if (place.is_adjective) return CountrySign::kAdjective;
  if (place.is_region) return CountrySign::kTown;
  return place.is_capital && !place.is_name ? CountrySign::kCapital : CountrySign::kName;
}

// Of somebody whose country is told; a capital is named for its government as often as a country is.
CountrySign sign_of(const Member& member, bool is_seat) {
  switch (member.kind) {
    case ActorKind::kCountry: return CountrySign::kName;
    case ActorKind::kPlace: return is_seat ? CountrySign::kCapital : CountrySign::kTown;
    case ActorKind::kPerson: return CountrySign::kPerson;
    case ActorKind::kGroup: return CountrySign::kPeople;
    case ActorKind::kOrganization: break;
  }
  return is_of_state(member.standing.sectors) ? CountrySign::kState : CountrySign::kBody;
}

// The paragraph of each sentence.
std::vector<std::uint32_t> paragraphs_of(const Document& document) {
  std::vector<std::uint32_t> out;
  out.reserve(document.sentences.size());
  std::uint32_t paragraph = 0;
  for (const Sentence& sentence : document.sentences) out.push_back(paragraph += sentence.starts_paragraph);
  return out;
}

std::uint32_t headlines_of(const Document& document) {
  const auto body = std::find_if(document.sentences.begin(), document.sentences.end(),
                                 [](const Sentence& sentence) { return !sentence.in_headline; });
  return static_cast<std::uint32_t>(body - document.sentences.begin());
}

}  // namespace

// Notes of which country a place's name is that is no actor's.
void Speakers::note_place(std::uint32_t entity, Belonging& out) const {
  const Entity& name = reading_.document().entities[entity];
  const bool is_inside = name.first_token < name.end_token && name.end_token <= reading_.size();
  if (!is_inside) return;
  if (name.end_token < reading_.size() && is_of_kind(reading_.plain(name.end_token), WordKind::kCurrency)) return;
  const PlaceWord* place = countries_.place_named({name.first_token, name.end_token});
  const bool is_part = name.first_token > 0 && is_part_of_america(reading_.plain(name.first_token - 1),
                                                                  reading_.plain(name.first_token));
  if (!place || is_nowhere(place->country) || is_part) return;
  out.note(place->country, sign_of(*place), reading_.span({name.first_token, name.end_token}).begin,
           reading_.sentence(name.first_token), 1);
}

// All by which the article speaks of countries.
Belonging Speakers::countries_spoken_of() const {
  const Document& document = reading_.document();
  Belonging out;
  std::vector<std::uint32_t> counted(cast_.size(), 0);
  std::vector<bool> is_noted(document.entities.size(), false);
  for (const Met& met : mentions_) {
    if (met.mention.type == MentionType::kPron) continue;
    const std::uint32_t entity = entity_at_[met.head];
    if (!met.mention.actor) {
      if (entity != kNone && !is_noted[entity]) note_place(entity, out);
      if (entity != kNone) is_noted[entity] = true;
      continue;
    }
    if (entity != kNone) is_noted[entity] = true;
    const Member& member = cast_[*met.mention.actor];
    const std::string& country = member.standing.country;
    // Agencies report from everywhere.
    if (country.empty() || member.standing.sectors == std::vector<std::string>{"JRN"}) continue;
    const PlaceWord* word = reading_.knowledge().place(member.name);
    const bool is_seat = word && word->is_capital && word->country == country;
    const bool is_town = member.kind == ActorKind::kPlace && !is_seat;
    const bool counts = ++counted[*met.mention.actor] <= kMostOfOne;
    const std::uint32_t points = !counts ? 0 : is_town ? kWeightOfTown : 1;
    if (is_nowhere(country)) {
      out.note_nowhere(points);
    } else {
      out.note(country, sign_of(member, is_seat), reading_.span({met.head, met.head + 1}).begin,
               reading_.sentence(met.head), points);
    }
  }
  for (std::uint32_t e = 0; e < document.entities.size(); ++e) {
    const std::uint32_t first = document.entities[e].first_token;
    if (!is_noted[e] && first < reading_.size() && actor_at_[first] == kNone) note_place(e, out);
  }
  if (gazetteer_) {
    for (const TownHint& hint : town_hints(reading_, countries_, *gazetteer_)) {
      out.note(hint.country, CountrySign::kHint, reading_.span(hint.tokens).begin, reading_.sentence(hint.tokens.first), 0);
    }
  }
  const std::string_view money = currency();
  out.note_money(money, money == "USA" && names_american_form());
  if (const PlaceWord* place = countries_.dateline()) out.note_dateline(place->country);
  out.close(paragraphs_of(document), headlines_of(document));
  return out;
}

// The firm that an article is about: "chairman Karl Weber said" is its chairman.
Speakers::Who Speakers::main_firm() const {
  std::uint32_t all = 0;
  Who best;
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    const Member& member = cast_[actor];
    if (member.kind != ActorKind::kOrganization || !member.is_named) continue;
    if (member.standing.sectors != std::vector<std::string>{"BUS"}) continue;
    all += member.mentions;
    if (!best || member.mentions > cast_[*best].mentions) best = actor;
  }
  const bool is_main = best && cast_[*best].mentions >= kLeastEvidence &&
                       cast_[*best].mentions >= kLeastShare * all;
  return is_main ? best : std::nullopt;
}

void Speakers::give_firm_its_people() {
  const Who firm = main_firm();
  if (!firm) return;
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    const Member& member = cast_[actor];
    // "The directors", "management".
    if (member.kind == ActorKind::kGroup && !member.is_named && member.told.empty() &&
        !member.heads.empty()) {
      const PersonWord* word = reading_.knowledge().person_word(member.heads.front());
      if (word && word->is_generic && word->sectors.empty()) cast_.describe(actor, cast_[*firm].standing);
    }
    if (member.role_head == kNone || member.kind != ActorKind::kPerson || actor == *firm) continue;
    const PersonFound word = person_word_at(reading_, member.role_head, member.role_range);
    const bool is_officer = word.word && word.word->is_generic && member.told.country.empty() &&
                            (member.told.sectors.empty() || member.told.sectors_are_generic ||
                             member.told.sectors[0] == "BUS") &&
                            word.word->sectors != std::vector<std::string>{"MIL"} &&
                            (member.known.sectors.empty() || member.known.sectors[0] == "BUS");
    // "President Bush" is no firm's president: of that one a text says what he is in small letters.
    const bool is_of_state = is_officer && word.word->singular == "president" &&
                             reading_.is_capitalized(member.role_head) && member.role_head > 0 &&
                             reading_.sentence(member.role_head - 1) == reading_.sentence(member.role_head);
    if (is_officer && !is_of_state) cast_.learn_owner(actor, *firm);
  }
}

// "Officers said", "Officer Weber": of the police, in an article about police.
void Speakers::give_police_their_officers() {
  bool are_police = false;
  for (std::uint32_t actor = 0; actor < cast_.size() && !are_police; ++actor) {
    are_police = cast_[actor].standing.sectors == std::vector<std::string>{"COP"};
  }
  if (!are_police) return;
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    const Member& member = cast_[actor];
    const bool is_officer =
        std::find(member.heads.begin(), member.heads.end(), "officer") != member.heads.end();
    if (is_officer && member.standing.sectors.empty()) cast_.describe(actor, {"", {"COP"}, "", false});
  }
}

// "Analysts said": they look at firms in an article that names more of those than of all else.
void Speakers::give_analysts_their_field() {
  const auto is = [](const Member& member, std::string_view sector) {
    return !member.standing.sectors.empty() && member.standing.sectors[0] == sector;
  };
  std::uint32_t firms = 0, others = 0;
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    const Member& member = cast_[actor];
    if (member.kind != ActorKind::kOrganization || !member.is_named || member.standing.sectors.empty()) continue;
    if (is(member, "JRN")) continue;  // they only report
    ++(is(member, "BUS") ? firms : others);
  }
  if (firms <= others) return;
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    Member& member = cast_[actor];
    const bool is_analyst = std::find(member.heads.begin(), member.heads.end(), "analyst") != member.heads.end();
    if (!is_analyst || !is(member, "EDU") || !member.told.sectors_are_generic) continue;
    member.told.sectors.clear();
    cast_.describe(actor, {"", {"BUS"}, "", false});
  }
}

namespace {

// "Pope Tawadros of the Coptic Orthodox Church".
bool is_of_another_church(const Reading& reading, std::uint32_t token) {
  const Sentence& sentence = reading.sentence_of(token);
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    if (names_another_church(reading.plain(t))) return true;
  }
  return false;
}

// "The Pope" is of the Vatican wherever he goes; one of another church says of which.
void give_offices_their_country(const Reading& reading, Cast& cast) {
  for (std::uint32_t actor = 0; actor < cast.size(); ++actor) {
    const Member& member = cast[actor];
    const bool are_people = member.kind == ActorKind::kPerson || member.kind == ActorKind::kGroup;
    if (!are_people || !member.standing.country.empty()) continue;
    for (const std::string& head : member.heads) {
      const std::string_view country = country_of_office(head);
      if (!country.empty() && !is_of_another_church(reading, member.first)) cast.describe(actor, {std::string(country), {}, "", false});
    }
  }
}

bool are_police(const Member& member) { return member.standing.sectors == std::vector<std::string>{"COP"}; }

// The country of all police of whom the article tells one: "police" are the same force where it says no more,
// also in a paper from elsewhere.
std::string only_police(const Cast& cast) {
  std::string only;
  for (std::uint32_t actor = 0; actor < cast.size(); ++actor) {
    const std::string& country = cast[actor].standing.country;
    if (!are_police(cast[actor]) || cast[actor].kind == ActorKind::kPerson || country.empty()) continue;
    if (!only.empty() && only != country) return {};
    only = country;
  }
  return only;
}

// The code of the body of states that an article names above all others of its kind; empty where there is none.
std::string body_of_states(const std::map<std::string, std::uint32_t>& bodies, std::uint32_t all) {
  for (const auto& [code, mentions] : bodies) {
    const bool is_of_states = code == "UNO" || code == "IGO" || code == "EUR";
    if (is_of_states && mentions >= kLeastEvidence && mentions >= kSureShare * all) return code;
  }
  return {};
}

// "The 20-member committee".
bool is_organ_of_body(const Member& member) {
  return member.kind == ActorKind::kOrganization &&
         std::any_of(member.heads.begin(), member.heads.end(), [](const std::string& head) { return is_organ(head); });
}

}  // namespace

// Whether somebody's words say that he is of no one country, or of another than the article's.
bool Speakers::is_unbound(const ArticleHome& home, const Member& member) const {
  const std::string name = plain_text(member.name);
  if (is_abroad(name, member.standing.sectors) || is_anybody(member, name)) return true;
  if (member.kind == ActorKind::kGroup && !member.is_definite && !member.heads.empty() &&
      is_at_meeting(home, name, member.heads.front())) {
    return true;
  }
  // What the model takes for a person and is called like a capital is hardly at home elsewhere.
  const PlaceWord* place = reading_.knowledge().place(member.name);
  return place && place->country != home.country;
}

Asked Speakers::asked_for(const Member& member, const Met* first) const {
  Asked out;
  if (first) {
    out.span = first->mention.span;
    out.sentence = reading_.sentence(first->head);
    out.speaks = is_source_head(first->head);
  }
  out.kind = asked_kind(member.kind == ActorKind::kPerson, member.kind == ActorKind::kGroup, member.is_named,
                        member.is_definite);
  out.sector = asked_sector(member.standing.sectors);
  out.is_of_state = is_of_state(member.standing.sectors);
  out.is_loose = is_loose(plain_text(member.name));
  return out;
}

ArticleHome Speakers::settle_at_home(const AskedWitness& witness) {
  give_firm_its_people();
  give_police_their_officers();
  give_analysts_their_field();
  give_offices_their_country(reading_, cast_);
  ArticleHome out;
  out.belonging = countries_spoken_of();
  out.country = out.belonging.most();
  const auto is_open = [&](const Member& member) {
    return member.standing.country.empty() && member.kind != ActorKind::kPlace &&
           member.kind != ActorKind::kCountry && !member.is_of_no_country;
  };
  std::uint32_t at_home = 0, nowhere = 0;  // mentions
  std::map<std::string, std::uint32_t> bodies;  // of many countries, by code their mentions
  std::map<std::string, std::uint32_t> named;   // by country the mentions of it and its places
  std::uint32_t named_most = 0;
  std::vector<const Met*> first_met(cast_.size(), nullptr);
  for (const Met& met : mentions_) {
    if (!met.mention.actor) continue;
    if (!first_met[*met.mention.actor]) first_met[*met.mention.actor] = &met;
    if (met.mention.type == MentionType::kPron) continue;
    const std::string& theirs = cast_[*met.mention.actor].standing.country;
    at_home += !out.country.empty() && theirs == out.country;
    nowhere += is_nowhere(theirs);
    if (is_nowhere(theirs)) ++bodies[theirs];
    const ActorKind kind = cast_[*met.mention.actor].kind;
    if (kind == ActorKind::kPlace || kind == ActorKind::kCountry) named_most = std::max(named_most, ++named[theirs]);
  }
  out.is_about_body = nowhere > 0 && kMostAtHome * nowhere >= at_home;
  const std::string body = body_of_states(bodies, nowhere);
  const std::string police = only_police(cast_);
  const bool are_of_the_scene = kMostOfHome * named[police] >= named_most;
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    Member& member = cast_[actor];
    if (!is_open(member) || is_unbound(out, member) || members_.count(actor) > 0) continue;
    const Met* const met = first_met[actor];
    if (met && !member.is_named && is_where_it_acts(member.standing)) {
      member.standing.country = scene_of(reading_, countries_, met->head);
    }
    if (are_of_the_scene && !member.is_named && member.standing.country.empty() && are_police(member)) {
      member.standing.country = police;
    }
    if (!member.standing.country.empty()) continue;
    const Asked asked = asked_for(member, met);
    if (witness) witness(asked, out.belonging);
    member.standing.country = out.belonging.country_of(asked);
    if (member.standing.country.empty() && !member.is_named && is_organ_of_body(member)) member.standing.country = body;
  }
  // Several are of the country of which each of them is.
  for (const auto& [group, members] : members_) {
    const std::string& country = cast_[members.front()].standing.country;
    const bool share = std::all_of(members.begin(), members.end(),
                                   [&](std::uint32_t one) { return cast_[one].standing.country == country; });
    if (cast_[group].standing.country.empty() && share) cast_[group].standing.country = country;
  }
  return out;
}

}  // namespace tacitus
