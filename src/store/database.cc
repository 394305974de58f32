#include "store/database.h"

#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <filesystem>

namespace tacitus {
namespace {

// A writer that finds another at work waits this long: one batch takes far less.
constexpr int kBusyMilliseconds = 30'000;

constexpr std::string_view kTooLarge = "the limit on a file's size is reached";

std::string plain(int code, const std::string& message) {
  switch (code & 0xFF) {
    case SQLITE_NOTADB: return "is not an archive";
    case SQLITE_CORRUPT:
      return "is damaged; what can be read of it comes back with SQLite's own .recover";
    case SQLITE_FULL:
      return message == kTooLarge ? "cannot be written, " + message : "cannot be written, the disk is full";
    case SQLITE_READONLY: return "cannot be written, it is read-only";
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return "is being written by another program; try again when that is done";
    case SQLITE_CANTOPEN: return "cannot be opened";
    case SQLITE_IOERR: return "cannot be read or written (" + message + ")";
    case SQLITE_NOMEM: return "cannot be used, there is not enough memory";
    default: return message;
  }
}

ErrorCode kind(int code) {
  switch (code & 0xFF) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT: return ErrorCode::kBadInput;
    default: return ErrorCode::kIo;
  }
}

// The file as a URI, for SQLite takes options in no other way.
std::string uri(const std::string& path, const char* options) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out = "file:";
  if (path.starts_with("//")) out += "//";  // else it would name a host
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '?' || c == '#' || c == '%' || byte < 0x21 || byte > 0x7E) {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      out += c;
    }
  }
  return out + options;
}

// Readers of a write-ahead log need to write beside the file. Where the folder forbids that and no
// log waits there, nobody else can be writing, and the file is read as it stands.
bool is_frozen(const std::string& path) {
  const std::filesystem::path folder = std::filesystem::absolute(path).parent_path();
  std::error_code ignored;
  return access(folder.c_str(), W_OK) != 0 && !std::filesystem::exists(path + "-wal", ignored);
}

}  // namespace

Database::State::~State() { sqlite3_close_v2(handle); }

void Database::State::note(int failure) {
  if (code != 0) return;
  code = failure;
  message = sqlite3_errmsg(handle);
  rlimit limit{};
  if (failure == SQLITE_IOERR_WRITE && getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY) {
    code = SQLITE_FULL;
    message = kTooLarge;
  }
}

Result<Database> Database::open(const std::string& path, Mode mode) {
  std::error_code ignored;
  const auto status = std::filesystem::status(path, ignored);
  if (std::filesystem::is_directory(status)) {
    return Error{ErrorCode::kBadInput, path + ": is a folder, not an archive"};
  }
  if (mode == Mode::kRead && !std::filesystem::exists(status)) {
    return Error{ErrorCode::kNotFound, path + ": there is no such archive; `tacitus read --db` makes one"};
  }
  auto state = std::make_unique<State>();
  state->path = path;
  const bool reads = mode == Mode::kRead;
  const std::string name = uri(path, reads && is_frozen(path) ? "?immutable=1" : "");
  const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX |
                    (reads ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const int code = sqlite3_open_v2(name.c_str(), &state->handle, flags, nullptr);
  if (code != SQLITE_OK) {
    return Error{ErrorCode::kIo, path + ": " + plain(code, sqlite3_errstr(code))};
  }
  sqlite3_extended_result_codes(state->handle, 1);
  sqlite3_busy_timeout(state->handle, kBusyMilliseconds);
  // What a file of another's making holds must not act: no functions out of its schema.
  sqlite3_db_config(state->handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(state->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  return Database(std::move(state));
}

bool Database::run(const char* sql) {
  if (!works()) return false;
  const int code = sqlite3_exec(state_->handle, sql, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) state_->note(code);
  return works();
}

bool Database::use_log() {
  // SQLite waits for nobody here, so this does.
  constexpr int kPause = 20;
  for (int waited = 0; works() && waited < kBusyMilliseconds; waited += kPause) {
    const int code = sqlite3_exec(state_->handle, "PRAGMA journal_mode = WAL", nullptr, nullptr, nullptr);
    if (code == SQLITE_OK) return true;
    if ((code & 0xFF) != SQLITE_BUSY && (code & 0xFF) != SQLITE_LOCKED) state_->note(code);
    else sqlite3_sleep(kPause);
  }
  if (works()) state_->note(SQLITE_BUSY);
  return false;
}

Error Database::trouble() const {
  return {kind(state_->code), state_->path + ": " + plain(state_->code, state_->message)};
}

void Database::rest() {
  for (sqlite3_stmt* one = nullptr; (one = sqlite3_next_stmt(state_->handle, one)) != nullptr;) {
    sqlite3_reset(one);
  }
}

std::int64_t Database::last_row() const { return sqlite3_last_insert_rowid(state_->handle); }

Query::Query(Database& database, std::string_view sql) : state_(database.state_.get()) {
  if (state_->code != 0) return;
  const int code = sqlite3_prepare_v3(state_->handle, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement_, nullptr);
  if (code != SQLITE_OK) state_->note(code);
}

Query::Query(Query&& other) noexcept
    : state_(other.state_), statement_(std::exchange(other.statement_, nullptr)),
      next_(other.next_), running_(other.running_) {}

Query::~Query() { sqlite3_finalize(statement_); }

// A statement that could not be prepared takes all calls and does nothing.
Query& Query::start() {
  sqlite3_reset(statement_);
  next_ = 1;
  running_ = state_->code == 0 && statement_ != nullptr;
  return *this;
}

Query& Query::number(std::int64_t value) {
  sqlite3_bind_int64(statement_, next_++, value);
  return *this;
}
Query& Query::real(double value) {
  sqlite3_bind_double(statement_, next_++, value);
  return *this;
}
Query& Query::text(std::string_view value) {
  const char* data = value.data() ? value.data() : "";
  sqlite3_bind_text64(statement_, next_++, data, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}
Query& Query::bytes(std::string_view value) {
  sqlite3_bind_blob64(statement_, next_++, value.data(), value.size(), SQLITE_TRANSIENT);
  return *this;
}
Query& Query::nothing() {
  sqlite3_bind_null(statement_, next_++);
  return *this;
}

bool Query::step() {
  if (!running_ || state_->code != 0) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  running_ = false;
  if (code != SQLITE_DONE) state_->note(code);
  sqlite3_reset(statement_);
  return false;
}

bool Query::run() {
  while (step()) {
  }
  return state_->code == 0;
}

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
bool Query::is_number(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_INTEGER;
}
bool Query::is_real(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_FLOAT;
}
std::int64_t Query::number_at(int column) const { return sqlite3_column_int64(statement_, column); }
double Query::real_at(int column) const { return sqlite3_column_double(statement_, column); }
std::string_view Query::text_at(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return data ? std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size))
              : std::string_view();
}
std::optional<std::string> Query::maybe_text(int column) const {
  if (is_null(column)) return std::nullopt;
  return std::string(text_at(column));
}
std::optional<std::uint32_t> Query::maybe_number(int column) const {
  if (is_null(column)) return std::nullopt;
  return static_cast<std::uint32_t>(number_at(column));
}
std::optional<double> Query::maybe_real(int column) const {
  if (is_null(column)) return std::nullopt;
  return real_at(column);
}

}  // namespace tacitus
