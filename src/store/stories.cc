#include "store/stories.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <map>
#include <unordered_map>

#include "store/comparison.h"
#include "store/words.h"

namespace tacitus {
namespace {

constexpr std::size_t kLead = 1200;     // bytes of the body that are looked at
constexpr std::size_t kWords = 14;      // that an article keeps
constexpr std::int64_t kDays = 2;       // between two articles of a story
constexpr int kMostPerWord = 150;       // articles that one word leads to
constexpr double kAlike = 0.48;         // cosine from which two articles tell one happening
constexpr std::size_t kLookedAt = 4;    // of the nearest, whose texts are read
constexpr double kTitle = 2;            // a word of the headline counts so often
constexpr double kFigure = 0.4;         // figures set articles apart, but seldom join them

struct Weighed {
  std::int64_t word;
  double weight;
};

}  // namespace

std::optional<std::int64_t> day_number(std::string_view day) {
  if (day.size() != 10 || day[4] != '-' || day[7] != '-') return std::nullopt;
  for (const std::size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (day[i] < '0' || day[i] > '9') return std::nullopt;
  }
  const auto part = [&](std::size_t at, std::size_t size) {
    return std::atoi(std::string(day.substr(at, size)).c_str());
  };
  const std::chrono::year_month_day date{std::chrono::year(part(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(part(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(part(8, 2)))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

std::optional<std::string> whole_day(const std::optional<std::string>& date) {
  if (!date || date->size() < 10 || (date->size() > 10 && (*date)[10] != 'T')) return std::nullopt;
  if (!day_number(std::string_view(*date).substr(0, 10))) return std::nullopt;
  return date->substr(0, 10);
}

Stories::Stories(Database& database)
    : database_(database),
      seen_(database, "SELECT articles FROM word_counts WHERE word = ?"),
      see_(database, "INSERT OR REPLACE INTO word_counts VALUES(?, ?)"),
      articles_(database, "SELECT max(article) FROM articles"),
      find_(database, "SELECT article, weight FROM story_words WHERE word = ? AND "
                      "day BETWEEN ? AND ? LIMIT ?"),
      keep_(database, "INSERT OR IGNORE INTO story_words VALUES(?, ?, ?, ?)"),
      story_of_(database, "SELECT story FROM articles WHERE article = ?"),
      make_(database, "INSERT INTO stories(lead, articles, originals) VALUES(?, 0, 0)"),
      extend_(database, "UPDATE stories SET articles = articles + 1, originals = originals + ?2, "
                        "first_day = CASE WHEN ?3 IS NULL THEN first_day WHEN first_day IS NULL "
                        "THEN ?3 ELSE min(first_day, ?3) END, "
                        "last_day = CASE WHEN ?3 IS NULL THEN last_day WHEN last_day IS NULL "
                        "THEN ?3 ELSE max(last_day, ?3) END WHERE story = ?1") {}

// With this one.
std::int64_t Stories::articles_with(std::int64_t word) {
  const auto [entry, is_new] = counts_.try_emplace(word, 0);
  if (is_new && seen_.start().number(word).step()) entry->second = seen_.number_at(0);
  return ++entry->second;
}

void Stories::flush() {
  std::vector<std::pair<std::int64_t, std::int64_t>> sorted(counts_.begin(), counts_.end());
  std::sort(sorted.begin(), sorted.end());
  for (const auto& [word, count] : sorted) see_.start().number(word).number(count).run();
  counts_.clear();
}

std::int64_t Stories::add(std::int64_t article, std::string_view title, std::string_view body,
                          const std::optional<std::string>& day,
                          std::optional<std::int64_t> original, Comparison& comparison) {
  const auto story_of = [this](std::int64_t other) -> std::optional<std::int64_t> {
    if (!story_of_.start().number(other).step()) return std::nullopt;
    const bool has_none = story_of_.is_null(0);
    return has_none ? std::nullopt : std::optional(story_of_.number_at(0));
  };
  std::optional<std::int64_t> story;
  if (original) story = story_of(*original);

  const std::optional<std::int64_t> number = day ? day_number(*day) : std::nullopt;
  if (number && !original) {
    // The words of the article and how often each stands there, in an order that is always the same.
    std::map<std::string, double, std::less<>> counts;
    const auto count = [&counts](std::string_view text, double times) {
      for (const std::string_view word : split(text)) {
        if (word.size() < 3 || is_common(word)) continue;
        const bool figure = word.front() >= '0' && word.front() <= '9';
        counts[std::string(word)] += figure ? times * kFigure : times;
      }
    };
    count(fold_name(title), kTitle);
    count(fold_name(without_dateline(body).substr(0, kLead)), 1);

    const double all = articles_.start().step() ? static_cast<double>(articles_.number_at(0)) : 0;
    std::vector<Weighed> words;
    for (const auto& [word, times] : counts) {
      const auto hash = static_cast<std::int64_t>(stable_hash(word) >> 16);
      const auto seen = static_cast<double>(articles_with(hash));
      words.push_back({hash, (1 + std::log(std::max(times, 1e-3) + 1)) * std::log((all + 20) / seen)});
    }
    std::stable_sort(words.begin(), words.end(),
                     [](const Weighed& a, const Weighed& b) { return a.weight > b.weight; });
    if (words.size() > kWords) words.resize(kWords);
    double length = 0;
    for (const Weighed& word : words) length += word.weight * word.weight;
    length = std::sqrt(length);

    std::unordered_map<std::int64_t, double> alike;
    for (Weighed& word : words) {
      if (length > 0) word.weight /= length;
      find_.start().number(word.word).number(*number - kDays).number(*number + kDays)
          .number(kMostPerWord);
      while (find_.step()) alike[find_.number_at(0)] += word.weight * find_.real_at(1);
    }
    std::vector<std::pair<double, std::int64_t>> nearest;
    for (const auto& [other, cosine] : alike) {
      if (cosine >= kAlike) nearest.emplace_back(-cosine, other);
    }
    std::sort(nearest.begin(), nearest.end());
    if (nearest.size() > kLookedAt) nearest.resize(kLookedAt);
    for (const auto& [cosine, other] : nearest) {
      if (!comparison.may_be_of_one_story_with(other, comparison.shared_with(other))) continue;
      story = story_of(other);
      break;
    }
    for (const Weighed& word : words) {
      keep_.start().number(word.word).number(*number).number(article).real(word.weight).run();
    }
  }
  if (!story) {
    make_.start().number(article).run();
    story = database_.last_row();
  }
  extend_.start().number(*story).number(original ? 0 : 1).maybe(day).run();
  return *story;
}

}  // namespace tacitus
