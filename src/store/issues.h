// Issues over articles: a phrase finds the issue that it names, or begins one.
//
// Looked up in the file, by what phrases have in common, and not in an index in memory: a writer so
// starts at once however many issues there are, and sees what another writer has just added.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "read/issues/signs.h"
#include "read/record.h"
#include "store/database.h"
#include "store/vectors.h"

namespace tacitus {

// What a phrase of a position says of its issue.
struct IssuePhrase {
  IssueSigns signs;
  std::string context;          // countries that the article is about, most named first, commas between
  bool is_of_story = false;     // says which matter is meant only together with its story
  std::optional<std::uint32_t> actor;  // of the record, that is the issue: "Senator Kern", "him"
};

IssuePhrase read_issue(const Record& record, const Position& position);

// Hashes that two phrases of one issue have in common: of each sign and of each two of them.
std::vector<std::int64_t> sign_hashes(const IssueSigns& signs);

// A part of the writer: works inside a transaction, trouble is the database's.
class Issues {
 public:
  Issues(Database& database, VectorWriter& vectors);

  struct Place {
    std::int64_t issue = 0, phrase = 0;
  };
  // What the archive knows of the position's article.
  struct From {
    std::span<const std::int64_t> actors;  // the archive's, of each of the record's
    std::int64_t story = 0;
    std::optional<std::string> day;        // the position's
  };
  // The issue of a record's position. `vector` is the phrase's, empty where there is none.
  Place add(const Record& record, const Position& position, std::span<const float> vector, const From& from);

  // Finds the issues of positions of an archive of an earlier form; in batches, each a transaction
  // of its own, so that it may be cut and goes on the next time. To be called outside of one.
  // Errors: what the database says.
  static Result<bool> catch_up(Database& database);

 private:
  struct Best {
    std::int64_t issue = 0;
    double same = 0;
  };
  std::optional<Best> find(const IssuePhrase& phrase, std::span<const float> vector, std::int64_t story);

  Database& database_;
  VectorWriter& vectors_;
  Query by_key_, by_actor_, namesake_, begin_, count_, phrase_, sign_, words_, having_, candidate_, vector_;
};

}  // namespace tacitus
