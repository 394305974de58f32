// The actors that a user's dictionaries name, by their words in the text.
#include "read/events/actors.h"

#include <algorithm>

#include "read/actors/cast.h"
#include "read/events/dictionary_codes.h"

namespace tacitus {
namespace {

constexpr std::size_t kMostWho = 16;  // in one phrase

}  // namespace

// Names of a user's dictionary that the record has no actor for are there when an event needs them.
void EventActors::find_dictionary_names() {
  const ActorDictionary& dictionary = reading_.knowledge().dictionary();
  if (dictionary.empty()) return;
  for (std::uint32_t t = 0; t < reading_.size(); ++t) {
    if (at_[t] != kNone || !reading_.is_capitalized(t)) continue;
    const std::uint32_t most = static_cast<std::uint32_t>(dictionary.most_words());
    std::uint32_t stop = std::min(reading_.sentence_of(t).end_token, t + most);
    for (; stop > t; --stop) {
      Actor actor = dictionary_actor(reading_, {t, stop});
      if (!actor.code) continue;
      const Who who = keep(std::move(actor), {t, stop}, stop - 1);
      described_[who.described].is_name = true;
      t = stop - 1;
      break;
    }
  }
}

EventActors::Who EventActors::nearest(Range range, bool from_behind) const {
  for (std::uint32_t i = 0; i < range.size(); ++i) {
    const std::uint32_t t = from_behind ? range.end - 1 - i : range.first + i;
    if (described_at_.at(t) != kNone && described_[described_at_.at(t)].is_name) {
      return {kNone, described_at_.at(t)};
    }
    if (at_[t] == kNone) continue;
    const Actor& one = record_.actors[at_[t]];
    if (one.code || (one.kind == "place" && one.country)) return {at_[t], kNone};
  }
  return {};
}

// Who has a party's code: somebody of the record, or a description.
EventActors::Who EventActors::coded(const CodedParty& party) {
  const std::uint32_t a = at_[party.name.end - 1];
  if (a != kNone) {
    Actor& known = record_.actors[a];
    if (known.kind == "person" || !known.code) known.code = party.code;
    if (known.code == party.code) return {a, kNone};
  }
  Actor actor;
  actor.name = reading_.phrase(without_article(reading_, reading_.trimmed(party.words)));
  actor.kind = "group";
  actor.code = party.code;
  if (party.code.find('/') == party.code.npos) {
    CodeParts parts = parts_of(party.code);
    if (!parts.country.empty()) actor.country = std::move(parts.country);
    actor.sectors = std::move(parts.sectors);
  }
  const auto [entry, is_new] = by_name_.try_emplace(
      party.code + " in the dictionary", static_cast<std::uint32_t>(described_.size()));
  if (is_new) described_.push_back({std::move(actor), party.words, party.name.end - 1, kNone, true});
  return {kNone, entry->second};
}

void EventActors::find_coded(Range phrase, std::vector<Who>& out) {
  // Names that only the record knows have their codes too.
  const KnownCode known = [&](std::uint32_t t, std::uint32_t& end) -> std::string {
    if (at_[t] == kNone || !reading_.is_capitalized(t)) return {};
    const Actor& actor = record_.actors[at_[t]];
    while (end < reading_.size() && at_[end] == at_[t]) ++end;
    return actor.code ? *actor.code : actor.kind == "place" ? actor.country.value_or("") : "";
  };
  for (const CodedParty& party : parties_of_phrase(reading_, phrase, known)) {
    const Who who = coded(party);
    if (out.size() < kMostWho && std::find(out.begin(), out.end(), who) == out.end()) {
      out.push_back(who);
    }
  }
}

}  // namespace tacitus
