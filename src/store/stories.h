// Stories: articles of one happening, put together as they come. Articles that lie at most a few
// days apart and share the words that set them apart (of headline and first lines, names among
// them, weighed by how rare they are) are of one, unless they are reports in one form on different
// things (wording.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "store/database.h"

namespace tacitus {

// Days since 1970 of YYYY-MM-DD; none where it is no such day.
std::optional<std::int64_t> day_number(std::string_view day);
// YYYY-MM-DD of an ISO 8601 date or date-time; none where it names no whole day.
std::optional<std::string> whole_day(const std::optional<std::string>& date);

class Comparison;

// A part of the writer: trouble is the database's.
class Stories {
 public:
  explicit Stories(Database& database);

  // The story of an article, which may be new. `original` is the first of its near-duplicates.
  // `comparison` has been turned to the article. An article without a day has a story only with its near-duplicates. Looks at a bounded number
  // of others.
  std::int64_t add(std::int64_t article, std::string_view title, std::string_view body,
                   const std::optional<std::string>& day, std::optional<std::int64_t> original,
                   Comparison& comparison);

  // Writes what was counted since the last time: before the transaction ends. In the next one other
  // writers may have counted too.
  void flush();

 private:
  std::int64_t articles_with(std::int64_t word);

  Database& database_;
  std::unordered_map<std::int64_t, std::int64_t> counts_;  // of words that this transaction has met
  Query seen_, see_, articles_, find_, keep_, story_of_, make_, extend_;
};

}  // namespace tacitus
