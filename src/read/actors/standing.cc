// Country and sector by the tables.
#include "read/actors/standing.h"

#include <algorithm>
#include <utility>

#include "read/actors/cast_names.h"

namespace tacitus {
namespace {

// The table's form of tokens: as written, or as a title is written where they are all capitals,
// as headlines have them.
std::string titled(std::string_view phrase) {
  std::string out(phrase);
  bool inside = false;
  for (char& c : out) {
    const bool capital = c >= 'A' && c <= 'Z';
    if (capital && inside) c = static_cast<char>(c + 32);
    inside = capital || (c >= 'a' && c <= 'z') || (inside && c == '\'');
  }
  return out;
}

bool is_shouted(std::string_view phrase) {
  std::size_t letters = 0;
  for (const char c : phrase) {
    if (c >= 'a' && c <= 'z') return false;
    letters += c >= 'A' && c <= 'Z';
  }
  return letters >= 4;
}

template <class Find>
auto as_written_or_titled(const std::string& phrase, Find find) {
  auto found = find(phrase);
  if (!found && is_shouted(phrase)) found = find(titled(phrase));
  return found;
}

// Looks the longest phrase up that begins at `first`; `find` gives a pointer.
template <class Find>
auto longest(const Reading& reading, std::uint32_t first, std::uint32_t end, Find find) {
  using Pointer = decltype(find(std::string()));
  end = std::min(end, first + Knowledge::kMostTokens);
  for (std::uint32_t stop = end; stop > first; --stop) {
    if (Pointer found = find(reading.phrase({first, stop}))) {
      return std::pair<Range, Pointer>({first, stop}, found);
    }
  }
  return std::pair<Range, Pointer>({0, 0}, nullptr);
}

Range bare(const Reading& reading, Range range) {
  while (range.size() > 1 && (is_genitive(reading.plain(range.end - 1)) ||
                              reading.is_punctuation(range.end - 1))) {
    --range.end;
  }
  while (range.size() > 1 && (reading.plain(range.first) == "the" ||
                              reading.plain(range.first) == "a")) {
    ++range.first;
  }
  return range;
}

// "its prime minister" and "the Taliban's spokesman": a genitive may be glued to the word.
std::string without_genitive(std::string phrase) {
  if (phrase.ends_with("'s")) phrase.resize(phrase.size() - 2);
  return phrase;
}

Standing standing_of(const Body& body) { return {body.country, body.sectors, body.code, false}; }

// What a user's code tells.
Standing standing_of(const DatedCode& code) {
  CodeParts parts = parts_of(code.code);
  // A code of country and sector needs no entry of its own.
  const std::string own = code.code.size() > 6 ? code.code : std::string();
  return {std::move(parts.country), std::move(parts.sectors), own, false};
}

Standing standing_of(const std::vector<DatedCode>& codes, std::string_view day) {
  if (const DatedCode* code = ActorDictionary::on(codes, day)) return standing_of(*code);
  // On other days the country holds, where all codes give the same.
  Standing out;
  out.country = parts_of(codes.front().code).country;
  for (const DatedCode& code : codes) {
    if (parts_of(code.code).country != out.country) return {};
  }
  return out;
}

struct NameFound {
  Range range;                       // empty where there is none
  Standing standing;
};

// The longest name of a user's dictionaries that begins at `first` and ends before `end`.
NameFound dictionary_at(const Reading& reading, std::uint32_t first, std::uint32_t end) {
  const ActorDictionary& dictionary = reading.knowledge().dictionary();
  if (dictionary.empty() || !reading.is_capitalized(first)) return {};
  end = std::min(end, first + Knowledge::kMostTokens);
  for (std::uint32_t stop = end; stop > first; --stop) {
    const auto* codes = dictionary.actor(without_genitive(reading.plain_phrase({first, stop})));
    if (codes) return {{first, stop}, standing_of(*codes, reading.published())};
  }
  return {};
}

template <class Found, class Find>
Found word_at(const Reading& reading, std::uint32_t head, Range bounds, Find find) {
  Found best;
  if (!bounds.has(head)) return best;
  const std::uint32_t reach = Knowledge::kMostTokens;
  for (std::uint32_t first = head + 1; first-- > bounds.first && head - first < reach;) {
    if (const auto* word = find(reading.plain_phrase({first, head + 1}))) {
      best = {{first, head + 1}, word};
    }
  }
  const std::uint32_t last = std::min(bounds.end, head + reach);
  if (head + 2 < last && (reading.plain(head + 1) == "of" || reading.plain(head + 1) == "-")) {
    for (std::uint32_t end = last; end > head + 2; --end) {
      const auto* word = find(reading.plain_phrase({head, end}));
      if (word && end - head > best.range.size()) return {{head, end}, word};
    }
  }
  return best;
}

// Prepositions behind which a place is not the speaker's own: "ambassador to Russia".
bool points_away(std::string_view preposition) {
  return preposition == "to" || preposition == "on" || preposition == "against" ||
         preposition == "about" || preposition == "with" || preposition == "over" ||
         preposition == "into" || preposition == "toward" || preposition == "towards";
}

struct Evidence {
  Standing body;     // of bodies and words for them
  std::string country;
};

// Goes through a range for bodies, places and words for bodies, the left of `head` first.
void gather(const Reading& reading, const Countries& countries, Range range, std::uint32_t head,
            Evidence& out) {
  std::string_view preposition;
  std::string fallback;
  for (std::uint32_t t = range.first; t < range.end;) {
    if (reading.upos(t) == Upos::kAdp) preposition = reading.plain(t);
    const bool behind = t > head;
    const bool away = behind && points_away(preposition);
    const BodyFound body = body_at(reading, t, range.end);
    PlaceFound place = countries.at(t, range.end);
    // A name that is nothing but a town's is more often a firm's or a family's.
    if (place.place && place.place->is_region && place.range == range &&
        !reading.knowledge().place(without_genitive(reading.phrase(range)))) {
      place = {};
    }
    const NameFound own = dictionary_at(reading, t, range.end);
    if (own.range.size() > 0 && own.range.size() >= std::max(body.range.size(), place.range.size())) {
      if (!away) complete(out.body, own.standing);
      t = own.range.end;
      continue;
    }
    if (const Range longer = body.range.size() >= place.range.size() ? body.range : place.range;
        !longer.empty() && is_backer(reading, longer.end)) {
      t = longer.end;
      continue;
    }
    if (body.body && body.range.size() >= place.range.size()) {
      if (!away) complete(out.body, standing_of(*body.body));
      t = body.range.end;
      continue;
    }
    const auto [words, others] = countries.members_at(t, range.end);
    if (others && words.size() > place.range.size()) {
      if (!away) complete(out.body, standing_of(*others));
      t = words.end;
      continue;
    }
    if (place.place) {
      const bool in_capital = place.place->is_capital && !place.place->is_name;
      if (away || (behind && (preposition == "in" || preposition == "for"))) {
        // "the ministry in Tehran" tells; "ambassador in Tehran" does not: the caller decides.
        if (!away && fallback.empty()) fallback = place.place->country;
      } else if (out.country.empty() && !(in_capital && reading.upos(t) == Upos::kAdj)) {
        out.country = place.place->country;
      }
      t = place.range.end;
      continue;
    }
    if (t != head && !away) {
      const BodyWordFound word = body_word_at(reading, t, {range.first, range.end});
      if (word.word && !word.word->sectors.empty() && word.range.end == t + 1 &&
          !word.range.has(head) && reading.is_noun(t) &&
          (out.body.sectors.empty() || out.body.sectors_are_generic)) {
        out.body.sectors = word.word->sectors;
        out.body.sectors_are_generic = word.word->is_generic;
      }
    }
    ++t;
  }
  if (out.country.empty() && out.body.country.empty()) {
    const std::string_view word = head < reading.size() ? reading.plain(head) : "";
    const bool is_abroad = word.starts_with("ambassador") || word.starts_with("envoy") ||
                           word.starts_with("correspondent") || word.starts_with("reporter") ||
                           word.starts_with("journalist") || word.starts_with("embassy");
    if (!is_abroad) out.country = fallback;
  }
}

}  // namespace

bool is_backer(const Reading& reading, std::uint32_t end) {
  constexpr std::string_view kWords[] = {"backed", "supported", "sponsored", "funded", "financed",
                                         "trained", "armed", "brokered", "mediated", "imposed"};
  return end + 1 < reading.size() && reading.plain(end) == "-" &&
         std::find(std::begin(kWords), std::end(kWords), reading.plain(end + 1)) != std::end(kWords);
}

Countries::Countries(const Reading& reading, const FoundPlaces* places)
    : reading_(&reading), places_(places) {
  for (std::size_t p = 0; places && p < places->places.size(); ++p) {
    PlaceWord word;
    if (const auto& code = places->places[p].country) word.country = reading.knowledge().country_of(*code);
    word.is_region = true;
    (places->is_adjective[p] ? word.is_adjective : word.is_name) = true;
    on_map_.push_back(std::move(word));
  }
  for (const Entity& entity : reading.document().entities) {
    if (entity.first_token >= entity.end_token || entity.end_token > reading.size()) continue;
    const Range range = bare(reading, {entity.first_token, entity.end_token});
    const PlaceWord* place = reading.knowledge().place(reading.phrase(range));
    if (place && !place->is_doubtful) {
      spoken_of_.push_back(place->country);
      if (!place->is_region) sure_.push_back(place->country);
    } else if (const Body* body = reading.knowledge().body(reading.phrase(range))) {
      spoken_of_.push_back(body->country);
    }
  }
  for (std::vector<std::string>* list : {&sure_, &spoken_of_}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

const PlaceWord* Countries::accept(const PlaceWord* place) const {
  if (!place || !place->is_doubtful) return place;
  return std::binary_search(sure_.begin(), sure_.end(), place->country) ? place : nullptr;
}

PlaceFound Countries::on_map(std::uint32_t first) const {
  if (!places_) return {};
  const auto& tokens = places_->tokens;
  const auto found = std::lower_bound(tokens.begin(), tokens.end(), first,
                                      [](Range range, std::uint32_t t) { return range.first < t; });
  if (found == tokens.end() || found->first != first) return {};
  const PlaceWord& word = on_map_[static_cast<std::size_t>(found - tokens.begin())];
  return word.country.empty() ? PlaceFound{} : PlaceFound{*found, &word};
}

namespace {

// A country's own name and people are told by the tables; towns and parts of countries share their
// names with others.
bool is_country(const PlaceWord& word) {
  return !word.is_doubtful && !word.is_region && (word.is_name || word.is_adjective);
}

}  // namespace

PlaceFound Countries::at(std::uint32_t first, std::uint32_t end) const {
  // Names of places begin with a capital, as a test holds; most words need not be looked up.
  const char initial = reading_->word(first).front();
  if (initial >= 'a' && initial <= 'z') return {};
  const PlaceFound table = in_tables(first, end);
  const PlaceFound map = on_map(first);
  if (!map.place || map.range.end > end) return table;
  if (!table.place) return map;
  if (table.range.size() != map.range.size()) {
    return table.range.size() > map.range.size() ? table : map;
  }
  return is_country(*table.place) || table.place->country == map.place->country ? table : map;
}

PlaceFound Countries::in_tables(std::uint32_t first, std::uint32_t end) const {
  const auto [range, place] = longest(*reading_, first, end, [&](const std::string& phrase) {
    return as_written_or_titled(without_genitive(phrase), [&](const std::string& form) {
      return accept(reading_->knowledge().place(form));
    });
  });
  // "Latin America", "South American": no country's.
  if (place && first > 0 && reading_->plain(first).starts_with("america")) {
    const std::string_view before = reading_->plain(first - 1);
    if (before == "latin" || before == "south" || before == "central" || before == "north") return {};
  }
  return {range, place};
}

const PlaceWord* Countries::named(Range range) const {
  const PlaceWord* table = table_named(range);
  return table ? place_named(range) : nullptr;
}

const PlaceWord* Countries::place_named(Range range) const {
  const PlaceWord* table = table_named(range);
  if (table && is_country(*table)) return table;
  range = bare(*reading_, range);
  const PlaceFound map = on_map(range.first);
  if (!map.place || map.range.end != range.end) return table;
  return table && table->country == map.place->country ? table : map.place;
}

const PlaceWord* Countries::table_named(Range range) const {
  const std::string phrase = without_genitive(reading_->phrase(bare(*reading_, range)));
  return as_written_or_titled(phrase, [&](const std::string& form) {
    return accept(reading_->knowledge().place(form));
  });
}

const Body* Countries::members_named(Range range) const {
  range = bare(*reading_, range);
  if (!reading_->is_capitalized(range.first)) return nullptr;
  return accept(reading_->knowledge().member_word(without_genitive(reading_->phrase(range))));
}

std::pair<Range, const Body*> Countries::members_at(std::uint32_t first, std::uint32_t end) const {
  if (!reading_->is_capitalized(first)) return {};
  return longest(*reading_, first, end, [&](const std::string& phrase) {
    return accept(reading_->knowledge().member_word(without_genitive(phrase)));
  });
}

const Body* Countries::accept(const MemberWord& word) const {
  const bool counts =
      word.body && (!word.is_doubtful || std::binary_search(spoken_of_.begin(), spoken_of_.end(),
                                                            word.body->country));
  return counts ? word.body : nullptr;
}

const Body* body_named(const Reading& reading, Range range) {
  // "Moody's" is called so; "Ferris's" is Ferris.
  if (!range.empty()) {
    Range own{without_article(reading, range).first, range.end};
    const bool ends_in_genitive = is_genitive(reading.plain(own.end - 1));
    if (!ends_in_genitive && own.end < reading.size() && is_genitive(reading.plain(own.end))) ++own.end;
    if (is_genitive(reading.plain(own.end - 1)) && own.size() > 1) {
      if (const Body* body = reading.knowledge().body(reading.phrase(own))) return body;
    }
  }
  range = bare(reading, range);
  const auto find = [&](Range name) {
    return as_written_or_titled(without_genitive(reading.phrase(name)), [&](const std::string& form) {
      return reading.knowledge().body(form);
    });
  };
  if (const Body* body = find(range)) return body;
  // "Ferris Corp Ltd" is the firm that the table calls Ferris.
  const Range whole = range;
  while (range.size() > 1 && is_company_suffix(reading.plain(range.end - 1)) &&
         reading.is_capitalized(range.end - 1)) {
    --range.end;
  }
  const Body* firm = range == whole ? nullptr : find(range);
  return firm && !firm->sectors.empty() && firm->sectors[0] == "BUS" ? firm : nullptr;
}

BodyFound body_at(const Reading& reading, std::uint32_t first, std::uint32_t end) {
  if (!reading.is_capitalized(first) && !reading.plain(first).starts_with("al")) return {};
  const auto [range, body] = longest(reading, first, end, [&](const std::string& phrase) {
    if (phrase.ends_with("'s")) {
      if (const Body* found = reading.knowledge().body(phrase)) return found;
    }
    return as_written_or_titled(without_genitive(phrase), [&](const std::string& form) {
      return reading.knowledge().body(form);
    });
  });
  return {range, body};
}

PersonFound person_word_at(const Reading& reading, std::uint32_t head, Range bounds) {
  return word_at<PersonFound>(reading, head, bounds, [&](const std::string& phrase) {
    return reading.knowledge().person_word(phrase);
  });
}

BodyWordFound body_word_at(const Reading& reading, std::uint32_t head, Range bounds) {
  return word_at<BodyWordFound>(reading, head, bounds, [&](const std::string& phrase) {
    const BodyWord* word = reading.knowledge().body_word(phrase);
    return word && word->is_of_names && !reading.is_capitalized(head) ? nullptr : word;
  });
}

Standing standing_of_body(const Reading& reading, const Countries& countries, Range range,
                          std::uint32_t head) {
  Standing out;
  if (range.empty()) return out;
  if (const auto own = standing_by_dictionary(reading, range)) return *own;
  if (const Body* body = body_named(reading, range)) return standing_of(*body);
  if (const Body* body = countries.members_named(range)) return standing_of(*body);
  const BodyWordFound word = body_word_at(reading, head, range);
  if (word.word) {
    out.sectors = word.word->sectors;
    out.sectors_are_generic = word.word->is_generic;
  }
  Evidence evidence;
  gather(reading, countries, range, head, evidence);
  out.country = evidence.country;
  // "NATO's military committee": the body that it belongs to gives the country, and the sector only
  // where its own word tells none.
  if (out.country.empty()) {
    out.country = evidence.body.country;
    out.code = evidence.body.code;
  }
  if (!evidence.body.sectors.empty() && (out.sectors.empty() || out.sectors_are_generic)) {
    out.sectors = evidence.body.sectors;
    out.sectors_are_generic = false;
  }
  // "Association of Corn Growers" is theirs.
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    if (!out.sectors.empty() && !out.sectors_are_generic) break;
    const PersonFound people = person_word_at(reading, t, range);
    if (!people.word || !people.word->is_plural || people.word->is_generic ||
        people.word->sectors.empty()) {
      continue;
    }
    out.sectors = people.word->sectors;
    out.sectors_are_generic = false;
  }
  // "Enfield Council" governs Enfield.
  if (out.sectors.empty() && range.size() > 1 && reading.is_capitalized(range.end - 1) &&
      (reading.plain(range.end - 1) == "council" || reading.plain(range.end - 1) == "borough")) {
    const PlaceFound town = countries.at(range.first, range.end - 1);
    if (town.place && town.place->is_region && town.range.end == range.end - 1) out.sectors = {"GOV"};
  }
  // "Ferris Group", but no "contact group".
  if (out.sectors.empty() && range.size() > 1 && reading.plain(range.end - 1) == "group" &&
      reading.is_capitalized(range.end - 1) && evidence.body.empty()) {
    out.sectors = {"BUS"};
  }
  return out;
}

namespace {

// "Representative for the creditors", "leader of the striking miners": theirs.
std::vector<std::string> sectors_of_those_behind(const Reading& reading, Range range,
                                                 std::uint32_t head) {
  if (head + 2 >= range.end || (reading.plain(head + 1) != "for" && reading.plain(head + 1) != "of")) {
    return {};
  }
  for (std::uint32_t t = head + 2; t < range.end; ++t) {
    if (!reading.is_noun(t)) {
      const bool goes_on = reading.upos(t) == Upos::kDet || reading.upos(t) == Upos::kAdj ||
                           reading.upos(t) == Upos::kNum || reading.upos(t) == Upos::kVerb;
      if (!goes_on) return {};
      continue;
    }
    const PersonFound people = person_word_at(reading, t, {head + 2, range.end});
    if (!people.word) continue;
    const bool tells = people.word->is_plural && !people.word->is_generic;
    return tells ? people.word->sectors : std::vector<std::string>();
  }
  return {};
}

}  // namespace

Standing standing_of_role(const Reading& reading, const Countries& countries, Range range,
                          std::uint32_t head) {
  Standing out;
  if (range.empty()) return out;
  const PersonFound word = person_word_at(reading, head, range);
  if (word.word) {
    out.sectors = word.word->sectors;
    out.sectors_are_generic = word.word->is_generic;
  }
  Evidence evidence;
  gather(reading, countries, range, head, evidence);
  out.country = evidence.country;
  if (out.country.empty()) {
    out.country = evidence.body.country;
    out.code = evidence.body.code;
  }
  if (!evidence.body.sectors.empty() && (out.sectors.empty() || out.sectors_are_generic)) {
    out.sectors = evidence.body.sectors;
    out.sectors_are_generic = false;
  }
  if (out.sectors_are_generic && evidence.body.sectors.empty()) {
    if (auto theirs = sectors_of_those_behind(reading, range, head); !theirs.empty()) {
      out.sectors = std::move(theirs);
      out.sectors_are_generic = false;
    }
  }
  bool is_former = false, is_opposition = false;
  for (std::uint32_t t = range.first; t < range.end && t <= head; ++t) {
    is_former = is_former || reading.knowledge().is(SpeechWord::kFormer, reading.plain(t)) ||
                reading.plain(t).starts_with("ex-");
    is_opposition = is_opposition || reading.plain(t) == "opposition";
  }
  const auto has = [&](std::string_view code) {
    return std::find(out.sectors.begin(), out.sectors.end(), code) != out.sectors.end();
  };
  if (is_former && (has("GOV") || has("LEG") || has("MIL") || has("JUD") || has("COP") ||
                    has("SPY"))) {
    out.sectors = {"ELI"};
    out.sectors_are_generic = false;
  }
  if (is_opposition && !has("OPP")) {
    if (out.sectors_are_generic) out.sectors.clear();
    out.sectors.emplace_back("OPP");
    out.sectors_are_generic = false;
  }
  return out;
}

std::optional<Standing> standing_by_dictionary(const Reading& reading, Range range) {
  const ActorDictionary& dictionary = reading.knowledge().dictionary();
  if (dictionary.empty() || range.empty()) return std::nullopt;
  for (const Range form : {range, bare(reading, range)}) {
    const auto* codes = dictionary.actor(without_genitive(reading.plain_phrase(form)));
    if (codes) return standing_of(*codes, reading.published());
  }
  return std::nullopt;
}

Standing standing_of_leader(const Leader& leader, std::string_view day, bool is_short) {
  Standing out;
  const Term* term = leader.on(day);
  if (!term && (is_short || leader.is_far_from(day))) return out;
  out.country = term && !term->country.empty() ? term->country : leader.country;
  if (term) out.sectors = term->sectors;
  else if (leader.is_former_on(day)) out.sectors = {"ELI"};
  return out;
}

void complete(Standing& to, const Standing& from) {
  if (to.country.empty()) {
    to.country = from.country;
    // A code of the table's own says a sector too; it does not go with another one.
    const bool goes = from.sectors.empty() || to.sectors.empty() || to.sectors_are_generic ||
                      to.sectors == from.sectors;
    to.code = goes ? from.code : std::string();
  }
  if (!from.sectors.empty() && (to.sectors.empty() || to.sectors_are_generic)) {
    to.sectors = from.sectors;
    to.sectors_are_generic = from.sectors_are_generic;
  }
}

}  // namespace tacitus
