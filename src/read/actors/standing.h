// Where an actor stands: the country and sectors that words tell, by the tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/actors/countries.h"
#include "read/reading.h"

namespace tacitus {

struct Standing {
  std::string country;               // empty where the words give none
  std::vector<std::string> sectors;
  std::string code;                  // CAMEO's, where a table gives one of its own
  bool sectors_are_generic = false;  // the sectors give way to those of a body

  bool empty() const { return country.empty() && sectors.empty(); }
};

// What the words of a body's name or description tell: "Russian Foreign Ministry".
Standing standing_of_body(const Reading& reading, const Countries& countries, Range range,
                          std::uint32_t head);

// What a role's words tell: "Kremlin spokesman", "former president of the Turkish central bank".
Standing standing_of_role(const Reading& reading, const Countries& countries, Range range,
                          std::uint32_t head);

// What a user's dictionaries say of the name that is all of `range`, on the article's day. None where
// they do not have it; an empty one where they say that it stands for nobody.
std::optional<Standing> standing_by_dictionary(const Reading& reading, Range range);

// What is known of a person on `day`; `is_short` where the text gives one word of the name alone.
Standing standing_of_leader(const Leader& leader, std::string_view day, bool is_short);

// Fills what `to` lacks. Generic sectors give way to those of `from`.
void complete(Standing& to, const Standing& from);

}  // namespace tacitus
