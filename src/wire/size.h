// Sizes as messages tell them.
#pragma once

#include <cstdint>
#include <string>

namespace tacitus {

inline std::string size_for_people(std::uint64_t bytes) {
  return bytes >= 1 << 20 ? std::to_string(bytes >> 20) + " MB" : std::to_string(bytes) + " bytes";
}

}  // namespace tacitus
