// The items of JSON Lines.
#pragma once

#include <cstdint>
#include <string>

#include "wire/input.h"
#include "wire/line_reader.h"
#include "wire/source.h"

namespace tacitus {

class LineSource : public Source {
 public:
  // `input` must live as long. `place` is what items without an id are called by, with their
  // line's number; lines over `max_line` bytes are errors.
  LineSource(Input& input, std::string place, std::uint64_t max_line);

  std::optional<Result<Item>> next() override;

 private:
  Input& input_;
  std::string place_;
  std::uint64_t max_line_;
  LineReader lines_;
  bool any_line_ = false, ended_ = false;
};

}  // namespace tacitus
