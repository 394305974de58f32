// What a text says of a person beside the name.
#pragma once

#include "read/reading.h"

namespace tacitus {

// The words for an office or part, and the noun among them that the others hang from.
struct Office {
  Range range;                 // without an article in front; empty where there is none
  std::uint32_t head = kNone;
};

// The role that stands beside a person's name: before it ("Foreign Minister Clara Weber"), as an
// apposition on either side ("Peskov, the Kremlin's spokesman,"), or said with "is" ("who is the
// president of"). `name` is the name without titles. The first in this order that is a word for
// people counts.
Office role_beside(const Reading& reading, Range name);

}  // namespace tacitus
