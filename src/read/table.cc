// Lines of a table.
#include "read/table.h"

#include <algorithm>

namespace tacitus {
namespace {

void split(std::string_view text, char mark, std::vector<std::string_view>& parts) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
}

}  // namespace

bool TableReader::next(TableLine& line) {
  while (!rest_.empty()) {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    std::string_view text = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++number_;
    if (text.ends_with('\r')) text.remove_suffix(1);
    if (text.empty() || text[0] == '#') continue;
    line.number = number_;
    line.cells.clear();
    split(text, '\t', line.cells);
    return true;
  }
  return false;
}

std::vector<TableLine> read_table(std::string_view text) {
  std::vector<TableLine> lines;
  TableLine line;
  for (TableReader reader(text); reader.next(line);) lines.push_back(line);
  return lines;
}

std::vector<std::string_view> split_cell(std::string_view cell) {
  std::vector<std::string_view> entries;
  if (cell == "-" || cell.empty()) return entries;
  entries.reserve(1 + static_cast<std::size_t>(std::count(cell.begin(), cell.end(), '|')));
  split(cell, '|', entries);
  return entries;
}

}  // namespace tacitus
