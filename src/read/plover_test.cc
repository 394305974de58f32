#include "read/plover.h"

#include <gtest/gtest.h>

#include "read/builtin_tables.h"
#include "read/event_words.h"

namespace tacitus {
namespace {

TEST(Plover, TheTablesOfTheProjectParse) {
  const Result<Plover> parsed = Plover::parse(
      {k_roots_tsv, k_modes_tsv, k_contexts_tsv, k_cameo_tsv});
  ASSERT_TRUE(parsed.ok()) << parsed.error().message;
  const Result<EventWords> words = EventWords::parse(
      {k_verbs_tsv, k_nouns_tsv, k_classes_tsv, k_carriers_tsv,
       k_topics_tsv, k_irregular_tsv},
      parsed.value());
  ASSERT_TRUE(words.ok()) << words.error().message;
}

}  // namespace
}  // namespace tacitus
