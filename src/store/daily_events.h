// Events of the archive as rows of an answer.
#pragma once

#include "store/find.h"

namespace tacitus {

// Conditions on daily_events d, each after " AND ", for sides, roots and status of a question, with
// the values that stand for their question marks. Error: kNotFound for a name that nobody has.
struct EventConditions {
  std::string sql;
  std::vector<std::string> values;
};
Result<EventConditions> event_conditions(Database& archive, const Question& question);

std::vector<Column> event_columns();

class EventRows {
 public:
  explicit EventRows(Database& archive);
  // Appends the cells of event_columns(). False where there is no such daily event.
  bool append(std::int64_t daily_event, std::vector<Cell>& row);

 private:
  Passages passages_;
  Query row_;
};

}  // namespace tacitus
