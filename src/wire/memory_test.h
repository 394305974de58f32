// How much memory a test has needed.
#pragma once

#include <sys/resource.h>

namespace tacitus {

// The most memory that this process has held so far, in KiB; always 0 under AddressSanitizer,
// which keeps what is freed.
inline long peak_memory() {
#ifdef __SANITIZE_ADDRESS__
  return 0;
#else
  rusage usage;
  ::getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
#endif
}

}  // namespace tacitus
