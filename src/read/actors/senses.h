// One sense an article: what kind of thing a name of one word stands for.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "read/reading.h"

namespace tacitus {

// Whether an entity that the model takes for a person is a firm by its last words: "Rowe Inc", "Karl
// Rowe" in front of "and Co".
bool is_firm(const Reading& reading, Range name);

// Counts, over the whole article, how the model takes each word that can be a name by itself.
class Senses {
 public:
  // What is counted: the names that the model marks, or also who is "it" and who "he", which bodies
  // are companies, and what the model's references say.
  enum class With : std::uint8_t { kNames, kReferences };

  // `reading` must live as long as this.
  Senses(const Reading& reading, With with);

  // What `word`, a name of one word in the form of Reading::plain, is taken for most often: a person,
  // a body or a place. `type` where nothing says more. Where it is none of the three only a body of which
  // it is the first word makes it one ("Eastern" of Eastern Airlines).
  EntityType of(std::string_view word, EntityType type) const;

 private:
  void count_references(const Reading& reading);

  // For a person, a body, a place; and for a person by references, which makes none of what is
  // marked as a body or place.
  std::unordered_map<std::string_view, std::array<std::uint32_t, 4>> counts_;
  std::unordered_set<std::string_view> begin_bodies_;  // first words of bodies' longer names
};

}  // namespace tacitus
