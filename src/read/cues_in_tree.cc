// Hangs from its cue what stands behind it and outside of what is said: in ""We are ready," he said
// after the meeting" the meeting is of saying, which the parser takes for one of being ready.
#include <algorithm>
#include <vector>

#include "read/reading.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kReach = 64;  // tokens behind a cue that are looked at

}  // namespace

void Reading::hang_from_cues() {
  const std::vector<AttributionSpan>& spans = document_->attribution;
  const auto is_valid = [&](const AttributionSpan& span) {
    return span.layer == 0 && span.first_token < span.end_token && span.end_token <= size();
  };
  for (const AttributionSpan& content : spans) {
    if (content.role != Role::kContent || !is_valid(content) || content.link >= spans.size()) continue;
    const AttributionSpan& cue = spans[content.link];
    if (cue.role != Role::kCue || !is_valid(cue) || content.end_token > cue.first_token ||
        sentence_[content.end_token - 1] != sentence_[cue.first_token]) {
      continue;
    }
    const std::uint32_t verb = head_of({cue.first_token, cue.end_token});
    if (upos(verb) != Upos::kVerb) continue;
    const Range said{content.first_token, content.end_token};
    const std::uint32_t end = std::min(sentence_of(verb).end_token, cue.end_token + kReach);
    // Spans come in the order of their first tokens; those behind the cue begin there at the earliest.
    auto next = static_cast<std::size_t>(&cue - spans.data());
    for (std::uint32_t t = cue.end_token; t < end; ++t) {
      while (next < spans.size() && (!is_valid(spans[next]) || spans[next].end_token <= t)) ++next;
      if (next < spans.size() && spans[next].first_token <= t) continue;
      if (head_[t] == kNone || !said.has(head_[t]) || is_punctuation(t)) continue;
      if (leads_into(verb, {t, t + 1})) continue;
      head_[t] = verb;
      if (deprel_[t] == Deprel::kNmod) deprel_[t] = Deprel::kObl;
    }
  }
}

}  // namespace tacitus
