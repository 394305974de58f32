// Hangs titles from the names that they stand in front of, as Universal Dependencies have it. The
// parser, which has seen few of them, often makes two nouns of "Russian President Vladimir Putin".
#include <algorithm>

#include "read/reading.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kMostWords = 6;  // of a title
constexpr std::uint32_t kReach = 256;    // tokens about a name that may hang from it

}  // namespace

void Reading::join_titles() {
  for (const Entity& entity : document_->entities) {
    if (entity.type != EntityType::kPerson || entity.first_token >= entity.end_token ||
        entity.end_token > size() || entity.first_token == 0 ||
        sentence_[entity.first_token - 1] != sentence_[entity.end_token - 1]) {
      continue;
    }
    const std::uint32_t title = entity.first_token - 1;
    if (!is_noun(title)) continue;
    const PersonWord* word = knowledge_->person_word(plain(title));
    if (word && !word->is_plural) join_title({entity.first_token, entity.end_token});
  }
}

// Where title and name hang from one word, or the one from a word of the other's: else they are
// two ("told the judge Roe had lied", "the judge Roe met").
void Reading::join_title(Range name) {
  const std::uint32_t title = name.first - 1;
  Range group{title, name.end};
  const std::uint32_t lowest = sentence_of(title).first_token;
  const auto hangs_in = [&](std::uint32_t t) { return head_[t] != kNone && group.has(head_[t]); };
  while (group.first > lowest && title - group.first + 1 < kMostWords) {
    const std::uint32_t t = group.first - 1;
    if (!is_noun(t) && upos(t) != Upos::kAdj) break;
    const bool holds = std::any_of(head_.begin() + group.first, head_.begin() + group.end,
                                   [&](std::uint32_t up) { return up == t; });
    if (!hangs_in(t) && !holds) break;
    --group.first;
  }
  const bool is_joined = head_[name.first] == title || leads_into(title, name);
  if (is_joined) return;
  std::uint32_t outer = kNone, from = kNone;
  for (std::uint32_t t = group.first; t < group.end; ++t) {
    if (hangs_in(t)) continue;
    const bool is_other = from != kNone && deprel_[t] != deprel_[from] && !is_capitalized(title);
    if (is_other || (from != kNone && head_[t] != outer)) return;
    if (from == kNone || t == title) from = t;
    outer = head_[t];
  }
  if (from == kNone || (outer != kNone && leads_into(outer, group))) return;
  const Deprel relation = deprel_[from];
  const std::uint32_t begin = std::max(lowest, title - std::min(title, kReach));
  const std::uint32_t end = std::min(sentence_of(title).end_token, name.end + kReach);
  for (std::uint32_t t = begin; t < end; ++t) {
    if (!group.has(t) && hangs_in(t) && (t >= group.end || head_[t] >= name.first)) {
      head_[t] = name.first;
    }
  }
  for (std::uint32_t t = group.first; t < group.end; ++t) {
    if (t == name.first) {
      head_[t] = outer;
      deprel_[t] = relation;
    } else if (t >= title) {
      head_[t] = name.first;
      deprel_[t] = t == title ? Deprel::kNmodDesc : Deprel::kFlat;
    } else {
      head_[t] = title;
      deprel_[t] = upos(t) == Upos::kAdj ? Deprel::kAmod : Deprel::kCompound;
    }
  }
}

// Whether the way up from `token`, itself included, comes through `range`.
bool Reading::leads_into(std::uint32_t token, Range range) const {
  for (; token != kNone; token = head_[token]) {
    if (range.has(token)) return true;
  }
  return false;
}

}  // namespace tacitus
