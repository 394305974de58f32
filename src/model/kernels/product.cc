#include "model/kernels/product.h"

#include <omp.h>

#include <cstdlib>
#include <oneapi/dnnl/dnnl.hpp>
#include <string_view>

namespace tacitus {
namespace {

using dnnl::memory;

bool has(dnnl::cpu_isa level) {
  const auto bits = static_cast<unsigned>(level);
  return (static_cast<unsigned>(dnnl::get_effective_cpu_isa()) & bits) == bits;
}

// oneDNN's handle on this CPU. Never destroyed: readings may run until the program's end.
const dnnl::engine& cpu() {
  static const auto* const kEngine = new dnnl::engine(dnnl::engine::kind::cpu, 0);
  return *kEngine;
}

memory::desc rows_of(memory::data_type type, std::size_t rows, std::size_t columns) {
  return {{static_cast<memory::dim>(rows), static_cast<memory::dim>(columns)},
          type,
          memory::format_tag::ab};
}

}  // namespace

Result<Compute> choose_compute() {
  const char* const set = std::getenv("TACITUS_COMPUTE");
  const std::string_view asked = set ? set : "";
  if (asked.empty()) {
    return has(dnnl::cpu_isa::avx512_core_bf16) ? Compute::kBfloat16 : Compute::kFloat32;
  }
  if (asked == "float32") return Compute::kFloat32;
  if (asked != "bfloat16") {
    return Error{ErrorCode::kBadInput, "TACITUS_COMPUTE is \"" + std::string(asked) +
                                           "\"; it can be float32 or bfloat16"};
  }
  if (has(dnnl::cpu_isa::avx512_core)) return Compute::kBfloat16;
  return Error{ErrorCode::kBadInput,
               "TACITUS_COMPUTE asks for bfloat16, which this CPU cannot do; set it to float32"};
}

OneThread::OneThread() : before_(omp_get_max_threads()) { omp_set_num_threads(1); }
OneThread::~OneThread() { omp_set_num_threads(before_); }

struct Product::Parts {
  struct Kind {
    memory::desc in, out, room;
    dnnl::matmul primitive;
  };

  std::size_t in = 0, out = 0;
  std::size_t in_bytes = 0, out_bytes = 0;  // of a row
  memory weights, bias;
  std::vector<Kind> kinds;  // kinds[i] does (i + 1) * kStep rows
};

Product::Product(Compute compute, Into into, std::size_t in, std::size_t out,
                 const float* weights, const std::vector<float>& bias)
    : parts_(std::make_unique<Parts>()) {
  const auto inner =
      compute == Compute::kBfloat16 ? memory::data_type::bf16 : memory::data_type::f32;
  const bool floats = into == Into::kFloats || into == Into::kSum;
  const auto outer = floats ? memory::data_type::f32 : inner;
  Parts& p = *parts_;
  p.in = in;
  p.out = out;
  p.in_bytes = in * memory::data_type_size(inner);
  p.out_bytes = out * memory::data_type_size(outer);

  dnnl::primitive_attr attributes;
  attributes.set_scratchpad_mode(dnnl::scratchpad_mode::user);
  dnnl::post_ops after;
  if (into == Into::kSum) after.append_sum(1.f);
  if (into == Into::kGelu) after.append_eltwise(1.f, dnnl::algorithm::eltwise_gelu_erf, 0, 0);
  attributes.set_post_ops(after);

  const memory::dims shape = {static_cast<memory::dim>(in), static_cast<memory::dim>(out)};
  const memory::desc bias_desc = rows_of(memory::data_type::f32, 1, out);
  p.bias = memory(bias_desc, cpu());
  float* const bias_data = static_cast<float*>(p.bias.get_data_handle());
  for (std::size_t i = 0; i < out; ++i) bias_data[i] = bias.empty() ? 0 : bias[i];

  // oneDNN chooses the layout of the weights for the largest block, the others take it over.
  memory::desc packed(shape, inner, memory::format_tag::any);
  p.kinds.resize(kBlock / kStep);
  for (std::size_t i = p.kinds.size(); i-- > 0;) {
    const std::size_t rows = (i + 1) * kStep;
    const memory::desc from = rows_of(inner, rows, in), to = rows_of(outer, rows, out);
    const dnnl::matmul::primitive_desc made({from, packed, bias_desc, to}, attributes, cpu());
    packed = made.weights_desc();
    p.kinds[i] = {from, to, made.scratchpad_desc(), dnnl::matmul(made)};
  }

  const memory::desc given(shape, memory::data_type::f32, memory::format_tag::ba);
  memory source(given, cpu(), const_cast<float*>(weights));
  p.weights = memory(packed, cpu());
  dnnl::stream stream(cpu());
  dnnl::reorder(source, p.weights).execute(stream, source, p.weights);
  stream.wait();
}

Product::Product(Product&&) noexcept = default;
Product& Product::operator=(Product&&) noexcept = default;
Product::~Product() = default;

void Product::run(const void* in, std::size_t rows, void* out, Room<std::byte>& room) const {
  const Parts& p = *parts_;
  dnnl::stream stream(cpu());
  auto* from = static_cast<std::byte*>(const_cast<void*>(in));
  auto* to = static_cast<std::byte*>(out);
  for (std::size_t left = padded(rows); left > 0;) {
    const std::size_t now = std::min(left, kBlock);
    const Parts::Kind& kind = p.kinds[now / kStep - 1];
    const memory source(kind.in, cpu(), from), target(kind.out, cpu(), to),
        scratch(kind.room, cpu(), room.get(kind.room.get_size() + 1));
    const dnnl_exec_arg_t arguments[] = {{DNNL_ARG_SRC, source.get()},
                                         {DNNL_ARG_WEIGHTS, p.weights.get()},
                                         {DNNL_ARG_BIAS, p.bias.get()},
                                         {DNNL_ARG_DST, target.get()},
                                         {DNNL_ARG_SCRATCHPAD, scratch.get()}};
    const auto status = dnnl_primitive_execute(kind.primitive.get(), stream.get(),
                                               std::size(arguments), arguments);
    // With arguments that fit, memory is all that an execution can lack.
    if (status != dnnl_success) throw std::bad_alloc();
    from += now * p.in_bytes;
    to += now * p.out_bytes;
    left -= now;
  }
}

}  // namespace tacitus
