// Statements of the archive as rows of an answer.
#pragma once

#include "store/find.h"

namespace tacitus {

// The numbers of the statements that a question asks for, newest first. Fields and errors as of
// ask_said.
Result<std::vector<std::int64_t>> find_statements(Database& archive, const Question& question);

// The same by what the question's words mean, the nearest first. Errors: kBadInput where that is not
// known, or where the archive's vectors are of another model.
Result<std::vector<std::int64_t>> nearest_statements(Database& archive, const Question& question);

std::vector<Column> statement_columns();

class StatementRows {
 public:
  explicit StatementRows(Database& archive);
  // Appends the cells of statement_columns(). False where there is no such statement.
  bool append(std::int64_t statement, std::vector<Cell>& row);

 private:
  Passages passages_;
  Query row_;
};

}  // namespace tacitus
