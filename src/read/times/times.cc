// Sentence by sentence: words, expressions, filter, values; then what they hang from.
#include "read/times/times.h"

#include "page/dateline.h"
#include "read/times/expression.h"
#include "read/times/filter.h"
#include "read/times/lexer.h"
#include "read/times/resolve.h"
#include "read/times/tense.h"

namespace tacitus {
namespace {

// A time of day takes the day that follows in its clause: "at 3 a.m. (0200 GMT) on Monday".
void take_next_day(const Reading& reading, std::vector<TimeExpression>& found, std::size_t at) {
  constexpr std::size_t kMostTimes = 3;
  constexpr std::uint32_t kMostTokens = 12;
  TimeExpression& time = found[at];
  if (!is_clock_alone(time)) return;
  for (std::size_t next = at + 1; next < found.size() && next <= at + kMostTimes; ++next) {
    const TimeExpression& other = found[next];
    if (other.first_token > time.end_token + kMostTokens) return;
    for (std::uint32_t t = time.end_token; t < other.first_token; ++t) {
      if (reading.upos(t) == Upos::kVerb) return;
    }
    const Grain grain = grain_of(other.coarsest());
    if (grain != Grain::kDay && grain != Grain::kWeekday) continue;
    time.layers[time.count++] = other.coarsest();
    return;
  }
}

// Where the dateline of the body's first paragraph lies.
Span dateline_span(std::string_view text, std::uint32_t body_start) {
  if (body_start >= text.size()) return {};
  const std::string_view body = text.substr(body_start);
  const std::string_view dateline = dateline_of(body.substr(0, body.find('\n')));
  if (dateline.empty()) return {};
  const auto begin = static_cast<std::uint32_t>(dateline.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(dateline.size())};
}

}  // namespace

Times::Times(const Reading& reading, const std::optional<std::string>& published,
             std::uint32_t body_start, const TimeGrammar& grammar)
    : reading_(reading) {
  TimeLexer lexer(grammar, reading);
  const TimeFilter filter(grammar, reading);
  TimeResolver resolver(grammar, published ? read_point(*published) : std::nullopt,
                        reading.text());
  const Span dateline = dateline_span(reading.text(), body_start);
  TimeItems items;
  std::vector<TimeExpression> found;
  std::uint32_t number = 0;
  for (const Sentence& sentence : reading.document().sentences) {
    lexer.lex(sentence, items);
    found.clear();
    find_expressions(grammar, items, found);
    for (std::size_t i = 0; i < found.size(); ++i) {
      TimeExpression& expression = found[i];
      if (!filter.is_time(expression)) continue;
      filter.trim(expression);
      if (!resolver.speaks_of_day(number)) take_next_day(reading, found, i);
      const Range tokens{expression.first_token, expression.end_token};
      const auto index = static_cast<std::uint32_t>(times_.size());
      times_.push_back(resolver.resolve(expression, tense_of(reading, grammar, tokens), number));
      bind(index, tokens);
      const Time& time = times_.back();
      if (!dateline_ && time.type == TimeType::kDate && time.value &&
          dateline.contains(time.span)) {
        dateline_ = index;
      }
    }
    ++number;
  }
}

void Times::bind(std::uint32_t time, Range tokens) {
  if (times_[time].type != TimeType::kDate && times_[time].type != TimeType::kTime) return;
  const std::uint32_t up = reading_.head(reading_.head_of(tokens));
  if (up == kNone) return;
  // The first; a date goes before "now" and "recently", and before what has no value.
  const auto is_date = [](const Time& t) { return t.value && !t.value->ends_with("_REF"); };
  std::uint32_t& bound = of_token_.try_emplace(up, time).first->second;
  if (is_date(times_[time]) && !is_date(times_[bound])) bound = time;
}

std::optional<std::uint32_t> Times::of_verb(std::uint32_t token) const {
  constexpr int kMostSteps = 4;
  for (int step = 0; step < kMostSteps && token < reading_.size(); ++step) {
    if (const auto found = of_token_.find(token); found != of_token_.end()) return found->second;
    // "met on Tuesday and voted", but "met on Tuesday and will vote".
    const bool shares = reading_.deprel(token) == Deprel::kConj &&
                        reading_.child(token, Deprel::kAux) == kNone;
    if (!shares) return std::nullopt;
    token = reading_.head(token);
  }
  return std::nullopt;
}

}  // namespace tacitus
