// Which frame of the tables a verb or noun of a text fits.
#pragma once

#include <span>

#include "read/events/clause.h"
#include "read/events/words.h"
#include "read/reading.h"

namespace tacitus {

// The frame that asks for most of those that fit, and the next best with another root. `frame` is
// null where none fits; a frame without a root says that there is no event.
struct FrameFound {
  const EventFrame* frame = nullptr;
  const EventFrame* runner_up = nullptr;
};

FrameFound frame_of_verb(const Reading& reading, const EventWords& words,
                         const EventClause& clause);
// What a verb tells most generally, where nothing is known of what stands with it but that it
// tells an event; null where the tables do not have it.
const EventFrame* likely_frame(const Reading& reading, const EventWords& words,
                               std::uint32_t verb);
FrameFound frame_of_noun(const Reading& reading, const EventWords& words, std::uint32_t noun);

// The frames of a verb at a token, which may be cut at a hyphen ("test-fired").
std::span<const std::uint32_t> frames_at(const Reading& reading, const EventWords& words,
                                         std::uint32_t verb);

// A word that is cut at a hyphen, by its last piece: "cease-fire"; empty where there is none.
std::string with_hyphen(const Reading& reading, std::uint32_t noun);

// The classes of a noun, those of the words in front ("peace talks") and behind "of" ("a series of
// attacks") with them.
NounClasses classes_of(const Reading& reading, const EventWords& words, std::uint32_t noun);

}  // namespace tacitus
