// Cuts a noun phrase at prepositions, "and" and commas, and codes its pieces.
#include "read/events/phrases.h"

#include <algorithm>

#include "read/actors/actor_dictionary.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kLongestAgent = 5;  // words
constexpr std::uint32_t kLongestPhrase = 40;

bool is_joint(const Reading& reading, std::uint32_t token) {
  const std::string_view word = reading.plain(token);
  return word == "and" || word == "or" || word == "&";
}

bool is_comma(const Reading& reading, std::uint32_t token) { return reading.plain(token) == ","; }

// What may stand within a phrase beside its nouns.
bool is_inside(const Reading& reading, std::uint32_t token) {
  switch (reading.upos(token)) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kAdj:
    case Upos::kNum:
    case Upos::kDet:
    case Upos::kX: return true;
    default: break;
  }
  const std::string_view word = reading.plain(token);
  return is_joint(reading, token) || word == "'s" || word == "'" || word == "-" || word == "its" ||
         word == "their" || word == "his" || word == "her";
}

// Prepositions that hang a piece of a phrase on its noun.
bool is_link(std::string_view word) {
  return word == "of" || word == "in" || word == "from" || word == "between" || word == "for" ||
         word == "with" || word == "at" || word == "to" || word == "toward";
}

// What is known of one piece between joints.
struct Piece {
  std::string name_code, front, behind;  // of the name, of agents before "~" and behind it
  std::string front_agents;              // codes of agents that another noun follows
  Range name, words;
  bool has_agent = false;
};

// A code with another's parts behind it, without those that it has already.
std::string with_parts(std::string code, std::string_view parts) {
  const auto has = [&](std::string_view part) {
    for (std::size_t i = 0; i + 3 <= code.size(); i += 3) {
      if (std::string_view(code).substr(i, 3) == part) return true;
    }
    return false;
  };
  while (!parts.empty()) {
    const std::string_view part = parts.substr(0, 3);
    if (part.size() < 3 || !has(part)) code += part;
    parts.remove_prefix(part.size());
  }
  return code;
}

// The code of a name with its agents'; each of several.
std::string joined(const std::string& name, std::string_view front, std::string_view behind) {
  std::string out;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (!out.empty()) out += '/';
    out += with_parts(std::string(front) + name.substr(at, end - at), behind);
    at = end + 1;
  }
  return out;
}

class Phrase {
 public:
  Phrase(const Reading& reading, const KnownCode& known)
      : reading_(reading), dictionary_(reading.knowledge().dictionary()), known_(known) {}

  // Pieces of a stretch without links, cut at "and" and commas.
  std::vector<Piece> pieces(Range range) const {
    std::vector<Piece> out;
    Piece piece;
    piece.words = {range.first, range.first};
    for (std::uint32_t t = range.first; t < range.end;) {
      if (is_joint(reading_, t) || is_comma(reading_, t)) {
        if (!piece.words.empty()) out.push_back(piece);
        piece = {};
        piece.words = {++t, t};
        continue;
      }
      t = take(t, range.end, piece);
      piece.words.end = t;
    }
    if (!piece.words.empty()) out.push_back(piece);
    return out;
  }

 private:
  // Reads what begins at a token into a piece; the token behind it.
  std::uint32_t take(std::uint32_t t, std::uint32_t end, Piece& piece) const {
    std::string code;
    std::uint32_t stop = name_at(t, end, code);
    if (stop > t) {
      if (piece.name_code.empty() && !code.empty()) {
        piece.name_code = std::move(code);
        piece.name = {t, stop};
      }
      return stop;
    }
    const ActorDictionary::Agent* agent = nullptr;
    for (stop = std::min(end, t + kLongestAgent); stop > t; --stop) {
      const auto found = dictionary_.agents().find(reading_.plain_phrase({t, stop}));
      if (found == dictionary_.agents().end()) continue;
      agent = &found->second;
      break;
    }
    if (agent) {
      piece.has_agent = true;
      piece.front = with_parts(piece.front, agent->before);
      piece.behind = with_parts(piece.behind, agent->after);
      if (stop < end && !is_joint(reading_, stop)) {
        piece.front_agents = with_parts(piece.front_agents, agent->after);
      }
      return stop;
    }
    stop = t + 1;
    if (piece.name_code.empty()) {
      code = known_(t, stop);
      stop = std::clamp(stop, t + 1, end);
      if (!code.empty()) {
        piece.name_code = std::move(code);
        piece.name = {t, stop};
      }
    }
    return stop;
  }

  // The end of the longest name of the dictionary at a token; the token itself where there is none.
  std::uint32_t name_at(std::uint32_t t, std::uint32_t end, std::string& code) const {
    if (!reading_.is_capitalized(t)) return t;
    // "The Shire" has its article in the dictionary, and may stand behind one here.
    const auto most = static_cast<std::uint32_t>(dictionary_.most_words());
    for (std::uint32_t stop = std::min(end, t + most); stop > t; --stop) {
      const std::string words = reading_.plain_phrase({t, stop});
      const auto* codes = dictionary_.actor(words);
      if (!codes && !words.starts_with("the ")) codes = dictionary_.actor("the " + words);
      if (!codes) continue;
      if (const DatedCode* on = ActorDictionary::on(*codes, reading_.published())) code = on->code;
      return stop;
    }
    return t;
  }

  const Reading& reading_;
  const ActorDictionary& dictionary_;
  const KnownCode& known_;
};

}  // namespace

Range phrase_around(const Reading& reading, std::uint32_t token, Range limits) {
  const auto goes_on = [&](std::uint32_t t) {
    return is_inside(reading, t) || is_comma(reading, t) || is_link(reading.plain(t));
  };
  Range range{token, token + 1};
  while (range.first > limits.first && range.size() < kLongestPhrase && goes_on(range.first - 1)) {
    --range.first;
  }
  while (range.end < limits.end && range.size() < kLongestPhrase && goes_on(range.end)) ++range.end;
  // A comma joins only where an "and" follows: "Norland, Esteria and Vell", but not "In Norland, Vell".
  const auto ands_between = [&](std::uint32_t first, std::uint32_t end) {
    for (std::uint32_t t = first; t < end; ++t) {
      if (is_joint(reading, t)) return true;
    }
    return false;
  };
  for (std::uint32_t t = range.end; t-- > token + 1;) {
    if (is_comma(reading, t) && !ands_between(t, range.end)) range.end = t;
  }
  for (std::uint32_t t = range.first; t < token; ++t) {
    if (is_comma(reading, t) && !ands_between(t, range.end)) range.first = t + 1;
  }
  const auto is_edge = [&](std::uint32_t t) {
    return is_joint(reading, t) || is_comma(reading, t) || is_link(reading.plain(t));
  };
  while (range.end > token + 1 && is_edge(range.end - 1)) --range.end;
  while (range.first < token && is_edge(range.first)) ++range.first;
  return range;
}

std::vector<CodedParty> parties_of_phrase(const Reading& reading, Range phrase,
                                          const KnownCode& known) {
  std::vector<CodedParty> out;
  const Phrase coder(reading, known);
  std::vector<Piece> above;  // agents that wait for the name that they are of
  std::uint32_t first = phrase.first;
  while (first < phrase.end) {
    std::uint32_t end = first;
    while (end < phrase.end && !is_link(reading.plain(end))) ++end;
    const std::vector<Piece> pieces = coder.pieces({first, end});
    const bool is_named = std::any_of(pieces.begin(), pieces.end(),
                                      [](const Piece& p) { return !p.name_code.empty(); });
    const Piece* last = nullptr;
    for (const Piece& piece : pieces) {
      if (piece.name_code.empty()) {
        // "Norland media and government": both are Norland's, with what stands in front of them.
        if (last && piece.has_agent && end >= phrase.end) {
          out.push_back({joined(last->name_code, last->front,
                                with_parts(last->front_agents, piece.behind)),
                         last->name, piece.words});
        }
        continue;
      }
      last = &piece;
      const auto add = [&](std::string_view front, const std::string& behind) {
        out.push_back({joined(piece.name_code, with_parts(std::string(front), piece.front),
                              with_parts(piece.behind, behind)),
                       piece.name, piece.words});
      };
      if (above.empty()) add("", "");
      for (const Piece& agents : above) add(agents.front, agents.behind);
    }
    if (is_named && above.empty()) {
      // "Norland and the government of Esteria": the last waits for its name.
      const bool waits = pieces.size() > 1 && pieces.back().name_code.empty() && end < phrase.end;
      if (!waits) return out;
      above.push_back(pieces.back());
    } else if (is_named) {
      return out;
    } else if (above.empty()) {
      for (const Piece& piece : pieces) {
        if (piece.has_agent) above.push_back(piece);
      }
    }
    first = end + 1;
  }
  return out;
}

}  // namespace tacitus
