// The tables of knowledge/ as they stand in the files; made at build time.
#pragma once

namespace tacitus {

extern const char* const k_countries_tsv;
extern const char* const k_regions_tsv;
extern const char* const k_bodies_tsv;
extern const char* const k_metonyms_tsv;
extern const char* const k_people_tsv;
extern const char* const k_organizations_tsv;
extern const char* const k_speech_tsv;
extern const char* const k_first_names_tsv;
extern const char* const k_roots_tsv;
extern const char* const k_modes_tsv;
extern const char* const k_contexts_tsv;
extern const char* const k_cameo_tsv;
extern const char* const k_verbs_tsv;
extern const char* const k_nouns_tsv;
extern const char* const k_classes_tsv;
extern const char* const k_carriers_tsv;
extern const char* const k_topics_tsv;
extern const char* const k_irregular_tsv;

}  // namespace tacitus
