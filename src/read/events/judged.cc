// Where rules and the model's act head meet: words that either of them takes to tell an event are
// judged (read/events/judge.h), and what passes is written.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <iterator>

#include "read/events/coder.h"

namespace tacitus {
namespace {

constexpr unsigned kLikely = 26;  // of 255: the chance from which a word is judged without a rule

// Log-odds from which an event is written: above even, as 95 of 100 sentences without one are to stay so.
constexpr float kSure = 0.3F;

float chance_of(float log_odds) { return 1 / (1 + std::exp(-log_odds)); }

// A number in few steps: 0, 1, 2, 3 and more.
std::uint8_t few(std::size_t count) { return static_cast<std::uint8_t>(std::min<std::size_t>(count, 3)); }

// A chance as one of six steps.
std::uint8_t sixth(float chance) {
  return static_cast<std::uint8_t>(std::clamp(static_cast<int>(chance * 6), 0, 5));
}

const ActScores* scores_at(const Document& document, std::uint32_t token) {
  const auto found =
      std::lower_bound(document.acts.begin(), document.acts.end(), token,
                       [](const ActScores& scores, std::uint32_t t) { return scores.token < t; });
  return found != document.acts.end() && found->token == token ? &*found : nullptr;
}

unsigned chance_of_any(const ActScores* scores) {
  unsigned sum = 0;
  if (scores) {
    for (const std::uint8_t chance : scores->roots) sum += chance;
  }
  return sum;
}

}  // namespace

// Who is in a proposal, on either side.
EventCoder::People EventCoder::everybody(const Proposal& proposal) {
  People all = proposal.actors;
  all.insert(all.end(), proposal.recipients.begin(), proposal.recipients.end());
  return all;
}

// Words that no table has, or that their frames do not fit, but that the head takes for an act.
void EventCoder::add_likely_triggers(const Sentence& sentence) {
  const Document& document = reading_.document();
  auto scores = std::lower_bound(
      document.acts.begin(), document.acts.end(), sentence.first_token,
      [](const ActScores& one, std::uint32_t t) { return one.token < t; });
  const auto by_token = [](const Trigger& a, const Trigger& b) { return a.token < b.token; };
  const std::size_t of_rules = triggers_.size();
  std::size_t at = 0;
  for (; scores != document.acts.end() && scores->token < sentence.end_token; ++scores) {
    if (chance_of_any(&*scores) < kLikely || reading_.is_punctuation(scores->token)) continue;
    while (at < of_rules && triggers_[at].token < scores->token) ++at;
    if (at < of_rules && triggers_[at].token == scores->token) continue;
    Trigger likely;
    likely.token = scores->token;
    triggers_.push_back(likely);
  }
  std::inplace_merge(triggers_.begin(), triggers_.begin() + static_cast<std::ptrdiff_t>(of_rules),
                     triggers_.end(), by_token);
}

// Sides by the clause alone, of a word of which no frame says where its sides stand.
RuleWord EventCoder::propose_freely(std::uint32_t token, Proposal& out) {
  static const EventFrame kAny = [] {
    EventFrame any;
    any.recipients = {"obj", "with", "against", "to", "on", "at", "for", "from", "of", "inf"};
    return any;
  }();
  out.code = Code();
  if (reading_.upos(token) == Upos::kVerb || reading_.child(token, Deprel::kCop) != kNone) {
    read_clause(reading_, token, clause_);
    out.status = status_of(reading_, words_, token).status;
    out.actors = actors_of(nullptr, clause_);
    out.recipients = recipients_of(&kAny, clause_);
  } else if (reading_.is_noun(token)) {
    const std::uint32_t above = reading_.head(token);
    if (above != kNone && reading_.upos(above) == Upos::kVerb) {
      out.status = status_of(reading_, words_, above).status;
    }
    add_doers(token, out.actors);
    for (const std::string& place : kAny.recipients) {
      if (!out.recipients.empty()) break;
      each_child(reading_, token, [&](std::uint32_t c) {
        if (reading_.deprel(c) == Deprel::kNmod && preposition_of(reading_, c) == place) {
          actors_.find(c, Inside::kAll, out.recipients);
        }
      });
    }
  }
  std::erase_if(out.recipients, [&](Who who) {
    return std::find(out.actors.begin(), out.actors.end(), who) != out.actors.end();
  });
  return RuleWord::kFreely;
}

// Everybody of a sentence, read once for all its words.
void EventCoder::find_parties(std::uint32_t sentence) {
  if (parties_of_ == sentence) return;
  parties_of_ = sentence;
  const Sentence& words = reading_.document().sentences[sentence];
  parties_.clear();
  actors_.find_all({words.first_token, words.end_token}, parties_);
}

// Of those that the model puts on a side, the people; of one person named twice his best mention.
void EventCoder::choose_sides(std::uint32_t token, Root root, RuleWord word, const Proposal& rules,
                              Proposal& out, Sides& sides, JudgedWord* witness) {
  const EventJudge& judge = options_.judge ? *options_.judge : EventJudge::builtin();
  // Those around the word; no sentence that a person wrote has more.
  constexpr std::ptrdiff_t kMostParties = 12;
  const auto middle = std::lower_bound(
      parties_.begin(), parties_.end(), token,
      [](const EventActors::Party& party, std::uint32_t t) { return party.words.first < t; });
  std::vector<EventActors::Party> all;
  std::copy_if(middle - std::min(kMostParties, middle - parties_.begin()),
               middle + std::min(kMostParties, parties_.end() - middle), std::back_inserter(all),
               [&](const EventActors::Party& party) {
                 return party.head != token &&
                        std::find(wanted_.begin(), wanted_.end(), party.head) == wanted_.end();
               });
  const auto add_of_rules = [&](const People& people) {
    for (const Who who : people) {
      if (std::none_of(all.begin(), all.end(), [&](const auto& p) { return p.who == who; })) {
        all.push_back(actors_.party_of(who, token));
      }
    }
  };
  add_of_rules(rules.actors);
  add_of_rules(rules.recipients);
  struct Chosen {
    Who who;
    float actor, recipient;
  };
  std::vector<Chosen> chosen;
  for (const EventActors::Party& party : all) {
    features_.clear();
    append_features(facts_of(party, token, root, word, rules, all), features_);
    const float actor = judge.actor(features_), recipient = judge.recipient(features_);
    if (witness) {
      const Actor& one = actors_.actor(party.who);
      const auto has = [&](const People& people) {
        return std::find(people.begin(), people.end(), party.who) != people.end();
      };
      witness->parties.push_back({reading_.span(party.words), features_, one.country ? std::string_view(*one.country) : std::string_view("-"),
                                  one.name, actor, recipient, has(rules.actors), has(rules.recipients)});
    }
    const auto same = std::find_if(chosen.begin(), chosen.end(),
                                   [&](const Chosen& c) { return c.who == party.who; });
    if (same == chosen.end()) {
      chosen.push_back({party.who, actor, recipient});
    } else {
      same->actor = std::max(same->actor, actor);
      same->recipient = std::max(same->recipient, recipient);
    }
  }
  for (const Chosen& one : chosen) {
    sides.actor = std::max(sides.actor, chance_of(one.actor));
    sides.recipient = std::max(sides.recipient, chance_of(one.recipient));
    if (std::max(one.actor, one.recipient) <= 0) continue;
    (one.actor >= one.recipient ? out.actors : out.recipients).push_back(one.who);
  }
}

EventFacts EventCoder::facts_of(const Trigger& trigger, RuleWord word, const Proposal& rules,
                                Root root, const Proposal& judged, const Sides& sides) const {
  const Document& document = reading_.document();
  const std::uint32_t token = trigger.token;
  const ActScores* const scores = scores_at(document, token);
  const unsigned chance = chance_of_any(scores);
  EventFacts facts;
  facts.chance = chance_step(chance);
  const unsigned lead = scores ? scores->roots[static_cast<std::size_t>(root)] : 0;
  facts.lead = chance == 0 ? 0 : sixth(static_cast<float>(lead) / static_cast<float>(chance));
  facts.rules = static_cast<std::uint8_t>(word);
  facts.agrees = !rules.code.root ? 0 : rules.code.root == root ? 2 : 1;
  facts.root = static_cast<std::uint8_t>(root);
  facts.upos = static_cast<std::uint8_t>(reading_.upos(token));
  facts.deprel = static_cast<std::uint8_t>(reading_.deprel(token));
  facts.status = static_cast<std::uint8_t>(judged.status);
  facts.topic = static_cast<std::uint8_t>(topics_.of(judged.sentence));
  facts.said = statement_at(document.tokens[token].span.begin).has_value();
  facts.actors = few(judged.actors.size());
  facts.recipients = few(judged.recipients.size());
  const auto power = [&](const People& people) {
    std::uint8_t most = 0;
    for (const Who who : people) {
      const std::uint8_t one = actors_.actor(who).kind == "country" || actors_.is_official(who) ? 3
                               : stands_for_state(who)                                          ? 2
                                                                                                : 1;
      most = std::max(most, one);
    }
    return most;
  };
  facts.acting = power(judged.actors);
  facts.acted = power(judged.recipients);
  facts.sure_actor = sixth(sides.actor);
  facts.sure_recipient = sixth(sides.recipient);
  for (const Who who : judged.actors) {
    for (const Who other : judged.recipients) {
      const auto &one = actors_.actor(who).country, &two = actors_.actor(other).country;
      if (one && two) facts.abroad = std::max<std::uint8_t>(facts.abroad, *one == *two ? 1 : 2);
    }
  }
  // Other words of the sentence that tell an act, and those that tell the same.
  std::size_t above = 0, twins = 0;
  constexpr std::ptrdiff_t kNear = 12;
  const auto here = std::lower_bound(triggers_.begin(), triggers_.end(), token,
                                     [](const Trigger& a, std::uint32_t t) { return a.token < t; });
  const auto last = here + std::min(kNear, triggers_.end() - here);
  for (auto other = here - std::min(kNear, here - triggers_.begin()); other != last; ++other) {
    if (other->token == token) continue;
    const ActScores* const its = scores_at(document, other->token);
    const unsigned its_chance = chance_of_any(its);
    above += its_chance > chance;
    twins += its && its_chance > chance && its->roots[static_cast<std::size_t>(root)] * 2 > its_chance;
  }
  facts.rank = few(above);
  facts.twin = few(twins);
  facts.word = kind_of_word(token);
  return facts;
}

// "Norland condemned the attack", "called for sanctions": who takes a stand on an act does not do it.
void EventCoder::drop_who_only_speaks_of_it(std::uint32_t noun, People& actors) {
  if (!reading_.is_noun(noun) || actors.empty()) return;
  std::uint32_t verb = noun;
  for (int steps = 0; steps < 3 && verb != kNone && (steps == 0 || reading_.is_noun(verb)); ++steps) {
    const Deprel deprel = reading_.deprel(verb);
    const bool is_below = deprel == Deprel::kObj || deprel == Deprel::kObl || deprel == Deprel::kNmod ||
                          deprel == Deprel::kConj || deprel == Deprel::kXcomp;
    verb = is_below ? reading_.head(verb) : kNone;
  }
  if (verb == kNone || reading_.upos(verb) != Upos::kVerb) return;
  const auto at = std::lower_bound(triggers_.begin(), triggers_.end(), verb,
                                   [](const Trigger& one, std::uint32_t t) { return one.token < t; });
  if (at == triggers_.end() || at->token != verb || !at->found.frame || !at->found.frame->root) return;
  const Root root = *at->found.frame->root;
  if (root != Root::kAccuse && root != Root::kSupport && root != Root::kReject && root != Root::kRequest) return;
  read_clause(reading_, verb, below_);
  People speaking;
  for (const std::uint32_t subject : below_.subjects) actors_.find(subject, Inside::kOwners, speaking);
  std::erase_if(actors, [&](Who who) {
    return std::find(speaking.begin(), speaking.end(), who) != speaking.end();
  });
}

// "Norland will answer any Vell tariffs": where a noun's own words name who does it, nobody else does.
void EventCoder::keep_own_doers(std::uint32_t noun, People& actors) {
  if (!reading_.is_noun(noun) || actors.size() < 2) return;
  People doers;
  add_doers(noun, doers);
  const auto is_doer = [&](Who who) { return std::find(doers.begin(), doers.end(), who) != doers.end(); };
  if (std::any_of(actors.begin(), actors.end(), is_doer)) {
    std::erase_if(actors, [&](Who who) { return !is_doer(who); });
  }
}

// Whether the sentence has told an event of all these already: "lodged a protest with Norland".
bool EventCoder::is_told_of_them(const Proposal& proposal) const {
  constexpr std::ptrdiff_t kMostTold = 16;  // that are looked at
  const People these = everybody(proposal);
  const std::ptrdiff_t told = std::min(kMostTold, std::ssize(told_here_));
  return std::any_of(told_here_.end() - told, told_here_.end(), [&](const People& those) {
    return std::all_of(these.begin(), these.end(), [&](Who who) {
             return std::find(those.begin(), those.end(), who) != those.end();
           });
  });
}

void EventCoder::judge(const Trigger& trigger, Proposal& rules) {
  const EventJudge& judge = options_.judge ? *options_.judge : EventJudge::builtin();
  const std::uint32_t token = trigger.token;
  RuleWord word = propose(trigger, rules);
  if (claims_[token] == Claim::kByTables) word = RuleWord::kClaimed;
  const ActScores* const scores = scores_at(reading_.document(), token);
  if (!rules.code.root && chance_of_any(scores) < kLikely) return;
  static const ActScores kNoScores;
  const auto& chances = scores ? scores->roots : kNoScores.roots;
  const Root root = judge.root(chances, rules.code.root, word);
  Proposal judged;
  judged.sentence = rules.sentence;
  judged.trigger = token;
  judged.status = rules.status;
  judged.is_scheduled = rules.is_scheduled;
  JudgedWord seen;
  JudgedWord* const witness = options_.witness ? &seen : nullptr;
  Sides sides;
  find_parties(rules.sentence);
  choose_sides(token, root, word, rules, judged, sides, witness);
  // Where the rules are content with both sides they know them best.
  const bool are_rules_sides = word == RuleWord::kTold && rules.code.root == root;
  if (are_rules_sides) {
    judged.actors = rules.actors;
    judged.recipients = rules.recipients;
  }
  if (!are_rules_sides) {
    drop_who_only_speaks_of_it(token, judged.actors);
    keep_own_doers(token, judged.actors);
  }
  features_.clear();
  append_features(facts_of(trigger, word, rules, root, judged, sides), features_);
  const float score = judge.event(features_);
  if (witness) {
    seen.token = token;
    seen.trigger = reading_.document().tokens[token].span;
    seen.word = word;
    seen.rules = rules.code.root;
    seen.root = root;
    seen.chances = chances;
    seen.features = features_;
    seen.score = score;
    options_.witness(seen);
  }
  if (score <= kSure || (judged.actors.empty() && judged.recipients.empty())) return;
  if (word == RuleWord::kClaimed && is_told_of_them(judged)) return;
  char sure[32];
  std::snprintf(sure, sizeof sure, "model %.2f", static_cast<double>(chance_of(score)));
  if (rules.code.root == root) {
    judged.code = rules.code;
    if (options_.explain) judged.code.rule += std::string(", ") + sure;
  } else {
    judged.code.root = root;
    judged.code.cameo = plover_.general_code(root);
    judged.code.rule = sure;
    if (rules.code.root) {
      judged.code.runner_up = rules.code.rule + ' ' + std::string(name_of(*rules.code.root));
    }
  }
  // Who meets does it with the other; who visits goes to him.
  if (root == Root::kConsult && !are_rules_sides && judged.code.mode != "visit" &&
      !judged.actors.empty()) {
    judged.actors.insert(judged.actors.end(), judged.recipients.begin(), judged.recipients.end());
    judged.recipients.clear();
  }
  write(judged, trigger);
}

}  // namespace tacitus
