// How far a position that the rules find can be trusted: a small linear model over what is seen of it
// (traits.cc), with weights that were learned from positions which people judged (training/positions.py).
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/word_map.h"

namespace tacitus {

// What is seen of a position, by names such as "holder person" or "rule verb & stance oppose".
using Traits = std::vector<std::string>;

// Immutable and safe to share between threads.
class PositionTrust {
 public:
  // The table that is compiled in, knowledge/stance/weights.tsv.
  static const PositionTrust& builtin();

  // Parses a table: trait <TAB> weight. The trait "bias" is everybody's. Errors: kBadInput for a line of
  // another form, with file and line.
  static Result<PositionTrust> parse(std::string_view text);

  // The probability that a position is right. Traits that the table does not name weigh nothing.
  float of(std::span<const std::string> traits) const;

 private:
  float bias_ = 0;
  WordMap<float> weights_;
};

}  // namespace tacitus
