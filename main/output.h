// Standard output as a file descriptor: every write is seen to succeed, and the two ways in
// which it may not are told apart.
#pragma once

#include <string>
#include <string_view>

namespace tacitus {

class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}

  // Writes all of `text` at once. False if that failed, now or before.
  bool write(std::string_view text);

  bool works() const { return error_ == 0; }
  // Whoever read our output went away (`| head`): not a failure that a user wants to hear of.
  bool reader_left() const;
  // What went wrong, in the system's words; empty if nothing did.
  std::string trouble() const;

 private:
  int descriptor_;
  int error_ = 0;  // errno of the first write that failed
};

}  // namespace tacitus
