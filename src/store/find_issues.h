// Issues by words and by meaning.
#pragma once

#include <unordered_map>
#include <vector>

#include "store/find.h"

namespace tacitus {

// How an issue was found, the surest first.
enum class Found { kWords, kContext, kMeaning };

struct FoundIssues {
  // Whole issues, since one of their phrases says all that is asked for, or means it.
  std::unordered_map<std::int64_t, Found> issues;
  // Single positions, since their sentence says all of it and their phrase some.
  std::vector<std::int64_t> positions;
};

// The issues that the question's words name; by meaning too where words find few of them and the
// question can tell what they mean. Errors as of ask_stands.
Result<FoundIssues> find_issues(Database& archive, const Question& question);

}  // namespace tacitus
