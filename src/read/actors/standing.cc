// Country and sector by the tables.
#include "read/actors/standing.h"

#include <algorithm>
#include <utility>

#include "read/actors/cast_names.h"
#include "read/actors/look_up.h"
#include "read/actors/unbound.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

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

// Prepositions behind which a place is not the speaker's own: "ambassador to Russia".
bool points_away(std::string_view preposition) {
  return preposition == "to" || preposition == "on" || preposition == "against" ||
         preposition == "about" || preposition == "with" || preposition == "over" ||
         preposition == "into" || preposition == "toward" || preposition == "towards" ||
         preposition == "as" || preposition == "than";  // "such buyers as Japan"
}

struct Evidence {
  Standing body;     // of bodies and words for them
  std::string country;
};

// Whether two words for bodies are of one compound, whose last word says what it is: "industry ministry".
bool are_one_compound(const Reading& reading, std::uint32_t first, std::uint32_t second) {
  constexpr std::uint32_t kLongest = 8;
  if (second - first > kLongest) return false;
  for (std::uint32_t t = first + 1; t < second; ++t) {
    const bool goes_on = reading.is_noun(t) || reading.upos(t) == Upos::kAdj || reading.plain(t) == "and" ||
                         reading.word(t) == "-";
    if (!goes_on) return false;
  }
  return true;
}

// Goes through a range for bodies, places and words for bodies, the left of `head` first. `own` is the
// word for people or bodies that the head stands in: no part of it is another body ("press secretary").
void gather(const Reading& reading, const Countries& countries, Range range, std::uint32_t head,
            Range own_word, Evidence& out) {
  std::string_view preposition;
  std::string fallback;
  std::uint32_t last_word = kNone;
  for (std::uint32_t t = range.first; t < range.end;) {
    if (reading.upos(t) == Upos::kAdp) preposition = reading.plain(t);
    const bool behind = t > head;
    // "Trading partners of the United States" are others, "police on Oslo's main street" are not.
    const bool is_where = preposition == "on" && reading.plain(head) == "police";
    const bool away = behind && ((points_away(preposition) && !is_where) ||
                                 (preposition == "of" && is_partner(reading.plain(head))));
    const BodyFound body = body_at(reading, t, range.end);
    PlaceFound place = countries.at(t, range.end);
    // A name that is nothing but a town's is more often a firm's or a family's.
    if (place.place && place.place->is_region && place.range == range &&
        !reading.knowledge().place(without_genitive(reading.phrase(range)))) {
      place = {};
    }
    // "The Benghazi committee" sits where its state does.
    if (place.place && !behind && !place.place->is_adjective && place.range.end == head &&
        (place.place->is_region || place.place->is_capital) && is_named_by_topic(reading.plain(head))) {
      t = place.range.end;
      continue;
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
    // "Georgia's father" is a girl's.
    if (place.place && place.range.end < range.end && head < reading.size() && is_kin(reading.plain(head)) &&
        (is_genitive(reading.plain(place.range.end)) || is_genitive(reading.plain(place.range.end - 1)))) {
      t = place.range.end;
      continue;
    }
    if (place.place) {
      const bool in_capital = place.place->is_capital && !place.place->is_name;
      if (away || (behind && (preposition == "in" || preposition == "for"))) {
        // "the ministry in Tehran" tells; "ambassador in Tehran" does not: the caller decides.
        // "Member for Kennedy" has his seat in no town of another land.
        const bool is_seat = preposition == "for" && place.place->is_region;
        if (!away && !is_seat && fallback.empty()) fallback = place.place->country;
      } else if (out.country.empty() && !(in_capital && reading.upos(t) == Upos::kAdj)) {
        out.country = place.place->country;
      }
      t = place.range.end;
      continue;
    }
    if (t != head && !away && !own_word.has(t)) {
      const BodyWordFound word = body_word_at(reading, t, {range.first, range.end});
      if (word.word && !word.word->sectors.empty() && word.range.end == t + 1 &&
          !word.range.has(head) && reading.is_noun(t) &&
          (out.body.sectors.empty() || out.body.sectors_are_generic ||
           (last_word != kNone && !word.word->is_generic && are_one_compound(reading, last_word, t)))) {
        out.body.sectors = word.word->sectors;
        out.body.sectors_are_generic = word.word->is_generic;
        last_word = t;
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

// Whether a number of nations in front of a body's word says that they make it up: "the 13-nation group".
bool is_of_nations(const Reading& reading, Range range, std::uint32_t head) {
  for (std::uint32_t t = range.first; t < std::min(head, range.end); ++t) {
    std::string_view word = reading.plain(t);
    const std::size_t hyphen = word.rfind('-');
    const bool is_counted = hyphen != word.npos ? hyphen > 0 && hyphen + 1 < word.size()
                                                : t >= range.first + 2 && reading.plain(t - 1) == "-" &&
                                                      reading.upos(t - 2) == Upos::kNum;
    if (hyphen != word.npos) word.remove_prefix(hyphen + 1);
    if (is_counted && (word == "nation" || word == "country")) return true;
  }
  return false;
}

}  // namespace

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
  gather(reading, countries, range, head, word.word ? word.range : Range{}, evidence);
  out.country = evidence.country;
  // "The 13-nation group".
  if (out.country.empty() && evidence.body.country.empty() && is_of_nations(reading, range, head)) {
    out.country = "IGO";
  }
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
  // "Armenian units" are an army's; those of firms stand with the firm.
  if (out.sectors.empty() && reading.plain(head) == "units" && head > range.first && !evidence.country.empty() &&
      reading.upos(head - 1) == Upos::kAdj && evidence.body.empty()) {
    out.sectors = {"MIL"};
  }
  // "Enfield Council" governs Enfield.
  if (out.sectors.empty() && range.size() > 1 && reading.is_capitalized(range.end - 1) &&
      (reading.plain(range.end - 1) == "council" || reading.plain(range.end - 1) == "borough")) {
    const PlaceFound town = countries.at(range.first, range.end - 1);
    if (town.place && town.place->is_region && town.range.end == range.end - 1) out.sectors = {"GOV"};
  }
  // "The City of Ferris" is who governs there.
  if (out.sectors.empty() && range.size() > 2 && reading.is_capitalized(range.first) && reading.plain(range.first + 1) == "of") {
    const bool is_place = is_of_kind(reading.plain(range.first), WordKind::kTown);
    const PlaceFound town = countries.at(range.first + 2, range.end);
    if (is_place && town.place && town.range.end == range.end) {
      out.sectors = {"GOV"};
      if (out.country.empty()) out.country = town.place->country;
    }
  }
  // "Banca Ferris", "Radio Ferris": a name that begins with what it is.
  if (out.sectors.empty() && range.size() > 1 && reading.is_capitalized(range.first) &&
      reading.is_capitalized(range.end - 1)) {
    const BodyWordFound first = body_word_at(reading, range.first, {range.first, range.first + 1});
    if (first.word && !first.word->is_doubtful) out.sectors = first.word->sectors;
  }
  // "Water Agency", "Fair Work Commission": what is called so is a state's, unless it says otherwise.
  if (out.sectors.empty() && range.size() > 1 && reading.is_capitalized(range.end - 1) &&
      reading.is_capitalized(range.end - 2) && evidence.body.empty()) {
    const std::string_view last = reading.plain(range.end - 1);
    if (last == "agency" || last == "authority" || last == "commission" || last == "office" ||
        last == "inspectorate") {
      out.sectors = {"GOV"};
      out.sectors_are_generic = true;
    }
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

// Whether a body's name in `range` begins before `token` and goes on with it.
bool cuts_a_body(const Reading& reading, Range range, std::uint32_t token) {
  for (std::uint32_t t = range.first; t < token; ++t) {
    if (body_at(reading, t, range.end).range.end > token) return true;
  }
  return false;
}

}  // namespace

Standing standing_of_role(const Reading& reading, const Countries& countries, Range range,
                          std::uint32_t head) {
  Standing out;
  if (range.empty()) return out;
  // "Its mission chief for Norland": its man, wherever he is at work.
  const std::uint32_t possessor = reading.child(head, Deprel::kNmodPoss);
  if (possessor != kNone && reading.upos(possessor) == Upos::kPron) {
    for (std::uint32_t t = head + 1; t < range.end; ++t) {
      if (reading.plain(t) == "for" && reading.deprel(t) == Deprel::kCase) range.end = t;
    }
  }
  PersonFound word = person_word_at(reading, head, range);
  // "Republican National Committee chairman" has no "committee chairman" in it, "White House aide" no "house aide".
  if (word.word && word.range.first < head && cuts_a_body(reading, {range.first, head}, word.range.first)) {
    word = person_word_at(reading, head, {head, head + 1});
  }
  if (word.word) {
    out.sectors = word.word->sectors;
    out.sectors_are_generic = word.word->is_generic;
  }
  Evidence evidence;
  gather(reading, countries, range, head, word.word ? word.range : Range{}, evidence);
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
