// Linear layers y = W x + b over blocks of pieces (kernels.h), in eight bits or in floats.
// Products and their weights are const: any number of threads may use them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "model/file.h"
#include "model/kernels/kernels.h"
#include "model/room.h"

namespace tacitus {

// How products are computed. In eight bits a piece's numbers are rounded to 256 steps between
// the lowest and the highest of them, weights are those of the file, and sums are exact. Float
// products are for comparison, and for the few that eight bits do not hold.
enum class Compute { kInt8, kFloat32 };

// Eight bits, or what the environment variable TACITUS_COMPUTE (int8, float32) says. Error:
// kBadInput, where it says something else.
Result<Compute> choose_compute();

// How numbers are computed: set once a model.
struct Arithmetic {
  Compute compute = Compute::kFloat32;
  const kernels::Kernels* kernels = nullptr;

  bool in_bytes() const { return compute == Compute::kInt8; }
  // Whether attention reads bfloat16.
  bool in_halves() const { return in_bytes() && kernels->attention_bfloat16; }
};

// Blocks done at a time, so that what flows between products stays in the cache.
constexpr std::size_t kPanel = 4;

constexpr std::size_t blocks_of(std::size_t pieces) {
  return (pieces + kernels::kPieces - 1) / kernels::kPieces;
}

// Blocks of `n` numbers a piece, and the same in bytes where those were made.
struct Blocks {
  float* floats = nullptr;
  kernels::Bytes bytes;
  std::size_t n = 0;

  Blocks from(std::size_t block) const;
};

// What holds blocks; one a thread.
struct BlockRoom {
  Room<float> floats, scales;
  Room<std::uint8_t> bytes;

  Blocks get(std::size_t blocks, std::size_t n);
};

// Makes the bytes of the first `blocks` blocks, where arithmetic is in bytes.
void quantise(const Arithmetic& arithmetic, const Blocks& x, std::size_t blocks);

// A linear layer out of the file: NAME.weight and NAME.bias. What is missing or wrong is told by
// file.trouble(); only where that is empty may a product be made.
struct Linear {
  FileMatrix weight;
  std::vector<float> bias;
  Linear(ModelFile& file, const std::string& name, std::uint64_t out, std::uint64_t in);
};

class Product {
 public:
  // The weights are [out, in]. Those in eight bits are read where they lie in the file, which
  // must live as long; floats are rounded, to a scale for each row, where the arithmetic is in
  // bytes.
  Product(const Arithmetic& arithmetic, FileMatrix weights, std::vector<float> bias);
  Product(const Arithmetic& arithmetic, Linear linear)
      : Product(arithmetic, std::move(linear.weight), std::move(linear.bias)) {}
  Product(Product&&) = default;
  Product& operator=(Product&&) = default;

  std::size_t in() const { return in_; }
  std::size_t out() const { return bias_.size(); }

  // What rows first .. end of the weights give for `blocks` blocks, at out[(row - first) * 16]
  // of each; out's blocks are `pitch` numbers a piece apart.
  void run(const Blocks& in, std::size_t blocks, kernels::Into into, float* out,
           std::size_t pitch, std::size_t first, std::size_t end) const;
  void run(const Blocks& in, std::size_t blocks, kernels::Into into, float* out,
           std::size_t pitch) const {
    run(in, blocks, into, out, pitch, 0, this->out());
  }

 private:
  Arithmetic arithmetic_;
  std::size_t in_ = 0;
  Table table_;                      // in bytes: the file's or what follows
  std::vector<std::int8_t> bytes_;
  std::vector<float> scales_, sums_;
  std::vector<float> floats_;        // in floats
  std::vector<float> bias_;
};

}  // namespace tacitus
