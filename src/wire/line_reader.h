// The lines of an input, however long they are.
#pragma once

#include <cstdint>
#include <string_view>

#include "wire/input.h"

namespace tacitus {

class LineReader {
 public:
  // `input` must live as long. Lines over `max_line` bytes are passed over piece by piece.
  LineReader(Input& input, std::uint64_t max_line) : input_(input), max_line_(max_line) {}

  enum class State {
    kLine,     // a line, in line()
    kTooLong,  // a line over the limit, which was passed over
    kCut,      // line() holds what came before the input ended in trouble
    kEnd,
  };
  State next();

  // Without its line feed; valid until next() or leave() is called.
  std::string_view line() const { return line_; }
  // Lets go of the line, so that the memory of a long one is free before it is worked on.
  void leave() {
    input_.consume(consumed_next_);
    consumed_next_ = 0;
    line_ = {};
  }
  // The number of the line, from 1.
  std::uint64_t number() const { return number_; }

 private:
  Input& input_;
  std::uint64_t max_line_;
  std::string_view line_;
  std::size_t consumed_next_ = 0;  // the size of line() with its line feed
  std::uint64_t number_ = 0;
};

}  // namespace tacitus
