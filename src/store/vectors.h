// Search by meaning: vectors of headlines and of what was said, and those nearest to one. Vectors
// are kept in 8 bits a number; of each the signs are kept once more, packed by the block, so that a
// search first counts differing bits over all and then compares only the best in full.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "store/database.h"

namespace tacitus {

enum class VectorKind : std::uint8_t { kHeadline = 0, kStatement = 1, kIssue = 2 };

struct NearEntry {
  std::int64_t owner = 0;  // an article, statement or issue
  double cosine = 0;
};

// Enters vectors. A part of the writer: trouble is the database's.
class VectorWriter {
 public:
  explicit VectorWriter(Database& database);
  // `vector` is of any length but 0, the same for all of an archive; it need not be normal. Gives
  // its number in table vectors, 0 on trouble.
  std::int64_t add(VectorKind kind, std::int64_t owner, std::span<const float> vector);

 private:
  Query insert_, append_, open_block_;
};

// The `count` vectors of a kind that lie nearest to `query`, nearest first. None where the archive
// has none. Errors: kBadInput where the archive's vectors are of another length.
Result<std::vector<NearEntry>> nearest(Database& database, VectorKind kind, std::span<const float> query,
                                  std::size_t count);

}  // namespace tacitus
