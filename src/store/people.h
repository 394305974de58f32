// Who is who over articles. An article's actor is joined to one of the archive where the name and
// something else speak for it; two of one name stay two as long as nothing does, and whoever is not
// named ("a spokesman", "the company") is another in each article. The article's own
// actors are kept as they are (table article_actors), so a join can be looked at and undone.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/record.h"
#include "store/database.h"

namespace tacitus {

// The name that an actor is looked up by: folded; of people the first and last name, without
// initials between.
std::string name_key(const Actor& actor);

// A part of the writer: trouble is the database's.
class People {
 public:
  explicit People(Database& database);

  // The archive's actors of a record's, in their order; new ones are made. `day` is the article's,
  // YYYY-MM-DD.
  std::vector<std::int64_t> add(const Record& record, std::int64_t article,
                                const std::optional<std::string>& day);

 private:
  struct Known {
    std::int64_t id = 0;
    std::string key;
    std::optional<std::string> country, sectors, first_day, last_day;
  };
  static bool may_be_one(const Known& a, const Known& b);
  std::vector<Known> candidates(const Actor& actor, const std::string& key);
  int evidence(const Actor& actor, bool is_whole, const Known& known,
               const std::vector<std::string>& company, const std::optional<std::string>& day);
  std::optional<std::int64_t> find(const Actor& actor, const std::string& key,
                                   const std::vector<std::string>& company,
                                   const std::optional<std::string>& day);
  std::int64_t make(const Actor& actor, const std::string& key, bool is_named,
                    const std::optional<std::string>& day);
  void note(std::int64_t id, const Actor& actor, bool is_new, const std::optional<std::string>& day);

  Database& database_;
  Query by_key_, by_surname_, roles_, company_, insert_, update_, name_, word_, role_, link_;
};

}  // namespace tacitus
