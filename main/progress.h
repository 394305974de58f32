// The bar on standard error: how far a long work is, how fast it goes, when it will be done.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace tacitus {

struct Done {
  std::uint64_t words = 0;
  std::uint64_t bytes = 0;        // of the input
  std::uint64_t bytes_total = 0;  // 0 where nobody knows, as for standard input
};

// The bar as text: at most `columns` wide, without a line feed.
std::string bar(const Done& done, double seconds, std::size_t columns);

// Shows the bar on a terminal once the work has taken two seconds, five times a second at most.
// One thread at a time may use it, save for is_long.
class Progress {
 public:
  // Shows nothing if `descriptor` is no terminal.
  explicit Progress(int descriptor);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Whether there is a terminal and the work has taken long enough for the bar to be shown. Any
  // thread may ask.
  bool is_long() const;
  void show(const Done& done);
  // Takes the bar away, for something else to be written.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  const int descriptor_;
  const bool is_terminal_;
  bool is_shown_ = false;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point next_{};  // no bar before
};

}  // namespace tacitus
