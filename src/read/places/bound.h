// Where what a text tells took place: the place that modifies its verb, as the tree has it.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "read/places/places.h"
#include "read/reading.h"
#include "read/statements/statements.h"

namespace tacitus {

// Binds the places of one article to its words. `reading` and `found` must live as long as this.
class BoundPlaces {
 public:
  BoundPlaces(const Reading& reading, const FoundPlaces& found);

  // Index of the place where that happened which `token`, a verb or a noun of doing ("talks"),
  // tells of: a place that hangs from it with "in", "at" and the like, by itself or within another
  // part of its clause ("met at a hotel in Geneva"), else from the verb that the clause hangs from
  // as a part of the same telling ("flew to Geneva to meet"). Empty where the clause names none;
  // what is said lies in another clause than its saying. Looks at a few tokens for each clause.
  std::optional<std::uint32_t> of_clause(std::uint32_t token) const;

  // The place of the article's dateline; what the article tells by itself took place there as far
  // as it says no other.
  std::optional<std::uint32_t> dateline() const { return found_->dateline; }

  // Fills `place` of a statement: where it was said, by its cue's clause, else, for a statement that
  // is not told within another, by the dateline.
  void bind(Draft& draft) const;

 private:
  std::optional<std::uint32_t> below(std::uint32_t token, const std::vector<Range>& but) const;
  std::optional<std::uint32_t> at(std::uint32_t token) const;
  std::optional<std::uint32_t> within(std::uint32_t token, std::uint32_t depth) const;
  bool is_there(std::uint32_t token) const;

  const Reading* reading_;
  const FoundPlaces* found_;
  // The place that a token is the head of; kNone where none.
  std::uint32_t headed_by(std::uint32_t token) const;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  // heads, ascending, and their places
};

}  // namespace tacitus
