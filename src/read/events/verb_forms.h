// The forms of English verbs, for the words of the tables and of users' dictionaries.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tacitus {

// Verbs whose past or participle is not made by rule: to all such forms of each.
using IrregularVerbs = std::unordered_map<std::string, std::vector<std::string>>;

// Reads a table of verb, past forms and participles; lines of another shape are left out.
IrregularVerbs read_irregular_verbs(std::string_view table);

// The verbs of the table that is compiled in.
const IrregularVerbs& irregular_verbs();

// All forms of a verb in small letters, its base form first, by the rules of English spelling:
// "stop", "stops", "stopping", "stopped". Where a rule does not tell whether the last consonant is
// doubled both are given.
std::vector<std::string> forms_of_verb(std::string_view verb, const IrregularVerbs& irregular);

}  // namespace tacitus
