// Stances that the words of a statement's cue tell of its content, where the tree does not show it: "has refused
// | to endorse the pact". The model finds source, cue and content by themselves.
#include <algorithm>

#include "read/positions/finder.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kLongestCue = 10, kLongestQuote = 12;  // tokens

bool is_negation(std::string_view word) {
  return word == "not" || word == "n't" || word == "never" || word == "no" || word == "without" || word == "cannot";
}

// Most cues are one of these, which tell no stance.
bool only_says(std::string_view word) {
  return word == "said" || word == "says" || word == "say" || word == "added" || word == "told" || word == "wrote";
}

// Leaves open whether it is so.
bool is_doubt(std::string_view word) {
  return word == "may" || word == "might" || word == "could" || word == "if" || word == "whether" ||
         word == "short" || word == "yet" || word == "should" || word == "must";
}

bool has_slot(const StanceFrame& frame, StanceSlot slot) {
  return std::any_of(frame.issues.begin(), frame.issues.end(),
                     [&](const StanceArgument& a) { return a.slot == slot && a.classes == 0; });
}

}  // namespace

void PositionFinder::read_cues() {
  std::vector<bool> is_told(record_.statements.size(), false);
  for (const Found& found : found_) {
    if (cue_at(found.trigger) != kNone) is_told[cue_at(found.trigger)] = true;
    if (statement_[found.trigger] != kNone) is_told[statement_[found.trigger]] = true;
  }
  for (std::uint32_t s = 0; s < is_told.size(); ++s) {
    if (!is_told[s]) read_cue(s);
  }
}

void PositionFinder::read_cue(std::uint32_t statement) {
  const Statement& said = record_.statements[statement];
  if (said.cue.empty() || said.content.size() != 1) return;
  std::vector<std::uint32_t> cue;
  for (const Span span : said.cue) {
    for (std::uint32_t t = reading_.token_at(span.begin);
         t < reading_.size() && reading_.document().tokens[t].span.begin < span.end; ++t) {
      cue.push_back(t);
    }
  }
  if (cue.empty() || cue.size() > kLongestCue || (cue.size() == 1 && only_says(reading_.plain(cue.front())))) return;
  if (is_question(reading_.sentence_of(cue.front()))) return;
  bool denied = false;
  for (const std::uint32_t t : cue) {
    if (is_doubt(reading_.plain(t))) return;
    denied = denied || is_negation(reading_.plain(t));
  }
  const Range content = tokens_in(said.content.front());
  if (content.empty() || reading_.sentence(content.first) != reading_.sentence(cue.front())) return;
  if (!said.quoted.empty() && content.size() > kLongestQuote) return;
  People holders;
  add_speaker(statement, holders);
  if (holders.empty()) return;
  const bool starts_with_to = reading_.plain(content.first) == "to";
  const StanceFrame* best = nullptr;
  std::uint32_t trigger = kNone;
  for (std::size_t i = 0; i < cue.size(); ++i) {
    for (const StanceKind kind : {StanceKind::kVerb, StanceKind::kNoun, StanceKind::kAdjective}) {
      const bool is_noun = reading_.is_noun(cue[i]);
      if (kind == StanceKind::kNoun ? !is_noun : is_noun && reading_.upos(cue[i]) != Upos::kNoun) continue;
      const bool is_adverb = reading_.upos(cue[i]) == Upos::kAdv || reading_.deprel(cue[i]) == Deprel::kAdvmod;
      if (kind == StanceKind::kVerb && (is_noun || is_adverb)) continue;  // "fired back with"
      for (const std::uint32_t f : words_.frames(kind, reading_.plain(cue[i]))) {
        const StanceFrame& frame = words_.frame(f);
        const bool fits = std::all_of(frame.particles.begin(), frame.particles.end(), [&](const std::string& word) {
          return std::any_of(cue.begin() + static_cast<std::ptrdiff_t>(i) + 1, cue.end(),
                             [&](std::uint32_t t) { return reading_.plain(t) == word; });
        });
        // Of several prepositions it is the one that the cue has.
        const bool has_preposition = std::any_of(frame.issues.begin(), frame.issues.end(), [&](const StanceArgument& a) {
          return a.slot != StanceSlot::kPreposition ? a.slot != StanceSlot::kInfinitive || starts_with_to :
                 std::any_of(cue.begin(), cue.end(), [&](std::uint32_t t) { return reading_.plain(t) == a.preposition; });
        });
        if (!fits || !has_preposition) continue;
        if (best && best->particles.size() >= frame.particles.size()) continue;
        best = &frame;
        trigger = cue[i];
      }
    }
    if (best) break;
  }
  if (!best || claims_[trigger] != Claim::kNone) return;
  rule_ = {"cue", best, denied};
  if (const std::optional<Told> told = told_by_content(*best, content, denied)) write(trigger, *told, holders);
}

// What a frame tells of a content that one of its complements can be.
std::optional<PositionFinder::Told> PositionFinder::told_by_content(const StanceFrame& frame, Range content,
                                                                   bool denied) {
  const std::optional<Stance> stance = denied ? frame.denied : frame.stance;
  if (!stance) return std::nullopt;
  const std::uint32_t head = reading_.head_of(content);
  const std::string_view first = reading_.plain(content.first);
  if (reading_.upos(head) == Upos::kVerb) {
    if (first == "to" && is_infinitive(reading_, head)) {
      return has_slot(frame, StanceSlot::kInfinitive) ? told_by_infinitive(head, *stance, 0) : std::nullopt;
    }
    if (head == content.first && is_gerund(reading_, head) &&
        (has_slot(frame, StanceSlot::kGerund) || has_slot(frame, StanceSlot::kPreposition))) {
      std::optional<Issue> issue = issues_.gerund(head, kNone, *stance == Stance::kOpen);
      if (issue) return Told{*stance, std::move(*issue), Claim::kClause, head};
    }
    return std::nullopt;
  }
  const bool is_phrase = has_slot(frame, StanceSlot::kObject) || has_slot(frame, StanceSlot::kPreposition) ||
                         has_slot(frame, StanceSlot::kSubject);
  const bool is_clause = reading_.child(head, Deprel::kCop) != kNone || reading_.upos(content.first) == Upos::kSconj;
  if (!is_phrase || is_clause || !reading_.is_noun(head)) return std::nullopt;
  return told_by_noun_phrase(*stance, head);
}

// The tokens of a span.
Range PositionFinder::tokens_in(Span span) const {
  Range range{reading_.token_at(span.begin), reading_.token_at(span.begin)};
  while (range.end < reading_.size() && reading_.document().tokens[range.end].span.begin < span.end) ++range.end;
  while (!range.empty() && reading_.is_punctuation(range.first)) ++range.first;
  return range;
}

}  // namespace tacitus
