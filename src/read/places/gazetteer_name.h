// Names of places as the gazetteer looks them up.
#pragma once

#include <string>
#include <string_view>

namespace tacitus {

// Appends to `key` a word in the form of Reading::plain with the letters that have no accent to
// lose made plain ("ø"), without points and apostrophes, and with a single space for hyphens,
// commas and white space; a space parts it from what `key` holds already. knowledge/places/make.py
// does the same to the names of the file.
void append_place_key(std::string_view plain, std::string& key);

// The key of a name as it is written: "St. John's" is "st johns".
std::string place_key(std::string_view name);

}  // namespace tacitus
