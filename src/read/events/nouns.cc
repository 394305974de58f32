// Events that nouns tell: "the attack on", "talks between", "a call for".
#include <algorithm>

#include "read/events/coder.h"
#include "read/events/order.h"

namespace tacitus {

RuleWord EventCoder::propose_noun(const Trigger& trigger, Proposal& out) {
  const EventFrame& frame = *trigger.found.frame;
  if (!frame.root) return propose_freely(trigger.token, out);
  const std::uint32_t sentence = out.sentence, noun = trigger.token;
  People &actors = out.actors, &recipients = out.recipients;
  add_doers(noun, actors);
  for (const std::string& place : frame.actors) {
    if (!actors.empty()) break;
    each_child(reading_, noun, [&](std::uint32_t c) {
      if (reading_.deprel(c) == Deprel::kNmod && preposition_of(reading_, c) == place) {
        actors_.find(c, Inside::kNobody, actors);
      }
    });
  }
  // "praised Iran in a meeting with the president": who praises has met.
  if (frame.is_symmetric && actors.empty()) add_attendants(noun, actors);
  // "announced the release of": who announces it does it.
  const std::uint32_t above = reading_.head(noun);
  const bool is_object = above != kNone && reading_.deprel(noun) == Deprel::kObj &&
                         reading_.upos(above) == Upos::kVerb;
  const Carrier carrier = is_object ? words_.carrier(reading_.plain(above)) : Carrier::kNone;
  // "did not confirm the release": that is open, and nobody says that he did it.
  const bool is_open = carrier == Carrier::kConfirmed &&
                       status_of(reading_, words_, above).status == EventStatus::kDenied;
  const bool is_ordered = actors.empty() && !is_open &&
                          (carrier == Carrier::kLight || carrier == Carrier::kConfirmed);
  if (is_ordered) {
    read_clause(reading_, above, clause_);
    for (const std::uint32_t subject : clause_.subjects) {
      actors_.find(subject, Inside::kOwners, actors);
    }
  }
  for (const std::string& place : frame.recipients) {
    if (!recipients.empty()) break;
    each_child(reading_, noun, [&](std::uint32_t c) {
      if (reading_.deprel(c) == Deprel::kNmod && preposition_of(reading_, c) == place) {
        actors_.find(c, Inside::kAll, recipients);
      }
    });
  }
  // "discussions between officials and the minister" has two, of which the tree may have one.
  const bool is_short = frame.is_symmetric && actors.size() + recipients.size() < 2;
  if (recipients.empty() || is_short) {
    People ordered;
    find_recipients_by_order(noun, frame, ordered);
    if (ordered.size() > recipients.size()) recipients = std::move(ordered);
  }
  if (recipients.empty()) find_recipients_aside(noun, frame, recipients);
  // "calls for Norland to open its market", "a demand that Norland leave": who is to do it.
  if (recipients.empty() && *frame.root == Root::kRequest) {
    const std::uint32_t below = reading_.child(noun, Deprel::kAcl);
    const std::uint32_t who = below == kNone ? kNone : reading_.child(below, Deprel::kNsubj);
    if (who != kNone) actors_.find(who, Inside::kOwners, recipients);
  }
  std::erase_if(recipients, [&](Who who) {
    return std::find(actors.begin(), actors.end(), who) != actors.end();
  });
  // The noun's clause says whether it is so: "there was no attack", "would mean war", "the visit is
  // not on the schedule".
  const auto tells = [&](std::uint32_t token) {
    return reading_.upos(token) == Upos::kVerb || reading_.child(token, Deprel::kCop) != kNone;
  };
  std::uint32_t verb = reading_.head(noun);
  while (verb != kNone && !tells(verb) && reading_.head(verb) != kNone) verb = reading_.head(verb);
  StatusFound status;
  if (verb != kNone && tells(verb)) {
    status = status_of(reading_, words_, verb);
    status.is_negated_future = false;
    if (status.status == EventStatus::kOngoing) status.status = EventStatus::kActual;
    if (is_open) status.status = EventStatus::kPossible;
  }
  // "No talks are planned", "No date yet for the visit".
  const auto has_no = [&](std::uint32_t t) {
    const std::uint32_t det = reading_.child(t, Deprel::kDet);
    return det != kNone && reading_.plain(det) == "no";
  };
  if (has_no(noun)) {
    status.status = EventStatus::kDenied;
  } else if (const std::uint32_t up = reading_.head(noun);
             up != kNone && reading_.is_noun(up) && has_no(up) && status.status == EventStatus::kActual) {
    status.status = EventStatus::kPossible;
  }
  clause_.clear();
  clause_.verb = noun;
  out.code = coded(trigger, clause_, status);
  out.status = status.status;
  if (frame.is_symmetric) {
    actors.insert(actors.end(), recipients.begin(), recipients.end());
    recipients.clear();
    if (actors.size() < 2) return RuleWord::kAlone;
  } else if (frame.takes_nobody && actors.empty() != recipients.empty()) {
    // "the attack on the consulate", "Norland's refusal": one side is enough where it is political.
    const People& one = actors.empty() ? recipients : actors;
    // A politician's attack alone is one of words.
    const bool is_act = actors.empty() ? *frame.root == Root::kAssault ||
                                             ((*frame.root == Root::kCoerce ||
                                               *frame.root == Root::kSanction) &&
                                              actors_.actor(one.front()).country)
                                       : *frame.root != Root::kAssault ||
                                             actors_.actor(actors.front()).kind != "person";
    // "Attacks on the president" are mostly of words too.
    if (actors.empty() && frame.cameo == "190" && actors_.actor(one.front()).kind == "person") return RuleWord::kMayNot;
    if (!is_act || std::none_of(one.begin(), one.end(),
                                [&](Who who) { return actors_.is_political(who); })) {
      return RuleWord::kMayNot;
    }
  } else if (actors.empty() || (recipients.empty() && !is_ordered)) {
    return RuleWord::kAlone;
  }
  const People& others = frame.is_symmetric ? actors : recipients;
  EventFrame strict = frame;
  strict.is_weak = frame.is_symmetric || (!actors.empty() && !recipients.empty());
  if (!may_act(out.code, strict, sentence, actors, others)) return RuleWord::kMayNot;
  return RuleWord::kTold;
}

// The recipients behind a noun in the order of words: "Mr Olin's meeting this week with the
// president", where the tree hangs them elsewhere.
void EventCoder::find_recipients_by_order(std::uint32_t noun, const EventFrame& frame, People& out) {
  std::vector<PhraseBehind> behind;
  complements_by_order(reading_, noun, behind);
  for (const std::string& place : frame.recipients) {
    if (!out.empty()) return;
    for (const PhraseBehind& phrase : behind) {
      if (phrase.preposition == place) actors_.find(phrase.noun, Inside::kOwners, out);
    }
  }
}

// Those who do what stands above a noun "in" which they took part: "said in talks with Iran".
void EventCoder::add_attendants(std::uint32_t noun, People& out) {
  const std::uint32_t verb = reading_.head(noun);
  const std::string_view preposition = preposition_of(reading_, noun);
  if (verb == kNone || reading_.upos(verb) != Upos::kVerb ||
      (preposition != "in" && preposition != "at" && preposition != "during" &&
       preposition != "after" && preposition != "following" && preposition != "before")) {
    return;
  }
  read_clause(reading_, verb, clause_);
  if (clause_.is_passive) return;
  for (const std::uint32_t subject : clause_.subjects) {
    actors_.find(subject, Inside::kOwners, out);
  }
}

}  // namespace tacitus
