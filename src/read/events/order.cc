// Walks words to the left and right of a verb.
#include "read/events/order.h"

#include <algorithm>

#include "base/weekdays.h"
#include "read/word_kinds.h"

namespace tacitus {
namespace {

constexpr std::uint32_t kFarthestWords = 30;  // of a subject and what stands inside it
constexpr std::uint32_t kLongestDateline = 14;

template <std::size_t N>
bool among(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool is_be(std::string_view word) {
  constexpr std::string_view kForms[] = {"is", "are", "was", "were", "be", "been", "being",
                                         "'s", "'re", "am", "got", "gets", "get"};
  return among(kForms, word);
}

bool is_have(std::string_view word) {
  constexpr std::string_view kForms[] = {"has", "have", "had", "having", "'ve"};
  return among(kForms, word);
}

// What may stand between an auxiliary and its verb, whatever the model takes it for.
bool is_adverb(std::string_view word) {
  constexpr std::string_view kWords[] = {"not",   "n't",   "also",     "yet",       "already", "never",
                                         "still", "now",   "since",    "ever",      "again",   "so",
                                         "today", "often", "tomorrow", "yesterday", "once",    "both"};
  return among(kWords, word);
}

bool is_modal(std::string_view word) {
  constexpr std::string_view kForms[] = {"will", "would", "can", "could", "may", "might", "shall",
                                         "should", "must", "'ll", "did", "does", "do"};
  return among(kForms, word);
}

bool is_nominal(const Reading& reading, std::uint32_t t) {
  const Upos upos = reading.upos(t);
  return upos == Upos::kNoun || upos == Upos::kPropn;
}

// What stands inside a noun phrase without preposition.
bool is_inside(const Reading& reading, std::uint32_t t) {
  switch (reading.upos(t)) {
    case Upos::kNoun:
    case Upos::kPropn:
    case Upos::kAdj:
    case Upos::kNum:
    case Upos::kDet:
    case Upos::kSym: return true;
    // "United" and "Soviet", which the model takes for verbs.
    case Upos::kVerb:
      return reading.is_capitalized(t) &&
             (reading.deprel(t) == Deprel::kAmod || reading.deprel(t) == Deprel::kCompound);
    default: break;
  }
  const std::string_view word = reading.plain(t);
  return word == "'s" || word == "'" || word == "-" || word == "its" || word == "their" ||
         word == "his" || word == "her" || word == "our" || word == "my";
}

bool is_and(std::string_view word) { return word == "and" || word == "&"; }

// The noun that heads a phrase whose last word is `t`: a name's first, as the tree has it.
std::uint32_t head_in(const Reading& reading, std::uint32_t t, std::uint32_t first) {
  while (reading.head(t) != kNone && reading.head(t) >= first && reading.head(t) < t &&
         (reading.deprel(t) == Deprel::kFlat || reading.deprel(t) == Deprel::kAppos) &&
         is_nominal(reading, reading.head(t))) {
    t = reading.head(t);
  }
  return t;
}

}  // namespace

bool is_word_of_time(std::string_view word) {
  return is_weekday(word) || is_of_kind(word, WordKind::kTime);
}

std::uint32_t word_before(const Reading& reading, std::uint32_t verb) {
  const std::uint32_t first = reading.sentence_of(verb).first_token;
  std::uint32_t t = verb;
  while (t > first) {
    --t;
    const std::string_view word = reading.plain(t);
    if (reading.upos(t) == Upos::kAdv || is_adverb(word)) continue;
    return t;
  }
  return kNone;
}

bool is_finite_by_order(const Reading& reading, std::uint32_t verb) {
  const std::uint32_t before = word_before(reading, verb);
  if (before == kNone) return false;
  const std::string_view word = reading.plain(before);
  // "is striking", "has launched", "will meet", whatever parts of speech the model gives them.
  if (reading.plain(verb).ends_with("ing")) {
    return is_be(word) && word != "being" && reading.upos(before) != Upos::kPart;
  }
  return is_have(word) || is_modal(word);
}

bool follows_modal(const Reading& reading, std::uint32_t verb) {
  const std::uint32_t before = word_before(reading, verb);
  return before != kNone && is_modal(reading.plain(before));
}

bool is_passive_by_order(const Reading& reading, std::uint32_t verb) {
  const std::string_view form = reading.plain(verb);
  if (form.ends_with("ing")) return false;
  const std::uint32_t before = word_before(reading, verb);
  return before != kNone && is_be(reading.plain(before)) &&
         reading.upos(before) != Upos::kPart;
}

std::uint32_t dateline_end(const Reading& reading, std::uint32_t token) {
  const Sentence& sentence = reading.sentence_of(token);
  const std::uint32_t first = sentence.first_token;
  const std::uint32_t last = std::min(sentence.end_token, first + kLongestDateline);
  if (first >= last || !reading.is_capitalized(first)) return first;
  const std::string_view city = reading.word(first);
  const bool is_loud = city.size() > 2 && std::none_of(city.begin(), city.end(), [](char c) {
    return c >= 'a' && c <= 'z';
  });
  bool has_bracket = false;
  for (std::uint32_t t = first + 1; t < last; ++t) {
    const std::string_view word = reading.plain(t);
    if (word == "(") has_bracket = true;
    if (word == "-" || word == "--" || word == "\u2013" || word == "\u2014" || word == ":") {
      return is_loud || has_bracket ? t + 1 : first;
    }
    if (word == ")" && is_loud && t + 1 < last && reading.is_capitalized(t + 1)) return t + 1;
    if (reading.upos(t) == Upos::kVerb || reading.upos(t) == Upos::kAux ||
        reading.upos(t) == Upos::kDet) {
      break;
    }
  }
  return first;
}

void subjects_by_order(const Reading& reading, std::uint32_t verb,
                       std::vector<std::uint32_t>& out) {
  const std::uint32_t first = dateline_end(reading, verb);
  const std::uint32_t least = std::max(first, verb - std::min(verb, kFarthestWords));
  std::uint32_t t = verb;  // what stands before t is looked at
  const auto before = [&] { return t - 1; };
  while (t > least) {
    const std::string_view word = reading.plain(before());
    const bool is_auxiliary = reading.upos(before()) == Upos::kAux || is_have(word) ||
                              is_modal(word) || is_be(word);
    if (!is_auxiliary && reading.upos(before()) != Upos::kAdv && !is_adverb(word)) {
      break;
    }
    if (word == "'s" && t > least + 1 && reading.upos(before()) == Upos::kPart) break;
    --t;
  }
  // "Bern, the capital of the union, said": what stands between commas belongs to what is before.
  if (t > least && reading.plain(before()) == ",") {
    std::uint32_t comma = before();
    while (comma > least && reading.plain(comma - 1) != ",") --comma;
    if (comma <= least + 1) return;
    t = comma - 1;
  }
  // "the ministry on Friday banned"
  for (int i = 0; i < 2 && t > least && is_word_of_time(reading.plain(before())); ++i) {
    --t;
    const std::string_view word = t > least ? reading.plain(before()) : std::string_view();
    if (word == "on" || word == "in" || word == "last" || word == "late" || word == "early" ||
        word == "this" || word == "next") {
      --t;
    }
  }
  if (t <= least) return;
  constexpr std::string_view kPronouns[] = {"it", "they", "he", "she", "we"};
  if (among(kPronouns, reading.plain(before()))) {
    out.push_back(before());
    return;
  }
  if (!is_nominal(reading, before())) return;
  // To the left, noun phrase by noun phrase, as far as prepositions and "and" join them.
  std::vector<std::uint32_t> heads;
  std::uint32_t head = before(), end = t;
  bool is_list = false, starts_with_preposition = false;
  while (t > least) {
    const std::uint32_t b = before();
    const std::string_view word = reading.plain(b);
    const bool is_comma_of_list = word == "," && is_list && b > least &&
                                  is_nominal(reading, b - 1) && t < end;
    if (is_inside(reading, b)) {
      --t;
      continue;
    }
    if (is_and(word) || is_comma_of_list) {
      if (t == end) break;
      heads.push_back(head);
      is_list = true;
      --t;
      if (t <= least || !is_nominal(reading, before())) break;
      head = before();
      end = t;
      continue;
    }
    if (reading.upos(b) == Upos::kAdp && word != "that") {
      --t;
      if (t <= least || !is_nominal(reading, before())) {
        starts_with_preposition = true;
        break;
      }
      // What hangs by a preposition is inside: the noun before it heads, alone.
      heads.clear();
      head = before();
      end = t;
      continue;
    }
    break;
  }
  // "In an interview the minister said": the noun at the verb, not that behind "in".
  if (starts_with_preposition) return;
  if (t > first) {
    const std::uint32_t b = before();
    // "that Iran", "when Iran", "said Iran", ", Iran": a subject begins there; not behind "to bomb".
    const bool is_edge = reading.is_punctuation(b) || reading.upos(b) == Upos::kSconj ||
                         reading.upos(b) == Upos::kVerb || reading.upos(b) == Upos::kCconj ||
                         reading.plain(b) == "that";
    if (!is_edge) return;
  }
  out.push_back(head_in(reading, head, t));
  for (auto at = heads.rbegin(); at != heads.rend(); ++at) out.push_back(head_in(reading, *at, t));
}

std::uint32_t object_by_order(const Reading& reading, std::uint32_t verb, bool has_clause) {
  const std::uint32_t end =
      std::min(reading.sentence_of(verb).end_token, verb + kFarthestWords);
  std::uint32_t t = verb + 1;
  while (t < end && (reading.upos(t) == Upos::kAdv || is_word_of_time(reading.plain(t)) ||
                     (reading.plain(t) == "on" && t + 1 < end &&
                      is_word_of_time(reading.plain(t + 1))))) {
    ++t;
  }
  const std::uint32_t first = t;
  std::uint32_t last = kNone;
  while (t < end && is_inside(reading, t)) {
    if (is_nominal(reading, t)) last = t;
    ++t;
  }
  if (last == kNone || is_word_of_time(reading.plain(last)) || last + 1 != t) return kNone;
  // "said Iran attacked": the subject of another verb.
  if (t < end) {
    const Upos upos = reading.upos(t);
    const bool is_participle = upos == Upos::kVerb && reading.plain(t).ends_with("ing");
    if ((upos == Upos::kVerb && !is_participle) || upos == Upos::kAux) return kNone;
    if (has_clause && reading.plain(t) != "that" && upos != Upos::kPunct) return kNone;
  } else if (has_clause) {
    return kNone;
  }
  return head_in(reading, last, first);
}

void complements_by_order(const Reading& reading, std::uint32_t verb,
                          std::vector<PhraseBehind>& out) {
  constexpr std::size_t kMost = 4;
  const std::uint32_t end = std::min(reading.sentence_of(verb).end_token, verb + kFarthestWords);
  std::uint32_t t = verb + 1;
  const auto skip_phrase = [&] {
    std::uint32_t last = kNone;
    while (t < end && (is_inside(reading, t) || reading.upos(t) == Upos::kAdv)) {
      if (is_nominal(reading, t)) last = t;
      ++t;
    }
    return last;
  };
  skip_phrase();
  while (t < end && out.size() < kMost && reading.upos(t) == Upos::kAdp) {
    const std::string_view preposition = reading.plain(t);
    const std::uint32_t first = ++t;
    const std::uint32_t noun = skip_phrase();
    if (noun == kNone) return;
    if (!is_word_of_time(reading.plain(noun))) {
      out.push_back({preposition, head_in(reading, noun, first)});
    }
    // "between A and B"
    if (preposition == "between" && t + 1 < end && is_and(reading.plain(t)) &&
        is_inside(reading, t + 1)) {
      const std::uint32_t second = ++t;
      const std::uint32_t other = skip_phrase();
      if (other == kNone) return;
      out.push_back({preposition, head_in(reading, other, second)});
    }
  }
}

bool is_verb_by_order(const Reading& reading, std::uint32_t token) {
  const std::string_view form = reading.plain(token);
  const Sentence& sentence = reading.sentence_of(token);
  const std::uint32_t before = word_before(reading, token);
  if (before == kNone) return false;
  const std::string_view word = reading.plain(before);
  const bool is_past = form.ends_with("ed");
  if (token + 1 >= sentence.end_token) return false;
  // What follows must open a noun phrase: "has launched an", "attacked a", "is striking Islamic".
  const Upos next = reading.upos(token + 1);
  const bool opens = next == Upos::kDet || next == Upos::kPropn || next == Upos::kPron;
  if (is_finite_by_order(reading, token)) return opens || next == Upos::kAdj || next == Upos::kAdp;
  // No noun ends so behind another but in "the accused".
  const bool is_torn = reading.upos(token) != Upos::kAdj;
  if (!is_past || (!opens && !is_torn)) return false;
  return is_word_of_time(word) || is_nominal(reading, before);
}

}  // namespace tacitus
