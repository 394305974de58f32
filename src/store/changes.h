// Changes of side, found as articles come: of each clear position, whether its holder stood on the
// other side of the same issue before or did after.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "read/record.h"
#include "store/database.h"

namespace tacitus {

// A part of the writer: trouble is the database's.
class Changes {
 public:
  explicit Changes(Database& database);

  struct Place {
    std::int64_t position = 0, holder = 0, phrase = 0, story = 0;
    std::optional<std::string> day;
  };
  // Looks at a position of a record that was just entered.
  void add(const Record& record, const Position& position, const Place& place);

 private:
  // A clear position, as the archive has it.
  struct Clear {
    std::int64_t position = 0, story = 0;
    std::string text, day, sentence, signs, vector;
    bool is_for = false;
    std::int64_t actor = 0;  // that is the issue; 0: none is
  };
  std::optional<double> sameness(const Clear& a, const Clear& b) const;
  std::optional<Clear> load(std::int64_t position);

  Query keep_, having_, row_, phrase_, article_, change_;
};

}  // namespace tacitus
