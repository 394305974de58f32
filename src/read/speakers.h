// Who is meant: names, descriptions and pronouns of an article, each led to its actor, and the
// speaker of each statement among them.
//
// One walk through the text, as a reader takes it: what stands before explains what comes after.
// The model's chains of reference are asked, and the rules decide.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "read/cast.h"
#include "read/quotes.h"
#include "read/reading.h"
#include "read/record.h"
#include "read/senses.h"
#include "read/statements.h"

namespace tacitus {

class Speakers {
 public:
  // `drafts` get their `actor`; all arguments must live as long as this.
  Speakers(const Reading& reading, const Quotes& quotes, std::vector<Draft>& drafts);

  // Walks through the article, then fills the record's actors and mentions.
  void run(Record& record);

 private:
  using Who = std::optional<std::uint32_t>;  // an actor in cast_

  // What happens at a token: a name ends, a reference is complete, a source is complete.
  struct Event {
    enum Kind : std::uint8_t { kEntity, kReference, kSource };
    std::uint32_t token = 0;
    Kind kind = kEntity;
    std::uint32_t index = 0;  // in entities, references or drafts
  };
  std::vector<Event> events() const;

  // names.. speakers.cc
  EntityType corrected(Range range, EntityType type) const;
  void meet_entity(std::uint32_t index);
  Who entity_actor(Range range, EntityType type);
  bool acts_as_government(Range range) const;
  void learn_role(std::uint32_t actor, Range entity);
  void meet_reference(std::uint32_t index);
  void meet_source(std::uint32_t draft);
  Who source_actor(Range source, std::uint32_t draft);
  Who coordinated(Range source, std::uint32_t head);
  void note_speaker(std::uint32_t actor, std::uint32_t token);
  void mention(Range range, MentionType type, std::optional<std::uint32_t> actor,
               std::uint32_t head);

  // pronouns.cc
  Who pronoun(std::uint32_t token, bool is_source);
  Who relative(std::uint32_t token) const;
  Who antecedent(std::uint32_t token) const;
  bool is_near(std::uint32_t actor, std::uint32_t token) const;
  Who likely_person(std::uint32_t token, Gender gender) const;
  Who likely_body(std::uint32_t token) const;
  Who likely_group(std::uint32_t token) const;
  void resolve_first_person();

  // nominals.cc
  Who nominal(std::uint32_t head, bool is_source);
  Who described_person(Range range, std::uint32_t head, const PersonFound& word, bool is_source);
  Who described_body(Range range, std::uint32_t head, const BodyWordFound& word, bool is_source);
  Who called_so(Range range, std::uint32_t head, Range word, std::string_view noun,
                bool is_person) const;
  bool may_be(const Member& member, Range range, Range word) const;
  Who owner_of(Range range, std::uint32_t head);
  Range nominal_range(std::uint32_t head) const;
  void resolve_headlines();

  // bystanders.cc; of each actor the tokens where it was mentioned, ascending
  using Past = std::vector<std::vector<std::uint32_t>>;
  void learn_descriptions();
  std::vector<bool> role_words() const;
  void meet_bystanders();
  Who bystander(std::uint32_t head, const Past& past);
  Who owner_before(Range range, std::uint32_t head) const;
  Who last_called(std::string_view noun, ActorKind kind, Range range, Range word,
                  const Past& past) const;

  // home.cc
  struct Home {
    std::string country;  // empty where it has none
    double share = 0;     // of the article's signs of a country those of this one
  };
  Home home() const;
  Who main_firm() const;
  void give_firm_its_people();
  void settle_at_home();

  // mentions.cc
  void write(Record& record);

  const Reading& reading_;
  const Quotes& quotes_;
  std::vector<Draft>& drafts_;
  Countries countries_;
  Senses senses_;
  Cast cast_;
  std::vector<std::uint32_t> actor_at_;      // by token, kNone where none
  std::vector<std::uint32_t> entity_at_;     // by token
  std::vector<std::uint32_t> reference_at_;  // by token
  std::vector<std::uint32_t> reference_actor_;
  std::vector<bool> is_source_head_;         // by token

  std::uint32_t owners_asked_ = 0;           // owners of owners that are looked for just now

  struct Said {
    std::uint32_t actor = kNone, token = 0;
  };
  Said last_person_, last_body_, last_group_;    // who spoke last
  Said subject_person_, subject_body_;           // subjects of the latest clauses
  struct Met {
    Mention mention;
    std::uint32_t head = 0;
  };
  std::vector<Met> mentions_;
  std::vector<bool> is_mentioned_;               // by head token
  struct Headline {
    std::uint32_t draft = 0, head = 0;
  };
  std::vector<Headline> headlines_;              // sources that only the body explains
};

}  // namespace tacitus
