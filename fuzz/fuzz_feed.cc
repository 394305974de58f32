// Feeds of all kinds, and the wire formats of archives, which are read by the same means.
#include "fuzz.h"
#include "wire/feed.h"
#include "wire/newsml.h"
#include "wire/reuters.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tacitus;
  constexpr std::uint64_t kMaxPage = 1 << 16;
  const std::string_view bytes = view(data, size);
  drain<FeedSource>(bytes, kMaxPage, FeedSource::Links());
  drain<NewsmlSource>(bytes, kMaxPage);
  drain<ReutersSource>(bytes, kMaxPage);
  return 0;
}
