// From the model's attribution spans to statements: one for each cue, with its source and all of
// its content, and the quotations that go on without a cue of their own.
#pragma once

#include <vector>

#include "read/reading.h"
#include "read/record.h"
#include "read/statements/quotes.h"

namespace tacitus {

// A statement and the tokens that it was made from.
struct Draft {
  Statement statement;
  Range source, cue;            // empty where there is none
  std::vector<Range> contents;  // ascending, none empty
  bool is_inner = false;        // marked by the model inside the content of another
  bool is_verbatim = false;     // a turn of a transcript: the speaker's words without marks
};

// The statements of a document in the order of their first span, with spans, sentence, kind,
// `quoted` and `within` filled; who speaks and how is for others to say. Each has a content.
std::vector<Draft> find_statements(const Reading& reading, const Quotes& quotes);

}  // namespace tacitus
