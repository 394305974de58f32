// Looks up what kind of place a noun names.
#include "read/places/words.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "read/builtin_tables.h"
#include "read/table.h"

namespace tacitus {
namespace {

constexpr std::string_view kKinds[] = {"",     "road", "building", "water",
                                       "area", "part", "beside",   "paper"};

struct Words {
  std::unordered_map<std::string_view, PlaceNoun> nouns;
  std::unordered_set<std::string_view> bodies;  // some are nouns too: "borough"
};

const Words& words() {
  static const Words kWords = [] {
    Words out;
    for (const TableLine& line : read_table(k_places_words_tsv)) {
      if (line.cells.size() != 2) continue;
      const std::string_view* const kind = std::find(std::begin(kKinds), std::end(kKinds), line.cells[0]);
      for (const std::string_view word : split_cell(line.cells[1])) {
        if (line.cells[0] == "body") out.bodies.insert(word);
        if (kind != std::end(kKinds)) out.nouns.emplace(word, static_cast<PlaceNoun>(kind - std::begin(kKinds)));
      }
    }
    return out;
  }();
  return kWords;
}

}  // namespace

PlaceNoun place_noun(std::string_view plain) {
  const auto found = words().nouns.find(plain);
  return found == words().nouns.end() ? PlaceNoun::kNone : found->second;
}

bool is_body_of_town(std::string_view plain) { return words().bodies.contains(plain); }

}  // namespace tacitus
