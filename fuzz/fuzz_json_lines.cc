// JSON Lines, and telling what an input is.
#include "fuzz.h"
#include "wire/detect.h"
#include "wire/line_source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace tacitus;
  const std::string_view bytes = view(data, size);
  detect(bytes.substr(0, kDetectSize));
  drain<LineSource>(bytes, 1 << 12);
  return 0;
}
