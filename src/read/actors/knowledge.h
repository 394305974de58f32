// What read/ knows of the world: the tables in knowledge/, parsed into maps. They say what a word
// means (a demonym, a title, a body); what an article says always goes before them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "read/actors/actor_dictionary.h"
#include "read/actors/leaders.h"

namespace tacitus {

// The texts of the tables. Their columns are told in the files' own first lines.
struct KnowledgeTexts {
  std::string_view countries, regions, cities, bodies, companies, metonyms, leaders, people,
      organizations, speech, first_names, signs;
};

// A word by which a text names a country or a part of one.
struct PlaceWord {
  std::string country;       // ISO 3166-1 alpha-3
  bool is_name = false;      // "Russia"
  bool is_adjective = false; // "Russian", "Russians"
  bool is_capital = false;   // "Moscow"
  bool is_region = false;    // a name or adjective of a part: "Scotland", "Scottish"
  bool is_doubtful = false;  // counts only where another word of the country stands beside it
};

// A body that is known by name, or a house that stands for one.
struct Body {
  std::vector<std::string> names;     // the first is the full one
  std::string country;                // empty where the table gives none
  std::vector<std::string> sectors;
  std::string code;                   // empty: country and sector put together
  std::vector<std::string> nouns;     // "bloc"
  bool is_metonym = false;
};

// A word for those who belong to a body ("Tories"), or a name that others bear too ("House of
// Commons").
struct MemberWord {
  const Body* body = nullptr;  // null where no body has such members
  bool is_doubtful = false;    // counts only where the article names the body's country
};

enum class Gender : std::uint8_t { kUnknown, kMale, kFemale };

// The sectors that a word tells.
struct SectorWord {
  std::vector<std::string> sectors;
  bool is_generic = false;   // holds only where the words around give no body
};

// A word for people: "prime minister".
struct PersonWord : SectorWord {
  Gender gender = Gender::kUnknown;
  bool is_plural = false;
  std::string singular;      // the word in the singular: what two mentions of one office share
};

// A word for a body: "foreign ministry".
struct BodyWord : SectorWord {
  bool is_doubtful = false;  // has other readings: "exchange"
  bool is_of_names = false;  // is a body's only in a name: "Foods"
};

// Kinds of words in knowledge/speech.tsv, which says what each means.
enum class SpeechWord : std::uint8_t {
  kDenies, kDeniesClaim, kClaim, kRefuses, kRefusesNot, kAlleged, kAllegedAdverb, kModal, kTells,
  kSpeaks, kLetter, kAsked, kHonorificMale, kHonorificFemale, kHonorific, kSuffix, kParticle,
  kFormer, kReports, kOwn, kThinks, kAnyone,
  kCount,
};

// Kinds of signs in knowledge/actors/signs.tsv, which says what each means.
enum class SignKind : std::uint8_t { kListing, kExchange, kForm, kMoney, kCount };

// Immutable and safe to share between threads.
class Knowledge {
 public:
  // The tables that are compiled in.
  static const Knowledge& builtin();

  // Parses tables. Errors: kBadInput for a line that is not as its file's first lines say, named
  // with file and line.
  static Result<Knowledge> parse(const KnowledgeTexts& texts);

  // The tables that are compiled in, with a user's dictionaries, whose entries go first.
  static Knowledge with(ActorDictionary dictionary);

  // The most tokens that an entry of any table has: longer phrases need not be looked up.
  static constexpr std::uint32_t kMostTokens = 10;

  // What a phrase means; null where no table has it. Places and bodies are looked up as written
  // ("US" is no "us"), the others in small letters. Words are parted by single spaces, and
  // apostrophes are straight.
  const PlaceWord* place(std::string_view phrase) const;
  // The country with which PLOVER puts what has the ISO 3166-1 alpha-3 code `code`: the state itself,
  // of a dependency the state that controls it. Empty for what the tables do not know.
  std::string_view country_of(std::string_view code) const;
  const Body* body(std::string_view phrase) const;
  const PersonWord* person_word(std::string_view phrase) const;
  const BodyWord* body_word(std::string_view phrase) const;
  // As written, like bodies.
  MemberWord member_word(std::string_view phrase) const;

  // A person by name, in small letters without accents; null where the table has none.
  const Leader* leader(std::string_view name) const;

  // The user's dictionaries; empty where there are none.
  const ActorDictionary& dictionary() const;

  bool is(SpeechWord kind, std::string_view word) const;

  // The country that a sign tells; empty for a form of several countries, null for what is no sign.
  const std::string* sign(SignKind kind, std::string_view word) const;

  // The gender of a first name in small letters without accents.
  Gender first_name(std::string_view word) const;

  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();

 private:
  struct Tables;
  explicit Knowledge(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

}  // namespace tacitus
