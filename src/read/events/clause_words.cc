// What the words around a verb are to it, one by one.
#include "read/events/clause_words.h"

#include <algorithm>

#include "read/events/clause.h"
#include "read/events/order.h"

namespace tacitus {

bool is_nominal(const Reading& reading, std::uint32_t token) {
  const Upos upos = reading.upos(token);
  return upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron ||
         upos == Upos::kNum || upos == Upos::kSym;
}

bool is_verb(const Reading& reading, std::uint32_t token) {
  if (reading.upos(token) == Upos::kVerb || reading.upos(token) == Upos::kAux) return true;
  // "willing to negotiate", taken for a noun.
  return token > 0 && reading.upos(token) == Upos::kNoun && reading.head(token - 1) == token &&
         reading.upos(token - 1) == Upos::kPart && reading.plain(token - 1) == "to";
}

// "on Friday", "in 1990", "in January": no party to anything.
bool is_time(const Reading& reading, std::uint32_t token) {
  if (reading.upos(token) == Upos::kNum || reading.shape(token) == Shape::kNumber) {
    return preposition_of(reading, token) == "in" || preposition_of(reading, token) == "on";
  }
  const std::string_view word = reading.plain(token);
  return is_word_of_time(word) || (word == "may" && reading.upos(token) == Upos::kPropn);
}

// The preposition of a noun; where the tree hangs it elsewhere the one that stands before its words.
std::string_view preposition_in_front(const Reading& reading, std::uint32_t token) {
  const std::string_view own = preposition_of(reading, token);
  if (!own.empty()) return own;
  constexpr std::uint32_t kReach = 6;
  for (std::uint32_t t = token, steps = 0; t > 0 && steps < kReach; ++steps) {
    --t;
    if (reading.upos(t) == Upos::kAdp) return reading.plain(t);
    const bool is_inside = reading.head(t) == token || reading.upos(t) == Upos::kDet ||
                           reading.upos(t) == Upos::kAdj;
    if (!is_inside || reading.is_punctuation(t)) break;
  }
  return {};
}

bool is_be_or_get(std::string_view word) {
  return word == "is" || word == "are" || word == "was" || word == "were" || word == "be" ||
         word == "been" || word == "being" || word == "'s" || word == "'re" || word == "got" ||
         word == "gets" || word == "get" || word == "getting" || word == "am";
}

bool is_relative(std::string_view word) {
  return word == "who" || word == "which" || word == "that" || word == "whom";
}

// Whether a verb is in the passive. The model takes many subjects of "has banned" for those of a
// passive: the auxiliaries go before it.
bool has_auxiliary_of_passive(const Reading& reading, std::uint32_t verb) {
  bool be = false, agent = false, has_have = false, has_object = false, is_passive_subject = false,
       has_article = false;
  each_child(reading, verb, [&](std::uint32_t c) {
    const Deprel deprel = reading.deprel(c);
    const std::string_view word = reading.plain(c);
    // "is about to restore": what stands before "to" is of another verb.
    if (reading.plain(c) == "to" && c < verb) be = has_have = false;
    if (c < verb && (deprel == Deprel::kAux || deprel == Deprel::kCop)) {
      be = be || is_be_or_get(word);
      has_have = has_have || word == "has" || word == "have" || word == "had";
    }
    agent = agent || deprel == Deprel::kOblAgent;
    has_object = has_object || (deprel == Deprel::kObj && c > verb);
    if (deprel == Deprel::kNsubjPass && c < verb) {
      is_passive_subject = true;
      has_article = c < verb && reading.child(c, Deprel::kDet) != kNone;
    }
  });
  if (is_gerund(reading, verb)) return false;
  if (be || agent) return true;
  // A headline's "Three killed in raid" has neither auxiliary nor article.
  return is_passive_subject && !has_have && !has_object && !has_article;
}

// Relative pronouns stand for the noun that their clause hangs from.
std::uint32_t referent(const Reading& reading, std::uint32_t verb, std::uint32_t token) {
  if (!is_relative(reading.plain(token))) return token;
  for (std::uint32_t v = verb, steps = 0; v != kNone && steps < kMostClimbs; ++steps) {
    if (reading.deprel(v) == Deprel::kRelcl || reading.deprel(v) == Deprel::kAcl) {
      return reading.head(v) == kNone ? token : reading.head(v);
    }
    if (reading.deprel(v) != Deprel::kConj && reading.deprel(v) != Deprel::kXcomp &&
        reading.deprel(v) != Deprel::kCcomp) {
      break;
    }
    v = reading.head(v);
  }
  return token;
}

bool is_own_pronoun(std::string_view word) {
  return word == "it" || word == "they" || word == "he" || word == "she" || word == "we" ||
         word == "i";
}

// "said it would", "said they will": who says it does it.
std::uint32_t speaker_of(const Reading& reading, std::uint32_t verb, std::uint32_t token) {
  if (!is_own_pronoun(reading.plain(token))) return token;
  for (std::uint32_t steps = 0; verb != kNone && steps < kMostClimbs; ++steps) {
    const std::uint32_t above = reading.head(verb);
    if (above == kNone) break;
    if (reading.deprel(verb) == Deprel::kCcomp) {
      const std::uint32_t subject = reading.child(above, Deprel::kNsubj);
      return subject == kNone ? token : subject;
    }
    if (reading.deprel(verb) != Deprel::kConj) break;
    verb = above;
  }
  return token;
}

}  // namespace tacitus
