// The tables of knowledge/ as they stand in the files; made at build time.
#pragma once

namespace tacitus {

extern const char* const k_countries_tsv;
extern const char* const k_regions_tsv;
extern const char* const k_cities_tsv;
extern const char* const k_bodies_tsv;
extern const char* const k_companies_tsv;
extern const char* const k_metonyms_tsv;
extern const char* const k_leaders_tsv;
extern const char* const k_people_tsv;
extern const char* const k_organizations_tsv;
extern const char* const k_speech_tsv;
extern const char* const k_first_names_tsv;

}  // namespace tacitus
