#include "timing.h"

#include <cstdio>
#include <fstream>

namespace tacitus {
namespace {

// Of all threads together.
double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

// The most memory that this program has held, in KiB, as the kernel counts it; 0 where it does
// not tell. What the program that started this one held does not count.
std::uint64_t most_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::uint64_t size = 0;
    if (word == "VmHWM:" && status >> size) return size;
  }
  return 0;
}

std::string line(const char* name, double seconds, double all) {
  char text[80];
  std::snprintf(text, sizeof text, "%-8s%10.3f s%6.1f %%\n", name, seconds, 100 * seconds / all);
  return text;
}

}  // namespace

std::string timing_report(const Timing& timing, std::uint64_t articles, std::uint64_t words) {
  const double all = processor_seconds();
  std::string out;
  for (std::size_t i = 0; i < kHouseRooms.size(); ++i) {
    out += line(kHouseRooms[i], timing.seconds[i], all);
  }
  out += line("rest", all - timing.total(), all);
  out += line("all", all, all);
  char text[160];
  std::snprintf(text, sizeof text,
                "%llu articles, %llu words, %.0f words a second of one thread; %.0f MB of memory\n",
                static_cast<unsigned long long>(articles), static_cast<unsigned long long>(words),
                static_cast<double>(words) / all, static_cast<double>(most_memory()) * 1024 / 1e6);
  return out + text;
}

}  // namespace tacitus
