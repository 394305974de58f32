// How those who take part join the record: as its actors, with a mention, in the text's order.
#include <algorithm>

#include "read/actors/cast_names.h"
#include "read/events/actors.h"

namespace tacitus {

EventActors::Who EventActors::of_range(Range range, bool force) {
  if (range.empty()) return {};
  const std::uint32_t head = reading_.head_of(range);
  std::vector<Who> found;
  find_one(head, Inside::kAll, 0, found);
  if (!found.empty()) return found.front();
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    if (at_[t] != kNone) return {at_[t], kNone};
  }
  if (!force) return {};
  Actor actor;
  actor.name = reading_.phrase(without_article(reading_, reading_.trimmed(range)));
  actor.kind = "group";
  return keep(std::move(actor), range, head);
}

void EventActors::find_all(Range range, std::vector<Party>& out) {
  for (std::uint32_t t = range.first; t < range.end; ++t) {
    if (at_[t] != kNone) {
      Party party{{at_[t], kNone}, {t, t + 1}, t};
      while (party.words.end < range.end && at_[party.words.end] == at_[t]) ++party.words.end;
      party.head = reading_.head_of(party.words);
      t = party.words.end - 1;
      out.push_back(party);
      continue;
    }
    Who who;
    switch (reading_.upos(t)) {
      case Upos::kPron: {
        const std::string_view word = reading_.plain(t);
        if (word == "he" || word == "she" || word == "they" || word == "we") who = unnamed(t);
        break;
      }
      case Upos::kNoun:
        who = named(t);
        if (who == Who{}) who = describe(t);
        break;
      case Upos::kPropn:
      case Upos::kAdj:
        who = describe(t);
        if (who == Who{}) who = nationality(t, t + 1);
        break;
      default: break;
    }
    if (who == Who{}) continue;
    out.push_back({who, {t, t + 1}, t});
  }
}

EventActors::Party EventActors::party_of(Who who, std::uint32_t token) const {
  if (who.described != kNone) {
    const Described& one = described_[who.described];
    return {who, one.range, one.head};
  }
  return {who, {token, token + 1}, token};
}

std::uint32_t EventActors::enter(Who who) {
  if (who.actor != kNone) {
    // A place that takes part stands for its state: "Seoul".
    Actor& place = record_.actors[who.actor];
    if (place.kind == "place" && !place.code) place.code = place.country;
    return who.actor;
  }
  Described& described = described_[who.described];
  if (described.entered == kNone) {
    described.entered = static_cast<std::uint32_t>(record_.actors.size());
    record_.actors.push_back(described.actor);
    Mention mention;
    mention.span = reading_.span(described.range);
    mention.type = described.actor.kind == "country" ? MentionType::kNorp : MentionType::kNom;
    mention.actor = described.entered;
    mention.brings_in = true;
    record_.mentions.push_back(mention);
  }
  return described.entered;
}

void EventActors::settle() {
  if (record_.actors.size() == actors_before_) return;
  std::vector<std::uint32_t> first(record_.actors.size(), UINT32_MAX);
  // Names that have a mention already without an actor get theirs instead of a second one.
  auto& mentions = record_.mentions;
  const auto added = mentions.begin() + static_cast<std::ptrdiff_t>(mentions_before_);
  const auto kept = std::remove_if(added, mentions.end(), [&](const Mention& mention) {
    const auto same = std::lower_bound(mentions.begin(), added, mention.span,
                                       [](const Mention& a, Span b) { return a.span < b; });
    if (same == added || same->span != mention.span || same->actor) return false;
    same->actor = mention.actor;
    same->brings_in = mention.brings_in;
    return true;
  });
  mentions.erase(kept, mentions.end());
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.span < b.span; });
  for (const Mention& mention : mentions) {
    if (mention.actor) {
      first[*mention.actor] = std::min(first[*mention.actor], mention.span.begin);
    }
  }
  // The earlier actors keep their order; each new one goes behind those who were met before it.
  std::vector<std::uint32_t> order(record_.actors.size()), place(record_.actors.size());
  for (std::uint32_t a = 0; a < order.size(); ++a) order[a] = a;
  std::uint32_t reached = 0;
  std::vector<std::uint32_t> key(order.size());
  for (std::uint32_t a = 0; a < actors_before_; ++a) {
    if (first[a] != UINT32_MAX) reached = std::max(reached, first[a]);
    key[a] = reached;
  }
  for (std::size_t a = actors_before_; a < order.size(); ++a) key[a] = first[a];
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return key[a] < key[b]; });
  std::vector<Actor> actors;
  actors.reserve(order.size());
  for (const std::uint32_t a : order) {
    place[a] = static_cast<std::uint32_t>(actors.size());
    actors.push_back(std::move(record_.actors[a]));
  }
  record_.actors = std::move(actors);
  for (Mention& mention : mentions) {
    if (mention.actor) mention.actor = place[*mention.actor];
  }
  for (Statement& statement : record_.statements) {
    if (statement.actor) statement.actor = place[*statement.actor];
    for (std::uint32_t& a : statement.actors) a = place[a];
  }
  for (Event& event : record_.events) {
    for (std::uint32_t& a : event.actors) a = place[a];
    for (std::uint32_t& a : event.recipients) a = place[a];
  }
  for (Position& position : record_.positions) position.actor = place[position.actor];
}

}  // namespace tacitus
