// Columns of the event files that others publish, filled from an event and its sides.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "store/database.h"

namespace tacitus {

// What an export of events goes over: one row a daily event, in order.
extern const char* const kEventRows;

// The names of POLECAT's columns, and a row of kEventRows in them.
std::vector<std::string_view> polecat_columns();
std::vector<std::string> polecat_row(const Query& row);

// A row of kEventRows in the 61 columns of GDELT 2.0's event table.
std::vector<std::string> gdelt_row(const Query& row);

// Classes of cooperation and conflict, 1 to 4 as GDELT numbers them: of a PLOVER root and of a CAMEO
// code. 0 where there is none.
int quad_class_of_root(std::string_view root);
int quad_class_of_cameo(std::string_view cameo);

}  // namespace tacitus
