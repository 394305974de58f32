// One open input: the bytes of a file or of standard input, unpacked if they are gzip, through
// a window that its reader moves on.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "wire/gzip.h"

namespace tacitus {

class Input {
 public:
  // Opens `path`, or standard input for "-". Errors: kNotFound, kIo.
  static Result<std::unique_ptr<Input>> open(const std::string& path);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  // How messages call it.
  const std::string& name() const { return name_; }

  // Reads until the window holds `size` bytes; false if the input ends before.
  bool fill(std::size_t size);

  // The bytes that are read and not yet consumed; valid until the next fill or consume.
  std::string_view window() const { return std::string_view(buffer_).substr(begin_); }
  void consume(std::size_t size);

  bool at_end() const { return ended_ && begin_ == buffer_.size(); }

  // Why the input ended too early, if it did: a read that failed, gzip that is damaged or cut
  // short. What came before is in the window all the same.
  const std::optional<Error>& trouble() const { return trouble_; }

  // Bytes taken from the file so far, and the file's size; 0 if it has none, as a pipe.
  std::uint64_t bytes_taken() const { return taken_; }
  std::uint64_t bytes_total() const;

 private:
  Input(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  std::string_view read_raw();
  void read_more();
  void unpack(std::string_view raw);
  void end(std::optional<Error> trouble = {});

  int descriptor_;
  std::string name_;
  std::string raw_;                // what the last read brought
  std::string buffer_;             // unpacked; the window begins at begin_
  std::size_t begin_ = 0;
  bool started_ = false, ended_ = false;
  std::optional<Gunzip> gunzip_;   // for packed inputs
  std::optional<Error> trouble_;
  std::uint64_t taken_ = 0;
};

}  // namespace tacitus
