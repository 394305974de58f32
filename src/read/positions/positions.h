// Where everyone stands: who is for, against, asking for or open to what, as the sentences of an
// article tell it. The words that tell a stance, and which of their complements holds the matter,
// are in knowledge/stance/; what counts as a position is told in docs/positions.md.
#pragma once

#include <string>
#include <vector>

#include "read/reading.h"
#include "read/record.h"
#include "read/times/times.h"

namespace tacitus {

struct PositionOptions {
  // Positions that are right with a smaller probability are not written. Chosen over judged positions
  // (training/positions.py).
  float bound = 0.25F;
  // What is seen of each position of the record, in their order; for the training. Filled where it is there.
  struct Seen {
    std::uint32_t trigger = 0;  // token
    std::vector<std::string> traits;
  };
  std::vector<Seen>* seen = nullptr;
};

// Fills the record's positions. The record must have its actors, mentions, statements and events,
// the latter with their dates; actors that only positions name join it. A sentence in which nobody
// whom the text names takes a side gives none. Takes time linear in the document.
void find_positions(const Reading& reading, const Times& times, Record& record, const PositionOptions& options = {});

}  // namespace tacitus
