// Codings are taken off in the order in which HTTP put them on, the last one first.
#include "wire/http.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "wire/gzip.h"
#include "wire/size.h"

namespace tacitus {
namespace {

// Gzip can grow a thousandfold: a small piece of it is enough between two looks at the limit.
constexpr std::size_t kPackedPiece = 1 << 14;

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

// The size that a chunk's first line tells, moving `body` behind that line; none if it is no such
// line.
std::optional<std::uint64_t> take_chunk_size(std::string_view& body) {
  std::uint64_t size = 0;
  std::size_t digits = 0;
  while (digits < body.size() && digits < 15 && hex_digit(body[digits]) >= 0) {
    size = size * 16 + static_cast<std::uint64_t>(hex_digit(body[digits]));
    ++digits;
  }
  if (digits == 0) return std::nullopt;
  const std::size_t end = body.find('\n', digits);
  // Behind the size stand extensions, which begin with a semicolon, or nothing.
  const std::string_view rest = trim_spaces(body.substr(digits, end == body.npos ? end : end - digits));
  if (!rest.empty() && !rest.starts_with(';')) return std::nullopt;
  body.remove_prefix(end == body.npos ? body.size() : end + 1);
  return size;
}

// What is not chunked, or no longer, comes as it is.
std::string join_chunks(std::string_view body) {
  std::string out;
  const std::string_view whole = body;
  while (!body.empty()) {
    const std::optional<std::uint64_t> size = take_chunk_size(body);
    if (!size) return out.empty() ? std::string(whole) : out.append(body);
    if (*size == 0) break;
    out += body.substr(0, *size);
    body.remove_prefix(std::min<std::uint64_t>(*size, body.size()));
    body.remove_prefix(std::min(body.find_first_not_of("\r\n"), body.size()));
  }
  return out;
}

Result<std::string> unpack(std::string_view body, Gunzip::Packing packing, std::uint64_t max_size) {
  Gunzip gunzip(packing);
  std::string out;
  while (!body.empty()) {
    const std::string_view piece = body.substr(0, kPackedPiece);
    body.remove_prefix(piece.size());
    const Gunzip::State state = gunzip.unpack(piece, out);
    if (state == Gunzip::State::kDamaged) return Error{ErrorCode::kBadInput, "damaged gzip or deflate"};
    if (out.size() > max_size) return Error{ErrorCode::kLimit, "over " + size_for_people(max_size)};
    if (state == Gunzip::State::kDone) break;
  }
  return out;
}

// zlib's head: a check over its two bytes. Servers send raw deflate under the same name.
bool has_zlib_head(std::string_view body) {
  if (body.size() < 2) return false;
  const auto first = static_cast<unsigned char>(body[0]);
  const auto second = static_cast<unsigned char>(body[1]);
  return (first & 0x0F) == 8 && (first * 256 + second) % 31 == 0;
}

bool is_text(std::string_view body) {
  return trim_spaces(body.substr(0, 64)).starts_with('<');
}

Result<std::string> take_off(const std::string& coding, std::string body, std::uint64_t max_size) {
  if (coding == "gzip" || coding == "x-gzip") {
    if (!Gunzip::is_gzip(body)) return body;
    return unpack(body, Gunzip::Packing::kGzip, max_size);
  }
  if (coding == "deflate") {
    if (is_text(body)) return body;
    return unpack(body, has_zlib_head(body) ? Gunzip::Packing::kZlib : Gunzip::Packing::kRaw,
                  max_size);
  }
  if (coding.empty() || coding == "identity" || coding == "none" || is_text(body)) return body;
  return Error{ErrorCode::kBadInput, "its coding, " + coding.substr(0, 20) + ", is not read"};
}

std::vector<std::string> codings_in(std::string_view value) {
  std::vector<std::string> out;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(','), value.size());
    out.push_back(small_letters(trim_spaces(value.substr(0, end))));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return out;
}

}  // namespace

Result<HttpAnswer> read_http(std::string_view message) {
  const Error error{ErrorCode::kBadInput, "no HTTP answer"};
  const std::string_view line = message.substr(0, std::min(message.find('\n'), message.size()));
  if (!line.starts_with("HTTP/")) return error;
  const std::size_t space = line.find(' ');
  if (space == line.npos) return error;
  HttpAnswer answer;
  for (const char c : trim_spaces(line.substr(space)).substr(0, 3)) {
    if (c < '0' || c > '9') return error;
    answer.status = answer.status * 10 + (c - '0');
  }
  const std::optional<HeadEnd> end = find_head_end(message);
  const std::size_t head = end ? end->begin : message.size();
  const std::string_view fields = message.substr(0, head);
  answer.fields = Fields(fields.substr(std::min(line.size(), head)));
  answer.body = end ? message.substr(end->end) : std::string_view();
  return answer;
}

Result<std::string> decode_body(const HttpAnswer& answer, std::uint64_t max_size) {
  std::vector<std::string> transfer = codings_in(answer.fields.get("Transfer-Encoding").value_or(""));
  std::vector<std::string> codings = codings_in(answer.fields.get("Content-Encoding").value_or(""));
  const bool chunked = std::find(transfer.begin(), transfer.end(), "chunked") != transfer.end();
  std::erase(transfer, "chunked");
  codings.insert(codings.end(), transfer.begin(), transfer.end());

  std::string body = chunked ? join_chunks(answer.body) : std::string(answer.body);
  // More than a few codings is an attack, not a page.
  if (codings.size() > 4) return Error{ErrorCode::kBadInput, "coded more than four times"};
  for (auto coding = codings.rbegin(); coding != codings.rend(); ++coding) {
    Result<std::string> less = take_off(*coding, std::move(body), max_size);
    if (!less.ok()) return less;
    body = std::move(less).value();
  }
  if (body.size() > max_size) return Error{ErrorCode::kLimit, "over " + size_for_people(max_size)};
  return body;
}

}  // namespace tacitus
