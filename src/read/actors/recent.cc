// Who of those mentioned last a pronoun is likely to mean: each is weighed by how near and how
// prominent the mention is, and by what the model's chain of reference says (salience factors as in
// Lappin and Leass 1994, with weights of our own).
#include <algorithm>
#include <array>

#include "read/statements/speakers.h"

namespace tacitus {
namespace {

// Weights of a mention 0, 1, 2, ... sentences back. People are "he" for longer than a body is "it".
constexpr std::array<float, 11> kNearPerson = {1.8f, 1.5f, 1.0f, 0.7f, 0.5f, 0.3f,
                                               0.2f, 0.1f, 0.1f, 0.0f, 0.0f};
constexpr std::array<float, 4> kNearBody = {1.3f, 1.2f, 0.7f, 0.3f};
constexpr float kSubject = 0.6f, kSpeaker = 0.5f, kBodySpeaker = 0.9f;
constexpr float kGender = 0.5f;        // a gender that is known, and the same
constexpr float kJustSpoke = 1.2f;     // the one who spoke in the sentence before
constexpr float kJustNamed = 0.6f;     // by name
constexpr float kGoverns = 2.2f;       // subject of a clause that the pronoun's lies in or goes on with
constexpr float kQuoted = -1.2f;       // named in somebody's quotation, outside of which we are
constexpr float kChain = 1.8f;         // times the model's probability
constexpr float kQuotedChain = 0.8f;   // the same from a word in a quotation
constexpr float kAgain = 0.15f;        // each further mention
constexpr int kMostAgain = 3;
constexpr float kTold = -0.4f;         // named in what somebody says indirectly
constexpr float kOwnWords = -1.2f;     // named in what the pronoun's owner says
constexpr float kNobodyYet = -0.4f;    // a description that nothing was said of
constexpr std::uint32_t kDeepest = 6;  // clauses above a pronoun that are looked at
constexpr float kLeastPerson = 1.2f, kLeastBody = 1.7f;

}  // namespace

void Speakers::note(Recent recent) {
  for (Recent& known : recent_) {
    if (known.token != recent.token) continue;
    known.actor = recent.actor;
    known.is_speaker = known.is_speaker || recent.is_speaker;
    return;
  }
  if (recent_.size() < kMostRecent) {
    recent_.push_back(recent);
  } else {
    recent_[next_recent_] = recent;
    next_recent_ = (next_recent_ + 1) % kMostRecent;
  }
}

// By chain how often the model takes it for "he" and "she".
void Speakers::count_genders() {
  const std::vector<Reference>& references = reading_.document().references;
  chain_of_.resize(references.size());
  votes_.resize(references.size());
  for (std::uint32_t r = 0; r < references.size(); ++r) {
    const std::uint32_t before = references[r].antecedent;
    chain_of_[r] = before < r ? chain_of_[before] : r;
    if (references[r].token >= reading_.size()) continue;
    const PronounKind kind = pronoun_kind(reading_.plain(references[r].token));
    votes_[chain_of_[r]].he += kind == PronounKind::kHe;
    votes_[chain_of_[r]].she += kind == PronounKind::kShe;
  }
}

// The word of a mention that says what part it plays: through titles in front of a name.
std::uint32_t Speakers::governor(std::uint32_t token) const {
  for (int steps = 0; steps < 3 && reading_.head(token) != kNone; ++steps) {
    const Deprel deprel = reading_.deprel(token);
    if (deprel != Deprel::kFlat && deprel != Deprel::kAppos && deprel != Deprel::kNmodDesc) break;
    token = reading_.head(token);
  }
  return token;
}

bool Speakers::is_subject(std::uint32_t token) const {
  const Deprel deprel = reading_.deprel(governor(token));
  return deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass;
}

// Whether a word is the subject of a clause above that of `pronoun`: "Weber left, since he was tired."
bool Speakers::governs(std::uint32_t token, std::uint32_t pronoun) const {
  if (!is_subject(token)) return false;
  const std::uint32_t verb = reading_.head(governor(token));
  std::uint32_t up = reading_.head(pronoun);
  for (std::uint32_t steps = 0; steps < kDeepest && up != kNone; ++steps) {
    up = reading_.head(up);
    if (up == verb) return verb != kNone;
  }
  return false;
}

// The last sentence of what the source with that head word says: "..." Weber said. "...".
std::uint32_t Speakers::spoke_until(std::uint32_t head) const {
  const std::uint32_t sentence = reading_.sentence(head);
  if (said_by_[head] == kNone) return sentence;
  return std::max(sentence, reading_.sentence(drafts_[said_by_[head]].contents.back().end - 1));
}

// Whether a description that is nobody's yet can be what a pronoun means.
bool Speakers::described_fits(std::uint32_t head, PronounKind kind) const {
  if (actor_at_[head] != kNone || !reading_.is_noun(head)) return false;
  const Reference& reference = reading_.document().references[reference_at_[head]];
  if (reference.type != ReferentType::kPerson) return false;
  const PersonFound found = person_word_at(reading_, head, reading_.nominal(head));
  const std::string_view word = reading_.plain(head);
  const bool is_plural =
      found.word ? found.word->is_plural : word.ends_with("s") || word.ends_with("men");
  if (kind == PronounKind::kThey) return is_plural;
  if (is_plural || kind == PronounKind::kIt) return false;
  const Gender gender = found.word ? found.word->gender : Gender::kUnknown;
  return gender == Gender::kUnknown ||
         gender == (kind == PronounKind::kHe ? Gender::kMale : Gender::kFemale);
}

// Whether a word lies in what somebody says, and the pronoun outside of it.
bool Speakers::is_told_elsewhere(std::uint32_t token, std::uint32_t pronoun) const {
  return told_in_[token] != kNone && told_in_[token] != told_in_[pronoun];
}

bool Speakers::is_in_other_quote(std::uint32_t token, std::uint32_t pronoun) const {
  const Quote* quote = quotes_.around(reading_.document().tokens[token].span.begin);
  return quote && quote != quotes_.around(reading_.document().tokens[pronoun].span.begin);
}

// Who is quoted with a word, where the article has said so before it.
Speakers::Who Speakers::quoted_speaker(std::uint32_t token) const {
  const Quote* quote = quotes_.around(reading_.document().tokens[token].span.begin);
  if (!quote) return std::nullopt;
  std::uint32_t draft = told_in_[token];
  if (draft == kNone) {
    const std::uint32_t first = reading_.token_at(quote->words.begin);
    if (first < reading_.size()) draft = told_in_[first];
  }
  if (draft == kNone || drafts_[draft].statement.kind != StatementKind::kDirect) return std::nullopt;
  return drafts_[draft].statement.actor;
}

bool Speakers::is_candidate(const Recent& recent, std::uint32_t token, PronounKind kind) const {
  if (recent.token >= token) return false;
  const std::uint32_t back = reading_.sentence(token) - reading_.sentence(recent.token);
  if (recent.actor == kNone) return back <= 1 && described_fits(recent.token, kind);
  if (!fits(cast_[recent.actor], kind)) return false;
  const bool is_person = cast_[recent.actor].kind == ActorKind::kPerson;
  if (back >= (is_person ? kNearPerson.size() : kNearBody.size())) return false;
  // "Weber told him": not himself.
  const bool is_owner = reading_.deprel(token) == Deprel::kNmodPoss;
  const std::uint32_t verb = reading_.head(governor(recent.token));
  return is_owner || verb == kNone || verb != reading_.head(token);
}

float Speakers::chain_weight(std::uint32_t token, std::uint32_t actor) const {
  const Link found = link(token);
  if (found.actor != actor) return 0;
  return found.score * (is_in_other_quote(found.token, token) ? kQuotedChain : kChain);
}

float Speakers::weight(const Recent& recent, std::uint32_t token, PronounKind kind,
                       bool is_source) const {
  const std::uint32_t back = reading_.sentence(token) - reading_.sentence(recent.token);
  const Member* member = recent.actor == kNone ? nullptr : &cast_[recent.actor];
  const bool is_person = !member || member->kind == ActorKind::kPerson;
  float sum = is_person ? kNearPerson[back] : kNearBody[back];
  if (is_subject(recent.token) || recent.is_speaker) sum += kSubject;
  if (recent.is_speaker && is_source) {
    sum += is_person || kind == PronounKind::kThey ? kSpeaker : kBodySpeaker;
  }
  if (is_person && is_source) {
    const bool is_name = entity_at_[recent.token] != kNone;
    if (recent.is_speaker && reading_.sentence(token) - spoke_until(recent.token) == 1) {
      sum += kJustSpoke + (is_name ? kJustNamed : 0);
    } else if (is_name && back == 1 && is_subject(recent.token) &&
               !is_told_elsewhere(recent.token, token)) {
      sum += kJustNamed;
    }
  }
  if (is_person && back == 0 && is_source && governs(recent.token, token)) sum += kGoverns;
  if (!member) sum += kNobodyYet;
  if (member && is_person && member->gender != Gender::kUnknown) sum += kGender;
  if (kind == PronounKind::kThey && (!member || member->kind == ActorKind::kGroup)) sum += kSubject;
  if (is_in_other_quote(recent.token, token)) {
    sum += kQuoted;
  } else if (is_person && is_told_elsewhere(recent.token, token)) {
    // "Roe was tired, he said" is hardly Roe's; "Canada will answer, it said" can be Canada's.
    sum += is_source_head(token) && told_in_[recent.token] == said_by_[token] ? kOwnWords : kTold;
  }
  return sum;
}

// The heaviest of the candidates; a description that nobody was yet becomes an actor.
Speakers::Who Speakers::likely(std::uint32_t token, PronounKind kind, bool is_source) {
  const bool is_single = kind == PronounKind::kHe || kind == PronounKind::kShe;
  const Who chained = antecedent(token);
  const Recent* best = nullptr;
  float most = is_single ? kLeastPerson : kLeastBody;
  // "He is tired", Weber said: not himself.
  const Who quoted = quoted_speaker(token);
  const bool is_other = quoted && cast_[*quoted].kind == ActorKind::kPerson;
  std::array<float, kMostRecent> weights{};
  for (std::size_t i = 0; i < recent_.size(); ++i) {
    const Recent& recent = recent_[i];
    if (!is_candidate(recent, token, kind) || (is_other && recent.actor == *quoted)) continue;
    weights[i] = weight(recent, token, kind, is_source_head(token));
    if (recent.actor != kNone) weights[i] += chain_weight(token, recent.actor);
  }
  for (std::size_t i = 0; i < recent_.size(); ++i) {
    if (weights[i] == 0) continue;
    float sum = weights[i];
    int again = 0;
    for (std::size_t k = 0; k < recent_.size(); ++k) {
      const bool same = recent_[k].actor == recent_[i].actor && recent_[i].actor != kNone;
      if (k != i && same && weights[k] != 0 && again++ < kMostAgain) sum += kAgain;
    }
    if (sum < most) continue;
    most = sum;
    best = &recent_[i];
  }
  if (!best) return std::nullopt;
  // Outside of speech only what the model says too, but for "she" where it says a man.
  if (best->actor != kNone) {
    const Member& member = cast_[best->actor];
    const bool is_known = is_single && member.gender != Gender::kUnknown;
    const bool is_astray = !chained || !fits(cast_[*chained], kind) || (is_other && chained == quoted);
    const bool is_sure = is_source || chained == best->actor || (is_known && is_astray);
    return is_sure ? Who(best->actor) : std::nullopt;
  }
  if (!is_source) return std::nullopt;
  const std::uint32_t head = best->token;
  const Range range = nominal_range(head);
  const std::uint32_t actor =
      cast_.described_people(range, head, kind == PronounKind::kThey, owner_of(range, head));
  actor_at_[head] = actor;
  reference_actor_[reference_at_[head]] = actor;
  mention(range, MentionType::kNom, actor, head);
  return actor;
}

}  // namespace tacitus
