// Whether the words around a time speak of what was or of what is to come.
#pragma once

#include "read/reading.h"
#include "read/times/expression.h"

namespace tacitus {

enum class Tense : std::uint8_t { kUnknown, kPast, kFuture };

struct TenseFound {
  Tense tense = Tense::kUnknown;
  bool is_sure = false;  // the time modifies the very verb, or a word before it tells
};

// The verb that a range of tokens hangs from, if need be by way of nouns; kNone where there is
// none. Looks no further up than a few steps.
std::uint32_t verb_above(const Reading& reading, Range range);

// The tense of what happens at the time: by the word before it ("until Friday"), the verb above it
// with its auxiliaries, and the verbs that this hangs from.
TenseFound tense_of(const Reading& reading, const TimeGrammar& grammar, Range time);

}  // namespace tacitus
