// Appositions that the parser takes for second subjects.
#include <gtest/gtest.h>

#include "read/made_document.h"

namespace tacitus {
namespace {

// "Sweden, Norway's main ally JOINED left."
std::string left(const std::string& joined) {
  return R"(
    Sweden  PROPN 8 nsubj     B-GPE
    ~,      PUNCT 1 punct     -
    Norway  PROPN 6 nmod:poss B-GPE
    ~'s     PART  3 case      -
    main    ADJ   6 amod      -
    ally    NOUN  8 nsubj     -
)" + joined + " PUNCT 1 punct -\nleft VERB 0 root -";
}

TEST(AppositionsInTree, HangFromTheSubjectBeforeTheirComma) {
  const MadeDocument made(left("~,"));
  const Reading reading = made.reading();
  EXPECT_EQ(reading.head(5), 0u);
  EXPECT_EQ(reading.deprel(5), Deprel::kAppos);
  EXPECT_EQ(reading.head(0), 7u);
}

TEST(AppositionsInTree, EndWithAComma) {
  const MadeDocument made(left("~;"));
  const Reading reading = made.reading();
  EXPECT_EQ(reading.head(5), 7u);
  EXPECT_EQ(reading.deprel(5), Deprel::kNsubj);
}

TEST(AppositionsInTree, AreNoNames) {
  const MadeDocument made(R"(
    Sweden  PROPN 5 nsubj B-GPE
    ~,      PUNCT 1 punct -
    Norway  PROPN 5 nsubj B-GPE
    ~,      PUNCT 3 punct -
    left    VERB  0 root  -)");
  EXPECT_EQ(made.reading().head(2), 4u);
}

}  // namespace
}  // namespace tacitus
