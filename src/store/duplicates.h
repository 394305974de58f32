// Near-duplicates as they come: agency copy that many papers print, cut, reworded above or
// re-ordered, but not reports in one form on different things (wording.h). A bottom-k sketch
// (Broder 1997) of an article's runs of three words tells how much of the shorter text the longer
// one holds; the smallest few hashes of a sketch find the candidates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace tacitus {

// The smallest hashes of a text's runs of three words, ascending, without repeats.
using Sketch = std::vector<std::uint32_t>;

// Takes time linear in the text, but for the sorting of its hashes.
Sketch make_sketch(std::string_view body);

// The share of the runs of the smaller text that the other has too, 0 to 1, as two sketches tell
// it; exact where neither was cut.
double shared(const Sketch& a, const Sketch& b);

class Comparison;

// Finds and keeps sketches in an archive. A part of the writer: trouble is the database's.
class Duplicates {
 public:
  explicit Duplicates(Database& database);

  // Enters the article that is compared, and gives the first article of the group that it belongs
  // to, if it is a near-duplicate of one that was entered before. Looks at a bounded number of
  // others.
  std::optional<std::int64_t> add(std::int64_t article, Comparison& comparison);

 private:
  Query find_, original_, keep_, keep_key_;
};

}  // namespace tacitus
