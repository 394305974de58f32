// Pronouns of English, by what they can stand for.
#pragma once

#include <cstdint>
#include <string_view>

#include "read/actors/cast.h"

namespace tacitus {

enum class PronounKind : std::uint8_t {
  kNone, kHe, kShe, kIt, kThey, kRelative, kFirst,
};

// The kind of a word in small letters; kNone where it is no pronoun that stands for an actor.
PronounKind pronoun_kind(std::string_view word);

// Whether a pronoun of this kind can stand for an actor. "They" can be a body's, but no one person's.
bool fits(const Member& member, PronounKind kind);

}  // namespace tacitus
