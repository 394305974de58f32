// The tables of knowledge/ as they stand in the files; made at build time.
#pragma once

namespace tacitus {

extern const char* const k_actors_countries_tsv;
extern const char* const k_actors_regions_tsv;
extern const char* const k_actors_cities_tsv;
extern const char* const k_actors_bodies_tsv;
extern const char* const k_actors_companies_tsv;
extern const char* const k_actors_metonyms_tsv;
extern const char* const k_actors_leaders_tsv;
extern const char* const k_actors_signs_tsv;
extern const char* const k_actors_unbound_tsv;
extern const char* const k_actors_belonging_tsv;
extern const char* const k_people_tsv;
extern const char* const k_organizations_tsv;
extern const char* const k_speech_tsv;
extern const char* const k_first_names_tsv;
extern const char* const k_word_kinds_tsv;
extern const char* const k_plover_roots_tsv;
extern const char* const k_plover_modes_tsv;
extern const char* const k_plover_contexts_tsv;
extern const char* const k_plover_cameo_tsv;
extern const char* const k_plover_verbs_tsv;
extern const char* const k_plover_nouns_tsv;
extern const char* const k_plover_classes_tsv;
extern const char* const k_plover_carriers_tsv;
extern const char* const k_plover_topics_tsv;
extern const char* const k_plover_irregular_tsv;
extern const char* const k_plover_judge_tsv;
extern const char* const k_places_weights_tsv;
extern const char* const k_places_words_tsv;
extern const char* const k_stance_predicates_tsv;
extern const char* const k_stance_classes_tsv;
extern const char* const k_stance_values_tsv;
extern const char* const k_stance_nominal_tsv;
extern const char* const k_stance_weights_tsv;
extern const char* const k_issues_words_tsv;
extern const char* const k_issues_rarity_tsv;
extern const char* const k_issues_weights_tsv;

}  // namespace tacitus
