// Tables of knowledge/archive/, compiled in.
#pragma once

namespace tacitus {

extern const char* const k_common_words_tsv;
extern const char* const k_country_codes_tsv;
extern const char* const k_state_bodies_tsv;
extern const char* const k_bare_issues_tsv;
extern const char* const k_directions_tsv;
extern const char* const k_turns_tsv;

}  // namespace tacitus
