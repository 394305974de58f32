// An article that is being written beside those of the archive, for near-duplicates and stories:
// what they share is looked at once, and only where something speaks for it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "store/database.h"
#include "store/duplicates.h"
#include "store/wording.h"

namespace tacitus {

// A part of the writer: trouble is the database's.
class Comparison {
 public:
  explicit Comparison(Database& database);

  // Goes on to an article; its text must stay in place while it is compared.
  void turn_to(std::string_view title, std::string_view body, std::optional<std::int64_t> day);

  const Sketch& sketch() const { return sketch_; }
  // The share of runs of words that it has in common with an article of the archive (duplicates.h).
  double shared_with(std::int64_t article);

  bool is_copy_of(std::int64_t article, double shared);
  bool may_be_of_one_story_with(std::int64_t article, double shared);

 private:
  const Wording& own();
  std::optional<Wording> wording_of(std::int64_t article);

  Query sketch_of_, text_of_;
  std::string_view title_, body_;
  std::optional<std::int64_t> day_;
  Sketch sketch_;
  std::optional<Wording> wording_;  // made when it is first needed
};

}  // namespace tacitus
