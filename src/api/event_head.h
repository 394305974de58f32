// The model's pair head in the form in which the event coder asks for it.
#pragma once

#include "model/model.h"
#include "read/events/events.h"

namespace tacitus {

// Asks `model` what the actor of a candidate does to its recipient, in the sentences around the
// two. All three arguments must live as long as the head; it belongs to the scratch's thread.
EventHead event_head(const Model& model, const Document& document, Scratch& scratch);

}  // namespace tacitus
