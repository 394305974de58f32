// What a wire story begins with: the place, the day and the agency.
#pragma once

#include <string>
#include <string_view>

namespace tacitus {

// "MOSCOW, March 6 (Reuters)" of a paragraph where it stands before a dash, "MOSCOW, March 6.
// /TASS/" where an agency ends it between slashes; empty for any other paragraph.
std::string_view dateline_of(std::string_view paragraph);

// Who is credited in a dateline, in brackets or between slashes; empty if nobody is.
std::string dateline_credit(std::string_view dateline);

}  // namespace tacitus
