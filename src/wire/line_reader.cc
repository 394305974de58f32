// Looks for line feeds in the window of the input; every byte is looked at once.
#include "wire/line_reader.h"

namespace tacitus {

LineReader::State LineReader::next() {
  leave();
  if (!input_.fill(1)) return State::kEnd;
  ++number_;
  bool too_long = false;
  std::size_t seen = 0;  // bytes of the window without a line feed
  while (true) {
    const std::string_view window = input_.window();
    const std::size_t end = window.find('\n', seen);
    if (end != window.npos) {
      line_ = window.substr(0, end);
      consumed_next_ = end + 1;
      return too_long || end > max_line_ ? State::kTooLong : State::kLine;
    }
    seen = window.size();
    if (seen > max_line_) {
      too_long = true;
      input_.consume(seen);
      seen = 0;
    }
    if (!input_.fill(seen + 1)) {
      if (too_long) return input_.consume(input_.window().size()), State::kTooLong;
      line_ = input_.window();
      consumed_next_ = line_.size();
      return input_.trouble() ? State::kCut : State::kLine;
    }
  }
}

}  // namespace tacitus
