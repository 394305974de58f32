// Stances that more than a verb tells: "nothing short of accession", "sees it as a danger".
#include <algorithm>

#include "read/events/status.h"
#include "read/positions/finder.h"

namespace tacitus {
namespace {

bool takes_any_object(const StanceFrame& frame) {
  return std::any_of(frame.issues.begin(), frame.issues.end(), [](const StanceArgument& argument) {
    return argument.slot == StanceSlot::kObject && argument.classes == 0;
  });
}

}  // namespace

// "Would settle for nothing short of full accession": refuses all that is less, and supports that.
bool PositionFinder::tell_all_but(std::uint32_t verb, const EventClause& clause) {
  std::uint32_t nothing = kNone;
  // Where the tree hangs these words differs from text to text; they stand right behind the verb.
  for (std::uint32_t t = verb + 1; t < std::min(verb + 4, reading_.sentence_of(verb).end_token); ++t) {
    if (reading_.plain(t) == "nothing") nothing = t;
  }
  if (nothing == kNone || nothing + 3 >= reading_.size()) return false;
  const std::string_view second = reading_.plain(nothing + 1), third = reading_.plain(nothing + 2);
  if (!(second == "short" && third == "of") && !(second == "less" && third == "than")) return false;
  const std::uint32_t end = reading_.sentence_of(verb).end_token;
  std::uint32_t head = nothing + 3;
  while (head < end && !reading_.is_noun(head)) ++head;
  if (head == end) return false;
  while (reading_.head(head) != kNone && reading_.head(head) > head && reading_.head(head) < end &&
         reading_.is_noun(reading_.head(head)) && reading_.deprel(head) == Deprel::kCompound) {
    head = reading_.head(head);
  }
  Range rest{nothing + 3, std::min(end, std::max(reading_.subtree(head).end, head + 1))};
  for (std::uint32_t t = rest.first; t < rest.end; ++t) {
    if (reading_.plain(t) == "," || reading_.upos(t) == Upos::kCconj) rest.end = t;
  }
  std::optional<Issue> issue = issues_.stretch(rest);
  if (!issue) return false;
  People holders;
  StanceFrame frame;
  frame.holders.emplace_back();
  holders_of_verb(frame, clause, holders);
  Told all{Stance::kSupport, std::move(*issue), Claim::kNoun, kNone};
  Told less = all;
  less.stance = Stance::kReject;
  less.issue.text = "anything " + std::string(second) + ' ' + std::string(third) + ' ' + all.issue.text;
  less.issue.words.first = nothing;
  rule_ = {"all but"};
  const bool is_rejected = write(verb, less, holders), is_supported = write(verb, all, holders);
  return is_rejected || is_supported;
}

// "Sees the bid as a danger", "called the law a disgrace", "called it unfair".
bool PositionFinder::tell_regard(std::uint32_t verb, const EventClause& clause) {
  if (!words_.is("regard", reading_.plain(verb)) || clause.objects.empty()) return false;
  // "Criticised the move as encouraging imports": what the verb itself tells.
  for (const std::uint32_t f : words_.frames(StanceKind::kVerb, reading_.plain(verb))) {
    const StanceFrame& frame = words_.frame(f);
    const bool is_side = frame.stance == Stance::kSupport || frame.stance == Stance::kOppose;
    if (is_side && frame.particles.empty() && takes_any_object(frame)) return false;
  }
  Judgement judgement = Judgement::kNone;
  std::uint32_t word = complement(verb, "as");
  if (word == kNone) word = complement(clause.objects.front(), "as");
  const auto judge = [&](std::uint32_t t) {
    if (t == kNone || judgement != Judgement::kNone) return;
    const StanceKind kind = reading_.is_noun(t) ? StanceKind::kNoun : StanceKind::kAdjective;
    judgement = words_.judgement(kind, reading_.plain(t));
    if (judgement != Judgement::kNone) return;
    each_child(reading_, t, [&](std::uint32_t c) {
      const bool is_part = reading_.deprel(c) == Deprel::kCompound && c < t;
      if (judgement == Judgement::kNone && is_part) {
        judgement = words_.judgement(StanceKind::kNoun, reading_.plain(c));
      }
      if (judgement != Judgement::kNone || reading_.deprel(c) != Deprel::kAmod) return;
      judgement = words_.judgement(StanceKind::kAdjective, reading_.plain(c));
      // "A loud and divisive candidate".
      each_child(reading_, c, [&](std::uint32_t d) {
        if (judgement == Judgement::kNone && reading_.deprel(d) == Deprel::kConj) {
          judgement = words_.judgement(StanceKind::kAdjective, reading_.plain(d));
        }
      });
    });
  };
  judge(word);
  for (const std::uint32_t c : clause.complements) judge(c);
  judge(clause.clause);
  // "Called the remarks \"deeply offensive\"", read as another name of them.
  each_child(reading_, clause.objects.front(), [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (c > clause.objects.front() && (deprel == Deprel::kAppos || deprel == Deprel::kAmod)) judge(c);
  });
  if (clause.objects.size() > 1) judge(clause.objects[1]);
  if (judgement == Judgement::kNone) return false;
  const StatusFound status = status_of(reading_, EventWords::builtin(), verb);
  if (status.status == EventStatus::kDenied || status.status == EventStatus::kPossible) return false;
  const Stance stance = judgement == Judgement::kGood ? Stance::kSupport : Stance::kOppose;
  const std::optional<Told> told = told_by_noun_phrase(stance, clause.objects.front());
  if (!told) return false;
  People holders;
  StanceFrame frame;
  frame.holders.emplace_back();
  holders_of_verb(frame, clause, holders);
  rule_ = {"regard"};
  return write(verb, *told, holders);
}

}  // namespace tacitus
