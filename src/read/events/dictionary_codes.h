// Codes that a user's dictionaries of actors and agents give to those who take part in events, as
// the programs that use them would: an agent's own code ("MOP"), and places that are actors.
#pragma once

#include <string>
#include <string_view>

#include "read/reading.h"
#include "read/record.h"

namespace tacitus {

// Gives codes to actors of the record by the user's dictionaries; nothing is done without them.
// Takes time linear in the actors' names.
void give_dictionary_codes(const Reading& reading, Record& record);

// The actor that a stretch of words names in the user's dictionary; without a code where it has none
// for the article's day.
Actor dictionary_actor(const Reading& reading, Range range);

// The code of somebody of a country by the longest agent that ends a description ("the main
// opposition group"); empty where no agent does. `country` is a code of three letters.
std::string agent_code(const Reading& reading, std::string_view description,
                       std::string_view country);

}  // namespace tacitus
