// A layer of the encoder (docs/model-format.md, "Encoder"): for all pieces of its windows, or for some of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/file.h"
#include "model/kernels/product.h"
#include "model/room.h"

namespace tacitus {

struct Norm {
  std::vector<float> gain, bias;

  // NAME.weight and NAME.bias; what is missing is told by file.trouble().
  static Norm take(ModelFile& file, const std::string& name);
};

// Normalises the pieces of the first `blocks` blocks in place, and makes their bytes.
void normalise(const Arithmetic& arithmetic, const Norm& norm, float epsilon, const Blocks& x, std::size_t blocks);

// Rows of queries, or of keys and values, in bfloat16 where attention reads that.
struct AskedRows {
  Room<float> floats;
  Room<std::uint16_t> halves;
};

struct LayerRoom {
  BlockRoom mixed, hidden;
  AskedRows queries, context;
  Room<float> panel, seen, attention;
};

// Of a window: how many pieces it has, and how many of them ask what they see in it.
struct Looks {
  std::uint32_t pieces = 0, asking = 0;
};

class Layer {
 public:
  // Takes the tensors NAME.qkv, NAME.attention.out, ... out of the file, which must live as long. None where
  // file.trouble() tells what is missing or wrong.
  static std::optional<Layer> take(ModelFile& file, const std::string& name, const Arithmetic& arithmetic);

  // Makes of the numbers in `some` those that the layer gives. They are of the pieces that ask, window by window, and
  // each looks at all pieces of its window, whose numbers are in `x`. Where all pieces ask, the two may be the same.
  void run(std::span<const Looks> windows, const Blocks& x, const Blocks& some, LayerRoom& room) const;

 private:
  Layer(const Config& config, const Arithmetic& arithmetic, Linear qkv, Linear attention_out, Linear ffn_in, Linear ffn_out,
        Norm attention_norm, Norm ffn_norm);
  void ask(const Blocks& x, std::size_t rows, std::size_t first, std::size_t end, Room<float>& panel_room,
           AskedRows& out) const;
  void attend(std::span<const Looks> windows, float* seen, LayerRoom& room) const;
  void finish(std::size_t rows, const Blocks& x, const float* seen, LayerRoom& room) const;

  Arithmetic arithmetic_;
  std::size_t heads_, head_width_;
  float epsilon_;
  Product qkv_, attention_out_, ffn_in_, ffn_out_;
  Norm attention_norm_, ffn_norm_;
};

}  // namespace tacitus
