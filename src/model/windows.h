// Windows: what the encoder sees at once. Whole sentences, stretches of those that do not fit, in
// windows of like size that end with a paragraph where they can (docs/model-format.md).
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/header.h"
#include "text/document.h"

namespace tacitus {

// A sentence, or a part of one that is too long; the heads treat it as a sentence.
struct Stretch {
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t sentence = 0;  // index in Document::sentences
};

struct Window {
  std::uint32_t first_stretch = 0, end_stretch = 0;
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t pieces = 0;  // [CLS] and [SEP] counted
};

// Pieces that the encoder reads of a token.
inline std::uint32_t pieces_read(const Token& token) {
  return std::min<std::uint32_t>(token.piece_count, kMostPieces);
}

// Cuts a document into windows of at most `window_room` pieces, which is at least kMostPieces + 2.
// What was in the vectors is replaced; `sizes` gets the pieces of each stretch.
void cut_windows(const Document& document, std::uint32_t window_room,
                 std::vector<Stretch>& stretches, std::vector<std::uint32_t>& sizes,
                 std::vector<Window>& windows);

// The end of the windows that are read at a time from `first` on: as many as make the products
// run at full speed, few enough for what flows between them to stay near.
std::size_t batch_end(std::span<const Window> windows, std::size_t first);

}  // namespace tacitus
