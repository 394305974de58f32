// Of which countries a sentence speaks: a state's people of whom nothing else is told are of the only one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "read/actors/countries.h"
#include "read/reading.h"

namespace tacitus {

class SentenceCountries {
 public:
  // All must live as long as this.
  SentenceCountries(const Reading& reading, const Countries& countries);

  // Notes that somebody of `country` is named at `token`.
  void note(std::uint32_t token, std::string_view country);
  // The only country that the sentence of `token` speaks of; empty where there are none or several.
  std::string_view only(std::uint32_t token) const;
  // By sentence what `only` says of it.
  const std::unordered_map<std::uint32_t, std::string>& all() const { return of_; }
  // The country in which the clause says that whoever `token` means acts or is acted upon: "police in riot
  // gear made arrests in Milan"; empty where it says none. What is said tells not where it is said.
  std::string_view scene(std::uint32_t token) const;

 private:
  const Reading& reading_;
  const Countries& countries_;
  std::unordered_map<std::uint32_t, std::string> of_;  // by sentence; empty text: several
};

}  // namespace tacitus
