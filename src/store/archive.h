// The archive: one file that remembers every article that was read (docs/archive.md).
//
//   Result<Archive> archive = Archive::open("wire.db", Database::Mode::kWrite);
//   Result<Added> added = archive.value().add(batch);     // all of it or nothing
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "base/result.h"
#include "read/meanings.h"
#include "read/record.h"
#include "store/database.h"
#include "wire/item.h"

namespace tacitus {

struct Entry {
  Record record;
  std::uint64_t input = 0;  // input_hash() of the item that it was read from; 0: not known
  Meanings meanings;        // all vectors of an archive have one length
};

struct Added {
  std::size_t articles = 0;  // that are new
  std::size_t known = 0;     // that were there
};

// Tells an input from every other: what came in and what the caller said of it.
std::uint64_t input_hash(const Item& item, const std::optional<std::string>& published);

// One thread; any number of archives, in any number of processes, may be open on one file. One
// writes at a time, the others wait for it.
class Archive {
 public:
  // Opens an archive. kWrite makes the file where there is none, and brings one of an earlier form
  // up to this. Errors as Database::open; kBadInput for a file that is no archive or of a newer form.
  static Result<Archive> open(const std::string& path, Database::Mode mode);

  // Whether an article of this input is there. False on trouble, which add() then meets.
  bool has_input(std::uint64_t input);

  // Adds a batch in one transaction: after a kill, each article is there whole or not at all. An
  // article that is there, by its address or else its id, with the same text, is passed over.
  // Errors: what the database says; nothing of the batch is then there.
  Result<Added> add(std::span<const Entry> batch);

  Database& database() { return database_; }

  Archive(Archive&&) noexcept;
  ~Archive();

 private:
  class Writer;
  explicit Archive(Database database);
  Database database_;
  std::unique_ptr<Writer> writer_;  // made when it is first needed
};

}  // namespace tacitus
