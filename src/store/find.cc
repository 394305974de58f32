#include "store/find.h"

#include <algorithm>

#include "store/lists.h"
#include "store/words.h"

namespace tacitus {

Result<std::string> match_of(const std::string& words) {
  std::vector<std::pair<std::string, bool>> parts;  // folded, and whether it stood in marks
  std::string part;
  bool inside = false;
  const auto close = [&] {
    std::string folded = fold_name(part);
    if (!folded.empty()) parts.emplace_back(std::move(folded), inside);
    part.clear();
  };
  for (const char c : words) {
    if (c == '"') {
      close();
      inside = !inside;
    } else if (c == ' ' && !inside) {
      close();
    } else {
      part += c;
    }
  }
  close();
  const bool all_common = std::all_of(parts.begin(), parts.end(), [](const auto& one) {
    return !one.second && is_common(one.first);
  });
  std::string match;
  for (const auto& [text, is_phrase] : parts) {
    if (!is_phrase && !all_common && is_common(text)) continue;
    match += (match.empty() ? "\"" : " \"") + text + '"';
  }
  if (match.empty()) return Error{ErrorCode::kBadInput, "there are no words to look for in: " + words};
  return match;
}

Result<std::vector<std::int64_t>> find_actors(Database& archive, const std::string& name,
                                              std::size_t most) {
  const std::string folded = fold_name(name);
  std::vector<std::int64_t> found;
  bool first = true;
  Query word_query(archive, "SELECT actor FROM actor_words WHERE word = ? ORDER BY actor");
  for (const std::string_view word : split(folded)) {
    std::vector<std::int64_t> having;
    for (word_query.start().text(word); word_query.step();) having.push_back(word_query.number_at(0));
    if (first) {
      found = std::move(having);
    } else {
      std::vector<std::int64_t> both;
      std::set_intersection(found.begin(), found.end(), having.begin(), having.end(),
                            std::back_inserter(both));
      found = std::move(both);
    }
    first = false;
  }
  std::vector<std::pair<std::int64_t, std::int64_t>> ranked;  // -articles, actor
  std::vector<std::int64_t> countries;
  Query actor(archive, "SELECT articles, kind = 'country' AND key = ? FROM actors WHERE actor = ?");
  for (const std::int64_t id : found) {
    if (!actor.start().text(folded).number(id).step()) continue;
    ranked.emplace_back(-actor.number_at(0), id);
    if (actor.number_at(1) != 0) countries.push_back(id);
  }
  if (!archive.works()) return archive.trouble();
  if (ranked.empty()) {
    return Error{ErrorCode::kNotFound, archive.path() + ": knows nobody named " + name};
  }
  if (!countries.empty()) return countries;
  std::sort(ranked.begin(), ranked.end());
  if (ranked.size() > most) ranked.resize(most);
  std::vector<std::int64_t> ids;
  for (const auto& [articles, id] : ranked) ids.push_back(id);
  return ids;
}

std::string id_list(const std::vector<std::int64_t>& ids) {
  std::string out = "(";
  for (const std::int64_t id : ids) out += (out.size() > 1 ? "," : "") + std::to_string(id);
  return out + ')';
}

std::string day_bounds(const Question& question, const std::string& column) {
  std::string out;
  if (!question.since.empty()) out += " AND " + column + " >= ?";
  if (!question.until.empty()) out += " AND " + column + " <= ?";
  return out;
}

void bind_days(const Question& question, Query& query) {
  if (!question.since.empty()) query.text(question.since);
  if (!question.until.empty()) query.text(question.until + "~");  // the last of a month or year
}

std::int64_t row_limit(const Question& question) {
  return question.limit == 0 ? -1 : static_cast<std::int64_t>(question.limit);
}

Cell cell(std::string_view text) {
  return text.empty() ? Cell() : Cell(std::string(text));
}

Cell cell_at(const Query& row, int column) {
  if (row.is_null(column)) return {};
  if (row.is_number(column)) return row.number_at(column);
  if (row.is_real(column)) return row.real_at(column);
  return cell(row.text_at(column));
}

Passages::Passages(Database& archive)
    : article_(archive, "SELECT title, source, published, url, id, text FROM articles WHERE article = ?"),
      sentence_(archive, "SELECT start, \"end\" FROM sentences WHERE article = ? AND number = ?"),
      naming_(archive, "SELECT s.number FROM article_actors a "
                       "JOIN mentions m ON m.article = a.article AND m.own_actor = a.number "
                       "JOIN sentences s ON s.article = a.article AND s.start <= m.start AND s.\"end\" > m.start "
                       "WHERE a.article = ? AND a.actor = ? ORDER BY m.number LIMIT 1") {}

std::vector<Column> Passages::columns() {
  return {{"sentence", Part::kBody}, {"title", Part::kSource}, {"source", Part::kSource},
          {"published", Part::kHidden}, {"url", Part::kSource}, {"article", Part::kSource},
          {"start", Part::kHidden}, {"end", Part::kHidden}};
}

bool Passages::turn_to(std::int64_t article) {
  if (article == current_) return true;
  if (!article_.start().number(article).step()) return false;
  cells_.clear();
  for (int i = 0; i < 5; ++i) cells_.push_back(cell_at(article_, i));
  text_ = article_.text_at(5);
  article_.start();
  offsets_.emplace(text_);
  current_ = article;
  return true;
}

void Passages::append(std::int64_t article, std::int64_t sentence, std::vector<Cell>& row) {
  if (!turn_to(article) || !sentence_.start().number(article).number(sentence).step()) {
    row.resize(row.size() + columns().size());
    return;
  }
  const std::int64_t start = sentence_.number_at(0), end = sentence_.number_at(1);
  sentence_.start();
  const std::uint32_t begin_byte = offsets_->to_byte(static_cast<std::uint32_t>(start));
  const std::uint32_t end_byte = offsets_->to_byte(static_cast<std::uint32_t>(end));
  row.push_back(cell(Span{begin_byte, std::max(begin_byte, end_byte)}.in(text_)));
  row.insert(row.end(), cells_.begin(), cells_.end());
  row.push_back(start);
  row.push_back(end);
}

std::string Passages::sentence_text(std::int64_t article, std::int64_t sentence) {
  std::vector<Cell> row;
  append(article, sentence, row);
  const auto* text = std::get_if<std::string>(&row.front());
  return text ? *text : std::string();
}

std::string Passages::text_of_spans(std::int64_t article, std::string_view spans) {
  return turn_to(article) ? text_of(read_spans(spans, *offsets_), text_) : "";
}

std::int64_t Passages::sentence_naming(std::int64_t article, std::int64_t actor) {
  const std::int64_t found =
      naming_.start().number(article).number(actor).step() ? naming_.number_at(0) : 0;
  naming_.start();
  return found;
}

}  // namespace tacitus
