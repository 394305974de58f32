// Which statement stands inside which.
#include "read/statements/nesting.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace tacitus {
namespace {

// What a statement is held by: its cue, or its content where it has none.
Span anchor(const Statement& statement) {
  return statement.cue.empty() ? statement.content.front() : statement.cue.front();
}

}  // namespace

void nest(std::vector<Draft>& drafts) {
  struct Held {
    Span span;
    std::uint32_t draft;
    bool is_content;
  };
  std::vector<Held> all;
  for (std::uint32_t d = 0; d < drafts.size(); ++d) {
    const Statement& statement = drafts[d].statement;
    all.push_back({anchor(statement), d, false});
    for (const Span content : statement.content) all.push_back({content, d, true});
  }
  std::sort(all.begin(), all.end(), [](const Held& a, const Held& b) {
    if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
    if (a.span.end != b.span.end) return a.span.end > b.span.end;
    return a.is_content && !b.is_content;
  });
  // Contents of one layer do not overlap, so few are open at a time; more are not looked at.
  constexpr std::size_t kMostOpen = 8;
  std::vector<Held> open;
  for (const Held& held : all) {
    std::erase_if(open, [&](const Held& o) { return o.span.end <= held.span.begin; });
    if (held.is_content) {
      if (open.size() < kMostOpen) open.push_back(held);
      continue;
    }
    const Held* best = nullptr;
    for (const Held& o : open) {
      if (o.draft == held.draft || !o.span.contains(held.span)) continue;
      if (drafts[held.draft].statement.cue.empty() && o.span == held.span) continue;
      if (!best || o.span.size() < best->span.size()) best = &o;
    }
    if (best) drafts[held.draft].statement.within = best->draft;
  }
  // Two contents may hold each other's cues; a chain that comes back to itself is cut.
  std::vector<std::uint32_t> seen(drafts.size(), kNone);
  for (std::uint32_t start = 0; start < drafts.size(); ++start) {
    for (std::uint32_t d = start; seen[d] == kNone;) {
      seen[d] = start;
      std::optional<std::uint32_t>& up = drafts[d].statement.within;
      if (!up) break;
      if (seen[*up] == start) {
        up.reset();
        break;
      }
      d = *up;
    }
  }
}

}  // namespace tacitus
