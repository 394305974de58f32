// The rooms before the engine by themselves: how fast pages become articles, in how much memory.
//
//   bench_articles time ROUNDS INPUT...   bodies as JSON Lines on standard output, then
//                                         "seconds" of each round over all pages, read before
//   bench_articles stream INPUT...        items, articles, seconds and peak memory of one pass
#include <sys/resource.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "page/article.h"
#include "wire/stream.h"

namespace {

using namespace tacitus;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int time_rounds(int rounds, std::vector<std::string> inputs) {
  ItemStream stream(std::move(inputs), {});
  std::vector<Item> items;
  while (std::optional<Result<Item>> item = stream.next()) {
    if (*item) items.push_back(std::move(*item).value());
  }
  nlohmann::json seconds = nlohmann::json::array();
  for (int round = 0; round < rounds; ++round) {
    std::vector<Item> copies = items;  // an article is made of its item
    std::vector<Result<Article>> articles;
    articles.reserve(copies.size());
    const auto start = std::chrono::steady_clock::now();
    for (Item& item : copies) articles.push_back(make_article(std::move(item)));
    seconds.push_back(seconds_since(start));
    for (const Result<Article>& article : articles) {
      if (round > 0 || !article) continue;
      const Article& a = article.value();
      std::cout << nlohmann::json{{"id", a.id}, {"body", a.text.substr(a.body_start)}}.dump() << '\n';
    }
  }
  std::cout << nlohmann::json{{"seconds", seconds}}.dump() << '\n';
  return 0;
}

int stream_once(std::vector<std::string> inputs) {
  const auto start = std::chrono::steady_clock::now();
  ItemStream stream(std::move(inputs), {});
  std::uint64_t items = 0, articles = 0;
  while (std::optional<Result<Item>> item = stream.next()) {
    ++items;
    if (*item && make_article(std::move(*item).value())) ++articles;
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  std::cout << items << " items, " << articles << " articles, " << seconds_since(start)
            << " seconds, at most " << usage.ru_maxrss / 1024 << " MB\n";
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc > 1 ? argv[1] : "";
  if (mode == "time" && argc > 3) {
    return time_rounds(std::max(1, std::atoi(argv[2])), {argv + 3, argv + argc});
  }
  if (mode == "stream" && argc > 2) return stream_once({argv + 2, argv + argc});
  std::cerr << "usage: bench_articles time ROUNDS INPUT... | stream INPUT...\n";
  return 2;
}
