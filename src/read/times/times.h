// When: the times of an article with their values, and the verbs that they belong to.
//
//   const Times times(reading, article.published, TimeGrammar::builtin());
//   record.times = times.all();
//   if (const auto index = times.of_verb(token)) event.date = record.times[*index].value;
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/reading.h"
#include "read/record.h"
#include "read/times/grammar.h"

namespace tacitus {

// Immutable once made.
class Times {
 public:
  // Finds the times of an article. `published` is its date, ISO 8601: what relative times count
  // from; without it they count from the nearest date before them in the text. `body_start` is
  // Article::body_start. Takes time linear in the reading; `reading` must live as long as this.
  //
  // Values are those of TIMEX3 (TimeML 1.2.1) in the forms of ISO 8601: see docs/record.md.
  Times(const Reading& reading, const std::optional<std::string>& published,
        std::uint32_t body_start, const TimeGrammar& grammar);

  // In text order; none overlap.
  const std::vector<Time>& all() const { return times_; }

  // The time at which what a verb tells happened, as an index in all(): the time that modifies it,
  // or else the verb that it is joined to ("met on Tuesday and voted"). Any token may be asked for;
  // a noun has the time that hangs from it ("the vote on Tuesday"). Only dates and times of day are
  // given, also "now" and those without a value; none where the clause has none.
  std::optional<std::uint32_t> of_verb(std::uint32_t token) const;

  // The date in the article's dateline ("MOSCOW, March 6 (Reuters) -"), likewise.
  std::optional<std::uint32_t> of_dateline() const { return dateline_; }

 private:
  void bind(std::uint32_t time, Range tokens);

  const Reading& reading_;
  std::vector<Time> times_;
  std::unordered_map<std::uint32_t, std::uint32_t> of_token_;  // the first time that hangs from a token
  std::optional<std::uint32_t> dateline_;
};

}  // namespace tacitus
