// What somebody says in a clause that the model has left unmarked.
#pragma once

#include <span>

#include "read/reading.h"
#include "read/statements/statements.h"

namespace tacitus {

// The content of a draft that has a cue and none, by the tree: the clause in front of speaker and verb
// ("Talks remain open, the minister told a briefing"), or behind a verb of reporting ("said that talks
// remain open"), where nothing of it is marked. Empty where the verb has no such clause. `spans` are
// those of the document.
Range overlooked_content(const Reading& reading, const Draft& draft,
                         std::span<const AttributionSpan> spans);

}  // namespace tacitus
