// Positions of the archive, as questions about sides look at them.
#pragma once

#include <cstdint>
#include <string>

#include "store/find_issues.h"
#include "store/sides.h"

namespace tacitus {

struct Stand {
  std::int64_t position = 0, holder = 0, issue = 0, article = 0, sentence = 0;
  std::int64_t original = 0;      // the article, or the one that it is a copy of
  std::string stance, text, day;  // day empty where it is not known
  Found found = Found::kWords;
  Side side() const { return side_of(stance); }
};

// The positions that a question asks for, by holder, issue and day. Its words, name, country, sector,
// since and until are looked at; copies are left out if they are not asked for. Errors as of
// ask_stands.
Result<std::vector<Stand>> find_stands(Database& archive, const Question& question);

// " AND p.holder IN (SELECT ...)" for the name, country and sector that a question has.
struct HolderConditions {
  std::string sql;
  std::vector<std::string> values;  // for its question marks
};
Result<HolderConditions> holder_conditions(Database& archive, const Question& question);

}  // namespace tacitus
