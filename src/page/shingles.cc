// Four folded words make a run, as in the measure that pages are scored by.
#include "page/shingles.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>

#include "page/fold.h"

namespace tacitus {
namespace {

constexpr std::size_t kRun = 4;

// Calls `take` with the hash of every run.
template <class Take>
void for_each_run(std::string_view text, Take take) {
  const std::string folded = fold(text);
  std::array<std::uint64_t, kRun> last{};
  std::size_t words = 0;
  std::string_view rest = folded;
  while (!rest.empty()) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size() < rest.size() ? word.size() + 1 : rest.size());
    last[words++ % kRun] = std::hash<std::string_view>{}(word);
    if (words < kRun) continue;
    std::uint64_t run = 0;
    for (std::size_t i = 0; i < kRun; ++i) {
      run = run * 0x9E3779B97F4A7C15u + last[(words + i) % kRun];
    }
    take(run);
  }
}

}  // namespace

void Shingles::add(std::string_view text) {
  for_each_run(text, [this](std::uint64_t run) { runs_.push_back(run); });
  sorted_ = false;
}

double Shingles::share(std::string_view text) {
  if (!sorted_) std::sort(runs_.begin(), runs_.end());
  sorted_ = true;
  std::size_t all = 0, known = 0;
  for_each_run(text, [&](std::uint64_t run) {
    ++all;
    known += std::binary_search(runs_.begin(), runs_.end(), run);
  });
  return all == 0 ? 0 : static_cast<double>(known) / static_cast<double>(all);
}

}  // namespace tacitus
