// A stretch of a text: a half-open range of bytes. Inside the engine every place in a text is
// a byte offset that lies on a character's border; code points are counted once, when the
// record is written (base/utf8.h).
#pragma once

#include <cstdint>
#include <string_view>

namespace tacitus {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  std::string_view in(std::string_view text) const { return text.substr(begin, size()); }

  friend bool operator==(Span, Span) = default;
  friend auto operator<=>(Span, Span) = default;
};

}  // namespace tacitus
