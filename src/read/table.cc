// Lines of a table.
#include "read/table.h"

#include <algorithm>

namespace tacitus {
namespace {

std::vector<std::string_view> split(std::string_view text, char mark) {
  std::vector<std::string_view> parts;
  parts.reserve(1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), mark)));
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

}  // namespace

std::vector<TableLine> read_table(std::string_view text) {
  std::vector<TableLine> lines;
  std::uint32_t number = 0;
  const std::vector<std::string_view> all = split(text, '\n');
  lines.reserve(all.size());
  for (std::string_view line : all) {
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line[0] == '#') continue;
    lines.push_back({number, split(line, '\t')});
  }
  return lines;
}

std::vector<std::string_view> split_cell(std::string_view cell) {
  if (cell == "-" || cell.empty()) return {};
  return split(cell, '|');
}

}  // namespace tacitus
