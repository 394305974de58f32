// Who did what to whom: the political events that the sentences of an article tell, in PLOVER's
// terms. Rules over the tree find trigger, actors and recipients; a code is asked for in turn from
// the user's verb dictionary, from a trained head where there is one, and from the tables in
// knowledge/plover/.
#pragma once

#include <array>
#include <functional>

#include "read/events/judge.h"
#include "read/events/plover.h"
#include "read/events/verb_dictionary.h"
#include "read/events/words.h"
#include "read/reading.h"
#include "read/record.h"

namespace tacitus {

// What a trained head is asked about: the words of who acts and who is acted on (empty where
// unnamed) and the word that tells it, kNone for a given pair for which the rules find none.
struct EventCandidate {
  Range actor, recipient;
  std::uint32_t trigger = kNone;
};

// Fills the probabilities of the roots, which add up to 1, and returns true; false where the head
// has nothing to say. Must be safe to call from several threads.
using EventHead = std::function<bool(const EventCandidate&, std::array<float, kRoots>&)>;

struct EventOptions {
  const VerbDictionary* verbs = nullptr;  // the user's; must live as long as it is used
  EventHead head;                         // none: the tables alone decide
  bool explain = false;                   // fill Event::reason
  const EventJudge* judge = nullptr;      // in place of the one that is compiled in
  EventWitness witness;                   // is told what was judged; for training
};

// Fills the record's events; actors that only events name join its actors and mentions. The
// record must have its actors, mentions and statements. Events that the article's given pairs ask
// for come last. Dates and places are for others to fill.
void find_events(const Reading& reading, const EventOptions& options, Record& record);

}  // namespace tacitus
