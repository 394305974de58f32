// Numbers as they are written in news: with decimals, thousands, as times, dates and telephone
// numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace tacitus {

// The end of the ASCII digits from byte `at` on; `at` where there are none.
std::uint32_t digits_end(std::string_view text, std::uint32_t at);

// The end of the number that begins with the digit at byte `at`: decimals, thousands, times,
// fractions and dates with strokes, telephone numbers and ISO dates with hyphens. A range or a
// score ("5-4") is two numbers.
std::uint32_t number_end(std::string_view text, std::uint32_t at);

}  // namespace tacitus
