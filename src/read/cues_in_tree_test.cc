// What hangs from a cue though the parser has it elsewhere.
#include <gtest/gtest.h>

#include "read/made_document.h"

namespace tacitus {
namespace {

std::vector<int> heads_of(std::string_view columns) {
  const MadeDocument made(columns);
  const Reading reading = made.reading();
  std::vector<int> heads;
  for (std::uint32_t t = 0; t < reading.size(); ++t) {
    heads.push_back(reading.head(t) == kNone ? 0 : static_cast<int>(reading.head(t)) + 1);
  }
  return heads;
}

TEST(CuesInTree, HoldWhatStandsBehindThem) {
  // "after meeting" and "Monday" hang from what is said.
  EXPECT_EQ(heads_of(R"(
    We      PRON  3 nsubj - x1
    are     AUX   3 cop   - x1
    ready   ADJ   6 ccomp - x1
    ~,      PUNCT 3 punct - -
    he      PRON  6 nsubj - s1
    said    VERB  0 root  - c1
    after   SCONJ 8 mark  - -
    meeting VERB  3 advcl - -
    her     PRON  8 obj   - -
    on      ADP   11 case - -
    Monday  PROPN 3 nmod  - -
    ~.      PUNCT 3 punct - -)"),
            (std::vector<int>{3, 3, 6, 3, 6, 0, 8, 6, 8, 11, 6, 3}));
}

TEST(CuesInTree, HoldNoWordsOfWhatIsSaidNorOfAnotherSpeaker) {
  EXPECT_EQ(heads_of(R"(
    We      PRON  3 nsubj - x1
    are     AUX   3 cop   - x1
    ready   ADJ   6 ccomp - x1
    ~,      PUNCT 3 punct - -
    he      PRON  6 nsubj - s1
    said    VERB  0 root  - c1
    to      PART  8 mark  - x1
    talk    VERB  3 xcomp - x1
    ~.      PUNCT 3 punct - -)"),
            (std::vector<int>{3, 3, 6, 3, 6, 0, 8, 3, 3}));
}

TEST(CuesInTree, LeaveATreeATreeWhereTheCueHangsFromWhatStandsBehindIt) {
  EXPECT_EQ(heads_of(R"(
    We      PRON  3 nsubj - x1
    are     AUX   3 cop   - x1
    ready   ADJ   0 root  - x1
    ~,      PUNCT 3 punct - -
    he      PRON  6 nsubj - s1
    said    VERB  7 acl   - c1
    today   NOUN  3 obl   - -
    ~.      PUNCT 3 punct - -)"),
            (std::vector<int>{3, 3, 0, 3, 6, 7, 3, 3}));
}

}  // namespace
}  // namespace tacitus
