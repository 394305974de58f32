// For tests: a model file with small random weights, and documents for it.
#pragma once

#include <cstdint>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/header.h"
#include "model/pairs.h"

namespace tacitus {

struct ToyTensor {
  std::vector<std::uint64_t> shape;
  std::vector<float> values;  // as a reader sees them: those of a q8 tensor are byte times scale
  bool quantised = false;
  std::vector<float> scales;
  std::vector<std::int8_t> bytes;
};

struct Toy {
  explicit Toy(unsigned seed = 1);

  const std::vector<float>& at(const std::string& name) const { return tensors.at(name).values; }

  // The file's bytes: header and tensors as they are now.
  std::string bytes() const;

  nlohmann::json header;  // without "tensors"; `selftest` is empty until somebody fills it
  std::map<std::string, ToyTensor> tensors;
};

// A document of random tokens in sentences of up to `longest` tokens.
Document toy_document(unsigned seed, std::size_t tokens, std::size_t longest = 15,
                      std::uint32_t most_pieces = 3);

// The entry of `selftest` for a document that is one window, with the outputs in `reading`.
struct Reading;
nlohmann::json toy_selftest(const Document& document, const Reading& reading);

// A whole model file, with self-tests that its own weights meet.
std::string toy_model(Toy toy = Toy());

// A temporary file, which is gone when the test program ends; gives its path.
std::string write_file(const std::string& name, const std::string& bytes);

}  // namespace tacitus
