// Sectors of actors by the model: of whom neither the text's words nor the tables tell one, and of firms that those
// take for something else.
#pragma once

#include <cstdint>

#include "read/reading.h"
#include "read/record.h"

namespace tacitus {

// Whether the model is sure that `token` heads the name or description of somebody, of a sector that it knows.
bool names_somebody(const Document& document, std::uint32_t token);

// Gives actors without a sector the one that the model's sector head is sure of over all their mentions, and
// others BUS where it is very sure of that.
void tell_sectors(const Reading& reading, Record& record);

}  // namespace tacitus
