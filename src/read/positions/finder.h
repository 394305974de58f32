// The finder of positions at work on one article; positions.h is its door.
#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "read/events/actors.h"
#include "read/events/clause.h"
#include "read/positions/issue_writer.h"
#include "read/positions/positions.h"
#include "read/positions/stance_words.h"
#include "read/positions/trust.h"
#include "read/times/times.h"
#include "read/token_map.h"

namespace tacitus {

class PositionFinder {
 public:
  PositionFinder(const Reading& reading, const Times& times, const PositionOptions& options, Record& record);

  void run();

 private:
  using Who = EventActors::Who;
  using Inside = EventActors::Inside;
  using People = std::vector<Who>;

  // How far the words of an issue keep others from telling positions: those inside a clause are part
  // of what is told, those inside a noun phrase may be somebody else's.
  enum class Claim : std::uint8_t { kNone, kNoun, kClause };

  // A token that means an actor. Sorted vectors and no maps of them: of a book's there are very many.
  struct Meant {
    std::uint32_t sentence, actor, token;
    friend auto operator<=>(const Meant&, const Meant&) = default;
  };

  // A stance with what it is on; one in the making.
  struct Told {
    Stance stance = Stance::kSupport;
    Issue issue;
    Claim claim = Claim::kNone;
    std::uint32_t inner = kNone;     // the verb of the issue, where it is a clause
    std::uint32_t noun = kNone;      // its noun, where it is one
  };

  // finder.cc
  void index_statements();
  void read_sentence(std::uint32_t sentence);
  bool is_question(const Sentence& sentence) const;
  bool is_told_inside(std::uint32_t token) const;
  std::optional<Told> without_trigger(std::uint32_t trigger, const Told& told) const;
  std::optional<Told> told_beside(const Told& told) const;
  bool write(std::uint32_t trigger, const Told& whole, const People& holders);
  void claim(const Told& told);
  std::string date_of_trigger(std::uint32_t trigger) const;
  std::uint32_t event_at(std::uint32_t trigger) const;
  // The first statement whose cue a token is in; kNone.
  std::uint32_t cue_at(std::uint32_t token) const;

  // traits.cc
  Traits traits(std::uint32_t trigger, const Told& told, Who holder) const;
  std::span<const Meant> mentions_of(std::uint32_t actor, std::uint32_t sentence) const;

  // holders.cc
  void add_holder(std::uint32_t token, std::uint32_t trigger, People& out);
  std::uint32_t person_before(std::uint32_t token);
  std::uint32_t speaker_meant(std::uint32_t pronoun, std::uint32_t actor) const;
  void add_speaker(std::uint32_t statement, People& out);
  bool is_many_people(std::uint32_t noun) const;
  bool is_under_what_may_be(std::uint32_t word) const;
  bool only_says_which(std::uint32_t verb) const;
  bool add_cue_speaker(std::uint32_t trigger, People& out);
  void holders_of_verb(const StanceFrame& frame, const EventClause& clause, People& out);
  void holders_of_noun(const StanceFrame& frame, std::uint32_t noun, People& out);
  std::uint32_t subject_of(std::uint32_t predicate);
  std::uint32_t described_by(std::uint32_t noun) const;

  // verbs.cc
  void read_verb(std::uint32_t verb);
  bool is_condition(std::uint32_t verb) const;
  bool is_neither(std::uint32_t verb) const;
  std::optional<Told> told_by_verb(const StanceFrame& frame, const EventClause& clause, bool denied,
                                   unsigned depth);
  std::optional<Told> told_by(const StanceFrame& frame, const StanceArgument& argument,
                              const EventClause& clause, bool denied, unsigned depth);
  std::optional<Told> told_by_infinitive(std::uint32_t infinitive, Stance stance, unsigned depth);
  bool acts(std::uint32_t noun, std::uint32_t infinitive);
  bool is_sent_away(std::uint32_t noun) const;
  std::uint32_t subjunctive_subject(std::uint32_t verb, Stance stance) const;
  std::optional<Told> told_by_doing(Stance stance, std::uint32_t verb) const;
  std::optional<Told> told_by_noun_phrase(Stance stance, std::uint32_t noun) const;
  std::optional<Told> about_object(const EventClause& clause, std::string_view preposition,
                                   Stance stance);

  // complements.cc
  bool has_particles(const StanceFrame& frame, const EventClause& clause) const;
  void drop_beside(std::vector<std::uint32_t>& tokens) const;
  bool has_words_behind(const StanceFrame& frame, const EventClause& clause) const;
  void extend_in_content(std::uint32_t noun, Issue& issue) const;
  bool is_matter(std::uint32_t token) const;
  bool is_feared_for(std::uint32_t noun, std::string_view preposition) const;
  bool person_inside(std::uint32_t name) const;
  std::uint32_t behind(const EventClause& clause, std::string_view preposition) const;

  // cues.cc
  void read_cues();
  void read_cue(std::uint32_t statement);
  std::optional<Told> told_by_content(const StanceFrame& frame, Range content, bool denied);
  Range tokens_in(Span span) const;

  // regard.cc
  bool tell_all_but(std::uint32_t verb, const EventClause& clause);
  bool tell_regard(std::uint32_t verb, const EventClause& clause);

  // nouns.cc
  void read_noun(std::uint32_t noun);
  void read_adjective(std::uint32_t adjective);
  void read_side(std::uint32_t token);
  void read_bare_side(std::uint32_t preposition);
  std::optional<Told> told_by_complement(const StanceFrame& frame, std::uint32_t word, bool denied);
  std::uint32_t complement(std::uint32_t word, std::string_view preposition) const;
  std::uint32_t infinitive_below(std::uint32_t word) const;
  bool has_name_in_front(std::uint32_t noun) const;

  // obligations.cc
  void read_obligation(std::uint32_t verb);
  void read_need(std::uint32_t verb);
  std::uint32_t act_that_must(std::uint32_t verb);
  void read_time(std::uint32_t noun);
  void read_appeal(std::uint32_t verb);
  void read_intention(std::uint32_t verb);
  void read_aim(std::uint32_t verb);
  std::uint32_t own_subject(std::uint32_t predicate) const;
  bool is_beside_subject(std::uint32_t token) const;
  bool has_negation(std::uint32_t verb) const;
  bool speaks_for(const People& holders, std::uint32_t subject);
  bool is_business(Who who) const;
  bool is_asked(std::uint32_t verb) const;
  std::string_view preposition_before(std::uint32_t token) const;

  // judgements.cc
  void read_judgement(std::uint32_t word, StanceKind kind);
  std::uint32_t judged_by(std::uint32_t word) const;
  bool is_measured(std::uint32_t word) const;
  bool behind_any(std::uint32_t verb) const;
  std::uint32_t said_of(std::uint32_t word) const;
  Judgement judged_deed(std::uint32_t noun) const;
  bool is_all_but(std::uint32_t word) const;
  bool is_too_much(std::uint32_t word) const;
  bool is_denied(std::uint32_t word) const;
  bool is_doubted(std::uint32_t word, bool may_be = false) const;

  // What tells the position that is now in the making.
  struct Rule {
    std::string_view name;
    const StanceFrame* frame = nullptr;
    bool is_denied = false;
  };

  const Reading& reading_;
  const Times& times_;
  const PositionOptions& options_;
  const PositionTrust& trust_;
  Record& record_;
  const StanceWords& words_;
  EventActors actors_;
  IssueWriter issues_;
  std::vector<std::uint32_t> statement_;   // by token: the innermost whose content it is in; kNone
  std::vector<std::pair<std::uint32_t, std::uint32_t>> cues_;  // their tokens and statements, in order
  TokenMap person_;                        // the persons whose names begin there
  std::vector<Meant> mentions_;            // in order
  std::vector<Claim> claims_;              // by token
  std::unordered_set<std::string> written_;  // by sentence, holder, side and issue
  std::vector<std::pair<std::uint32_t, std::uint32_t>> events_;  // trigger's first byte and number, in order
  struct Found {
    std::uint32_t trigger;
    Position position;
    Traits traits;                         // kept only where they are asked for
  };
  std::vector<Found> found_;
  bool is_guess_ = false;                  // whether a holder of the word now read is the likeliest of several
  Rule rule_;
  EventClause clause_, below_;             // used again for each verb
};

}  // namespace tacitus
