// Names of people: which of their words are the name, and when two names can be one person's.
#pragma once

#include <string>
#include <vector>

#include "read/reading.h"

namespace tacitus {

struct PersonName {
  Range range;                     // the name without titles and without a genitive's 's
  Range title;                     // titles in front of it inside the entity: "President"
  std::vector<std::string> words;  // plain; parted at hyphens; without suffixes and nicknames
  std::string suffix;              // "jr", which parts father and son
  Gender gender = Gender::kUnknown;  // as "Mrs." or the first name tell it
  bool gender_is_sure = false;     // it was an honorific
};

// Reads the name in an entity's tokens. At least one word comes back.
PersonName read_person_name(const Reading& reading, Range entity);

// How well two names agree: 0 cannot be one person's, 1 a middle name or first of two surnames
// alone, 2 a first name alone, 4 a surname alone or first names that may be short forms, 5 equal.
int name_match(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace tacitus
