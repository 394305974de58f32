// The judge's features by name, and its weights.
#include "read/events/judge.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <optional>

#include "read/builtin_tables.h"

namespace tacitus {
namespace {

constexpr std::string_view kRelations[] = {
    "other", "root", "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss",
    "nmod:desc", "nmod:unmarked", "appos", "flat", "compound", "amod", "det", "nummod", "case",
    "cop", "aux", "acl", "acl:relcl", "advcl", "advmod", "ccomp", "xcomp", "parataxis", "conj",
    "cc", "mark", "punct", "fixed", "-"};
constexpr std::string_view kPrepositions[] = {
    "-", "of", "in", "to", "with", "for", "on", "by", "from", "at", "against", "between", "over",
    "into", "about", "after", "during", "under", "toward", "towards", "through", "among", "as",
    "other"};
constexpr std::string_view kShapes[] = {"0-0", "0-1", "0-2", "0-3", "1-0", "1-1", "1-2", "1-3", "2-0",
                                        "2-1", "2-2", "2-3", "3-0", "3-1", "3-2", "3-3", "far"};
constexpr std::string_view kOrders[] = {"-9", "-5", "-3", "-2", "-1", "1", "2", "3", "5", "9"};
constexpr std::string_view kCounts[] = {"0", "1", "2", "3"};
constexpr std::string_view kRuleSides[] = {"none", "told actor", "told recipient", "told neither",
                                           "left actor", "left recipient", "left neither",
                                           "free actor", "free recipient", "free neither"};
constexpr std::string_view kRoots_[] = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD",
                                        "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
                                        "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"};
constexpr std::string_view kKinds[] = {"country", "place", "official", "person", "organ",
                                       "organization", "powers", "group", "pronoun"};
constexpr std::string_view kSteps[] = {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"};
constexpr std::string_view kSides[] = {"0", "1", "2", "3", "4", "5"};
constexpr std::string_view kWords[] = {"active", "passive", "participle", "infinitive", "noun", "other"};
constexpr std::string_view kYesNo[] = {"no", "yes"};
constexpr std::string_view kRules[] = {"nothing", "free", "claimed", "describes", "not asked",
                                       "may not", "alone", "told"};
constexpr std::string_view kUpos[] = {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                      "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::string_view kStatus[] = {"actual", "ongoing", "planned", "possible", "denied"};
constexpr std::string_view kTopic[] = {"none", "sport", "markets", "weather", "result"};
constexpr std::string_view kPower[] = {"nobody", "unpolitical", "political", "state"};
constexpr std::string_view kAbroad[] = {"unknown", "same", "other"};
constexpr std::string_view kAgrees[] = {"no rule", "differs", "same"};

constexpr FeatureGroup kPartyGroups[] = {
    {"shape", kShapes}, {"up", kRelations}, {"up again", kRelations}, {"down", kRelations},
    {"last", kRelations}, {"preposition", kPrepositions}, {"order", kOrders}, {"between", kCounts},
    {"rules", kRuleSides}, {"root", kRoots_}, {"kind", kKinds}, {"head actor", kSides},
    {"head recipient", kSides}, {"word", kWords}, {"company", kSides}, {"joined", kYesNo}};
enum PartyGroup : std::uint8_t {
  kShape, kUp, kUpAgain, kDown, kLast, kPreposition, kOrder, kBetween, kRulesSide, kRoot, kKind,
  kActor, kRecipient, kWord, kCompany, kJoined
};
constexpr FeatureSpace::Pair kPartyPairs[] = {
    {kShape, kDown}, {kUp, kDown}, {kDown, kPreposition}, {kRoot, kDown}, {kRoot, kPreposition},
    {kDown, kWord}, {kRulesSide, kRoot}, {kActor, kRecipient}, {kRulesSide, kActor},
    {kRulesSide, kRecipient}, {kKind, kDown}, {kKind, kRoot}, {kRulesSide, kKind}, {kShape, kLast},
    {kOrder, kWord}, {kRulesSide, kCompany}, {kRulesSide, kShape}, {kKind, kActor},
    {kKind, kRecipient}, {kRoot, kWord}, {kOrder, kRoot}, {kRulesSide, kPreposition}};

constexpr FeatureGroup kEventGroups[] = {
    {"chance", kSteps}, {"lead", kSides}, {"rules", kRules}, {"agrees", kAgrees}, {"root", kRoots_},
    {"upos", kUpos}, {"relation", kRelations}, {"status", kStatus}, {"topic", kTopic},
    {"said", kYesNo}, {"actors", kCounts}, {"recipients", kCounts}, {"acting", kPower},
    {"acted on", kPower}, {"sure actor", kSides}, {"sure recipient", kSides}, {"abroad", kAbroad},
    {"twin", kCounts}, {"word", kWords}, {"rank", kCounts}};
enum EventGroup : std::uint8_t {
  kChance, kLead, kRules_, kAgree, kRoot_, kUpos_, kRelation, kStatus_, kTopic_, kSaid, kActors,
  kRecipients, kActing, kActed, kSureActor, kSureRecipient, kAbroad_, kTwin, kWord_, kRank
};
constexpr FeatureSpace::Pair kEventPairs[] = {
    {kChance, kRules_}, {kRoot_, kRules_}, {kChance, kRoot_}, {kChance, kActing}, {kChance, kActed},
    {kActing, kActed}, {kRules_, kActing}, {kRules_, kActed}, {kChance, kWord_}, {kRoot_, kActed},
    {kRoot_, kActing}, {kRules_, kAgree}, {kChance, kAgree}, {kRelation, kWord_}, {kRoot_, kStatus_},
    {kChance, kTwin}, {kChance, kRank}, {kSureActor, kSureRecipient}, {kRules_, kSureActor},
    {kRules_, kSureRecipient}, {kTopic_, kActing}, {kRoot_, kAbroad_}, {kRoot_, kTopic_}};

constexpr std::string_view kAlways[] = {"always"};
constexpr FeatureGroup kRootGroups[] = {{"rules", kRules}};

const FeatureSpace& root_features() {
  static const FeatureSpace kSpace(kRootGroups, {}, {});
  return kSpace;
}

constexpr float kOne[] = {1};

}  // namespace

const FeatureSpace& party_features() {
  static const FeatureSpace kSpace(kPartyGroups, kPartyPairs, kAlways);
  return kSpace;
}

const FeatureSpace& event_features() {
  static const FeatureSpace kSpace(kEventGroups, kEventPairs, kAlways);
  return kSpace;
}

void append_features(const PartyFacts& f, std::vector<Feature>& out) {
  const std::uint8_t values[] = {f.shape, f.up, f.up_again, f.down, f.last, f.preposition,
                                 f.order, f.between, f.rules, f.root, f.kind, f.actor,
                                 f.recipient, f.word, f.company, f.joined};
  party_features().append(values, kOne, out);
}

void append_features(const EventFacts& f, std::vector<Feature>& out) {
  const std::uint8_t values[] = {f.chance, f.lead, f.rules, f.agrees, f.root, f.upos, f.deprel,
                                 f.status, f.topic, f.said, f.actors, f.recipients, f.acting,
                                 f.acted, f.sure_actor, f.sure_recipient, f.abroad, f.twin, f.word,
                                 f.rank};
  event_features().append(values, kOne, out);
}

std::uint8_t chance_step(unsigned chance) {
  constexpr unsigned kBounds[] = {5, 13, 26, 51, 89, 128, 166, 204, 230, 247};
  std::uint8_t step = 0;
  while (step < std::size(kBounds) && chance >= kBounds[step]) ++step;
  return step;
}

std::uint8_t preposition_number(std::string_view word) {
  if (word.empty()) return 0;
  const auto* const last = std::end(kPrepositions) - 1;
  return static_cast<std::uint8_t>(std::find(std::begin(kPrepositions), last, word) -
                                   std::begin(kPrepositions));
}

Root EventJudge::root(const std::array<std::uint8_t, kRoots>& chances, std::optional<Root> rules,
                      RuleWord word) const {
  constexpr float kLeast = 0.01f;  // no chance is none
  float most = -1e9f;
  std::size_t best = 0;
  for (std::size_t r = 0; r < kRoots; ++r) {
    float score = std::log(static_cast<float>(chances[r]) / 255 + kLeast);
    if (rules && static_cast<std::size_t>(*rules) == r) score += root_[static_cast<std::size_t>(word)];
    if (score > most) {
      most = score;
      best = r;
    }
  }
  return static_cast<Root>(best);
}

const EventJudge& EventJudge::builtin() {
  static const EventJudge kJudge = [] {
    Result<EventJudge> parsed = parse(k_plover_judge_tsv);
    assert(parsed.ok());
    return parsed.ok() ? std::move(parsed).value() : std::move(parse("")).value();
  }();
  return kJudge;
}

Result<EventJudge> EventJudge::parse(std::string_view text) {
  EventJudge judge;
  const WeightedModel models[] = {{"root", &root_features(), &judge.root_},
                                  {"actor", &party_features(), &judge.actor_},
                                  {"recipient", &party_features(), &judge.recipient_},
                                  {"event", &event_features(), &judge.event_}};
  if (auto wrong = read_weights("plover/judge.tsv", text, models)) return *std::move(wrong);
  return judge;
}

}  // namespace tacitus
