// Who is meant: names, descriptions and pronouns of an article, each led to its actor, and the
// speaker of each statement among them.
//
// One walk through the text, as a reader takes it: what stands before explains what comes after.
// The model's chains of reference are asked, and the rules decide.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "read/actors/belonging.h"
#include "read/actors/cast.h"
#include "read/actors/countries.h"
#include "read/actors/latecomers.h"
#include "read/actors/look_up.h"
#include "read/actors/pronoun_kind.h"
#include "read/actors/senses.h"
#include "read/reading.h"
#include "read/record.h"
#include "read/statements/quotes.h"
#include "read/statements/statements.h"

namespace tacitus {

class Speakers {
 public:
  // `drafts` get their `actor`; all arguments must live as long as this.
  // `places` are the article's, null where they were not looked for; so is `gazetteer`.
  Speakers(const Reading& reading, const Quotes& quotes, std::vector<Draft>& drafts,
           const FoundPlaces* places, const Gazetteer* gazetteer = nullptr);

  // Walks through the article, then fills the record's actors and mentions; where it is at home comes back.
  ArticleHome run(Record& record, const AskedWitness& witness = {});

 private:
  using Who = std::optional<std::uint32_t>;  // an actor in cast_

  // What happens at a token: a name ends, a reference is complete, a word comes that the model has
  // overlooked, a source is complete.
  struct Event {
    enum Kind : std::uint8_t { kEntity, kReference, kOverlooked, kSource, kUnsourced };
    std::uint32_t token = 0;
    Kind kind = kEntity;
    std::uint32_t index = 0;  // in entities, references or drafts; of an overlooked word the token
  };
  std::vector<Event> events() const;

  // speakers.cc
  bool is_people_pronoun(std::uint32_t token) const {
    return reading_.upos(token) == Upos::kPron || reading_.upos(token) == Upos::kDet;
  }
  bool is_source_head(std::uint32_t token) const { return said_by_[token] != kNone; }
  EntityType corrected(Range range, EntityType type) const;
  Who bare_name(std::uint32_t token) const;
  bool is_part_of_word(std::uint32_t token) const;
  bool is_overlooked(std::uint32_t token) const;
  void meet_overlooked(std::uint32_t token);
  void meet_entity(std::uint32_t index);
  bool is_title_alone(const Entity& entity) const;
  Who family_of(Range range);
  Who entity_actor(Range range, EntityType type);
  Range firm_ending(Range name) const;
  bool acts_as_government(Range range) const;
  void learn_role(std::uint32_t actor, Range entity);
  void mention_apposed(std::uint32_t actor, const Office& role, Range name);
  void learn_gender_of_chain(std::uint32_t actor, Range range);
  void meet_reference(std::uint32_t index);
  void mention(Range range, MentionType type, std::optional<std::uint32_t> actor,
               std::uint32_t head);

  // sources.cc
  std::uint32_t source_head(Range source) const;
  void meet_source(std::uint32_t draft);
  void meet_unsourced(std::uint32_t draft);
  Who source_actor(Range source, std::uint32_t draft);
  bool is_honorific(std::uint32_t token) const;
  Who name_before_comma(Range source) const;
  Who named_in(Range source, std::uint32_t head) const;
  Who coordinated(Range source, std::uint32_t head);
  void describe_several(std::uint32_t group, Range source, const std::vector<std::uint32_t>& heads);
  Who group_of(Range source, Range name, const std::vector<std::uint32_t>& heads);
  std::vector<std::uint32_t> people_named_in(Range source) const;
  Who first_named(Range source) const;
  Who counted(Range range) const;
  Who named_together(std::uint32_t pronoun);
  void note_speaker(std::uint32_t actor, std::uint32_t token);

  // pronouns.cc
  Who pronoun(std::uint32_t token, bool is_source);
  Who relative(std::uint32_t token) const;
  // Where the model's chain leads from a word: an actor, the word that is his, and how sure it is.
  struct Link {
    std::uint32_t actor = kNone, token = kNone;
    float score = 0;
  };
  Link link(std::uint32_t token) const;
  Who antecedent(std::uint32_t token) const;
  void learn_gender(std::uint32_t actor, PronounKind kind);

  // recent.cc
  struct Recent {
    std::uint32_t actor = kNone;      // kNone for a description that is nobody's yet
    std::uint32_t reference = kNone;  // then its reference
    std::uint32_t token = 0;
    bool is_speaker = false;
  };
  void note(Recent recent);
  Who likely(std::uint32_t token, PronounKind kind, bool is_source);
  float weight(const Recent& recent, std::uint32_t token, PronounKind kind, bool is_source) const;
  float chain_weight(std::uint32_t token, std::uint32_t actor) const;
  bool is_told_elsewhere(std::uint32_t token, std::uint32_t pronoun) const;
  bool is_in_other_quote(std::uint32_t token, std::uint32_t pronoun) const;
  Who quoted_speaker(std::uint32_t token) const;
  bool is_candidate(const Recent& recent, std::uint32_t token, PronounKind kind) const;
  bool described_fits(std::uint32_t head, PronounKind kind) const;
  bool is_subject(std::uint32_t token) const;
  std::uint32_t spoke_until(std::uint32_t head) const;
  bool governs(std::uint32_t token, std::uint32_t pronoun) const;
  std::uint32_t governor(std::uint32_t token) const;
  void count_genders();

  // first_person.cc
  void resolve_first_person();

  // nominals.cc
  Who nominal(std::uint32_t head, bool is_source);
  Who described_person(Range range, std::uint32_t head, const PersonFound& word, bool is_source);
  Who spoken_for(Range range, std::uint32_t head, const PersonFound& word) const;
  Who described_body(Range range, std::uint32_t head, const BodyWordFound& word, bool is_source);
  Who called_so(Range range, std::uint32_t head, Range word, std::string_view noun,
                bool is_person) const;
  bool may_be(const Member& member, Range range, Range word) const;
  bool is_of_its_country(const Member& member, Range range, std::uint32_t head) const;
  bool is_of_its_kind(const Member& member, const BodyWord& word) const;
  bool is_long_ago(const Member& member, std::uint32_t head) const;
  Who other_word_for(std::string_view noun, std::uint32_t head, Gender gender) const;
  Who body_speaking(Range range, std::uint32_t head, const BodyWordFound& word) const;
  static bool is_against_its_state(const Member& member, const BodyWord& word);
  void give_source_its_state(Range source, std::uint32_t actor);
  Who state_speaking(std::uint32_t head, const std::vector<std::string>& sectors) const;
  std::uint32_t denied_charge(std::uint32_t head) const;
  Who accused(std::uint32_t head, const BodyWord& word) const;
  Who owner_of(Range range, std::uint32_t head);
  Range nominal_range(std::uint32_t head) const;
  void resolve_headlines();

  // bystanders.cc; of each actor the tokens where it was mentioned, ascending
  using Past = std::vector<std::vector<std::uint32_t>>;
  void learn_descriptions();
  std::vector<bool> role_words() const;
  void meet_bystanders();
  Who bystander(std::uint32_t head, const Past& past);
  Who missed_name(std::uint32_t token) const;
  Who owner_before(Range range, std::uint32_t head) const;
  Who body_beside(Range name, bool is_role) const;
  Who last_called(std::string_view noun, ActorKind kind, Range range, Range word,
                  const Past& past) const;

  // joined.cc
  Who named_behind(std::uint32_t described) const;
  Who holder_of(std::uint32_t described) const;
  void join_descriptions();

  // signs.cc
  void learn_signs();
  std::string_view listed_behind(std::uint32_t token) const;
  std::string_view currency() const;
  BodyFound whole_name(Range part) const;

  // deeds.cc
  void learn_deeds();
  std::vector<std::string> sectors_by_deed(std::uint32_t head) const;
  bool is_byline(Range name) const;
  std::vector<std::string> body_sectors(std::uint32_t noun) const;

  // origins.cc
  void learn_origins();
  std::string_view seat_beside(Range name) const;
  std::string_view office_country(const Member& member) const;
  std::string_view origin_behind(std::uint32_t next) const;

  // home.cc
  struct Met;
  Asked asked_for(const Member& member, const Met* first) const;
  void note_place(std::uint32_t entity, Belonging& out) const;
  Belonging countries_spoken_of() const;
  bool names_american_form() const;
  bool is_unbound(const ArticleHome& home, const Member& member) const;
  Who main_firm() const;
  void give_firm_its_people();
  void give_police_their_officers();
  void give_analysts_their_field();
  ArticleHome settle_at_home(const AskedWitness& witness);

  // mentions.cc
  void write(Record& record);

  const Reading& reading_;
  const Quotes& quotes_;
  std::vector<Draft>& drafts_;
  const Gazetteer* gazetteer_;
  Countries countries_;
  Senses senses_;
  Cast cast_;
  std::vector<std::uint32_t> actor_at_;      // by token, kNone where none
  std::vector<std::uint32_t> entity_at_;     // by token
  std::vector<std::uint32_t> reference_at_;  // by token
  std::vector<std::uint32_t> reference_actor_;
  std::vector<std::uint32_t> said_by_;       // by head token of a source its statement
  std::vector<std::uint32_t> told_in_;       // by token the statement that tells it

  std::unordered_map<std::string, std::uint32_t> named_;  // by a word of a name the person
  // By group its members, where the text names each.
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members_;
  std::uint32_t last_group_ = kNone;             // the latest of them

  std::uint32_t owners_asked_ = 0;           // owners of owners that are looked for just now

  struct Said {
    std::uint32_t actor = kNone, token = 0;
  };
  Said last_body_;                               // the body that spoke last
  static constexpr std::size_t kMostRecent = 32;
  std::vector<Recent> recent_;                   // a ring of the latest, next_recent_ the oldest
  std::size_t next_recent_ = 0;
  struct Votes {
    std::uint32_t he = 0, she = 0;
  };
  std::vector<Votes> votes_;                     // by reference that begins a chain
  std::vector<std::uint32_t> chain_of_;          // by reference the one that begins its chain
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
