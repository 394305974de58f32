// Meaning: a vector of a sentence, or of any stretch of tokens, that lies near those of stretches
// that mean the same. It is what the sentence encoder that the reader was trained from gives for
// the stretch by itself (Reimers & Gurevych 2019), got back from the reader's own token vectors
// by a small map (docs/model-format.md, "Meaning").
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "model/encoder.h"

namespace tacitus {

// The token vectors of the document that was read last, kept as bfloat16; one a thread.
struct MeaningRoom {
  bool is_wanted = false;      // whether they are kept for a model without the head too
  Room<std::uint16_t> tokens;  // a row for each
  std::size_t count = 0, width = 0;  // rows that are there, and the numbers of each
  std::vector<float> input, hidden, skipped;
};

class MeaningHead {
 public:
  // As Encoder's constructor. A file without the head is no trouble.
  MeaningHead(ModelFile& file, const Arithmetic& arithmetic);

  // Whether the file has the head.
  bool is_there() const { return config_.meaning > 0; }
  std::size_t width() const { return is_there() ? config_.width : 0; }

  // Makes room for a document that is to be read.
  void begin(const Document& document, MeaningRoom& room) const;
  // Keeps the vectors of the next tokens, in order.
  void keep(const Vectors& vectors, MeaningRoom& room) const;

  // Writes the vector of tokens [first, end) of the document that was kept to `out`, which is
  // width() long; its length is 1. False, with nothing written, where there is no head, where
  // the tokens are none or not of the document, or where they give no direction.
  bool of(const Document& document, std::uint32_t first, std::uint32_t end, MeaningRoom& room,
          std::span<float> out) const;

 private:
  void pool_tokens(std::uint32_t first, std::uint32_t end, const MeaningRoom& room,
                   float* out) const;
  void pool_pieces(const Document& document, std::uint32_t first, std::uint32_t end,
                   float* out) const;

  Config config_;
  Arithmetic arithmetic_;
  Table word_;
  std::vector<float> gate_, gate_bias_;
  std::vector<float> weight_;  // of each word piece
  std::vector<float> in_, in_bias_, out_, skip_, skip_bias_;
};

}  // namespace tacitus
