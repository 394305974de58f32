// Both sides of an event whose code and actors are a user's dictionaries', found as the programs that
// use them do: who acts is the noun phrase before the verb, the recipient the first party behind it.
#include <algorithm>

#include "read/events/coder.h"

namespace tacitus {

bool EventCoder::has_actor_dictionary() const {
  return !reading_.knowledge().dictionary().empty();
}

void EventCoder::find_coded_sides(const Trigger& trigger, People& actors, People& recipients) {
  const std::uint32_t verb = trigger.token;
  const Sentence& sentence = reading_.sentence_of(verb);
  People in_front;
  // The subject, where the tree has it before the verb.
  for (const std::uint32_t subject : clause_.is_passive ? clause_.objects : clause_.subjects) {
    if (subject > verb || subject < sentence.first_token || !in_front.empty()) continue;
    Range phrase = phrase_around(reading_, subject, {sentence.first_token, verb});
    const std::uint32_t own = std::min(reading_.subtree(subject).first, subject);
    const bool is_list = own > phrase.first && (reading_.plain(own - 1) == "," ||
                                                reading_.plain(own - 1) == "and");
    if (own > phrase.first && !is_list) phrase.first = own;
    actors_.find_coded(phrase, in_front);
  }
  // Else, where the verb has none of its own, the nearest party before it.
  bool has_own = false;
  each_child(reading_, verb, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    has_own = has_own || ((deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass) &&
                          reading_.is_noun(c) && c < verb);
  });
  for (std::uint32_t t = verb; !has_own && t > sentence.first_token && in_front.empty();) {
    --t;
    if (!reading_.is_noun(t)) continue;
    const Range phrase = phrase_around(reading_, t, {sentence.first_token, verb});
    actors_.find_coded(phrase, in_front);
    t = phrase.first;
  }
  if (trigger.match->is_compound) {
    actors = std::move(in_front);
    return;
  }
  People agents;
  if (clause_.is_passive) {
    for (const std::uint32_t agent : clause_.subjects) {
      if (agent < verb || !agents.empty()) continue;
      actors_.find_coded(phrase_around(reading_, agent, {verb + 1, sentence.end_token}), agents);
    }
    // "was freed from Norland", "was shot in Norland": where it was done to them.
    for (const EventClause::Oblique& place : clause_.obliques) {
      const bool is_place = place.preposition == "in" || place.preposition == "from";
      if (!agents.empty() || !is_place || place.token < verb) continue;
      actors_.find_coded(phrase_around(reading_, place.token, {verb + 1, sentence.end_token}),
                         agents);
    }
    if (in_front.empty()) agents.clear();
  }
  if (!agents.empty()) {
    actors = std::move(agents);
    recipients = std::move(in_front);
  } else {
    actors = std::move(in_front);
    find_coded_behind(verb, verb + 1, actors, recipients);
  }
}

// The first party behind a verb that is not one of these, and does not act in a clause above it
// ("will meet, an official said").
void EventCoder::find_coded_behind(std::uint32_t verb, std::uint32_t first, const People& but,
                                   People& out) {
  const Sentence& sentence = reading_.sentence_of(verb);
  for (std::uint32_t t = first; t < sentence.end_token && out.empty(); ++t) {
    if (!reading_.is_noun(t) && reading_.upos(t) != Upos::kAdj) continue;
    const Range phrase = phrase_around(reading_, t, {first, sentence.end_token});
    std::uint32_t above = reading_.head_of(phrase);
    const Deprel deprel = reading_.deprel(above);
    above = reading_.head(above);
    const bool acts = deprel == Deprel::kNsubj || deprel == Deprel::kNsubjPass;
    if (!acts || above == kNone || reading_.subtree(verb).has(above)) {
      actors_.find_coded(phrase, out);
      std::erase_if(out, [&](Who who) {
        return std::any_of(but.begin(), but.end(), [&](Who actor) {
          return actors_.actor(actor).code == actors_.actor(who).code;
        });
      });
    }
    t = std::max(t, phrase.end - 1);
  }
}

// A dictionary's codes are for those that have one; as in its own programs, where the tree names
// nobody the nearest does: before the verb who acts, behind it the recipient.
void EventCoder::keep_coded(std::uint32_t verb, People& actors, People& recipients) const {
  const auto has_none = [&](Who who) {
    const Actor& one = actors_.actor(who);
    return !one.code && !(one.kind == "place" && one.country);
  };
  std::erase_if(actors, has_none);
  std::erase_if(recipients, has_none);
  // "Bree Prime Minister Ilves" is one party, though the record has his country as another.
  for (People* side : {&actors, &recipients}) {
    const People all = *side;
    std::erase_if(*side, [&](Who who) {
      const auto& code = actors_.actor(who).code;
      return code && std::any_of(all.begin(), all.end(), [&](Who other) {
        const auto& longer = actors_.actor(other).code;
        return longer && longer->size() > code->size() && longer->starts_with(*code);
      });
    });
  }
  const Sentence& sentence = reading_.sentence_of(verb);
  const Who behind = actors_.nearest({verb + 1, sentence.end_token}, false);
  if (actors.empty()) {
    Who who;
    for (const std::uint32_t subject : clause_.subjects) {
      const Range words = reading_.subtree(subject);
      if (who == Who{}) who = actors_.nearest(words, false);
    }
    const bool has_own = reading_.child(verb, Deprel::kNsubj) != kNone ||
                         reading_.child(verb, Deprel::kNsubjPass) != kNone;
    if (who == Who{} && (clause_.subjects.empty() || !has_own)) {
      who = clause_.is_passive ? behind : actors_.nearest({sentence.first_token, verb}, true);
    }
    if (!(who == Who{})) actors.push_back(who);
  }
  // "was criticized over its dispute with Eriador": as in those programs the subject goes first.
  if (clause_.is_passive && actors.empty() && !recipients.empty() && !(behind == Who{})) {
    actors.swap(recipients);
  }
  if (recipients.empty() && !(behind == Who{})) recipients.push_back(behind);
  std::erase_if(recipients, [&](Who who) {
    return std::any_of(actors.begin(), actors.end(), [&](Who actor) {
      return actors_.actor(actor).code == actors_.actor(who).code;
    });
  });
}

}  // namespace tacitus
