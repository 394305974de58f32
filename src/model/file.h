// A model file in memory: mapped, its header checked, its tensors by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/header.h"

namespace tacitus {

// A q8 matrix as it lies in the file: a row is `scales[row] * bytes[row * columns + i]`.
struct Table {
  const float* scales = nullptr;
  const std::int8_t* bytes = nullptr;
  std::size_t rows = 0, columns = 0;
};

// A matrix of the file: in eight bits where it lies, or as floats.
struct FileMatrix {
  Table table;
  std::vector<float> floats;  // where there is no table
  std::size_t columns = 0;

  std::vector<float> as_floats() const;
};

class ModelFile {
 public:
  // Maps the file and checks its header: magic, version, lengths, that every tensor lies inside.
  // Errors: kNotFound, kIo, kBadModel; the message names the file and says what to do.
  static Result<ModelFile> open(const std::string& path);

  const Header& header() const { return header_; }
  std::uint64_t bytes() const { return map_->size; }
  std::uint64_t parameters() const;

  // The numbers of a tensor of this shape. The first one that is missing, of another shape or
  // not finite is remembered as the error below; from then on all answers are empty.
  std::vector<float> floats(std::string_view name, std::initializer_list<std::uint64_t> shape);
  Table table(std::string_view name, std::uint64_t rows, std::uint64_t columns);
  FileMatrix matrix(std::string_view name, std::uint64_t rows, std::uint64_t columns);

  // Lets the system take back the memory that the file's pages hold, until they are read again.
  // Any thread may call it at any time.
  void rest() const;

  // What went wrong with a tensor that was asked for; empty where nothing did.
  const std::string& trouble() const { return trouble_; }

  // An error about this file.
  Error error(const std::string& what) const;

 private:
  struct Map {
    const std::byte* data = nullptr;
    std::size_t size = 0;
    Map() = default;
    Map(const Map&) = delete;
    Map& operator=(const Map&) = delete;
    ~Map();
  };

  ModelFile() = default;
  const TensorEntry* find(std::string_view name, std::initializer_list<std::uint64_t> shape);
  Table view(const TensorEntry& entry) const;

  std::string path_;
  std::unique_ptr<Map> map_;
  const std::byte* tensors_ = nullptr;
  Header header_;
  std::string trouble_;
};

}  // namespace tacitus
