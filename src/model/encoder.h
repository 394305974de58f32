// The encoder: word pieces of several windows in, one vector for each of their tokens out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/file.h"
#include "model/kernels/product.h"
#include "model/layer.h"
#include "model/windows.h"

namespace tacitus {

// What the encoder needs of a thread.
struct EncoderRoom {
  BlockRoom x, kept;
  LayerRoom layer;
  Room<float> few_rows, x_rows, vectors;
  std::vector<Looks> looks;
  std::vector<std::uint32_t> first_rows;  // of each token: the row of its first piece
};

// Vectors of tokens: rows of floats, and blocks for products to come.
struct Vectors {
  const float* floats = nullptr;
  Blocks blocks;
  std::size_t tokens = 0;
  // What the last layer has read: of all pieces, likewise, and each token's row of them, that of its first piece.
  const float* read_floats = nullptr;
  Blocks read_blocks;
  const std::uint32_t* read_rows = nullptr;
};

class Encoder {
 public:
  // Takes the tensors out of the file, which must live as long: the word table stays there.
  // What is missing is told by file.trouble(). Throws std::bad_alloc.
  Encoder(ModelFile& file, const Arithmetic& arithmetic);

  // Reads windows that follow each other. What comes back lies in `room` until the next call.
  Vectors run(const Document& document, std::span<const Window> windows, EncoderRoom& room) const;

 private:
  void embed(const Document& document, std::span<const Window> windows, EncoderRoom& room,
             const Blocks& x) const;

  Config config_;
  Arithmetic arithmetic_;
  Table word_;
  std::vector<float> position_, shape_;
  Norm norm_;
  std::vector<Layer> layers_;
};

}  // namespace tacitus
