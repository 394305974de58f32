// From what the text says of a time to its value.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "page/dates.h"
#include "read/record.h"
#include "read/times/expression.h"
#include "read/times/point.h"
#include "read/times/tense.h"

namespace tacitus {

// Gives values to the times of one article, which must come in text order: what a text spoke of
// last is what "the following year" follows.
class TimeResolver {
 public:
  // `published` is the article's date; `text` is asked how it writes dates in figures.
  TimeResolver(const TimeGrammar& grammar, std::optional<TimePoint> published,
               std::string_view text)
      : grammar_(grammar), published_(published), text_(text) {}

  // The time's type, value and mod; no value where neither the words nor what stands before give
  // one. `sentence` is its number.
  Time resolve(const TimeExpression& expression, TenseFound tense, std::uint32_t sentence);

  // Whether a day was named in this sentence already.
  bool speaks_of_day(std::uint32_t sentence) const {
    return spoken_ && spoken_sentence_ == sentence && spoken_->grain == Grain::kDay;
  }

 private:
  using Point = std::optional<TimePoint>;

  // Where a time counts from: the article's date, else what the text spoke of before.
  Point base() const { return published_ ? published_ : spoken_; }
  // What the text speaks of: what it spoke of last if that is not long ago, else base().
  Point spoken() const;
  // Whether the text tells of days of other years: "On June 6" behind "on 8 May 1944".
  bool tells_of_long_ago() const;
  // Whether the text told of a quarter's results not long ago.
  bool speaks_of_quarter() const;

  Point point_of(const TimeExpression& expression);
  Point calendar(const TimeFields& fields, const TimeRule& rule);
  Point unit(const TimeFields& fields, const TimeRule& rule);
  Point shift(const TimeFields& fields, const TimeRule& rule) const;
  Point day(const TimeFields& fields, const TimeRule& rule) const;
  // A finer time in a coarser one: "the third quarter" of 1990.
  Point within(const TimeLayer& layer, const TimePoint& frame);
  Point nth(const TimeFields& fields, const TimePoint& frame) const;

  Point year_of(const TimeFields& fields) const;
  Point in_year(const TimeFields& fields, int year);
  Point weekday(const TimeFields& fields, const TimePoint& from, bool is_spoken) const;
  Point holiday(const Holiday& holiday, int year) const;
  // Of a time that comes every year the one that is meant.
  Point choose_year(const TimeFields& fields, const TimePoint& from, bool has_day);
  Point with_clock(Point day, const TimeFields& fields, const TimeRule& rule) const;
  bool swaps_day_and_month(const TimeFields& fields);
  void remember(const TimeExpression& expression, const TimePoint& point, std::uint32_t sentence);

  const TimeGrammar& grammar_;
  Point published_, spoken_, quarter_;
  std::uint32_t spoken_sentence_ = 0, quarter_sentence_ = 0, sentence_ = 0;
  std::string_view text_;
  std::optional<DateOrder> order_;
  Tense tense_ = Tense::kUnknown;
  bool is_tense_sure_ = false;
};

// The value of a duration or of what comes again and again; none where a number is out of bounds.
std::optional<std::string> duration_value(const TimeFields& fields, const TimeRule& rule);
std::optional<std::string> set_value(const TimeFields& fields);

}  // namespace tacitus
