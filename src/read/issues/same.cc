#include "read/issues/same.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "read/builtin_tables.h"
#include "read/table.h"

namespace tacitus {
namespace {

enum Name : std::size_t {
  kBias, kCosine, kWords, kWordsOfShorter, kNoWord, kHead, kSameActors, kSomeActors, kOtherActors,
  kActorsOfOne, kSameNames, kOtherNames, kOtherNumbers, kCosineWithoutWords, kAllTheSame,
  kHeadInside, kLeftOfShorter, kLeftOfLonger, kNear, kRarityOfShared, kSameNumbers,
  kSameWay, kOtherWay, kWayOfOne, kSameDeed, kOtherDeeds, kDeedOfOne, kNoDeed, kSizeOfShorter,
  kSizeOfLonger, kFeatures,
};
static_assert(kFeatures == kIssueFeatures.size());

std::size_t shared(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::size_t count = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) {
      ++count, ++x, ++y;
    } else {
      *x < *y ? ++x : ++y;
    }
  }
  return count;
}

// How rare the words are that both say, all together: "buffer stock" tells an issue, "interest
// rates" a field of them. In units that keep it near the other features.
float rarity_of_shared(const IssueSigns& a, const IssueSigns& b) {
  constexpr float kUnit = 8;
  float sum = 0;
  for (std::size_t i = 0; i < std::min(a.words.size(), a.rarity.size()); ++i) {
    if (std::binary_search(b.words.begin(), b.words.end(), a.words[i])) sum += a.rarity[i];
  }
  return sum / kUnit;
}

// "Higher interest rates" and "a cut of interest rates".
void compare_ways(const IssueSigns& a, const IssueSigns& b, IssueFeatures& out) {
  if (a.way != 0 && b.way != 0) {
    out[a.way == b.way ? kSameWay : kOtherWay] = 1;
  } else if (a.way != b.way) {
    out[kWayOfOne] = 1;
  }
}

// Two phrases for mere things ("Japanese firms") are less often one issue than two for deeds.
void compare_deeds(const IssueSigns& a, const IssueSigns& b, IssueFeatures& out) {
  if (a.deeds.empty() && b.deeds.empty()) {
    out[kNoDeed] = 1;
  } else if (a.deeds.empty() || b.deeds.empty()) {
    out[kDeedOfOne] = 1;
  } else {
    out[shared(a.deeds, b.deeds) > 0 ? kSameDeed : kOtherDeeds] = 1;
  }
}

// In tens of words; phrases of more than twenty count as ones of twenty.
void compare_sizes(const IssueSigns& a, const IssueSigns& b, IssueFeatures& out) {
  const auto tens = [](int size) {
    constexpr float kLong = 2;
    return std::min(static_cast<float>(size) / 10, kLong);
  };
  out[kSizeOfShorter] = tens(std::min(a.size, b.size));
  out[kSizeOfLonger] = tens(std::max(a.size, b.size));
}

}  // namespace

IssueFeatures issue_features(const IssueSigns& a, const IssueSigns& b, float cosine) {
  IssueFeatures out{};
  out[kBias] = 1;
  out[kCosine] = cosine;
  const std::size_t both = shared(a.words, b.words);
  const std::size_t shorter = std::min(a.words.size(), b.words.size());
  if (both > 0) {
    out[kWords] = static_cast<float>(both) /
                  static_cast<float>(a.words.size() + b.words.size() - both);
    out[kWordsOfShorter] = static_cast<float>(both) / static_cast<float>(shorter);
  } else {
    out[kNoWord] = 1;
    out[kCosineWithoutWords] = cosine;
  }
  out[kHead] = !a.head.empty() && a.head == b.head ? 1 : 0;
  const auto has = [](const IssueSigns& signs, const std::string& word) {
    return !word.empty() && std::binary_search(signs.words.begin(), signs.words.end(), word);
  };
  out[kHeadInside] = has(a, b.head) || has(b, a.head) ? 1 : 0;
  const std::size_t longer = std::max(a.words.size(), b.words.size());
  out[kLeftOfShorter] = std::min(3.0f, static_cast<float>(shorter - both));
  out[kLeftOfLonger] = std::min(4.0f, static_cast<float>(longer - both));
  out[kNear] = std::max(0.0f, cosine - 0.8f);
  out[kAllTheSame] = a.words == b.words && a.actors == b.actors && a.names == b.names ? 1 : 0;
  const std::size_t actors = shared(a.actors, b.actors);
  if (a.actors.empty() != b.actors.empty()) {
    out[kActorsOfOne] = 1;
  } else if (!a.actors.empty()) {
    out[actors == 0                                                  ? kOtherActors
        : actors == a.actors.size() && actors == b.actors.size() ? kSameActors
                                                                     : kSomeActors] = 1;
  }
  if (!a.names.empty() && !b.names.empty()) {
    out[shared(a.names, b.names) > 0 ? kSameNames : kOtherNames] = 1;
  }
  out[kRarityOfShared] = rarity_of_shared(a, b);
  if (!a.numbers.empty() && !b.numbers.empty()) {
    out[shared(a.numbers, b.numbers) > 0 ? kSameNumbers : kOtherNumbers] = 1;
  }
  compare_ways(a, b, out);
  compare_deeds(a, b, out);
  compare_sizes(a, b, out);
  return out;
}

const IssueWeights& IssueWeights::builtin() {
  static const IssueWeights kWeights = parse(k_issues_weights_tsv).value();
  return kWeights;
}

Result<IssueWeights> IssueWeights::parse(std::string_view text) {
  IssueWeights out;
  for (const TableLine& line : read_table(text)) {
    const auto wrong = [&](const char* what) {
      return Error{ErrorCode::kBadInput,
                   "issues/weights.tsv:" + std::to_string(line.number) + ": " + what};
    };
    if (line.cells.size() != 2) return wrong("has not two columns");
    const auto at = std::find(kIssueFeatures.begin(), kIssueFeatures.end(), line.cells[0]);
    if (at == kIssueFeatures.end()) return wrong("there is no such feature");
    float weight = 0;
    const std::string_view cell = line.cells[1];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), weight);
    if (error != std::errc() || end != cell.data() + cell.size()) return wrong("is no number");
    out.weights_[static_cast<std::size_t>(at - kIssueFeatures.begin())] = weight;
  }
  return out;
}

float IssueWeights::same(const IssueSigns& a, const IssueSigns& b, float cosine) const {
  const IssueFeatures features = issue_features(a, b, cosine);
  float sum = 0;
  for (std::size_t i = 0; i < features.size(); ++i) sum += weights_[i] * features[i];
  return 1 / (1 + std::exp(-sum));
}

}  // namespace tacitus
