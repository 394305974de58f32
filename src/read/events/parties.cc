// Who acts in an event, on whom, and whether the two make one that is political.
#include <algorithm>

#include "read/events/coder.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

bool is_cooperative(Root root) { return root <= Root::kYield; }

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

void EventCoder::add_behind(const EventClause& clause, std::string_view preposition, Inside inside,
                            People& out) {
  for (const EventClause::Oblique& oblique : clause.obliques) {
    if (oblique.preposition == preposition) actors_.find(oblique.token, inside, out);
  }
}

// "the release of Mr Marek": he is let go, and somebody else is to do it; but "the resignation of".
bool EventCoder::is_done_to_whom_it_names(std::uint32_t noun) const {
  const auto frames = words_.noun_frames(reading_.plain(noun));
  return std::any_of(frames.begin(), frames.end(), [&](std::uint32_t index) {
    const EventFrame& frame = words_.frame(index);
    return frame.root == Root::kYield && has_word(frame.recipients, "of");
  });
}

// Whom a noun names behind "of", with what stands beside him: "the release of the dissident, Mr Marek".
void EventCoder::add_wanted_of(std::uint32_t noun) {
  const auto add = [&](std::uint32_t t) {
    const Range words = reading_.nominal(t);
    for (std::uint32_t w = words.first; w < words.end; ++w) wanted_.push_back(w);
  };
  each_child(reading_, noun, [&](std::uint32_t c) {
    if (reading_.deprel(c) != Deprel::kNmod || preposition_of(reading_, c) != "of") return;
    add(c);
    each_child(reading_, c, [&](std::uint32_t d) {
      const Deprel deprel = reading_.deprel(d);
      if (deprel == Deprel::kAppos || deprel == Deprel::kConj || deprel == Deprel::kFlat) add(d);
    });
  });
}

// "called for an inquiry in Norland", "demanded the minister's resignation": what is wanted is nobody who is
// asked for it, but those may be whom it names. "Called for Norland to leave" asks Norland.
void EventCoder::add_whose(const EventClause& clause, std::string_view place, People& out) {
  const auto add = [&](std::uint32_t noun) {
    const std::uint32_t det = reading_.child(noun, Deprel::kDet);
    const bool is_some = det != kNone && (reading_.plain(det) == "a" || reading_.plain(det) == "an");
    const std::uint32_t behind = reading_.nominal(noun).end;
    const bool has_infinitive = behind + 1 < reading_.size() && reading_.plain(behind) == "to" &&
                                reading_.upos(behind) == Upos::kPart;
    const bool is_to_act = (clause.infinitive != kNone || has_infinitive) && !is_some;
    if (is_to_act) actors_.find(noun, Inside::kAll, out);
    else if (is_done_to_whom_it_names(noun)) add_doers(noun, out);
    else actors_.find_whose(noun, out);
    if (is_to_act) return;
    wanted_.push_back(noun);
    if (is_done_to_whom_it_names(noun)) add_wanted_of(noun);
  };
  if (place == "obj") {
    for (const std::uint32_t object : clause.objects) add(object);
    return;
  }
  for (const EventClause::Oblique& oblique : clause.obliques) {
    if (oblique.preposition == place) add(oblique.token);
  }
}

// Those who do what a noun tells: "an attack by Kurdish rebels", "Israeli strikes".
void EventCoder::add_doers(std::uint32_t noun, People& out) {
  const std::size_t before = out.size();
  each_child(reading_, noun, [&](std::uint32_t c) {
    if (out.size() > before) return;
    const Deprel deprel = reading_.deprel(c);
    const bool in_front = c < noun && (deprel == Deprel::kNmodPoss || deprel == Deprel::kAmod ||
                                       deprel == Deprel::kCompound);
    if (in_front || (deprel == Deprel::kNmod && preposition_of(reading_, c) == "by")) {
      actors_.find(c, Inside::kNobody, out);
    }
  });
  if (out.size() > before) return;
  // "attacks on shipping by Iran": hung from the noun between.
  each_child(reading_, noun, [&](std::uint32_t c) {
    if (reading_.deprel(c) != Deprel::kNmod || c < noun) return;
    each_child(reading_, c, [&](std::uint32_t d) {
      if (out.size() > before || reading_.deprel(d) != Deprel::kNmod || d < c) return;
      if (preposition_of(reading_, d) == "by") actors_.find(d, Inside::kNobody, out);
    });
  });
}

// The recipients of a noun that do not hang from it: "came under attack", and in "protests by A
// against B" what hangs from A.
void EventCoder::find_recipients_aside(std::uint32_t noun, const EventFrame& frame, People& out) {
  if (preposition_of(reading_, noun) == "under" && reading_.head(noun) != kNone) {
    read_clause(reading_, reading_.head(noun), below_);
    const std::uint32_t own = reading_.child(noun, Deprel::kNsubj);
    if (own != kNone) actors_.find(own, Inside::kOwners, out);
    for (const std::uint32_t subject : below_.subjects) {
      if (out.empty()) actors_.find(subject, Inside::kOwners, out);
    }
  }
  each_child(reading_, noun, [&](std::uint32_t c) {
    if (!out.empty() || c < noun || reading_.deprel(c) != Deprel::kNmod) return;
    each_child(reading_, c, [&](std::uint32_t d) {
      const std::string_view preposition =
          reading_.deprel(d) == Deprel::kNmod && d > c ? preposition_of(reading_, d) : "";
      if (out.empty() && preposition != "of" && has_word(frame.recipients, preposition)) {
        actors_.find(d, Inside::kAll, out);
      }
    });
  });
}

// "condemned the attack on Norland", "backs sanctions against Norland": what is judged is an act of
// somebody else, and who suffers from it is not judged.
bool EventCoder::is_stance_on_act(const EventFrame& frame, std::uint32_t noun) const {
  if (!frame.root || frame.is_noun) return false;
  if (*frame.root != Root::kAccuse && *frame.root != Root::kSupport && *frame.root != Root::kReject) {
    return false;
  }
  const auto frames = words_.noun_frames(reading_.plain(noun));
  return std::any_of(frames.begin(), frames.end(), [&](std::uint32_t index) {
    const std::optional<Root>& root = words_.frame(index).root;
    return root && (*root == Root::kAssault || *root == Root::kSanction || *root == Root::kCoerce ||
                    *root == Root::kThreaten);
  });
}

// Whose act it is; of arrests and the like the state where they are made.
void EventCoder::add_doers_of_act(std::uint32_t noun, People& out) {
  add_doers(noun, out);
  if (!out.empty()) return;
  const auto frames = words_.noun_frames(reading_.plain(noun));
  const bool is_coercion = std::any_of(frames.begin(), frames.end(), [&](std::uint32_t index) {
    return words_.frame(index).root == Root::kCoerce;
  });
  if (!is_coercion) return;
  const Who place = actors_.place_around(noun);
  if (!(place == Who{})) out.push_back(place);
}

EventCoder::People EventCoder::actors_of(const EventFrame* frame, const EventClause& clause) {
  People out;
  if (frame && !frame->actors.empty()) {
    for (const std::string& preposition : frame->actors) {
      if (out.empty()) add_behind(clause, preposition, Inside::kAll, out);
    }
    return out;
  }
  const bool is_state = frame && frame->is_state && clause.is_passive;
  for (const std::uint32_t subject : is_state ? clause.objects : clause.subjects) {
    // A means acts for its owner: "Israeli airstrikes killed", "an attack by rebels wounded".
    if (!words_.noun_frames(reading_.plain(subject)).empty()) {
      add_doers(subject, out);
      if (!out.empty()) continue;
    }
    const std::size_t before = out.size();
    actors_.find(subject, Inside::kOwners, out);
    if (out.size() > before) continue;
    // "missiles fired by Norland struck"
    const std::uint32_t participle = reading_.child(subject, Deprel::kAcl);
    const std::uint32_t agent =
        participle == kNone ? kNone : reading_.child(participle, Deprel::kOblAgent);
    if (agent != kNone) actors_.find(agent, Inside::kOwners, out);
  }
  if (!clause.subjects.empty() || !clause.is_passive) return out;
  // "were killed in Israeli strikes", "was wounded during a raid by rebels".
  for (const EventClause::Oblique& oblique : clause.obliques) {
    if (!out.empty()) break;
    if (words_.noun_frames(reading_.plain(oblique.token)).empty()) continue;
    if (oblique.preposition == "in" || oblique.preposition == "during" ||
        oblique.preposition == "after" || oblique.preposition == "by") {
      add_doers(oblique.token, out);
    }
  }
  return out;
}

// "Norland denied that its jets had struck": what is denied is one's own doing, so that a pronoun which
// acts there, or owns what does, is of who denies, where it may be by its number and gender.
void EventCoder::give_deniers(std::uint32_t denial, People& actors) {
  std::string_view pronoun;
  for (const std::uint32_t subject : clause_.subjects) {
    const std::uint32_t owner = reading_.child(subject, Deprel::kNmodPoss);
    const std::uint32_t word = owner == kNone ? subject : owner;
    if (reading_.upos(word) == Upos::kPron) pronoun = reading_.plain(word);
  }
  if (clause_.subjects.size() != 1 || pronoun.empty()) return;
  People deniers;
  read_clause(reading_, denial, below_);
  for (const std::uint32_t subject : below_.subjects) actors_.find(subject, Inside::kOwners, deniers);
  const auto fits = [&](Who who) {
    const std::string& kind = actors_.actor(who).kind;
    if (pronoun == "it" || pronoun == "its") return kind != "person" && deniers.size() == 1;
    if (pronoun == "they" || pronoun == "their") return kind != "person" || deniers.size() > 1;
    return (pronoun == "he" || pronoun == "his" || pronoun == "she" || pronoun == "her") &&
           kind == "person" && deniers.size() == 1;
  };
  if (!deniers.empty() && std::all_of(deniers.begin(), deniers.end(), fits)) actors = std::move(deniers);
}

// Those on whom the act of a clause below falls: "urged Iran to free the crew" has its own object,
// but "threatened to bomb Syria" has it there.
void EventCoder::add_embedded(std::uint32_t verb, bool is_threat, People& out) {
  read_clause(reading_, verb, below_);
  const bool has_no_object = below_.objects.empty() && below_.obliques.empty();
  for (const std::uint32_t object : below_.receivers) actors_.find(object, Inside::kAll, out);
  // "agreed to open its borders to refugees": its own is not to whom.
  const auto is_own = [&](std::uint32_t object) {
    const std::uint32_t owner = reading_.child(object, Deprel::kNmodPoss);
    return owner != kNone && reading_.upos(owner) == Upos::kPron;
  };
  for (const std::uint32_t object : below_.objects) {
    if (out.empty() && !is_own(object)) actors_.find(object, Inside::kAll, out);
  }
  // "offered to send troops to Norland": the troops are not whom it is offered to.
  std::erase_if(out, [&](Who who) { return is_forces(who) && !actors_.actor(who).country; });
  for (const EventClause::Oblique& oblique : below_.obliques) {
    if (!out.empty()) break;
    if (oblique.preposition == "by" || oblique.preposition == "since") continue;
    actors_.find(oblique.token, Inside::kAll, out);
  }
  // "would retaliate if Japan did not": whose doing a threat hangs on.
  if (out.empty() && (is_threat || has_no_object)) {
    each_child(reading_, verb, [&](std::uint32_t c) {
      const std::uint32_t subject = reading_.child(c, Deprel::kNsubj);
      if (out.empty() && reading_.deprel(c) == Deprel::kAdvcl && subject != kNone) {
        actors_.find(subject, Inside::kOwners, out);
      }
    });
  }
  if (out.empty() && below_.is_passive) {
    for (const std::uint32_t subject : below_.subjects) actors_.find(subject, Inside::kAll, out);
  }
}

EventCoder::People EventCoder::recipients_of(const EventFrame* frame, const EventClause& clause) {
  static const std::vector<std::string> kDefault = {"obj"};
  People out;
  const std::vector<std::string>& order =
      frame && !frame->recipients.empty() ? frame->recipients : kDefault;
  for (const std::string& place : order) {
    if (!out.empty()) return out;
    if (place.starts_with('~')) {
      add_whose(clause, std::string_view(place).substr(1), out);
      continue;
    }
    if (place == "obj") {
      for (const std::uint32_t receiver : clause.receivers) actors_.find(receiver, Inside::kAll, out);
      if (!out.empty()) break;
      bool is_stance = false;
      for (const std::uint32_t object : clause.objects) {
        is_stance = frame && is_stance_on_act(*frame, object);
        if (is_stance) add_doers_of_act(object, out);
        else actors_.find(object, Inside::kAll, out);
      }
      if (is_stance && out.empty()) return out;  // what stands elsewhere is not judged either
    } else if (place == "inf") {
      const std::uint32_t below = clause.infinitive != kNone ? clause.infinitive : clause.clause;
      if (below == kNone) continue;
      // "demanded that Iran free the crew": who is to act.
      if (below == clause.clause) {
        for (const Deprel deprel : {Deprel::kNsubj, Deprel::kNsubjPass}) {
          const std::uint32_t subject = reading_.child(below, deprel);
          const bool is_own = frame && frame->needs_own;  // who acts, and no recipient
          if (subject != kNone && reading_.upos(subject) != Upos::kPron && !is_own) {
            const bool is_asked = frame && frame->needs_must;
            actors_.find(subject, is_asked ? Inside::kNobody : Inside::kAll, out);
          }
        }
      }
      // "must", "charged that": its subject alone.
      const bool has_subject = below == clause.clause && frame && frame->root == Root::kAccuse &&
                               reading_.child(below, Deprel::kNsubj) != kNone;
      if (frame && (frame->needs_must || has_subject)) continue;
      const bool is_threat = frame && frame->root == Root::kThreaten;
      if (out.empty()) add_embedded(below, is_threat, out);
    } else {
      // "demanded of Norland that", but "demanded the release of".
      const bool is_wanted = place == "of" && frame && frame->root == Root::kRequest &&
                             std::any_of(clause.objects.begin(), clause.objects.end(),
                                         [&](std::uint32_t object) { return is_done_to_whom_it_names(object); });
      if (is_wanted) continue;
      // Whom one meets, not where: "met with leaders", but not "met with success in Norland".
      add_behind(clause, place, frame && frame->is_symmetric ? Inside::kOwners : Inside::kAll, out);
    }
  }
  if (out.empty()) {
    for (const std::uint32_t receiver : clause.receivers) actors_.find(receiver, Inside::kAll, out);
  }
  if (out.empty() && !has_word(order, "obj") && !has_word(order, "~obj")) {
    // Who meets stands with the meeting: "talks with Iran"; not where, or what it is about.
    const bool is_symmetric = frame && frame->is_symmetric;
    for (const std::uint32_t object : clause.objects) {
      actors_.find(object, is_symmetric ? Inside::kOwners : Inside::kAll, out);
    }
  }
  return out;
}

// Whether the clause below the verb, where it names who is to act, means those who speak or their
// country: "Norland would answer, its minister warned".
bool EventCoder::is_about_own(const People& actors) {
  const std::uint32_t subject = reading_.child(clause_.clause, Deprel::kNsubj);
  if (subject == kNone || reading_.upos(subject) != Upos::kPropn) return true;
  People named;
  actors_.find(subject, Inside::kNobody, named);
  return std::any_of(named.begin(), named.end(), [&](Who one) {
    return std::any_of(actors.begin(), actors.end(), [&](Who who) {
      const std::optional<std::string>& country = actors_.actor(one).country;
      return one == who || (country && country == actors_.actor(who).country);
    });
  });
}

// "Mr Marek attacked Mr Olin", "hit": politicians do it by words.
bool EventCoder::is_attack_of_words(const Trigger& trigger, const People& actors,
                                    const People& recipients) const {
  if (!is_of_kind(reading_.plain(trigger.token), WordKind::kAttack)) return false;
  const auto is_politician = [&](Who who) {
    const Actor& one = actors_.actor(who);
    return std::any_of(one.sectors.begin(), one.sectors.end(), [](const std::string& s) {
      return s == "GOV" || s == "LEG" || s == "PTY" || s == "ELI" || s == "OPP";
    });
  };
  // A party's too: "the Greens attacked Mr Olin".
  const auto by_words = [&](Who who) {
    const Actor& one = actors_.actor(who);
    return one.kind == "person" ||
           std::find(one.sectors.begin(), one.sectors.end(), "PTY") != one.sectors.end();
  };
  if (actors.empty() || (recipients.empty() && actors.size() < 2)) return false;
  const Who other = recipients.empty() ? actors.back() : recipients.front();
  if (!std::all_of(actors.begin(), actors.end(), by_words)) return false;
  // "The senator attacked voters": who holds office and no gun.
  const bool is_unarmed = std::all_of(actors.begin(), actors.end(), [&](Who who) {
    return is_politician(who) && !is_forces(who);
  });
  const bool is_group = std::all_of(recipients.begin(), recipients.end(), [&](Who who) {
    const std::string& kind = actors_.actor(who).kind;
    return (kind == "group" || kind == "organization") && !is_forces(who);
  });
  if (is_unarmed && is_group) return true;
  return std::all_of(recipients.begin(), recipients.end(), by_words) &&
         (is_politician(actors.front()) || is_politician(other));
}

// A country, or a place in one, that stands for it.
bool EventCoder::stands_for_state(Who who) const {
  const Actor& actor = actors_.actor(who);
  return actors_.is_political(who) || (actor.kind == "place" && actor.country);
}

// Whether these make an event of that code. `is_weak`: the word is also used of sport and trade,
// so that both sides must be political.
bool EventCoder::may_act(const Code& code, const EventFrame& frame, std::uint32_t sentence,
                         const People& actors, const People& recipients) const {
  const bool is_weak = frame.is_weak;
  const auto political = [&](Who who) { return actors_.is_political(who); };
  const auto official = [&](Who who) { return actors_.is_official(who); };
  const auto state = [&](Who who) { return stands_for_state(who); };
  const bool acts = std::any_of(actors.begin(), actors.end(), political);
  const bool suffers = std::any_of(recipients.begin(), recipients.end(), state);
  if (actors.empty() && recipients.empty()) return false;
  // A dictionary's code needs both sides, as its own programs ask; two who act alike are both.
  if (code.is_given) return !actors.empty() && (!recipients.empty() || actors.size() > 1);
  switch (topics_.of(sentence)) {
    case Topic::kSport:
      if (is_weak || std::none_of(actors.begin(), actors.end(), official)) return false;
      break;
    case Topic::kMarkets:
    case Topic::kWeather:
      if (is_weak || !acts) return false;
      // "The bank will offer certificates", "approved the merger": to nobody, it is business.
      if (recipients.empty() && !frame.is_symmetric && code.root && *code.root != Root::kCoerce &&
          (is_cooperative(*code.root) || *code.root == Root::kReject)) {
        return false;
      }
      break;
    case Topic::kResult:
    case Topic::kNone: break;
  }
  const Root root = code.root.value_or(Root::kAgree);
  if (frame.is_abroad && !is_abroad(actors, recipients)) return false;
  if (frame.needs_whom && recipients.empty()) return false;
  if (actors.empty()) {
    if (frame.is_symmetric && recipients.size() > 1) {
      return std::any_of(recipients.begin(), recipients.end(), political);
    }
    // "A journalist was arrested": nobody is named who did it. Where people died the sentence must
    // tell of an attack, as accidents kill too.
    if (is_weak || recipients.empty()) return false;
    if (frame.takes_nobody) return true;
    // Laws and shops are also restricted and closed: somebody must be held, or it is politics.
    const bool is_held = code.mode == "arrest" || code.mode == "deport";
    return (root == Root::kCoerce && (is_held || suffers)) ||
           (root == Root::kAssault && tells_attack(sentence));
  }
  if (is_weak && !frame.takes_anyone) {
    const auto sides = static_cast<std::size_t>(std::count_if(actors.begin(), actors.end(), state));
    const bool is_meeting = frame.is_noun && root == Root::kConsult && actors.size() > 1;
    return acts && (suffers || (frame.is_symmetric && (sides > 1 || is_meeting)));
  }
  if (frame.takes_anyone) return true;
  if (recipients.empty()) {
    if (root == Root::kProtest) {
      const Actor& first = actors_.actor(actors.front());
      return first.kind == "group" || acts;
    }
    // These need somebody whom they benefit or hurt.
    const bool is_mutual = frame.is_symmetric && actors.size() > 1;
    const bool is_imposed = root == Root::kSanction && frame.objects != 0 && code.mode == "discontinue";
    if (root == Root::kAid || (root == Root::kCooperate && !is_mutual)) return false;
    if (root == Root::kSanction && !is_imposed) return false;
    return acts;
  }
  if (acts || root == Root::kAssault) return true;
  // Others meet officials too: "union leaders began talks with the government".
  if (root == Root::kConsult && frame.is_symmetric &&
      std::any_of(recipients.begin(), recipients.end(), official)) {
    return topics_.of(sentence) == Topic::kNone;
  }
  // Others may call upon those in power, but only they grant, punish and agree.
  const bool is_verbal = root == Root::kAccuse || root == Root::kRequest ||
                         root == Root::kReject || root == Root::kSupport ||
                         root == Root::kProtest || root == Root::kThreaten;
  // Of somebody by name whose office is not told, acts on a state are its affairs too.
  const bool is_somebody = !is_weak && root != Root::kConsult && root != Root::kAgree &&
                           code.mode != "resign" &&
                           actors_.actor(actors.front()).kind == "person";
  return suffers && (is_verbal || is_somebody);
}

// Whether somebody acts in another country than his own.
bool EventCoder::is_abroad(const People& actors, const People& recipients) const {
  return std::any_of(actors.begin(), actors.end(), [&](Who who) {
    const Actor& one = actors_.actor(who);
    const bool is_sent = actors_.is_official(who) || one.name.ends_with("delegation");
    return one.kind != "country" && one.country && is_sent &&
           std::any_of(recipients.begin(), recipients.end(), [&](Who other) {
             const Actor& place = actors_.actor(other);
             return place.country && place.country != one.country;
           });
  });
}

// Whether a sentence has a noun for an attack.
bool EventCoder::tells_attack(std::uint32_t sentence) const {
  const Sentence& words = reading_.document().sentences[sentence];
  for (std::uint32_t t = words.first_token; t < words.end_token; ++t) {
    if (!reading_.is_noun(t)) continue;
    const auto frames = words_.noun_frames(reading_.plain(t));
    if (!frames.empty() && words_.frame(frames.front()).root == Root::kAssault) return true;
    if ((words_.classes(reading_.plain(t)) & weapon_class_).any()) return true;
  }
  return false;
}

}  // namespace tacitus
