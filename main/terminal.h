// The user's terminal: how wide it is, whether it wants colour, and a line of complaint to it.
#pragma once

#include <cstddef>
#include <string_view>

namespace tacitus {

// Columns of the terminal behind `descriptor`; 80 if it is none.
std::size_t terminal_columns(int descriptor);

// Whether to colour what goes to `descriptor`: only on a terminal that can, and not if NO_COLOR
// is set to anything (no-color.org).
bool wants_colour(int descriptor);

// Writes "tacitus: MESSAGE" as one line to standard error, made printable.
void complain(std::string_view message);

}  // namespace tacitus
