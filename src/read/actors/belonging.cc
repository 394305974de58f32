// Weighs countries for those of whom the text tells none.
#include "read/actors/belonging.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <iterator>
#include <utility>

#include "read/builtin_tables.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kNever = 0xFFFFFFFF;
constexpr std::uint32_t kMostNotes = 64;  // that are looked at on either side of somebody
constexpr float kLeastChance = 0.55f;
// Of a few sentences alone it is hard to tell whose country they are about: only a state's people are asked for.
constexpr std::size_t kLeastSentences = 4;

constexpr std::string_view kSectors[] = {"none", "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "ELI", "REB",
                                         "BUS",  "JRN", "EDU", "MED", "CVL", "LAB", "SOC", "other"};
constexpr std::string_view kKinds[] = {"person named", "person definite", "person described", "body named", "body definite",
                                       "body described", "group named", "group definite", "group described"};
constexpr std::string_view kYesNo[] = {"no", "yes"};
constexpr std::string_view kPoints[] = {"0", "1", "2", "3", "4", "5", "7", "10", "15"};
constexpr std::string_view kShares[] = {"0", "20", "35", "50", "60", "70", "80", "90", "100"};
constexpr std::string_view kPlaceShares[] = {"0", "1", "20", "35", "50", "60", "70", "80", "90", "100"};
constexpr std::string_view kMargins[] = {"0", "0.5", "1", "1.1", "1.6", "2.5", "4", "alone"};
constexpr std::string_view kPlaceMargins[] = {"0", "0.1", "0.5", "1", "1.1", "1.6", "2.5", "4", "alone"};
constexpr std::string_view kLeads[] = {"no", "soon", "first", "dateline"};
constexpr std::string_view kTitles[] = {"none", "no", "yes", "first"};
constexpr std::string_view kFour[] = {"0", "1", "2", "3", "5"};
constexpr std::string_view kThree[] = {"0", "1", "2", "4"};
constexpr std::string_view kMoney[] = {"none", "its", "its and firms", "other"};
constexpr std::string_view kNowhere[] = {"none", "little", "half", "level", "double"};
constexpr std::string_view kSpreads[] = {"0", "1", "10", "20", "35", "50"};
constexpr std::string_view kOthers[] = {"0", "1", "2", "3", "5", "8"};
constexpr std::string_view kLengths[] = {"1", "5", "9", "16", "30"};
constexpr std::string_view kRanks[] = {"1", "2", "3"};
constexpr std::string_view kParts[] = {"none named", "0", "1", "34", "50", "67", "100"};
constexpr std::string_view kNear[] = {"none", "it", "it and others", "others"};
constexpr std::string_view kLatest[] = {"none", "it", "other"};
constexpr std::string_view kPlaceLatest[] = {"none", "its town", "it", "other town", "other"};

// First what the article says of the country, then where somebody stands, then who he is.
constexpr FeatureGroup kGroups[] = {
    {"points", kPoints}, {"share", kShares}, {"margin", kMargins}, {"lead", kLeads}, {"title", kTitles},
    {"towns", kFour}, {"names", kFour}, {"states", kFour}, {"persons", kThree}, {"bodies", kThree},
    {"money", kMoney}, {"nowhere", kNowhere}, {"spread", kSpreads}, {"others", kOthers}, {"length", kLengths},
    {"rank", kRanks}, {"place share", kPlaceShares}, {"place margin", kPlaceMargins}, {"town share", kParts},
    {"hint share", kParts}, {"hints", kFour},
    {"here", kNear}, {"paragraph", kNear}, {"latest", kLatest}, {"town here", kNear}, {"latest place", kPlaceLatest},
    {"kind", kKinds}, {"sector", kSectors}, {"speaks", kYesNo}, {"loose", kYesNo}};
enum Group : std::uint8_t {
  kPointsOf, kShareOf, kMarginOf, kLead, kTitle, kTowns, kNames, kStates, kPersons, kBodies, kMoneyOf, kNowhereOf, kSpread,
  kOthersOf, kLength, kRank, kPlaceShare, kPlaceMargin, kTownShare, kHintShare, kHints, kHere, kParagraph, kLatestOf,
  kTownHere, kLatestPlace, kKind, kSector, kSpeaks, kLoose
};
constexpr std::string_view kAlways[] = {"always"};
constexpr float kOne[] = {1};

// How many of the bounds a number reaches.
std::uint8_t step(std::uint32_t n, std::initializer_list<std::uint32_t> bounds) {
  return static_cast<std::uint8_t>(std::count_if(bounds.begin(), bounds.end(), [n](std::uint32_t b) { return n >= b; }));
}

// Its part of `all` in percent; 0 of none.
std::uint32_t percent(std::uint32_t mine, std::uint32_t all) { return all == 0 ? 0 : 100 * mine / all; }

// Tenths of the next one; all the same where there is none.
std::uint32_t tenths(std::uint32_t mine, std::uint32_t next) { return mine == 0 ? 0 : next == 0 ? 1000 : 10 * mine / next; }

std::uint8_t part(std::uint32_t mine, std::uint32_t all) {
  return all == 0 ? std::uint8_t{0} : static_cast<std::uint8_t>(1 + step(percent(mine, all), {1, 34, 50, 67, 100}));
}

// One of kNear.
std::uint8_t near(bool mine, std::uint32_t all) {
  const bool others = all > static_cast<std::uint32_t>(mine);
  return mine ? (others ? 2 : 1) : others ? 3 : 0;
}

bool is_town(CountrySign sign) { return sign == CountrySign::kTown || sign == CountrySign::kCapital; }

}  // namespace

const FeatureSpace& belonging_features() {
  static const FeatureSpace kSpace(kGroups, {}, kAlways);
  return kSpace;
}

const BelongingWeights& BelongingWeights::builtin() {
  static const BelongingWeights kWeights = [] {
    Result<BelongingWeights> parsed = parse(k_actors_belonging_tsv);
    assert(parsed.ok());
    return parsed.ok() ? std::move(parsed).value() : std::move(parse("")).value();
  }();
  return kWeights;
}

Result<BelongingWeights> BelongingWeights::parse(std::string_view text) {
  BelongingWeights out;
  const WeightedModel models[] = {{"belongs", &belonging_features(), &out.weights_}};
  if (auto wrong = read_weights("actors/belonging.tsv", text, models)) return *std::move(wrong);
  return out;
}

std::uint8_t asked_kind(bool is_person, bool is_group, bool is_named, bool is_definite) {
  return static_cast<std::uint8_t>((is_person ? 0 : is_group ? 6 : 3) + (is_named ? 0 : is_definite ? 1 : 2));
}

std::uint8_t asked_sector(const std::vector<std::string>& sectors) {
  if (sectors.empty()) return 0;
  const auto* const last = std::end(kSectors) - 1;
  return static_cast<std::uint8_t>(std::find(std::begin(kSectors), last, sectors[0]) - std::begin(kSectors));
}

// Towns tell where people are more than other words do.
std::uint32_t Belonging::Candidate::places() const {
  return 2 * count(CountrySign::kTown) + count(CountrySign::kName) + count(CountrySign::kAdjective) +
         count(CountrySign::kCapital) + count(CountrySign::kState);
}

std::uint32_t Belonging::find(std::string_view country) {
  for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
    if (candidates_[c].country == country) return c;
  }
  candidates_.emplace_back().country = country;
  return static_cast<std::uint32_t>(candidates_.size() - 1);
}

void Belonging::note(std::string_view country, CountrySign sign, std::uint32_t begin, std::uint32_t sentence,
                     std::uint32_t points) {
  const std::uint32_t at = find(country);
  Candidate& c = candidates_[at];
  c.points += points;
  ++c.signs[static_cast<std::size_t>(sign)];
  c.first = std::min(c.first, begin);
  notes_.push_back({begin, sentence, static_cast<std::uint16_t>(at), sign});
}

// Puts the notes into text order and counts by candidate the sentences that name it.
void Belonging::count_sentences(std::uint32_t headlines) {
  std::stable_sort(notes_.begin(), notes_.end(), [](const Note& a, const Note& b) { return a.begin < b.begin; });
  for (const Note& note : notes_) {
    Candidate& c = candidates_[note.candidate];
    c.sentences += c.last_sentence != note.sentence;
    c.last_sentence = note.sentence;
    c.first_sentence = std::min(c.first_sentence, note.sentence);
    std::uint32_t& first = note.sentence < headlines ? title_ : lead_;
    if (first == kNever) first = note.candidate;
  }
}

void Belonging::close(std::vector<std::uint32_t> paragraphs, std::uint32_t headlines) {
  paragraphs_ = std::move(paragraphs);
  notes_.shrink_to_fit();
  if (!money_.empty()) find(money_);
  if (!dateline_.empty()) find(dateline_);
  count_sentences(headlines);
  around_.resize(candidates_.size());
  std::uint32_t points = 0, places = 0, towns = 0, hints = 0;
  for (const Candidate& c : candidates_) {
    points += c.points;
    places += c.places();
    towns += c.count(CountrySign::kTown);
    hints += c.count(CountrySign::kHint);
  }
  for (std::uint32_t at = 0; at < candidates_.size(); ++at) {
    Candidate& c = candidates_[at];
    std::uint32_t next = 0, next_places = 0, rank = 0;
    for (const Candidate& other : candidates_) {
      if (&other == &c) continue;
      next = std::max(next, other.points);
      next_places = std::max(next_places, other.places());
      rank += other.points > c.points || (other.points == c.points && other.first < c.first);
    }
    const bool is_early = c.first_sentence < headlines + 2;
    const bool in_title = c.first_sentence < headlines;
    c.values = {step(c.points, {1, 2, 3, 4, 5, 7, 10, 15}),
                step(percent(c.points, points), {20, 35, 50, 60, 70, 80, 90, 100}),
                step(tenths(c.points, next), {5, 10, 11, 16, 25, 40, 1000}),
                static_cast<std::uint8_t>(c.country == dateline_ ? 3 : lead_ == at ? 2 : is_early ? 1 : 0),
                static_cast<std::uint8_t>(headlines == 0 ? 0 : title_ == at ? 3 : in_title ? 2 : 1),
                step(c.count(CountrySign::kTown), {1, 2, 3, 5}),
                step(c.count(CountrySign::kName) + c.count(CountrySign::kAdjective), {1, 2, 3, 5}),
                step(c.count(CountrySign::kState), {1, 2, 3, 5}),
                step(c.count(CountrySign::kPerson), {1, 2, 4}),
                step(c.count(CountrySign::kBody) + c.count(CountrySign::kPeople), {1, 2, 4}),
                static_cast<std::uint8_t>(money_.empty() ? 0 : money_ != c.country ? 3 : has_firms_ ? 2 : 1),
                step(nowhere_ == 0 ? 0 : c.points == 0 ? 100 : 1 + 10 * nowhere_ / c.points, {1, 6, 11, 21}),
                step(percent(c.sentences, static_cast<std::uint32_t>(paragraphs_.size())), {1, 10, 20, 35, 50}),
                step(static_cast<std::uint32_t>(candidates_.size()) - 1, {1, 2, 3, 5, 8}),
                step(static_cast<std::uint32_t>(paragraphs_.size()), {5, 9, 16, 30}),
                step(rank, {1, 2}),
                step(percent(c.places(), places), {1, 20, 35, 50, 60, 70, 80, 90, 100}),
                step(tenths(c.places(), next_places), {1, 5, 10, 11, 16, 25, 40, 1000}),
                part(c.count(CountrySign::kTown), towns),
                part(c.count(CountrySign::kHint), hints),
                step(c.count(CountrySign::kHint), {1, 2, 3, 5})};
  }
}

std::string_view Belonging::most() const {
  const auto best = std::find_if(candidates_.begin(), candidates_.end(),
                                 [](const Candidate& c) { return c.values[kRank] == 0; });
  return best == candidates_.end() || best->points == 0 ? std::string_view() : std::string_view(best->country);
}

// Fills around_ with what stands near somebody; the latest notes before him come back.
Belonging::Latest Belonging::look_around(const Asked& asked) {
  std::fill(around_.begin(), around_.end(), Around{});
  heres_ = paragraphs_named_ = towns_here_ = 0;
  const auto add = [](bool& flag, std::uint32_t& count) {
    count += !flag;
    flag = true;
  };
  const auto begin = std::lower_bound(notes_.begin(), notes_.end(), asked.span.begin,
                                      [](const Note& note, std::uint32_t byte) { return note.begin < byte; });
  const auto see_here = [&](const Note& note) {
    add(around_[note.candidate].here, heres_);
    if (is_town(note.sign)) add(around_[note.candidate].town_here, towns_here_);
  };
  Latest out;
  if (begin != notes_.begin()) out.any = &*(begin - 1);
  std::uint32_t seen = 0;
  for (auto note = begin; note != notes_.begin() && seen < kMostNotes; ++seen) {
    --note;
    const bool is_near = paragraph(note->sentence) == paragraph(asked.sentence);
    if (is_near) add(around_[note->candidate].in_paragraph, paragraphs_named_);
    if (note->sentence == asked.sentence) see_here(*note);
    if (!out.place && (note->sign == CountrySign::kName || is_town(note->sign))) out.place = &*note;
    if (!is_near && out.place) break;
  }
  seen = 0;
  for (auto note = begin; note != notes_.end() && note->sentence == asked.sentence && seen < kMostNotes; ++note, ++seen) {
    see_here(*note);
  }
  return out;
}

void Belonging::append_features(const Asked& asked, std::uint32_t candidate, const Latest& latest,
                                std::vector<Feature>& out) const {
  const Candidate& c = candidates_[candidate];
  const Around& around = around_[candidate];
  std::array<std::uint8_t, std::size(kGroups)> values{};
  std::copy(c.values.begin(), c.values.end(), values.begin());
  values[kHere] = near(around.here, heres_);
  values[kParagraph] = near(around.in_paragraph, paragraphs_named_);
  values[kLatestOf] = !latest.any ? 0 : latest.any->candidate == candidate ? 1 : 2;
  values[kTownHere] = near(around.town_here, towns_here_);
  if (latest.place) {
    const bool is_other = latest.place->candidate != candidate;
    values[kLatestPlace] = static_cast<std::uint8_t>((is_other ? 3 : 1) + (latest.place->sign != CountrySign::kTown));
  }
  values[kKind] = asked.kind;
  values[kSector] = asked.sector;
  values[kSpeaks] = asked.speaks;
  values[kLoose] = asked.is_loose;
  belonging_features().append(values, kOne, out);
}

std::string_view Belonging::country_of(const Asked& asked, const BelongingWeights& weights) {
  if (candidates_.empty() || (paragraphs_.size() < kLeastSentences && !asked.is_of_state)) return {};
  const Latest latest = look_around(asked);
  sums_.clear();
  for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
    features_.clear();
    append_features(asked, c, latest, features_);
    sums_.push_back(weights.sum(features_));
  }
  // That he is of none weighs nothing.
  const auto best = std::max_element(sums_.begin(), sums_.end());
  const float top = std::max(*best, 0.0f);
  float all = std::exp(-top);
  for (const float sum : sums_) all += std::exp(sum - top);
  if (std::exp(*best - top) <= kLeastChance * all) return {};
  return candidates_[static_cast<std::size_t>(best - sums_.begin())].country;
}

std::vector<Belonging::Weighed> Belonging::weighed(const Asked& asked) {
  const Latest latest = look_around(asked);
  std::vector<Weighed> out;
  for (std::uint32_t c = 0; c < candidates_.size(); ++c) {
    append_features(asked, c, latest, out.emplace_back(Weighed{candidates_[c].country, {}}).features);
  }
  return out;
}

}  // namespace tacitus
