// Words and tree of an article, whatever the model says of them.
#include "read/reading.h"

#include <gtest/gtest.h>

#include <random>

#include "read/made_document.h"

namespace tacitus {
namespace {

TEST(PlainText, IsSmallWithoutAccentsAndWithStraightApostrophes) {
  EXPECT_EQ(plain_text("Élysée"), "elysee");
  EXPECT_EQ(plain_text("O’Neill"), "o'neill");
  EXPECT_EQ(plain_text("ŁÓDŹ"), plain_text("łódź"));
  EXPECT_EQ(plain_text(""), "");
}

TEST(EvenText, HasSingleSpacesAndNoneAtItsEnds) {
  EXPECT_EQ(even_text("  prime \n\t minister\u00A0of  "), "prime minister of");
  EXPECT_EQ(even_text("the ‘Quai d’Orsay’"), "the 'Quai d'Orsay'");
  EXPECT_EQ(even_text(" \n"), "");
}

constexpr std::string_view kSentence = R"(
    The         DET   3 det
    Turkish     ADJ   3 amod
    minister    NOUN  8 nsubj
    of          ADP   5 case
    justice     NOUN  3 nmod
    ~,          PUNCT 7 punct
    Weber       PROPN 3 appos
    spoke       VERB  0 root
    ~.          PUNCT 8 punct)";

TEST(Reading, KnowsTheTokensBelowAToken) {
  const MadeDocument made(kSentence);
  const Reading reading = made.reading();
  EXPECT_EQ(reading.subtree(2), (Range{0, 7}));
  EXPECT_EQ(reading.nominal(2), (Range{0, 5}));  // without the apposition
  EXPECT_EQ(reading.head(2), 7u);
  EXPECT_EQ(reading.head(7), kNone);
  EXPECT_EQ(reading.child(2, Deprel::kAmod), 1u);
  EXPECT_EQ(reading.child(2, Deprel::kObj), kNone);
}

TEST(Reading, FindsTheHeadOfARange) {
  const MadeDocument made(kSentence);
  const Reading reading = made.reading();
  EXPECT_EQ(reading.head_of({0, 5}), 2u);
  EXPECT_EQ(reading.head_of({3, 5}), 4u);
  EXPECT_EQ(reading.head_of({5, 6}), 5u);
}

TEST(Reading, GivesPhrasesInTheFormOfTheTables) {
  const MadeDocument made(kSentence);
  const Reading reading = made.reading();
  EXPECT_EQ(reading.phrase({0, 3}), "The Turkish minister");
  EXPECT_EQ(reading.plain_phrase({1, 5}), "turkish minister of justice");
  EXPECT_EQ(reading.phrase({3, 3}), "");
  EXPECT_EQ(reading.trimmed({5, 9}), (Range{6, 8}));
  EXPECT_EQ(reading.trimmed({5, 6}), (Range{5, 6}));
}

TEST(Reading, FindsTokensAndSentencesByTheirBytes) {
  const MadeDocument made("Go VERB 0 root\n~. PUNCT 1 punct\n\nStay VERB 0 root");
  const Reading reading = made.reading();
  ASSERT_EQ(made.text(), "Go. Stay");
  EXPECT_EQ(reading.token_at(0), 0u);
  EXPECT_EQ(reading.token_at(2), 1u);
  EXPECT_EQ(reading.token_at(3), 2u);
  EXPECT_EQ(reading.token_at(8), reading.size());
  EXPECT_EQ(reading.sentence_at(2), 0u);
  EXPECT_EQ(reading.sentence_at(3), 0u);  // the space between them
  EXPECT_EQ(reading.sentence_at(4), 1u);
}

TEST(Reading, MakesRootsOfTokensWhoseHeadsLeadNowhere) {
  // A circle of three, a head of its own, one in the next sentence, one outside of the text.
  MadeDocument made(R"(
    a  X 2 dep
    b  X 3 dep
    c  X 1 dep
    d  X 4 dep
    e  X 6 dep
    f  X 0 root

    g  X 0 root)");
  made.document().tokens[4].head = 6;
  made.document().tokens[5].head = 1000;
  const Reading reading = made.reading();
  EXPECT_EQ(reading.head(0), 1u);
  EXPECT_EQ(reading.head(1), 2u);
  EXPECT_EQ(reading.head(2), kNone);
  for (std::uint32_t t = 3; t < 7; ++t) EXPECT_EQ(reading.head(t), kNone) << t;
}

TEST(Reading, OfRandomHeadsIsAForest) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string columns;
    const std::uint32_t size = 1 + random() % 40;
    for (std::uint32_t t = 0; t < size; ++t) {
      columns += "w NOUN 0 " + made_deprels()[random() % made_deprels().size()] + "\n";
      if (random() % 7 == 0) columns += "\n";
    }
    MadeDocument made(columns);
    for (Token& token : made.document().tokens) token.head = random() % (size + 3);
    const Reading reading = made.reading();
    std::uint32_t children = 0, roots = 0;
    for (std::uint32_t t = 0; t < size; ++t) {
      std::uint32_t steps = 0;
      for (std::uint32_t up = t; up != kNone; up = reading.head(up)) {
        ASSERT_EQ(reading.sentence(up), reading.sentence(t));
        ASSERT_LE(++steps, size) << "a circle";
      }
      roots += reading.head(t) == kNone;
      std::uint32_t last = 0;
      for (std::uint32_t c = reading.first_child(t); c != kNone; c = reading.next_sibling(c)) {
        ASSERT_EQ(reading.head(c), t);
        ASSERT_GE(c, last);
        ASSERT_TRUE(reading.subtree(t).contains(reading.subtree(c)));
        last = c;
        ++children;
      }
      ASSERT_TRUE(reading.nominal(t).has(t));
      ASSERT_TRUE(reading.subtree(t).contains(reading.nominal(t)));
    }
    ASSERT_EQ(children + roots, size);
  }
}

TEST(Names, TakeLabelsThatAreNotKnownAsOthers) {
  const Names names({"NOUN", "what"}, {"acl:relcl", "nmod:agent", "strange", "goeswith"});
  EXPECT_EQ(names.upos(0), Upos::kNoun);
  EXPECT_EQ(names.upos(1), Upos::kX);
  EXPECT_EQ(names.upos(255), Upos::kX);
  EXPECT_EQ(names.deprel(0), Deprel::kRelcl);
  EXPECT_EQ(names.deprel(1), Deprel::kNmod);  // a subtype that no rule asks for
  EXPECT_EQ(names.deprel(2), Deprel::kOther);
  EXPECT_EQ(names.deprel(3), Deprel::kFixed);
  EXPECT_EQ(names.deprel(255), Deprel::kOther);
}

}  // namespace
}  // namespace tacitus
