// The days of the week by their names.
#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace tacitus {

// Whether a word in small letters is the full English name of a day of the week.
inline bool is_weekday(std::string_view word) {
  constexpr std::string_view kNames[] = {"monday", "tuesday",  "wednesday", "thursday",
                                         "friday", "saturday", "sunday"};
  return std::find(std::begin(kNames), std::end(kNames), word) != std::end(kNames);
}

}  // namespace tacitus
