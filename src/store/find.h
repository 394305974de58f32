// What the questions share: words into a full-text query, names into actors, rows into sentences.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "store/answer.h"
#include "store/ask.h"
#include "store/database.h"

namespace tacitus {

// FTS5's form of a user's words: all of them, those in quotation marks as a phrase; common words
// are left out where others remain. Error: kBadInput where there are none.
Result<std::string> match_of(const std::string& words);

// The archive's actors whose names hold all words of `name`, those of most articles first, at most
// `most`. A name that is a country's means that country alone. Error: kNotFound.
Result<std::vector<std::int64_t>> find_actors(Database& archive, const std::string& name,
                                              std::size_t most = 500);

// "(1,2,3)", for SQL.
std::string id_list(const std::vector<std::int64_t>& ids);

// " AND day >= ..." as the question's bounds have it; the two values are to be bound in this order
// by bind_days, if they are set.
std::string day_bounds(const Question& question, const std::string& column);
void bind_days(const Question& question, Query& query);
std::int64_t row_limit(const Question& question);  // as SQL has it: -1 is none

// Sentences and spans of articles as text; keeps the article that was asked for last.
class Passages {
 public:
  explicit Passages(Database& archive);

  // The columns that every row ends with, and their cells for a sentence of an article.
  static std::vector<Column> columns();
  void append(std::int64_t article, std::int64_t sentence, std::vector<Cell>& row);

  std::string sentence_text(std::int64_t article, std::int64_t sentence);
  std::string text_of_spans(std::int64_t article, std::string_view spans);
  // The sentence in which the archive's actor is first named in the article; 0 where it is not.
  std::int64_t sentence_naming(std::int64_t article, std::int64_t actor);

 private:
  bool turn_to(std::int64_t article);

  Query article_, sentence_, naming_;
  std::int64_t current_ = 0;
  std::string text_;
  std::vector<Cell> cells_;  // of the article
  std::optional<Offsets> offsets_;
};

// Text, or nothing where it is empty or not known.
Cell cell(std::string_view text);
Cell cell_at(const Query& row, int column);

}  // namespace tacitus
