// Given pairs: for each, the word of its sentence that tells what the one does to the other.
#include <algorithm>

#include "base/utf8.h"
#include "read/events/coder.h"

namespace tacitus {
namespace {

// How many steps above a token another stands; kNone where it does not.
std::uint32_t steps_up(const Reading& reading, std::uint32_t token, std::uint32_t above) {
  constexpr std::uint32_t kMost = 64;
  for (std::uint32_t steps = 0; token != kNone && steps < kMost; ++steps) {
    if (token == above) return steps;
    token = reading.head(token);
  }
  return kNone;
}

}  // namespace

// How well a word fits a pair: it should stand above both, take the one as its subject and the
// other below it, and be near.
int EventCoder::closeness(const Trigger& trigger, Range actor, Range recipient) {
  int score = 0;
  const auto inside = [&](std::uint32_t token, Range range) {
    return range.has(token) || steps_up(reading_, reading_.head_of(range), token) != kNone;
  };
  const auto takes = [&](const std::vector<std::uint32_t>& heads, Range range) {
    return std::any_of(heads.begin(), heads.end(),
                       [&](std::uint32_t head) { return inside(head, range); });
  };
  const bool is_noun = trigger.found.frame && trigger.found.frame->is_noun;
  if (is_noun) {
    clause_.clear();
  } else {
    read_clause(reading_, trigger.token, clause_);
    score += 4;
  }
  for (const Range range : {actor, recipient}) {
    if (range.empty()) continue;
    if (range.has(trigger.token)) return -100;
    const std::uint32_t steps = steps_up(reading_, reading_.head_of(range), trigger.token);
    if (steps != kNone) score += 6 - static_cast<int>(std::min(steps, 4U));
  }
  if (!actor.empty() && takes(clause_.subjects, actor)) {
    const bool is_own = reading_.child(trigger.token, Deprel::kNsubj) != kNone;
    score += is_own ? 10 : 8;
  }
  if (!is_noun && reading_.deprel(trigger.token) == Deprel::kAdvcl) score -= 3;
  if (!recipient.empty() && (takes(clause_.objects, recipient) ||
                             takes(clause_.receivers, recipient))) {
    score += 6;
  }
  if (claims_[trigger.token] != Claim::kNone) score -= 6;
  if (trigger.is_guess) score -= 5;
  if (!trigger.match && (!trigger.found.frame || !trigger.found.frame->root)) score -= 50;
  return score;
}

void EventCoder::code_pair(std::uint32_t index, Range actor, Range recipient) {
  if (actor.empty() && recipient.empty()) return;
  const Range first = actor.empty() ? recipient : actor;
  const std::uint32_t sentence = reading_.sentence(first.first);
  find_triggers(reading_.document().sentences[sentence]);
  const Sentence& words = reading_.document().sentences[sentence];
  for (std::uint32_t t = words.first_token; t < words.end_token; ++t) {
    if (reading_.upos(t) != Upos::kVerb) continue;
    const auto at = std::lower_bound(triggers_.begin(), triggers_.end(), t,
                                     [](const Trigger& a, std::uint32_t b) { return a.token < b; });
    if (at != triggers_.end() && at->token == t) continue;
    // The pair says that there is an event: what the verb mostly tells will do.
    Trigger likely;
    likely.token = t;
    likely.is_guess = true;
    likely.found.frame = likely_frame(reading_, words_, t);
    if (likely.found.frame) triggers_.insert(at, likely);
  }
  const Trigger* best = nullptr;
  int best_score = -40;
  for (const Trigger& trigger : triggers_) {
    const int score = closeness(trigger, actor, recipient);
    if (score > best_score) {
      best = &trigger;
      best_score = score;
    }
  }
  Code code;
  StatusFound status;
  EventCandidate candidate{actor, recipient, best ? best->token : kNone};
  if (best) {
    const bool is_noun = best->found.frame && best->found.frame->is_noun && !best->match;
    if (is_noun) {
      clause_.clear();
      clause_.verb = best->token;
    } else {
      read_clause(reading_, best->token, clause_);
      status = status_of(reading_, words_, best->token);
    }
    code = coded(*best, clause_, status);
  }
  // Asked what the one did to the other, cooperation that did not come is a refusal.
  if (code.root && !code.is_given && *code.root <= Root::kYield &&
      status.status == EventStatus::kDenied) {
    code.root = Root::kReject;
    code.mode.clear();
    code.cameo = plover_.general_code(Root::kReject);
    status.status = EventStatus::kActual;
  }
  std::array<float, kRoots> scores{};
  if (!code.is_given && options_.head && options_.head(candidate, scores)) {
    const auto top = std::max_element(scores.begin(), scores.end());
    const auto root = static_cast<Root>(top - scores.begin());
    const std::string rules = code.root ? code.rule + ' ' + std::string(name_of(*code.root)) : "";
    if (code.root != root) {
      code.mode.clear();
      code.cameo = plover_.general_code(root);
    }
    code.root = root;
    code.rule = "model " + std::to_string(*top).substr(0, 4);
    code.runner_up = rules;
  }
  if (!code.root && code.cameo.empty()) return;
  const People actors = actor.empty() ? People{} : People{actors_.of_range(actor, true)};
  const People recipients =
      recipient.empty() ? People{} : People{actors_.of_range(recipient, true)};
  const std::size_t before = record_.events.size();
  told_.clear();  // what was asked for is told, also where the article told it before
  write(sentence, best ? best->token : first.first, code, status.status, actors, recipients);
  if (record_.events.size() > before) record_.events.back().pair = index;
}

void EventCoder::code_pairs() {
  const std::vector<ActorPair>& pairs = record_.article.pairs;
  if (pairs.empty() || reading_.size() == 0) return;
  const Offsets offsets(reading_.text());
  const auto range_of = [&](const std::optional<ActorPair::Range>& asked) {
    Range range;
    if (!asked) return range;
    const Span span{offsets.to_byte(asked->first), offsets.to_byte(asked->second)};
    range.first = reading_.token_at(span.begin);
    range.end = range.first;
    while (range.end < reading_.size() &&
           reading_.document().tokens[range.end].span.begin < span.end) {
      ++range.end;
    }
    // A pair that reaches over a sentence's end is read up to there.
    if (range.empty()) return range;
    range.end = std::min(range.end, reading_.sentence_of(range.first).end_token);
    return range;
  };
  is_asked_ = true;
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    code_pair(i, range_of(pairs[i].source), range_of(pairs[i].target));
  }
}

}  // namespace tacitus
