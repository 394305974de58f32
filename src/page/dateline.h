// What a wire story begins with: the place, the day and the agency.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

// "MOSCOW, March 6 (Reuters)" of a paragraph where it stands before a dash, "MOSCOW, March 6.
// /TASS/" where an agency ends it between slashes, "Moscow" where it is all that stands before a long
// dash and no second one follows; empty for any other paragraph.
std::string_view dateline_of(std::string_view paragraph);

// Where the stories behind the datelines of a text begin: bytes, ascending. Datelines are looked for in
// the first paragraphs from `body_start` on.
std::vector<std::uint32_t> dateline_ends(std::string_view text, std::uint32_t body_start);

// Who is credited in a dateline, in brackets or between slashes; empty if nobody is.
std::string dateline_credit(std::string_view dateline);

// The agency that a story's last paragraph ends with, behind its last sentence: "... he said. - AP",
// "... (Reuters)", "... /TASS/"; empty if none is there.
std::string_view closing_credit(std::string_view paragraph);

// The agency of a line that is a credit and nothing else: "Source: AFP", "Agency: EFE"; empty for
// any other line, and for a name alone, which may be a picture's.
std::string_view credit_line(std::string_view line);

}  // namespace tacitus
