// What all heads ask of the token vectors, computed together: every linear layer that stands on
// them, a row for each token.
#pragma once

#include <cstddef>
#include <vector>

#include "model/encoder.h"

namespace tacitus {

// The columns of a score row. Those that dot products read come first, in multiples of 16.
struct Columns {
  explicit Columns(const Header& header);

  std::size_t arc_dep, arc_head, rel_dep, rel_head;  // after ReLU
  std::size_t source_query, source_key, content_query, content_key;
  std::size_t coref_query, coref_key;
  std::size_t upos, entity, attribution[2], referent;
  std::size_t count;
};

struct ScoreRoom {
  Room<float> scores, panel;
};

// Rows of scores, `pitch` floats apart.
struct Scores {
  const float* data = nullptr;
  std::size_t pitch = 0;

  const float* row(std::size_t token, std::size_t column = 0) const {
    return data + token * pitch + column;
  }
};

class Scorer {
 public:
  // As Encoder's constructor.
  Scorer(ModelFile& file, const Arithmetic& arithmetic);

  const Columns& columns() const { return columns_; }

  // The scores of every token; they lie in `room` until the next call.
  Scores run(const Vectors& vectors, ScoreRoom& room) const;

 private:
  struct Layer {
    std::size_t column;
    Product product;
  };

  Columns columns_;
  Arithmetic arithmetic_;
  std::size_t relu_end_ = 0;
  std::vector<Layer> layers_;
};

}  // namespace tacitus
