// What stands around an event: its contexts, and the statement that it is told in.
#include <algorithm>

#include "read/events/coder.h"

namespace tacitus {

std::vector<std::string> EventCoder::contexts_of(std::uint32_t sentence,
                                                 std::string_view cameo) const {
  std::vector<std::string> out;
  const auto add = [&](std::string_view name) {
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) {
      out.emplace_back(name);
    }
  };
  if (const CameoCode* code = plover_.cameo(cameo)) {
    for (const std::string& context : code->contexts) add(context);
  }
  const Sentence& words = reading_.document().sentences[sentence];
  std::string two;
  for (std::uint32_t t = words.first_token; t < words.end_token; ++t) {
    add(plover_.context(reading_.plain(t)));
    if (t + 1 == words.end_token) break;
    two = reading_.plain(t);
    two += ' ';
    two += reading_.plain(t + 1);
    add(plover_.context(two));
  }
  return out;
}

void EventCoder::index_statements() {
  for (std::uint32_t s = 0; s < record_.statements.size(); ++s) {
    for (const Span span : record_.statements[s].content) contents_.push_back({span, s});
  }
  std::sort(contents_.begin(), contents_.end(), [](const Told& a, const Told& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
}

// The innermost statement whose content holds a place: the last to begin before it that does.
std::optional<std::uint32_t> EventCoder::statement_at(std::uint32_t byte) const {
  auto at = std::upper_bound(contents_.begin(), contents_.end(), byte,
                             [](std::uint32_t b, const Told& t) { return b < t.span.begin; });
  constexpr int kReach = 32;  // statements back; deeper ones are not nested but many
  for (int i = 0; i < kReach && at != contents_.begin(); ++i) {
    --at;
    if (byte < at->span.end) return at->statement;
  }
  return std::nullopt;
}

}  // namespace tacitus
