// Where a text may name a place.
#include "read/place_spans.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "read/gazetteer_name.h"
#include "read/place_words.h"
#include "read/senses.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kMostTokens = 7;  // of a name that is looked up
constexpr std::uint32_t kMostWholes = 4;  // countries and divisions that a name is tried as

// The groups of the find model and their values, in the order of the enumerations below.
enum Group : std::uint8_t {
  kEntityFit, kKind, kName, kFame, kRelation, kSpeech, kBefore, kAfter, kList, kSense, kMates, kNoun,
  kShape, kLength, kStart, kPeople, kGiven,
  kGroups,
};
constexpr std::string_view kEntityFits[] = {
    "none",       "person all",  "person first", "person last", "person inside", "person over",
    "org all",    "org first",   "org last",     "org inside",  "org over",      "gpe all",
    "gpe first",  "gpe last",    "gpe inside",   "gpe over",    "norp all",      "norp first",
    "norp last",  "norp inside", "norp over",    "loc all",     "loc first",     "loc last",
    "loc inside", "loc over",    "fac all",      "fac first",   "fac last",      "fac inside",
    "fac over",   "event all",   "event first",  "event last",  "event inside",  "event over"};
constexpr std::string_view kKinds[] = {"none",     "town",     "capital",   "seat",   "quarter",
                                       "country",  "division", "district",  "continent", "region",
                                       "water",    "land",     "state",     "site"};
constexpr std::string_view kNameKinds[] = {"none", "main", "other", "adjective", "short"};
constexpr std::string_view kFames[] = {"none", "0", "60", "80", "100", "110", "120", "130", "140"};
constexpr std::string_view kRelations[] = {"other", "nsubj", "obj",  "obl",      "nmod", "poss",
                                           "appos", "flat",  "compound", "amod", "conj", "root"};
constexpr std::string_view kSpeeches[] = {"other", "propn", "noun", "adj"};
constexpr std::string_view kBefores[] = {
    "other", "nothing", "in",   "at",     "from",  "to",        "of",    "place preposition",
    "adp",   "the",     "a",    "comma",  "hyphen", "dash",     "mark",  "honorific",
    "given name", "beside word", "name", "noun", "verb", "adj", "conj", "number"};
constexpr std::string_view kAfters[] = {
    "other", "nothing", "possessive", "comma", "hyphen", "dash", "mark", "reporting verb", "verb",
    "name",  "place noun", "noun", "adp", "conj", "number", "bracket"};
constexpr std::string_view kLists[] = {"none", "before its part", "behind its town", "in a list"};
constexpr std::string_view kSenses[] = {"none", "person", "org", "place"};
constexpr std::string_view kMateValues[] = {"none", "never", "seldom", "often", "always"};
constexpr std::string_view kNouns[] = {"none", "road", "building", "water", "area", "part", "beside"};
constexpr std::string_view kShapes[] = {"title", "upper", "mixed", "other"};
constexpr std::string_view kLengths[] = {"1", "2", "3", "4"};
constexpr std::string_view kStarts[] = {"inside", "sentence", "paragraph", "dateline", "headline"};
constexpr std::string_view kPeopleValues[] = {"no", "yes"};
constexpr std::string_view kGivens[] = {"no", "yes"};

constexpr FeatureGroup kGroupList[] = {
    {"entity", kEntityFits}, {"kind", kKinds},       {"name", kNameKinds},  {"fame", kFames},
    {"relation", kRelations}, {"speech", kSpeeches}, {"before", kBefores},  {"after", kAfters},
    {"list", kLists},        {"sense", kSenses},     {"mates", kMateValues}, {"noun", kNouns},
    {"shape", kShapes},      {"length", kLengths},   {"start", kStarts},    {"people", kPeopleValues},
    {"given", kGivens}};
static_assert(std::size(kGroupList) == kGroups);

constexpr FeatureSpace::Pair kPairList[] = {
    {kEntityFit, kFame}, {kEntityFit, kName}, {kEntityFit, kKind},  {kEntityFit, kMates},
    {kName, kRelation},  {kName, kShape},     {kName, kBefore},     {kName, kList},
    {kEntityFit, kNoun}, {kEntityFit, kAfter}, {kEntityFit, kSense}, {kName, kPeople}};

std::uint8_t fame_of(std::uint8_t prominence) {
  constexpr std::uint8_t kSteps[] = {60, 80, 100, 110, 120, 130, 140};
  std::uint8_t fame = 1;
  for (const std::uint8_t step : kSteps) fame += prominence >= step;
  return fame;
}

std::uint8_t relation_of(Deprel deprel) {
  switch (deprel) {
    case Deprel::kNsubj: case Deprel::kNsubjPass: return 1;
    case Deprel::kObj: case Deprel::kIobj: return 2;
    case Deprel::kObl: case Deprel::kOblAgent: return 3;
    case Deprel::kNmod: case Deprel::kNmodUnmarked: return 4;
    case Deprel::kNmodPoss: return 5;
    case Deprel::kAppos: return 6;
    case Deprel::kFlat: return 7;
    case Deprel::kCompound: case Deprel::kNmodDesc: return 8;
    case Deprel::kAmod: return 9;
    case Deprel::kConj: return 10;
    case Deprel::kRoot: return 11;
    default: return 0;
  }
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_dash(std::string_view word) { return is_one_of(word, {"–", "—", "--", "―"}); }

// Looks at one article.
class Finder {
 public:
  Finder(const Reading& reading, const Gazetteer& gazetteer)
      : reading_(reading), gazetteer_(gazetteer), senses_(reading) {
    entity_.assign(reading.size(), kNone);
    const auto& entities = reading.document().entities;
    for (std::uint32_t e = 0; e < entities.size(); ++e) {
      const std::uint32_t end = std::min(entities[e].end_token, reading.size());
      for (std::uint32_t t = entities[e].first_token; t < end; ++t) entity_[t] = e;
    }
  }

  PlaceSpans run(const PlaceWeights& weights) {
    collect();
    count_mates();
    std::vector<float> numbers;
    for (std::size_t s = 0; s < found_.spans.size(); ++s) {
      PlaceSpan& span = found_.spans[s];
      span.first_feature = static_cast<std::uint32_t>(found_.features.size());
      find_features().append(values(s), numbers, found_.features);
      span.end_feature = static_cast<std::uint32_t>(found_.features.size());
      span.score = weights.find(std::span(found_.features).subspan(
          span.first_feature, span.end_feature - span.first_feature));
    }
    for (PlaceSpan& span : found_.spans) take_point(span);
    return std::move(found_);
  }

 private:
  bool is_place(EntityType type) const {
    return type == EntityType::kGpe || type == EntityType::kLoc || type == EntityType::kFac ||
           type == EntityType::kNorp;
  }

  bool can_begin(std::uint32_t t) const {
    if (!reading_.is_capitalized(t)) return false;
    if (entity_[t] != kNone) return true;
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
      if (const std::uint32_t e = entity_[t];
          e != kNone && entities[e].first_token == t && is_place(entities[e].type)) {
        const Range named = name_of(entities[e]);
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

  // An entity without "the" in front and a possessive behind.
  Range name_of(const Entity& entity) const {
    Range range{entity.first_token, std::min(entity.end_token, reading_.size())};
    while (!range.empty() && (reading_.plain(range.first) == "the" ||
                              reading_.is_punctuation(range.first))) {
      ++range.first;
    }
    while (!range.empty() && (reading_.plain(range.end - 1) == "'s" ||
                              reading_.is_punctuation(range.end - 1))) {
      --range.end;
    }
    return range;
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

  void add(Range range, std::string key, Gazetteer::Places places) {
    PlaceSpan span;
    span.tokens = range;
    span.key = std::move(key);
    span.places = places;
    for (std::uint32_t t = range.first; t < range.end && span.entity == 0; ++t) {
      if (entity_[t] == kNone) continue;
      span.entity =
          static_cast<std::uint8_t>(reading_.document().entities[entity_[t]].type) + 1;
    }
    found_.spans.push_back(std::move(span));
  }

  // How often the entity head takes each name for a place by itself.
  void count_mates() {
    for (const PlaceSpan& span : found_.spans) {
      Mates& mates = mates_[span.key];
      ++mates.all;
      mates.places += fits_place(span);
    }
  }
  bool fits_place(const PlaceSpan& span) const {
    const std::uint32_t e = entity_[span.tokens.first];
    if (e == kNone) return false;
    const Entity& entity = reading_.document().entities[e];
    return is_place(entity.type) && name_of(entity) == span.tokens;
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

  std::uint8_t entity_fit(const PlaceSpan& span) const {
    const Range range = span.tokens;
    std::uint32_t e = kNone;
    for (std::uint32_t t = range.first; t < range.end && e == kNone; ++t) e = entity_[t];
    if (e == kNone) return 0;
    const Entity& entity = reading_.document().entities[e];
    const Range whole{entity.first_token, std::min(entity.end_token, reading_.size())};
    std::uint8_t fit = 4;
    if (name_of(entity) == range || whole == range) {
      fit = 0;
    } else if (!whole.contains(range)) {
      fit = 4;
    } else if (whole.first == range.first || name_of(entity).first == range.first) {
      fit = 1;
    } else if (whole.end == range.end || name_of(entity).end == range.end) {
      fit = 2;
    } else {
      fit = 3;
    }
    return static_cast<std::uint8_t>(1 + 5 * static_cast<std::uint8_t>(entity.type) + fit);
  }

  std::uint8_t before(Range range) const {
    if (range.first == reading_.sentence_of(range.first).first_token) return 1;
    const std::uint32_t t = range.first - 1;
    const std::string_view word = reading_.plain(t);
    constexpr std::string_view kOwn[] = {"in", "at", "from", "to", "of"};
    for (std::uint8_t i = 0; i < std::size(kOwn); ++i) {
      if (word == kOwn[i]) return static_cast<std::uint8_t>(2 + i);
    }
    if (is_one_of(word, {"near", "outside", "across", "around", "toward", "towards", "into",
                         "through", "throughout", "between", "inside", "off", "along", "via"})) {
      return 7;
    }
    if (word == "the") return 9;
    if (word == "a" || word == "an") return 10;
    if (word == ",") return 11;
    if (word == "-") return 12;
    if (is_dash(word)) return 13;
    const Knowledge& knowledge = reading_.knowledge();
    if (knowledge.is(SpeechWord::kHonorificMale, word) ||
        knowledge.is(SpeechWord::kHonorificFemale, word) ||
        knowledge.is(SpeechWord::kHonorific, word)) {
      return 15;
    }
    if (reading_.is_punctuation(t)) return 14;
    if (place_noun(word) == PlaceNoun::kBeside) return 17;
    if (reading_.is_capitalized(t) && reading_.upos(t) == Upos::kPropn) {
      return knowledge.first_name(word) != Gender::kUnknown ? 16 : 18;
    }
    switch (reading_.upos(t)) {
      case Upos::kAdp: return 8;
      case Upos::kNoun: return 19;
      case Upos::kVerb: case Upos::kAux: return 20;
      case Upos::kAdj: return 21;
      case Upos::kCconj: return 22;
      case Upos::kNum: return 23;
      default: return 0;
    }
  }

  std::uint8_t after(Range range) const {
    const Sentence& sentence = reading_.sentence_of(range.first);
    if (range.end >= sentence.end_token) return 1;
    const std::uint32_t t = range.end;
    const std::string_view word = reading_.plain(t);
    if (word == "'s" || word == "'") return 2;
    if (word == ",") return 3;
    if (word == "-") return 4;
    if (is_dash(word)) return 5;
    if (word == "(") return 15;
    if (reading_.is_punctuation(t)) return 6;
    if (reading_.knowledge().is(SpeechWord::kReports, word)) return 7;
    const PlaceNoun noun = place_noun(word);
    if (noun != PlaceNoun::kNone && noun != PlaceNoun::kBeside) return 10;
    if (reading_.is_capitalized(t) && reading_.upos(t) == Upos::kPropn) return 9;
    switch (reading_.upos(t)) {
      case Upos::kVerb: case Upos::kAux: return 8;
      case Upos::kNoun: return 11;
      case Upos::kAdp: return 12;
      case Upos::kCconj: return 13;
      case Upos::kNum: return 14;
      default: return 0;
    }
  }

  // "Paris, Texas": a town before the country or division that it may lie in.
  bool lies_in(const PlaceSpan& town, const PlaceSpan& part) const {
    std::uint32_t wholes = 0;
    for (const PlaceName of : part.places) {
      const PlaceFacts whole = gazetteer_.facts(of.place);
      if (whole.kind != PlaceKind::kCountry && whole.kind != PlaceKind::kDivision) continue;
      if (++wholes > kMostWholes) break;
      for (const PlaceName one : town.places) {
        const PlaceFacts inner = gazetteer_.facts(one.place);
        if (one.place == of.place || inner.kind == PlaceKind::kCountry) continue;
        if (whole.kind == PlaceKind::kCountry ? inner.country == whole.country
                                              : gazetteer_.division_place(inner.division) == of.place) {
          return true;
        }
      }
    }
    return false;
  }

  bool is_comma(std::uint32_t t) const {
    return t < reading_.size() && (reading_.plain(t) == "," || reading_.plain(t) == "(");
  }

  std::uint8_t list(std::size_t s) const {
    const PlaceSpan& span = found_.spans[s];
    const auto& spans = found_.spans;
    bool in_list = false;
    for (std::size_t n = s + 1; n < spans.size() && spans[n].tokens.first <= span.tokens.end + 1; ++n) {
      if (spans[n].tokens.first != span.tokens.end + 1 || !is_comma(span.tokens.end)) continue;
      if (lies_in(span, spans[n])) return 1;
      in_list = true;
    }
    for (std::size_t n = s; n-- > 0 && spans[n].tokens.end + 3 >= span.tokens.first;) {
      if (spans[n].tokens.end + 1 != span.tokens.first || !is_comma(spans[n].tokens.end)) continue;
      if (lies_in(spans[n], span)) return 2;
      in_list = true;
    }
    return in_list ? 3 : 0;
  }

  std::uint8_t sense(Range range) const {
    // What is not taken for the type that is asked about was counted.
    for (const EntityType type : {EntityType::kPerson, EntityType::kOrg, EntityType::kGpe}) {
      const EntityType found = senses_.of(reading_.plain(range.first), type);
      if (found != type) {
        return found == EntityType::kPerson ? 1 : found == EntityType::kOrg ? 2 : 3;
      }
    }
    return 0;
  }

  std::uint8_t mates(const PlaceSpan& span) const {
    const Mates& mates = mates_.at(span.key);
    const std::uint32_t own = fits_place(span);
    const std::uint32_t others = mates.all - 1, places = mates.places - own;
    if (others == 0) return 0;
    if (places == 0) return 1;
    return places == others ? 4 : 2 * places < others ? 2 : 3;
  }

  std::uint8_t start(Range range) const {
    const Sentence& sentence = reading_.sentence_of(range.first);
    if (sentence.in_headline) return 4;
    if (range.first != sentence.first_token) return 0;
    if (!sentence.starts_paragraph) return 1;
    const std::uint32_t end = std::min(sentence.end_token, range.end + 10);
    for (std::uint32_t t = range.end; t < end; ++t) {
      if (is_dash(reading_.plain(t)) ||
          (reading_.plain(t) == "-" && reading_.document().tokens[t].span.begin >
                                           reading_.document().tokens[t - 1].span.end)) {
        return 3;
      }
    }
    return 2;
  }

  // The kind of the most prominent place of a name; a capital's also where its district is larger.
  PlaceKind kind_of(const PlaceSpan& span, PlaceKind first) const {
    if (first != PlaceKind::kDivision && first != PlaceKind::kDistrict) return first;
    std::uint32_t looked = 0;
    for (const PlaceName name : span.places) {
      if (++looked > kMostWholes) break;
      if (name.kind == PlaceNameKind::kMain &&
          gazetteer_.facts(name.place).kind == PlaceKind::kCapital) {
        return PlaceKind::kCapital;
      }
    }
    return first;
  }

  std::array<std::uint8_t, kGroups> values(std::size_t s) const {
    const PlaceSpan& span = found_.spans[s];
    const Range range = span.tokens;
    const std::uint32_t head = reading_.head_of(range);
    std::array<std::uint8_t, kGroups> values{};
    values[kEntityFit] = entity_fit(span);
    if (!span.places.empty()) {
      const PlaceName first = *span.places.begin();
      const PlaceFacts facts = gazetteer_.facts(first.place);
      values[kKind] = static_cast<std::uint8_t>(1 + static_cast<unsigned>(kind_of(span, facts.kind)));
      values[kName] = static_cast<std::uint8_t>(1 + static_cast<unsigned>(first.kind));
      values[kFame] = fame_of(facts.prominence);
    }
    const Deprel deprel = reading_.deprel(head);
    values[kRelation] = relation_of(deprel);
    const Upos upos = reading_.upos(head);
    values[kSpeech] = upos == Upos::kPropn ? 1 : upos == Upos::kNoun ? 2 : upos == Upos::kAdj ? 3 : 0;
    values[kBefore] = before(range);
    values[kAfter] = after(range);
    values[kList] = list(s);
    values[kSense] = sense(range);
    values[kMates] = mates(span);
    values[kNoun] = static_cast<std::uint8_t>(place_noun(reading_.plain(range.end - 1)));
    const Shape shape = reading_.shape(range.first);
    values[kShape] = shape == Shape::kTitle ? 0 : shape == Shape::kUpper ? 1 : shape == Shape::kMixed ? 2 : 3;
    values[kLength] = static_cast<std::uint8_t>(std::min(range.size(), 4u) - 1);
    values[kStart] = start(range);
    values[kPeople] = upos != Upos::kAdj && deprel != Deprel::kAmod &&
                      deprel != Deprel::kCompound && reading_.plain(range.end - 1).ends_with('s');
    values[kGiven] = reading_.knowledge().first_name(reading_.plain(range.first)) != Gender::kUnknown;
    return values;
  }

  struct Mates {
    std::uint32_t all = 0, places = 0;
  };

  const Reading& reading_;
  const Gazetteer& gazetteer_;
  Senses senses_;
  std::vector<std::uint32_t> entity_;  // by token: index of its entity
  std::unordered_map<std::string_view, Mates> mates_;  // by key, which the spans hold
  PlaceSpans found_;
};

}  // namespace

const FeatureSpace& find_features() {
  static const FeatureSpace kSpace(kGroupList, kPairList, {});
  return kSpace;
}

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
