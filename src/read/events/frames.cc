// Holds the frames of the tables against clauses.
#include "read/events/frames.h"

#include <algorithm>

namespace tacitus {
namespace {

bool has_word(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_particle(const Reading& reading, const EventClause& clause, const std::string& particle) {
  const auto is_it = [&](std::uint32_t token) { return reading.plain(token) == particle; };
  if (std::any_of(clause.particles.begin(), clause.particles.end(), is_it)) return true;
  if (std::any_of(clause.complements.begin(), clause.complements.end(), is_it)) return true;
  if (clause.verb + 1 < reading.size() && is_it(clause.verb + 1)) return true;
  return std::any_of(clause.obliques.begin(), clause.obliques.end(), [&](const auto& o) {
    return o.preposition == particle || is_it(o.token);
  });
}

// "said that Iran must leave".
bool is_obliged(const Reading& reading, std::uint32_t verb) {
  bool found = false;
  if (verb == kNone) return false;
  each_child(reading, verb, [&](std::uint32_t c) {
    const std::string_view word = reading.plain(c);
    found = found || (reading.deprel(c) == Deprel::kAux && (word == "must" || word == "should"));
  });
  return found;
}

bool fits(const Reading& reading, const EventFrame& frame, const EventClause& clause,
          std::uint64_t object_classes) {
  const bool has_object = !clause.objects.empty();
  if (frame.needs_object && !has_object) return false;
  if (frame.no_object && has_object && !clause.is_passive) return false;
  if (frame.objects != 0 && (frame.objects & object_classes) == 0) return false;
  if (frame.needs_infinitive && clause.infinitive == kNone) return false;
  if (frame.needs_clause && clause.clause == kNone) return false;
  if (frame.needs_must && !is_obliged(reading, clause.clause)) return false;
  if (frame.no_complement && (!clause.complements.empty() || (clause.infinitive != kNone &&
                                reading.deprel(clause.infinitive) == Deprel::kXcomp))) {
    return false;
  }
  if (frame.needs_gerund && clause.gerund == kNone) return false;
  if (frame.only_passive && !clause.is_passive) return false;
  if (frame.only_active && clause.is_passive) return false;
  for (const std::string& particle : frame.particles) {
    if (!has_particle(reading, clause, particle)) return false;
  }
  if (!frame.prepositions.empty() &&
      std::none_of(clause.obliques.begin(), clause.obliques.end(),
                   [&](const auto& o) { return has_word(frame.prepositions, o.preposition); })) {
    return false;
  }
  return frame.complements.empty() ||
         std::any_of(clause.complements.begin(), clause.complements.end(), [&](std::uint32_t c) {
           return has_word(frame.complements, reading.plain(c));
         });
}

}  // namespace

std::uint64_t classes_of(const Reading& reading, const EventWords& words, std::uint32_t noun) {
  std::uint64_t found = words.classes(reading.plain(noun));
  // A person by name or by the tables' words can be met, freed and killed.
  const bool is_title = reading.child(noun, Deprel::kFlat) != kNone ||
                        reading.child(noun, Deprel::kNmodDesc) != kNone;
  const PersonWord* person = reading.knowledge().person_word(reading.plain(noun));
  if (is_title || (person && found == 0)) {
    found |= words.class_named("people") | words.class_named("prisoner");
  }
  each_child(reading, noun, [&](std::uint32_t c) {
    const Deprel deprel = reading.deprel(c);
    const bool in_front = c < noun && (deprel == Deprel::kCompound || deprel == Deprel::kAmod);
    const bool counted =
        deprel == Deprel::kNmod && found == 0 && preposition_of(reading, c) == "of";
    if (in_front || counted) found |= words.classes(reading.plain(c));
  });
  return found;
}

FrameFound frame_of_verb(const Reading& reading, const EventWords& words,
                         const EventClause& clause) {
  FrameFound found;
  std::uint64_t classes = 0;
  bool is_counted = false;
  for (const std::uint32_t index : words.verb_frames(reading.plain(clause.verb))) {
    const EventFrame& frame = words.frame(index);
    if (frame.objects != 0 && !is_counted) {
      for (const std::uint32_t object : clause.objects) {
        classes |= classes_of(reading, words, object);
      }
      is_counted = true;
    }
    if (!fits(reading, frame, clause, classes)) continue;
    if (!found.frame || frame.demands > found.frame->demands) {
      if (found.frame && found.frame->root != frame.root) found.runner_up = found.frame;
      found.frame = &frame;
    } else if (frame.root != found.frame->root &&
               (!found.runner_up || frame.demands > found.runner_up->demands)) {
      found.runner_up = &frame;
    }
  }
  return found;
}

const EventFrame* likely_frame(const Reading& reading, const EventWords& words,
                               std::uint32_t verb) {
  const EventFrame* best = nullptr;
  for (const std::uint32_t index : words.verb_frames(reading.plain(verb))) {
    const EventFrame& frame = words.frame(index);
    if (!frame.root || !frame.particles.empty() || frame.needs_clause || frame.needs_infinitive) {
      continue;
    }
    if (!best || frame.demands < best->demands) best = &frame;
  }
  return best;
}

FrameFound frame_of_noun(const Reading& reading, const EventWords& words, std::uint32_t noun) {
  FrameFound found;
  for (const std::uint32_t index : words.noun_frames(reading.plain(noun))) {
    const EventFrame& frame = words.frame(index);
    if (!found.frame) {
      found.frame = &frame;
    } else if (!found.runner_up && frame.root != found.frame->root) {
      found.runner_up = &frame;
    }
  }
  return found;
}

}  // namespace tacitus
