// The coder at work on one article; read/events/events.h is its door.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "read/events/actors.h"
#include "read/events/clause.h"
#include "read/events/events.h"
#include "read/events/frames.h"
#include "read/events/judge.h"
#include "read/events/order.h"
#include "read/events/status.h"
#include "read/events/topics.h"

namespace tacitus {

class EventCoder {
 public:
  EventCoder(const Reading& reading, const EventOptions& options, Record& record);

  void run();

 private:
  using Who = EventActors::Who;
  using Inside = EventActors::Inside;
  using People = std::vector<Who>;
  enum class Claim : std::uint8_t { kNone, kByTables, kByDictionary };

  // A word that may tell an event, with what the dictionaries and tables say of it.
  struct Trigger {
    std::uint32_t token = kNone;
    FrameFound found;
    std::optional<VerbDictionary::Match> match;
    bool is_guess = false;          // a verb whose frames do not fit, for a given pair
  };
  // An event in the making: its code as words, before it is written.
  struct Code {
    std::optional<Root> root;
    std::string mode, cameo, rule, runner_up;
    bool is_given = false;          // by the user's dictionary: it is left as it is
  };

  // How sure the judge is of the best on each side.
  struct Sides {
    float actor = 0, recipient = 0;
  };
  // What a word tells: by the rules, or by what was learned.
  struct Proposal {
    std::uint32_t sentence = 0, trigger = kNone;
    Code code;                      // without a root where the tables give none
    EventStatus status = EventStatus::kActual;
    bool is_scheduled = false;      // as StatusFound has it
    People actors, recipients;
  };

  // coder.cc
  void read_sentence(std::uint32_t sentence);
  void find_triggers(const Sentence& sentence);
  void claim(const Trigger& trigger);
  void claim_reasons(std::uint32_t verb);
  void claim_below(std::uint32_t verb, Claim by);
  void claim_one(std::uint32_t token, Claim by);
  RuleWord propose(const Trigger& trigger, Proposal& out);
  RuleWord propose_verb(const Trigger& trigger, Proposal& out);
  void write(const Proposal& told, const Trigger& trigger);
  static People everybody(const Proposal& proposal);
  void drop_who_only_speaks_of_it(std::uint32_t noun, People& actors);
  void keep_own_doers(std::uint32_t noun, People& actors);
  bool is_told_of_them(const Proposal& proposal) const;
  void keep_coded(std::uint32_t verb, People& actors, People& recipients) const;
  bool is_about_own(const People& actors);
  bool is_attack_of_words(const Trigger& trigger, const People& actors,
                          const People& recipients) const;
  bool has_actor_dictionary() const;
  void find_coded_sides(const Trigger& trigger, People& actors, People& recipients);
  void find_coded_behind(std::uint32_t verb, std::uint32_t first, const People& but, People& out);
  void drop_own(Root root, const People& actors, People& recipients) const;
  void add_unnamed(const EventFrame& frame, const Code& code, const People& recipients,
                   People& actors);
  bool is_forces(Who who) const;
  void refine_by_sides(std::uint32_t sentence, const People& actors, Code& code) const;
  void give_home(const People& actors, const People& recipients);
  void give_place(Root root, const EventClause& clause, const People& actors,
                  People& recipients);
  bool is_stance_on_act(const EventFrame& frame, std::uint32_t noun) const;
  void add_doers_of_act(std::uint32_t noun, People& out);
  // nouns.cc
  RuleWord propose_noun(const Trigger& trigger, Proposal& out);
  void find_recipients_by_order(std::uint32_t noun, const EventFrame& frame, People& out);
  void add_attendants(std::uint32_t noun, People& out);
  // codes.cc
  Code code_of(const Trigger& trigger, const EventClause& clause) const;
  void refine(const EventClause& clause, Code& code) const;
  void refine_by_object(const EventClause& clause, Code& code) const;
  void put_off(Code& code) const;
  Code coded(const Trigger& trigger, const EventClause& clause, StatusFound& status) const;
  void write(std::uint32_t sentence, std::uint32_t trigger, const Code& code, EventStatus status,
             const People& actors, const People& recipients);

  // judged.cc
  void add_likely_triggers(const Sentence& sentence);
  RuleWord propose_freely(std::uint32_t token, Proposal& out);
  void judge(const Trigger& trigger, Proposal& rules);
  void find_parties(std::uint32_t sentence);
  void choose_sides(std::uint32_t token, Root root, RuleWord word, const Proposal& rules,
                    Proposal& out, Sides& sides, JudgedWord* witness);
  EventFacts facts_of(const Trigger& trigger, RuleWord word, const Proposal& rules, Root root,
                      const Proposal& judged, const Sides& sides) const;
  // judged_sides.cc
  PartyFacts facts_of(const EventActors::Party& party, std::uint32_t token, Root root,
                      RuleWord word, const Proposal& rules,
                      const std::vector<EventActors::Party>& all) const;
  std::uint8_t kind_of_word(std::uint32_t token) const;

  // parties.cc
  People actors_of(const EventFrame* frame, const EventClause& clause);
  People recipients_of(const EventFrame* frame, const EventClause& clause);
  void give_deniers(std::uint32_t denial, People& actors);
  void add_embedded(std::uint32_t verb, bool is_threat, People& out);
  void add_doers(std::uint32_t noun, People& out);
  void find_recipients_aside(std::uint32_t noun, const EventFrame& frame, People& out);
  bool is_done_to_whom_it_names(std::uint32_t noun) const;
  void add_wanted_of(std::uint32_t noun);
  void add_whose(const EventClause& clause, std::string_view place, People& out);
  void add_behind(const EventClause& clause, std::string_view preposition, Inside inside,
                  People& out);
  bool may_act(const Code& code, const EventFrame& frame, std::uint32_t sentence,
               const People& actors,
               const People& recipients) const;
  bool stands_for_state(Who who) const;
  bool is_abroad(const People& actors, const People& recipients) const;
  bool tells_attack(std::uint32_t sentence) const;

  // pairs.cc
  void code_pairs();
  void code_pair(std::uint32_t index, Range actor, Range recipient);
  int closeness(const Trigger& trigger, Range actor, Range recipient);

  // text.cc
  std::vector<std::string> contexts_of(std::uint32_t sentence, std::string_view cameo) const;
  std::optional<std::uint32_t> statement_at(std::uint32_t byte) const;
  void index_statements();

  const Reading& reading_;
  const EventOptions& options_;
  Record& record_;
  const Plover& plover_;
  const EventWords& words_;
  EventActors actors_;
  EventTopics topics_;
  std::vector<Trigger> triggers_;          // of the sentence at hand
  std::vector<People> told_here_;  // who is in each event of the sentence
  std::vector<Claim> claims_;              // by token: part of another event's words
  std::unordered_set<std::string> told_;   // events that the record has, by who, what and whom
  struct Told {
    Span span;
    std::uint32_t statement;
  };
  std::vector<Told> contents_;             // of the statements, by their beginning
  const NounClasses weapon_class_, exercise_class_;
  bool is_asked_ = false;                  // at given pairs: each has its event, whatever was told
  EventClause clause_, below_;             // used again for each verb
  std::vector<std::uint32_t> wanted_;      // what the word at hand asks for: nobody on either side
  std::vector<EventActors::Party> parties_;  // of the sentence parties_of_
  std::uint32_t parties_of_ = kNone;
  std::vector<Feature> features_;          // used again for each word and party
};

}  // namespace tacitus
