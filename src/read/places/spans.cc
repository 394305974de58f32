// Where a text may name a place.
#include "read/places/spans.h"

#include <algorithm>

#include "read/places/gazetteer_name.h"
#include "read/places/span_features.h"
#include "read/places/words.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kMostTokens = 7;  // of a name that is looked up

// Looks at one article.
class Finder {
 public:
  Finder(const Reading& reading, const Gazetteer& gazetteer)
      : reading_(reading), gazetteer_(gazetteer), entities_(reading) {}

  PlaceSpans run(const PlaceWeights& weights) {
    collect();
    const SpanFeatures features(reading_, gazetteer_, entities_, found_.spans);
    for (std::size_t s = 0; s < found_.spans.size(); ++s) {
      PlaceSpan& span = found_.spans[s];
      span.first_feature = static_cast<std::uint32_t>(found_.features.size());
      features.append(s, found_.features);
      span.end_feature = static_cast<std::uint32_t>(found_.features.size());
      span.score = weights.find(std::span(found_.features).subspan(
          span.first_feature, span.end_feature - span.first_feature));
    }
    for (PlaceSpan& span : found_.spans) take_point(span);
    return std::move(found_);
  }

 private:
  bool can_begin(std::uint32_t t) const {
    if (!reading_.is_capitalized(t)) return false;
    if (entities_.of(t) != kNone) return true;
    const Upos upos = reading_.upos(t);
    return upos == Upos::kPropn || upos == Upos::kAdj || upos == Upos::kNoun || upos == Upos::kX;
  }

  // All names that the gazetteer knows, the longest at each token, and the entity head's places.
  void collect() {
    const auto& entities = reading_.document().entities;
    std::uint32_t covered = 0;
    Range area;  // the last name of more than a town
    for (std::uint32_t t = 0; t < reading_.size(); ++t) {
      Range longest;
      Gazetteer::Places places;
      if (t >= covered && can_begin(t)) {
        longest = longest_name(t, places);
        if (!longest.empty()) {
          covered = longest.end;
          area = {};
          if (is_area(places)) area = longest;
        }
      }
      if (const std::uint32_t e = entities_.of(t);
          e != kNone && entities[e].first_token == t && EntityNames::is_place(entities[e].type)) {
        const Range named = entities_.name_of(entities[e]);
        if (!named.empty() && named != longest && !(area.contains(named) && named != area)) {
          std::string key = place_key(reading_, named);
          const Gazetteer::Places known = gazetteer_.find(key).places;
          add(named, std::move(key), known);
        }
      }
      if (!longest.empty()) add(longest, place_key(reading_, longest), places);
    }
  }

  // "Gulf of Aden", "Newfoundland and Labrador": what such a name holds is no name by itself.
  bool is_area(Gazetteer::Places places) const {
    switch (gazetteer_.facts((*places.begin()).place).kind) {
      case PlaceKind::kTown: case PlaceKind::kSeat: case PlaceKind::kQuarter:
      case PlaceKind::kDistrict:
        return false;
      default:
        return true;
    }
  }

  Range longest_name(std::uint32_t first, Gazetteer::Places& places) const {
    const Sentence& sentence = reading_.sentence_of(first);
    const std::uint32_t end = std::min(sentence.end_token, first + kMostTokens);
    Range best;
    std::string key;
    for (std::uint32_t t = first; t < end; ++t) {
      if (reading_.is_punctuation(t) && reading_.plain(t) != "-") break;
      append(t, t == first, key);
      const Gazetteer::Found found = gazetteer_.find(key);
      // A name ends in a name's word: "Isle of" is none.
      if (!found.places.empty() &&
          (reading_.is_capitalized(t) || reading_.plain(t) == "'s") && !ends_in_gap(t)) {
        best = {first, t + 1};
        places = found.places;
      }
      if (!found.goes_on && !is_clitic(t + 1)) break;
    }
    return best;
  }

  bool ends_in_gap(std::uint32_t t) const { return reading_.plain(t) == "-"; }
  bool is_clitic(std::uint32_t t) const {
    return t < reading_.size() && reading_.plain(t).starts_with('\'') &&
           reading_.document().tokens[t].span.begin == reading_.document().tokens[t - 1].span.end;
  }

  void append(std::uint32_t t, bool is_first, std::string& key) const {
    if (!is_first && is_clitic(t)) {
      for (const char c : reading_.plain(t)) {
        if (c != '\'') key += c;
      }
      return;
    }
    append_place_key(reading_.plain(t), key);
  }

  // "EU" is the body, not the town of Eu; three capitals are no town that is written in small ones.
  bool is_body(Range range, Gazetteer::Places places) const {
    const Body* const body = reading_.knowledge().body(reading_.phrase(range));
    if (body && !body->is_metonym) return true;
    return range.size() == 1 && !places.empty() && reading_.shape(range.first) == Shape::kUpper &&
           reading_.plain(range.first).size() <= 3 &&
           (*places.begin()).kind == PlaceNameKind::kMain;
  }

  void add(Range range, std::string key, Gazetteer::Places places) {
    if (is_body(range, places)) return;
    PlaceSpan span;
    span.tokens = range;
    span.key = std::move(key);
    span.places = places;
    for (std::uint32_t t = range.first; t < range.end && span.entity == 0; ++t) {
      if (entities_.of(t) == kNone) continue;
      span.entity =
          static_cast<std::uint8_t>(reading_.document().entities[entities_.of(t)].type) + 1;
    }
    found_.spans.push_back(std::move(span));
  }

  // The point of "Mo." is the name's, also where it ends the sentence; that of "MO." is not.
  void take_point(PlaceSpan& span) const {
    const std::uint32_t t = span.tokens.end;
    if (span.places.empty() || (*span.places.begin()).kind != PlaceNameKind::kShort ||
        t >= reading_.size() || reading_.plain(t) != "." || reading_.shape(t - 1) != Shape::kTitle) {
      return;
    }
    const auto& tokens = reading_.document().tokens;
    if (tokens[t].span.begin == tokens[t - 1].span.end) ++span.tokens.end;
  }

  const Reading& reading_;
  const Gazetteer& gazetteer_;
  EntityNames entities_;
  PlaceSpans found_;
};

}  // namespace

PlaceSpans place_spans(const Reading& reading, const Gazetteer& gazetteer,
                       const PlaceWeights& weights) {
  return Finder(reading, gazetteer).run(weights);
}

std::vector<PlaceSpan> chosen_spans(const PlaceSpans& spans) {
  std::vector<std::uint32_t> order;
  std::uint32_t tokens = 0;
  for (std::uint32_t s = 0; s < spans.spans.size(); ++s) {
    tokens = std::max(tokens, spans.spans[s].tokens.end);
    if (spans.spans[s].score > 0) order.push_back(s);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return spans.spans[a].score > spans.spans[b].score;
  });
  std::vector<bool> taken(tokens, false);
  std::vector<std::uint32_t> chosen;
  for (const std::uint32_t s : order) {
    const Range range = spans.spans[s].tokens;
    const auto first = taken.begin() + range.first, end = taken.begin() + range.end;
    if (std::find(first, end, true) != end) continue;
    std::fill(first, end, true);
    chosen.push_back(s);
  }
  std::sort(chosen.begin(), chosen.end());
  std::vector<PlaceSpan> out;
  out.reserve(chosen.size());
  for (const std::uint32_t s : chosen) out.push_back(spans.spans[s]);
  std::stable_sort(out.begin(), out.end(), [](const PlaceSpan& a, const PlaceSpan& b) {
    return a.tokens.first < b.tokens.first;
  });
  return out;
}

std::vector<PlaceSpan> spans_in_bodies(const Reading& reading, const PlaceSpans& spans,
                                       const std::vector<PlaceSpan>& chosen) {
  std::vector<PlaceSpan> out;
  std::size_t next = 0;  // of the chosen, behind the span
  for (const PlaceSpan& span : spans.spans) {
    while (next < chosen.size() && chosen[next].tokens.end <= span.tokens.first) ++next;
    const bool is_taken = next < chosen.size() && chosen[next].tokens.first < span.tokens.end;
    if (is_taken || span.score > 0 || span.places.empty()) continue;
    const PlaceNameKind kind = (*span.places.begin()).kind;
    if (kind != PlaceNameKind::kMain && kind != PlaceNameKind::kOther) continue;
    const std::uint32_t noun = span.tokens.end, before = span.tokens.first;
    // "Cuckoo Hall Council" is no Hall's.
    if (before > 0 && reading.is_capitalized(before - 1) && reading.upos(before - 1) == Upos::kPropn &&
        reading.sentence(before - 1) == reading.sentence(before)) {
      continue;
    }
    const bool is_in_body = noun < reading.size() && reading.is_capitalized(noun) &&
                            reading.sentence(noun) == reading.sentence(span.tokens.first) &&
                            is_body_of_town(reading.plain(noun));
    if (is_in_body) out.push_back(span);
  }
  return out;
}

std::string place_key(const Reading& reading, Range range) {
  std::string key;
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    const std::string_view plain = reading.plain(t);
    const auto& tokens = reading.document().tokens;
    if (t > range.first && plain.starts_with('\'') && tokens[t].span.begin == tokens[t - 1].span.end) {
      for (const char c : plain) {
        if (c != '\'') key += c;
      }
    } else {
      append_place_key(plain, key);
    }
  }
  return key;
}

}  // namespace tacitus
