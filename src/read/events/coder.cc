// Finds the words that tell events, sentence by sentence, and writes what they tell.
#include "read/events/coder.h"

#include <algorithm>

#include "read/events/order.h"

namespace tacitus {

EventCoder::EventCoder(const Reading& reading, const EventOptions& options, Record& record)
    : reading_(reading), options_(options), record_(record), plover_(Plover::builtin()),
      words_(EventWords::builtin()), actors_(reading, record), topics_(reading, words_),
      claims_(reading.size(), Claim::kNone), weapon_class_(words_.class_named("weapon")),
      exercise_class_(words_.class_named("exercise")) {
  index_statements();
}

void EventCoder::run() {
  for (std::uint32_t s = 0; s < reading_.document().sentences.size(); ++s) read_sentence(s);
  std::stable_sort(record_.events.begin(), record_.events.end(),
                   [](const Event& a, const Event& b) { return a.trigger < b.trigger; });
  code_pairs();
  actors_.settle();
}

namespace {

// A verb that the model takes for another kind of word: it has a subject and stands as one.
bool is_missed_verb(const Reading& reading, const EventWords& words, std::uint32_t token) {
  if (reading.upos(token) == Upos::kVerb || frames_at(reading, words, token).empty()) {
    return false;
  }
  if (is_verb_by_order(reading, token)) return true;
  switch (reading.upos(token)) {
    case Upos::kAdp:
    case Upos::kPart:
    case Upos::kAdj:
    case Upos::kAdv:
    case Upos::kX: break;
    default: return false;
  }
  const Deprel deprel = reading.deprel(token);
  if (deprel != Deprel::kRoot && deprel != Deprel::kCcomp && deprel != Deprel::kConj &&
      deprel != Deprel::kRelcl && deprel != Deprel::kAdvcl) {
    return false;
  }
  return (reading.child(token, Deprel::kNsubj) != kNone ||
          reading.child(token, Deprel::kNsubjPass) != kNone) &&
         reading.child(token, Deprel::kCop) == kNone;
}

}  // namespace

void EventCoder::find_triggers(const Sentence& sentence) {
  triggers_.clear();
  for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
    const Upos upos = reading_.upos(t);
    Trigger trigger;
    trigger.token = t;
    // "investigating magistrates" are a kind of them.
    if (upos == Upos::kVerb && is_gerund(reading_, t) && reading_.deprel(t) == Deprel::kAmod &&
        !is_finite_by_order(reading_, t)) {
      continue;
    }
    // "was critical of": an adjective that is said of somebody.
    const bool is_said = upos == Upos::kAdj && reading_.child(t, Deprel::kCop) != kNone;
    if (upos == Upos::kVerb || is_said || is_missed_verb(reading_, words_, t)) {
      if (options_.verbs) trigger.match = options_.verbs->match(reading_, t);
      if (!frames_at(reading_, words_, t).empty()) {
        read_clause(reading_, t, clause_);
        trigger.found = frame_of_verb(reading_, words_, clause_);
      }
    } else if (upos == Upos::kNoun || upos == Upos::kPropn) {
      trigger.found = frame_of_noun(reading_, words_, t);
    }
    if (trigger.found.frame || trigger.match) triggers_.push_back(std::move(trigger));
  }
}

// What a verb tells takes in the clause below it ("threatened to bomb" bombs nobody) and the noun
// that its frame asks for ("launched an attack" is one event).
void EventCoder::claim(const Trigger& trigger) {
  if (trigger.match) {
    if (trigger.match->code.empty()) return;
    read_clause(reading_, trigger.token, clause_);
    // "urged to help", but not what is only reported: "is to help, he said".
    if (clause_.infinitive != kNone && reading_.deprel(clause_.infinitive) == Deprel::kXcomp) {
      claim_below(clause_.infinitive, Claim::kByDictionary);
    }
    claim_below(clause_.gerund, Claim::kByDictionary);
    return;
  }
  const EventFrame* frame = trigger.found.frame;
  if (!frame || !frame->root || frame->is_noun) return;
  read_clause(reading_, trigger.token, clause_);
  // "freed a man whom it had arrested": told to say who he is.
  if (*frame->root == Root::kYield) {
    for (const std::uint32_t object : clause_.objects) {
      each_child(reading_, object, [&](std::uint32_t c) {
        const Deprel deprel = reading_.deprel(c);
        if (deprel != Deprel::kAcl && deprel != Deprel::kRelcl) return;
        const auto frames = words_.verb_frames(reading_.plain(c));
        if (std::any_of(frames.begin(), frames.end(), [&](std::uint32_t index) {
              const auto root = words_.frame(index).root;
              return root == Root::kCoerce || root == Root::kSanction;
            })) {
          claim_one(c, Claim::kByTables);
        }
      });
    }
  }
  // "met to discuss a truce", "signed an accord to give": what it is for has not happened.
  if (clause_.infinitive != kNone) claim_below(clause_.infinitive, Claim::kByTables);
  if (frame->needs_clause) claim_below(clause_.clause, Claim::kByTables);
  const bool is_verbal = *frame->root == Root::kAccuse || *frame->root == Root::kRequest ||
                         *frame->root == Root::kReject || *frame->root == Root::kThreaten;
  if (is_verbal) claim_reasons(trigger.token);
  for (const std::uint32_t object : clause_.objects) claim_one(object, Claim::kByTables);
  for (const EventClause::Oblique& o : clause_.obliques) {
    // "praised him during a meeting": that has been, too.
    const std::string_view p = o.preposition;
    if (p != "during" && p != "after" && p != "before" && p != "following" && p != "at") {
      claim_one(o.token, Claim::kByTables);
    }
  }
}

// What somebody is accused of, asked for or refused: "accused Iran of shelling a village".
void EventCoder::claim_reasons(std::uint32_t verb) {
  claim_below(clause_.gerund, Claim::kByTables);
  for (const std::uint32_t object : clause_.objects) {
    each_child(reading_, object, [&](std::uint32_t c) {
      if (reading_.deprel(c) == Deprel::kAcl) claim_below(c, Claim::kByTables);
    });
  }
  each_child(reading_, verb, [&](std::uint32_t c) {
    const std::uint32_t mark = reading_.child(c, Deprel::kMark);
    const std::string_view word =
        mark == kNone ? preposition_of(reading_, c) : reading_.plain(mark);
    if (word == "of" || word == "for" || word == "over" || word == "from" || word == "to") {
      claim_one(c, Claim::kByTables);
      // "called for Norland to free the crew", hung from Norland.
      const std::uint32_t below = word == "for" ? reading_.child(c, Deprel::kAcl) : kNone;
      if (below != kNone && is_infinitive(reading_, below)) claim_below(below, Claim::kByTables);
      if (reading_.upos(c) == Upos::kVerb) claim_below(c, Claim::kByTables);
    }
  });
}

void EventCoder::claim_below(std::uint32_t verb, Claim by) {
  if (verb == kNone) return;
  claim_one(verb, by);
  each_child(reading_, verb, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (deprel == Deprel::kConj || deprel == Deprel::kXcomp || deprel == Deprel::kObj ||
        deprel == Deprel::kObl ||
        (deprel == Deprel::kAdvcl && is_infinitive(reading_, c))) {
      claim_one(c, by);
    }
  });
}

void EventCoder::claim_one(std::uint32_t token, Claim by) {
  claims_[token] = std::max(claims_[token], by);
}

void EventCoder::read_sentence(std::uint32_t sentence) {
  told_here_.clear();
  find_triggers(reading_.document().sentences[sentence]);
  for (const Trigger& trigger : triggers_) claim(trigger);
  if (reading_.document().has_acts) add_likely_triggers(reading_.document().sentences[sentence]);
  for (const Trigger& trigger : triggers_) {
    if (claims_[trigger.token] == Claim::kByDictionary) continue;
    Proposal proposal;
    proposal.sentence = sentence;
    proposal.trigger = trigger.token;
    if (trigger.match || !reading_.document().has_acts) {
      if (claims_[trigger.token] == Claim::kByTables && !trigger.match) continue;
      if (propose(trigger, proposal) == RuleWord::kTold) write(proposal, trigger);
    } else {
      judge(trigger, proposal);
    }
  }
}

RuleWord EventCoder::propose(const Trigger& trigger, Proposal& out) {
  wanted_.clear();
  if (!trigger.found.frame && !trigger.match) return propose_freely(trigger.token, out);
  const bool is_noun = trigger.found.frame && trigger.found.frame->is_noun && !trigger.match;
  return is_noun ? propose_noun(trigger, out) : propose_verb(trigger, out);
}

RuleWord EventCoder::propose_verb(const Trigger& trigger, Proposal& out) {
  const std::uint32_t sentence = out.sentence;
  const EventFrame* frame = trigger.found.frame;
  if (trigger.match ? trigger.match->code.empty() : !frame->root) {
    return trigger.match ? RuleWord::kNothing : propose_freely(trigger.token, out);
  }
  read_clause(reading_, trigger.token, clause_);
  // "forces backed by Norland" says who they are.
  if (!trigger.match && *frame->root == Root::kSupport && clause_.is_passive &&
      reading_.deprel(trigger.token) == Deprel::kAcl && trigger.token > 0 &&
      !reading_.is_punctuation(trigger.token - 1)) {
    return RuleWord::kDescribes;
  }
  StatusFound status = status_of(reading_, words_, trigger.token);
  Code& code = out.code;
  code = coded(trigger, clause_, status);
  out.status = status.status;
  out.is_scheduled = status.is_scheduled;
  // Only a dictionary's own frame would know where its recipients stand: any will do.
  static const EventFrame kAnyone = [] {
    EventFrame any;
    any.recipients = {"obj", "with", "to", "against", "on", "for", "from", "of", "in",
                      "between", "about", "over", "into", "by", "at"};
    return any;
  }();
  if (trigger.match) frame = &kAnyone;
  const bool is_coded = trigger.match && has_actor_dictionary();
  People &actors = out.actors, &recipients = out.recipients;
  if (!is_coded) {
    actors = actors_of(frame, clause_);
    recipients = recipients_of(frame, clause_);
    if (status.denial != kNone) give_deniers(status.denial, actors);
  }
  if (!frame->actors.empty()) {
    recipients.clear();
    for (const std::uint32_t subject : clause_.is_passive ? clause_.objects : clause_.subjects) {
      actors_.find(subject, Inside::kAll, recipients);
    }
  }
  add_unnamed(*frame, code, recipients, actors);
  std::erase_if(recipients, [&](Who who) {
    return std::find(actors.begin(), actors.end(), who) != actors.end();
  });
  if (trigger.match && !is_coded && recipients.empty() && clause_.infinitive != kNone) {
    add_embedded(clause_.infinitive, true, recipients);
    std::erase_if(recipients, [&](Who who) {
      return std::find(actors.begin(), actors.end(), who) != actors.end();
    });
  }
  if (is_coded) find_coded_sides(trigger, actors, recipients);
  else if (trigger.match) keep_coded(trigger.token, actors, recipients);
  else drop_own(code.root.value_or(Root::kAccuse), actors, recipients);
  if (!trigger.match) {
    refine_by_sides(sentence, actors, code);
    give_home(actors, recipients);
    if (code.root) give_place(*code.root, clause_, actors, recipients);
  }
  if (frame->needs_own && !is_about_own(actors)) return RuleWord::kNotAsked;
  // "said that one must be patient", "a banker said Japan should": nobody political asks somebody.
  const bool is_asked = std::any_of(actors.begin(), actors.end(), [&](Who who) {
    return actors_.is_political(who) || actors_.is_unnamed(who);
  });
  if (code.root == Root::kAssault && !trigger.match && is_attack_of_words(trigger, actors, recipients)) {
    code.root = Root::kAccuse;
    code.mode = "disapprove";
    code.cameo = "111";
  }
  if (frame->needs_must && (recipients.empty() || !is_asked)) return RuleWord::kNotAsked;
  if (trigger.match) {
    static const EventFrame kGiven;
    if (!may_act(code, kGiven, sentence, actors, recipients)) return RuleWord::kMayNot;
  } else if (!may_act(code, *frame, sentence, actors, recipients)) {
    return RuleWord::kMayNot;
  }
  // Who will not agree refuses alone; who agrees to something does it alone too.
  if (frame->is_symmetric && !(code.root == Root::kReject && *frame->root != Root::kReject)) {
    if (actors.empty() && recipients.size() > 1) actors.swap(recipients);  // "talks between A and B were held"
    if (actors.empty()) return RuleWord::kAlone;
    const bool agrees = code.root == Root::kAgree && *frame->root == Root::kAgree &&
                        actors_.is_political(actors.front());
    const bool is_alone = !agrees && actors.size() + recipients.size() < 2;
    if (is_alone && (frame->is_weak || !actors_.is_many(actors.front()))) return RuleWord::kAlone;
    actors.insert(actors.end(), recipients.begin(), recipients.end());
    recipients.clear();
  }
  return RuleWord::kTold;
}

void EventCoder::write(const Proposal& told, const Trigger& trigger) {
  // Only now, as the judge takes the present for what it looks like.
  Code code = told.code;
  if (told.is_scheduled && code.root && !code.is_given) put_off(code);
  const EventStatus status = told.is_scheduled ? EventStatus::kPlanned : told.status;
  write(told.sentence, told.trigger, code, status, told.actors, told.recipients);
  told_here_.push_back(everybody(told));
  // Between those who act alike it is told both ways already.
  if (trigger.match && !trigger.match->reverse_code.empty() && !told.recipients.empty()) {
    Code reverse = told.code;
    reverse.cameo = trigger.match->reverse_code;
    const CameoCode* known = plover_.cameo(reverse.cameo);
    reverse.root = known ? std::optional<Root>(known->root) : std::nullopt;
    write(told.sentence, told.trigger, reverse, told.status, told.recipients, told.actors);
  }
}

void EventCoder::write(std::uint32_t sentence, std::uint32_t trigger, const Code& code,
                       EventStatus status, const People& actors, const People& recipients) {
  Event event;
  event.sentence = sentence;
  event.trigger = reading_.document().tokens[trigger].span;
  event.status = status;
  if (code.root) event.root = name_of(*code.root);
  event.cameo = code.cameo;
  event.mode = code.mode;
  if (const CameoCode* known = plover_.cameo(code.cameo)) {
    event.goldstein = known->goldstein;
    if (event.mode.empty() && known->root == code.root) event.mode = known->mode;
  }
  for (const Who who : actors) event.actors.push_back(actors_.enter(who));
  for (const Who who : recipients) event.recipients.push_back(actors_.enter(who));
  // Told once: in a sentence; tell_once() sees to the article.
  std::string key = std::to_string(sentence) + (event.root.empty() ? event.cameo : event.root);
  std::vector<std::uint32_t> who = event.actors;
  std::sort(who.begin(), who.end());
  for (const std::uint32_t a : who) key += ' ' + std::to_string(a);
  who = event.recipients;
  std::sort(who.begin(), who.end());
  key += " >";
  for (const std::uint32_t a : who) key += ' ' + std::to_string(a);
  if (!told_.insert(std::move(key)).second) return;
  // "attacked a convoy, killing six": the sentence has told on whom it fell.
  const bool is_vague = std::none_of(recipients.begin(), recipients.end(), [&](Who who) {
    return actors_.actor(who).country || actors_.is_political(who);
  });
  if (is_vague && !code.is_given && !is_asked_ && !record_.events.empty()) {
    for (auto at = record_.events.rbegin(); at != record_.events.rend(); ++at) {
      if (at->sentence != sentence) break;
      if (at->root == event.root && at->actors == event.actors) return;
    }
  }
  event.contexts = contexts_of(sentence, code.cameo);
  event.statement = statement_at(event.trigger.begin);
  if (options_.explain) event.reason = EventReason{code.rule, code.runner_up};
  record_.events.push_back(std::move(event));
}

void find_events(const Reading& reading, const EventOptions& options, Record& record) {
  EventCoder(reading, options, record).run();
}

}  // namespace tacitus
