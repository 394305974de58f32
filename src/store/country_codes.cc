#include "store/country_codes.h"

#include <unordered_map>

#include "store/builtin_tables.h"
#include "store/words.h"

namespace tacitus {

const CountryCodes* find_country(std::string_view iso) {
  static const std::unordered_map<std::string_view, CountryCodes> countries = [] {
    std::unordered_map<std::string_view, CountryCodes> all;
    for (const std::string_view line : split(k_country_codes_tsv, '\n')) {
      const std::vector<std::string_view> fields = split(line, '\t');
      if (line.front() == '#' || fields.size() != 4) continue;
      const auto code = [&](std::size_t i) { return fields[i] == "-" ? std::string_view() : fields[i]; };
      all.emplace(fields[0], CountryCodes{code(1), code(2), code(3)});
    }
    return all;
  }();
  const auto found = countries.find(iso);
  return found == countries.end() ? nullptr : &found->second;
}

}  // namespace tacitus
