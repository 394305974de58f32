// UTF-8: decoding, checking and mending of bytes, and the way between byte offsets, which the
// engine uses inside, and code point offsets, which the record shows.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t code = 0;
  std::uint32_t size = 0;  // in bytes, 1 to 4
  bool valid = true;       // false where the bytes are not UTF-8; `code` is then U+FFFD
};

// Decodes the code point at byte `at`, which must be < text.size(). Bytes that are no UTF-8 give
// U+FFFD and the length of the maximal subpart, as the WHATWG decoder cuts them.
CodePoint decode(std::string_view text, std::size_t at);

// True where byte `at` of valid UTF-8 begins a code point, or is the text's end.
inline bool is_border(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

bool is_utf8(std::string_view text);

// Appends `code` to `out`; surrogates and numbers over U+10FFFF become U+FFFD.
void append_utf8(std::string& out, char32_t code);

// The bytes with every part that is not UTF-8 replaced by U+FFFD, as the WHATWG decoder does.
// `count` becomes the number of bytes that were replaced.
std::string repair(std::string_view bytes, std::size_t& count);

// Maps between byte offsets and code point offsets of one text, which must be valid UTF-8 and
// stay in place while this lives. Either way a query looks at 64 bytes at most, after a binary
// search in the case of to_byte; an ASCII text costs nothing. Safe to share between threads.
class Offsets {
 public:
  explicit Offsets(std::string_view text);

  // Code points before byte `byte`. A byte inside a code point counts that code point; one
  // behind the end counts as the end.
  std::uint32_t to_code_point(std::uint32_t byte) const;

  // The byte at which code point `index` begins; the text's size for the end and behind it.
  std::uint32_t to_byte(std::uint32_t index) const;

  std::uint32_t code_points() const { return count_; }

 private:
  static constexpr std::uint32_t kStep = 64;

  std::string_view text_;
  std::uint32_t count_ = 0;
  bool ascii_ = true;
  std::vector<std::uint32_t> sampled_;  // code points before byte kStep * i
};

}  // namespace tacitus
