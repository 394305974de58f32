// Statements first, by number alone; what the rows show is read for those that are shown.
#include "store/find.h"
#include "store/statements.h"

namespace tacitus {

std::vector<Column> statement_columns() {
  std::vector<Column> columns{{"date", Part::kHead}, {"speaker", Part::kHead}, {"role", Part::kHead},
                              {"country", Part::kHidden}, {"kind", Part::kHidden},
                              {"polarity", Part::kHead}, {"certainty", Part::kHidden},
                              {"content", Part::kBody}};
  for (Column& column : Passages::columns()) columns.push_back(std::move(column));
  return columns;
}

StatementRows::StatementRows(Database& archive)
    : passages_(archive),
      row_(archive, "SELECT s.day, coalesce(p.name, a.name), a.role, coalesce(a.country, p.country), s.kind, "
                    "s.polarity, s.certainty, s.content, s.article, s.sentence FROM statements s "
                    "LEFT JOIN article_actors a ON a.article = s.article AND a.number = s.own_actor "
                    "LEFT JOIN actors p ON p.actor = s.speaker WHERE s.statement = ?") {}

bool StatementRows::append(std::int64_t statement, std::vector<Cell>& row) {
  if (!row_.start().number(statement).step()) return false;
  for (int i = 0; i < 7; ++i) row.push_back(cell_at(row_, i));
  const std::int64_t article = row_.number_at(8), sentence = row_.number_at(9);
  row.push_back(cell(passages_.text_of_spans(article, row_.text_at(7))));
  row_.start();
  passages_.append(article, sentence, row);
  return true;
}

Result<std::vector<std::int64_t>> find_statements(Database& archive, const Question& question) {
  if (question.by_meaning) return nearest_statements(archive, question);
  std::string match;
  if (!question.words.empty()) {
    Result<std::string> made = match_of(question.words);
    if (!made) return made.error();
    match = std::move(made).value();
  }
  std::string speakers;
  if (!question.name.empty()) {
    const Result<std::vector<std::int64_t>> found = find_actors(archive, question.name);
    if (!found) return found.error();
    speakers = " AND s.statement IN (SELECT statement FROM speakers WHERE actor IN " +
               id_list(found.value()) + ")";
  }
  // By the index that holds all that is looked at: the rows themselves lie far apart.
  std::string sql = match.empty() && speakers.empty() ? "SELECT s.statement FROM statements s WHERE 1"
                    : match.empty() ? "SELECT s.statement FROM statements s INDEXED BY statement_days WHERE 1"
                                    : "SELECT s.statement FROM statement_words w "
                                      "CROSS JOIN statements s INDEXED BY statement_days ON s.statement = w.rowid "
                                      "WHERE statement_words MATCH ?";
  sql += speakers + day_bounds(question, "s.day");
  if (!question.copies) sql += " AND s.article NOT IN (SELECT article FROM articles WHERE original IS NOT NULL)";
  sql += " ORDER BY s.day DESC, s.statement DESC LIMIT ?";
  Query query(archive, sql);
  query.start();
  if (!match.empty()) query.text(match);
  bind_days(question, query);
  std::vector<std::int64_t> statements;
  for (query.number(row_limit(question)); query.step();) statements.push_back(query.number_at(0));
  if (!archive.works()) return archive.trouble();
  return statements;
}

Result<Answer> ask_said(Database& archive, const Question& question) {
  const Result<std::vector<std::int64_t>> found = find_statements(archive, question);
  if (!found) return found.error();
  Answer answer{statement_columns(), {}};
  StatementRows rows(archive);
  for (const std::int64_t statement : found.value()) {
    std::vector<Cell> row;
    if (rows.append(statement, row)) answer.rows.push_back(std::move(row));
  }
  if (!archive.works()) return archive.trouble();
  return answer;
}

}  // namespace tacitus
