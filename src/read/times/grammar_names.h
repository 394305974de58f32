// What the tables of knowledge/times call fields, kinds of times, grains and kinds of words.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "read/times/grammar.h"

namespace tacitus {

inline constexpr std::pair<std::string_view, Field> kFields[] = {
    {"number", Field::kNumber},     {"vague", Field::kVague},
    {"ordinal", Field::kOrdinal},   {"day", Field::kDay},
    {"month", Field::kMonth},       {"month-number", Field::kMonthNumber},
    {"year", Field::kYear},         {"short-year", Field::kShortYear},
    {"round-year", Field::kRoundYear}, {"decade", Field::kDecade},
    {"century", Field::kCentury},   {"weekday", Field::kWeekday},
    {"unit", Field::kUnit},         {"season", Field::kSeason},
    {"part", Field::kPart},         {"hour", Field::kHour},
    {"minute", Field::kMinute},     {"meridiem", Field::kMeridiem},
    {"zone", Field::kZone},         {"holiday", Field::kHoliday},
    {"which", Field::kWhich},       {"quarter", Field::kQuarter},
    {"half", Field::kHalf},         {"offset", Field::kOffset},
    {"ones", Field::kOnes},         {"tens", Field::kTens},
    {"scale", Field::kScale},       {"an", Field::kNumber},
    {"any-unit", Field::kUnit},     {"units", Field::kUnit},
    {"nth-unit", Field::kUnit},
    {"periodic", Field::kUnit},     {"weekdays", Field::kWeekday},
    {"seasons", Field::kSeason},    {"parts", Field::kPart},
};

inline constexpr std::pair<std::string_view, TimeKind> kKinds[] = {
    {"calendar", TimeKind::kCalendar}, {"unit", TimeKind::kUnit},
    {"day", TimeKind::kDay},           {"shift", TimeKind::kShift},
    {"nth", TimeKind::kNth},           {"duration", TimeKind::kDuration},
    {"set", TimeKind::kSet},           {"ref", TimeKind::kRef},
    {"unknown", TimeKind::kUnknown},   {"none", TimeKind::kNone},
};

inline constexpr std::pair<std::string_view, Grain> kGrains[] = {
    {"second", Grain::kSecond}, {"minute", Grain::kMinute}, {"hour", Grain::kHour},
    {"part", Grain::kPart},     {"day", Grain::kDay},       {"weekend", Grain::kWeekend},
    {"week", Grain::kWeek},     {"month", Grain::kMonth},   {"season", Grain::kSeason},
    {"quarter", Grain::kQuarter}, {"half", Grain::kHalf},   {"year", Grain::kYear},
    {"decade", Grain::kDecade}, {"century", Grain::kCentury}, {"nth", Grain::kNth},
    {"weekday", Grain::kWeekday},
};

inline constexpr std::pair<std::string_view, BesideWord> kBesideWords[] = {
    {"future-aux", BesideWord::kFutureAux}, {"past-aux", BesideWord::kPastAux},
    {"present-aux", BesideWord::kPresentAux}, {"past", BesideWord::kPast},
    {"open", BesideWord::kOpen},            {"not-past", BesideWord::kNotPast},
    {"ahead", BesideWord::kAhead},          {"until", BesideWord::kUntil},
    {"since", BesideWord::kSince},          {"due", BesideWord::kDue},
    {"skipped", BesideWord::kSkipped},      {"modal", BesideWord::kModal},
    {"open-until", BesideWord::kOpenUntil}, {"year-sure", BesideWord::kYearSure},
    {"count-before", BesideWord::kCountBefore}, {"count-behind", BesideWord::kCountBehind},
};

// What a table calls so; none where it has no such name.
template <class T, std::size_t n>
std::optional<T> named(const std::pair<std::string_view, T> (&table)[n], std::string_view name) {
  for (const auto& [known, value] : table) {
    if (known == name) return value;
  }
  return std::nullopt;
}

}  // namespace tacitus
