// Bytes of pages and texts into UTF-8.
#include "fuzz.h"
#include "page/charset.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tacitus;
  const std::string_view bytes = view(data, size);
  for (const Decoded& decoded : {decode_html(bytes), decode_text(bytes), decode_html(bytes, "shift_jis")}) {
    require(is_utf8(decoded.text));
    require(decoded.replaced <= bytes.size());
    require(!decoded.encoding.empty());
  }
  return 0;
}
