// The positions of a made document, in words. For tests.
#pragma once

#include <string>
#include <string_view>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {

// A position in words: "Norland support: the pact".
inline Words positions_in(const Record& record) {
  constexpr std::string_view kStances[] = {"support", "oppose", "accept", "reject", "demand",
                                           "threaten", "offer", "open", "deny", "undecided"};
  Words out;
  for (const Position& position : record.positions) {
    out.push_back(record.actors[position.actor].name + ' ' +
                  std::string(kStances[static_cast<std::size_t>(position.stance)]) + ": " +
                  position.issue);
  }
  return out;
}

// Those of a document in columns (made_document.h).
inline Words told_by(std::string_view columns) {
  const MadeDocument made(columns);
  return positions_in(made.read());
}

}  // namespace tacitus
