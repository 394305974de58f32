// Acts: which words tell a political act, of which of PLOVER's roots, and which head the names of
// those who act or are acted on; a layer or two on a token's vector (docs/model-format.md, "Acts").
// It proposes; read/events decides what becomes an event.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "model/encoder.h"

namespace tacitus {

struct ActRoom {
  BlockRoom hidden, out;
};

class ActHead {
 public:
  // As Encoder's constructor. A file without the head is no trouble.
  ActHead(ModelFile& file, const Arithmetic& arithmetic);

  // Whether the file has the head.
  bool is_there() const { return config_.acts > 0; }

  // Appends the scores of those of the next tokens that have any worth keeping, in order. The
  // first of the vectors is that of token `first_token`.
  void run(const Vectors& vectors, std::uint32_t first_token, ActRoom& room,
           std::vector<ActScores>& out) const;

 private:
  Config config_;
  Arithmetic arithmetic_;
  struct Map {
    Product in, out;
  };
  std::optional<Map> map_;
};

}  // namespace tacitus
