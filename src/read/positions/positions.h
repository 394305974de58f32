// Where everyone stands: who is for, against, asking for or open to what, as the sentences of an
// article tell it. The words that tell a stance, and which of their complements holds the matter,
// are in knowledge/stance/; what counts as a position is told in docs/positions.md.
#pragma once

#include "read/reading.h"
#include "read/record.h"
#include "read/times/times.h"

namespace tacitus {

// Fills the record's positions. The record must have its actors, mentions, statements and events,
// the latter with their dates; actors that only positions name join it. A sentence in which nobody
// whom the text names takes a side gives none. Takes time linear in the document.
void find_positions(const Reading& reading, const Times& times, Record& record);

}  // namespace tacitus
