// What words tell events: the frames of verbs and nouns in knowledge/plover/, the classes of nouns
// that frames ask for, the words that carry another verb, and talk that only borrows such words.
#pragma once

#include <bitset>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/events/plover.h"

namespace tacitus {

// Classes of nouns, one bit each.
constexpr std::size_t kMostClasses = 192;
using NounClasses = std::bitset<kMostClasses>;

// One line of verbs.tsv or nouns.tsv; the file's first lines say what each part means.
struct EventFrame {
  std::uint32_t line = 0;               // in its file
  bool is_noun = false;
  std::optional<Root> root;             // none: no event
  std::string mode, cameo;              // empty where the line has none
  NounClasses objects;                  // classes, of which the object's noun must be of one
  bool needs_object = false, no_object = false, needs_infinitive = false, needs_clause = false,
       needs_gerund = false, needs_must = false, no_complement = false,
       only_passive = false, only_active = false, is_symmetric = false, is_weak = false,
       takes_anyone = false, takes_nobody = false, is_abroad = false, needs_own = false, is_state = false,
       needs_whom = false, needs_condition = false,
       needs_ill = false;
  NounClasses infinitives;              // classes, of which the verb below must be of one
  NounClasses subjects;                 // classes, of which the noun of who acts must be of one
  std::vector<std::string> particles;     // of the verb: "out" of "carry out"
  std::vector<std::string> prepositions;  // one of which must be there
  std::vector<std::string> complements;   // "guilty"
  std::vector<std::string> claims;        // "responsible": what heads the clause below
  std::vector<std::string> recipients;    // "obj", "inf" or prepositions, in order
  std::vector<std::string> actors;        // prepositions behind which stands who acts
  std::uint32_t demands = 0;              // how much it asks for: the more, the sooner it wins
};

// How a word changes what the verb that it carries tells.
enum class Carrier : std::uint8_t {
  kNone, kPlanned, kWilling, kPossible, kDone, kOngoing, kDenied, kRebutted, kLight, kConfirmed,
  kModal, kFuture, kNot, kIf, kClaim,
};

// kResult: verbs that tell of a match where a score stands beside them ("beat Arsenal 2-0").
enum class Topic : std::uint8_t { kNone, kSport, kMarkets, kWeather, kResult };
constexpr std::size_t kTopics = 5;

// The texts of the tables.
struct EventTexts {
  std::string_view verbs, nouns, classes, carriers, topics, irregular;
};

// Immutable and safe to share between threads.
class EventWords {
 public:
  static const EventWords& builtin();

  // Parses tables; modes and codes are checked against `plover`. Errors: kBadInput for a line that
  // is not as its file's first lines say, named with file and line.
  static Result<EventWords> parse(const EventTexts& texts, const Plover& plover);

  // Frames by number. All forms of a verb or noun, in small letters, lead to its frames.
  const EventFrame& frame(std::uint32_t index) const;
  std::span<const std::uint32_t> verb_frames(std::string_view form) const;
  std::span<const std::uint32_t> noun_frames(std::string_view form) const;

  // The classes of a noun, one bit each.
  const NounClasses& classes(std::string_view form) const;
  // Bits that every clause asks for.
  struct Bits {
    NounClasses people;   // what a person by name or by the tables' words is of
    NounClasses human;    // people whatever else they are
    NounClasses owned;    // what a word in front may own: "a government building"
    NounClasses captive;  // participles: "held", "detained"
    NounClasses stranger; // people who are mostly from elsewhere: "tourists"
    NounClasses protester; // who goes into the streets
    NounClasses place;    // what a place by name is of
    NounClasses thing;    // what is sent, paid or fired
    NounClasses inquiry;  // what a body is called that looks into something, and what it does
    // Classes that a noun in front does not give to one that has its own ("a missile attack").
    NounClasses loose;
  };
  const Bits& bits() const;
  // The bit of a class by name; none where there is none.
  NounClasses class_named(std::string_view name) const;

  Carrier carrier(std::string_view form) const;
  // The kind of a word that is no verb: modals, "will", "not", "if", "allegations".
  Carrier marker(std::string_view form) const;
  Topic topic(std::string_view form) const;

  EventWords(EventWords&&) noexcept;
  EventWords& operator=(EventWords&&) noexcept;
  ~EventWords();

 private:
  struct Tables;
  explicit EventWords(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

}  // namespace tacitus
