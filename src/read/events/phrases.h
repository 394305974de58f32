// The codes that a user's dictionaries of actors and agents give to a noun phrase, as the programs
// that use them make them: a name's code with those of the agents around it, one for each party that
// "and" or a comma joins.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "read/reading.h"

namespace tacitus {

// A party of a phrase.
struct CodedParty {
  std::string code;   // "ITHGOV"; of a name that stands for several "BIL/FRO"
  Range name;         // of whom the dictionary knows
  Range words;        // name and agents
};

// The code of somebody whom the dictionaries do not name at a token, with the end of his name; an
// empty code where nobody is named there.
using KnownCode = std::function<std::string(std::uint32_t token, std::uint32_t& end)>;

// The noun phrase around a token, by the kinds of its words: what stands in front, lists, and what
// hangs behind by prepositions.
Range phrase_around(const Reading& reading, std::uint32_t token, Range limits);

// The parties of a phrase in its order; none where it names nobody. "The ambassadors of A and B" are
// two, "lawmakers and officials in A" too. Takes time linear in the phrase.
std::vector<CodedParty> parties_of_phrase(const Reading& reading, Range phrase,
                                          const KnownCode& known);

}  // namespace tacitus
