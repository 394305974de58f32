// What the stories are: one row each.
#include "store/find.h"

namespace tacitus {

Result<Answer> ask_stories(Database& archive, const Question& question) {
  std::string sql = "SELECT s.story, s.first_day, s.last_day, s.articles, s.originals, s.lead, "
                    "(SELECT group_concat(article, ',') FROM (SELECT article FROM articles "
                    "WHERE story = s.story ORDER BY article LIMIT 1000)) "
                    "FROM stories s WHERE s.articles > 1";
  std::string match;
  if (!question.words.empty()) {
    Result<std::string> made = match_of(question.words);
    if (!made) return made.error();
    match = std::move(made).value();
    sql += " AND s.story IN (SELECT a.story FROM article_words w "
           "CROSS JOIN articles a ON a.article = w.rowid WHERE article_words MATCH ?)";
  }
  if (!question.since.empty()) sql += " AND s.last_day >= ?";
  if (!question.until.empty()) sql += " AND s.first_day <= ?";
  sql += " ORDER BY s.last_day DESC, s.articles DESC, s.story DESC LIMIT ?";
  Query query(archive, sql);
  query.start();
  if (!match.empty()) query.text(match);
  bind_days(question, query);
  query.number(row_limit(question));

  Answer answer{{{"since", Part::kHead}, {"until", Part::kHead}, {"articles", Part::kHead},
                 {"originals", Part::kHidden}, {"story", Part::kHidden}, {"members", Part::kHidden}}, {}};
  for (Column& column : Passages::columns()) {
    if (column.name == "title") column.part = Part::kHead;
    answer.columns.push_back(std::move(column));
  }
  Passages passages(archive);
  // The sentence that a story is shown by: the first of its first article's body that is longer than
  // a dateline.
  Query first(archive, "SELECT number FROM sentences s JOIN articles a USING(article) "
                       "WHERE s.article = ? AND s.start >= a.body_start "
                       "ORDER BY s.\"end\" - s.start < 40, number LIMIT 1");
  while (query.step()) {
    std::vector<Cell> row;
    for (const int i : {1, 2, 3, 4, 0, 6}) row.push_back(cell_at(query, i));
    const std::int64_t lead = query.number_at(5);
    const std::int64_t sentence = first.start().number(lead).step() ? first.number_at(0) : 0;
    passages.append(lead, sentence, row);
    answer.rows.push_back(std::move(row));
  }
  if (!archive.works()) return archive.trouble();
  return answer;
}

}  // namespace tacitus
