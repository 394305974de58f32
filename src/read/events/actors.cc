// From noun phrases to actors.
#include "read/events/actors.h"

#include <algorithm>

#include "read/actors/cast.h"
#include "read/events/clause.h"
#include "read/events/dictionary_codes.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

constexpr unsigned kDeepest = 4;              // nouns inside nouns
constexpr std::size_t kMostWho = 16;          // in one phrase
constexpr std::uint32_t kLongestName = 12;    // tokens of a description

// With the name behind it that of another place than the name alone: "South American".
bool makes_another_place(std::string_view word) {
  return word == "south" || word == "latin" || word == "north" || word == "central";
}

bool is_number(const Reading& reading, std::uint32_t token) {
  return reading.upos(token) == Upos::kNum;
}

constexpr std::string_view kOfficial[] = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY"};
constexpr std::string_view kPolitical[] = {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP",
                                           "REB", "UAF", "PRM", "SEP", "INS", "IGO", "ELI"};
constexpr std::string_view kBodiesOfStates[] = {"UNO", "EUR", "IGO", "IMG", "NGO"};

template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

EventActors::EventActors(const Reading& reading, Record& record)
    : reading_(reading), words_(EventWords::builtin()), record_(record), countries_(reading), at_(reading.size(), kNone),
      mentions_before_(record.mentions.size()), actors_before_(record.actors.size()) {
  give_dictionary_codes(reading, record);
  for (const Mention& mention : record.mentions) {
    if (!mention.actor) continue;
    for (std::uint32_t t = reading.token_at(mention.span.begin);
         t < reading.size() && reading.document().tokens[t].span.begin < mention.span.end; ++t) {
      // A description's mention spans names inside it, which mean others: its noun alone counts.
      if (mention.type == MentionType::kNom && reading.is_noun(t) && at_[t] == kNone) {
        const std::uint32_t first = reading.token_at(mention.span.begin);
        std::uint32_t end = t;
        while (end < reading.size() &&
               reading.document().tokens[end].span.begin < mention.span.end) {
          ++end;
        }
        const std::uint32_t head = reading.head_of({first, end});
        if (!is_thing(head)) at_[head] = *mention.actor;
        break;
      }
      if (mention.type != MentionType::kNom) at_[t] = *mention.actor;
    }
  }
  for (std::uint32_t a = 0; a < record.actors.size(); ++a) {
    const Actor& actor = record.actors[a];
    if (actor.kind == "country" && actor.country) {
      countries_by_code_.try_emplace(*actor.country, a);
    }
  }
  find_dictionary_names();
}

// "emergency supplies", whatever the record takes them for: what is sent and paid acts on nobody.
bool EventActors::is_thing(std::uint32_t noun) const {
  const std::string_view plain = reading_.plain(noun);
  // "promised an inquiry": what is to be is no body yet.
  const std::uint32_t det = reading_.child(noun, Deprel::kDet);
  const std::string_view article = det == kNone ? std::string_view() : reading_.plain(det);
  if ((article == "a" || article == "an") && (words_.classes(plain) & words_.bits().inquiry).any()) return true;
  if (reading_.is_capitalized(noun) || reading_.knowledge().person_word(plain) ||
      reading_.knowledge().body_word(plain)) {
    return false;
  }
  const NounClasses& classes = words_.classes(plain);
  return (classes & words_.bits().thing).any() && (classes & words_.bits().people).none();
}

const Actor& EventActors::actor(Who who) const {
  return who.actor != kNone ? record_.actors[who.actor] : described_[who.described].actor;
}

bool EventActors::is_official(Who who) const {
  const Actor& one = actor(who);
  if (one.country && among(kBodiesOfStates, *one.country)) return true;
  return std::any_of(one.sectors.begin(), one.sectors.end(),
                     [](const std::string& s) { return among(kOfficial, s); });
}

bool EventActors::is_political(Who who) const {
  const Actor& one = actor(who);
  if (one.kind == "country" || is_official(who)) return true;
  // A capital stands for its state: "Paris agreed to".
  if (one.kind == "place" && one.country) {
    const PlaceWord* place = reading_.knowledge().place(one.name);
    return place && place->is_capital;
  }
  if (one.kind == "person" && one.country && one.name.ends_with("counterpart")) return true;
  // "Russians"; "the Canadian aid agency", whatever it is.
  const bool is_many = one.kind == "group" || one.kind == "organization";
  if (is_many && one.country && one.sectors.empty()) return true;
  return std::any_of(one.sectors.begin(), one.sectors.end(),
                     [](const std::string& s) { return among(kPolitical, s); });
}

bool EventActors::is_many(Who who) const {
  const Actor& one = actor(who);
  if (one.country && among(kBodiesOfStates, *one.country)) return one.kind != "person";
  return one.kind == "group" && is_official(who);
}

// "The army chief, Gen. Rafael Marek,": who stands by name beside an office has it, also where the record
// has the office for somebody else. kNone where nobody does.
std::uint32_t EventActors::person_beside(std::uint32_t head) const {
  const auto is_person = [&](std::uint32_t t) {
    return at_[t] != kNone && record_.actors[at_[t]].kind == "person";
  };
  if (reading_.upos(head) != Upos::kNoun || !is_person(head)) return kNone;
  std::uint32_t found = kNone;
  const auto take = [&](std::uint32_t t) {
    if (reading_.upos(t) != Upos::kPropn || !is_person(t) || at_[t] == at_[head] || found != kNone) return;
    // Who has another country or another sector is another: it may be a list.
    const Actor &office = record_.actors[at_[head]], &named = record_.actors[at_[t]];
    if (named.country != office.country || named.sectors != office.sectors) return;
    for (std::uint32_t between = head + 1; between < t; ++between) {
      if (reading_.upos(between) != Upos::kPropn && !(between == head + 1 && reading_.plain(between) == ",")) return;
    }
    found = at_[t];
  };
  each_child(reading_, head, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (c < head || (deprel != Deprel::kAppos && deprel != Deprel::kFlat)) return;
    take(c);
    each_child(reading_, c, [&](std::uint32_t d) {
      if (reading_.deprel(d) == Deprel::kFlat) take(d);
    });
  });
  return found;
}

// The actor whose name or mention has this noun: at it, or at the name that stands beside it
// ("Prime Minister Clara Weber").
EventActors::Who EventActors::named(std::uint32_t head) const {
  if (at_[head] != kNone) {
    const std::uint32_t person = person_beside(head);
    return {person != kNone ? person : at_[head], kNone};
  }
  Who found;
  each_child(reading_, head, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    const bool beside = deprel == Deprel::kFlat || deprel == Deprel::kAppos ||
                        deprel == Deprel::kNmodDesc || deprel == Deprel::kNmodUnmarked;
    if (!beside || at_[c] == kNone || found.actor != kNone) return;
    // "the militant group Hamas"
    const bool is_body = deprel == Deprel::kAppos && record_.actors[at_[c]].kind == "organization";
    if (record_.actors[at_[c]].kind == "person" ||
        (is_body && reading_.upos(head) == Upos::kNoun && reading_.nominal(c).first == head + 1)) {
      found.actor = at_[c];
    }
  });
  return found;
}

Standing EventActors::owner_of(std::uint32_t head, bool is_house) const {
  Standing out;
  each_child(reading_, head, [&](std::uint32_t c) {
    if (!out.empty() || !out.code.empty()) return;
    const Deprel deprel = reading_.deprel(c);
    // "police in Norland's second city"
    if (at_[c] == kNone && deprel == Deprel::kNmod && c > head) {
      const std::string_view where = preposition_of(reading_, c);
      if (where != "in" && where != "of") return;
      each_child(reading_, c, [&](std::uint32_t d) {
        const Deprel inner = reading_.deprel(d);
        const bool names = inner == Deprel::kNmodPoss || inner == Deprel::kCompound ||
                           (inner == Deprel::kNmod && (preposition_of(reading_, d) == "of" ||
                                                       preposition_of(reading_, d) == "in"));
        if (!out.empty() || !names || at_[d] == kNone) return;
        const Actor& owner = record_.actors[at_[d]];
        if (owner.kind == "country" || owner.kind == "place") out.country = owner.country.value_or("");
      });
      return;
    }
    if (at_[c] == kNone) return;
    const std::string_view preposition =
        deprel == Deprel::kNmod ? preposition_of(reading_, c) : std::string_view();
    if (deprel != Deprel::kNmodPoss && deprel != Deprel::kCompound && preposition != "of" &&
        preposition != "from" && preposition != "in") {
      return;
    }
    const Actor& owner = record_.actors[at_[c]];
    if (is_house && owner.kind == "place") return;
    out.country = owner.country.value_or("");
    out.code = owner.code.value_or("");
    out.sectors = owner.sectors;
  });
  return out;
}

EventActors::Who EventActors::unnamed(std::uint32_t pronoun) {
  if (at_[pronoun] != kNone) return {at_[pronoun], kNone};
  const std::string_view word = reading_.plain(pronoun);
  Actor actor;
  actor.name = std::string(reading_.word(pronoun));
  actor.kind = word == "he" || word == "she" ? "person" : "group";
  const Who who = keep(std::move(actor), {pronoun, pronoun + 1}, pronoun);
  described_[who.described].is_pronoun = true;
  return who;
}

EventActors::Who EventActors::keep(Actor actor, Range range, std::uint32_t head) {
  const std::string key = plain_text(actor.name) + '|' + actor.country.value_or("");
  const auto [entry, is_new] =
      by_name_.try_emplace(key, static_cast<std::uint32_t>(described_.size()));
  if (is_new) described_.push_back({std::move(actor), range, head, kNone, false, false});
  described_at_.set(head, entry->second);
  return {kNone, entry->second};
}

// "Israeli strikes", "US sanctions": the country that an adjective or a name in front tells.
EventActors::Who EventActors::nationality(std::uint32_t token, std::uint32_t end) {
  const bool is_money = token + 1 < reading_.size() && is_of_kind(reading_.plain(token + 1), WordKind::kCurrency);
  if (at_[token] != kNone && !is_money) return {at_[token], kNone};
  const PlaceFound place = countries_.at(token, end);
  if (!place.place || place.place->is_region) return {};
  if (token > 0 && makes_another_place(reading_.plain(token - 1))) return {};
  if (is_money) return {};  // "68 billion U.S. dlr"
  const auto known = countries_by_code_.find(place.place->country);
  if (known != countries_by_code_.end()) return {known->second, kNone};
  Actor actor;
  actor.name = reading_.phrase(place.range);
  actor.kind = "country";
  actor.country = actor.code = place.place->country;
  return keep(std::move(actor), place.range, token);
}

// A description by the tables' words for people and bodies.
EventActors::Who EventActors::describe(std::uint32_t head) {
  if (described_at_.at(head) != kNone) return {kNone, described_at_.at(head)};
  if (!reading_.is_noun(head) && reading_.upos(head) != Upos::kAdj) return {};
  if (reading_.goes_on_behind_hyphen(head) || is_thing(head)) return {};
  Range range = reading_.trimmed(reading_.nominal(head));
  if (range.size() > kLongestName) {
    range = {std::max(range.first, head - std::min(head, 5u)), head + 1};
  }
  if (!range.has(head)) range = {head, head + 1};
  // An article that the tree hangs on a noun beyond the verb takes the verb in.
  for (std::uint32_t t = head; t > range.first; --t) {
    if (reading_.upos(t - 1) == Upos::kVerb && reading_.head(t - 1) != head) range.first = t;
  }
  const std::string_view plain = reading_.plain(head);
  const PersonFound person = person_word_at(reading_, head, range);
  BodyWordFound body = body_word_at(reading_, head, range);
  // "the New York Exchange" trades, "an exchange of prisoners" is nobody.
  if (body.word && body.word->is_doubtful && !reading_.is_capitalized(head)) body = {};
  // "pilots", "bystanders": people whom no table of offices and callings has.
  const bool is_somebody = (reading_.upos(head) == Upos::kNoun ||
                            head == reading_.sentence_of(head).first_token) &&
                           (!reading_.is_capitalized(head) || head == reading_.sentence_of(head).first_token) &&
                           ((words_.classes(plain) & words_.bits().human).any() ||
                             (plain.starts_with("ex-") &&
                              reading_.knowledge().person_word(plain.substr(3)) != nullptr));
  // "strong opposition to the plan" is nobody.
  if (plain == "opposition" && !reading_.is_capitalized(head)) {
    bool is_feeling = false;
    each_child(reading_, head, [&](std::uint32_t c) {
      is_feeling = is_feeling || (c > head && reading_.deprel(c) == Deprel::kNmod &&
                                  preposition_of(reading_, c) == "to") ||
                   reading_.plain(c) == "strong" || reading_.plain(c) == "fierce" ||
                   reading_.plain(c) == "stiff";
    });
    if (is_feeling) return {};
  }
  if (!person.word && !body.word && !is_somebody) return {};
  const bool is_person = !body.word || (person.word && person.range.size() >= body.range.size());
  Standing standing = is_person ? standing_of_role(reading_, countries_, range, head)
                                : standing_of_body(reading_, countries_, range, head);
  // "the Springfield office" is where somebody works.
  const Standing owner = owner_of(head, !is_person && standing.sectors.empty());
  if (standing.country.empty() && standing.code.empty() && !owner.code.empty()) {
    // "the Norland army": Norland's, with a sector of its own.
    const std::string sector = standing.sectors.empty() ? std::string() : standing.sectors.front();
    standing.code = owner.code.substr(0, 3) + sector;
    standing.country = owner.country;
  }
  complete(standing, owner);
  // "The US military struck": torn from what stands in front of it.
  if (standing.country.empty() && range.first == head && head > 0) {
    const PlaceFound front = countries_.at(head - 1, head + 1);
    if (front.place && !front.place->is_region && reading_.sentence(head - 1) == reading_.sentence(head)) {
      standing.country = front.place->country;
    }
  }
  Actor actor;
  Range name = without_article(reading_, range);
  while (name.size() > 1 && (reading_.upos(name.first) == Upos::kDet ||
                             is_number(reading_, name.first))) {
    ++name.first;
  }
  if (!name.has(head)) name = {head, head + 1};
  actor.name = reading_.phrase(name);
  const bool is_plural =
      person.word ? person.word->is_plural
                  : reading_.plain(head).ends_with("s") || reading_.plain(head) == "people";
  actor.kind = !is_person ? "organization" : is_plural ? "group" : "person";
  if (!standing.country.empty()) actor.country = standing.country;
  actor.sectors = standing.sectors;
  if (!standing.code.empty()) {
    actor.code = standing.code;
  } else if (!standing.country.empty()) {
    actor.code = standing.country + (standing.sectors.empty() ? "" : standing.sectors.front());
  }
  if (actor.code) {
    std::string code = agent_code(reading_, actor.name, actor.code->substr(0, 3));
    if (!code.empty() && actor.code->size() <= 6) actor.code = std::move(code);
  }
  return keep(std::move(actor), range, head);
}

// "Nigerian and British forces", "Iran and Iraq's ministers": one description for each country.
// Whether there are several.
bool EventActors::describe_each(std::uint32_t head, std::vector<Who>& out) {
  std::vector<std::uint32_t> fronts;  // in text order
  const auto add = [&](std::uint32_t token) {
    if (fronts.size() < kMostWho) fronts.push_back(token);
  };
  each_child(reading_, head, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (c > head || (deprel != Deprel::kAmod && deprel != Deprel::kCompound &&
                     deprel != Deprel::kNmodPoss && deprel != Deprel::kDet)) {
      return;
    }
    add(c);
    each_child(reading_, c, [&](std::uint32_t d) {
      if (reading_.deprel(d) == Deprel::kConj && d > c && d < head) add(d);
    });
  });
  if (fronts.size() < 2) return false;
  std::vector<std::pair<std::uint32_t, const PlaceWord*>> places;
  for (const std::uint32_t token : fronts) {
    const PlaceFound place = countries_.at(token, head);
    if (place.place && !place.place->is_region) places.push_back({token, place.place});
  }
  if (places.size() < 2) return false;
  // Joined by "and" or a hyphen, or in a list; "the US Iran envoy" is one man.
  const bool is_many = reading_.knowledge().person_word(reading_.plain(head)) == nullptr ||
                       reading_.knowledge().person_word(reading_.plain(head))->is_plural;
  for (std::uint32_t t = places.front().first + 1; t < places.back().first; ++t) {
    const std::string_view word = reading_.plain(t);
    if (word == "and" || word == "&" || (is_many && word == "-")) break;
    if (t + 1 == places.back().first) return false;
  }
  if (places.front().first + 1 >= places.back().first) return false;
  const Who whole = describe(head);
  for (const auto& [token, place] : places) {
    Who one;
    if (whole == Who{}) {
      one = nationality(token, head);
    } else {
      Actor actor = described_[whole.described].actor;
      actor.name = std::string(reading_.word(token)) + ' ' + std::string(reading_.word(head));
      actor.country = place->country;
      actor.code = place->country + (actor.sectors.empty() ? "" : actor.sectors.front());
      one = keep(std::move(actor), {token, token + 1}, token);
    }
    if (!(one == Who{}) && std::find(out.begin(), out.end(), one) == out.end()) out.push_back(one);
  }
  return true;
}

void EventActors::find_one(std::uint32_t head, Inside inside, unsigned depth,
                           std::vector<Who>& out) {
  if (out.size() >= kMostWho || depth > kDeepest) return;
  const auto add = [&](Who who) {
    if (who == Who{}) return false;
    if (std::find(out.begin(), out.end(), who) == out.end()) out.push_back(who);
    return true;
  };
  // Soldiers of two nations are two parties, also where the record has them as one group.
  if (reading_.upos(head) != Upos::kPropn && describe_each(head, out)) return;
  if (add(named(head))) return;
  if (is_of_kind(reading_.plain(head), WordKind::kPartitive) || is_number(reading_, head)) {
    const std::size_t before = out.size();
    each_child(reading_, head, [&](std::uint32_t c) {
      if (reading_.deprel(c) == Deprel::kNmod && preposition_of(reading_, c) == "of") {
        find_one(c, inside, depth + 1, out);
        add_coordinated(c, inside, depth + 1, out);
      }
    });
    if (out.size() > before) return;
  }
  if (add(describe(head))) return;
  // A nation that its adjective names: "the Chinese".
  if (reading_.upos(head) == Upos::kPropn || reading_.upos(head) == Upos::kAdj) {
    if (add(nationality(head, head + 1))) return;
  }
  if (inside != Inside::kNobody) find_inside(head, inside, depth + 1, out);
}

// What a word in front may own or be hit in: "an army base", "the government decision", but not
// "government bonds".
bool EventActors::is_owned(std::uint32_t noun) const {
  const std::string_view word = reading_.plain(noun);
  return !words_.noun_frames(word).empty() || (words_.classes(word) & words_.bits().owned).any();
}

// Those whom a noun's modifiers name, the nearest kind first: possessors, then "by", then what
// stands in front, then "of" and the like.
void EventActors::find_inside(std::uint32_t head, Inside inside, unsigned depth,
                              std::vector<Who>& out) {
  const std::size_t before = out.size();
  const auto done = [&] { return out.size() > before; };
  each_child(reading_, head, [&](std::uint32_t c) {
    if (!done() && reading_.deprel(c) == Deprel::kNmodPoss) find_one(c, inside, depth, out);
  });
  // "Norland's tariff policy", the owner hung from the word between.
  if (!done()) {
    each_child(reading_, head, [&](std::uint32_t c) {
      if (done() || c > head || reading_.deprel(c) != Deprel::kCompound) return;
      const std::uint32_t owner = reading_.child(c, Deprel::kNmodPoss);
      if (owner != kNone) find_one(owner, inside, depth, out);
    });
  }
  for (const std::string_view preposition :
       {"by", "from", "of", "with", "between", "in", "on", "against", "to", "for", "toward", "including"}) {
    if (preposition == "in" && inside == Inside::kOwners) return;
    if (preposition == "of" && !done()) {
      each_child(reading_, head, [&](std::uint32_t c) {
        const Deprel deprel = reading_.deprel(c);
        const bool is_in_front = deprel == Deprel::kAmod || deprel == Deprel::kCompound ||
                                 (deprel == Deprel::kNmod && preposition_of(reading_, c).empty());
        if (done() || c > head || !is_in_front) return;
        if (deprel == Deprel::kCompound && is_of_kind(reading_.plain(head), WordKind::kNamedByCity)) {
          const PlaceWord* city = reading_.knowledge().place(reading_.word(c));
          if (city && city->is_capital) return;
        }
        if (const Who who = nationality(c, head + 1); !(who == Who{})) {
          out.push_back(who);
        } else if (deprel == Deprel::kCompound && is_owned(head)) {
          if (const Who one = describe(c); !(one == Who{})) out.push_back(located(one, c, head));
        }
      });
    }
    if (done()) return;
    each_child(reading_, head, [&](std::uint32_t c) {
      if (!done() && reading_.deprel(c) == Deprel::kNmod &&
          preposition_of(reading_, c) == preposition) {
        find_one(c, inside, depth, out);
        add_coordinated(c, inside, depth, out);
      }
    });
  }
}

void EventActors::add_coordinated(std::uint32_t head, Inside inside, unsigned depth,
                                  std::vector<Who>& out) {
  each_child(reading_, head, [&](std::uint32_t c) {
    const Deprel deprel = reading_.deprel(c);
    if (c < head) return;
    // "President Marek and President Ilves": the second is at times torn from its "and".
    const bool is_joined = (deprel == Deprel::kCompound || deprel == Deprel::kNmodDesc) &&
                           reading_.child(c, Deprel::kCc) != kNone;
    if (deprel == Deprel::kConj || is_joined) find_one(c, inside, depth + 1, out);
  });
}

void EventActors::find_whose(std::uint32_t head, std::vector<Who>& out) {
  find_inside(head, Inside::kAll, 1, out);
}

void EventActors::find(std::uint32_t head, Inside inside, std::vector<Who>& out) {
  find_one(head, inside, 0, out);
  add_coordinated(head, inside, 0, out);
}

}  // namespace tacitus
