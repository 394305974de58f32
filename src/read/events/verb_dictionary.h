// A user's own verb dictionary, in the form that TABARI and PETRARCH (version 1) read:
//
//   &CURRENCY              a set of synonyms, its members below, one a line
//   +DOLLARS
//   --- GIVE  [070] ---    a group of verbs and its code; --- for none, two with a colon for an
//   GIVE {GAVE GIVEN}      event in either direction; irregular forms in braces
//   DONATE [071]           a verb of the group with a code of its own
//   - * &CURRENCY [0711]   patterns: words before and behind the verb (*); joined by _ they stand
//   - WILL NOT_* [120]     beside each other, else others may stand between; # and what follows
//                          it are comments
//   - % * [030:030]        %: who acts are several, and do it to each other
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/reading.h"

namespace tacitus {

struct VerbPatterns;

// Immutable and safe to share between threads.
class VerbDictionary {
 public:
  // Reads a dictionary's text. A line that cannot be read is left out, and `complaints` gets
  // "FILE:LINE: why" for it; the rest is used.
  static VerbDictionary parse(std::string_view text, const std::string& file,
                              std::vector<std::string>& complaints);

  struct Match {
    std::string code;          // as the dictionary has it; empty: it says that there is no event
    std::string reverse_code;  // of the event in the other direction; empty where there is none
    std::string rule;          // "FILE:LINE"
    std::uint32_t words = 0;   // of the pattern; 0 where the verb alone matched
    bool is_compound = false;  // between those who act
  };

  // What the dictionary says of the verb at a token: the pattern with the most words, or the
  // verb's own code. None where it does not have the verb, or has it without a code and no
  // pattern of it fits.
  std::optional<Match> match(const Reading& reading, std::uint32_t verb) const;

  VerbDictionary(VerbDictionary&&) noexcept;
  VerbDictionary& operator=(VerbDictionary&&) noexcept;
  ~VerbDictionary();

 private:
  explicit VerbDictionary(std::unique_ptr<VerbPatterns> patterns);
  std::unique_ptr<VerbPatterns> patterns_;
};

}  // namespace tacitus
