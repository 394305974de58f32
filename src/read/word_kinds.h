// Kinds of words that rules ask for: knowledge/word_kinds.tsv, which says what each is.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "read/word_map.h"

namespace tacitus {

enum class WordKind : std::uint8_t {
  kKin, kCompanyEnding, kCompanyPartner, kAmericanCompanyEnding, kSingleOffice, kOtherName, kMinistry, kTown,
  kBacked, kLeads, kWorks, kLearns, kWrites, kByline, kStands, kElected, kOwn, kCharges, kCurrency, kPartitive, kCount,
  kNamedByCity, kWritten, kAttack, kTime, kNoMatter, kMind, kAnyone, kMayBe, kBusiness, kPolitics,
};

class WordKinds {
 public:
  // The table that the program was built with.
  static const WordKinds& builtin();

  // Reads a table's text. Error: kBadInput, with the line, where a kind is not known, comes twice or not at all.
  static Result<WordKinds> parse(std::string_view text);

  // Whether a word or phrase in small letters is of a kind.
  bool has(WordKind kind, std::string_view word) const;

 private:
  WordKinds() = default;

  WordMap<std::uint64_t> kinds_;  // of each word a bit for each kind
};

// By the built-in table.
bool is_of_kind(std::string_view word, WordKind kind);

}  // namespace tacitus
