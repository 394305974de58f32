// Lines of a table: cells parted by tabs, comments after #.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace tacitus {

struct TableLine {
  std::uint32_t number = 0;  // in the file, from 1
  std::vector<std::string_view> cells;
};

// Goes through the lines of a table but comments and empty ones.
class TableReader {
 public:
  explicit TableReader(std::string_view text) : rest_(text) {}

  // Puts the next line in the place of `line`, whose cells point into the text; false behind the last.
  bool next(TableLine& line);

 private:
  std::string_view rest_;
  std::uint32_t number_ = 0;
};

// All of them. What comes back points into `text`.
std::vector<TableLine> read_table(std::string_view text);

// A table and what takes its lines: the method tells what is wrong with one, nothing if it is right.
template <class Tables>
struct TableFile {
  const char* name;
  std::string_view text;
  std::optional<std::string> (Tables::*add)(const TableLine&);
};

// Hands the lines of all tables to `tables`. Error: kBadInput for the first that is wrong, with
// `folder`, name and line.
template <class Tables>
std::optional<Error> read_tables(const char* folder, std::initializer_list<TableFile<Tables>> files,
                                 Tables& tables) {
  TableLine line;
  for (const TableFile<Tables>& file : files) {
    for (TableReader lines(file.text); lines.next(line);) {
      if (const std::optional<std::string> trouble = (tables.*file.add)(line)) {
        return Error{ErrorCode::kBadInput, std::string(folder) + file.name + ":" +
                                               std::to_string(line.number) + ": " + *trouble};
      }
    }
  }
  return std::nullopt;
}

// The entries of a cell, which are parted by |; none where it is "-".
std::vector<std::string_view> split_cell(std::string_view cell);

}  // namespace tacitus
