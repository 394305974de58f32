// The tables of knowledge/times as they stand in the files; made at build time.
#pragma once

namespace tacitus {

extern const char* const k_words_tsv;
extern const char* const k_holidays_tsv;
extern const char* const k_rules_tsv;
extern const char* const k_beside_tsv;

}  // namespace tacitus
