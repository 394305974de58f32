// The features of a stretch of text that may name a place.
#include "read/places/span_features.h"

#include <algorithm>

#include "read/places/words.h"

namespace tacitus {
namespace {

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
    "name",  "place noun", "noun", "adp", "conj", "number", "bracket", "paper"};
constexpr std::string_view kLists[] = {"none", "before its part", "behind its town", "in a list"};
constexpr std::string_view kSenses[] = {"none", "person", "org", "place"};
constexpr std::string_view kMateValues[] = {"none", "never", "seldom", "often", "always"};
constexpr std::string_view kNouns[] = {"none", "road", "building", "water",
                                       "area", "part", "beside",   "paper"};
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

}  // namespace

EntityNames::EntityNames(const Reading& reading) : reading_(reading) {
  entity_.assign(reading.size(), kNone);
  const auto& entities = reading.document().entities;
  for (std::uint32_t e = 0; e < entities.size(); ++e) {
    const std::uint32_t end = std::min(entities[e].end_token, reading.size());
    for (std::uint32_t t = entities[e].first_token; t < end; ++t) entity_[t] = e;
  }
}

bool EntityNames::is_place(EntityType type) {
  return type == EntityType::kGpe || type == EntityType::kLoc || type == EntityType::kFac ||
         type == EntityType::kNorp;
}

Range EntityNames::name_of(const Entity& entity) const {
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

SpanFeatures::SpanFeatures(const Reading& reading, const Gazetteer& gazetteer,
                           const EntityNames& entities, const std::vector<PlaceSpan>& spans)
    : reading_(reading), gazetteer_(gazetteer), entities_(entities), spans_(spans),
      senses_(reading, Senses::With::kNames) {
  for (const PlaceSpan& span : spans) {
    Mates& mates = mates_[span.key];
    ++mates.all;
    mates.places += fits_place(span);
  }
}

bool SpanFeatures::fits_place(const PlaceSpan& span) const {
  const std::uint32_t e = entities_.of(span.tokens.first);
  if (e == kNone) return false;
  const Entity& entity = reading_.document().entities[e];
  return EntityNames::is_place(entity.type) && entities_.name_of(entity) == span.tokens;
}

std::uint8_t SpanFeatures::entity_fit(const PlaceSpan& span) const {
  const Range range = span.tokens;
  std::uint32_t e = kNone;
  for (std::uint32_t t = range.first; t < range.end && e == kNone; ++t) e = entities_.of(t);
  if (e == kNone) return 0;
  const Entity& entity = reading_.document().entities[e];
  const Range whole{entity.first_token, std::min(entity.end_token, reading_.size())};
  std::uint8_t fit = 4;
  if (entities_.name_of(entity) == range || whole == range) {
    fit = 0;
  } else if (!whole.contains(range)) {
    fit = 4;
  } else if (whole.first == range.first || entities_.name_of(entity).first == range.first) {
    fit = 1;
  } else if (whole.end == range.end || entities_.name_of(entity).end == range.end) {
    fit = 2;
  } else {
    fit = 3;
  }
  return static_cast<std::uint8_t>(1 + 5 * static_cast<std::uint8_t>(entity.type) + fit);
}

std::uint8_t SpanFeatures::before(Range range) const {
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

std::uint8_t SpanFeatures::after(Range range) const {
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
  if (noun == PlaceNoun::kPaper && reading_.is_capitalized(t)) return 16;
  if (noun != PlaceNoun::kNone && noun != PlaceNoun::kBeside && noun != PlaceNoun::kPaper) {
    return 10;
  }
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
bool SpanFeatures::lies_in(const PlaceSpan& town, const PlaceSpan& part) const {
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

bool SpanFeatures::is_comma(std::uint32_t t) const {
  return t < reading_.size() && (reading_.plain(t) == "," || reading_.plain(t) == "(");
}

std::uint8_t SpanFeatures::list(std::size_t s) const {
  const PlaceSpan& span = spans_[s];
  const auto& spans = spans_;
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

std::uint8_t SpanFeatures::sense(Range range) const {
  // What is not taken for the type that is asked about was counted.
  for (const EntityType type : {EntityType::kPerson, EntityType::kOrg, EntityType::kGpe}) {
    const EntityType found = senses_.of(reading_.plain(range.first), type);
    if (found != type) {
      return found == EntityType::kPerson ? 1 : found == EntityType::kOrg ? 2 : 3;
    }
  }
  return 0;
}

std::uint8_t SpanFeatures::mates(const PlaceSpan& span) const {
  const Mates& mates = mates_.at(span.key);
  const std::uint32_t own = fits_place(span);
  const std::uint32_t others = mates.all - 1, places = mates.places - own;
  if (others == 0) return 0;
  if (places == 0) return 1;
  return places == others ? 4 : 2 * places < others ? 2 : 3;
}

std::uint8_t SpanFeatures::start(Range range) const {
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
PlaceKind SpanFeatures::kind_of(const PlaceSpan& span, PlaceKind first) const {
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

void SpanFeatures::append(std::size_t s, std::vector<Feature>& out) const {
  const PlaceSpan& span = spans_[s];
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
  values[kShape] = shape == Shape::kTitle   ? 0
                   : shape == Shape::kUpper ? 1
                   : shape == Shape::kMixed ? 2
                                            : 3;
  values[kLength] = static_cast<std::uint8_t>(std::min(range.size(), 4u) - 1);
  values[kStart] = start(range);
  values[kPeople] = upos != Upos::kAdj && deprel != Deprel::kAmod &&
                    deprel != Deprel::kCompound && reading_.plain(range.end - 1).ends_with('s');
  values[kGiven] = reading_.knowledge().first_name(reading_.plain(range.first)) != Gender::kUnknown;
  find_features().append(values, {}, out);
}

const FeatureSpace& find_features() {
  static const FeatureSpace kSpace(kGroupList, kPairList, {});
  return kSpace;
}

}  // namespace tacitus
