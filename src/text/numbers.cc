// Goes from one group of digits to the next while the sign between them may stand in a number.
#include "text/numbers.h"

namespace tacitus {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char at_or_nul(std::string_view text, std::uint32_t at) { return at < text.size() ? text[at] : 0; }

// Three digits behind a comma: the end of "1,00,000".
bool is_group(std::string_view text, std::uint32_t comma) {
  return at_or_nul(text, comma) == ',' && digits_end(text, comma + 1) - comma == 4;
}

// Whether a hyphen at `hyphen`, behind the number from `begin` and before `size` digits, belongs
// to a telephone number (555-0199) or an ISO date.
bool joins(std::string_view text, std::uint32_t begin, std::uint32_t hyphen, std::uint32_t size) {
  const std::uint32_t before = hyphen - begin;
  if (before == 3 && (size == 3 || size == 4)) return true;
  if (before == 7 && size == 4 && text[begin + 3] == '-') return true;
  const std::uint32_t next = hyphen + 1 + size;
  if (before == 4 && size == 2) {
    return at_or_nul(text, next) == '-' && digits_end(text, next + 1) - next == 3;
  }
  return before == 7 && size == 2 && text[begin + 4] == '-';
}

}  // namespace

std::uint32_t digits_end(std::string_view text, std::uint32_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

std::uint32_t number_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t begin = at;
  at = digits_end(text, at);
  while (at + 1 < text.size() && is_digit(text[at + 1])) {
    const char sign = text[at];
    const std::uint32_t next = digits_end(text, at + 1);
    const std::uint32_t size = next - at - 1;
    const bool inside = sign == '.' || sign == ':' || sign == '/' ||
                        (sign == ',' && (size == 3 || (size == 2 && is_group(text, next)))) ||
                        (sign == '-' && joins(text, begin, at, size));
    if (!inside) break;
    at = next;
  }
  return at;
}

}  // namespace tacitus
