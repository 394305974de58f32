// Looks up what kind of place a noun names.
#include "read/places/words.h"

#include <unordered_map>
#include <unordered_set>

#include "read/builtin_tables.h"
#include "read/table.h"

namespace tacitus {
namespace {

constexpr std::string_view kKinds[] = {"",     "road", "building", "water",
                                       "area", "part", "beside",   "paper"};

std::unordered_map<std::string_view, PlaceNoun> words() {
  std::unordered_map<std::string_view, PlaceNoun> words;
  for (const TableLine& line : read_table(k_places_words_tsv)) {
    for (std::size_t kind = 1; kind < std::size(kKinds); ++kind) {
      if (line.cells.size() != 2 || line.cells[0] != kKinds[kind]) continue;
      for (const std::string_view word : split_cell(line.cells[1])) {
        words.emplace(word, static_cast<PlaceNoun>(kind));
      }
    }
  }
  return words;
}

}  // namespace

PlaceNoun place_noun(std::string_view plain) {
  static const auto kWords = words();
  const auto found = kWords.find(plain);
  return found == kWords.end() ? PlaceNoun::kNone : found->second;
}

bool is_body_of_town(std::string_view plain) {
  static const auto kWords = [] {
    std::unordered_set<std::string_view> words;
    for (const TableLine& line : read_table(k_places_words_tsv)) {
      if (line.cells.size() != 2 || line.cells[0] != "body") continue;
      for (const std::string_view word : split_cell(line.cells[1])) words.insert(word);
    }
    return words;
  }();
  return kWords.count(plain) > 0;
}

}  // namespace tacitus
