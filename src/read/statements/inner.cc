// Tells which statement inside another is of somebody else.
#include "read/statements/inner.h"

namespace tacitus {
namespace {

bool is_negation(std::string_view word) {
  return word == "not" || word == "n't" || word == "never" || word == "cannot";
}

// Whether the source is one whom a reader could ask: a name, a noun, or "he" and "she".
bool is_somebody(const Reading& reading, Range source) {
  const Knowledge& knowledge = reading.knowledge();
  const std::uint32_t head = reading.head_of(source);
  if (source.size() == 1 && knowledge.is(SpeechWord::kOwn, reading.plain(head))) return false;
  if (knowledge.is(SpeechWord::kAnyone, reading.plain(head))) return false;
  if (reading.is_noun(head)) return true;
  return reading.upos(head) == Upos::kPron && reading.deprel(head) == Deprel::kNsubj;
}

// Whether the cue tells that something was said: not that it was thought, was not said, or will
// or would be.
bool is_report(const Reading& reading, Range cue) {
  bool reports = false;
  for (std::uint32_t t = cue.first; t < cue.end; ++t) {
    const std::string_view word = reading.plain(t);
    const Knowledge& knowledge = reading.knowledge();
    if (is_negation(word) || knowledge.is(SpeechWord::kModal, word) || word == "would" ||
        word == "will" || word == "to") {
      return false;
    }
    if (knowledge.is(SpeechWord::kThinks, word)) continue;
    reports = reports || knowledge.is(SpeechWord::kReports, word);
  }
  return reports;
}

// Whether what is said is more than a thing that is named.
bool says_something(const Reading& reading, const Draft& draft, const Quotes& quotes) {
  for (const Range content : draft.contents) {
    std::vector<Span> quoted;
    quotes.quoted(reading.span(content), std::nullopt, quoted);
    if (!quoted.empty()) return true;
    const std::uint32_t head = reading.head_of(content);
    if (reading.upos(head) == Upos::kVerb || reading.upos(head) == Upos::kAux) return true;
    const std::uint32_t subject = reading.child(head, Deprel::kNsubj);
    if (subject != kNone && content.has(subject)) return true;
  }
  return false;
}

}  // namespace

bool tells_of_another(const Reading& reading, const Draft& draft, const Quotes& quotes) {
  return !draft.source.empty() && is_somebody(reading, draft.source) &&
         is_report(reading, draft.cue) && says_something(reading, draft, quotes);
}

}  // namespace tacitus
