// Holds the frames of the tables against clauses.
#include "read/events/frames.h"

#include <algorithm>

#include "read/word_kinds.h"

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
  // "called on Norland", but not "called the plans on trade vague".
  const std::uint32_t object = clause.objects.empty() ? kNone : clause.objects.front();
  return std::any_of(clause.obliques.begin(), clause.obliques.end(), [&](const auto& o) {
    if (object > clause.verb && object < o.token) return is_it(o.token);  // "put troops on alert"
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

// "warned that it would": the clause is about who acts, or somebody by name, whom the coder holds
// against who acts ("Norland would answer, its minister warned").
bool is_own(const Reading& reading, const EventClause& clause) {
  if (clause.clause == kNone || clause.subjects.empty()) return false;
  constexpr std::string_view kOwn[] = {"it", "they", "he", "she", "we", "i"};
  const std::uint32_t named = reading.child(clause.clause, Deprel::kNsubj);
  if (named != kNone && reading.upos(named) == Upos::kPropn) return true;
  // The first of the clause, whatever the tree makes of it.
  for (std::uint32_t t = clause.verb + 1; t < clause.clause; ++t) {
    if (reading.upos(t) == Upos::kPron && reading.plain(t) != "that") {
      return std::find(std::begin(kOwn), std::end(kOwn), reading.plain(t)) != std::end(kOwn);
    }
    if (reading.is_noun(t) && reading.deprel(t) == Deprel::kNsubj) return false;
  }
  return false;
}

// "would retaliate if Norland went on": whether a condition with a subject of its own hangs there.
bool has_condition(const Reading& reading, std::uint32_t verb) {
  bool found = false;
  if (verb == kNone) return false;
  each_child(reading, verb, [&](std::uint32_t c) {
    if (found || reading.deprel(c) != Deprel::kAdvcl) return;
    const std::uint32_t mark = reading.child(c, Deprel::kMark);
    const std::string_view word = mark == kNone ? std::string_view() : reading.plain(mark);
    found = (word == "if" || word == "unless") && reading.child(c, Deprel::kNsubj) != kNone;
  });
  return found;
}

// Whether a verb has a frame of conflict.
bool tells_conflict(const Reading& reading, const EventWords& words, std::uint32_t verb) {
  if (verb == kNone) return false;
  const auto frames = frames_at(reading, words, verb);
  return std::any_of(frames.begin(), frames.end(), [&](std::uint32_t index) {
    const std::optional<Root>& root = words.frame(index).root;
    return root && (*root >= Root::kSanction || *root == Root::kReject);
  });
}

// Whether a name is one of a person, or of several of a nation or faith: "19 Christians".
bool names_people(const Reading& reading, std::uint32_t noun) {
  const std::vector<Entity>& entities = reading.document().entities;
  auto at = std::upper_bound(entities.begin(), entities.end(), noun,
                             [](std::uint32_t t, const Entity& e) { return t < e.first_token; });
  if (at == entities.begin()) return false;
  --at;
  if (noun >= at->end_token) return false;
  return at->type == EntityType::kPerson ||
         (at->type == EntityType::kNorp && reading.plain(noun).ends_with("s"));
}

// Whether a name is one of a place on the map.
bool names_place(const Reading& reading, std::uint32_t noun) {
  if (reading.upos(noun) != Upos::kPropn) return false;
  const std::vector<Entity>& entities = reading.document().entities;
  auto at = std::upper_bound(entities.begin(), entities.end(), noun,
                             [](std::uint32_t t, const Entity& e) { return t < e.first_token; });
  if (at == entities.begin()) return false;
  --at;
  if (noun >= at->end_token || at->end_token > reading.size() ||
      (at->type != EntityType::kGpe && at->type != EntityType::kLoc)) {
    return false;
  }
  // "suspended Norland" is what is done to a state.
  const PlaceWord* place = reading.knowledge().place(reading.phrase({at->first_token, at->end_token}));
  return !place || !place->is_name || place->is_region;
}

struct ClauseClasses {
  NounClasses subjects, objects;
};

bool fits(const Reading& reading, const EventWords& words, const EventFrame& frame,
          const EventClause& clause, const ClauseClasses& classes) {
  const bool has_object = !clause.objects.empty();
  if (frame.needs_object && !has_object) return false;
  if (frame.no_object && has_object && !clause.is_passive) return false;
  if (frame.objects.any() && (frame.objects & classes.objects).none()) return false;
  if (frame.subjects.any() && (frame.subjects & classes.subjects).none()) return false;
  if (frame.needs_infinitive && clause.infinitive == kNone) return false;
  if (frame.needs_clause && clause.clause == kNone) return false;
  if (frame.needs_must && !is_obliged(reading, clause.clause)) return false;
  if (frame.infinitives.any() &&
      (clause.infinitive == kNone ||
       (words.classes(reading.plain(clause.infinitive)) & frame.infinitives).none())) {
    return false;
  }
  if (!frame.claims.empty() && (clause.clause == kNone ||
                                !has_word(frame.claims, reading.plain(clause.clause)))) {
    return false;
  }
  if (frame.needs_condition && !has_condition(reading, clause.clause)) return false;
  // "was pleased with": a state, of a participle or an adjective.
  if (frame.is_state && !clause.is_passive && reading.upos(clause.verb) != Upos::kAdj) return false;
  if (frame.needs_own && !is_own(reading, clause)) return false;
  if (frame.needs_ill && !tells_conflict(reading, words, clause.clause)) return false;
  if (frame.no_complement && !clause.complements.empty()) return false;
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
           if (has_word(frame.complements, reading.plain(c))) return true;
           // "a very stupid man"
           bool is_so = false;
           each_child(reading, c, [&](std::uint32_t d) {
             is_so = is_so || (reading.deprel(d) == Deprel::kAmod &&
                               has_word(frame.complements, reading.plain(d)));
           });
           return is_so;
         });
}

}  // namespace

std::string with_hyphen(const Reading& reading, std::uint32_t noun) {
  if (noun < 2 || reading.plain(noun - 1) != "-") return {};
  const auto& tokens = reading.document().tokens;
  if (tokens[noun - 1].span.end != tokens[noun].span.begin ||
      tokens[noun - 2].span.end != tokens[noun - 1].span.begin) {
    return {};
  }
  return std::string(reading.plain(noun - 2)) + '-' + std::string(reading.plain(noun));
}

std::span<const std::uint32_t> frames_at(const Reading& reading, const EventWords& words,
                                         std::uint32_t verb) {
  if (const std::string whole = with_hyphen(reading, verb); !whole.empty()) {
    const auto frames = words.verb_frames(whole);
    if (!frames.empty()) return frames;
  }
  return words.verb_frames(reading.plain(verb));
}

NounClasses classes_of(const Reading& reading, const EventWords& words, std::uint32_t noun) {
  NounClasses found = words.classes(reading.plain(noun));
  // "cease-fire", "sit-in": cut at the hyphen, but one word of the tables.
  if (const std::string whole = with_hyphen(reading, noun); !whole.empty()) {
    found |= words.classes(whole);
  }
  // "charge d'affaires", "phone call": two words of the tables.
  const Sentence& sentence = reading.sentence_of(noun);
  if (noun > sentence.first_token) found |= words.classes(reading.plain_phrase({noun - 1, noun + 1}));
  if (noun + 1 < sentence.end_token) found |= words.classes(reading.plain_phrase({noun, noun + 2}));
  // A person by name or by the tables' words can be met, freed and killed.
  const bool is_title = reading.child(noun, Deprel::kFlat) != kNone ||
                        reading.child(noun, Deprel::kNmodDesc) != kNone;
  std::string_view word = reading.plain(noun);
  if (word.starts_with("ex-")) word.remove_prefix(3);
  const PersonWord* person = reading.knowledge().person_word(word);
  const EventWords::Bits& bits = words.bits();
  if (is_title || person || names_people(reading, noun) || (found & bits.human).any()) {
    found |= bits.people;
  }
  if (found.none() && names_place(reading, noun)) found |= bits.place;
  const NounClasses own = found;
  const bool counts = is_of_kind(reading.plain(noun), WordKind::kCount);
  each_child(reading, noun, [&](std::uint32_t c) {
    const Deprel deprel = reading.deprel(c);
    const bool in_front = c < noun && (deprel == Deprel::kCompound || deprel == Deprel::kAmod);
    const bool counted = deprel == Deprel::kNmod && (found.none() || counts) &&
                         preposition_of(reading, c) == "of";
    // "opposition leaders" are people, and no opposition.
    if (in_front && (own & bits.people).any()) return;
    if (in_front || counted) {
      const NounClasses& front = words.classes(reading.plain(c));
      found |= own.any() && deprel == Deprel::kCompound ? front & ~bits.loose : front;
    }
    // "two guards held captive"
    if (deprel == Deprel::kAcl && (words.classes(reading.plain(c)) & bits.captive).any()) {
      found |= bits.people;
    }
  });
  return found;
}

FrameFound frame_of_verb(const Reading& reading, const EventWords& words,
                         const EventClause& clause) {
  FrameFound found;
  ClauseClasses classes;
  bool has_objects = false, has_subjects = false;
  for (const std::uint32_t index : frames_at(reading, words, clause.verb)) {
    const EventFrame& frame = words.frame(index);
    if (frame.objects.any() && !has_objects) {
      for (const std::uint32_t object : clause.objects) {
        classes.objects |= classes_of(reading, words, object);
      }
      has_objects = true;
    }
    if (frame.subjects.any() && !has_subjects) {
      for (const std::uint32_t subject : clause.subjects) {
        classes.subjects |= classes_of(reading, words, subject);
      }
      has_subjects = true;
    }
    if (!fits(reading, words, frame, clause, classes)) continue;
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
  for (const std::uint32_t index : frames_at(reading, words, verb)) {
    const EventFrame& frame = words.frame(index);
    if (!frame.root || !frame.particles.empty() || frame.needs_clause || frame.needs_infinitive ||
        frame.subjects.any()) {
      continue;
    }
    if (!best || frame.demands < best->demands) best = &frame;
  }
  return best;
}

FrameFound frame_of_noun(const Reading& reading, const EventWords& words, std::uint32_t noun) {
  FrameFound found;
  const std::string whole = with_hyphen(reading, noun);
  std::span<const std::uint32_t> frames;
  if (!whole.empty()) frames = words.noun_frames(whole);
  if (frames.empty()) frames = words.noun_frames(reading.plain(noun));
  for (const std::uint32_t index : frames) {
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
