// How an event stands to what is so, by the words around its verb: tense, modals, negation,
// conditions, and verbs that carry it ("plan to attack", "failed to agree").
#pragma once

#include "read/events/words.h"
#include "read/reading.h"
#include "read/record.h"

namespace tacitus {

struct StatusFound {
  EventStatus status = EventStatus::kActual;
  bool is_offer = false;           // "is willing to talk"
  bool is_scheduled = false;       // "meet on Monday": actual by its form, but to come
  bool is_negated_future = false;  // "will not meet", "would not accept": a refusal
  std::uint32_t denial = kNone;    // the verb of who says that it is not so: "denied attacking"
};

// `trigger` is the verb that tells the event, or the verb that a noun which tells it hangs from.
StatusFound status_of(const Reading& reading, const EventWords& words, std::uint32_t trigger);

}  // namespace tacitus
