#include "store/vectors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "model/vector_bytes.h"

namespace tacitus {
namespace {

constexpr std::int64_t kBlock = 1024;      // vectors whose signs lie in one row
constexpr std::size_t kLookedAt = 40;      // compared in full, for each that is asked for
constexpr std::size_t kFewestLookedAt = 1000;

std::vector<std::int8_t> quantised(std::span<const float> vector) {
  std::vector<std::int8_t> bytes(vector.size());
  to_bytes(vector, bytes);
  return bytes;
}

std::string_view as_text(std::span<const std::int8_t> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

// A bit a number, packed from the lowest; filled up to whole 64 bits.
std::string signs_of(std::span<const float> vector) {
  std::vector<std::uint64_t> bits((vector.size() + 63) / 64);
  for (std::size_t i = 0; i < vector.size(); ++i) {
    if (vector[i] > 0) bits[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  return {reinterpret_cast<const char*>(bits.data()), bits.size() * sizeof bits[0]};
}

}  // namespace

VectorWriter::VectorWriter(Database& database)
    : database_(database), insert_(database, "INSERT INTO vectors(kind, owner, numbers) VALUES(?, ?, ?)"),
      append_(database, "UPDATE vector_signs SET kinds = CAST(kinds || ?2 AS BLOB), "
                        "signs = CAST(signs || ?3 AS BLOB) WHERE block = ?1"),
      open_block_(database, "INSERT OR IGNORE INTO vector_signs VALUES(?, x'', x'')") {}

std::int64_t VectorWriter::add(VectorKind kind, std::int64_t owner, std::span<const float> vector) {
  const char label = static_cast<char>(kind);
  insert_.start().number(label).number(owner).bytes(as_text(quantised(vector))).run();
  if (!database_.works()) return 0;
  const std::int64_t number = database_.last_row();
  const std::int64_t block = (number - 1) / kBlock;
  if (block != block_) flush();
  block_ = block;
  kinds_ += label;
  signs_ += signs_of(vector);
  return number;
}

void VectorWriter::flush() {
  if (kinds_.empty()) return;
  open_block_.start().number(block_).run();
  append_.start().number(block_).bytes(kinds_).bytes(signs_).run();
  kinds_.clear();
  signs_.clear();
}

Result<std::vector<NearEntry>> nearest(Database& database, VectorKind kind, std::span<const float> query,
                                  std::size_t count) {
  const std::string signs = signs_of(query);
  std::vector<std::uint64_t> wanted(signs.size() / 8), bits(wanted.size());
  std::memcpy(wanted.data(), signs.data(), signs.size());
  std::vector<std::pair<int, std::int64_t>> ranked;  // bits that differ, vector
  Query blocks(database, "SELECT block, kinds, signs FROM vector_signs ORDER BY block");
  for (blocks.start(); blocks.step();) {
    const std::string_view kinds = blocks.text_at(1), packed = blocks.text_at(2);
    if (packed.size() != kinds.size() * signs.size()) {
      return Error{ErrorCode::kBadInput,
                   database.path() + ": holds vectors of another length than the model's"};
    }
    for (std::size_t i = 0; i < kinds.size(); ++i) {
      if (kinds[i] != static_cast<char>(kind)) continue;
      std::memcpy(bits.data(), packed.data() + i * signs.size(), signs.size());
      int differ = 0;
      for (std::size_t k = 0; k < bits.size(); ++k) differ += std::popcount(bits[k] ^ wanted[k]);
      ranked.emplace_back(differ, blocks.number_at(0) * kBlock + static_cast<std::int64_t>(i) + 1);
    }
  }
  const std::size_t looked_at = std::min(ranked.size(), std::max(kFewestLookedAt, count * kLookedAt));
  std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(looked_at), ranked.end());
  ranked.resize(looked_at);

  const std::vector<std::int8_t> numbers = quantised(query);
  std::vector<NearEntry> found;
  std::vector<std::int8_t> theirs(numbers.size());
  Query row(database, "SELECT owner, numbers FROM vectors WHERE vector = ?");
  for (const auto& [differ, vector] : ranked) {
    if (!row.start().number(vector).step()) continue;
    const std::string_view bytes = row.text_at(1);
    if (bytes.size() != theirs.size()) continue;
    std::memcpy(theirs.data(), bytes.data(), bytes.size());
    found.push_back({row.number_at(0), cosine(numbers, theirs)});
  }
  if (!database.works()) return database.trouble();
  std::sort(found.begin(), found.end(), [](const NearEntry& a, const NearEntry& b) {
    return a.cosine != b.cosine ? a.cosine > b.cosine : a.owner < b.owner;
  });
  if (found.size() > count) found.resize(count);
  return found;
}

}  // namespace tacitus
