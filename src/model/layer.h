// A layer of the encoder (docs/model-format.md, "Encoder"): what it asks of each piece, and what follows its
// attention. Where the attention looks is told by those who run it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "model/file.h"
#include "model/kernels/product.h"

namespace tacitus {

struct Norm {
  std::vector<float> gain, bias;

  // NAME.weight and NAME.bias; what is missing is told by file.trouble().
  static Norm take(ModelFile& file, const std::string& name);
};

// Normalises the pieces of the first `blocks` blocks in place, and makes their bytes.
void normalise(const Arithmetic& arithmetic, const Norm& norm, float epsilon, const Blocks& x, std::size_t blocks);

struct LayerRoom {
  BlockRoom context, hidden;
};

class Layer {
 public:
  // Takes the tensors NAME.qkv, NAME.attention.out, ... out of the file, which must live as long. None where
  // file.trouble() tells what is missing or wrong.
  static std::optional<Layer> take(ModelFile& file, const std::string& name, const Arithmetic& arithmetic);

  // Of a piece the query, the key and the value of all heads, one after the other: 3 * width numbers.
  const Product& qkv() const { return qkv_; }

  // Makes of `rows` pieces' numbers, which are in x, those that the layer gives. `context` has a row of width numbers for
  // each: what its attention saw.
  void finish(std::size_t rows, const Blocks& x, const float* context, LayerRoom& room) const;

 private:
  Layer(ModelFile& file, const Arithmetic& arithmetic, Linear qkv, Linear attention_out, Linear ffn_in, Linear ffn_out,
        Norm attention_norm, Norm ffn_norm);

  Arithmetic arithmetic_;
  float epsilon_;
  Product qkv_, attention_out_, ffn_in_, ffn_out_;
  Norm attention_norm_, ffn_norm_;
};

}  // namespace tacitus
