// The word tables of knowledge/text, which are compiled in: what the rules for words and
// sentences know of English.
#pragma once

#include <cstdint>
#include <string_view>

namespace tacitus {

// The tables as they stand in the files; made at build time.
extern const char* const k_abbreviations_txt;
extern const char* const k_starters_txt;
extern const char* const k_prefixes_txt;
extern const char* const k_contractions_txt;
extern const char* const k_units_txt;
extern const char* const k_emoticons_txt;
extern const char* const k_speech_txt;

enum class Abbreviation : std::uint8_t { kNot, kTitle, kEnd, kCompany, kLast, kNumber, kInside };

// The kind of `word`, which is written without its last full stop ("Gen", "GEN").
Abbreviation abbreviation(std::string_view word);

// True for a word, as it is written, that with its capital looks like a sentence's first
// ("The", "THE").
bool is_starter(std::string_view word);

// True where "first-" is joined to what follows, and where "-second" is joined to what it
// follows. Of a prefix the first letter may be a capital ("Non-"); "UN-" is none.
bool is_joined_prefix(std::string_view first);
bool is_joined_suffix(std::string_view second);

// The length in bytes of the first part of a word that is read as two ("cannot": 3); 0 for any
// other word. ASCII capitals do not matter.
std::uint32_t contraction(std::string_view word);

// True for letters that are a unit when they stand right behind a number ("km").
bool is_unit(std::string_view letters);

bool is_emoticon(std::string_view text);

// True for a verb that names the speaker of the quotation before it ("asked").
bool is_speech_verb(std::string_view word);

}  // namespace tacitus
