// SQLite as the archive uses it: one connection and its prepared statements, with trouble told as
// values. Nothing above this knows SQLite's own calls.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace tacitus {

// A connection to one file. Trouble sticks: after the first failure nothing more is done until
// clear_trouble(), so that a run of statements can be looked at once, at its end. One thread.
class Database {
 public:
  enum class Mode { kRead, kWrite };

  // Opens the file; kWrite makes it where there is none. Errors: kNotFound where there is none to
  // read, kIo where it cannot be opened. Nothing of its content is looked at yet.
  static Result<Database> open(const std::string& path, Mode mode);

  // Runs statements that give no rows. False on trouble, now or before.
  bool run(const char* sql);

  // Goes over to a write-ahead log, once no other connection is in the way of it. False on trouble.
  bool use_log();

  bool works() const { return state_->code == 0; }
  // What went wrong first, in one plain line that names the file. Only when !works().
  Error trouble() const;
  void clear_trouble() { state_->code = 0; }

  // Ends what statements are still reading, so that none of them holds an old state of the file.
  void rest();

  std::int64_t last_row() const;
  const std::string& path() const { return state_->path; }

 private:
  friend class Query;
  struct State {  // has a place of its own, since queries point at it
    std::string path;
    sqlite3* handle = nullptr;
    int code = 0;         // of the first failure
    std::string message;  // SQLite's words for it
    ~State();
    void note(int code);
  };
  explicit Database(std::unique_ptr<State> state) : state_(std::move(state)) {}
  std::unique_ptr<State> state_;
};

// A statement, prepared once and run often. Values are given in the order of its question marks:
//
//   insert.start().text(name).number(3).run();
//   for (select.start().number(7); select.step();) use(select.text_at(0));
//
// Must not outlive its database. Text that a column gave lasts until the next step.
class Query {
 public:
  Query(Database& database, std::string_view sql);
  Query(Query&&) noexcept;
  ~Query();

  Query& start();
  Query& number(std::int64_t value);
  Query& real(double value);
  Query& text(std::string_view value);
  Query& bytes(std::string_view value);
  Query& nothing();
  Query& maybe(const std::optional<std::string>& value) { return value ? text(*value) : nothing(); }
  Query& maybe(const std::optional<std::uint32_t>& value) { return value ? number(*value) : nothing(); }
  Query& maybe(const std::optional<std::int64_t>& value) { return value ? number(*value) : nothing(); }
  Query& maybe(const std::optional<double>& value) { return value ? real(*value) : nothing(); }

  // Goes to the next row. False behind the last, and on trouble.
  bool step();
  // Runs to the end. False on trouble.
  bool run();

  bool is_null(int column) const;
  bool is_number(int column) const;
  bool is_real(int column) const;
  std::int64_t number_at(int column) const;
  double real_at(int column) const;
  std::string_view text_at(int column) const;  // text or bytes
  std::optional<std::string> maybe_text(int column) const;
  std::optional<std::uint32_t> maybe_number(int column) const;
  std::optional<double> maybe_real(int column) const;

 private:
  Database::State* state_;
  sqlite3_stmt* statement_ = nullptr;
  int next_ = 1;
  bool running_ = false;
};

}  // namespace tacitus
