// When the work on one page has to come to an end.
#pragma once

#include <chrono>

namespace tacitus {

class Deadline {
 public:
  // Begins to count now; with no seconds it has passed from the start.
  explicit Deadline(double seconds)
      : end_(Clock::now() + std::chrono::duration_cast<Clock::duration>(
                                std::chrono::duration<double>(seconds))) {}

  bool passed() const { return Clock::now() >= end_; }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point end_;
};

}  // namespace tacitus
