// Best labels from scores: one by one, or the best allowed sequence over a sentence.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/header.h"
#include "model/scores.h"

namespace tacitus {

// The index of the highest of n >= 1 scores, the first of equals.
std::uint8_t best_of(const float* scores, std::size_t n);

// Buffers of the searches below; one a thread.
struct LabelRoom {
  std::vector<float> now, next;
  std::vector<std::uint8_t> back;
};

// Entity labels of n >= 1 tokens from the first row of scores on, for `types` types: 0 for O,
// 1 + 4i .. 4 + 4i for B, I, E, S of type i. Every B is followed by I or E of its type up to an
// E (Viterbi over the scores).
void best_entities(const Scores& scores, std::size_t first, std::size_t column, std::size_t n,
                   std::size_t types, std::uint8_t* labels, LabelRoom& room);

// A linear-chain CRF's learned parts; transition is [from][to].
struct Chain {
  std::vector<float> transition, start, end;
};

// The best sequence of n >= 1 labels under a chain (Viterbi).
void best_chain(const Scores& scores, std::size_t first, std::size_t column, std::size_t n,
                const Chain& chain, std::uint8_t* labels, LabelRoom& room);

// Appends the entities that a stretch's labels name; its first token is `first` in the document.
void append_entities(const std::uint8_t* labels, std::size_t n, std::uint32_t first,
                     const std::vector<EntityType>& types, std::vector<Entity>& entities);

// Appends the attribution spans of a stretch's labels in one layer. An I after another role, or
// after none, begins a span of its own.
void append_spans(const std::uint8_t* labels, std::size_t n, std::uint32_t first,
                  std::uint8_t layer, std::vector<AttributionSpan>& spans);

}  // namespace tacitus
