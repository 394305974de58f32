// What the judge of events is told of somebody beside a word that may tell an act.
#include <algorithm>
#include <array>

#include "read/events/coder.h"

namespace tacitus {
namespace {

constexpr std::uint8_t kNoRelation = 33;  // the last of the features' relations
constexpr std::size_t kMostUp = 3, kMostDown = 10;

std::uint8_t number_of(Deprel deprel) { return static_cast<std::uint8_t>(deprel); }

// The noun that a part of a name or of a list hangs from.
std::uint32_t first_of_list(const Reading& reading, std::uint32_t head, bool& is_joined) {
  for (int steps = 0; steps < 6 && reading.head(head) != kNone; ++steps) {
    const Deprel deprel = reading.deprel(head);
    const bool is_conj = deprel == Deprel::kConj && reading.upos(reading.head(head)) != Upos::kVerb;
    if (!is_conj && deprel != Deprel::kFlat && deprel != Deprel::kAppos && deprel != Deprel::kNmodDesc) break;
    is_joined = is_joined || is_conj;
    head = reading.head(head);
  }
  return head;
}

std::uint8_t step_of(std::int64_t distance) {
  constexpr std::int64_t kBounds[] = {-9, -5, -3, -2, 0, 2, 3, 5, 9};  // ends of the first nine
  std::uint8_t step = 0;
  while (step < std::size(kBounds) && distance >= kBounds[step] + (step < 4 ? 1 : 0)) ++step;
  return step;
}

std::uint8_t side_step(unsigned chance) {
  constexpr unsigned kBounds[] = {31, 64, 115, 166, 217};
  std::uint8_t step = 0;
  while (step < std::size(kBounds) && chance >= kBounds[step]) ++step;
  return step;
}

}  // namespace

std::uint8_t EventCoder::kind_of_word(std::uint32_t token) const {
  switch (reading_.upos(token)) {
    case Upos::kVerb: break;
    case Upos::kNoun:
    case Upos::kPropn: return 4;
    default: return 5;
  }
  const Deprel deprel = reading_.deprel(token);
  const bool has_auxiliary = reading_.child(token, Deprel::kAux) != kNone;
  if ((deprel == Deprel::kAcl || deprel == Deprel::kAmod) && !has_auxiliary) return 2;
  if (is_infinitive(reading_, token)) return 3;
  return is_passive_by_order(reading_, token) || reading_.child(token, Deprel::kNsubjPass) != kNone ? 1 : 0;
}

// The way through the tree from the word to the party, and what stands between them.
PartyFacts EventCoder::facts_of(const EventActors::Party& party, std::uint32_t token, Root root,
                                RuleWord word, const Proposal& rules,
                                const std::vector<EventActors::Party>& all) const {
  PartyFacts facts;
  bool is_joined = false;
  const std::uint32_t head = first_of_list(reading_, party.head, is_joined);
  facts.joined = is_joined;
  // Ancestors of the party, itself first, until the word or one above it is met.
  std::array<std::uint32_t, kMostUp + 1> up{};
  std::size_t ups = 0;
  for (std::uint32_t t = token; t != kNone && ups < up.size(); t = reading_.head(t)) up[ups++] = t;
  std::array<std::uint32_t, kMostDown> down{};
  std::size_t downs = 0, met = up.size();
  for (std::uint32_t t = head; t != kNone && downs < kMostDown; t = reading_.head(t)) {
    const auto at = std::find(up.begin(), up.begin() + static_cast<std::ptrdiff_t>(ups), t);
    if (at != up.begin() + static_cast<std::ptrdiff_t>(ups)) {
      met = static_cast<std::size_t>(at - up.begin());
      break;
    }
    down[downs++] = t;
  }
  facts.up = facts.up_again = facts.down = facts.last = kNoRelation;
  if (met == up.size()) {
    facts.shape = 16;
  } else {
    facts.shape = static_cast<std::uint8_t>(4 * met + std::min<std::size_t>(downs, 3));
    if (met > 0) facts.up = number_of(reading_.deprel(up[0]));
    if (met > 1) facts.up_again = number_of(reading_.deprel(up[1]));
    if (downs > 0) facts.down = number_of(reading_.deprel(down[downs - 1]));
    if (downs > 1) facts.last = number_of(reading_.deprel(down[0]));
    const std::string_view own = preposition_of(reading_, head);
    facts.preposition = preposition_number(
        own.empty() && downs > 1 ? preposition_of(reading_, down[downs - 1]) : own);
  }
  facts.order = step_of(std::int64_t{party.head} - token);
  std::size_t between = 0;
  for (const EventActors::Party& other : all) {
    between += other.head != party.head && other.head > std::min(token, party.head) &&
               other.head < std::max(token, party.head);
  }
  facts.between = static_cast<std::uint8_t>(std::min<std::size_t>(between, 3));
  const auto has = [&](const People& people) {
    return std::find(people.begin(), people.end(), party.who) != people.end();
  };
  if (word != RuleWord::kNothing) {
    const std::uint8_t first = word == RuleWord::kTold ? 1 : word == RuleWord::kFreely ? 7 : 4;
    facts.rules = static_cast<std::uint8_t>(first + (has(rules.actors) ? 0 : has(rules.recipients) ? 1 : 2));
  }
  facts.root = static_cast<std::uint8_t>(root);
  const Actor& one = actors_.actor(party.who);
  const bool is_political = actors_.is_political(party.who);
  facts.kind = actors_.is_unnamed(party.who) ? 8
               : one.kind == "country"       ? 0
               : one.kind == "place"         ? 1
               : one.kind == "person"        ? (is_political ? 2 : 3)
               : one.kind == "organization"  ? (is_political ? 4 : 5)
                                             : (is_political ? 6 : 7);
  // The best of the name's words: the head may take any of them for the one that bears it.
  const auto& acts = reading_.document().acts;
  auto scores = std::lower_bound(acts.begin(), acts.end(), party.words.first,
                                 [](const ActScores& s, std::uint32_t t) { return s.token < t; });
  unsigned actor = 0, recipient = 0;
  for (; scores != acts.end() && scores->token < party.words.end; ++scores) {
    actor = std::max<unsigned>(actor, scores->actor);
    recipient = std::max<unsigned>(recipient, scores->recipient);
  }
  facts.actor = side_step(actor);
  facts.recipient = side_step(recipient);
  facts.word = kind_of_word(token);
  facts.company = static_cast<std::uint8_t>(std::min<std::size_t>(all.size(), 5));
  return facts;
}

}  // namespace tacitus
