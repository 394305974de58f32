// Statements that another one tells already.
#pragma once

#include <vector>

#include "read/reading.h"
#include "read/statements/statements.h"

namespace tacitus {

// Drops, once the speakers are known, what is no statement of its own: the question in "Asked about
// the tariffs, she said", which is the answer's `about`, and the speaker's own statements in "He said
// that he had warned of it", or somebody's whom nobody can name. `within` is led past what is dropped.
void drop_retold(const Reading& reading, std::vector<Draft>& drafts);

}  // namespace tacitus
