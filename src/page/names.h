// Bylines as names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tacitus {

// The names in what a page gives as its author: "By Ann Lee and Tom Ray, Example Times" gives
// "Ann Lee" and "Tom Ray". Where no part looks like a person's name it is the whole, without
// "By". Empty for addresses and for what is too long to be a name.
std::vector<std::string> read_authors(std::string_view text);

// The names after "By" in a line that is a byline and nothing else; empty for any other line.
std::vector<std::string> read_byline(std::string_view line);

// "A, B, C"; none for no names. Each is named once.
std::optional<std::string> join_names(const std::vector<std::string>& names);

}  // namespace tacitus
