#include "api/event_head.h"

#include <algorithm>
#include <vector>

namespace tacitus {
namespace {

static_assert(kRootNames.size() == kRoots, "the model's roots are those of the tables");

const Sentence& sentence_of(const Document& document, std::uint32_t token) {
  const auto after = std::upper_bound(
      document.sentences.begin(), document.sentences.end(), token,
      [](std::uint32_t t, const Sentence& sentence) { return t < sentence.first_token; });
  return after == document.sentences.begin() ? *after : *std::prev(after);
}

}  // namespace

EventHead event_head(const Model& model, const Document& document, Scratch& scratch) {
  return [&](const EventCandidate& candidate, std::array<float, kRoots>& scores) {
    if (candidate.actor.empty() && candidate.recipient.empty()) return false;
    const Range one = candidate.actor.empty() ? candidate.recipient : candidate.actor;
    const Range other = candidate.recipient.empty() ? candidate.actor : candidate.recipient;
    const Sentence& first = sentence_of(document, std::min(one.first, other.first));
    const Sentence& last = sentence_of(document, std::max(one.end, other.end) - 1);
    MarkedPair pair;
    pair.first_token = first.first_token;
    pair.end_token = last.end_token;
    if (!candidate.actor.empty()) {
      pair.source_first = candidate.actor.first;
      pair.source_end = candidate.actor.end;
    }
    if (!candidate.recipient.empty()) {
      pair.target_first = candidate.recipient.first;
      pair.target_end = candidate.recipient.end;
    }
    std::vector<RootScores> found;
    model.code(document, std::span(&pair, 1), scratch, found);
    scores = found.front();
    return true;
  };
}

}  // namespace tacitus
