// What is seen of a position before it is written: which rule told it, who holds it and how they were found,
// what the issue looks like, and what stands around. The training reads the same (training/position_dump.cc).
#include <algorithm>

#include "read/actors/pronoun_kind.h"
#include "read/events/status.h"
#include "read/positions/finder.h"
#include "read/positions/word_lists.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

constexpr std::string_view kStanceNames[] = {"support", "oppose", "accept", "reject", "demand",
                                             "threaten", "offer", "open", "deny", "undecided"};

// Of a number, which of a few sizes it is.
std::string_view size_name(std::uint32_t n) {
  return n == 0 ? "0" : n == 1 ? "1" : n == 2 ? "2" : n <= 4 ? "3-4" : n <= 8 ? "5-8" : n <= 16 ? "9-16" : "more";
}

std::string_view upos_name(Upos upos) {
  switch (upos) {
    case Upos::kNoun: return "noun";
    case Upos::kPropn: return "name";
    case Upos::kPron: return "pronoun";
    case Upos::kVerb: return "verb";
    case Upos::kAdj: return "adjective";
    case Upos::kNum: return "number";
    default: return "other";
  }
}

std::string_view deprel_name(Deprel deprel) {
  switch (deprel) {
    case Deprel::kRoot: return "root";
    case Deprel::kCcomp: return "ccomp";
    case Deprel::kXcomp: return "xcomp";
    case Deprel::kAdvcl: return "advcl";
    case Deprel::kAcl: return "acl";
    case Deprel::kRelcl: return "relcl";
    case Deprel::kConj: return "conj";
    case Deprel::kParataxis: return "parataxis";
    case Deprel::kObj: return "obj";
    case Deprel::kObl: return "obl";
    case Deprel::kNsubj: return "nsubj";
    case Deprel::kNsubjPass: return "nsubj:pass";
    case Deprel::kNmod: return "nmod";
    case Deprel::kAppos: return "appos";
    case Deprel::kAmod: return "amod";
    case Deprel::kCompound: return "compound";
    default: return "other";
  }
}

std::string_view status_name(EventStatus status) {
  switch (status) {
    case EventStatus::kActual: return "actual";
    case EventStatus::kOngoing: return "ongoing";
    case EventStatus::kPlanned: return "planned";
    case EventStatus::kPossible: return "possible";
    case EventStatus::kDenied: return "denied";
  }
  return "none";
}

// A noun of doing: "withdrawal", "enlargement".
bool is_deverbal(std::string_view word) {
  for (const std::string_view end : {"tion", "sion", "ment", "ance", "ence", "ing", "wal", "val", "sal", "tions", "ments"}) {
    if (word.size() > end.size() + 2 && word.ends_with(end)) return true;
  }
  return false;
}

}  // namespace

Traits PositionFinder::traits(std::uint32_t trigger, const Told& told, Who holder) const {
  Traits out;
  out.reserve(48);
  const auto add = [&out](std::string_view group, std::string_view value) {
    out.push_back(std::string(group) + ' ' + std::string(value));
  };
  const auto both = [&](std::string_view one, std::string_view two, std::string_view three, std::string_view four) {
    out.push_back(std::string(one) + ' ' + std::string(two) + " & " + std::string(three) + ' ' + std::string(four));
  };
  const std::string_view stance = kStanceNames[static_cast<std::size_t>(told.stance)];
  const std::string_view word = reading_.plain(trigger);

  // The rule.
  const std::string_view rule = rule_.name;
  add("rule", rule);
  add("stance", stance);
  both("rule", rule, "stance", stance);
  add("word", word);
  if (rule_.frame) add("row", rule_.frame->name);
  if (rule_.is_denied) add("denied", rule);
  if (claims_[trigger] != Claim::kNone) add("inside", claims_[trigger] == Claim::kNoun ? "noun" : "clause");
  const std::string_view form = told.claim == Claim::kClause ? "clause" : "noun";
  both("rule", rule, "issue", form);

  // Where its word stands.
  const std::string_view deprel = deprel_name(reading_.deprel(trigger));
  both("rule", rule, "hangs", deprel);
  const std::uint32_t above = reading_.head(trigger);
  if (above != kNone) add("above", reading_.plain(above));
  const std::string_view where = cue_at(trigger) != kNone ? (statement_[trigger] != kNone ? "inner cue" : "cue")
                                 : statement_[trigger] != kNone ? "content" : "narration";
  add("in", where);
  both("rule", rule, "in", where);
  if (reading_.child(trigger, Deprel::kNsubjPass) != kNone) add("voice", "passive");
  if (trigger + 1 < reading_.size()) add("next", upos_name(reading_.upos(trigger + 1)));
  if (reading_.upos(trigger) == Upos::kVerb) {
    const StatusFound status = status_of(reading_, EventWords::builtin(), trigger);
    add("status", status_name(status.status));
    std::string_view tense = is_infinitive(reading_, trigger) ? "infinitive" : is_gerund(reading_, trigger) ? "ing"
                             : word.ends_with("ed") ? "ed" : "other";
    each_child(reading_, trigger, [&](std::uint32_t c) {
      if (reading_.deprel(c) != Deprel::kAux || c > trigger) return;
      add("auxiliary", reading_.plain(c));
      if (is_one_of(reading_.plain(c), {"would", "could", "should", "might", "may", "can", "must", "will"})) tense = "modal";
    });
    add("tense", tense);
  }

  // Who holds it.
  const Actor& actor = actors_.actor(holder);
  add("holder", actor.kind);
  const std::string_view sector = actor.sectors.empty() ? "none" : std::string_view(actor.sectors.front());
  add("sector", sector);
  both("holder", actor.kind, "rule", rule);
  if (sector == "BUS") both("sector", sector, "stance", stance);
  add("country", actor.country ? "known" : "not known");
  add("holder is", holder.actor != kNone ? "of the record" : "described");
  if (is_guess_) add("holder is", "guessed");
  const std::uint32_t statement = cue_at(trigger) != kNone ? cue_at(trigger) : statement_[trigger];
  const bool is_speaker = statement != kNone && holder.actor != kNone && record_.statements[statement].actor == holder.actor;
  both("holder", is_speaker ? "speaks" : "is told of", "in", where);
  std::string_view place = "elsewhere";
  std::uint32_t nearest = kNone;
  bool is_subject = false;
  if (holder.actor != kNone) {
    for (const auto [sentence, by, t] : mentions_of(holder.actor, reading_.sentence(trigger))) {
      if (t < trigger) nearest = t;
      if (t > trigger && nearest == kNone) place = "behind";
    }
    if (nearest != kNone) {
      place = trigger - nearest <= 3 ? "close" : trigger - nearest <= 10 ? "near" : "far";
      add("holder word", upos_name(reading_.upos(nearest)));
      const bool is_part = reading_.deprel(nearest) == Deprel::kFlat && reading_.head(nearest) != kNone;
      is_subject = reading_.head(is_part ? reading_.head(nearest) : nearest) == trigger;
    }
    add("holder stands", place);
  }
  both("holder hangs", is_subject ? "from the word" : "elsewhere", "rule", rule);
  both("holder hangs", is_subject ? "from the word" : "elsewhere", "hangs", deprel);

  // The issue.
  const Range words = told.issue.words;
  add("issue words", size_name(words.size()));
  const std::uint32_t head = told.noun != kNone ? told.noun : told.inner != kNone ? told.inner
                             : words.empty() ? trigger : reading_.head_of(words);
  add("issue head", upos_name(reading_.upos(head)));
  both("issue head", upos_name(reading_.upos(head)), "stance", stance);
  both("issue head", upos_name(reading_.upos(head)), "rule", rule);
  const std::string_view matter = reading_.plain(head);
  for (const std::string_view one : {"plan", "light", "measure", "change", "level", "people", "claim", "policy", "trade",
                                     "private", "result", "hostile", "gesture"}) {
    if (words_.is(one, matter)) add(told.claim == Claim::kClause ? "does" : "matter", one);
  }
  if (is_deverbal(matter)) add("issue", "deverbal");
  if (told.issue.text.find(actor.name) != std::string::npos) add("issue", "names the holder");
  if (!words.empty()) {
    add("issue first", upos_name(reading_.upos(words.first)));
    const std::string_view first = reading_.plain(words.first);
    if (holder.actor != kNone && reading_.upos(words.first) == Upos::kPropn) {
      const auto own = mentions_of(holder.actor, reading_.sentence(words.first));
      const bool is_own = std::any_of(own.begin(), own.end(), [&](const Meant& one) { return words.has(one.token); });
      if (is_own) both("issue", "has the holder's name", "side", is_against(told.stance) ? "against" : "other");
    }
    if (is_one_of(first, {"the", "a", "an", "his", "her", "its", "their", "any", "this", "that", "no", "some"})) {
      add("issue first", first);
    }
    if (reading_.sentence(words.first) != reading_.sentence(trigger)) add("issue", "referred to");
    else if (words.end <= trigger) add("issue", "in front");
    else if (words.first <= trigger + 1) add("issue", "next");
    else add("issue behind", size_name(words.first - trigger - 1));
    bool has_number = false, has_mark = false, has_comma = false, has_verb = false;
    for (std::uint32_t t = words.first; t < words.end; ++t) {
      has_number = has_number || reading_.upos(t) == Upos::kNum;
      has_mark = has_mark || is_double_quote(reading_.word(t));
      has_comma = has_comma || reading_.plain(t) == ",";
      has_verb = has_verb || (reading_.upos(t) == Upos::kVerb && reading_.deprel(t) != Deprel::kAmod);
    }
    if (has_number) add("issue has", "number");
    if (has_mark) add("issue has", "quotation mark");
    if (has_comma) add("issue has", "comma");
    if (has_verb && told.claim != Claim::kClause) add("issue has", "verb");
    const std::uint32_t next = words.end < reading_.size() ? words.end : words.end - 1;
    add("issue before", reading_.is_punctuation(next) ? "mark" : upos_name(reading_.upos(next)));
  }

  // What stands around.
  const Sentence& sentence = reading_.sentence_of(trigger);
  std::uint32_t business = 0, politics = 0, length = sentence.end_token - sentence.first_token;
  for (std::uint32_t t = sentence.first_token; t < std::min(sentence.end_token, sentence.first_token + 64); ++t) {
    business += is_of_kind(reading_.plain(t), WordKind::kBusiness);
    politics += is_of_kind(reading_.plain(t), WordKind::kPolitics);
  }
  add("business", business > 3 ? "more" : size_name(business));
  add("politics", politics > 3 ? "more" : size_name(politics));
  both("business", business > 1 ? "many" : business == 1 ? "one" : "none", "rule", rule);
  both("business", business > 1 ? "many" : "few", "stance", stance);
  both("business", business > 1 ? "many" : "few", "politics", politics > 1 ? "many" : politics == 1 ? "one" : "none");
  add("sentence", length < 12 ? "short" : length < 30 ? "middle" : "long");
  return out;
}

}  // namespace tacitus
