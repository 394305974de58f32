#include "model/kernels/product.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace tacitus {
namespace {

using kernels::kPieces;

// Each row of `floats` in eight bits, to the scale that its largest number needs.
void round_rows(const std::vector<float>& floats, std::size_t rows, std::size_t columns,
                std::vector<std::int8_t>& bytes, std::vector<float>& scales) {
  bytes.resize(rows * columns);
  scales.resize(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    const float* const from = floats.data() + r * columns;
    float most = 0;
    for (std::size_t i = 0; i < columns; ++i) most = std::max(most, std::abs(from[i]));
    scales[r] = most / 127;
    const float inverse = scales[r] > 0 ? 1 / scales[r] : 0;
    for (std::size_t i = 0; i < columns; ++i) {
      const float byte = std::clamp(std::nearbyint(from[i] * inverse), -127.f, 127.f);
      bytes[r * columns + i] = static_cast<std::int8_t>(byte);
    }
  }
}

}  // namespace

Result<Compute> choose_compute() {
  const char* const set = std::getenv("TACITUS_COMPUTE");
  const std::string_view asked = set ? set : "";
  if (asked.empty() || asked == "int8") return Compute::kInt8;
  if (asked == "float32") return Compute::kFloat32;
  return Error{ErrorCode::kBadInput, "TACITUS_COMPUTE is \"" + std::string(asked) +
                                         "\"; it can be int8 or float32"};
}

Blocks Blocks::from(std::size_t block) const {
  const std::size_t at = block * kPieces;
  return {floats + at * n, {bytes.bytes + at * n, bytes.steps + at, bytes.lows + at}, n};
}

Blocks BlockRoom::get(std::size_t blocks, std::size_t n) {
  const std::size_t pieces = blocks * kPieces;
  float* const scale = scales.get(2 * pieces);
  return {floats.get(pieces * n), {bytes.get(pieces * n), scale, scale + pieces}, n};
}

void quantise(const Arithmetic& arithmetic, const Blocks& x, std::size_t blocks) {
  if (!arithmetic.in_bytes()) return;
  for (std::size_t b = 0; b < blocks; ++b) {
    const Blocks block = x.from(b);
    arithmetic.kernels->quantise(block.floats, x.n, block.bytes);
  }
}

Linear::Linear(ModelFile& file, const std::string& name, std::uint64_t out, std::uint64_t in)
    : weight(file.matrix(name + ".weight", out, in)), bias(file.floats(name + ".bias", {out})) {}

Product::Product(const Arithmetic& arithmetic, FileMatrix weights, std::vector<float> bias)
    : arithmetic_(arithmetic), bias_(std::move(bias)) {
  const std::size_t rows = bias_.size();
  in_ = weights.columns;
  if (!arithmetic.in_bytes()) {
    floats_ = weights.as_floats();
    return;
  }
  if (weights.table.bytes) {
    table_ = weights.table;
  } else {
    round_rows(weights.floats, rows, in_, bytes_, scales_);
    table_ = {scales_.data(), bytes_.data(), rows, in_};
  }
  sums_.resize(rows);
  for (std::size_t r = 0; r < rows; ++r) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < in_; ++i) sum += table_.bytes[r * in_ + i];
    sums_[r] = table_.scales[r] * static_cast<float>(sum);
  }
}

void Product::run(const Blocks& in, std::size_t blocks, kernels::Into into, float* out,
                  std::size_t pitch, std::size_t first, std::size_t end) const {
  if (arithmetic_.in_bytes()) {
    const kernels::ByteLayer layer = {table_.bytes, table_.scales, sums_.data(), bias_.data(), in_};
    arithmetic_.kernels->multiply_bytes(layer, first, end, in.bytes, blocks, into, out, pitch);
  } else {
    const kernels::FloatLayer layer = {floats_.data(), bias_.data(), in_};
    arithmetic_.kernels->multiply_floats(layer, first, end, in.floats, blocks, into, out, pitch);
  }
}

}  // namespace tacitus
