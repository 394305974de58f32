// When and where the events of an article happened, by the clauses that tell them.
#pragma once

#include <string_view>

#include "read/places/bound.h"
#include "read/reading.h"
#include "read/record.h"
#include "read/times/times.h"

namespace tacitus {

// The date in a TIMEX3 value, in ISO 8601: year, month, week or day; empty where it has none. Points
// into `value`.
std::string_view date_of(std::string_view value);

// Fills `date` of the record's events where the clause of the trigger has a time that is a date;
// what the sentence behind the dateline tells to have happened has else the dateline's. What has a day behind
// that of the publication is planned.
void date_events(const Reading& reading, const Times& times, Record& record);

// Makes one event of those of the same people, the same act and the same day, which an article tells
// as often as it comes back to them: the first is kept. One without a day is of the day of any that
// stands before it. Given pairs keep theirs. Called when the events have their dates. Takes time
// linear in the events.
void tell_once(Record& record);

// Fills `place` of the record's events where the clause of the trigger names one; what the sentence
// behind the dateline tells to have happened has else the dateline's. `record` has its places.
void place_events(const Reading& reading, const BoundPlaces& places, Record& record);

}  // namespace tacitus
