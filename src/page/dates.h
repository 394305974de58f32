// Dates as pages write them, into ISO 8601.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tacitus {

struct FoundDate {
  std::string iso;  // "2025-03-07", "2025-03-07T14:05:00Z", or local time without zone
  std::size_t begin = 0, end = 0;  // where in the text, with the time if there is one
};

// How a page writes dates in figures.
enum class DateOrder : std::uint8_t { kUnknown, kDayFirst, kMonthFirst };

// The first date in a line of text: "Published March 07,2025", "3 Dec 2024 14:05 GMT",
// "2025-03-07T14:05Z". None for one that could be meant in two ways ("03/04/2025"), unless
// `order` tells which.
std::optional<FoundDate> find_date(std::string_view line, DateOrder order = DateOrder::kUnknown);

// The order that dates such as "25/03/2025" give away; unknown without any, or where they differ.
DateOrder date_order(std::string_view text);

// The date that a value written for machines holds: as above, or "20250307", or seconds or
// milliseconds since 1970.
std::optional<std::string> read_date(std::string_view value);

// The date in a path like /2024/12/03/ or /2024-12-03/.
std::optional<std::string> date_in_url(std::string_view url);

}  // namespace tacitus
