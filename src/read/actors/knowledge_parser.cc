// Parses the tables of knowledge/ that tell of actors and of words for speech.
#include <algorithm>
#include <memory>
#include <utility>

#include "read/actors/knowledge_tables.h"
#include "read/reading.h"
#include "read/statements/plural.h"

namespace tacitus {
namespace {

constexpr std::pair<std::string_view, SpeechWord> kSpeechKinds[] = {
    {"denies", SpeechWord::kDenies},
    {"denies-claim", SpeechWord::kDeniesClaim},
    {"claim", SpeechWord::kClaim},
    {"refuses", SpeechWord::kRefuses},
    {"refuses-not", SpeechWord::kRefusesNot},
    {"alleged", SpeechWord::kAlleged},
    {"alleged-adverb", SpeechWord::kAllegedAdverb},
    {"modal", SpeechWord::kModal},
    {"tells", SpeechWord::kTells},
    {"speaks", SpeechWord::kSpeaks},
    {"letter", SpeechWord::kLetter},
    {"asked", SpeechWord::kAsked},
    {"honorific-m", SpeechWord::kHonorificMale},
    {"honorific-f", SpeechWord::kHonorificFemale},
    {"honorific", SpeechWord::kHonorific},
    {"suffix", SpeechWord::kSuffix},
    {"particle", SpeechWord::kParticle},
    {"former", SpeechWord::kFormer},
    {"reports", SpeechWord::kReports},
    {"own", SpeechWord::kOwn},
    {"thinks", SpeechWord::kThinks},
    {"anyone", SpeechWord::kAnyone},
};

constexpr std::pair<std::string_view, SignKind> kSignKinds[] = {{"listing", SignKind::kListing},
                                                                {"exchange", SignKind::kExchange},
                                                                {"form", SignKind::kForm},
                                                                {"money", SignKind::kMoney}};

bool is_code(std::string_view text, bool one_only) {
  if (text.empty() || text.size() % 3 != 0 || (one_only && text.size() != 3)) return false;
  for (const char c : text) {
    if (c < 'A' || c > 'Z') return false;
  }
  return true;
}

}  // namespace

std::optional<std::string> Knowledge::Tables::add_places(std::string_view country,
                                                         std::string_view words,
                                                         bool PlaceWord::* kind, bool is_region) {
  for (std::string_view word : split_cell(words)) {
    const bool is_doubtful = word.starts_with('?');
    if (is_doubtful) word.remove_prefix(1);
    if (word.empty()) return "an empty name";
    auto [entry, is_new] = places.try_emplace(std::string(word));
    PlaceWord& place = entry->second;
    if (is_new) {
      place.country = country;
      place.is_doubtful = is_doubtful;
      place.is_region = is_region;
    } else if (place.country != country) {
      continue;  // the first country that claims a word has it: Congo, Dominican
    }
    place.*kind = true;
  }
  return std::nullopt;
}

std::optional<std::string> Knowledge::Tables::add_country(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 4 && cells.size() != 5) {
    return "not code, names, demonyms, capitals and perhaps territories";
  }
  if (!is_code(cells[0], true)) return "the code is not three capitals";
  countries.try_emplace(std::string(cells[0]), cells[0]);
  if (cells.size() == 5) {
    for (const std::string_view code : split_cell(cells[4])) {
      if (!is_code(code, true)) return "a territory's code is not three capitals";
      countries.try_emplace(std::string(code), cells[0]);
    }
  }
  if (auto trouble = add_places(cells[0], cells[1], &PlaceWord::is_name, false)) return trouble;
  if (auto trouble = add_places(cells[0], cells[2], &PlaceWord::is_adjective, false)) {
    return trouble;
  }
  return add_places(cells[0], cells[3], &PlaceWord::is_capital, false);
}

std::optional<std::string> Knowledge::Tables::add_region(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 3) return "not code, names and adjectives";
  if (!is_code(cells[0], true)) return "the code is not three capitals";
  if (auto trouble = add_places(cells[0], cells[1], &PlaceWord::is_name, true)) return trouble;
  return add_places(cells[0], cells[2], &PlaceWord::is_adjective, true);
}

std::optional<std::string> Knowledge::Tables::add_city(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 2) return "not code and names";
  if (!is_code(cells[0], true)) return "the code is not three capitals";
  return add_places(cells[0], cells[1], &PlaceWord::is_name, true);
}

namespace {

// Sectors parted by commas, "-" for none; a star behind one makes the word generic.
std::optional<std::string> read_sectors(std::string_view cell, SectorWord& out) {
  if (cell == "-") return std::nullopt;
  if (cell == "-*") {
    out.is_generic = true;
    return std::nullopt;
  }
  for (std::size_t at = 0; at <= cell.size();) {
    const std::size_t end = std::min(cell.find(',', at), cell.size());
    std::string_view sector = cell.substr(at, end - at);
    if (sector.ends_with('*')) {
      out.is_generic = true;
      sector.remove_suffix(1);
    }
    if (!is_code(sector, true)) return "a sector is not three capitals";
    out.sectors.emplace_back(sector);
    at = end + 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> Knowledge::Tables::add_named(const TableLine& line, bool is_metonym) {
  const auto& cells = line.cells;
  Body body;
  body.is_metonym = is_metonym;
  const auto index = static_cast<std::uint32_t>(bodies.size());
  const std::vector<std::string_view> all_names = split_cell(cells[0]);
  body.names.reserve(all_names.size());
  for (std::string_view name : all_names) {
    if (name.starts_with('?')) {
      name.remove_prefix(1);
      members.try_emplace(std::string(name), MemberOf{index, true});
    } else {
      body_names.try_emplace(std::string(name), index);
    }
    if (name.empty()) return "an empty name";
    body.names.emplace_back(name);
  }
  if (body.names.empty()) return "no name";
  if (cells[1] != "-") {
    if (!is_code(cells[1], true)) return "the country's code is not three capitals";
    body.country = cells[1];
  }
  SectorWord word;
  if (auto trouble = read_sectors(cells[2], word)) return trouble;
  body.sectors = std::move(word.sectors);
  if (cells[3] != "-") {
    if (!is_code(cells[3], false)) return "the code is not made of threes of capitals";
    body.code = cells[3];
  }
  if (cells.size() >= 5) {
    for (const std::string_view noun : split_cell(cells[4])) body.nouns.emplace_back(noun);
  }
  bodies.push_back(std::move(body));
  if (cells.size() == 6) {
    for (std::string_view member : split_cell(cells[5])) {
      const bool is_doubtful = member.starts_with('?');
      if (is_doubtful) member.remove_prefix(1);
      members.try_emplace(std::string(member), MemberOf{index, is_doubtful});
    }
  }
  return std::nullopt;
}

std::optional<std::string> Knowledge::Tables::add_body(const TableLine& line) {
  if (line.cells.size() != 5 && line.cells.size() != 6) {
    return "not names, country, sectors, code, nouns and perhaps members";
  }
  return add_named(line, false);
}

std::optional<std::string> Knowledge::Tables::add_company(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 3) return "not country, sectors and names";
  return add_named({line.number, {cells[2], cells[0], cells[1], "-"}}, false);
}

std::optional<std::string> Knowledge::Tables::add_metonym(const TableLine& line) {
  if (line.cells.size() != 4) return "not names, country, sectors and code";
  return add_named(line, true);
}

std::optional<std::string> Knowledge::Tables::add_person(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 3) return "not words, sectors and gender";
  PersonWord word;
  if (auto trouble = read_sectors(cells[1], word)) return trouble;
  if (cells[2] == "m") {
    word.gender = Gender::kMale;
  } else if (cells[2] == "f") {
    word.gender = Gender::kFemale;
  } else if (cells[2] != "-" && cells[2] != "p") {
    return "the gender is not m, f, p or -";
  }
  for (const std::string_view singular : split_cell(cells[0])) {
    word.singular = singular;
    word.is_plural = cells[2] == "p";
    people.try_emplace(std::string(singular), word);
    word.is_plural = true;
    people.try_emplace(plural_of(singular), word);
  }
  return std::nullopt;
}

std::optional<std::string> Knowledge::Tables::add_body_word(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 2) return "not words and sectors";
  BodyWord word;
  if (auto trouble = read_sectors(cells[1], word)) return trouble;
  for (std::string_view singular : split_cell(cells[0])) {
    word.is_doubtful = singular.starts_with('?');
    word.is_of_names = singular.starts_with('^');
    if (word.is_doubtful || word.is_of_names) singular.remove_prefix(1);
    if (singular.empty()) return "an empty word";
    body_words.try_emplace(std::string(singular), word);
    body_words.try_emplace(plural_of(singular), word);
  }
  return std::nullopt;
}

std::optional<std::string> Knowledge::Tables::add_speech(const TableLine& line) {
  if (line.cells.size() != 2) return "not kind and words";
  for (const auto& [name, kind] : kSpeechKinds) {
    if (name != line.cells[0]) continue;
    WordSet& set = speech[static_cast<std::size_t>(kind)];
    for (const std::string_view word : split_cell(line.cells[1])) set.emplace(word);
    return std::nullopt;
  }
  return "a kind that is not known";
}

std::optional<std::string> Knowledge::Tables::add_first_names(const TableLine& line) {
  if (line.cells.size() != 2 || (line.cells[0] != "m" && line.cells[0] != "f")) {
    return "not gender and names";
  }
  const Gender gender = line.cells[0] == "m" ? Gender::kMale : Gender::kFemale;
  for (const std::string_view name : split_cell(line.cells[1])) {
    const auto [entry, is_new] = first_names.try_emplace(std::string(name), gender);
    if (!is_new && entry->second != gender) entry->second = Gender::kUnknown;
  }
  return std::nullopt;
}

std::optional<std::string> Knowledge::Tables::add_leader(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 3) return "not country, names and terms";
  if (!is_code(cells[0], true)) return "the code is not three capitals";
  Leader leader;
  leader.country = cells[0];
  const std::vector<std::string_view> terms = split_cell(cells[2]);
  leader.terms.reserve(terms.size());
  for (const std::string_view text : terms) {
    Term term;
    if (auto trouble = read_term(text, term)) return trouble;
    leader.terms.push_back(std::move(term));
  }
  const std::vector<std::string_view> names = split_cell(cells[1]);
  if (names.empty()) return "no name";
  const auto index = static_cast<std::uint32_t>(leaders.size());
  for (const std::string_view name : names) leader_names.try_emplace(plain_text(name), index);
  leaders.push_back(std::move(leader));
  return std::nullopt;
}

std::optional<std::string> Knowledge::Tables::add_sign(const TableLine& line) {
  const auto& cells = line.cells;
  if (cells.size() != 3) return "not kind, country and words";
  if (cells[1] != "-" && !is_code(cells[1], true)) return "the code is not three capitals";
  for (const auto& [name, kind] : kSignKinds) {
    if (name != cells[0]) continue;
    const std::string_view country = cells[1] == "-" ? std::string_view() : cells[1];
    // Not split_cell: "-" is a word here.
    std::string_view rest = cells[2];
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      if (bar == 0) return "an empty word";
      signs[static_cast<std::size_t>(kind)].try_emplace(std::string(rest.substr(0, bar)), country);
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
    return std::nullopt;
  }
  return "a kind that is not known";
}

void Knowledge::Tables::add_agents() {
  for (const auto& [name, agent] : dictionary.agents()) {
    SectorWord told;
    // With three letters in the place of the country's.
    told.sectors = parts_of("AAA" + agent.before + agent.after).sectors;
    const auto body = body_words.find(name);
    if (body != body_words.end()) {
      static_cast<SectorWord&>(body->second) = std::move(told);
      continue;
    }
    const auto [person, is_new] = people.try_emplace(name);
    static_cast<SectorWord&>(person->second) = std::move(told);
    if (!is_new) continue;
    person->second.is_plural = agent.is_plural;
    person->second.singular = name;
  }
}

Result<Knowledge> Knowledge::parse(const KnowledgeTexts& texts) {
  auto tables = std::make_unique<Tables>();
  // Room for all, so that the start does not move them again and again.
  const auto count = [](std::string_view text, char mark) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), mark));
  };
  tables->bodies.reserve(count(texts.bodies, '\n') + count(texts.companies, '\n') +
                         count(texts.metonyms, '\n'));
  tables->body_names.reserve(tables->bodies.capacity() + count(texts.bodies, '|') +
                             count(texts.companies, '|'));
  tables->leaders.reserve(count(texts.leaders, '\n'));
  tables->leader_names.reserve(tables->leaders.capacity() + count(texts.leaders, '|'));
  const auto wrong = read_tables<Tables>(
      "knowledge/",
      {
          {"actors/countries.tsv", texts.countries, &Tables::add_country},
          {"actors/regions.tsv", texts.regions, &Tables::add_region},
          {"actors/cities.tsv", texts.cities, &Tables::add_city},
          {"actors/bodies.tsv", texts.bodies, &Tables::add_body},
          {"actors/companies.tsv", texts.companies, &Tables::add_company},
          {"actors/metonyms.tsv", texts.metonyms, &Tables::add_metonym},
          {"actors/leaders.tsv", texts.leaders, &Tables::add_leader},
          {"people.tsv", texts.people, &Tables::add_person},
          {"organizations.tsv", texts.organizations, &Tables::add_body_word},
          {"speech.tsv", texts.speech, &Tables::add_speech},
          {"first_names.tsv", texts.first_names, &Tables::add_first_names},
          {"actors/signs.tsv", texts.signs, &Tables::add_sign},
      },
      *tables);
  if (wrong) return *wrong;
  return Knowledge(std::move(tables));
}

}  // namespace tacitus
