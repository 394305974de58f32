// When and where the events of an article happened, by the clauses that tell them.
#pragma once

#include "read/place_bound.h"
#include "read/reading.h"
#include "read/record.h"
#include "read/times/times.h"

namespace tacitus {

// Fills `date` of the record's events where the clause of the trigger has a time that is a date.
void date_events(const Reading& reading, const Times& times, Record& record);

// Fills `place` of the record's events where the clause of the trigger names one.
void place_events(const Reading& reading, const BoundPlaces& places, Record& record);

}  // namespace tacitus
