// Who takes part in an event: the actors of the record that a noun phrase means, and those that
// only a description names ("Iraqi forces"), which join the record when an event needs them.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "read/actors/countries.h"
#include "read/actors/standing.h"
#include "read/events/phrases.h"
#include "read/events/words.h"
#include "read/reading.h"
#include "read/record.h"
#include "read/token_map.h"

namespace tacitus {

class EventActors {
 public:
  // `record` has its actors and mentions; the arguments must live as long as this.
  EventActors(const Reading& reading, Record& record);

  // Someone who may take part: an actor of the record, or one that is only described so far.
  struct Who {
    std::uint32_t actor = kNone;     // in the record; kNone for a description
    std::uint32_t described = kNone; // index of the description
    friend bool operator==(Who, Who) = default;
  };

  // Whom a phrase's modifiers may bring in where its noun is nobody.
  enum class Inside : std::uint8_t { kNobody, kOwners, kAll };

  // Appends who a noun phrase means, and what is coordinated with it. Where its noun is none of
  // these ("the attack", "an Iranian decision") those named inside are taken: with kOwners only
  // those whose it is, with kAll also those it is in or against.
  void find(std::uint32_t head, Inside inside, std::vector<Who>& out);

  // The same of a noun that is nobody here, whoever else is called so: those named inside.
  void find_whose(std::uint32_t head, std::vector<Who>& out);

  // Somebody whom words of a sentence name.
  struct Party {
    Who who;
    Range words;
    std::uint32_t head = kNone;  // of the words
  };
  // Appends everybody whom a stretch of words names or describes, in its order, with pronouns.
  void find_all(Range range, std::vector<Party>& out);
  // Somebody with the words that name him first, or, where none are known, with a token.
  Party party_of(Who who, std::uint32_t token) const;

  // The one actor that a stretch of words means, of the record or described; with `force` one is
  // made of its words where they tell nothing.
  Who of_range(Range range, bool force);

  // The first actor of the record with a code in a stretch of words, or the last.
  Who nearest(Range range, bool from_behind) const;

  // Appends the parties of a phrase that a user's dictionaries name, with their codes; those of the
  // record have the code that the phrase gives them from then on.
  void find_coded(Range phrase, std::vector<Who>& out);

  // What is known of somebody.
  const Actor& actor(Who who) const;
  // A state, its organs, a party, an armed group, a body of states: who makes politics.
  bool is_political(Who who) const;
  // People who go into the streets, by the last word of their description.
  bool is_protester(Who who) const;
  // Somebody whom only a pronoun names.
  bool is_unnamed(Who who) const { return who.described != kNone && described_[who.described].is_pronoun; }
  // Several of a state's or body's people, or a body of states: "NATO ambassadors" may meet.
  bool is_many(Who who) const;
  // An organ of a state or body of states.
  bool is_official(Who who) const;

  // Somebody of whom the text tells no more than a pronoun: "He urged Norland to".
  Who unnamed(std::uint32_t pronoun);

  // Gives an office or body without a name ("the president") a country, where it has none.
  void give_country(Who who, const std::string& country);

  // The country or place that a noun stands in, by the text: "a mosque in Norland's second city"; none
  // where it tells none.
  Who place_around(std::uint32_t noun) const;
  // The same for a noun behind a preposition of place, itself included.
  Who place_at(std::uint32_t noun, unsigned depth = 0) const;
  // Gives people without a name ("20 villagers") the country of where an act fell on them, where they
  // have none. Soldiers and those who come from elsewhere keep theirs to themselves.
  void give_people_country(Who who, const std::string& country);

  // The actor's number in the record; a description is added to it.
  std::uint32_t enter(Who who);
  // Puts mentions and actors that were added into the text's order; indices are mended everywhere
  // in the record. Called once, when all events are made.
  void settle();

 private:
  struct Described {
    Actor actor;
    Range range;
    std::uint32_t head = kNone;
    std::uint32_t entered = kNone;
    bool is_name = false;  // of a user's dictionary
    bool is_pronoun = false;
  };

  Who place_below(std::uint32_t noun, unsigned depth) const;
  Who located(Who who, std::uint32_t token, std::uint32_t head);
  bool is_owned(std::uint32_t noun) const;
  bool is_thing(std::uint32_t noun) const;
  void find_one(std::uint32_t head, Inside inside, unsigned depth, std::vector<Who>& out);
  void find_inside(std::uint32_t head, Inside inside, unsigned depth, std::vector<Who>& out);
  void add_coordinated(std::uint32_t head, Inside inside, unsigned depth, std::vector<Who>& out);
  std::uint32_t person_beside(std::uint32_t head) const;
  Who named(std::uint32_t head) const;
  Who describe(std::uint32_t head);
  bool describe_each(std::uint32_t head, std::vector<Who>& out);
  Who nationality(std::uint32_t token, std::uint32_t end);
  Who keep(Actor actor, Range range, std::uint32_t head);
  // What the owner of a description tells; of one that may be a house, no town is the owner.
  Standing owner_of(std::uint32_t head, bool is_house) const;
  void find_dictionary_names();
  Who coded(const CodedParty& party);

  const Reading& reading_;
  const EventWords& words_;
  Record& record_;
  Countries countries_;
  std::vector<std::uint32_t> at_;               // actors by token; kNone
  TokenMap described_at_;                       // descriptions by head token
  std::vector<Described> described_;
  std::unordered_map<std::string, std::uint32_t> by_name_;     // descriptions, by plain name
  std::unordered_map<std::string, std::uint32_t> countries_by_code_;  // actors of the record
  std::size_t mentions_before_, actors_before_;
};

}  // namespace tacitus
