// Phrases that tell what a position is on and stand by themselves: noun phrases as the text has them,
// clauses as ing-forms ("to raise the tax" is "raising the tax"), pronouns and bare words such as "the
// plan" replaced by what they refer to.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/positions/stance_words.h"
#include "read/reading.h"
#include "read/record.h"
#include "read/token_map.h"

namespace tacitus {

struct Issue {
  std::string text;             // never empty
  Range words;                  // that it was made of
};

class IssueWriter {
 public:
  // `record` has its actors and mentions; all arguments must live as long as this.
  IssueWriter(const Reading& reading, const StanceWords& words, const Record& record);

  // A noun, with what belongs to it. None where it is a pronoun, or a word that says nothing alone,
  // and what it refers to is not known.
  std::optional<Issue> noun(std::uint32_t token) const;

  // A verb as an ing-form with its complements, behind its subject where that is a token: "Norland
  // leaving the pact". `is_open`: for somebody who is open to it ("talks with Norland").
  std::optional<Issue> gerund(std::uint32_t verb, std::uint32_t subject, bool is_open) const;

  // A clause as it stands, without "that", from the token `after` on at the earliest.
  std::optional<Issue> clause(std::uint32_t verb, std::uint32_t after) const;

  // A stretch of the text as it stands.
  std::optional<Issue> stretch(Range range) const;

  // The nominal of a noun, with what is coordinated with it and what it is nothing without, as far as
  // an issue reaches.
  Range phrase(std::uint32_t noun) const;

  // The actor that a pronoun stands for; kNone.
  std::uint32_t actor_of_pronoun(std::uint32_t token) const { return pronoun_.at(token); }

 private:
  static constexpr std::uint32_t kLongest = 18;  // tokens of an issue

  // `named`: words in front of the range whose actors need no name any more.
  std::optional<Issue> written(Range range, std::string_view before, Range named = {}) const;
  std::string render(Range range, Range named = {}) const;
  void learn_name(const Mention& mention, std::uint32_t first);
  bool may_be_anothers(std::uint32_t owner) const;
  std::uint32_t governing_subject(std::uint32_t noun) const;
  bool says_nothing(std::uint32_t noun) const;
  std::uint32_t referent(std::uint32_t token) const;
  bool may_stand_for(std::uint32_t noun, std::uint32_t other) const;
  std::optional<Issue> proposed_before(std::uint32_t noun) const;
  std::uint32_t named_beside(std::uint32_t noun) const;
  Range shortened(Range range, std::uint32_t head) const;
  std::uint32_t end_of_predicate(std::uint32_t verb) const;
  std::uint32_t end_of_next(std::uint32_t verb) const;
  std::uint32_t end_of_noun_clause(std::uint32_t verb) const;
  std::string ing_form(std::uint32_t verb) const;

  const Reading& reading_;
  const StanceWords& words_;
  const Record& record_;
  TokenMap pronoun_;  // actors
  std::vector<std::string> called_;  // by actor, where a sentence does not call him by the bare name
  TokenMap named_;    // actors, by the heads and last words of what names or describes them
};

// The ing-form of a verb in its base form.
std::string ing_form_of(std::string_view verb);

}  // namespace tacitus
