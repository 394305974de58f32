// The archive without the engine: fills one with records that were read before, as they are or
// made into more of them, and counts what near-duplicates it finds.
//
//   bench_archive load DB RECORDS.jsonl           adds the records; articles, seconds (CPU of this thread)
//   bench_archive grow DB RECORDS.jsonl COUNT     adds COUNT articles made of the records: other ids,
//                                                 days over three years, some names swapped
//   bench_archive ask DB                          95th percentiles of said, events and actor
//   bench_archive duplicates TEXTS.jsonl          {"id", "group", "text"} a line: recall and precision
#include <ctime>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "record_json.h"
#include "store/archive.h"
#include "store/ask.h"
#include "store/stories.h"

namespace {

using namespace tacitus;

constexpr std::size_t kBatch = 1024;  // as the command line's

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

int fail(const Error& error) {
  std::cerr << error.message << '\n';
  return 1;
}

// A vector as the model would give it, but of chance, since the records have none.
std::vector<float> vector_of_chance(std::string_view text) {
  std::mt19937 random(static_cast<std::uint32_t>(std::hash<std::string_view>{}(text)));
  std::vector<float> out(384);
  for (float& x : out) x = static_cast<float>(static_cast<int>(random() % 2001) - 1000);
  return out;
}

Meanings meanings_of_chance(const Record& record) {
  const std::string_view text = record.article.text;
  Meanings out;
  for (const Statement& said : record.statements) {
    out.statements.push_back(said.content.empty() ? std::vector<float>() : vector_of_chance(said.content.front().in(text)));
  }
  for (const Position& stand : record.positions) out.positions.push_back(vector_of_chance(stand.issue));
  return out;
}

// Adds batches, and counts the time that the archive takes.
class Adder {
 public:
  explicit Adder(Archive& archive) : archive_(archive) {}
  bool add(Record record) {
    const std::string& id = record.article.id;
    const std::uint64_t input = std::hash<std::string>{}(id);
    Meanings meanings = meanings_of_chance(record);
    batch_.push_back({std::move(record), input, std::move(meanings)});
    return batch_.size() < kBatch || flush();
  }
  bool flush() {
    const double start = cpu_seconds();
    const Result<Added> added = archive_.add(batch_);
    seconds_ += cpu_seconds() - start;
    batch_.clear();
    if (!added) std::cerr << added.error().message << '\n';
    else articles_ += added.value().articles, known_ += added.value().known;
    return added.ok();
  }
  void tell() const {
    std::cout << nlohmann::json{{"articles", articles_}, {"known", known_}, {"seconds", seconds_}}.dump() << '\n';
  }

 private:
  Archive& archive_;
  std::vector<Entry> batch_;
  double seconds_ = 0;
  std::size_t articles_ = 0, known_ = 0;
};

int load(const std::string& path, const std::string& records) {
  Result<Archive> archive = Archive::open(path, Database::Mode::kWrite);
  if (!archive) return fail(archive.error());
  Adder adder(archive.value());
  std::ifstream in(records);
  for (std::string line; std::getline(in, line);) {
    if (!adder.add(record_of_json(nlohmann::json::parse(line)))) return 1;
  }
  if (!adder.flush()) return 1;
  adder.tell();
  return 0;
}

// YYYY-MM-DD of a day since 1970.
std::string day_name(std::int64_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  char out[16];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()),
                static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  return out;
}

// A copy of a record that tells of others on another day: some capitalised words and all figures of
// its text are exchanged for others of the same length, so that spans hold.
void disguise(Record& record, std::uint32_t round, std::mt19937& random) {
  Article& article = record.article;
  article.id += "-" + std::to_string(round);
  std::string& text = article.text;
  std::map<std::string, std::string> exchanged;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && ((text[end] | 32) >= 'a' && (text[end] | 32) <= 'z')) ++end;
    if (end == i) {
      if (text[i] >= '0' && text[i] <= '9') text[i] = static_cast<char>('0' + random() % 10);
      ++i;
      continue;
    }
    const std::string word = text.substr(i, end - i);
    if (word.size() > 3 && (random() % 2 == 0 || exchanged.contains(word))) {
      std::string& other = exchanged[word];
      if (other.empty()) {
        other = word;
        constexpr std::string_view kVowels = "aeiou";
        for (char& c : other) {
          const char small = static_cast<char>(c | 32);
          if (kVowels.find(small) != std::string_view::npos) {
            c = static_cast<char>(kVowels[random() % 5] | (c & 32));
            if (!(word[static_cast<std::size_t>(&c - other.data())] & 32)) c = static_cast<char>(c & ~32);
          }
        }
      }
      text.replace(i, word.size(), other);
    }
    i = end;
  }
  const auto day = static_cast<std::int64_t>(19000 + random() % 1100);
  article.published = day_name(day);
  for (Event& event : record.events) {
    if (event.date) event.date = article.published;
  }
  for (Actor& actor : record.actors) {
    for (const auto& [word, other] : exchanged) {
      if (actor.kind == "person" && actor.name.ends_with(word)) {
        actor.name.replace(actor.name.size() - word.size(), word.size(), other);
      }
    }
  }
}

int grow(const std::string& path, const std::string& records, std::size_t count) {
  Result<Archive> archive = Archive::open(path, Database::Mode::kWrite);
  if (!archive) return fail(archive.error());
  Adder adder(archive.value());
  std::mt19937 random(8);
  std::size_t made = 0;
  for (std::uint32_t round = 0; made < count; ++round) {
    std::ifstream in(records);
    const std::size_t before = made;
    for (std::string line; made < count && std::getline(in, line); ++made) {
      Record record = record_of_json(nlohmann::json::parse(line));
      disguise(record, round, random);
      if (!adder.add(std::move(record))) return 1;
    }
    if (made == before) return 1;
  }
  if (!adder.flush()) return 1;
  adder.tell();
  return 0;
}

double percentile(std::vector<double> times, double share) {
  std::sort(times.begin(), times.end());
  return times.empty() ? 0 : times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1))];
}

// Questions are drawn from the archive itself: names that it knows, words that it holds.
int ask(const std::string& path) {
  std::vector<std::string> names, words, countries, sides, issues, holders;
  {
    Result<Archive> archive = Archive::open(path, Database::Mode::kRead);
    if (!archive) return fail(archive.error());
    Database& database = archive.value().database();
    const auto list = [&](const char* sql, std::vector<std::string>& out) {
      Query query(database, sql);
      for (query.start(); query.step();) out.emplace_back(query.text_at(0));
    };
    list("SELECT name FROM actors WHERE kind = 'person' ORDER BY articles DESC LIMIT 100", names);
    list("SELECT name FROM actors ORDER BY articles DESC LIMIT 100", names);
    list("SELECT name FROM actors WHERE actor % 97 = 1 LIMIT 100", names);
    list("SELECT title FROM articles WHERE title IS NOT NULL AND article % 101 = 7 LIMIT 200", words);
    list("SELECT source_country FROM daily_events WHERE source_country IS NOT NULL GROUP BY 1 "
         "ORDER BY count(*) DESC LIMIT 40", sides);
    list("SELECT text FROM issue_phrases WHERE phrase % 37 = 5 LIMIT 200", issues);
    list("SELECT a.name FROM positions p JOIN actors a ON a.actor = p.holder GROUP BY p.holder "
         "ORDER BY count(*) DESC LIMIT 100", holders);
  }
  std::map<std::string, std::vector<double>> times;
  const auto time = [&](const std::string& what, Result<Answer> (*asked)(Database&, const Question&),
                        const Question& question) {
    const auto start = std::chrono::steady_clock::now();
    Result<Archive> archive = Archive::open(path, Database::Mode::kRead);
    if (!archive) return;
    const Result<Answer> answer = asked(archive.value().database(), question);
    const std::string out = answer ? answer_json(answer.value()) : "";
    times[what].push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  };
  std::mt19937 random(8);
  for (std::size_t i = 0; i < 200; ++i) {
    Question question;
    std::vector<std::string> title;
    std::string word;
    for (const char c : words[i % words.size()] + " ") {
      if ((c | 32) >= 'a' && (c | 32) <= 'z') word += c;
      else if (!word.empty()) title.push_back(std::exchange(word, ""));
    }
    if (title.empty()) continue;
    question.words = title[random() % title.size()];
    if (i % 2 == 0) question.words += " " + title[random() % title.size()];
    time("said words", ask_said, question);
    question.name = names[random() % names.size()];
    time("said words by", ask_said, question);
    question.words.clear();
    time("said by", ask_said, question);
    time("actor", ask_actor, question);
    time("timeline", ask_timeline, question);
    Question stand;
    stand.name = holders[random() % holders.size()];
    time("stands by", ask_stands, stand);
    time("changes by", ask_changes, stand);
    stand.name.clear();
    stand.words = issues[random() % issues.size()];
    time("stands on", ask_stands, stand);
    stand.meaning = [] { return vector_of_chance("asked"); };  // the model's time is not in it
    time("stands on by meaning", ask_stands, stand);
    stand.words = title.front();
    time("stands on a word", ask_stands, stand);
    time("changes", ask_changes, {});
    Question event;
    event.from = sides[random() % sides.size()];
    if (i % 2 == 0) event.to = sides[random() % sides.size()];
    time("events", ask_events, event);
    event.period = "month";
    time("events by month", ask_events, event);
  }
  nlohmann::json out;
  for (const auto& [what, list] : times) {
    out[what] = {{"p95_ms", percentile(list, 0.95)}, {"median_ms", percentile(list, 0.5)},
                 {"max_ms", percentile(list, 1)}, {"times", list.size()}};
  }
  std::cout << out.dump(1) << '\n';
  return 0;
}

int count_duplicates(const std::string& texts) {
  const std::string path = texts + ".db";
  Result<Archive> archive = Archive::open(path, Database::Mode::kWrite);
  if (!archive) return fail(archive.error());
  Adder adder(archive.value());
  std::map<std::string, std::string> group_of;
  std::ifstream in(texts);
  for (std::string line; std::getline(in, line);) {
    const nlohmann::json json = nlohmann::json::parse(line);
    Record record;
    record.article.id = json["id"];
    record.article.text = json["text"];
    record.article.body_start = json["body_start"];
    group_of[record.article.id] = json["group"];
    if (!adder.add(std::move(record))) return 1;
  }
  if (!adder.flush()) return 1;
  // A pair counts as found where both have the same first article.
  std::map<std::int64_t, std::vector<std::string>> found;
  Query query(archive.value().database(), "SELECT coalesce(original, article), id FROM articles ORDER BY article");
  for (query.start(); query.step();) found[query.number_at(0)].emplace_back(query.text_at(1));
  std::map<std::string, std::size_t> sizes;
  for (const auto& [id, group] : group_of) ++sizes[group];
  std::size_t wanted = 0, given = 0, right = 0;
  for (const auto& [group, size] : sizes) wanted += size * (size - 1) / 2;
  for (const auto& [first, ids] : found) {
    for (std::size_t i = 0; i < ids.size(); ++i) {
      for (std::size_t k = i + 1; k < ids.size(); ++k) {
        ++given;
        const bool same = group_of[ids[i]] == group_of[ids[k]];
        right += same;
        if (!same) std::cerr << ids[i] << " " << ids[k] << '\n';
      }
    }
  }
  std::cout << nlohmann::json{{"pairs", wanted}, {"found", given}, {"right", right},
                              {"recall", static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(wanted, 1))},
                              {"precision", static_cast<double>(right) / static_cast<double>(std::max<std::size_t>(given, 1))}}
                   .dump() << '\n';
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string mode = argc > 1 ? argv[1] : "";
  if (mode == "load" && argc == 4) return load(argv[2], argv[3]);
  if (mode == "grow" && argc == 5) return grow(argv[2], argv[3], std::strtoul(argv[4], nullptr, 10));
  if (mode == "ask" && argc == 3) return ask(argv[2]);
  if (mode == "duplicates" && argc == 3) return count_duplicates(argv[2]);
  std::cerr << "usage: bench_archive load DB RECORDS | grow DB RECORDS COUNT | ask DB | duplicates TEXTS\n";
  return 2;
}
