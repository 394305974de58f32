// What the web answers besides pages: robots.txt, and addresses to resolve. The first line is the
// address, the rest the rules.
#include <algorithm>

#include "fuzz.h"
#include "wire/robots.h"
#include "wire/url.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tacitus;
  const std::string_view bytes = view(data, size);
  const std::size_t end = std::min(bytes.find('\n'), bytes.size());
  const std::string_view line = bytes.substr(0, end);
  const Robots robots(bytes.substr(end), "tacitus");
  require(robots.allows("/robots.txt"));
  robots.allows(line);
  const std::optional<Url> base = read_url("https://wire.example/a/b?c");
  require(base.has_value());
  if (const std::optional<Url> url = resolve_url(*base, line)) {
    require(is_url(url->whole) && url->path.starts_with('/'));
    robots.allows(url->path);
    // The normal form is its own normal form.
    const std::optional<Url> again = read_url(url->whole);
    require(again && again->whole == url->whole);
  }
  return 0;
}
