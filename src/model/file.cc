#include "model/file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>

namespace tacitus {
namespace {

constexpr char kMagic[] = {'T', 'A', 'C', 'I', 'T', 'U', 'S'};
constexpr std::byte kVersion{2};
constexpr std::size_t kStart = 16;  // of the header
constexpr std::size_t kAlign = 64;

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

bool all_finite(const float* data, std::size_t count) {
  return std::all_of(data, data + count, [](float x) { return std::isfinite(x); });
}

}  // namespace

ModelFile::Map::~Map() {
  if (data) ::munmap(const_cast<std::byte*>(data), size);
}

Error ModelFile::error(const std::string& what) const {
  return {ErrorCode::kBadModel,
          path_ + ": " + what + "; take tacitus.model from the project's models/ folder again"};
}

Result<ModelFile> ModelFile::open(const std::string& path) {
  ModelFile file;
  file.path_ = path;
  const Descriptor descriptor{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (descriptor.number < 0) {
    const int reason = errno;
    if (reason == ENOENT || reason == ENOTDIR) {
      return Error{ErrorCode::kNotFound,
                   path + ": no such model file; take tacitus.model from the project's models/ folder"};
    }
    return Error{ErrorCode::kIo, path + ": cannot be opened: " + std::strerror(reason)};
  }
  struct stat status;
  if (::fstat(descriptor.number, &status) != 0) {
    return Error{ErrorCode::kIo, path + ": cannot be read: " + std::strerror(errno)};
  }
  if (!S_ISREG(status.st_mode)) {
    return Error{ErrorCode::kIo, path + ": is not a file; name the file tacitus.model"};
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size < kStart) return file.error("is cut short or no model file");
  void* const data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor.number, 0);
  if (data == MAP_FAILED) {
    return Error{ErrorCode::kIo, path + ": cannot be mapped: " + std::strerror(errno)};
  }
  file.map_ = std::make_unique<Map>();
  file.map_->data = static_cast<const std::byte*>(data);
  file.map_->size = size;

  const std::byte* const bytes = file.map_->data;
  if (std::memcmp(bytes, kMagic, sizeof kMagic) != 0) return file.error("is no model file");
  if (bytes[sizeof kMagic] != kVersion) {
    return file.error("is of format " + std::to_string(std::to_integer<int>(bytes[7])) +
                      ", and this program reads format " +
                      std::to_string(std::to_integer<int>(kVersion)));
  }
  std::uint64_t length = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    length |= std::to_integer<std::uint64_t>(bytes[8 + i]) << (8 * i);
  }
  if (length > size - kStart) return file.error("is cut short in its header");
  if ((kStart + length) % kAlign != 0) return file.error("has a header of a wrong length");
  Result<Header> header =
      parse_header({reinterpret_cast<const char*>(bytes) + kStart, static_cast<std::size_t>(length)});
  if (!header) return file.error("has a bad header: " + header.error().message);
  file.header_ = std::move(header).value();
  file.tensors_ = bytes + kStart + length;

  const std::uint64_t rest = size - kStart - length;
  for (const auto& [name, entry] : file.header_.tensors) {
    if (entry.offset > rest || entry.bytes > rest - entry.offset) {
      return file.error("is cut short: it does not hold all of " + name);
    }
  }
  return file;
}

void ModelFile::rest() const {
  ::madvise(const_cast<std::byte*>(map_->data), map_->size, MADV_DONTNEED);
}

std::uint64_t ModelFile::parameters() const {
  std::uint64_t sum = 0;
  for (const auto& [name, entry] : header_.tensors) {
    std::uint64_t elements = 1;
    for (const std::uint64_t size : entry.shape) elements *= size;
    sum += elements;
  }
  return sum;
}

const TensorEntry* ModelFile::find(std::string_view name,
                                   std::initializer_list<std::uint64_t> shape) {
  if (!trouble_.empty()) return nullptr;
  const auto at = header_.tensors.find(name);
  if (at == header_.tensors.end()) {
    trouble_ = "lacks the tensor " + std::string(name);
    return nullptr;
  }
  const TensorEntry& entry = at->second;
  if (!std::equal(shape.begin(), shape.end(), entry.shape.begin(), entry.shape.end())) {
    trouble_ = "has the tensor " + std::string(name) + " in another shape than its sizes need";
    return nullptr;
  }
  const std::uint64_t count = entry.quantised ? entry.shape[0] : entry.bytes / 4;
  if (!all_finite(reinterpret_cast<const float*>(tensors_ + entry.offset), count)) {
    trouble_ = "has numbers in " + std::string(name) + " that are not finite";
    return nullptr;
  }
  return &entry;
}

Table ModelFile::view(const TensorEntry& entry) const {
  const std::byte* const data = tensors_ + entry.offset;
  const std::size_t scales = (entry.shape[0] * 4 + kAlign - 1) / kAlign * kAlign;
  return {reinterpret_cast<const float*>(data),
          reinterpret_cast<const std::int8_t*>(data + scales), entry.shape[0], entry.shape[1]};
}

std::vector<float> ModelFile::floats(std::string_view name,
                                     std::initializer_list<std::uint64_t> shape) {
  const TensorEntry* const entry = find(name, shape);
  if (!entry) return {};
  if (!entry->quantised) {
    const auto* const data = reinterpret_cast<const float*>(tensors_ + entry->offset);
    return {data, data + entry->bytes / 4};
  }
  return FileMatrix{view(*entry), {}, entry->shape[1]}.as_floats();
}

std::vector<float> FileMatrix::as_floats() const {
  if (!table.bytes) return floats;
  std::vector<float> out(table.rows * table.columns);
  for (std::size_t r = 0; r < table.rows; ++r) {
    for (std::size_t i = r * table.columns; i < (r + 1) * table.columns; ++i) {
      out[i] = table.scales[r] * static_cast<float>(table.bytes[i]);
    }
  }
  return out;
}

FileMatrix ModelFile::matrix(std::string_view name, std::uint64_t rows, std::uint64_t columns) {
  const TensorEntry* const entry = find(name, {rows, columns});
  if (!entry) return {};
  if (entry->quantised) return {view(*entry), {}, columns};
  const auto* const data = reinterpret_cast<const float*>(tensors_ + entry->offset);
  return {{}, {data, data + entry->bytes / 4}, columns};
}

Table ModelFile::table(std::string_view name, std::uint64_t rows, std::uint64_t columns) {
  const TensorEntry* const entry = find(name, {rows, columns});
  if (!entry) return {};
  if (!entry->quantised) {
    trouble_ = "has the tensor " + std::string(name) + " in another type than q8";
    return {};
  }
  return view(*entry);
}

}  // namespace tacitus
