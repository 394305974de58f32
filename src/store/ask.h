// Questions to the archive. Every row of an answer has its article and its sentence.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "store/answer.h"
#include "store/database.h"

namespace tacitus {

// What is asked; each question looks at the fields that its comment names. An empty field sets no
// bound. Names are found without regard to capitals and accents, by any of their words.
struct Question {
  std::string words;         // all must be there; in quotation marks: next to each other
  std::string name;          // of an actor
  std::string from, to;      // sides of events: a name, a country's code, an actor's code
  std::string root;          // PLOVER's, several with commas between
  std::string status;        // of events: actual, ...
  std::string since, until;  // a day, month or year, both inclusive: "2024-11"
  std::string period;        // day, week, month or year: count by it
  std::string country;       // of an actor: a code or a name
  std::string sector;        // of an actor: PLOVER's code
  // The vector of what `words` mean, empty where there is none. Called only where it is needed,
  // since it takes loading a model; not set: words alone are asked for.
  std::function<std::vector<float>()> meaning;
  bool by_meaning = false;   // look for what the words mean instead
  bool copies = false;       // near-duplicates of other articles too
  std::uint32_t limit = 50;  // rows; 0: all
};

// What was said, newest first, or by meaning the nearest first (at most 1,000): words, name (the
// speaker), since, until, by_meaning, meaning, copies, limit.
Result<Answer> ask_said(Database& archive, const Question& question);
// Events, one a day for two sides and a code, newest first, or counted by period and root: from,
// to, root, status, since, until, period, limit.
Result<Answer> ask_events(Database& archive, const Question& question);
// Who somebody is: names, roles with their days, what they said and did last: name, limit.
Result<Answer> ask_actor(Database& archive, const Question& question);
// What happened and was said, oldest first; the most reported where the limit does not hold all:
// words, name, since, until, limit.
Result<Answer> ask_timeline(Database& archive, const Question& question);
// Stories of two articles or more, newest first: words, since, until, limit.
Result<Answer> ask_stories(Database& archive, const Question& question);
// Who stands where. With words: on the issues that they name, a row for each actor of a side. With
// a name: where that actor stands, a row for each time that it took a side on an issue. words,
// name, since, until, country, sector, meaning, copies, limit.
Result<Answer> ask_stands(Database& archive, const Question& question);
// Who went over to the other side of an issue, the newest first: words, name, since, until,
// country, sector, meaning, limit.
Result<Answer> ask_changes(Database& archive, const Question& question);

// Errors of all: kBadInput for words that hold none, kNotFound for a name that no actor has, and
// what the database says.

}  // namespace tacitus
