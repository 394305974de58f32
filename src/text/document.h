// The document: an article's text and everything that is found in it, as spans of it.
// text/ makes the tokens and sentences, model/ fills in the reading, read/ makes sense of it.
//
// Invariant: every span cuts on a character's border, tokens are in order and do not overlap,
// every token lies in exactly one sentence.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace tacitus {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// How a token is written: what an uncased word piece no longer tells. The numbers are rows of
// the encoder's shape table and must not change.
enum class Shape : std::uint8_t {
  kLower = 1,       // no capital: "ministers", "n't"
  kTitle = 2,       // a capital, then only small letters: "Minister", "A"
  kUpper = 3,       // capitals only, two or more: "NATO", "U.S."
  kMixed = 4,       // "McCain", "eBay"
  kNumber = 5,      // has a digit: "2025", "5-4", "F-16"
  kPunctuation = 6, // neither letter nor digit
};

// What stands before a token. Rows of the encoder's table, as above.
enum class Break : std::uint8_t { kNone = 0, kSentence = 1, kParagraph = 2 };

struct Token {
  Span span;                   // in Document::text
  Shape shape : 4 = Shape::kLower;
  Break before : 4 = Break::kNone;

  // Filled by model/, as is head; here they fill a gap: a book has a million tokens.
  std::uint8_t upos = 0;       // index into upos_names()
  std::uint8_t deprel = 0;     // index into Model::deprels()
  std::uint8_t piece_count = 0;   // at least one; what is over 255 is not kept
  std::uint32_t first_piece = 0;  // in Document::pieces
  std::uint32_t head = kNone;  // token index in the document; kNone for a root
};

struct Sentence {
  Span span;                   // from its first token to the end of its last
  std::uint32_t first_token = 0, end_token = 0;
  bool starts_paragraph = false;
  bool in_headline = false;    // before Article::body_start
};

enum class EntityType : std::uint8_t { kPerson, kOrg, kGpe, kNorp, kLoc, kFac, kEvent };

// A named entity, as the entity head finds it.
struct Entity {
  std::uint32_t first_token = 0, end_token = 0;
  EntityType type = EntityType::kPerson;
};

enum class Role : std::uint8_t { kSource, kCue, kContent };

// A stretch that the attribution head marks. One never crosses a sentence's border, so a quote
// over three sentences is three content spans that name the same cue.
struct AttributionSpan {
  std::uint32_t first_token = 0, end_token = 0;
  Role role = Role::kSource;
  std::uint8_t layer = 0;      // 0; 1 for attribution inside the content of another
  // For a content the index of its cue in Document::attribution, for a cue that of its source;
  // kNone where the head names none.
  std::uint32_t link = kNone;
  float score = 0;             // of the link, a probability
};

enum class ReferentType : std::uint8_t { kPerson, kOrg, kPlace };

// A word that refers to an actor: the head of a name ("Putin"), a nominal ("the president") or
// a pronoun. `antecedent` is an earlier one (index in Document::references) with the same
// referent, kNone where it starts a chain of its own.
struct Reference {
  std::uint32_t token = 0;
  ReferentType type = ReferentType::kPerson;
  std::uint32_t antecedent = kNone;
  float score = 0;             // of the antecedent, a probability
};

// What the act head says of a token: how likely it is, in 255ths, to be the word that tells a political
// act of each root (in the model's order; what is left of 255 is none), and to head the name of somebody
// who acts or is acted on.
struct ActScores {
  // Only tokens are kept that have a chance of this for an act, or this score (a log-odds) for a side.
  static constexpr float kLeast = 0.05f, kLeastSide = -2.0f;

  std::uint32_t token = 0;
  std::array<std::uint8_t, 15> roots{};
  std::uint8_t actor = 0, recipient = 0;
};

// PLOVER's sectors (Halterman et al. 2023), in the model's order; the first is none.
constexpr std::array<const char*, 25> kSectorNames = {
    "-",   "GOV", "LEG", "JUD", "MIL", "COP", "SPY", "PTY", "OPP", "REB", "SEP", "UAF", "CRM",
    "BUS", "JRN", "EDU", "MED", "CVL", "LAB", "AGR", "REL", "REF", "SOC", "ENV", "ELI"};

// What the model takes a token's sector for if it heads a name or a description of somebody.
struct SectorScores {
  std::uint32_t token = 0;
  std::array<std::uint8_t, 2> sectors{};  // the likeliest, by kSectorNames
  std::array<std::uint8_t, 2> chances{};  // of each, in 255ths
};

struct Document {
  std::string_view text;       // owned by the Article, which must live as long
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::uint32_t> pieces;  // word piece ids of all tokens, one after the other

  // Filled by model/, each in text order.
  std::vector<Entity> entities;
  std::vector<AttributionSpan> attribution;
  std::vector<Reference> references;
  std::vector<ActScores> acts;  // of the tokens that have any
  bool has_acts = false;        // whether the model has a head for them
  std::vector<SectorScores> sectors;  // of the tokens that may head an actor's name

  std::string_view token_text(std::uint32_t i) const { return tokens[i].span.in(text); }
  Span token_range(std::uint32_t first, std::uint32_t end) const {
    return {tokens[first].span.begin, tokens[end - 1].span.end};
  }
};

}  // namespace tacitus
