// What was said, by what it means.
#include <algorithm>

#include "store/statements.h"
#include "store/vectors.h"

namespace tacitus {
namespace {

constexpr std::size_t kMost = 1000;       // that are ever given
constexpr std::size_t kForOne = 4;        // looked at for each that is asked for, since copies go
constexpr std::size_t kForBounds = 4000;  // looked at where a speaker or days bound what fits

}  // namespace

Result<std::vector<std::int64_t>> nearest_statements(Database& archive, const Question& question) {
  const std::vector<float> vector = question.meaning ? question.meaning() : std::vector<float>();
  if (vector.empty()) return Error{ErrorCode::kBadInput, "what the words mean is not known: " + question.words};
  std::string sql = "SELECT 1 FROM statements s WHERE s.statement = ?" + day_bounds(question, "s.day");
  if (!question.name.empty()) {
    const Result<std::vector<std::int64_t>> found = find_actors(archive, question.name);
    if (!found) return found.error();
    sql += " AND EXISTS (SELECT 1 FROM speakers p WHERE p.statement = s.statement AND p.actor IN " + id_list(found.value()) + ")";
  }
  if (!question.copies) sql += " AND (SELECT original FROM articles a WHERE a.article = s.article) IS NULL";
  const std::size_t wanted = question.limit == 0 ? kMost : std::min<std::size_t>(question.limit, kMost);
  const bool is_bounded = !question.name.empty() || !question.since.empty() || !question.until.empty();
  const Result<std::vector<NearEntry>> near =
      nearest(archive, VectorKind::kStatement, vector, is_bounded ? kForBounds : wanted * kForOne);
  if (!near) return near.error();
  Query fits(archive, sql);
  std::vector<std::int64_t> statements;
  for (const NearEntry& one : near.value()) {
    if (statements.size() >= wanted) break;
    fits.start().number(one.owner);
    bind_days(question, fits);
    if (fits.step()) statements.push_back(one.owner);
    fits.start();
  }
  if (!archive.works()) return archive.trouble();
  return statements;
}

}  // namespace tacitus
