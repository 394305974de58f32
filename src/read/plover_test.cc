#include "read/plover.h"

#include <gtest/gtest.h>

#include "read/builtin_tables.h"
#include "read/event_words.h"

namespace tacitus {
namespace {

TEST(Plover, TheTablesOfTheProjectParse) {
  const Result<Plover> parsed = Plover::parse(
      {k_plover_roots_tsv, k_plover_modes_tsv, k_plover_contexts_tsv, k_plover_cameo_tsv});
  ASSERT_TRUE(parsed.ok()) << parsed.error().message;
  const Result<EventWords> words = EventWords::parse(
      {k_plover_verbs_tsv, k_plover_nouns_tsv, k_plover_classes_tsv, k_plover_carriers_tsv,
       k_plover_topics_tsv, k_plover_irregular_tsv},
      parsed.value());
  ASSERT_TRUE(words.ok()) << words.error().message;
}

}  // namespace
}  // namespace tacitus
