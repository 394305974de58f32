// Which country the words of a text mean.
#include "read/actors/countries.h"

#include <algorithm>
#include <utility>

#include "read/actors/look_up.h"

namespace tacitus {

bool is_part_of_america(std::string_view before, std::string_view word) {
  return word.starts_with("america") && (before == "latin" || before == "south" || before == "central" || before == "north");
}

namespace {

// Into a sorted list that has each once: a book names few countries, each of them often.
void add_once(const std::string& country, std::vector<std::string>& list) {
  const auto at = std::lower_bound(list.begin(), list.end(), country);
  if (at == list.end() || *at != country) list.insert(at, country);
}

}  // namespace

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
      add_once(place->country, spoken_of_);
      if (!place->is_region) add_once(place->country, sure_);
    } else if (const Body* body = reading.knowledge().body(reading.phrase(range))) {
      add_once(body->country, spoken_of_);
    }
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
  const bool is_part = place && first > 0 && is_part_of_america(reading_->plain(first - 1), reading_->plain(first));
  return is_part ? PlaceFound{} : PlaceFound{range, place};
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

const PlaceWord* Countries::dateline() const {
  if (!places_ || !places_->dateline) return nullptr;
  const PlaceWord& word = on_map_[*places_->dateline];
  return word.country.empty() ? nullptr : &word;
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

}  // namespace tacitus
