// What looks like a time and is none: names, verbs, numbers.
#pragma once

#include <cstdint>
#include <vector>

#include "read/reading.h"
#include "read/times/expression.h"

namespace tacitus {

class TimeFilter {
 public:
  // Both must live as long as this.
  TimeFilter(const TimeGrammar& grammar, const Reading& reading);

  // Whether an expression is a time: it is no part of a name ("the Sunday Times"), and a word that
  // may mean something else has the part of speech of a time.
  bool is_time(const TimeExpression& expression) const;

  // Takes a verb off the begin of one: "can last four years".
  void trim(TimeExpression& expression) const;

 private:
  bool is_in_name(const TimeExpression& expression) const;
  bool is_in_title(const TimeExpression& expression) const;
  bool is_right_word(const TimeExpression& expression) const;
  bool is_year(std::uint32_t token) const;

  const TimeGrammar& grammar_;
  const Reading& reading_;
  std::vector<std::uint32_t> entity_;  // of each token the entity's index; kNone
};

}  // namespace tacitus
