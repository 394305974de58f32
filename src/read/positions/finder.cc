// Goes through the words that may tell a stance, and writes the positions that they tell.
#include "read/positions/finder.h"

#include <algorithm>

#include "read/events/bound.h"

namespace tacitus {

namespace {

// "The senator" and "senator", "Mr. Weber" and "Karl Weber".
bool is_same_name(std::string_view name, std::string_view issue) {
  for (const std::string_view front : {"the ", "The ", "a ", "A ", "Mr. ", "Mrs. ", "Ms. ", "Mr ", "Mrs ", "Ms ", "Dr. ", "Sen. "}) {
    if (issue.starts_with(front)) issue.remove_prefix(front.size());
    if (name.starts_with(front)) name.remove_prefix(front.size());
  }
  if (name == issue) return true;
  const bool is_name = !issue.empty() && issue.front() >= 'A' && issue.front() <= 'Z' && issue.find(' ') == std::string_view::npos;
  return is_name && name.size() > issue.size() && name.ends_with(issue) && name[name.size() - issue.size() - 1] == ' ';
}

}  // namespace

PositionFinder::PositionFinder(const Reading& reading, const Times& times, const PositionOptions& options,
                               Record& record)
    : reading_(reading), times_(times), options_(options), trust_(PositionTrust::builtin()), record_(record),
      words_(StanceWords::builtin()), actors_(reading, record), issues_(reading, words_, record),
      statement_(reading.size(), kNone),
      claims_(reading.size(), Claim::kNone) {
  index_statements();
  for (const Mention& mention : record.mentions) {
    if (mention.actor) {
      const std::uint32_t token = reading.token_at(mention.span.end > 0 ? mention.span.end - 1 : 0);
      if (token < reading.size()) mentions_.push_back({reading.sentence(token), *mention.actor, token});
    }
    if (mention.type != MentionType::kPerson || !mention.actor) continue;
    const std::uint32_t token = reading.token_at(mention.span.begin);
    if (token < reading.size()) person_.set(token, *mention.actor);
  }
  std::sort(mentions_.begin(), mentions_.end());
  for (std::uint32_t e = 0; e < record.events.size(); ++e) {
    if (!record.events[e].pair) events_.push_back({record.events[e].trigger.begin, e});
  }
  std::sort(events_.begin(), events_.end());
}

std::uint32_t PositionFinder::cue_at(std::uint32_t token) const {
  const auto found = std::lower_bound(cues_.begin(), cues_.end(), std::pair(token, 0U));
  return found == cues_.end() || found->first != token ? kNone : found->second;
}

std::span<const PositionFinder::Meant> PositionFinder::mentions_of(std::uint32_t actor, std::uint32_t sentence) const {
  const auto first = std::lower_bound(mentions_.begin(), mentions_.end(), Meant{sentence, actor, 0});
  const auto end = std::upper_bound(first, mentions_.end(), Meant{sentence, actor, kNone});
  return {first, end};
}

// Of contents that hold one another the last to begin is the innermost.
void PositionFinder::index_statements() {
  struct Content {
    Span span;
    std::uint32_t statement;
  };
  std::vector<Content> contents, open;
  for (std::uint32_t s = 0; s < record_.statements.size(); ++s) {
    for (const Span span : record_.statements[s].content) contents.push_back({span, s});
    for (const Span span : record_.statements[s].cue) {
      for (std::uint32_t t = reading_.token_at(span.begin);
           t < reading_.size() && reading_.document().tokens[t].span.begin < span.end; ++t) {
        cues_.push_back({t, s});
      }
    }
  }
  std::sort(cues_.begin(), cues_.end());
  std::sort(contents.begin(), contents.end(), [](const Content& a, const Content& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  auto next = contents.begin();
  for (std::uint32_t t = 0; t < reading_.size(); ++t) {
    const std::uint32_t at = reading_.document().tokens[t].span.begin;
    for (; next != contents.end() && next->span.begin <= at; ++next) open.push_back(*next);
    while (!open.empty() && open.back().span.end <= at) open.pop_back();
    if (!open.empty()) statement_[t] = open.back().statement;
  }
}

void PositionFinder::run() {
  const auto& sentences = reading_.document().sentences;
  for (std::uint32_t s = 0; s < sentences.size(); ++s) read_sentence(s);
  read_cues();
  std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
    return a.trigger < b.trigger;
  });
  record_.positions.reserve(found_.size());
  for (Found& found : found_) {
    record_.positions.push_back(std::move(found.position));
    if (options_.seen) options_.seen->push_back({found.trigger, std::move(found.traits)});
  }
  actors_.settle();
}

// Who only asks does not say where anybody stands.
bool PositionFinder::is_question(const Sentence& sentence) const {
  for (std::uint32_t t = sentence.end_token; t-- > sentence.first_token;) {
    if (reading_.plain(t) == "?") return true;
    if (!reading_.is_punctuation(t)) return false;
  }
  return false;
}

// What a clause tells of others while it is itself what somebody holds: "urged those who oppose the bill to".
bool PositionFinder::is_told_inside(std::uint32_t token) const {
  if (reading_.upos(token) == Upos::kVerb) return reading_.deprel(token) == Deprel::kRelcl;
  return reading_.is_noun(token) && reading_.child(token, Deprel::kNmodPoss) != kNone;
}

void PositionFinder::read_sentence(std::uint32_t sentence) {
  const Sentence& words = reading_.document().sentences[sentence];
  if (is_question(words)) return;
  for (std::uint32_t t = words.first_token; t < words.end_token; ++t) {
    if (claims_[t] == Claim::kClause && !is_told_inside(t)) continue;
    is_guess_ = false;
    switch (reading_.upos(t)) {
      case Upos::kVerb:
        read_adjective(t);
        if (claims_[t] != Claim::kNoun) read_verb(t);
        read_side(t);
        read_aim(t);
        if (statement_[t] != kNone) {
          read_obligation(t);
          read_appeal(t);
          read_intention(t);
          read_judgement(t, StanceKind::kVerb);
        }
        break;
      case Upos::kAdj:
        read_adjective(t);
        if (statement_[t] != kNone) {
          read_obligation(t);
          read_judgement(t, StanceKind::kAdjective);
        }
        read_side(t);
        break;
      case Upos::kNoun:
      case Upos::kPropn:
        read_noun(t);
        if (statement_[t] != kNone) {
          read_obligation(t);
          read_time(t);
          read_judgement(t, StanceKind::kNoun);
        }
        read_side(t);
        break;
      case Upos::kAdp: read_side(t); break;
      case Upos::kNum:
      case Upos::kPron:
        // "Is one of the worst ideas".
        if (statement_[t] != kNone && reading_.plain(t) == "one") read_judgement(t, StanceKind::kNoun);
        break;
      default: break;
    }
  }
}

void PositionFinder::claim(const Told& told) {
  for (std::uint32_t t = told.issue.words.first; t < told.issue.words.end; ++t) {
    claims_[t] = std::max(claims_[t], told.claim);
  }
  if (told.inner != kNone) claims_[told.inner] = Claim::kClause;
}

std::string PositionFinder::date_of_trigger(std::uint32_t trigger) const {
  auto time = times_.of_verb(trigger);
  if (!time && cue_at(trigger) != kNone) time = record_.statements[cue_at(trigger)].time;
  if (!time && statement_[trigger] != kNone) time = record_.statements[statement_[trigger]].time;
  if (!time || *time >= record_.times.size() || !record_.times[*time].value) return {};
  return std::string(date_of(*record_.times[*time].value));
}

std::uint32_t PositionFinder::event_at(std::uint32_t trigger) const {
  const std::uint32_t at = reading_.document().tokens[trigger].span.begin;
  const auto found = std::lower_bound(events_.begin(), events_.end(), std::pair(at, 0U));
  return found == events_.end() || found->first != at ? kNone : found->second;
}

// "The pact, which Norland backs": the words up to the clause that tells the stance.
std::optional<PositionFinder::Told> PositionFinder::without_trigger(std::uint32_t trigger, const Told& told) const {
  const Range words = told.issue.words;
  if (told.claim != Claim::kNoun || told.noun == kNone || trigger == told.noun) return told;
  // Of "a decision that unions had demanded for months" the phrase may have lost the clause already.
  const bool is_bare = words.size() <= 2 && words.has(told.noun) && reading_.head(trigger) == told.noun;
  if (is_bare && words_.is("light", reading_.plain(told.noun))) {
    if (std::optional<Told> beside = told_beside(told)) return beside;
  }
  if (!words.has(trigger)) return told;
  Range rest{words.first, std::min(trigger, reading_.subtree(trigger).first)};
  if (trigger < told.noun) rest = {trigger + 1, words.end};
  while (!rest.empty() && (reading_.upos(rest.first) == Upos::kAdp || reading_.upos(rest.first) == Upos::kSconj)) {
    ++rest.first;
  }
  // "A bill" and "a charge" say nothing by themselves; but a bill's own clause says more of it than
  // that a charge was rejected does.
  const std::string_view noun = reading_.plain(told.noun);
  const bool is_named = rest.size() == 2 && rest.has(told.noun) && reading_.deprel(rest.first) == Deprel::kCompound;
  if (rest.size() <= 2 && !is_named) {
    const bool is_claim = words_.is("claim", noun);
    if (is_claim || words_.is("light", noun)) {
      if (std::optional<Told> beside = told_beside(told)) return beside;
    }
    if (is_claim || words_.is("light", noun)) return std::nullopt;
    return told;
  }
  if (!rest.has(told.noun)) return told;
  std::optional<Issue> issue = issues_.stretch(rest);
  if (!issue) return std::nullopt;
  Told shorter = told;
  shorter.issue = std::move(*issue);
  return shorter;
}

// "Promised to close the mines, a plan that unions oppose": what the plan is beside.
std::optional<PositionFinder::Told> PositionFinder::told_beside(const Told& told) const {
  const std::uint32_t above = reading_.head(told.noun);
  const Deprel deprel = reading_.deprel(told.noun);
  if (above == kNone || above > told.noun || (deprel != Deprel::kAppos && deprel != Deprel::kParataxis)) {
    return std::nullopt;
  }
  std::optional<Issue> issue;
  if (reading_.is_noun(above)) issue = issues_.noun(above);
  else if (is_infinitive(reading_, above)) issue = issues_.gerund(above, kNone, false);
  else if (reading_.upos(above) == Upos::kVerb) issue = issues_.clause(above, reading_.sentence_of(above).first_token);
  if (!issue || issue->words.has(told.noun)) return std::nullopt;
  return Told{told.stance, std::move(*issue), told.claim};
}

bool PositionFinder::write(std::uint32_t trigger, const Told& whole, const People& holders) {
  const std::optional<Told> part = without_trigger(trigger, whole);
  if (!part) return false;
  const Told& told = *part;
  constexpr std::size_t kMostHolders = 8;
  bool is_new = false;
  for (std::size_t i = 0; i < std::min(holders.size(), kMostHolders); ++i) {
    if (is_same_name(actors_.actor(holders[i]).name, told.issue.text)) continue;
    const bool is_itself = told.issue.words.size() == 1 && holders[i].actor != kNone &&
                           issues_.actor_of_pronoun(told.issue.words.first) == holders[i].actor;
    if (is_itself) continue;
    // "Denies it": what was said, not the country that the model takes it for.
    const bool is_pronoun = told.issue.words.size() == 1 &&
                            reading_.upos(told.issue.words.first) == Upos::kPron;
    if (is_pronoun && told.stance == Stance::kDeny) continue;
    if (told.stance == Stance::kDeny && told.claim == Claim::kClause && told.issue.words.size() < 2) {
      continue;
    }
    Traits seen = traits(trigger, told, holders[i]);
    // Offers and open doors are mostly of firms, from whom the trust was learned, but what states and
    // armed groups offer is what the record is for.
    constexpr float kOfferOfStates = 0.1F;
    const bool is_offer = told.stance == Stance::kOffer || told.stance == Stance::kOpen;
    const float bound = is_offer && actors_.is_political(holders[i]) ? std::min(kOfferOfStates, options_.bound)
                                                                    : options_.bound;
    if (trust_.of(seen) < bound) continue;
    Position position;
    position.actor = actors_.enter(holders[i]);
    position.stance = told.stance;
    position.issue = told.issue.text;
    if (!told.issue.words.empty()) position.issue_span = reading_.span(told.issue.words);
    position.sentence = reading_.sentence(trigger);
    std::string key = std::to_string(position.sentence) + ' ' + std::to_string(position.actor);
    key += is_for(told.stance) ? '+' : is_against(told.stance) ? '-' : '?';
    key += told.issue.text;
    if (!written_.insert(std::move(key)).second) continue;
    const std::uint32_t statement = cue_at(trigger) != kNone ? cue_at(trigger) : statement_[trigger];
    if (statement != kNone) position.statement = statement;
    if (const std::uint32_t event = event_at(trigger); event != kNone) position.event = event;
    if (std::string date = date_of_trigger(trigger); !date.empty()) position.date = std::move(date);
    found_.push_back({trigger, std::move(position), options_.seen ? std::move(seen) : Traits()});
    is_new = true;
  }
  if (is_new) claim(told);
  if (told.noun == kNone || reading_.upos(told.noun) != Upos::kPropn) return is_new;
  // "Criticised Weber and Brandt": names are an issue each.
  each_child(reading_, told.noun, [&](std::uint32_t c) {
    if (reading_.deprel(c) != Deprel::kConj || reading_.upos(c) != Upos::kPropn) return;
    std::optional<Issue> issue = issues_.noun(c);
    if (issue) write(trigger, Told{told.stance, std::move(*issue), told.claim}, holders);
  });
  return is_new;
}

}  // namespace tacitus
