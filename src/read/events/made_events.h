// The events of a made document, in words. For tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {

// "ACCUSE: Norland -> Vell" for each event of a document in columns (made_document.h).
inline Words told_in(std::string_view columns) {
  const MadeDocument made(columns);
  const Record record = made.read();
  const auto names = [&](const std::vector<std::uint32_t>& actors) {
    std::string out;
    for (const std::uint32_t a : actors) out += (out.empty() ? "" : ", ") + record.actors[a].name;
    return out.empty() ? std::string("-") : out;
  };
  Words out;
  for (const Event& event : record.events) {
    out.push_back(event.root + ": " + names(event.actors) + " -> " + names(event.recipients));
  }
  return out;
}

}  // namespace tacitus
