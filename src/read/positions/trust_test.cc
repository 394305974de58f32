// How positions are weighed, and which are written.
#include "read/positions/trust.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "read/positions/made_positions.h"

namespace tacitus {
namespace {

constexpr std::string_view kBacking =
    "France   PROPN 2 nsubj B-GPE\n"
    "supports VERB  0 root  -\n"
    "the      DET   4 det   -\n"
    "pact     NOUN  2 obj   -\n"
    "~.       PUNCT 2 punct -\n";

TEST(PositionTrust, AddsUpTheWeightsOfWhatIsSeen) {
  const Result<PositionTrust> trust = PositionTrust::parse("# head\nbias\t-1\nrule verb\t2\nholder person\t0.5\n");
  ASSERT_TRUE(trust.ok());
  EXPECT_NEAR(trust.value().of({}), 0.269, 0.001);
  const Traits traits{"rule verb", "no such trait"};
  EXPECT_NEAR(trust.value().of(traits), 0.731, 0.001);
}

TEST(PositionTrust, SaysWhichLineIsWrong) {
  const auto error_of = [](std::string_view text) {
    const Result<PositionTrust> parsed = PositionTrust::parse(text);
    return parsed.ok() ? std::string() : parsed.error().message;
  };
  EXPECT_EQ(error_of("# head\nrule verb\n"), "knowledge/stance/weights.tsv:2: not trait and weight");
  EXPECT_NE(error_of("rule verb\tmuch\n"), "");
  EXPECT_NE(error_of("rule verb\t1\nrule verb\t2\n"), "");
}

TEST(PositionTrust, OfTheTableIsPartOfTheProgram) {
  const Traits plain{"rule verb", "stance support", "sector GOV"}, business{"rule verb", "stance support", "sector BUS"};
  EXPECT_GT(PositionTrust::builtin().of(plain), PositionTrust::builtin().of(business));
}

TEST(Positions, AreNotWrittenBelowTheBound) {
  const MadeDocument made(kBacking);
  PositionOptions options;
  options.bound = 0;
  EXPECT_EQ(positions_in(made.read(options)), Words{"France support: the pact"});
  options.bound = 1;
  const Record record = made.read(options);
  EXPECT_TRUE(record.positions.empty());
  EXPECT_EQ(record.actors.size(), 1U);
}

TEST(Positions, ShowWhatIsSeenOfThem) {
  const MadeDocument made(kBacking);
  std::vector<PositionOptions::Seen> seen;
  PositionOptions options;
  options.bound = 0;
  options.seen = &seen;
  made.read(options);
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].trigger, 1U);
  for (const char* trait : {"rule verb", "word supports", "holder country", "in narration", "issue head noun",
                            "holder stands close", "matter plan"}) {
    EXPECT_NE(std::find(seen[0].traits.begin(), seen[0].traits.end(), trait), seen[0].traits.end()) << trait;
  }
}

}  // namespace
}  // namespace tacitus
