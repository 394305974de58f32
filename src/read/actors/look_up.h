// Entries of the tables found in a text: the longest name or word that stands at a token.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "read/reading.h"

namespace tacitus {

// A table's entry found in a text; the range is empty where there is none.
struct BodyFound {
  Range range;
  const Body* body = nullptr;
};
struct PersonFound {
  Range range;
  const PersonWord* word = nullptr;
};
struct BodyWordFound {
  Range range;
  const BodyWord* word = nullptr;
};

// Whether a name that ends before `end` only backs those behind it: "U.S.-backed rebels".
bool is_backer(const Reading& reading, std::uint32_t end);
// The body that all of `range` names, an article before it and a genitive behind it left out; null
// where none.
const Body* body_named(const Reading& reading, Range range);
// The longest body's name that begins at `first` and ends before `end`.
BodyFound body_at(const Reading& reading, std::uint32_t first, std::uint32_t end);
// The longest word for people or bodies whose head is `head`: it ends with it ("prime minister")
// or begins with it and goes on with "of" ("secretary of state"). It lies inside `bounds`.
PersonFound person_word_at(const Reading& reading, std::uint32_t head, Range bounds);
BodyWordFound body_word_at(const Reading& reading, std::uint32_t head, Range bounds);

// A range without an article in front, and without genitives and punctuation behind.
Range bare(const Reading& reading, Range range);

// "its prime minister" and "the Taliban's spokesman": a genitive may be glued to the word.
std::string without_genitive(std::string phrase);

// Whether a phrase is written in capitals only, as headlines are; one of few letters may be an acronym.
bool is_shouted(std::string_view phrase);
// Such a phrase as a title is written.
std::string titled(std::string_view phrase);

// What `find`, which gives a pointer, has for a phrase as written, or as a title where it is all
// capitals; null where neither.
template <class Find>
auto as_written_or_titled(const std::string& phrase, Find find) {
  auto found = find(phrase);
  if (!found && is_shouted(phrase)) found = find(titled(phrase));
  return found;
}

// The longest phrase that begins at `first`, ends before `end` and that `find`, which gives a pointer,
// has; an empty range and null where there is none.
template <class Find>
auto longest(const Reading& reading, std::uint32_t first, std::uint32_t end, Find find) {
  using Pointer = decltype(find(std::string()));
  end = std::min(end, first + Knowledge::kMostTokens);
  for (std::uint32_t stop = end; stop > first; --stop) {
    if (Pointer found = find(reading.phrase({first, stop}))) {
      return std::pair<Range, Pointer>({first, stop}, found);
    }
  }
  return std::pair<Range, Pointer>({0, 0}, nullptr);
}

}  // namespace tacitus
