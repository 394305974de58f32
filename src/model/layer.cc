#include "model/layer.h"

#include <algorithm>
#include <utility>

namespace tacitus {

using kernels::Into;
using kernels::kPieces;

Norm Norm::take(ModelFile& file, const std::string& name) {
  const std::uint64_t width = file.header().config.width;
  return {file.floats(name + ".weight", {width}), file.floats(name + ".bias", {width})};
}

void normalise(const Arithmetic& arithmetic, const Norm& norm, float epsilon, const Blocks& x, std::size_t blocks) {
  for (std::size_t b = 0; b < blocks; ++b) {
    arithmetic.kernels->norm(x.from(b).floats, x.n, norm.gain.data(), norm.bias.data(), epsilon);
  }
  quantise(arithmetic, x, blocks);
}

std::optional<Layer> Layer::take(ModelFile& file, const std::string& name, const Arithmetic& arithmetic) {
  const std::uint64_t width = file.header().config.width, wide = file.header().config.feed_forward;
  Linear qkv(file, name + ".qkv", 3 * width, width);
  Linear attention_out(file, name + ".attention.out", width, width);
  Linear ffn_in(file, name + ".ffn.in", wide, width);
  Linear ffn_out(file, name + ".ffn.out", width, wide);
  Norm attention_norm = Norm::take(file, name + ".attention.norm"), ffn_norm = Norm::take(file, name + ".ffn.norm");
  if (!file.trouble().empty()) return std::nullopt;
  return Layer(file, arithmetic, std::move(qkv), std::move(attention_out), std::move(ffn_in), std::move(ffn_out),
               std::move(attention_norm), std::move(ffn_norm));
}

Layer::Layer(ModelFile& file, const Arithmetic& arithmetic, Linear qkv, Linear attention_out, Linear ffn_in, Linear ffn_out,
             Norm attention_norm, Norm ffn_norm)
    : arithmetic_(arithmetic),
      epsilon_(file.header().config.epsilon),
      qkv_(arithmetic, std::move(qkv)),
      attention_out_(arithmetic, std::move(attention_out)),
      ffn_in_(arithmetic, std::move(ffn_in)),
      ffn_out_(arithmetic, std::move(ffn_out)),
      attention_norm_(std::move(attention_norm)),
      ffn_norm_(std::move(ffn_norm)) {}

// Panel by panel, so that what flows between the products stays in the cache.
void Layer::finish(std::size_t rows, const Blocks& x, const float* context, LayerRoom& room) const {
  const std::size_t width = attention_out_.out(), wide = ffn_in_.out();
  const Blocks mixed = room.context.get(kPanel, width);
  const Blocks hidden = room.hidden.get(kPanel, wide);
  const std::size_t blocks = blocks_of(rows);
  for (std::size_t first = 0; first < blocks; first += kPanel) {
    const std::size_t now = std::min(kPanel, blocks - first);
    for (std::size_t b = 0; b < now; ++b) {
      const std::size_t row = (first + b) * kPieces;
      arithmetic_.kernels->to_block(context + row * width, width, std::min(kPieces, rows - row), width,
                                    mixed.from(b).floats);
    }
    quantise(arithmetic_, mixed, now);
    const Blocks sum = x.from(first);
    attention_out_.run(mixed, now, Into::kSum, sum.floats, width);
    normalise(arithmetic_, attention_norm_, epsilon_, sum, now);
    ffn_in_.run(sum, now, Into::kGelu, hidden.floats, wide);
    quantise(arithmetic_, hidden, now);
    ffn_out_.run(hidden, now, Into::kSum, sum.floats, width);
    normalise(arithmetic_, ffn_norm_, epsilon_, sum, now);
  }
}

}  // namespace tacitus
