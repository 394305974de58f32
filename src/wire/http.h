// An answer of an HTTP server, as archives keep it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "wire/fields.h"

namespace tacitus {

struct HttpAnswer {
  int status = 0;
  Fields fields;
  std::string_view body;  // as it was sent, into the bytes that were parsed
};

// Takes apart status line, fields and body. Errors: kBadInput where there is no status line.
Result<HttpAnswer> read_http(std::string_view message);

// The body without its transfer coding (chunked) and content codings (gzip, deflate). A coding
// that is named but not there is passed over, as archives often keep bodies that their crawler
// had decoded; of one that is cut short, what came before the cut is taken.
// Errors, one clause without a name in front: kBadInput for a coding that is damaged or not known,
// kLimit for a body over `max_size` bytes.
Result<std::string> decode_body(const HttpAnswer& answer, std::uint64_t max_size);

}  // namespace tacitus
