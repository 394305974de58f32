// Expected trouble as a value: every function that can fail on its input returns a Result.
// Asserts are kept for our own mistakes. Nothing in the library prints, exits or throws.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace tacitus {

enum class ErrorCode {
  kNotFound,   // a file or an entry that is not there
  kBadInput,   // input that cannot be read as what it is said to be
  kBadModel,   // weights that are missing, cut short or of another version
  kIo,         // the system refused to read or write
  kLimit,      // input over a stated limit of size, depth or time
};

// What went wrong: the code for programs, the message for people. The message is one line that
// names the file and, where known, the place in it, and has no full stop.
struct Error {
  ErrorCode code;
  std::string message;
};

// Either a T or an Error. `value()` may be called only when `ok()`.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { assert(ok()); return *std::get_if<0>(&state_); }
  const T& value() const& { assert(ok()); return *std::get_if<0>(&state_); }
  T&& value() && { assert(ok()); return std::move(*std::get_if<0>(&state_)); }
  const Error& error() const { assert(!ok()); return *std::get_if<1>(&state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace tacitus
