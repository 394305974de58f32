// What gives several items out of one input: an archive, a feed, lines.
#pragma once

#include <optional>

#include "base/result.h"
#include "wire/item.h"

namespace tacitus {

class Source {
 public:
  virtual ~Source() = default;

  // The next item, or what was wrong with a part of the input, or none at its end. After an
  // error the source goes on with what follows; every call moves on.
  virtual std::optional<Result<Item>> next() = 0;
};

}  // namespace tacitus
