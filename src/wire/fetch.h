// Pages and feeds from the web, fetched as a polite visitor fetches them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "base/result.h"
#include "wire/fields.h"

namespace tacitus {

struct FetchOptions {
  double delay = 1.0;                 // seconds between two requests to one host, at least
  double connect_timeout = 10.0;      // seconds
  double timeout = 60.0;              // seconds for one answer, whole
  std::uint64_t max_size = 64u << 20; // bytes of one answer, unpacked
  unsigned max_redirects = 10;
  // A file in which validators (ETag, Last-Modified) are kept from run to run; what has not
  // changed since is then passed over. Empty: nothing is kept.
  std::string cache;
};

struct Fetched {
  std::string url;         // after redirects
  std::string body;
  MediaType type;
  bool unchanged = false;  // since it was fetched last; then there is no body
  std::string asked, etag, last_modified;  // for keep()
};

// Fetches one thing at a time. Obeys robots.txt (RFC 9309; the name there is "tacitus") and asks
// each host at most once in `delay` seconds, or as seldom as its robots.txt asks, up to 30.
// Proxies are taken from the usual environment variables.
class Fetcher {
 public:
  explicit Fetcher(FetchOptions options = {});
  ~Fetcher();
  Fetcher(Fetcher&&) noexcept;
  Fetcher& operator=(Fetcher&&) noexcept;

  // Errors, which name `url`: kBadInput for what is no address, for answers other than 200 and
  // for redirects that lead in circles or nowhere; kNotFound for 404 and 410; kIo where no answer
  // comes, where it takes too long, or where robots.txt forbids it; kLimit for one over the size.
  Result<Fetched> get(const std::string& url);

  // Remembers that what was fetched has been dealt with, for the cache.
  void keep(const Fetched& fetched);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tacitus
