// What a question to the archive is answered with: rows under named columns, to be written as a
// page for people, as JSON Lines or as CSV.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "record/lines.h"

namespace tacitus {

// Where a column stands on the page for people.
enum class Part {
  kHead,    // in the row's first line
  kBody,    // in a paragraph of its own below it
  kSource,  // in the last line, with the article
  kHidden,  // for programs only
};

struct Column {
  std::string name;
  Part part = Part::kHidden;
  std::string unit = {};  // of a number, for people: "report"
};

using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Answer {
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;  // as many cells as there are columns
};

// A paragraph or two for each row.
std::string answer_page(const Answer& answer, const Layout& layout);
// An object a line; what is not known is left out.
std::string answer_json(const Answer& answer);
// RFC 4180, with a line of names and line feeds; what is not known is empty. `border` other than a
// comma gives fields without quotation marks, in which borders and line ends become spaces.
std::string answer_csv(const Answer& answer, char border = ',', bool names = true);

}  // namespace tacitus
