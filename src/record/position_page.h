// The positions of a record for people.
#pragma once

#include <string>

#include "read/record.h"
#include "record/lines.h"

namespace tacitus {

// Appends a line for each position: who, the stance and what it is on.
void append_positions(const Record& record, const Layout& layout, std::string& out);

// How a stance is written: "support".
std::string_view name_of(Stance stance);

}  // namespace tacitus
