// Polarity, certainty, addressee and occasion of a statement, by the cue's words and the tree.
#include "read/statements/attributes.h"

#include <algorithm>

namespace tacitus {
namespace {

constexpr std::uint32_t kLongestAddressee = 24;  // tokens

bool is_negation(std::string_view word) {
  return word == "not" || word == "n't" || word == "never" || word == "no" || word == "nor";
}

class Attributes {
 public:
  Attributes(const Reading& reading, Draft& draft)
      : reading_(reading), knowledge_(reading.knowledge()), draft_(draft), cue_(draft.cue),
        verb_(verb_of(draft.cue)) {}

  void add() {
    add_polarity();
    add_certainty();
    add_addressee();
    add_about();
  }

 private:
  bool is(SpeechWord kind, std::uint32_t token) const {
    return knowledge_.is(kind, reading_.plain(token));
  }

  // The word of the cue that says what was done: the verb that its others hang from.
  std::uint32_t verb_of(Range cue) const {
    std::uint32_t head = reading_.head_of(cue);
    for (std::uint32_t t = cue.first; t < cue.end; ++t) {
      const bool is_top = reading_.head(t) == kNone || !cue.has(reading_.head(t));
      if (is_top && reading_.upos(t) == Upos::kVerb) return t;
    }
    for (std::uint32_t t = cue.first; t < cue.end; ++t) {
      if (reading_.upos(t) == Upos::kVerb) return t;
    }
    return head;
  }

  // Calls f for the cue's words and the small words that hang from its verb outside of it.
  template <class F>
  void for_cue_words(F f) const {
    for (std::uint32_t t = cue_.first; t < cue_.end; ++t) f(t);
    for (std::uint32_t c = reading_.first_child(verb_); c != kNone; c = reading_.next_sibling(c)) {
      const Deprel deprel = reading_.deprel(c);
      if (!cue_.has(c) && (deprel == Deprel::kAux || deprel == Deprel::kAdvmod)) f(c);
    }
  }

  void add_polarity() {
    bool denies = false, denies_claim = false, claim = false, refuses = false, silent = false;
    std::uint32_t negations = 0;
    for_cue_words([&](std::uint32_t t) {
      negations += is_negation(reading_.plain(t));
      if (!cue_.has(t)) return;
      denies = denies || is(SpeechWord::kDenies, t);
      denies_claim = denies_claim || is(SpeechWord::kDeniesClaim, t);
      claim = claim || is(SpeechWord::kClaim, t);
      refuses = refuses || is(SpeechWord::kRefuses, t);
      silent = silent || is(SpeechWord::kRefusesNot, t);
    });
    // What is rejected stands in the first words of the content: "rejected allegations that".
    if (denies_claim && !claim) {
      const Range content = draft_.contents.front();
      for (std::uint32_t t = content.first; t < std::min(content.end, content.first + 6); ++t) {
        claim = claim || is(SpeechWord::kClaim, t);
      }
    }
    Statement& statement = draft_.statement;
    if (refuses) {
      if (negations == 0) statement.polarity = "refuses";
    } else if (negations == 0 && (denies || (denies_claim && claim))) {
      statement.polarity = "denies";
    } else if (negations == 1 && silent && !denies) {
      statement.polarity = "refuses";
    }
  }

  void add_certainty() {
    bool possible = false, alleged = false;
    for_cue_words([&](std::uint32_t t) {
      possible = possible || (is(SpeechWord::kModal, t) && reading_.upos(t) == Upos::kAux);
      alleged = alleged || is(SpeechWord::kAllegedAdverb, t) ||
                (cue_.has(t) && is(SpeechWord::kAlleged, t));
    });
    if (alleged) {
      draft_.statement.certainty = "alleged";
    } else if (possible) {
      draft_.statement.certainty = "possible";
    }
  }

  // A nominal that is no part of source or content; a cue may hold it: "told reporters".
  bool set_addressee(std::uint32_t head) {
    Range range = reading_.nominal(head);
    if (range.size() > kLongestAddressee) range = {head, head + 1};
    const Span span = reading_.span(reading_.trimmed(range));
    for (const auto* spans : {&draft_.statement.source, &draft_.statement.content}) {
      for (const Span other : *spans) {
        if (span.overlaps(other)) return false;
      }
    }
    draft_.statement.addressee = span;
    return true;
  }

  void add_addressee() {
    const bool tells = is(SpeechWord::kTells, verb_), speaks = is(SpeechWord::kSpeaks, verb_);
    for (std::uint32_t c = reading_.first_child(verb_); c != kNone; c = reading_.next_sibling(c)) {
      const bool is_nominal = reading_.is_noun(c) || reading_.upos(c) == Upos::kPron;
      if (!is_nominal || c < verb_) continue;
      const Deprel deprel = reading_.deprel(c);
      if (deprel == Deprel::kIobj || (deprel == Deprel::kObj && tells)) {
        if (set_addressee(c)) return;
      }
      if (deprel == Deprel::kObl && (speaks || tells)) {
        const std::uint32_t preposition = reading_.child(c, Deprel::kCase);
        if (preposition != kNone && reading_.plain(preposition) == "to" && speaks &&
            set_addressee(c)) {
          return;
        }
      }
    }
    // "in a letter to the council", "in an interview with state television".
    for (std::uint32_t c = reading_.first_child(verb_); c != kNone; c = reading_.next_sibling(c)) {
      if (reading_.deprel(c) != Deprel::kObl || !is(SpeechWord::kLetter, c)) continue;
      for (std::uint32_t g = reading_.first_child(c); g != kNone; g = reading_.next_sibling(g)) {
        if (reading_.deprel(g) != Deprel::kNmod) continue;
        const std::uint32_t preposition = reading_.child(g, Deprel::kCase);
        if (preposition == kNone) continue;
        const std::string_view word = reading_.plain(preposition);
        if ((word == "to" || word == "with") && set_addressee(g)) return;
      }
    }
  }

  // "Speaking to lawmakers, he said": the hearers, and nothing that he answers.
  bool speaks_to(std::uint32_t speaking) {
    if (reading_.plain(speaking) != "speaking") return false;
    for (std::uint32_t c = reading_.first_child(speaking); c != kNone;
         c = reading_.next_sibling(c)) {
      if (reading_.deprel(c) != Deprel::kObl) continue;
      const std::uint32_t preposition = reading_.child(c, Deprel::kCase);
      if (preposition == kNone) continue;
      const std::string_view word = reading_.plain(preposition);
      if (word == "about" || word == "on" || word == "of") return false;
      const bool is_hearer = word == "to" || word == "with" || word == "before";
      if (is_hearer && !draft_.statement.addressee) set_addressee(c);
    }
    return true;
  }

  // "Asked about the tariffs, she said": what stands behind the word of asking.
  void add_about() {
    const Sentence& sentence = reading_.sentence_of(cue_.first);
    std::uint32_t asked = kNone;
    // The clause hangs from the cue's verb, or from the verb that governs that one.
    for (std::uint32_t up = verb_, steps = 0; up != kNone && steps < 3 && asked == kNone;
         up = reading_.head(up), ++steps) {
      for (std::uint32_t c = reading_.first_child(up); c != kNone; c = reading_.next_sibling(c)) {
        const Deprel deprel = reading_.deprel(c);
        const bool is_clause = deprel == Deprel::kAdvcl || deprel == Deprel::kAcl;
        if (is_clause && c != verb_ && is(SpeechWord::kAsked, c) && !in_content(c)) {
          asked = c;
          break;
        }
      }
    }
    // A sentence that begins so, whatever the tree says.
    if (asked == kNone) {
      const std::uint32_t first = sentence.first_token;
      for (std::uint32_t t = first; t < std::min(sentence.end_token, first + 2); ++t) {
        const bool opens = t == first || reading_.plain(first) == "when";
        if (opens && reading_.upos(t) == Upos::kVerb && is(SpeechWord::kAsked, t) &&
            !cue_.has(t) && t < cue_.first && !in_content(t)) {
          asked = t;
        }
      }
    }
    if (asked == kNone) return;
    if (speaks_to(asked)) return;
    Range range{asked + 1, reading_.subtree(asked).end};
    // It ends with its clause: at the source, cue or content.
    if (asked < cue_.first) range.end = std::min(range.end, cue_.first);
    if (!draft_.source.empty() && draft_.source.first > asked) {
      range.end = std::min(range.end, draft_.source.first);
    }
    for (const Range content : draft_.contents) {
      if (content.first > asked) range.end = std::min(range.end, content.first);
    }
    while (!range.empty() && (reading_.upos(range.first) == Upos::kAdp ||
                              reading_.plain(range.first) == "if" ||
                              reading_.upos(range.first) == Upos::kPart ||
                              reading_.upos(range.first) == Upos::kAdv)) {
      ++range.first;
    }
    if (range.empty()) return;
    range = reading_.trimmed(range);
    if (!reading_.is_punctuation(range.first)) draft_.statement.about = reading_.span(range);
  }

  bool in_content(std::uint32_t token) const {
    return std::any_of(draft_.contents.begin(), draft_.contents.end(),
                       [&](Range content) { return content.has(token); });
  }

  const Reading& reading_;
  const Knowledge& knowledge_;
  Draft& draft_;
  Range cue_;
  std::uint32_t verb_;
};

}  // namespace

void add_attributes(const Reading& reading, Draft& draft) {
  if (!draft.cue.empty()) Attributes(reading, draft).add();
}

}  // namespace tacitus
