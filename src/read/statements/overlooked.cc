// Finds clauses that the model has left unmarked.
#include "read/statements/overlooked.h"

#include <algorithm>

namespace tacitus {
namespace {

constexpr std::uint32_t kShortest = 3;   // tokens; "so, he said"
constexpr std::uint32_t kLongest = 120;  // tokens; longer ones are bad parses

bool is_clause(Deprel deprel) {
  return deprel == Deprel::kCcomp || deprel == Deprel::kParataxis;
}

// Without the commas and the stop at its ends, but with its quotation marks.
Range without_stops(const Reading& reading, Range range) {
  const auto is_stop = [&](std::uint32_t token) {
    const std::string_view word = reading.word(token);
    return word == "," || word == "." || word == ";" || word == ":";
  };
  while (!range.empty() && is_stop(range.first)) ++range.first;
  while (!range.empty() && is_stop(range.end - 1)) --range.end;
  return range;
}

}  // namespace

Range overlooked_content(const Reading& reading, const Draft& draft,
                         std::span<const AttributionSpan> spans) {
  const std::uint32_t verb = reading.head_of(draft.cue);
  if (reading.upos(verb) != Upos::kVerb || draft.source.empty()) return {};
  const Knowledge& knowledge = reading.knowledge();
  const std::string_view word = reading.plain(verb);
  if (!knowledge.is(SpeechWord::kReports, word) || knowledge.is(SpeechWord::kThinks, word)) return {};
  const std::uint32_t opening = reading.sentence_of(verb).first_token;
  const std::uint32_t first = std::min(draft.source.first, draft.cue.first);
  for (std::uint32_t child = reading.first_child(verb); child != kNone;
       child = reading.next_sibling(child)) {
    if (!is_clause(reading.deprel(child))) continue;
    Range clause = reading.subtree(child);
    if (child < first) {
      // It opens the sentence, and a comma parts it from the speaker: all up to there is said, whatever
      // hangs from it.
      if (clause.first != opening || reading.word(first - 1) != ",") continue;
      clause.end = first;
    } else if (clause.first < draft.cue.end || draft.source.end > draft.cue.first ||
               reading.deprel(child) != Deprel::kCcomp) {
      continue;
    }
    clause = without_stops(reading, clause);
    if (clause.size() < kShortest || clause.size() > kLongest) continue;
    const bool is_free = std::none_of(spans.begin(), spans.end(), [&](const AttributionSpan& span) {
      return span.layer == 0 && span.first_token < clause.end && clause.first < span.end_token;
    });
    if (is_free) return clause;
  }
  return {};
}

}  // namespace tacitus
