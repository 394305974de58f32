// Where an article is at home, and those of its actors whom only events and positions bring in.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/actors/belonging.h"
#include "read/record.h"

namespace tacitus {

struct ArticleHome {
  std::string country;          // of which the article speaks most; empty where it speaks of none
  bool is_about_body = false;   // of many countries, named nearly as often as its home
  Belonging belonging;          // of whom the text tells no country
};

// Whether somebody is of a state, its courts, forces and parties: what every state has, so that an
// article names no state for its own. Firms, reporters and demonstrators may be of any country.
bool is_of_state(const std::vector<std::string>& sectors);
// Whether a description in small letters says that somebody is of no one country, or of another one.
bool is_abroad(std::string_view name, const std::vector<std::string>& sectors);
// Codes of bodies that are at home nowhere.
bool is_nowhere(std::string_view country);
// Whether several people who are called `noun`, in the singular, are those of many states.
bool is_at_meeting(const ArticleHome& home, std::string_view name, std::string_view noun);

// Gives those whom an event or position has brought in (Mention::brings_in) the country that settle_at_home
// would give.
void settle_latecomers(ArticleHome& home, Record& record, const AskedWitness& witness = {});

}  // namespace tacitus
