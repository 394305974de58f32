// What the fuzz targets share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "wire/input.h"
#include "wire/source.h"

namespace tacitus {

// A promise of the code under test; broken, it is a find like any crash.
inline void require(bool holds) {
  if (!holds) std::abort();
}

inline std::string_view view(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

// Takes everything that a source gives. It must come to an end, name its input in each error, and
// give no content over `max_page` bytes.
template <class Made, class... Rest>
void drain(std::string_view bytes, std::uint64_t max_page, Rest... rest) {
  const std::unique_ptr<Input> input = Input::of(std::string(bytes), "fuzzed");
  Made source(*input, "fuzzed", max_page, rest...);
  std::size_t steps = 0;
  while (const std::optional<Result<Item>> item = source.next()) {
    require(++steps <= bytes.size() + 16);
    if (!item->ok()) {
      require(item->error().message.find("fuzzed") == 0);
      continue;
    }
    require(!item->value().id.empty());
    require(!item->value().is_utf8 || is_utf8(item->value().content));
  }
}

}  // namespace tacitus
