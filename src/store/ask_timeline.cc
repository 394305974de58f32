// What happened and was said, in the order of its days.
#include <algorithm>

#include "store/daily_events.h"
#include "store/statements.h"

namespace tacitus {
namespace {

// Daily events of somebody, or in articles that hold the words; the most reported first.
Result<std::vector<std::int64_t>> find_events(Database& archive, const Question& question) {
  std::string sql = "SELECT d.daily_event FROM daily_events d WHERE d.day IS NOT NULL";
  std::string match;
  if (!question.words.empty()) {
    Result<std::string> made = match_of(question.words);
    if (!made) return made.error();
    match = std::move(made).value();
    sql += " AND d.event IN (SELECT e.event FROM article_words w "
           "CROSS JOIN events e ON e.article = w.rowid WHERE article_words MATCH ?)";
  }
  if (!question.name.empty()) {
    const Result<std::vector<std::int64_t>> found = find_actors(archive, question.name);
    if (!found) return found.error();
    const std::string ids = id_list(found.value());
    sql += " AND d.daily_event IN (SELECT daily_event FROM reports WHERE actor IN " + ids +
           " UNION SELECT daily_event FROM reports WHERE recipient IN " + ids + ")";
  }
  sql += day_bounds(question, "d.day") + " ORDER BY d.originals DESC, d.daily_event DESC LIMIT ?";
  Query query(archive, sql);
  query.start();
  if (!match.empty()) query.text(match);
  bind_days(question, query);
  std::vector<std::int64_t> events;
  for (query.number(row_limit(question)); query.step();) events.push_back(query.number_at(0));
  if (!archive.works()) return archive.trouble();
  return events;
}

}  // namespace

Result<Answer> ask_timeline(Database& archive, const Question& question) {
  const Result<std::vector<std::int64_t>> events = find_events(archive, question);
  if (!events) return events.error();
  const Result<std::vector<std::int64_t>> statements = find_statements(archive, question);
  if (!statements) return statements.error();

  Answer answer{{{"date", Part::kHead}, {"what", Part::kHead}, {"who", Part::kHead},
                 {"root", Part::kHead}, {"to", Part::kHead}, {"reports", Part::kHidden},
                 {"content", Part::kHidden}}, {}};
  for (Column& column : Passages::columns()) answer.columns.push_back(std::move(column));
  EventRows event_rows(archive);
  StatementRows statement_rows(archive);
  const std::size_t event_head = event_columns().size() - Passages::columns().size();
  const std::size_t said_head = statement_columns().size() - Passages::columns().size();
  for (const std::int64_t event : events.value()) {
    std::vector<Cell> cells;
    if (!event_rows.append(event, cells)) continue;
    std::vector<Cell> row{cells[0], std::string("event"), cells[1], cells[2], cells[3], cells[12], {}};
    row.insert(row.end(), cells.begin() + static_cast<std::ptrdiff_t>(event_head), cells.end());
    answer.rows.push_back(std::move(row));
  }
  for (const std::int64_t statement : statements.value()) {
    std::vector<Cell> cells;
    if (!statement_rows.append(statement, cells)) continue;
    std::vector<Cell> row{cells[0], std::string("said"), cells[1], {}, {}, {}, cells[7]};
    row.insert(row.end(), cells.begin() + static_cast<std::ptrdiff_t>(said_head), cells.end());
    answer.rows.push_back(std::move(row));
  }
  std::stable_sort(answer.rows.begin(), answer.rows.end(),
                   [](const auto& a, const auto& b) { return a[0] < b[0]; });
  if (!archive.works()) return archive.trouble();
  return answer;
}

}  // namespace tacitus
