// What a record's parts mean, as vectors of the model's: for search by meaning, and to tell whether
// two articles speak of one issue.
#pragma once

#include <vector>

#include "model/model.h"
#include "read/record.h"
#include "text/document.h"

namespace tacitus {

// Vectors of length 1, of Model::meaning_width() numbers; empty where there is none.
struct Meanings {
  std::vector<std::vector<float>> statements;  // of each statement's content, or none at all
  std::vector<std::vector<float>> positions;   // of each position's issue_span, or none at all
};

// The meanings of a record that was made of `document`, which must be what `model` read last with
// `scratch`. All empty where the model gives no vectors.
Meanings meanings_of(const Record& record, const Document& document, const Model& model,
                     Scratch& scratch);

}  // namespace tacitus
