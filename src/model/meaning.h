// Meaning: a vector of a sentence, or of any stretch of tokens, that lies near those of stretches
// that mean the same. It is what the sentence encoder that the reader was trained from gives for
// the stretch by itself (Reimers & Gurevych 2019), got back from the reader's own token vectors
// by a small map (docs/model-format.md, "Meaning").
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "model/encoder.h"

namespace tacitus {

// Vectors of tokens [first, first + count) of the document that was read last, kept as bfloat16;
// one a thread.
struct MeaningRoom {
  // The most tokens that are kept, so that memory does not grow with an article.
  static constexpr std::size_t kMost = 16'384;

  bool is_wanted = false;      // whether readings keep them
  Room<std::uint16_t> tokens;  // a row for each
  std::size_t first = 0, count = 0, width = 0;
  Room<float> rows;
  BlockRoom of_tokens, of_pieces, hidden, sum;

  bool holds(std::size_t begin, std::size_t end) const { return begin >= first && end <= first + count; }
};

class MeaningHead {
 public:
  // As Encoder's constructor. A file without the head is no trouble.
  MeaningHead(ModelFile& file, const Arithmetic& arithmetic);

  // Whether the file has the head.
  bool is_there() const { return config_.meaning > 0; }
  std::size_t width() const { return is_there() ? config_.width : 0; }

  // Empties the room for tokens from `first` on, of which there are `tokens`.
  void begin(std::size_t first, std::size_t tokens, MeaningRoom& room) const;
  // Keeps the vectors of the next tokens, in order. False where they are too many; nothing is kept
  // from there on.
  bool keep(const Vectors& vectors, MeaningRoom& room) const;

  // The most stretches that of() takes, those of one block.
  static constexpr std::size_t kTogether = kernels::kPieces;

  // Writes a vector of length 1 for each stretch of the document's tokens to a row of `out`, which
  // is width() long; 0 where the room does not hold a stretch, where it is empty or gives no
  // direction. Together they cost less than one by one, since most of it is to read the weights.
  void of(const Document& document, std::span<const Span> tokens, MeaningRoom& room,
          std::span<float> out) const;

 private:
  void pool_tokens(std::uint32_t first, std::uint32_t end, const MeaningRoom& room,
                   float* out) const;
  void pool_pieces(const Document& document, std::uint32_t first, std::uint32_t end,
                   float* out) const;
  // What the map makes of the pooled rows in `room`.
  const float* map(std::size_t count, MeaningRoom& room) const;

  Config config_;
  Arithmetic arithmetic_;
  Table word_;
  std::vector<float> gate_, gate_bias_;
  std::vector<float> weight_;  // of each word piece
  // The map's products, each of the two halves of the input by itself: they are of different size,
  // and a piece's numbers in eight bits share one scale.
  struct Map {
    Product in_tokens, in_pieces, skip_tokens, skip_pieces, out;
  };
  std::optional<Map> map_;
};

}  // namespace tacitus
