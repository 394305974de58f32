// Values of durations and sets: ISO 8601 durations, X where a number is not told (TIMEX3).
#include "read/times/resolve.h"

namespace tacitus {
namespace {

struct UnitForm {
  bool is_clock;          // behind the T
  std::int64_t times;     // of `letters`
  std::string_view letters;
  std::string_view halves;      // in what half of one is told
  std::int64_t half;            // how many of them
  std::string_view vague;       // where the number is not told
};

std::optional<UnitForm> form_of(std::int32_t unit) {
  switch (unit) {
    case pack_code("s"): return UnitForm{true, 1, "S", "", 0, "S"};
    case pack_code("m"): return UnitForm{true, 1, "M", "S", 30, "M"};
    case pack_code("h"): return UnitForm{true, 1, "H", "M", 30, "H"};
    case pack_code("D"): return UnitForm{false, 1, "D", "H", 12, "D"};
    case pack_code("WE"): return UnitForm{false, 1, "WE", "", 0, "WE"};
    case pack_code("W"): return UnitForm{false, 1, "W", "", 0, "W"};
    case pack_code("2W"): return UnitForm{false, 2, "W", "W", 1, "W"};
    case pack_code("M"): return UnitForm{false, 1, "M", "", 0, "M"};
    case pack_code("Q"): return UnitForm{false, 3, "M", "", 0, "Q"};
    case pack_code("Y"): return UnitForm{false, 1, "Y", "M", 6, "Y"};
    case pack_code("10Y"): return UnitForm{false, 10, "Y", "Y", 5, "DE"};
    case pack_code("C"): return UnitForm{false, 100, "Y", "Y", 50, "CE"};
    case pack_code("L"): return UnitForm{false, 1000, "Y", "Y", 500, "ML"};
    case pack_code("NI"): return UnitForm{false, 1, "NI", "", 0, "NI"};
    default: return std::nullopt;
  }
}

}  // namespace

std::optional<std::string> duration_value(const TimeFields& fields, const TimeRule& rule) {
  const auto form = form_of(fields[Field::kUnit]);
  if (!form) return std::nullopt;
  std::string value = form->is_clock ? "PT" : "P";
  const bool is_vague = fields.has(Field::kVague) || !fields.has(Field::kNumber);
  if (is_vague) return value + "X" + std::string(form->vague);
  const std::int64_t hundredths = fields[Field::kNumber] + (rule.has_half ? 50 : 0);
  const std::int64_t rest = hundredths % 100;
  const bool has_half = rest == 50;
  if (rest != 0 && !has_half) {
    // ISO 8601 lets the last number have decimals; of a unit that is many of another it has none.
    if (form->times != 1) return std::nullopt;
    std::string decimals = std::to_string(rest + 100).substr(1);
    if (decimals.back() == '0') decimals.pop_back();
    return value + std::to_string(hundredths / 100) + "." + decimals + std::string(form->letters);
  }
  // Half of a unit that is so many of another: "half a decade".
  if (has_half && form->times > 1 && form->halves == form->letters) {
    return value + std::to_string(hundredths / 100 * form->times + form->half) +
           std::string(form->letters);
  }
  if (has_half && form->halves.empty()) {
    return value + std::to_string(hundredths / 100) + ".5" + std::string(form->letters);
  }
  if (hundredths >= 100 || !has_half) {
    value += std::to_string(hundredths / 100 * form->times) + std::string(form->letters);
  }
  if (!has_half) return value;
  if (!form->is_clock && form->halves == "H") value += "T";
  return value + std::to_string(form->half) + std::string(form->halves);
}

std::optional<std::string> set_value(const TimeFields& fields) {
  std::string value;
  if (fields.has(Field::kWeekday)) {
    value = "XXXX-WXX-" + std::to_string(fields[Field::kWeekday]);
  } else if (fields.has(Field::kMonth)) {
    const int month = fields[Field::kMonth];
    value = "XXXX-" + std::string(month < 10 ? "0" : "") + std::to_string(month);
  } else if (fields.has(Field::kSeason)) {
    return "XXXX-" + unpack_code(fields[Field::kSeason]);
  } else if (fields.has(Field::kPart)) {
    value = "XXXX-XX-XX";
  } else {
    TimeRule rule;
    TimeFields one = fields;
    if (!one.has(Field::kNumber) && !one.has(Field::kVague)) one.set(Field::kNumber, 100, true);
    if (one[Field::kNumber] == 0) one.set(Field::kVague, 0, true);
    return duration_value(one, rule);
  }
  if (fields.has(Field::kPart)) value += "T" + unpack_code(fields[Field::kPart]);
  return value;
}

}  // namespace tacitus
