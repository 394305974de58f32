// One open input: the bytes of a file, of standard input or of memory, unpacked if they are gzip,
// through a window that its reader moves on.
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
  // Bytes that are at hand, called `name` in messages.
  static std::unique_ptr<Input> of(std::string bytes, std::string name);
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

  bool is_packed() const { return gunzip_.has_value(); }

  // How many bytes at the window's end came out of the gzip member that there was trouble with.
  std::size_t torn_size() const;

  // After gzip that was damaged, cut short or followed by other bytes: drops the window and goes
  // on at the next gzip member whose content begins with `start`. False if there is none, and
  // for inputs that are no gzip.
  bool recover(std::string_view start);

  // Bytes taken from the file so far.
  std::uint64_t bytes_taken() const { return taken_; }

 private:
  Input(int descriptor, std::string name) : descriptor_(descriptor), name_(std::move(name)) {}
  std::string_view read_raw();
  bool read_into(std::string& raw);
  bool begins_with(std::string& raw, std::size_t at, std::string_view start);
  void remember(std::string_view raw);
  void read_more();
  void unpack(std::string_view raw);
  void end(std::optional<Error> trouble = {});

  int descriptor_;  // -1 for memory, which lies in raw_ until it is read
  std::string name_;
  std::string raw_;                // what the last read brought
  std::string buffer_;             // unpacked; the window begins at begin_
  std::size_t begin_ = 0;
  bool started_ = false, ended_ = false;
  std::optional<Gunzip> gunzip_;   // for packed inputs
  std::uint64_t gunzip_begin_ = 0; // byte of the file that gunzip_ began with
  std::string tail_;               // the last packed bytes that were read, to search for members
  std::uint64_t searched_ = 0;     // bytes that were looked at twice by recover()
  std::optional<Error> trouble_;
  std::uint64_t taken_ = 0;
};

}  // namespace tacitus
