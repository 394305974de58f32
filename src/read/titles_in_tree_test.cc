// Titles in front of names, and what hangs from which.
#include <gtest/gtest.h>

#include "read/made_document.h"

namespace tacitus {
namespace {

// Heads by line, from 1; 0 for a root.
std::vector<int> heads_of(const MadeDocument& made) {
  const Reading reading = made.reading();
  std::vector<int> heads;
  for (std::uint32_t t = 0; t < reading.size(); ++t) {
    heads.push_back(reading.head(t) == kNone ? 0 : static_cast<int>(reading.head(t)) + 1);
  }
  return heads;
}

TEST(TitlesInTree, HangFromTheNameBehindThem) {
  // "President" as a subject beside a name that hangs from the adjective.
  const MadeDocument made(R"(
    Kenyan    ADJ   2 amod  B-NORP
    President NOUN  5 nsubj -
    Allen     PROPN 1 flat  B-PERSON
    Rowe      PROPN 3 flat  I-PERSON
    left      VERB  0 root  -)");
  EXPECT_EQ(heads_of(made), (std::vector<int>{2, 3, 5, 3, 0}));
  const Reading reading = made.reading();
  EXPECT_EQ(reading.deprel(1), Deprel::kNmodDesc);
  EXPECT_EQ(reading.deprel(2), Deprel::kNsubj);
  EXPECT_EQ(reading.deprel(3), Deprel::kFlat);
}

TEST(TitlesInTree, TakeWhatHungFromThemToTheName) {
  const MadeDocument made(R"(
    President NOUN  6 nsubj -
    Allen     PROPN 6 nsubj B-PERSON
    ~,        PUNCT 4 punct -
    ill       ADJ   1 amod  -
    ~,        PUNCT 4 punct -
    left      VERB  0 root  -)");
  EXPECT_EQ(heads_of(made), (std::vector<int>{2, 6, 4, 2, 4, 0}));
}

TEST(TitlesInTree, OfAnotherStayWhereTheyAre) {
  // Roe lied, not the judge.
  const MadeDocument told(R"(
    told   VERB  0 root  -
    the    DET   3 det   -
    judge  NOUN  1 obj   -
    Roe    PROPN 5 nsubj B-PERSON
    lied   VERB  1 ccomp -)");
  EXPECT_EQ(heads_of(told), (std::vector<int>{0, 3, 1, 5, 1}));
  const MadeDocument plural(R"(
    told      VERB  0 root  -
    ministers NOUN  1 obj   -
    Roe       PROPN 1 obj   B-PERSON)");
  EXPECT_EQ(heads_of(plural), (std::vector<int>{0, 1, 1}));
}

TEST(TitlesInTree, MakeNoCircle) {
  const MadeDocument made(R"(
    President NOUN  3 nsubj -
    Allen     PROPN 3 nsubj B-PERSON
    left      VERB  2 acl   -)");
  const Reading reading = made.reading();
  for (std::uint32_t t = 0; t < reading.size(); ++t) {
    std::uint32_t steps = 0;
    for (std::uint32_t up = t; up != kNone; up = reading.head(up)) ASSERT_LT(++steps, 10u);
  }
}

}  // namespace
}  // namespace tacitus
