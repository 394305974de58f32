// Search by meaning: vectors of what was said and of issues, and those nearest to one. Vectors are
// kept in 8 bits a number; of each the signs are kept once more, packed by the block, so that a
// search first counts differing bits over all and then compares only the best in full.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "store/database.h"

namespace tacitus {

enum class VectorKind : std::uint8_t { kStatement = 1, kIssue = 2 };  // 0 were headlines

struct NearEntry {
  std::int64_t owner = 0;  // a statement or an issue
  double cosine = 0;
};

// Enters vectors. A part of the writer: trouble is the database's.
class VectorWriter {
 public:
  explicit VectorWriter(Database& database);
  // `vector` is of any length but 0, the same for all of an archive; it need not be normal. Gives
  // its number in table vectors, 0 on trouble.
  std::int64_t add(VectorKind kind, std::int64_t owner, std::span<const float> vector);

  // Writes the signs of what was added since the last time: before the transaction ends.
  void flush();

 private:
  Database& database_;
  Query insert_, append_, open_block_;
  std::int64_t block_ = 0;     // that the signs kept here are of
  std::string kinds_, signs_;  // a block's row is rewritten whole with each that is added to it
};

// The `count` vectors of a kind that lie nearest to `query`, nearest first. None where the archive
// has none. Errors: kBadInput where the archive's vectors are of another length.
Result<std::vector<NearEntry>> nearest(Database& database, VectorKind kind, std::span<const float> query,
                                  std::size_t count);

}  // namespace tacitus
