// Matrix products y = W x + b over many rows at once, by oneDNN, with the weights packed once.
// One thread does one product; any number of threads may use the same Product.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "base/result.h"
#include "model/room.h"

namespace tacitus {

// The type of weights and of what flows between the layers; sums are always float.
enum class Compute { kFloat32, kBfloat16 };

// What this CPU multiplies best: bfloat16 where it has instructions for it. The environment
// variable TACITUS_COMPUTE (float32, bfloat16) forces one. Error: kBadInput, where it asks for
// what does not exist or cannot be done here.
Result<Compute> choose_compute();

// Keeps OpenMP, which oneDNN uses inside, on the calling thread for as long as it lives.
class OneThread {
 public:
  OneThread();
  ~OneThread();
  OneThread(const OneThread&) = delete;
  OneThread& operator=(const OneThread&) = delete;

 private:
  int before_;
};

class Product {
 public:
  // Rows of input and output lie one after the other and are padded to a multiple of this:
  // there must be room for the padding, and what it holds afterwards says nothing.
  static constexpr std::size_t kStep = 16;
  static constexpr std::size_t padded(std::size_t rows) {
    return (rows + kStep - 1) / kStep * kStep;
  }
  // Rows that are done at a time: a call with more does them in such blocks.
  static constexpr std::size_t kBlock = 128;

  // What becomes of the result: stored in the compute type, stored as float, added to the
  // floats that are there, or stored in the compute type after GELU.
  enum class Into { kStored, kFloats, kSum, kGelu };

  // `weights` is [out, in], `bias` [out] or empty for none; both are copied. Throws
  // dnnl::error, std::bad_alloc.
  Product(Compute compute, Into into, std::size_t in, std::size_t out, const float* weights,
          const std::vector<float>& bias);
  Product(Product&&) noexcept;
  Product& operator=(Product&&) noexcept;
  ~Product();

  // `in` and what is stored are floats or bfloat16, as `compute` says. `room` is the thread's.
  void run(const void* in, std::size_t rows, void* out, Room<std::byte>& room) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace tacitus
