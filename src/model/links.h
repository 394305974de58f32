// Links: which source belongs to which cue, and which cue to which content.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/scores.h"

namespace tacitus {

class Linker {
 public:
  // As Encoder's constructor.
  Linker(ModelFile& file, const Columns& columns, const Arithmetic& arithmetic);

  // Sets link and score of one window's spans, which are in text order. `base` is their first
  // index in Document::attribution; `first_token` the token whose scores are row 0.
  void run(std::span<AttributionSpan> spans, std::uint32_t base, std::uint32_t first_token,
           const Scores& scores) const;

 private:
  struct Head {
    std::size_t query, key;  // columns
    std::vector<float> none, distance;
  };

  void link(std::span<AttributionSpan> spans, std::size_t asking, Role sought, const Head& head,
            std::uint32_t base, std::uint32_t first_token, const Scores& scores) const;

  const kernels::Kernels* kernels_;
  std::size_t width_;
  Head source_, content_;
};

// The distance bucket of a token `n` tokens behind (negative: before) the one that asks.
std::size_t distance_bucket(std::int64_t n);

}  // namespace tacitus
