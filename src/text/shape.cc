// How a word is written.
#include "text/chars.h"
#include "text/tokens.h"

namespace tacitus {

Shape shape_of(std::string_view word) {
  std::uint32_t upper = 0, lower = 0, letters = 0;
  bool first_upper = false;
  for (std::size_t at = 0; at < word.size();) {
    const Char c = char_at(word, at);
    at += c.size;
    if (c.kind == CharKind::kDigit) return Shape::kNumber;
    if (c.kind == CharKind::kUpper) {
      first_upper |= letters == 0;
      ++upper;
      ++letters;
    } else if (c.kind == CharKind::kLower || c.kind == CharKind::kIdeograph) {
      ++lower;
      ++letters;
    }
  }
  if (letters == 0) return Shape::kPunctuation;
  if (upper == 0) return Shape::kLower;
  if (lower == 0) return upper > 1 ? Shape::kUpper : Shape::kTitle;
  return upper == 1 && first_upper ? Shape::kTitle : Shape::kMixed;
}

}  // namespace tacitus
