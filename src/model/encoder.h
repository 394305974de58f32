// The encoder: word pieces of several windows in, one vector for each of their tokens out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/file.h"
#include "model/kernels/kernels.h"
#include "model/kernels/product.h"
#include "model/room.h"
#include "model/windows.h"

namespace tacitus {

// How numbers are computed: set once a model.
struct Arithmetic {
  Compute compute = Compute::kFloat32;
  const kernels::Kernels* kernels = nullptr;

  std::size_t bytes() const { return compute == Compute::kBfloat16 ? 2 : 4; }
};

// What the encoder needs of a thread.
struct EncoderRoom {
  Room<float> x, attention, kept;
  Room<std::byte> inner, qkv, context, hidden, kept_context, kept_inner, product;
  std::vector<std::uint32_t> first_rows;  // of each token: the row of its first piece
};

// Vectors of tokens, a row each: as floats, and in the compute type for products to come.
// `inner` is padded as Product asks.
struct Vectors {
  const float* floats = nullptr;
  const void* inner = nullptr;
  std::size_t tokens = 0;
};

class Encoder {
 public:
  // Takes the tensors out of the file, which must live as long: the word table stays there.
  // What is missing is told by file.trouble(). Throws dnnl::error, std::bad_alloc.
  Encoder(ModelFile& file, const Arithmetic& arithmetic);

  // Reads windows that follow each other. What comes back lies in `room` until the next call.
  Vectors run(const Document& document, std::span<const Window> windows, EncoderRoom& room) const;

 private:
  struct Norm { std::vector<float> gain, bias; };
  struct Layer {
    Product qkv, attention_out, ffn_in, ffn_out;
    Norm attention_norm, ffn_norm;
  };

  void embed(const Document& document, std::span<const Window> windows, EncoderRoom& room,
             std::size_t rows) const;
  void attend(std::span<const Window> windows, EncoderRoom& room) const;
  void finish(const Layer& layer, std::size_t rows, float* x, std::byte* inner,
              const std::byte* context, EncoderRoom& room) const;
  void normalise(const Norm& norm, float* x, std::byte* inner, std::size_t rows) const;

  Config config_;
  Arithmetic arithmetic_;
  Table word_;
  std::vector<float> position_, shape_;
  Norm norm_;
  std::vector<Layer> layers_;
};

// A linear layer out of the file: NAME.weight and NAME.bias. Only where file.trouble() is empty
// after the tensors were taken may the product be made.
struct Linear {
  std::vector<float> weight, bias;
  Linear(ModelFile& file, const std::string& name, std::uint64_t out, std::uint64_t in);
};

}  // namespace tacitus
