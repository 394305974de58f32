// Pairs: what one actor of a sentence does to another. The sentence is read again with the two
// marked by pieces that no text has, and the vectors of the marks give the PLOVER root code
// (docs/model-format.md, "Pairs").
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/encoder.h"

namespace tacitus {

// Two actors in a stretch of tokens; an empty range (kNone) where one is not named in it.
struct MarkedPair {
  std::uint32_t first_token = 0, end_token = 0;  // the sentence, or the sentences, around them
  std::uint32_t source_first = kNone, source_end = kNone;
  std::uint32_t target_first = kNone, target_end = kNone;
};

// The probability of each root, by kRootNames; they add up to 1.
using RootScores = std::array<float, kRootNames.size()>;

// What the coding needs of a thread.
struct PairRoom {
  // Tokens in `marked` of the marks that the head reads: in front, before the source, before the
  // target; kNone where there is none.
  using Marks = std::array<std::uint32_t, 3>;

  Document marked;
  std::vector<Window> windows;
  std::vector<Marks> marks;
  std::vector<float> input, hidden;
};

class PairCoder {
 public:
  // As Encoder's constructor.
  PairCoder(ModelFile& file, const Arithmetic& arithmetic);

  // Appends the scores of every pair to `out`, in order. Ranges that lie outside of the document,
  // or of the pair's stretch, count as not named. A stretch that is longer than a window is cut.
  void run(const Encoder& encoder, const Document& document, std::span<const MarkedPair> pairs,
           EncoderRoom& encoder_room, PairRoom& room, std::vector<RootScores>& out) const;

 private:
  void mark(const Document& document, const MarkedPair& pair, PairRoom& room) const;
  RootScores score(const Vectors& vectors, const PairRoom::Marks& marks, PairRoom& room) const;

  Config config_;
  const kernels::Kernels* kernels_;
  struct Layer { std::vector<float> weight, bias; };
  static Layer layer(ModelFile& file, const std::string& name, std::uint64_t out, std::uint64_t in);
  Layer in_, out_;
  std::vector<float> none_;  // [source or target][width]: in place of the vector of a mark
};

}  // namespace tacitus
