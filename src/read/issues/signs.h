// What an issue phrase says by its words: whom it names, what it is about, its numbers.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/actors/knowledge.h"
#include "read/word_map.h"

namespace tacitus {

// All lists are sorted and hold no entry twice.
struct IssueSigns {
  std::vector<std::string> actors;   // countries' codes, bodies by their first name
  std::vector<std::string> names;    // words of other names, in small letters
  std::vector<std::string> words;    // what else it says: stems, one for all that mean the same
  std::vector<float> rarity;         // of each of the words: ln of one in how many articles has it
  std::vector<std::string> numbers;
  std::vector<std::string> deeds;    // of the words, those for what is done or disputed: "ban", not "firm"
  std::string head;                  // the stem of its last word before a preposition
  int way = 0;                       // 1: more of something; -1: less; 0: neither or both
  int size = 0;                      // words as written, names too
};

// Reads phrases by tables of words (knowledge/issues/words.tsv, rarity.tsv). Immutable and safe to share
// between threads.
class IssueWords {
 public:
  // The table that is compiled in.
  static const IssueWords& builtin();

  // Parses the tables. Error: kBadInput for a line of another form, with its file and number.
  static Result<IssueWords> parse(std::string_view words, std::string_view rarity);

  // The signs of a phrase. `actors` are codes of the countries and bodies that it means beyond those
  // that it names ("the country's debt"), as Actor::country has them.
  IssueSigns signs(std::string_view phrase, const Knowledge& knowledge,
                   std::span<const std::string> actors = {}) const;

  // Those of `words`, stems as signs have them, that stand for what is done or disputed.
  std::vector<std::string> deeds(const std::vector<std::string>& words) const;

 private:
  std::string stem(std::string_view word) const;
  float rarity(std::string_view stem) const;

  WordSet empty_;
  WordSet deeds_, up_, down_;    // stems
  WordMap<std::string> same_;    // a stem to the one that stands for its group
  WordMap<float> share_;         // by stem: of 10,000 articles, how many have it
  WordMap<std::string> bodies_;  // a name, as written, to the first of its line
};

}  // namespace tacitus
