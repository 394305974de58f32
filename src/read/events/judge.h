// The judge of events: three small linear models over what the rules say of a word, what the model's
// act head says of it (Document::acts) and how the sentence is built. They decide which root a word
// tells, who stands on which side, and whether it is an event at all (knowledge/plover/judge.tsv).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/events/plover.h"
#include "read/feature_space.h"
#include "text/document.h"

namespace tacitus {

// What the rules make of a word: nothing, since the tables do not have it or it is another's; sides
// alone; an event that a rule then leaves out, by the kind of that rule; or an event.
enum class RuleWord : std::uint8_t {
  kNothing, kFreely, kClaimed, kDescribes, kNotAsked, kMayNot, kAlone, kTold
};

// Weights of the models; immutable.
class EventJudge {
 public:
  // The table that is compiled in.
  static const EventJudge& builtin();

  // Parses a table as read_weights() does; the models are "root", "actor", "recipient" and "event".
  static Result<EventJudge> parse(std::string_view text);

  // The root that is most likely by the act head's chances, in 255ths, and the rules' root.
  Root root(const std::array<std::uint8_t, kRoots>& chances, std::optional<Root> rules,
            RuleWord word) const;
  // Log-odds: that one of a sentence's parties acts, is acted on; that there is an event.
  float actor(std::span<const Feature> party) const { return sum_of(actor_, party); }
  float recipient(std::span<const Feature> party) const { return sum_of(recipient_, party); }
  float event(std::span<const Feature> word) const { return sum_of(event_, word); }

 private:
  std::vector<float> root_, actor_, recipient_, event_;
};

// The spaces of the models: of a party beside a word that may tell an event, and of that word.
const FeatureSpace& party_features();
const FeatureSpace& event_features();

// What of party_features() is told apart from the sentence's tree.
struct PartyFacts {
  std::uint8_t shape = 0, up = 0, up_again = 0, down = 0, last = 0, preposition = 0, order = 0,
               between = 0, rules = 0, root = 0, kind = 0, actor = 0, recipient = 0, word = 0,
               company = 0, joined = 0;
};
void append_features(const PartyFacts& facts, std::vector<Feature>& out);

// The same of event_features().
struct EventFacts {
  std::uint8_t chance = 0, lead = 0, rules = 0, agrees = 0, root = 0, upos = 0, deprel = 0,
               status = 0, topic = 0, said = 0, actors = 0, recipients = 0, acting = 0, acted = 0,
               sure_actor = 0, sure_recipient = 0, abroad = 0, twin = 0, word = 0, rank = 0;
};
void append_features(const EventFacts& facts, std::vector<Feature>& out);

// The numbers of values that have no enum of their own.
std::uint8_t chance_step(unsigned chance);             // of 255ths
std::uint8_t preposition_number(std::string_view word);  // 0 for none, the last for others

// For training: is told of every word that was judged, whatever came of it.
struct JudgedWord {
  struct Party {
    Span span;
    std::vector<Feature> features;
    std::string_view country, name;  // they live as long as the call
    float actor = 0, recipient = 0;
    bool rules_actor = false, rules_recipient = false;
  };
  std::uint32_t token = 0;
  Span trigger;
  RuleWord word = RuleWord::kNothing;
  std::optional<Root> rules;
  Root root = Root::kAgree;
  std::array<std::uint8_t, kRoots> chances{};
  std::vector<Party> parties;
  std::vector<Feature> features;
  float score = 0;
};
using EventWitness = std::function<void(const JudgedWord&)>;

}  // namespace tacitus
