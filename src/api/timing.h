// Where the time goes: processor time of a thread by room of the house.
#pragma once

#include <array>
#include <cstddef>
#include <ctime>

namespace tacitus {

// The rooms in the order of the way through them.
enum class HouseRoom { kWire, kPage, kText, kModel, kRead, kRecord };
inline constexpr std::array<const char*, 6> kHouseRooms = {"wire",  "page", "text",
                                                          "model", "read", "record"};

struct Timing {
  std::array<double, kHouseRooms.size()> seconds{};

  double& operator[](HouseRoom room) { return seconds[static_cast<std::size_t>(room)]; }
  double total() const {
    double sum = 0;
    for (const double room : seconds) sum += room;
    return sum;
  }
  void add(const Timing& other) {
    for (std::size_t i = 0; i < seconds.size(); ++i) seconds[i] += other.seconds[i];
  }
};

// Processor time of the calling thread, lap by lap.
class Stopwatch {
 public:
  Stopwatch() : last_(now()) {}

  // Seconds since the last lap, or since this was made.
  double lap() {
    const double before = last_;
    last_ = now();
    return last_ - before;
  }

 private:
  static double now() {
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
  }

  double last_;
};

}  // namespace tacitus
