// A record into the archive's tables, row by row.
#pragma once

#include "store/archive.h"
#include "store/changes.h"
#include "store/comparison.h"
#include "store/duplicates.h"
#include "store/issues.h"
#include "store/people.h"
#include "store/stories.h"
#include "store/vectors.h"

namespace tacitus {

// Works inside a transaction that the caller opens and ends. Trouble is the database's.
class ArticleWriter {
 public:
  explicit ArticleWriter(Database& database);

  bool has_input(std::uint64_t input);
  // False where the article was there; nothing is then written but the input's hash.
  bool add(const Entry& entry);
  // Writes what is kept until a transaction's end.
  void finish() {
    stories_.flush();
    vectors_.flush();
  }

 private:
  struct Place;  // where the article is in the archive, and what of it the rows need
  void write_spans_of(const Record& record, const Place& place);
  void write_statements(const Entry& entry, const Place& place);
  void write_events(const Record& record, const Place& place);
  void write_reports(const Record& record, const Event& event, std::int64_t id, const Place& place);
  void write_positions(const Entry& entry, const Place& place);

  Database& database_;
  People people_;
  Comparison comparison_;
  Duplicates duplicates_;
  Stories stories_;
  VectorWriter vectors_;
  Issues issues_;
  Changes changes_;
  Query find_input_, keep_input_, find_article_, article_, next_, words_;
  Query sentence_, mention_, time_, place_;
  Query statement_, speaker_, said_words_, event_, find_daily_, daily_, count_daily_, report_, position_;
};

}  // namespace tacitus
