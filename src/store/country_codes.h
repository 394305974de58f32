// What other event files call a country (knowledge/archive/country_codes.tsv).
#pragma once

#include <string_view>

namespace tacitus {

struct CountryCodes {
  std::string_view fips;  // FIPS 10-4
  std::string_view cow;   // the Correlates of War number
  std::string_view name;
};

// The codes of an ISO 3166-1 alpha-3 code, each empty where there is none; null for what is no
// country's code. Lives as long as the program.
const CountryCodes* find_country(std::string_view iso);

}  // namespace tacitus
