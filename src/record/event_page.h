// The events of a record for people; with the reasons for their codes where they were asked for.
#pragma once

#include <string>

#include "read/record.h"
#include "record/lines.h"

namespace tacitus {

// Appends a paragraph for each event: root, mode, code, status, date and place, who did it to whom,
// the word that tells it, and, where it has a reason, the rule and the next best.
void append_events(const Record& record, const Layout& layout, std::string& out);

// How a status is written: "actual".
std::string_view name_of(EventStatus status);

}  // namespace tacitus
