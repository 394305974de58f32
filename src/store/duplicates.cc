#include "store/duplicates.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "store/comparison.h"
#include "store/words.h"

namespace tacitus {
namespace {

constexpr std::size_t kRun = 3;         // words
constexpr std::size_t kSketch = 512;    // hashes: the whole of most news stories
constexpr std::size_t kKeys = 24;       // hashes by which an article is found
constexpr int kMostPerKey = 50;         // a run that more articles have is a set phrase
constexpr std::size_t kCandidates = 8;  // whose sketches are read
constexpr std::size_t kFewest = 6;      // runs that a text must have to be compared
constexpr double kSame = 0.5;           // share of runs from which it may be a copy

std::uint32_t low(std::uint64_t hash) { return static_cast<std::uint32_t>(hash); }

}  // namespace

Sketch make_sketch(std::string_view body) {
  const std::string folded = fold_name(body);
  Sketch sketch;
  std::array<std::uint64_t, kRun> last{};
  std::size_t words = 0;
  for (const std::string_view word : split(folded)) {
    last[words++ % kRun] = stable_hash(word);
    if (words < kRun) continue;
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRun; ++i) run = mix(run ^ last[(words + i) % kRun]);
    sketch.push_back(low(run));
  }
  std::sort(sketch.begin(), sketch.end());
  sketch.erase(std::unique(sketch.begin(), sketch.end()), sketch.end());
  if (sketch.size() > kSketch) sketch.resize(kSketch);
  return sketch;
}

double shared(const Sketch& a, const Sketch& b) {
  // Above the largest hash of a sketch that was cut nothing is known of its text.
  std::uint32_t last = ~0u;
  if (a.size() == kSketch) last = std::min(last, a.back());
  if (b.size() == kSketch) last = std::min(last, b.back());
  std::size_t i = 0, j = 0, both = 0;
  while (i < a.size() && j < b.size() && a[i] <= last && b[j] <= last) {
    if (a[i] == b[j]) ++both, ++i, ++j;
    else if (a[i] < b[j]) ++i;
    else ++j;
  }
  const auto within = [last](const Sketch& sketch) {
    return static_cast<std::size_t>(std::upper_bound(sketch.begin(), sketch.end(), last) -
                                    sketch.begin());
  };
  const std::size_t smaller = std::min(within(a), within(b));
  return smaller < kFewest ? 0 : static_cast<double>(both) / static_cast<double>(smaller);
}

Duplicates::Duplicates(Database& database)
    : find_(database, "SELECT article FROM sketch_keys WHERE hash = ? ORDER BY article DESC LIMIT ?"),
      original_(database, "SELECT coalesce(original, article) FROM articles WHERE article = ?"),
      keep_(database, "INSERT INTO sketches VALUES(?, ?)"),
      keep_key_(database, "INSERT INTO sketch_keys VALUES(?, ?)") {}

std::optional<std::int64_t> Duplicates::add(std::int64_t article, Comparison& comparison) {
  const Sketch& sketch = comparison.sketch();
  if (sketch.size() < kFewest) return std::nullopt;
  const std::size_t keys = std::min(kKeys, sketch.size());

  std::unordered_map<std::int64_t, int> votes;
  for (std::size_t i = 0; i < keys; ++i) {
    std::array<std::int64_t, kMostPerKey> found;
    int count = 0;
    for (find_.start().number(sketch[i]).number(kMostPerKey); find_.step();) {
      found[static_cast<std::size_t>(count++)] = find_.number_at(0);
    }
    if (count == kMostPerKey) continue;
    for (int k = 0; k < count; ++k) ++votes[found[static_cast<std::size_t>(k)]];
  }
  std::vector<std::pair<int, std::int64_t>> ranked;
  for (const auto& [other, count] : votes) ranked.emplace_back(-count, other);
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > kCandidates) ranked.resize(kCandidates);

  std::vector<std::pair<double, std::int64_t>> alike;
  for (const auto& [count, other] : ranked) {
    const double share = comparison.shared_with(other);
    if (share >= kSame) alike.emplace_back(share, other);
  }
  std::stable_sort(alike.begin(), alike.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::optional<std::int64_t> original;
  for (const auto& [share, other] : alike) {
    if (!comparison.is_copy_of(other, share)) continue;
    if (original_.start().number(other).step()) original = original_.number_at(0);
    break;
  }

  keep_.start().number(article)
      .bytes({reinterpret_cast<const char*>(sketch.data()), sketch.size() * sizeof(std::uint32_t)})
      .run();
  for (std::size_t i = 0; i < keys; ++i) keep_key_.start().number(sketch[i]).number(article).run();
  return original;
}

}  // namespace tacitus
