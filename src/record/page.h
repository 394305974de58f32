// The record as a page for people: headline, date, then who said what and how.
#pragma once

#include <string>

#include "read/record.h"
#include "record/lines.h"

namespace tacitus {

// Appends the record as a page of lines. Direct speech stands in quotation marks, whatever marks
// the article has; what is reported in other words stands without. A statement that another one
// holds is set in under it. Text of the article is made printable.
void append_page(const Record& record, const Layout& layout, std::string& out);

}  // namespace tacitus
