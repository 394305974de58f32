#include "store/archive.h"

#include "store/schema.h"
#include "store/words.h"
#include "store/write.h"

namespace tacitus {

std::uint64_t input_hash(const Item& item, const std::optional<std::string>& published) {
  std::uint64_t hash = stable_hash(item.content);
  hash = stable_hash(item.id, hash);
  for (const auto* part : {&item.url, &item.title, &item.published, &published}) {
    hash = *part ? stable_hash(**part, hash) : mix(hash);
  }
  return hash;
}

class Archive::Writer : public ArticleWriter {
 public:
  using ArticleWriter::ArticleWriter;
};

Archive::Archive(Database database) : database_(std::move(database)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(const std::string& path, Database::Mode mode) {
  Result<Database> opened = Database::open(path, mode);
  if (!opened) return opened.error();
  Database& database = opened.value();
  database.run("BEGIN");  // another program may be making the archive: one state of it is looked at
  Result<bool> old = needs_migration(database);
  database.run("COMMIT");
  if (!old) return old.error();
  if (mode == Database::Mode::kRead) {
    if (old.value()) {
      return Error{ErrorCode::kBadInput,
                   path + ": is of an earlier form; `tacitus read --db` brings it up to this one"};
    }
    database.run("PRAGMA query_only = 1; PRAGMA mmap_size = 1073741824; PRAGMA cache_size = -65536");
  } else {
    database.use_log();
    database.run("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -131072;"
                 "PRAGMA wal_autocheckpoint = 16000");
    if (!database.works()) return database.trouble();
    if (old.value()) {
      const Result<int> migrated = migrate(database);
      if (!migrated) return migrated.error();
    }
    // Nothing to do but in an archive of an earlier form.
    if (const Result<bool> done = Issues::catch_up(database); !done) return done.error();
  }
  if (!database.works()) return database.trouble();
  return Archive(std::move(opened).value());
}

bool Archive::has_input(std::uint64_t input) {
  if (!writer_) writer_ = std::make_unique<Writer>(database_);
  return database_.works() && writer_->has_input(input);
}

Result<Added> Archive::add(std::span<const Entry> batch) {
  database_.clear_trouble();
  if (!writer_) writer_ = std::make_unique<Writer>(database_);
  Added added;
  database_.rest();
  database_.run("BEGIN IMMEDIATE");
  for (const Entry& entry : batch) {
    if (!database_.works()) break;
    if (writer_->add(entry)) ++added.articles;
    else ++added.known;
  }
  writer_->finish();
  database_.rest();
  database_.run("COMMIT");
  if (database_.works()) return added;
  const Error error = database_.trouble();
  writer_.reset();  // what it prepared may hold the transaction open
  database_.clear_trouble();
  database_.run("ROLLBACK");  // fails where SQLite has done it already
  database_.clear_trouble();
  return error;
}

}  // namespace tacitus
