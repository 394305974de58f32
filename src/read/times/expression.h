// Times as the text puts them: what the grammar finds, before it has a value.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "read/times/grammar.h"
#include "read/times/lexer.h"

namespace tacitus {

// What the words of one pattern say.
struct TimeFields {
  std::array<std::int32_t, static_cast<std::size_t>(Field::kCount)> values{};
  std::uint32_t known = 0;   // a bit for each field
  // The second number, as of "12 to 18 months", or hour, as of "3 to 5 p.m."
  std::int32_t second = 0;
  bool has_second = false;
  std::int32_t seconds = -1; // of a time of day

  static constexpr std::uint32_t bit(Field field) { return 1u << static_cast<unsigned>(field); }
  bool has(Field field) const { return (known & bit(field)) != 0; }
  std::int32_t operator[](Field field) const { return values[static_cast<std::size_t>(field)]; }
  // Keeps the first value of a field, and a second number of the time's own or hour of its context.
  void set(Field field, std::int32_t value, bool is_own);
  // Gives the value of the ordinal, or else of the number, to another field.
  void take_ordinal(Field field);
};

struct TimeLayer {
  const TimeRule* rule = nullptr;
  TimeFields fields;
};

struct TimeExpression {
  static constexpr std::size_t kMostLayers = 3;

  std::uint32_t first_item = 0, end_item = 0;
  Span span;
  std::uint32_t first_token = 0, end_token = 0;
  // From the finest to the coarsest: "5 p.m." of "Tuesday". There is at least one.
  std::array<TimeLayer, kMostLayers> layers;
  std::size_t count = 0;
  std::string_view mod;      // TIMEX3's; empty for none

  const TimeLayer& finest() const { return layers[0]; }
  const TimeLayer& coarsest() const { return layers[count - 1]; }
  TimeKind kind() const { return layers[0].rule->kind; }
};

// Whether all that is told is a time of day.
bool is_clock_alone(const TimeExpression& expression);

// How fine a layer is; kCount where that says nothing.
Grain grain_of(const TimeLayer& layer);
Grain grain_of_unit(std::int32_t unit);  // a packed code

// Finds the times of a sentence's items, in text order; none overlap. Appends them to `out`. From
// each item no more is looked at than a pattern has, so it takes time linear in the items.
void find_expressions(const TimeGrammar& grammar, const TimeItems& items,
                      std::vector<TimeExpression>& out);

}  // namespace tacitus
