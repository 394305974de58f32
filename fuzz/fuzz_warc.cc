// Web archives, packed or not, and the HTTP answers in them.
#include "fuzz.h"
#include "wire/http.h"
#include "wire/warc.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tacitus;
  constexpr std::uint64_t kMaxPage = 1 << 16;
  const std::string_view bytes = view(data, size);
  drain<WarcSource>(bytes, kMaxPage);
  if (const Result<HttpAnswer> answer = read_http(bytes); answer.ok()) {
    const Result<std::string> body = decode_body(answer.value(), kMaxPage);
    require(!body.ok() || body.value().size() <= kMaxPage);
  }
  return 0;
}
