// The record: what a careful reader would write down of an article. Spans are bytes of
// Article::text; record/ counts them in code points when it writes (docs/record.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/span.h"
#include "page/article.h"

namespace tacitus {

enum class MentionType : std::uint8_t {
  kPerson, kOrg, kGpe, kNorp, kLoc, kFac, kEvent, kPron, kNom,
};

// A name, or a pronoun or nominal that refers to an actor.
struct Mention {
  Span span;
  MentionType type = MentionType::kPerson;
  std::optional<std::uint32_t> actor;  // index in Record::actors
};

// One person, body, group or country of the article, however often it is named.
struct Actor {
  std::string name;   // the fullest name that the text gives
  std::string kind;   // person, organization, country, place, group
  std::optional<std::string> country;  // ISO 3166-1 alpha-3, or an international body's code
  std::vector<std::string> sectors;    // PLOVER sector codes; written as `sector`
  std::optional<std::string> role;     // as the text gives it: "Kremlin spokesman"
  std::optional<std::string> code;     // CAMEO style: RUSGOV
};

enum class StatementKind : std::uint8_t { kDirect, kIndirect, kMixed };

struct Statement {
  std::uint32_t sentence = 0;  // index in Record::sentences: the sentence of its cue
  StatementKind kind = StatementKind::kIndirect;
  std::vector<Span> source, cue, content;  // each ascending; empty where the text names none
  std::optional<std::uint32_t> actor;      // the speaker; a group where the source names several
  std::vector<std::uint32_t> actors;       // its members then, in text order
  std::vector<Span> quoted;                // the words in quotation marks, inside `content`
  std::optional<Span> addressee, about;
  std::optional<std::uint32_t> within;     // the statement whose content holds this one
  std::optional<std::string> polarity;     // affirms, denies, refuses
  std::optional<std::string> certainty;    // certain, possible, alleged
};

struct Record {
  Article article;
  bool is_read = true;               // false in a language that is not read
  std::vector<Span> sentences;
  std::vector<Mention> mentions;     // in text order
  std::vector<Actor> actors;         // in order of first mention
  std::vector<Statement> statements; // in order of their first span
};

}  // namespace tacitus
