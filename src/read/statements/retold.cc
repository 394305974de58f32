// Drops statements that another one tells already.
#include "read/statements/retold.h"

#include <algorithm>
#include <utility>

namespace tacitus {
namespace {

bool has_cue_word(const Reading& reading, Range cue, SpeechWord kind) {
  for (std::uint32_t t = cue.first; t < cue.end; ++t) {
    if (reading.knowledge().is(kind, reading.plain(t))) return true;
  }
  return false;
}

// Whether a draft without a source is what a statement of the same sentence answers to. Drafts of a
// sentence stand together, and few are looked at.
bool is_question(const Reading& reading, const std::vector<Draft>& drafts, std::size_t d) {
  const Draft& draft = drafts[d];
  if (!draft.source.empty() || !has_cue_word(reading, draft.cue, SpeechWord::kAsked)) return false;
  constexpr std::size_t kReach = 4;
  const std::size_t first = d < kReach ? 0 : d - kReach;
  for (std::size_t other = first; other < std::min(drafts.size(), d + kReach + 1); ++other) {
    const Statement& answer = drafts[other].statement;
    if (other == d || !answer.about) continue;
    if (answer.about->overlaps(draft.statement.content.front())) return true;
  }
  return false;
}

// "He said that he had warned of it" is told by the outer statement; and who is said to have said
// something must be somebody.
bool is_own(const std::vector<Draft>& drafts, std::size_t d) {
  const Statement& statement = drafts[d].statement;
  if (!drafts[d].is_inner || !statement.within) return false;
  return !statement.actor || drafts[*statement.within].statement.actor == statement.actor;
}

}  // namespace

void drop_retold(const Reading& reading, std::vector<Draft>& drafts) {
  std::vector<std::uint32_t> kept_as(drafts.size(), kNone);
  std::uint32_t kept = 0;
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (!is_question(reading, drafts, d) && !is_own(drafts, d)) kept_as[d] = kept++;
  }
  if (kept == drafts.size()) return;
  std::vector<Draft> left;
  left.reserve(kept);
  for (std::size_t d = 0; d < drafts.size(); ++d) {
    if (kept_as[d] == kNone) continue;
    std::optional<std::uint32_t> up = drafts[d].statement.within;
    while (up && kept_as[*up] == kNone) up = drafts[*up].statement.within;
    if (up) up = kept_as[*up];
    left.push_back(std::move(drafts[d]));
    left.back().statement.within = up;
  }
  drafts = std::move(left);
}

}  // namespace tacitus
