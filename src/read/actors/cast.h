// The cast of an article: every person, body, country, place and group in it, one entry each
// however it is named. Names come in text order, and each either finds its actor or makes one.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "read/actors/cast_names.h"
#include "read/actors/countries.h"
#include "read/actors/look_up.h"
#include "read/actors/person_name.h"
#include "read/actors/roles.h"
#include "read/actors/standing.h"
#include "read/reading.h"
#include "read/word_map.h"

namespace tacitus {

enum class ActorKind : std::uint8_t { kPerson, kOrganization, kCountry, kPlace, kGroup };

// An actor in the making.
struct Member {
  ActorKind kind = ActorKind::kPerson;
  std::string name;                 // the fullest that was met
  bool is_named = false;            // by a proper name; else by a description
  bool is_definite = false;         // described as one whom the reader knows: "the minister"
  std::uint32_t joined = kNone;     // the actor that it has turned out to be, and is no more itself
  std::vector<std::string> words;   // of a person's name; see PersonName
  std::string suffix;
  Gender gender = Gender::kUnknown;
  bool gender_is_sure = false;
  bool is_government = false;       // a capital that speaks
  bool is_of_no_country = false;    // a body of which the tables say so
  Standing told;                    // what the text says of it
  Standing known;                   // what its name says, by the tables and the user's dictionaries
  Standing standing;                // both, the text first
  std::string role;                 // empty where the text gives none
  Range role_range;
  std::uint32_t role_head = kNone;
  std::vector<std::string> heads;   // nouns that a later "the ..." may call it by; plain, singular
  std::vector<std::string> modifiers;  // plain words that its descriptions bring
  std::uint32_t first = kNone, last = 0;  // tokens of the first and the latest mention
  std::uint32_t mentions = 0;
};

// A set of candidates for a lookup: the most recent ones, so that no lookup takes longer the more
// namesakes an article has.
constexpr std::size_t kMostCandidates = 16;

class Cast {
 public:
  Cast(const Reading& reading, const Countries& countries);

  Member& operator[](std::uint32_t actor) { return members_[actor]; }
  const Member& operator[](std::uint32_t actor) const { return members_[actor]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(members_.size()); }

  // The person that an entity names. Of several who may be meant `hint` wins, then the one who
  // was mentioned last.
  std::uint32_t person(Range entity, std::optional<std::uint32_t> hint);

  // The body that an entity names. `owner` is the actor whose body it is ("Russia" in "Russia's
  // Foreign Ministry").
  std::uint32_t organization(Range entity, std::optional<std::uint32_t> owner);

  // The country or place that an entity names; with `as_government` what it stands for when a
  // capital speaks.
  std::uint32_t place(Range entity, bool as_government);

  // Nationals or members: "Russians", "Democrats".
  std::uint32_t people_named(Range entity);

  // A body that is described, not named: "its foreign ministry". Found again by country or owner
  // and words.
  std::uint32_t described_body(Range nominal, std::uint32_t head,
                               std::optional<std::uint32_t> owner);

  // A person or group that is described: "a NATO official", "two officials". Groups with the same
  // words are one; single persons are new each time.
  std::uint32_t described_people(Range nominal, std::uint32_t head, bool is_plural,
                                 std::optional<std::uint32_t> owner);

  // Several people who speak as one: "Smith and Jones".
  std::uint32_t several(Range range);

  // The text says that `actor`, a person, holds `role`, in the body of `owner` if that is known.
  void learn_role(std::uint32_t actor, Office role, std::optional<std::uint32_t> owner);

  // What the text says of `actor`, a body, beside its name: "the German carmaker".
  void describe(std::uint32_t actor, const Standing& told);
  // The body of a person's role, where it was met only after the role.
  void learn_owner(std::uint32_t actor, std::uint32_t owner);

  // The person with that surname, in the form of Reading::plain, who is mentioned most; kNone where
  // the article gives no such name in full.
  std::uint32_t surnamed(std::string_view word) const;
  // All whom the article gives in full with that surname, the latest kMostCandidates.
  std::vector<std::uint32_t> all_surnamed(std::string_view word) const;

  // Notes that `actor` can be called `noun` from now on.
  void call(std::uint32_t actor, std::string_view noun);
  // Those who can be called `noun`, the latest mentioned first, at most kMostCandidates.
  std::vector<std::uint32_t> called(std::string_view noun) const;

  // `described` is `actor`, and no actor of its own from now on.
  void join(std::uint32_t described, std::uint32_t actor);

  // Whether the text speaks of the campaign of somebody of that surname: "the Weber campaign".
  bool has_campaign(const Member& member) const;

  // Notes a mention.
  void touch(std::uint32_t actor, std::uint32_t token);

  // "EPA" in brackets behind a body's name is its short name.
  void alias(std::uint32_t actor, Range short_name);

 private:
  using Index = WordMap<std::vector<std::uint32_t>>;
  using Keys = WordMap<std::uint32_t>;

  // cast_bodies.cc has bodies and places, cast_standing.cc what people and bodies are, cast.cc the rest.
  std::uint32_t add(Member member, std::uint32_t token);
  Standing shared(const Member& owner, const PersonFound& word) const;
  Standing known_person(Range entity, const PersonName& name) const;
  void learn_seat(Member& member, Range name) const;
  std::uint32_t find_key(std::string_view key) const;
  void index_person(std::uint32_t actor, const std::vector<std::string>& words);
  void index_body(std::uint32_t actor, Range name);
  std::string body_key(Range range, const std::string& owner) const;
  std::string owner_key(const Standing& standing, std::optional<std::uint32_t> owner) const;
  std::uint32_t find_body(Range name, const std::string& key) const;
  Range core_of(Range name) const;
  bool names_by_first_word(Range name) const;

  const Reading* reading_;
  const Countries* countries_;
  std::deque<Member> members_;  // a book's have no room to be moved to
  Index by_word_;        // persons by each word of their name
  Index by_noun_;        // all by what they can be called
  Keys by_key_;          // all others by a key for their name
  std::unordered_map<const Body*, std::uint32_t> by_body_;
  std::unordered_set<std::string_view> campaigners_;  // surnames
};

// Puts together what the text and the name tell of a member.
void settle(Member& member);

}  // namespace tacitus
