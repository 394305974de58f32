// `tacitus read --db`: takes records as they are read and brings them into the archive by the batch.
#pragma once

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "store/archive.h"

namespace tacitus {

// Any thread may call it.
class Keeper {
 public:
  // Opens the archive for writing. Errors as Archive::open.
  static Result<std::unique_ptr<Keeper>> open(const std::string& path);

  // Whether an article of this input is in the archive already, so that it need not be read.
  bool has(std::uint64_t input);
  void skip() { ++known_; }
  // Takes a record. False where the archive could not be written, now or before; trouble() tells why.
  bool keep(Entry entry);
  // Writes what waits. To be called at the end. False as above.
  bool finish();

  const std::string& trouble() const { return trouble_; }
  // What was done, for people: "wire.db: 12 articles added, 3 were there".
  std::string summary();

 private:
  explicit Keeper(Archive archive) : archive_(std::move(archive)) {}
  bool write();

  std::mutex lock_;
  Archive archive_;
  std::vector<Entry> batch_;
  std::size_t batch_bytes_ = 0;
  std::chrono::steady_clock::time_point begun_;  // when the first of the batch came
  std::size_t added_ = 0;
  std::atomic<std::size_t> known_ = 0;
  std::string trouble_;
};

}  // namespace tacitus
