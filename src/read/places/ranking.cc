// Which of the world's places a name means.
#include "read/places/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "read/places/words.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kRounds = 2;       // of guessing every name in the light of the others
constexpr std::uint32_t kMostOthers = 24;  // names that distances are taken to
constexpr std::uint32_t kMostCounted = 5;  // mentions of one name that count for the others
constexpr std::uint8_t kWorldCity = 125;   // prominence of a name that all readers know
constexpr std::uint8_t kKnownCity = 105;   // of one that is known abroad
constexpr double kBeside = 30;             // kilometres between places of one neighbourhood
constexpr std::uint32_t kMostMentions = 8; // mentions of one name that are looked at

// The groups of the rank model and their values.
enum Group : std::uint8_t {
  kKind, kName, kTop, kPart, kCountryNamed, kDivisionNamed, kHolds, kNear, kPublisher, kDateline,
  kEntity, kNoun, kMain,
  kGroups,
};
constexpr std::string_view kKinds[] = {"town",     "capital",  "seat",      "quarter", "country",
                                       "division", "district", "continent", "region",  "water",
                                       "land",     "state",    "site"};
constexpr std::string_view kNameKinds[] = {"main", "other", "adjective", "short"};
constexpr std::string_view kTops[] = {"no", "yes", "only"};
constexpr std::string_view kParts[] = {"none", "named behind", "another behind", "in the sentence"};
constexpr std::string_view kCounts[] = {"0", "1", "2", "4"};
constexpr std::string_view kYes[] = {"no", "yes"};
constexpr std::string_view kNears[] = {"none", "30", "100", "300", "1000", "far"};
constexpr std::string_view kPublishers[] = {"unknown", "same", "other"};
constexpr std::string_view kDatelines[] = {"none", "itself", "same division", "same country", "other"};
constexpr std::string_view kEntities[] = {"none", "person", "org", "gpe", "norp", "loc", "fac", "event"};
constexpr std::string_view kNouns[] = {"none", "road", "building", "water",
                                       "area", "part", "beside",   "paper"};

constexpr FeatureGroup kGroupList[] = {
    {"kind", kKinds},      {"name", kNameKinds},        {"top", kTops},
    {"part", kParts},      {"country named", kCounts},  {"division named", kYes},
    {"holds", kCounts},    {"near", kNears},            {"publisher", kPublishers},
    {"dateline", kDatelines}, {"entity", kEntities},    {"noun", kNouns},
    {"main country", kYes}};
static_assert(std::size(kGroupList) == kGroups);
constexpr FeatureSpace::Pair kPairList[] = {
    {kKind, kEntity}, {kKind, kHolds}, {kKind, kName}, {kKind, kNoun}};
enum Number : std::uint8_t { kFame, kWorldGap, kShare, kTowns, kFameAbroad, kNumbers };
constexpr std::string_view kNumberList[] = {"fame", "behind a world city", "country share",
                                            "division towns", "fame outside named countries"};
static_assert(std::size(kNumberList) == kNumbers);

std::uint8_t count_value(std::uint32_t count) {
  return count == 0 ? 0 : count == 1 ? 1 : count < 4 ? 2 : 3;
}

bool is_town(PlaceKind kind) {
  return kind == PlaceKind::kTown || kind == PlaceKind::kCapital || kind == PlaceKind::kSeat ||
         kind == PlaceKind::kQuarter || kind == PlaceKind::kDistrict;
}

// Kilometres between two places, near enough for places that lie near each other.
double distance(const PlaceFacts& a, const PlaceFacts& b) {
  constexpr double kDegree = 111.2;
  double east = std::abs(a.lon - b.lon);
  if (east > 180) east = 360 - east;
  const double middle = (a.lat + b.lat) * (3.14159265358979 / 360);
  return kDegree * std::hypot(a.lat - b.lat, east * std::cos(middle));
}

// Ranks the names of one article.
class Ranker {
 public:
  Ranker(const Reading& reading, const Gazetteer& gazetteer, const std::vector<PlaceSpan>& spans,
         const PlaceHints& hints, const PlaceWeights& weights)
      : reading_(reading), gazetteer_(gazetteer), spans_(spans), hints_(hints), weights_(weights) {}

  PlaceRanking run() {
    make_groups();
    first_guess();
    for (std::uint32_t round = 0; round < kRounds; ++round) {
      take_stock();
      ranking_.features.clear();
      for (PlaceGroup& group : ranking_.groups) rank(group);
    }
    return std::move(ranking_);
  }

 private:
  void make_groups() {
    std::unordered_map<std::string_view, std::uint32_t> known;
    ranking_.group_of.reserve(spans_.size());
    for (std::uint32_t s = 0; s < spans_.size(); ++s) {
      const auto [at, is_new] =
          known.try_emplace(spans_[s].key, static_cast<std::uint32_t>(ranking_.groups.size()));
      if (is_new) {
        ranking_.groups.emplace_back();
        ranking_.groups.back().key = spans_[s].key;
        fill(spans_[s], ranking_.groups.back().candidates);
      }
      ranking_.groups[at->second].spans.push_back(s);
      ranking_.group_of.push_back(at->second);
    }
  }

  // What the gazetteer knows by the name; where it knows nothing, the divisions that are called so
  // without "district" or "province".
  void fill(const PlaceSpan& span, std::vector<PlaceCandidate>& candidates) const {
    for (const PlaceName name : span.places) {
      candidates.push_back({name, gazetteer_.facts(name.place)});
    }
    const std::size_t gap = span.key.rfind(' ');
    if (!candidates.empty() || gap == span.key.npos) return;
    if (place_noun(std::string_view(span.key).substr(gap + 1)) != PlaceNoun::kPart) return;
    for (const PlaceName name : gazetteer_.find(std::string_view(span.key).substr(0, gap)).places) {
      const PlaceFacts facts = gazetteer_.facts(name.place);
      if (facts.kind == PlaceKind::kDivision || facts.kind == PlaceKind::kDistrict) {
        candidates.push_back({name, facts});
      }
    }
  }

  bool lies_in(const PlaceFacts& inner, const PlaceCandidate& whole) const {
    return whole.facts.kind == PlaceKind::kCountry
               ? inner.country != 255 && inner.country == whole.facts.country
               : whole.facts.kind == PlaceKind::kDivision && inner.division != 0xFFFF &&
                     gazetteer_.division_place(inner.division) == whole.name.place;
  }

  // The group of the span that follows behind a comma or bracket; kNone where there is none.
  std::uint32_t behind(std::uint32_t span) const {
    const std::uint32_t end = spans_[span].tokens.end;
    if (span + 1 >= spans_.size() || spans_[span + 1].tokens.first != end + 1) return kNone;
    const std::string_view mark = reading_.plain(end);
    return mark == "," || mark == "(" ? ranking_.group_of[span + 1] : kNone;
  }

  // Whether a country or division that the candidate lies in is named behind it.
  bool named_behind(const PlaceGroup& group, const PlaceCandidate& candidate, bool& another) const {
    std::uint32_t looked = 0;
    for (const std::uint32_t s : group.spans) {
      if (++looked > kMostMentions) break;
      const std::uint32_t next = behind(s);
      if (next == kNone || &ranking_.groups[next] == &group) continue;
      std::uint32_t wholes = 0;
      for (const PlaceCandidate& whole : ranking_.groups[next].candidates) {
        if (whole.facts.kind != PlaceKind::kCountry &&
            whole.facts.kind != PlaceKind::kDivision) {
          continue;
        }
        if (whole.name.place != candidate.name.place && lies_in(candidate.facts, whole)) return true;
        if (++wholes >= 4) break;
      }
      another = another || wholes > 0;
    }
    return false;
  }

  // The most prominent one, unless the article says where the place lies.
  void first_guess() {
    for (PlaceGroup& group : ranking_.groups) {
      int best = -1;
      for (std::uint32_t c = 0; c < group.candidates.size(); ++c) {
        const PlaceCandidate& candidate = group.candidates[c];
        bool another = false;
        int worth = candidate.facts.prominence;
        if (named_behind(group, candidate, another)) worth += 200;
        // "Washington" is more often the capital than the larger state.
        if (candidate.facts.kind == PlaceKind::kCountry || candidate.facts.kind == PlaceKind::kCapital) {
          worth += 20;
        }
        if (worth > best) {
          best = worth;
          group.best = c;
        }
      }
    }
  }

  struct Count {
    std::uint32_t named = 0;  // mentions of the country or division itself
    std::uint32_t held = 0;   // mentions of places in it
    std::uint32_t names = 0;  // names of places in it
  };

  static std::uint32_t counted(const PlaceGroup& group) {
    return std::min<std::uint32_t>(kMostCounted, static_cast<std::uint32_t>(group.spans.size()));
  }

  void count(const PlaceGroup& group, const PlaceCandidate& guess, std::int32_t sign) {
    const std::uint32_t mentions = counted(group) * static_cast<std::uint32_t>(sign);
    const bool is_country = guess.facts.kind == PlaceKind::kCountry;
    const bool is_division = guess.facts.kind == PlaceKind::kDivision;
    if (guess.facts.country != 255) {
      Count& country = countries_[guess.facts.country];
      (is_country ? country.named : country.held) += mentions;
      if (!is_country) country.names += static_cast<std::uint32_t>(sign);
      all_ += mentions;
    }
    if (!is_country && guess.facts.division != 0xFFFF) {
      Count& division = divisions_[guess.facts.division];
      (is_division ? division.named : division.held) += mentions;
      if (!is_division) division.names += static_cast<std::uint32_t>(sign);
    }
  }

  void take_stock() {
    countries_ = {};
    divisions_.clear();
    others_.clear();
    all_ = 0;
    for (const PlaceGroup& group : ranking_.groups) {
      if (group.best == kNone) continue;
      const PlaceCandidate& guess = group.candidates[group.best];
      count(group, guess, 1);
      if (is_town(guess.facts.kind) && others_.size() < kMostOthers) others_.push_back(&group);
    }
  }

  void rank(PlaceGroup& group) {
    if (group.candidates.empty()) return;
    const PlaceCandidate guess = group.candidates[group.best];
    count(group, guess, -1);  // a name tells nothing of itself
    std::uint32_t main = 255, most = 0;
    for (std::uint32_t c = 0; c < countries_.size(); ++c) {
      const std::uint32_t mentions = countries_[c].named + countries_[c].held;
      if (mentions > most) {
        most = mentions;
        main = c;
      }
    }
    for (PlaceCandidate& candidate : group.candidates) {
      std::array<std::uint8_t, kGroups> values{};
      std::array<float, kNumbers> numbers{};
      describe(group, candidate, main, values, numbers);
      candidate.first_feature = static_cast<std::uint32_t>(ranking_.features.size());
      rank_features().append(values, numbers, ranking_.features);
      candidate.end_feature = static_cast<std::uint32_t>(ranking_.features.size());
      candidate.score = weights_.rank(std::span(ranking_.features)
                                          .subspan(candidate.first_feature,
                                                   candidate.end_feature - candidate.first_feature));
      if (values[kPart] != 1 && values[kDivisionNamed] != 1) {
        hold_back(group, values[kPublisher] == 1 || values[kNear] == 1 || values[kNear] == 2, candidate);
      }
    }
    // Those that follow see what it means now: of two that speak for each other neither waits.
    choose(group);
    count(group, group.candidates[group.best], 1);
  }

  // That a country is named does not make its Moscow out of the world's: "a US envoy flew to Moscow",
  // nor that it is the one that an article of talks "in Geneva" names most.
  // A town far off the known one of its name needs its division, or a town beside it; against a capital
  // one that speaks for nothing else, as Vienna lies near Washington.
  void hold_back(const PlaceGroup& group, bool is_near, PlaceCandidate& candidate) const {
    if (!is_town(candidate.facts.kind)) return;
    for (const PlaceCandidate& known : group.candidates) {
      if (&known == &candidate) return;
      const bool is_city = is_town(known.facts.kind) || known.facts.kind == PlaceKind::kDivision;
      const bool is_known = known.facts.kind == PlaceKind::kCapital ||
                            (is_city && known.facts.prominence >= kKnownCity && !is_near);
      if (!is_known || known.name.kind != candidate.name.kind) continue;
      if (known.facts.country != candidate.facts.country &&
          !(is_near && is_local(group, known.facts, candidate.facts))) {
        candidate.score = std::min(candidate.score, known.score);
      }
      return;
    }
  }

  // Whether an article that names nothing in the country of `known` names a place close by its namesake
  // that few know and that no other country has: "Brant police" speak for the Paris in Ontario.
  bool is_local(const PlaceGroup& group, const PlaceFacts& known, const PlaceFacts& namesake) const {
    if (known.country != 255 && countries_[known.country].named + countries_[known.country].held > 0) {
      return false;
    }
    return std::any_of(others_.begin(), others_.end(), [&](const PlaceGroup* other) {
      const PlaceFacts& facts = other->candidates[other->best].facts;
      return other != &group && facts.prominence < kKnownCity && distance(facts, namesake) < kBeside &&
             std::all_of(other->candidates.begin(), other->candidates.end(), [&](const PlaceCandidate& one) {
               return one.facts.country == namesake.country;
             });
    });
  }

  void choose(PlaceGroup& group) const {
    for (std::uint32_t c = 0; c < group.candidates.size(); ++c) {
      if (group.candidates[c].score > group.candidates[group.best].score) group.best = c;
    }
  }

  void describe(const PlaceGroup& group, const PlaceCandidate& candidate, std::uint32_t main,
                std::array<std::uint8_t, kGroups>& values, std::array<float, kNumbers>& numbers) {
    const PlaceFacts& facts = candidate.facts;
    values[kKind] = static_cast<std::uint8_t>(facts.kind);
    values[kName] = static_cast<std::uint8_t>(candidate.name.kind);
    const bool is_top = &candidate == &group.candidates.front();
    values[kTop] = group.candidates.size() == 1 ? 2 : is_top ? 1 : 0;
    bool another = false;
    values[kPart] = named_behind(group, candidate, another) ? 1
                    : another                               ? 2
                    : in_sentence(group, candidate)         ? 3
                                                            : 0;
    const bool is_country = facts.kind == PlaceKind::kCountry;
    const bool is_division = facts.kind == PlaceKind::kDivision;
    const Count none;
    const Count& country = facts.country == 255 ? none : countries_[facts.country];
    const auto found = divisions_.find(facts.division);
    const Count& division = found == divisions_.end() ? none : found->second;
    values[kCountryNamed] = is_country ? 0 : count_value(country.named);
    values[kDivisionNamed] = !is_country && !is_division && division.named > 0;
    values[kHolds] = is_country    ? count_value(country.names)
                     : is_division ? count_value(division.names)
                                   : 0;
    values[kMain] = facts.country == main && main != 255;
    values[kNear] = is_town(facts.kind) ? near(group, facts) : 0;
    values[kPublisher] = hints_.publisher == 255 ? 0 : hints_.publisher == facts.country ? 1 : 2;
    values[kDateline] = dateline(group, facts);
    const PlaceSpan& first = spans_[group.spans.front()];
    values[kEntity] = first.entity;
    values[kNoun] = static_cast<std::uint8_t>(
        place_noun(std::string_view(group.key).substr(group.key.rfind(' ') + 1)));

    numbers[kFame] = static_cast<float>(facts.prominence) / 20;
    const std::uint8_t top = group.candidates.front().facts.prominence;
    numbers[kWorldGap] = top < kWorldCity ? 0 : static_cast<float>(top - facts.prominence) / 20;
    numbers[kShare] = all_ == 0 ? 0
                                : static_cast<float>(country.named + country.held) /
                                      static_cast<float>(all_);
    numbers[kTowns] =
        is_division || is_country ? 0 : std::log2(1.0f + static_cast<float>(division.held));
    numbers[kFameAbroad] = country.named + country.held == 0 ? numbers[kFame] : 0;
  }

  // Whether a sentence of the name also names the country or division of the candidate.
  bool in_sentence(const PlaceGroup& group, const PlaceCandidate& candidate) const {
    std::uint32_t looked = 0;
    for (const std::uint32_t s : group.spans) {
      if (++looked > kMostMentions) break;
      const std::uint32_t sentence = reading_.sentence(spans_[s].tokens.first);
      const std::uint32_t from = s < 4 ? 0 : s - 4;
      const auto to = static_cast<std::uint32_t>(std::min<std::size_t>(spans_.size(), s + 5));
      for (std::uint32_t n = from; n < to; ++n) {
        const PlaceGroup& other = ranking_.groups[ranking_.group_of[n]];
        if (&other == &group || other.best == kNone ||
            reading_.sentence(spans_[n].tokens.first) != sentence) {
          continue;
        }
        const PlaceCandidate& whole = other.candidates[other.best];
        if (whole.name.place != candidate.name.place && lies_in(candidate.facts, whole)) return true;
      }
    }
    return false;
  }

  std::uint8_t near(const PlaceGroup& group, const PlaceFacts& facts) const {
    double nearest = -1;
    for (const PlaceGroup* other : others_) {
      if (other == &group) continue;
      const double far = distance(facts, other->candidates[other->best].facts);
      if (nearest < 0 || far < nearest) nearest = far;
    }
    if (nearest < 0) return 0;
    return nearest < 30 ? 1 : nearest < 100 ? 2 : nearest < 300 ? 3 : nearest < 1000 ? 4 : 5;
  }

  std::uint8_t dateline(const PlaceGroup& group, const PlaceFacts& facts) const {
    if (hints_.dateline == kNone) return 0;
    const PlaceGroup& other = ranking_.groups[ranking_.group_of[hints_.dateline]];
    if (&other == &group) return 1;
    if (other.best == kNone) return 0;
    const PlaceFacts& there = other.candidates[other.best].facts;
    if (there.division != 0xFFFF && there.division == facts.division) return 2;
    return there.country != 255 && there.country == facts.country ? 3 : 4;
  }

  const Reading& reading_;
  const Gazetteer& gazetteer_;
  const std::vector<PlaceSpan>& spans_;
  const PlaceHints& hints_;
  const PlaceWeights& weights_;
  PlaceRanking ranking_;
  std::array<Count, 256> countries_{};
  std::unordered_map<std::uint16_t, Count> divisions_;
  std::vector<const PlaceGroup*> others_;  // towns, as guessed, in the order of their mention
  std::uint32_t all_ = 0;
};

}  // namespace

const FeatureSpace& rank_features() {
  static const FeatureSpace kSpace(kGroupList, kPairList, kNumberList);
  return kSpace;
}

PlaceRanking rank_places(const Reading& reading, const Gazetteer& gazetteer,
                         const std::vector<PlaceSpan>& spans, const PlaceHints& hints,
                         const PlaceWeights& weights) {
  return Ranker(reading, gazetteer, spans, hints, weights).run();
}

}  // namespace tacitus
