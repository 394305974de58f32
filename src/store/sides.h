// The sides that stances take, as docs/positions.md has them.
#pragma once

#include <string_view>

namespace tacitus {

enum class Side { kFor, kAsking, kUndecided, kAgainst };

// `stance` as the record has it.
inline Side side_of(std::string_view stance) {
  if (stance == "demand") return Side::kAsking;
  if (stance == "undecided") return Side::kUndecided;
  if (stance == "support" || stance == "accept" || stance == "offer" || stance == "open") return Side::kFor;
  return Side::kAgainst;
}

inline std::string_view name_of(Side side) {
  switch (side) {
    case Side::kFor: return "for";
    case Side::kAsking: return "asking";
    case Side::kUndecided: return "undecided";
    case Side::kAgainst: return "against";
  }
  return "";
}

// How strong a stance is among those of its side; of two the higher is the stronger.
inline int strength_of(std::string_view stance) {
  if (stance == "threaten" || stance == "accept") return 4;
  if (stance == "reject" || stance == "support" || stance == "demand") return 3;
  if (stance == "oppose" || stance == "offer") return 2;
  return 1;
}

}  // namespace tacitus
