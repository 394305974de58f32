#include "store/stands.h"

#include <algorithm>

#include "store/words.h"

namespace tacitus {
namespace {

// The code of a country that is asked for by code or by name. Error: kNotFound.
Result<std::string> country_code(Database& archive, const std::string& asked) {
  const bool is_code = asked.size() == 3 && std::all_of(asked.begin(), asked.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (is_code) return asked;
  Query country(archive, "SELECT country FROM actors WHERE kind = 'country' AND key = ? AND country IS NOT NULL "
                         "ORDER BY articles DESC LIMIT 1");
  if (country.start().text(fold_name(asked)).step()) return std::string(country.text_at(0));
  if (!archive.works()) return archive.trouble();
  return Error{ErrorCode::kNotFound, archive.path() + ": knows no country named " + asked};
}

std::string capitals(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

}  // namespace

Result<HolderConditions> holder_conditions(Database& archive, const Question& question) {
  HolderConditions out;
  if (!question.name.empty()) {
    const Result<std::vector<std::int64_t>> found = find_actors(archive, question.name);
    if (!found) return found.error();
    out.sql += " AND p.holder IN " + id_list(found.value());
  }
  if (!question.country.empty()) {
    Result<std::string> code = country_code(archive, question.country);
    if (!code) return code.error();
    out.sql += " AND (SELECT country FROM actors WHERE actor = p.holder) = ?";
    out.values.push_back(std::move(code).value());
  }
  if (!question.sector.empty()) {
    out.sql += " AND (SELECT instr(',' || sectors || ',', ?) FROM actors WHERE actor = p.holder) > 0";
    out.values.push_back(',' + capitals(question.sector) + ',');
  }
  return out;
}

Result<std::vector<Stand>> find_stands(Database& archive, const Question& question) {
  const Result<HolderConditions> holders = holder_conditions(archive, question);
  if (!holders) return holders.error();
  std::vector<Stand> stands;
  const std::string columns = "SELECT p.position, p.holder, p.issue, p.article, p.sentence, "
                              "a.original, p.stance, p.text, p.day FROM positions p "
                              "CROSS JOIN articles a ON a.article = p.article WHERE ";
  const std::string conditions = holders.value().sql + day_bounds(question, "p.day") +
                                 (question.copies ? "" : " AND a.original IS NULL");
  const auto take = [&](Query& row, Found found) {
    for (const std::string& value : holders.value().values) row.text(value);
    for (bind_days(question, row); row.step();) {
      const std::int64_t article = row.number_at(3);
      stands.push_back({row.number_at(0), row.number_at(1), row.number_at(2), article, row.number_at(4),
                        row.is_null(5) ? article : row.number_at(5), std::string(row.text_at(6)),
                        std::string(row.text_at(7)), std::string(row.text_at(8)), found});
    }
  };
  if (question.words.empty()) {
    Query all(archive, columns + "1" + conditions);
    take(all.start(), Found::kWords);
  } else {
    const Result<FoundIssues> found = find_issues(archive, question);
    if (!found) return found.error();
    Query of_issue(archive, columns + "p.issue = ?" + conditions);
    for (const auto& [issue, how] : found.value().issues) take(of_issue.start().number(issue), how);
    Query one(archive, columns + "p.position = ?" + conditions);
    for (const std::int64_t position : found.value().positions) take(one.start().number(position), Found::kContext);
  }
  if (!archive.works()) return archive.trouble();
  std::sort(stands.begin(), stands.end(), [](const Stand& a, const Stand& b) {
    if (a.holder != b.holder) return a.holder < b.holder;
    if (a.issue != b.issue) return a.issue < b.issue;
    return a.day != b.day ? a.day < b.day : a.position < b.position;
  });
  return stands;
}

}  // namespace tacitus
