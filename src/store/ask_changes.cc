// Who went over to the other side of an issue (changes.h).
#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "store/stands.h"

namespace tacitus {

Result<Answer> ask_changes(Database& archive, const Question& question) {
  const Result<HolderConditions> holders = holder_conditions(archive, question);
  if (!holders) return holders.error();
  std::optional<FoundIssues> asked;
  if (!question.words.empty()) {
    Result<FoundIssues> found = find_issues(archive, question);
    if (!found) return found.error();
    asked = std::move(found).value();
  }
  Answer answer{{{"date", Part::kHead}, {"actor", Part::kHead}, {"role", Part::kHead}, {"country", Part::kHidden},
                 {"change", Part::kHead}, {"issue", Part::kHead}, {"stance", Part::kHidden},
                 {"before_stance", Part::kHidden}, {"sureness", Part::kHidden}, {"before_date", Part::kBody},
                 {"before_sentence", Part::kBody}, {"before_issue", Part::kHidden}, {"before_title", Part::kHidden},
                 {"before_url", Part::kHidden}, {"before_article", Part::kHidden}, {"before_start", Part::kHidden},
                 {"before_end", Part::kHidden}, {"issue_id", Part::kHidden}, {"actor_id", Part::kHidden}}, {}};
  for (Column& column : Passages::columns()) answer.columns.push_back(std::move(column));
  Passages passages(archive);
  Query changes(archive, "SELECT c.after, c.before, c.sureness, p.issue, p.holder, p.day, a.name, o.role, a.country, "
                         "p.stance, p.text, p.article, p.sentence, b.stance, b.text, b.day, b.article, b.sentence "
                         "FROM changes c CROSS JOIN positions p ON p.position = c.after "
                         "CROSS JOIN positions b ON b.position = c.before CROSS JOIN actors a ON a.actor = p.holder "
                         "LEFT JOIN article_actors o ON o.article = p.article AND o.number = p.own_actor "
                         "WHERE 1" + holders.value().sql + day_bounds(question, "c.day") +
                         " ORDER BY c.day DESC, c.after DESC, b.day DESC, c.before DESC");
  changes.start();
  for (const std::string& value : holders.value().values) changes.text(value);
  bind_days(question, changes);
  std::set<std::int64_t> told;  // each position is in one change: the nearest in time
  while (changes.step()) {
    const std::int64_t after = changes.number_at(0), before = changes.number_at(1);
    if (asked && !asked->issues.contains(changes.number_at(3)) &&
        std::find(asked->positions.begin(), asked->positions.end(), after) == asked->positions.end()) {
      continue;
    }
    if (told.contains(after) || told.contains(before)) continue;
    told.insert({after, before});
    std::vector<Cell> row, old;
    for (const int i : {5, 6, 7, 8}) row.push_back(cell_at(changes, i));
    row.push_back(std::string(changes.text_at(13)) + " > " + std::string(changes.text_at(9)));
    row.push_back(cell_at(changes, 10));
    row.push_back(cell_at(changes, 9));
    row.push_back(cell_at(changes, 13));
    row.push_back(std::round(changes.real_at(2) * 1000) / 1000);
    row.push_back(cell_at(changes, 15));
    passages.append(changes.number_at(16), changes.number_at(17), old);
    row.push_back(old[0]);
    row.push_back(cell_at(changes, 14));
    for (const std::size_t i : {1, 4, 5, 6, 7}) row.push_back(old[i]);
    row.push_back(changes.number_at(3));
    row.push_back(changes.number_at(4));
    passages.append(changes.number_at(11), changes.number_at(12), row);
    answer.rows.push_back(std::move(row));
    if (question.limit > 0 && answer.rows.size() >= question.limit) break;
  }
  if (!archive.works()) return archive.trouble();
  return answer;
}

}  // namespace tacitus
