// Which statement stands inside which.
#pragma once

#include <vector>

#include "read/statements/statements.h"

namespace tacitus {

// Sets `within` of each statement to the one with the smallest content that holds its cue, or its
// content where it has no cue. Every draft has a content. No chain of them comes back to its start.
void nest(std::vector<Draft>& drafts);

}  // namespace tacitus
