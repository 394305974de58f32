// A verb with what belongs to it: who acts, on whom, and the clauses below it. Sees through the
// passive, relative clauses, and subjects that stand at a verb above ("agreed to withdraw").
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/reading.h"

namespace tacitus {

struct EventClause {
  struct Oblique {
    std::string_view preposition;     // plain
    std::uint32_t token = kNone;
  };

  std::uint32_t verb = kNone;
  bool is_passive = false;
  std::vector<std::uint32_t> subjects;   // who acts; in the passive those behind "by"
  std::vector<std::uint32_t> objects;    // what is acted on; in the passive the subject
  std::vector<std::uint32_t> receivers;  // indirect objects
  std::vector<Oblique> obliques;         // with their prepositions, those of the object's noun too
  std::uint32_t infinitive = kNone, clause = kNone, gerund = kNone;  // verbs below
  std::vector<std::uint32_t> complements;  // adjectives and nouns below: "guilty"
  std::vector<std::uint32_t> particles;

  void clear();
};

// Fills `clause` for the verb at a token. Looks at a bounded number of words, so that all verbs of
// a document take time linear in it.
void read_clause(const Reading& reading, std::uint32_t verb, EventClause& clause);

// At most so many words below one are looked at, and so many above.
constexpr std::uint32_t kMostChildren = 48;
constexpr std::uint32_t kMostClimbs = 6;

// Calls visit(child) for the first kMostChildren words below a token.
template <class Visit>
void each_child(const Reading& reading, std::uint32_t token, Visit visit) {
  std::uint32_t seen = 0;
  for (std::uint32_t c = reading.first_child(token); c != kNone && seen < kMostChildren;
       c = reading.next_sibling(c), ++seen) {
    visit(c);
  }
}

// Whether a verb is an infinitive with "to", or an ing-form.
bool is_infinitive(const Reading& reading, std::uint32_t verb);
inline bool is_gerund(const Reading& reading, std::uint32_t verb) {
  return reading.plain(verb).ends_with("ing");
}
// Whether a noun is who acts in a headline without a verb: "Minister to visit Norland", but "Bid to oust him".
bool acts_in_headline(const Reading& reading, std::uint32_t noun);
// The preposition of a noun, plain; empty where there is none.
std::string_view preposition_of(const Reading& reading, std::uint32_t token);
// Whether a preposition tells where: "in", "near".
bool is_place_preposition(std::string_view word);

}  // namespace tacitus
