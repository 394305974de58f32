// A user's own dictionaries of actors and agents, in the form that TABARI and PETRARCH read
// (docs/actors.md tells it).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/word_map.h"

namespace tacitus {

// A code, and the days on which it holds.
struct DatedCode {
  std::string code;      // in capitals: "CODGOV"; empty: the actor is none on these days ([---])
  std::string from, to;  // ISO 8601 days, inclusive; empty is open
};

// What a dictionary's code tells in PLOVER's terms.
struct CodeParts {
  std::string country;               // its first three letters, or the international body's code
  std::vector<std::string> sectors;  // those of the others that are sectors
};

// "KORGOVBUS" is KOR with GOV and BUS, "IGOUNO" is UNO. CAMEO's own sectors are given PLOVER's codes:
// MED (media) JRN, HLH (health) MED, INS and SEP REB, NGO and HRI SOC. Where the code begins with a
// sector it tells no country.
CodeParts parts_of(std::string_view code);

class ActorDictionary {
 public:
  // A description's sectors, whoever is described: "prime minister".
  struct Agent {
    std::string before, after;  // code in front of the country's and behind it: "NGO", "GOV"
    bool is_plural = false;
  };

  // Reads a file's text and adds what it says; of entries for one name the first that was added
  // counts. `file` is the name by which complaints call it. Returns one line for each line of the
  // text that cannot be read, "FILE:LINE: reason"; all others are used. Takes time linear in the
  // text.
  std::vector<std::string> add(std::string_view text, std::string_view file);

  bool empty() const { return actors_.empty() && agents_.empty(); }

  // The codes for a name in small letters without accents, words parted by single spaces; null where
  // there is none.
  const std::vector<DatedCode>* actor(std::string_view name) const;

  // The code that holds on `day` (ISO 8601). The first with days that holds it goes first, then the
  // first without. Without a day (empty) it is the one without days, or one that still lasts.
  static const DatedCode* on(const std::vector<DatedCode>& codes, std::string_view day);

  // The most words that an actor's name has.
  std::size_t most_words() const { return most_words_; }

  using Agents = WordMap<Agent>;
  const Agents& agents() const { return agents_; }

 private:
  friend class DictionaryFile;

  WordMap<std::size_t> actors_;  // in codes_
  std::vector<std::vector<DatedCode>> codes_;
  Agents agents_;
  std::size_t most_words_ = 0;
};

}  // namespace tacitus
