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
  bool brings_in = false;  // an event or position has made an actor of whom it describes
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

enum class TimeType : std::uint8_t { kDate, kTime, kDuration, kSet };

// A time that the text names: TIMEX3's type, value and modifier.
struct Time {
  Span span;
  TimeType type = TimeType::kDate;
  std::optional<std::string> value;  // "2025-03-07", "P2Y", "PAST_REF"
  std::optional<std::string> mod;    // START, MID, END, APPROX, MORE_THAN, ...
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
  std::optional<std::uint32_t> time;       // when it was said: index in Record::times
  std::optional<std::uint32_t> place;      // index in Record::places: where it was said
  std::optional<std::uint32_t> within;     // the statement whose content holds this one
  std::optional<std::string> polarity;     // affirms, denies, refuses
  std::optional<std::string> certainty;    // certain, possible, alleged
};

// A stretch of the text that names a place, and the place that it means. Where the gazetteer knows
// none that fits, only the span and the name are there.
struct Place {
  Span span;
  std::string name;                    // the usual one; as the text gives it where that is not known
  std::optional<std::string> country;  // ISO 3166-1 alpha-3
  std::optional<std::string> admin1;   // the name of the first-level division
  std::optional<double> lat, lon;      // degrees; both or neither
  std::optional<std::uint32_t> geonameid;
};

// How an event stands to what is so.
enum class EventStatus : std::uint8_t { kActual, kOngoing, kPlanned, kPossible, kDenied };

// Why an event has its code; filled where that is asked for.
struct EventReason {
  std::string rule;                   // "verbs.tsv:97", a dictionary's file and line, or "model 0.93"
  std::string runner_up;              // the same of the next best; empty where there is none
};

// Who did what to whom.
struct Event {
  std::uint32_t sentence = 0;         // index in Record::sentences
  std::string root;                   // PLOVER's; empty only where a user's dictionary has a code of its own
  std::string mode;                   // empty where none is known, as below
  std::vector<std::string> contexts;
  std::vector<std::uint32_t> actors, recipients;  // indices in Record::actors
  Span trigger;                       // the word that tells it
  std::optional<std::string> date;    // ISO 8601, or part of it
  std::optional<std::uint32_t> place; // index in Record::places
  EventStatus status = EventStatus::kActual;
  std::optional<double> goldstein;
  std::string cameo;
  std::optional<std::uint32_t> statement;  // that it is told in: index in Record::statements
  std::optional<std::uint32_t> pair;       // that it was asked for: index in Article::pairs
  std::optional<EventReason> reason;
};

enum class Stance : std::uint8_t {
  kSupport, kOppose, kAccept, kReject, kDemand, kThreaten, kOffer, kOpen, kDeny, kUndecided,
};

// Where somebody stands on a matter, as one sentence tells it. The author holds none.
struct Position {
  std::uint32_t actor = 0;            // index in Record::actors
  Stance stance = Stance::kSupport;
  std::string issue;                  // a noun phrase or clause that stands by itself
  std::optional<Span> issue_span;     // the words that it was made of, where they are one stretch
  std::uint32_t sentence = 0;         // index in Record::sentences
  std::optional<std::uint32_t> statement;  // that tells it: index in Record::statements
  std::optional<std::uint32_t> event;      // the same act: index in Record::events
  std::optional<std::string> date;    // ISO 8601, or part of it
};

struct Record {
  Article article;
  bool is_read = true;               // false in a language that is not read
  std::vector<Span> sentences;
  std::vector<Mention> mentions;     // in text order
  std::vector<Actor> actors;         // in order of first mention
  std::vector<Statement> statements; // in order of their first span
  std::vector<Event> events;         // in order of their triggers; those of given pairs behind them
  std::vector<Position> positions;   // in order of the words that tell them
  std::vector<Time> times;           // in text order
  bool has_places = false;           // whether they were looked for
  std::vector<Place> places;         // in text order
};

}  // namespace tacitus
