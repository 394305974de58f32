// The tables of knowledge/page, which are compiled in.
#pragma once

#include <string_view>
#include <vector>

namespace tacitus {

// The tables as they stand in the files; made at build time.
extern const char* const k_encodings_txt;
extern const char* const k_hints_txt;
extern const char* const k_furniture_txt;
extern const char* const k_agencies_txt;
extern const char* const k_months_txt;
extern const char* const k_blocks_txt;

// The lines of a table without comments and empty lines; they point into it.
std::vector<std::string_view> table_lines(std::string_view table);

// The words of a line.
std::vector<std::string_view> split_words(std::string_view line);

}  // namespace tacitus
