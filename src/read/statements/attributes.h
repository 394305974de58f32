// How a statement is made: whether it denies or refuses, how sure it is that it was made, to whom,
// and what it answers.
#pragma once

#include "read/reading.h"
#include "read/statements/statements.h"

namespace tacitus {

// Fills polarity, certainty, addressee and about, each only where the text marks it.
void add_attributes(const Reading& reading, Draft& draft);

}  // namespace tacitus
