// Lines of a table: cells parted by tabs, comments after #.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace tacitus {

struct TableLine {
  std::uint32_t number = 0;  // in the file, from 1
  std::vector<std::string_view> cells;
};

// The lines of a table but comments and empty ones. What comes back points into `text`.
std::vector<TableLine> read_table(std::string_view text);

// The entries of a cell, which are parted by |; none where it is "-".
std::vector<std::string_view> split_cell(std::string_view cell);

}  // namespace tacitus
