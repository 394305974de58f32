#include "output.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace tacitus {

bool Output::write(std::string_view text) {
  while (error_ == 0 && !text.empty()) {
    const ssize_t n = ::write(descriptor_, text.data(), text.size());
    if (n >= 0) {
      text.remove_prefix(static_cast<std::size_t>(n));
    } else if (errno == EAGAIN) {  // a pipe that its reader set not to block
      pollfd ready{descriptor_, POLLOUT, 0};
      ::poll(&ready, 1, -1);
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  return error_ == 0;
}

bool Output::reader_left() const { return error_ == EPIPE; }

std::string Output::trouble() const {
  return error_ == 0 ? "" : std::generic_category().message(error_);
}

}  // namespace tacitus
