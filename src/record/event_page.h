// The events of a record for people, with the reasons for their codes.
#pragma once

#include <string>

#include "read/record.h"
#include "record/lines.h"

namespace tacitus {

// Appends a paragraph for each event that has a reason: root, mode, code and status, who did it to
// whom, the word that tells it, the rule and the next best. Appends nothing where there is none.
void append_events(const Record& record, const Layout& layout, std::string& out);

// How a status is written: "actual".
std::string_view name_of(EventStatus status);

}  // namespace tacitus
