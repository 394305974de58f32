// People whom news name without saying who they are, and the offices that they held when.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

// An office, or a part that somebody played, from one day to another.
struct Term {
  std::string country;               // empty: the person's own
  std::vector<std::string> sectors;  // PLOVER's; empty where the office tells none
  std::string from, to;              // ISO 8601 days, months or years, inclusive; empty is open

  // Whether `day`, an ISO 8601 date or date-time, lies in it.
  bool holds(std::string_view day) const;
};

struct Leader {
  std::string country;      // ISO 3166-1 alpha-3 or an international body's code
  std::vector<Term> terms;  // of several that hold a day the first counts

  // The term that holds `day`; of an article without a date (empty) the one that still lasts. Null
  // where there is none.
  const Term* on(std::string_view day) const;
  // Whether a day lies so far from all terms that a namesake is likelier to be meant.
  bool is_far_from(std::string_view day) const;
  // Whether a public office ended before `day`; false without a date.
  bool is_former_on(std::string_view day) const;
};

// Reads "SECTORS FROM..TO" or "COUNTRY:SECTORS FROM..TO" into `out`; says what is wrong with it.
std::optional<std::string> read_term(std::string_view text, Term& out);

}  // namespace tacitus
