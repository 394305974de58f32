// For tests: docs/model-format.md followed to the letter, in double precision and with no care
// for speed. What the engine finds is held against it.
#pragma once

#include <vector>

#include "model/toy.h"

namespace tacitus {

struct Reading {
  std::vector<std::vector<double>> vectors;
  std::vector<int> upos, heads, deprel, entity, attribution[2];  // heads: -1 for a root
  std::vector<AttributionSpan> spans;
  std::vector<Reference> references;
};

Reading reference_reading(const Toy& toy, const Document& document);

// The probabilities of the roots for a pair whose stretch fits into a window.
std::vector<double> reference_pair(const Toy& toy, const Document& document,
                                   const MarkedPair& pair);

}  // namespace tacitus
