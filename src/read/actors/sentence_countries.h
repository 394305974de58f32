// Of which countries a sentence speaks: a state's people of whom nothing else is told are of the only one.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/actors/countries.h"
#include "read/reading.h"

namespace tacitus {

// By sentence the code of the only country that it speaks of; three zeros where it speaks of none, and
// three question marks where of several. A book has very many sentences, so nothing but the letters.
using CountryOfSentence = std::vector<std::array<char, 3>>;
// That code as text; empty where there is none.
std::string_view only_country(const CountryOfSentence& countries, std::uint32_t sentence);

class SentenceCountries {
 public:
  // All must live as long as this.
  SentenceCountries(const Reading& reading, const Countries& countries);

  // Notes that somebody of `country` is named at `token`.
  void note(std::uint32_t token, std::string_view country);
  // Of all sentences.
  const CountryOfSentence& all() const { return of_; }
  // The country in which the clause says that whoever `token` means acts or is acted upon: "police in riot
  // gear made arrests in Milan"; empty where it says none. What is said tells not where it is said.
  std::string_view scene(std::uint32_t token) const;

 private:
  const Reading& reading_;
  const Countries& countries_;
  CountryOfSentence of_;
};

}  // namespace tacitus
