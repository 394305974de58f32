// By the entity head, the parts of speech and the words beside.
#include "read/times/filter.h"

#include <algorithm>

namespace tacitus {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

TimeFilter::TimeFilter(const TimeGrammar& grammar, const Reading& reading)
    : grammar_(grammar), reading_(reading), entity_(reading.size(), kNone) {
  const auto& entities = reading.document().entities;
  for (std::uint32_t e = 0; e < entities.size(); ++e) {
    const std::uint32_t end = std::min(entities[e].end_token, reading.size());
    // Entities do not overlap; where they do, no token is looked at twice.
    for (std::uint32_t t = entities[e].first_token; t < end && entity_[t] == kNone; ++t) {
      entity_[t] = e;
    }
  }
}

bool TimeFilter::is_time(const TimeExpression& expression) const {
  const TimeKind kind = expression.kind();
  if (kind == TimeKind::kNone) return false;
  // One of the units of nothing.
  if (kind == TimeKind::kNth && expression.count == 1) return false;
  if (is_in_name(expression) || is_in_title(expression)) return false;
  return !(expression.count == 1 && expression.finest().rule->is_bare) ||
         is_right_word(expression);
}

void TimeFilter::trim(TimeExpression& expression) const {
  const bool is_verb = reading_.upos(expression.first_token) == Upos::kVerb;
  if (expression.kind() != TimeKind::kDuration || !is_verb ||
      expression.end_token - expression.first_token < 2) {
    return;
  }
  ++expression.first_token;
  expression.span.begin = reading_.document().tokens[expression.first_token].span.begin;
}

bool TimeFilter::is_in_name(const TimeExpression& expression) const {
  const std::uint32_t first = entity_[expression.first_token];
  const std::uint32_t last = entity_[expression.end_token - 1];
  if (first == kNone || first != last) return false;
  const Entity& entity = reading_.document().entities[first];
  const bool is_whole = entity.first_token >= expression.first_token &&
                        entity.end_token <= expression.end_token;
  const TimeFields& fields = expression.finest().fields;
  if (is_whole) {
    // Holidays are events; a month or weekday can be a person ("April").
    return entity.type == EntityType::kPerson && expression.finest().rule->is_bare;
  }
  // "the 1998 World Cup" has its year; "Black Friday sale" its day.
  const bool begins = expression.first_token <= entity.first_token;
  return !(entity.type == EntityType::kEvent && begins &&
           (fields.has(Field::kYear) || fields.has(Field::kHoliday)));
}

// "on This Week", "USA Today": capitals where a sentence has none.
bool TimeFilter::is_in_title(const TimeExpression& expression) const {
  const TimeKind kind = expression.finest().rule->kind;
  const Sentence& sentence = reading_.sentence_of(expression.first_token);
  if (expression.count == 1 && expression.finest().fields.has(Field::kSeason)) {
    // "the Spring Offensive"
    const std::uint32_t next = expression.end_token;
    return next < sentence.end_token && !sentence.in_headline &&
           reading_.shape(next - 1) == Shape::kTitle && reading_.shape(next) == Shape::kTitle;
  }
  if ((kind != TimeKind::kUnit && kind != TimeKind::kDay) || expression.count > 1 ||
      sentence.in_headline || expression.first_token == sentence.first_token) {
    return false;
  }
  if (reading_.shape(expression.end_token - 1) != Shape::kTitle) return false;
  // One word must have a capital beside it; at the begin of a quotation it may have one by itself.
  return expression.end_token - expression.first_token > 1 ||
         (reading_.is_capitalized(expression.first_token - 1) &&
          expression.first_token - 1 > sentence.first_token);
}

bool TimeFilter::is_year(std::uint32_t token) const {
  const std::uint32_t size = reading_.size();
  const std::uint32_t sentence = reading_.sentence(token);
  const auto here = [&](std::uint32_t t) { return t < size && reading_.sentence(t) == sentence; };
  const bool opens = token == 0 || !here(token - 1);
  const std::string_view before = opens ? std::string_view() : reading_.plain(token - 1);
  // A model: "GTX 1660", "AC1700".
  if (!opens && reading_.shape(token - 1) == Shape::kUpper) return false;
  if (grammar_.is(BesideWord::kYearSure, before)) return true;
  if (grammar_.is(BesideWord::kCountBefore, before)) return false;
  // A count: "1,900 people", "2000 troops".
  if (here(token + 1)) {
    const std::string_view word = reading_.word(token + 1), next = reading_.plain(token + 1);
    if (grammar_.is(BesideWord::kCountBehind, next)) return false;
    const bool is_count = reading_.upos(token + 1) == Upos::kNoun && next.size() > 3 &&
                          next.ends_with('s') && !next.ends_with("ss") &&
                          word[0] >= 'a' && word[0] <= 'z' &&
                          reading_.deprel(token) == Deprel::kNummod;
    if (is_count) return false;
  }
  return true;
}

bool TimeFilter::is_right_word(const TimeExpression& expression) const {
  const std::uint32_t token = expression.end_token - 1;
  const Upos upos = reading_.upos(token);
  const bool is_noun = upos == Upos::kNoun || upos == Upos::kPropn;
  const TimeFields& fields = expression.finest().fields;
  const std::string_view word = reading_.plain(token);
  const std::uint32_t first = reading_.sentence_of(token).first_token;
  switch (expression.kind()) {
    case TimeKind::kCalendar:
      if (fields.has(Field::kYear)) {
        const Span word = reading_.document().tokens[token].span;
        const std::uint32_t begin = expression.span.begin;
        if (word.begin < begin && is_letter(reading_.text()[begin - 1])) return false;
        return fields[Field::kYear] >= 1500 && fields[Field::kYear] < 2100 && is_year(token);
      }
      if (fields.has(Field::kSeason)) {
        if (!is_noun) return false;
        const bool is_open = word == "spring" || word == "fall";
        return !is_open || expression.end_token - expression.first_token > 1;
      }
      // "3:05" may be a score or a run's time.
      if (fields.has(Field::kHour)) return expression.span.size() == 5;
      // "Sun" and "Sat" are days only beside a date.
      if (fields.has(Field::kWeekday) && !word.ends_with("day")) return false;
      return is_noun || upos == Upos::kNum || upos == Upos::kX;
    case TimeKind::kRef:
      if (word == "now" && expression.first_token == first &&
          token + 1 < reading_.size() && reading_.plain(token + 1) == ",") {
        return false;
      }
      return upos == Upos::kAdv || upos == Upos::kAdj;
    case TimeKind::kSet: return upos == Upos::kAdv || upos == Upos::kAdj;
    case TimeKind::kDuration: return is_noun;
    default: return true;
  }
}

}  // namespace tacitus
