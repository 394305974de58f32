// Who did what to whom: one row an event, or counts of them over days, weeks, months or years.
#include <algorithm>

#include "store/daily_events.h"
#include "store/words.h"

namespace tacitus {
namespace {

bool is_code(const std::string& text) {
  return text.size() >= 3 && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// One side of an event: by code, by a country's name, or by an actor's name.
Result<bool> add_side(Database& archive, const std::string& asked, const std::string& side,
                      const std::string& actor_column, EventConditions& conditions) {
  if (asked.empty()) return true;
  const Result<std::vector<std::int64_t>> actors = find_actors(archive, asked);
  if (!actors && (actors.error().code != ErrorCode::kNotFound || !is_code(asked))) {
    return actors.error();
  }
  std::string any;
  const auto add = [&](const std::string& condition) { any += (any.empty() ? "" : " OR ") + condition; };
  if (is_code(asked)) {
    add((asked.size() == 3 ? "d." + side + "_country" : "d." + side) + " = ?");
    conditions.values.push_back(asked);
  }
  if (actors) {
    const std::string ids = id_list(actors.value());
    Query country(archive, "SELECT DISTINCT country FROM actors WHERE kind = 'country' AND key = ? "
                           "AND country IS NOT NULL AND actor IN " + ids);
    bool is_country = false;
    for (country.start().text(fold_name(asked)); country.step(); is_country = true) {
      add("d." + side + "_country = ?");
      conditions.values.emplace_back(country.text_at(0));
    }
    if (!is_country) {
      add("d.daily_event IN (SELECT daily_event FROM reports WHERE " + actor_column + " IN " + ids + ")");
    }
  }
  conditions.sql += " AND (" + any + ")";
  return true;
}

// The day's period: its own name, or of a week that of its Monday.
std::string period_of(const std::string& period) {
  if (period == "year") return "substr(d.day, 1, 4)";
  if (period == "month") return "substr(d.day, 1, 7)";
  if (period == "week") return "date(d.day, 'weekday 0', '-6 days')";
  return "d.day";
}

Result<Answer> count(Database& archive, const Question& question, const EventConditions& conditions) {
  Query query(archive, "SELECT " + period_of(question.period) + " AS period, d.root, count(*), "
                       "sum(d.reports), sum(d.originals), round(avg(d.goldstein), 2), min(d.event) "
                       "FROM daily_events d WHERE d.day IS NOT NULL" + conditions.sql +
                       day_bounds(question, "d.day") + " GROUP BY period, d.root ORDER BY period, d.root");
  query.start();
  for (const std::string& value : conditions.values) query.text(value);
  bind_days(question, query);
  Answer answer{{{"period", Part::kHead}, {"root", Part::kHead}, {"events", Part::kHead},
                 {"reports", Part::kHidden}, {"originals", Part::kHidden}, {"goldstein", Part::kHidden}}, {}};
  for (Column& column : Passages::columns()) {
    column.part = Part::kHidden;  // the first report of many is for programs
    answer.columns.push_back(std::move(column));
  }
  Passages passages(archive);
  Query event(archive, "SELECT article, sentence FROM events WHERE event = ?");
  while (query.step()) {
    std::vector<Cell> row;
    for (int i = 0; i < 6; ++i) row.push_back(cell_at(query, i));
    if (!event.start().number(query.number_at(6)).step()) continue;
    passages.append(event.number_at(0), event.number_at(1), row);
    answer.rows.push_back(std::move(row));
  }
  if (!archive.works()) return archive.trouble();
  return answer;
}

}  // namespace

Result<EventConditions> event_conditions(Database& archive, const Question& question) {
  EventConditions conditions;
  for (const bool is_from : {true, false}) {
    const Result<bool> added =
        is_from ? add_side(archive, question.from, "source", "actor", conditions)
                : add_side(archive, question.to, "target", "recipient", conditions);
    if (!added) return added.error();
  }
  if (!question.root.empty()) {
    std::string marks;
    for (const std::string_view root : split(question.root, ',')) {
      marks += marks.empty() ? "upper(?)" : ", upper(?)";
      conditions.values.emplace_back(root);
    }
    conditions.sql += " AND d.root IN (" + marks + ")";
  }
  if (!question.status.empty()) {
    conditions.sql += " AND d.status = ?";
    conditions.values.push_back(question.status);
  }
  return conditions;
}

std::vector<Column> event_columns() {
  std::vector<Column> columns{{"date", Part::kHead}, {"from", Part::kHead}, {"root", Part::kHead},
                              {"to", Part::kHead}, {"mode", Part::kHidden}, {"cameo", Part::kHead},
                              {"status", Part::kHead}, {"goldstein", Part::kHidden},
                              {"from_country", Part::kHidden}, {"to_country", Part::kHidden},
                              {"from_name", Part::kHidden}, {"to_name", Part::kHidden},
                              {"reports", Part::kHidden}, {"originals", Part::kHidden},
                              {"daily_event", Part::kHidden}};
  for (Column& column : Passages::columns()) columns.push_back(std::move(column));
  return columns;
}

EventRows::EventRows(Database& archive)
    : passages_(archive),
      row_(archive, "SELECT d.day, d.source, d.root, d.target, e.mode, d.cameo, d.status, d.goldstein, "
                    "d.source_country, d.target_country, "
                    "(SELECT name FROM actors WHERE actor = r.actor), "
                    "(SELECT name FROM actors WHERE actor = r.recipient), d.reports, d.originals, "
                    "d.daily_event, e.article, e.sentence FROM daily_events d "
                    "JOIN events e ON e.event = d.event "
                    "JOIN reports r ON r.daily_event = d.daily_event AND r.event = d.event "
                    "WHERE d.daily_event = ? LIMIT 1") {}

bool EventRows::append(std::int64_t daily_event, std::vector<Cell>& row) {
  if (!row_.start().number(daily_event).step()) return false;
  for (int i = 0; i < 15; ++i) row.push_back(cell_at(row_, i));
  const std::int64_t article = row_.number_at(15), sentence = row_.number_at(16);
  row_.start();
  passages_.append(article, sentence, row);
  return true;
}

Result<Answer> ask_events(Database& archive, const Question& question) {
  const Result<EventConditions> conditions = event_conditions(archive, question);
  if (!conditions) return conditions.error();
  if (!question.period.empty()) return count(archive, question, conditions.value());
  Query query(archive, "SELECT d.daily_event FROM daily_events d WHERE 1" + conditions.value().sql +
                       day_bounds(question, "d.day") + " ORDER BY d.day DESC, d.daily_event DESC LIMIT ?");
  query.start();
  for (const std::string& value : conditions.value().values) query.text(value);
  bind_days(question, query);
  Answer answer{event_columns(), {}};
  EventRows rows(archive);
  for (query.number(row_limit(question)); query.step();) {
    std::vector<Cell> row;
    if (rows.append(query.number_at(0), row)) answer.rows.push_back(std::move(row));
  }
  if (!archive.works()) return archive.trouble();
  return answer;
}

}  // namespace tacitus
