// The country in which an article is at home. A reader of a paper from Manila takes "the police" for
// those of the Philippines without being told.
#include <algorithm>
#include <map>
#include <tuple>

#include "read/actors/cast_names.h"
#include "read/actors/sentence_countries.h"
#include "read/actors/unbound.h"
#include "read/statements/speakers.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kMostOfOne = 4;     // mentions of one actor that count
constexpr std::uint32_t kLeastEvidence = 3;  // mentions: one name alone tells no home
constexpr std::uint32_t kLeastOfScene = 2;
constexpr std::uint32_t kWeightOfScene = 1;  // of the country that an article begins with
// Towns tell where an article's people are; of other countries it names hardly more than the name.
constexpr std::uint32_t kWeightOfTown = 2;
constexpr std::uint32_t kWeightOfMoney = 2;
constexpr double kLeastShare = 0.55;
// So much evidence gives the country to everybody of whom nothing else is told, not to the state's
// people alone; less does where hardly another country is named.
constexpr std::uint32_t kMuchEvidence = 6;
constexpr double kTimesTheNext = 1.6;  // of two countries at odds neither is everybody's
constexpr std::uint32_t kSureEvidence = 5;
constexpr double kSureShare = 0.7;
// Mentions of its home to one of a body of many countries, in an article about that body's meeting.
constexpr std::uint32_t kMostAtHome = 3;
constexpr std::uint32_t kMostOfHome = 4;  // the same, to one of the country whose police it names
constexpr std::size_t kLeastSentences = 4;  // of an article that names one country alone

// "Swiss francs" say nothing of where somebody is.
bool is_currency(std::string_view word) {
  constexpr std::string_view kWords[] = {"dollar", "dollars", "dlr", "dlrs", "franc", "francs",
                                         "pound", "pounds", "mark", "marks", "yen", "peso", "pesos",
                                         "krona", "kronor", "krone", "kroner", "lira", "lire", "won",
                                         "ruble", "rubles", "rouble", "roubles", "rupee", "rupees",
                                         "real", "reais", "cts", "cents"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

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
  constexpr std::string_view kForms[] = {"inc", "inc.", "corp", "corp.", "incorporated"};
  for (const Entity& entity : reading_.document().entities) {
    if (entity.type != EntityType::kOrg || entity.first_token >= entity.end_token || entity.end_token > reading_.size()) {
      continue;
    }
    const Range name = without_genitive(reading_, {entity.first_token, entity.end_token});
    if (name.size() > 1 && std::find(std::begin(kForms), std::end(kForms), reading_.plain(name.end - 1)) !=
                               std::end(kForms)) {
      return true;
    }
  }
  return false;
}

std::pair<std::string, bool> Speakers::home() const {
  std::map<std::string_view, std::uint32_t> evidence;
  std::vector<std::uint32_t> counted(cast_.size(), 0);
  std::uint32_t all = 0, nowhere = 0, first = kNone;
  std::string_view scene;  // the country that the first sentence names first
  for (const Met& met : mentions_) {
    if (met.mention.type == MentionType::kPron) continue;
    std::string_view country;
    std::uint32_t weight = 1;
    if (met.mention.actor) {
      const Member& member = cast_[*met.mention.actor];
      const PlaceWord* word = reading_.knowledge().place(member.name);
      // A capital is named for its government as often as a country is.
      const bool is_seat = word && word->is_capital && word->country == member.standing.country;
      if (member.kind == ActorKind::kPlace && !is_seat) weight = kWeightOfTown;
      const Standing& standing = cast_[*met.mention.actor].standing;
      // Agencies report from everywhere.
      if (standing.sectors.size() == 1 && standing.sectors[0] == "JRN") continue;
      country = standing.country;
      if (++counted[*met.mention.actor] > kMostOfOne) continue;
    } else if (entity_at_[met.head] != kNone) {
      const Entity& entity = reading_.document().entities[entity_at_[met.head]];
      if (entity.first_token >= entity.end_token || entity.end_token > reading_.size()) continue;
      const PlaceWord* place = countries_.place_named({entity.first_token, entity.end_token});
      const bool is_money = entity.end_token < reading_.size() &&
                            is_currency(reading_.plain(entity.end_token));
      if (place && !is_money) country = place->country;
    }
    if (country.empty()) continue;
    if (is_nowhere(country)) {
      nowhere += weight;
      continue;
    }
    evidence[country] += weight;
    all += weight;
    if (reading_.sentence(met.head) == 0 && met.head < first) {
      first = met.head;
      scene = country;
    }
  }
  if (!scene.empty()) {
    evidence[scene] += kWeightOfScene;
    all += kWeightOfScene;
  }
  if (evidence.size() <= 1) {
    // Money tells where nothing else does or with it: firms count in their own.
    const std::string_view money = currency();
    if (!money.empty() && (evidence.empty() || evidence.begin()->first == money)) {
      // Firms with a form of the States that count in dollars are at home there.
      const std::uint32_t weight = kWeightOfMoney + (money == "USA" && names_american_form());
      evidence[money] += weight;
      all += weight;
    }
  }
  const auto most = std::max_element(evidence.begin(), evidence.end(), [](auto& a, auto& b) {
    return a.second < b.second;
  });
  // An article that begins with the only country that it names has its home there.
  const std::uint32_t least = evidence.size() == 1 && !scene.empty() ? kLeastOfScene : kLeastEvidence;
  if (most == evidence.end() || most->second < kLeastShare * all || most->second < least) return {};
  // One about a body of many countries is at home in none.
  if (nowhere > most->second) return {};
  const bool is_alone = std::all_of(evidence.begin(), evidence.end(), [&](const auto& other) {
    return other.first == most->first || kTimesTheNext * other.second <= most->second;
  });
  const bool is_sure = (most->second >= kMuchEvidence && is_alone) ||
                       (most->second >= kSureEvidence && most->second >= kSureShare * all) ||
                       (evidence.size() == 1 && most->second >= kLeastEvidence &&
                        reading_.document().sentences.size() >= kLeastSentences);
  return {std::string(most->first), is_sure};
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
                            word.word->sectors != std::vector<std::string>{"MIL"};
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

ArticleHome Speakers::settle_at_home() {
  give_firm_its_people();
  give_police_their_officers();
  give_analysts_their_field();
  give_offices_their_country(reading_, cast_);
  ArticleHome out;
  std::tie(out.country, out.is_sure) = home();
  const std::string& country = out.country;
  const auto is_open = [&](const Member& member) {
    return member.standing.country.empty() && member.kind != ActorKind::kPlace &&
           member.kind != ActorKind::kCountry && !member.is_of_no_country;
  };
  SentenceCountries sentences(reading_, countries_);
  std::uint32_t at_home = 0, nowhere = 0;  // mentions
  std::map<std::string, std::uint32_t> bodies;  // of many countries, by code their mentions
  std::map<std::string, std::uint32_t> named;   // by country the mentions of it and its places
  std::uint32_t named_most = 0;
  for (const Met& met : mentions_) {
    if (!met.mention.actor || met.mention.type == MentionType::kPron) continue;
    const std::string& theirs = cast_[*met.mention.actor].standing.country;
    at_home += !country.empty() && theirs == country;
    nowhere += is_nowhere(theirs);
    if (is_nowhere(theirs)) ++bodies[theirs];
    const ActorKind kind = cast_[*met.mention.actor].kind;
    if (kind == ActorKind::kPlace || kind == ActorKind::kCountry) named_most = std::max(named_most, ++named[theirs]);
    sentences.note(met.head, theirs);
  }
  out.only = sentences.all();
  out.is_about_body = nowhere > 0 && kMostAtHome * nowhere >= at_home;
  const std::string body = body_of_states(bodies, nowhere);
  const std::string police = only_police(cast_);
  const bool are_of_the_scene = kMostOfHome * named[police] >= named_most;
  std::vector<std::uint32_t> first_met(cast_.size(), kNone);
  for (const Met& met : mentions_) {
    if (met.mention.actor && first_met[*met.mention.actor] == kNone) first_met[*met.mention.actor] = met.head;
  }
  for (std::uint32_t actor = 0; actor < cast_.size(); ++actor) {
    Member& member = cast_[actor];
    if (!is_open(member)) continue;
    const std::string name = plain_text(member.name);
    if (is_abroad(name, member.standing.sectors) || is_anybody(member, name)) continue;
    if (member.kind == ActorKind::kGroup && !member.is_definite && !member.heads.empty() &&
        is_at_meeting(out, name, member.heads.front())) {
      continue;
    }
    // What the model takes for a person and is called like a capital is hardly at home elsewhere.
    const PlaceWord* place = reading_.knowledge().place(member.name);
    if (place && place->country != country) continue;
    const std::uint32_t met = first_met[actor];
    if (!member.is_named && met != kNone && is_where_it_acts(member.standing)) {
      member.standing.country = sentences.scene(met);
    }
    if (are_of_the_scene && !member.is_named && member.standing.country.empty() && are_police(member)) {
      member.standing.country = police;
    }
    if (!member.standing.country.empty()) continue;
    if (country.empty() && !body.empty() && !member.is_named && is_organ_of_body(member)) {
      member.standing.country = body;
    } else if (!country.empty() || (met != kNone && !member.is_named)) {
      const std::uint32_t sentence = met == kNone ? 0 : reading_.sentence(met);
      member.standing.country = country_by_article(out, member.standing.sectors, sentence);
    }
  }
  return out;
}

}  // namespace tacitus
