// Gives events their day and place by the clauses that tell them.
#include "read/events/bound.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace tacitus {
namespace {

// Whether an event happened where and when the dateline says, as far as its sentence tells: the one
// that the dateline opens. Further down an article tells of other days and places.
bool is_at_dateline(const Record& record, const Event& event, Span dateline) {
  const bool happened =
      event.status == EventStatus::kActual || event.status == EventStatus::kOngoing;
  return happened && !event.statement && event.sentence < record.sentences.size() &&
         (record.sentences[event.sentence].contains(dateline) ||
          (event.sentence > 0 && record.sentences[event.sentence - 1].contains(dateline)));
}

// What is said, and so has happened when it is told of, whatever day it speaks of.
bool is_said(std::string_view root) {
  return root == "AGREE" || root == "SUPPORT" || root == "REQUEST" || root == "ACCUSE" || root == "REJECT" ||
         root == "THREATEN";
}

// What an article tells with a day behind that of its publication has not happened; if it was said, the day
// is of something else.
void hold_against_publication(std::string_view published, Event& event) {
  constexpr std::size_t kDay = 10;  // "2025-03-12"
  if (!event.date || event.date->size() != kDay || published.size() < kDay) return;
  const bool happened = event.status == EventStatus::kActual || event.status == EventStatus::kOngoing;
  if (!happened || *event.date <= published.substr(0, kDay)) return;
  if (is_said(event.root)) event.date.reset();
  else event.status = EventStatus::kPlanned;
}

}  // namespace

std::string_view date_of(std::string_view value) {
  value = value.substr(0, value.find('T'));
  const auto digits = [&](std::size_t at, std::size_t count) {
    return value.size() >= at + count &&
           std::all_of(value.begin() + static_cast<std::ptrdiff_t>(at),
                       value.begin() + static_cast<std::ptrdiff_t>(at + count),
                       [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(0, 4)) return {};
  if (value.size() == 4) return value;
  const bool is_month = value.size() == 7 && value[4] == '-' && digits(5, 2);
  const bool is_day = value.size() == 10 && value[4] == '-' && digits(5, 2) && value[7] == '-' &&
                      digits(8, 2);
  const bool is_week = value.size() == 8 && value.substr(4, 2) == "-W" && digits(6, 2);
  return is_month || is_day || is_week ? value : std::string_view{};
}

void date_events(const Reading& reading, const Times& times, Record& record) {
  for (Event& event : record.events) {
    auto time = times.of_verb(reading.token_at(event.trigger.begin));
    const auto dateline = times.of_dateline();
    if (!time && dateline && is_at_dateline(record, event, record.times[*dateline].span)) {
      time = dateline;
    }
    if (!time || !record.times[*time].value) continue;
    const std::string_view date = date_of(*record.times[*time].value);
    if (!date.empty()) event.date = date;
    hold_against_publication(reading.published(), event);
  }
}

void tell_once(Record& record) {
  std::unordered_set<std::string> told;  // acts; with the day behind them, and without ("?")
  std::erase_if(record.events, [&](const Event& event) {
    if (event.pair) return false;
    std::string key = event.root.empty() ? event.cameo : event.root;
    for (const auto* side : {&event.actors, &event.recipients}) {
      std::vector<std::uint32_t> who = *side;
      std::sort(who.begin(), who.end());
      key += '>';
      for (const std::uint32_t a : who) key += std::to_string(a) + ' ';
    }
    const std::string day = key + '@' + event.date.value_or("?");
    const bool is_told = event.date ? told.contains(day) || told.contains(key + "@?")
                                    : told.contains(key);
    if (is_told) return true;
    told.insert(day);
    told.insert(std::move(key));
    return false;
  });
}

void place_events(const Reading& reading, const BoundPlaces& places, Record& record) {
  for (Event& event : record.events) {
    event.place = places.of_clause(reading.token_at(event.trigger.begin));
    const auto dateline = places.dateline();
    if (!event.place && dateline &&
        is_at_dateline(record, event, record.places[*dateline].span)) {
      event.place = dateline;
    }
  }
}

}  // namespace tacitus
