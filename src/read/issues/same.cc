#include "read/issues/same.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "model/vector_bytes.h"
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

namespace {

// The numbers of a cell; nothing where one is none.
std::optional<std::vector<float>> numbers_of(std::string_view cell) {
  std::vector<float> numbers;
  for (const std::string_view entry : split_cell(cell)) {
    float number = 0;
    const auto [end, error] = std::from_chars(entry.data(), entry.data() + entry.size(), number);
    if (error != std::errc() || end != entry.data() + entry.size()) return std::nullopt;
    numbers.push_back(number);
  }
  return numbers;
}

}  // namespace

const IssueWeights& IssueWeights::builtin() {
  static const IssueWeights kWeights = parse(k_issues_weights_tsv).value();
  return kWeights;
}

// Takes a line's numbers; what is wrong with them, if anything.
std::optional<std::string> IssueWeights::take(std::string_view kind, std::string_view name,
                                              const std::vector<float>& numbers) {
  if (kind == "out") {
    Units* const units = name == "features" ? &features_ : name == "vectors" ? &vectors_ : nullptr;
    if (!units) return "is of units that there are not";
    units->out = numbers;
    if (units == &features_) units->in.assign(kIssueFeatures.size() * numbers.size(), 0);
    return std::nullopt;
  }
  if (kind == "feature") {
    const auto at = std::find(kIssueFeatures.begin(), kIssueFeatures.end(), name);
    if (at == kIssueFeatures.end()) return "there is no such feature";
    if (numbers.size() != features_.count() + 1) return "has another number of units";
    const auto index = static_cast<std::size_t>(at - kIssueFeatures.begin());
    direct_[index] = numbers[0];
    std::copy(numbers.begin() + 1, numbers.end(),
              features_.in.begin() + static_cast<std::ptrdiff_t>(index * features_.count()));
    return std::nullopt;
  }
  if (kind == "bias" || kind == "vector") {
    const bool is_bias = kind == "bias";
    if (numbers.size() != vectors_.count() * (is_bias ? 1 : 2)) return "has another number of units";
    if (is_bias) {
      bias_ = numbers;
    } else {
      vectors_.in.insert(vectors_.in.end(), numbers.begin(), numbers.end());
    }
    return std::nullopt;
  }
  return "has a kind that is none";
}

Result<IssueWeights> IssueWeights::parse(std::string_view text) {
  IssueWeights out;
  for (const TableLine& line : read_table(text)) {
    const auto wrong = [&](const std::string& what) {
      return Error{ErrorCode::kBadInput,
                   "issues/weights.tsv:" + std::to_string(line.number) + ": " + what};
    };
    if (line.cells.size() != 3) return wrong("has not three columns");
    const std::optional<std::vector<float>> numbers = numbers_of(line.cells[2]);
    if (!numbers) return wrong("has what is no number");
    if (const auto trouble = out.take(line.cells[0], line.cells[1], *numbers)) return wrong(*trouble);
  }
  out.bias_.resize(out.vectors_.count());
  return out;
}

// What the units of vectors say: of each number, the product of the two and how far they are apart.
float IssueWeights::of_vectors(std::span<const std::int8_t> a, std::span<const std::int8_t> b) const {
  const std::size_t units = vectors_.count();
  if (units == 0 || a.size() != b.size() || a.size() * 2 * units != vectors_.in.size()) return 0;
  const auto scale_of = [](std::span<const std::int8_t> v) {
    const std::int32_t square = dot(v.data(), v.data(), v.size());
    return square > 0 ? 1 / std::sqrt(static_cast<float>(square)) : 0.0f;
  };
  const float scale_a = scale_of(a), scale_b = scale_of(b);
  if (scale_a == 0 || scale_b == 0) return 0;
  std::vector<float> sums = bias_;
  const float* weights = vectors_.in.data();
  for (std::size_t i = 0; i < a.size(); ++i, weights += 2 * units) {
    const float x = scale_a * static_cast<float>(a[i]), y = scale_b * static_cast<float>(b[i]);
    const float product = x * y, gap = std::abs(x - y);
    for (std::size_t u = 0; u < units; ++u) sums[u] += product * weights[u] + gap * weights[units + u];
  }
  float out = 0;
  for (std::size_t u = 0; u < units; ++u) out += vectors_.out[u] * std::tanh(sums[u]);
  return out;
}

float IssueWeights::same(const IssueSigns& a, const IssueSigns& b, std::span<const std::int8_t> vector_a,
                         std::span<const std::int8_t> vector_b) const {
  const IssueFeatures features = issue_features(a, b, static_cast<float>(cosine(vector_a, vector_b)));
  float sum = of_vectors(vector_a, vector_b);
  for (std::size_t i = 0; i < features.size(); ++i) sum += direct_[i] * features[i];
  for (std::size_t u = 0; u < features_.count(); ++u) {
    float in = 0;
    for (std::size_t i = 0; i < features.size(); ++i) in += features_.in[i * features_.count() + u] * features[i];
    sum += features_.out[u] * std::tanh(in);
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace tacitus
