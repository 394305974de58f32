#include "progress.h"

#include <unistd.h>

#include <algorithm>
#include <string_view>

#include "terminal.h"

namespace tacitus {
namespace {

std::string with_commas(std::uint64_t n) {
  std::string digits = std::to_string(n);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

// "1:02:03" or "2:03".
std::string clock(double seconds) {
  const auto all = static_cast<std::uint64_t>(seconds + 0.5);
  const auto two = [](std::uint64_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  const std::uint64_t hours = all / 3600, minutes = all / 60 % 60;
  const std::string head =
      hours > 0 ? std::to_string(hours) + ":" + two(minutes) : std::to_string(minutes);
  return head + ":" + two(all % 60);
}

void put(int descriptor, std::string_view text) {
  // A bar that cannot be shown is no reason to stop.
  [[maybe_unused]] const ssize_t n = ::write(descriptor, text.data(), text.size());
}

}  // namespace

std::string bar(const Done& done, double seconds, std::size_t columns) {
  const double rate = seconds > 0 ? static_cast<double>(done.words) / seconds : 0;
  std::string facts = with_commas(static_cast<std::uint64_t>(rate)) + " words/s";
  if (done.bytes_total == 0 || done.bytes == 0) {
    facts = with_commas(done.words) + " words, " + facts;
    return facts.substr(0, columns);
  }
  const double share =
      std::min(1.0, static_cast<double>(done.bytes) / static_cast<double>(done.bytes_total));
  facts = std::to_string(static_cast<int>(share * 100)) + " %, " + facts + ", " +
          clock(seconds * (1 - share) / share) + " left";
  const std::size_t least = 10;
  if (columns < facts.size() + least + 3) return facts.substr(0, columns);
  const std::size_t width = std::min<std::size_t>(40, columns - facts.size() - 3);
  const auto full = static_cast<std::size_t>(share * static_cast<double>(width));
  return "[" + std::string(full, '#') + std::string(width - full, '.') + "] " + facts;
}

Progress::Progress(int descriptor)
    : descriptor_(descriptor), is_terminal_(isatty(descriptor) == 1) {}

bool Progress::is_long() const {
  return is_terminal_ && Clock::now() - start_ > std::chrono::seconds(2);
}

void Progress::show(const Done& done) {
  const Clock::time_point now = Clock::now();
  if (!is_long() || now < next_) return;
  next_ = now + std::chrono::milliseconds(200);
  const double seconds = std::chrono::duration<double>(now - start_).count();
  put(descriptor_, "\r\033[K" + bar(done, seconds, terminal_columns(descriptor_) - 1));
  is_shown_ = true;
}

void Progress::clear() {
  if (is_shown_) put(descriptor_, "\r\033[K");
  is_shown_ = false;
}

}  // namespace tacitus
