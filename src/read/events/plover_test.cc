#include "read/events/plover.h"

#include <gtest/gtest.h>

#include "read/builtin_tables.h"
#include "read/events/words.h"

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

TEST(Plover, KnowsWhatCameosCodesMean) {
  const CameoCode* arrest = Plover::builtin().cameo("173");
  ASSERT_NE(arrest, nullptr);
  EXPECT_EQ(arrest->root, Root::kCoerce);
  EXPECT_EQ(arrest->mode, "arrest");
  EXPECT_EQ(arrest->goldstein, -5.0);
  // A finer code without a line of its own means what its first three digits do.
  EXPECT_EQ(Plover::builtin().cameo("1731"), arrest);
  EXPECT_EQ(Plover::builtin().cameo("010"), nullptr);  // a statement is no event
  EXPECT_EQ(Plover::builtin().cameo("99"), nullptr);
}

TEST(Plover, HasAGeneralCodeOfTheSameRootForEachRoot) {
  for (std::size_t i = 0; i < kRoots; ++i) {
    const auto root = static_cast<Root>(i);
    const CameoCode* code = Plover::builtin().cameo(Plover::builtin().general_code(root));
    ASSERT_NE(code, nullptr) << name_of(root);
    EXPECT_EQ(code->root, root) << name_of(root);
    EXPECT_EQ(root_named(name_of(root)), root);
    const std::string_view future = Plover::builtin().future_code(root);
    if (!future.empty()) {
      EXPECT_EQ(Plover::builtin().cameo(future)->root, Root::kAgree);
    }
  }
  EXPECT_EQ(root_named("CONCEDE"), std::nullopt);
}

TEST(Plover, NamesTheLineThatItCannotRead) {
  const Result<Plover> bad = Plover::parse({"AGREE\tx\t030\t-\nHELP\tx\t070\t-\n", "", "", ""});
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.error().message, "knowledge/plover/roots.tsv:2: a root that is not known");
  const Result<Plover> mode = Plover::parse({"", "AID\tgift\n", "", "070\tAID\tloan\t-\t7.0\n"});
  EXPECT_EQ(mode.error().message, "knowledge/plover/cameo.tsv:1: no mode of the root");
}

TEST(EventWords, NamesTheLineThatItCannotRead) {
  const auto trouble = [](std::string_view verbs) {
    const Result<EventWords> words =
        EventWords::parse({verbs, "", "talks\ttalk\n", "", "", ""}, Plover::builtin());
    return words.ok() ? std::string() : words.error().message;
  };
  EXPECT_EQ(trouble("meet\tobj=talks\tCONSULT\t-\t040\n"), "");
  EXPECT_EQ(trouble("meet\tobj=walks\tCONSULT\t-\t040\n"),
            "knowledge/plover/verbs.tsv:1: no class \"walks\"");
  EXPECT_EQ(trouble("# head\nmeet\tfast\tCONSULT\t-\t040\n"),
            "knowledge/plover/verbs.tsv:2: a frame cannot have \"fast\"");
  EXPECT_EQ(trouble("meet\t-\tCONSULT\n"),
            "knowledge/plover/verbs.tsv:1: not words, frame, root, mode and code");
}

TEST(EventWords, FindFramesByAllFormsOfAVerb) {
  const EventWords& words = EventWords::builtin();
  for (const std::string_view form : {"attack", "attacks", "attacked", "attacking"}) {
    EXPECT_FALSE(words.verb_frames(form).empty()) << form;
  }
  EXPECT_TRUE(words.verb_frames("whistled").empty());
  EXPECT_FALSE(words.noun_frames("airstrikes").empty());
  EXPECT_TRUE((words.classes("negotiations") & words.class_named("talks")).any());
  EXPECT_EQ(words.carrier("planning"), Carrier::kPlanned);
  EXPECT_EQ(words.marker("might"), Carrier::kModal);
  EXPECT_EQ(words.topic("goalkeepers"), Topic::kSport);
}

}  // namespace
}  // namespace tacitus
