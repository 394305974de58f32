// Whom sources of several words name.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

Words members_of(const Record& record, std::size_t statement) {
  Words out;
  for (const std::uint32_t actor : record.statements[statement].actors) {
    out.push_back(record.actors[actor].name);
  }
  return out;
}

constexpr const char* kTwo = R"(
    Weber   PROPN 4 nsubj B-PERSON s1
    and     CCONJ 3 cc    -        s1
    Braun   PROPN 1 conj  B-PERSON s1
    said    VERB  0 root  -        c1
    it      PRON  6 expl  -        x1
    rained  VERB  4 ccomp -        x1
    ~.      PUNCT 4 punct -        -
)";

TEST(Sources, OfSeveralNameEach) {
  const Record record = MadeDocument(kTwo).read();
  EXPECT_EQ(speakers_of(record), Words{"Weber and Braun"});
  EXPECT_EQ(members_of(record, 0), (Words{"Weber", "Braun"}));
}

TEST(Sources, OfOneHaveNoMembers) {
  const Record record = MadeDocument(R"(
    Weber   PROPN 2 nsubj B-PERSON s1
    said    VERB  0 root  -        c1
    it      PRON  4 expl  -        x1
    rained  VERB  2 ccomp -        x1)").read();
  EXPECT_TRUE(record.statements[0].actors.empty());
}

TEST(Sources, CountedAfterwardsAreTheSame) {
  const std::string two(kTwo);
  const auto then = [&](const std::string& number) {
    return MadeDocument(two + R"(
    The     DET   3 det   - s2
    )" + number + R"( NUM 3 nummod - s2
    ministers NOUN 4 nsubj - s2
    said    VERB  0 root  - c2
    it      PRON  6 expl  - x2
    snowed  VERB  4 ccomp - x2)").read();
  };
  EXPECT_EQ(members_of(then("two"), 1), (Words{"Weber", "Braun"}));
  EXPECT_EQ(members_of(then("three"), 1), Words{});
}

TEST(Sources, AreWhoseNameATitleStandsBefore) {
  // The tree takes the title, or a number, for the subject.
  EXPECT_EQ(speakers_of(MadeDocument(R"(
    Secretary NOUN  6 nsubj - s1
    of        ADP   3 case  - s1
    State     PROPN 1 nmod  B-ORG s1
    John      PROPN 6 nsubj B-PERSON s1
    Roe       PROPN 4 flat  I-PERSON s1
    said      VERB  0 root  - c1
    it        PRON  8 expl  - x1
    rained    VERB  6 ccomp - x1)").read()), Words{"John Roe"});
}

TEST(Sources, AreNotWhomTheyWorkFor) {
  const Record record = MadeDocument(R"(
    A         DET   2 det   - s1
    lawyer    NOUN  6 nsubj - s1
    for       ADP   4 case  - s1
    John      PROPN 2 nmod  B-PERSON s1
    Roe       PROPN 4 flat  I-PERSON s1
    said      VERB  0 root  - c1
    it        PRON  8 expl  - x1
    rained    VERB  6 ccomp - x1)").read();
  EXPECT_EQ(speakers_of(record), Words{"a lawyer for John Roe"});
}

TEST(Sources, AreWhoIsApposedToAGenitivesNoun) {
  // The tree hangs both nouns from the verb.
  EXPECT_EQ(speakers_of(MadeDocument(R"(
    Acme      PROPN 7 nsubj B-ORG s1
    ~'s       PART  1 case  - s1
    director  NOUN  7 nsubj - s1
    ~,        PUNCT 5 punct - s1
    Jane      PROPN 3 appos B-PERSON s1
    Roe       PROPN 5 flat  I-PERSON s1
    said      VERB  0 root  - c1
    it        PRON  9 expl  - x1
    rained    VERB  7 ccomp - x1)").read()), Words{"Jane Roe"});
}

TEST(Sources, AreWhoStandsBeforeAnAdverb) {
  EXPECT_EQ(speakers_of(MadeDocument(R"(
    Acme      PROPN 3 nsubj B-ORG s1
    today     NOUN  3 obl:unmarked - s1
    announced VERB  0 root - c1
    a         DET   5 det  - x1
    sale      NOUN  3 obj  - x1)").read()), Words{"Acme"});
}

TEST(Sources, OfDirectSpeechWithoutACueAreInTheSentenceBefore) {
  const std::string speech = R"(
    “         PUNCT 3 punct - x1
    ~It       PRON  3 expl  - x1
    rained    VERB  0 root  - x1
    ~.        PUNCT 3 punct - x1
    ~”        PUNCT 3 punct - x1)";
  const std::string one = "Roe PROPN 2 nsubj B-PERSON -\nsmiled VERB 0 root - -\n~. PUNCT 2 punct - -\n";
  const std::string two =
      "Roe PROPN 2 nsubj B-PERSON -\nsmiled VERB 0 root - -\nas SCONJ 5 mark - -\n"
      "Braun PROPN 5 nsubj B-PERSON -\nleft VERB 2 advcl - -\n~. PUNCT 2 punct - -\n";
  const Record record = MadeDocument(one + "\n" + speech).read();
  EXPECT_EQ(speakers_of(record), Words{"Roe"});
  EXPECT_TRUE(record.statements[0].source.empty());
  EXPECT_EQ(speakers_of(MadeDocument(two + "\n" + speech).read()), Words{"-"});
  EXPECT_EQ(speakers_of(MadeDocument(one + "#p\n" + speech).read()), Words{"-"});
}

TEST(Sources, BehindAnHonorificAreWhoeverTheTreeTakesForTheHead) {
  EXPECT_EQ(speakers_of(MadeDocument(R"(
    Mr.     PRON  3 nsubj -        s1
    Weber   PROPN 3 nsubj B-PERSON s1
    said    VERB  0 root  -        c1
    it      PRON  5 expl  -        x1
    rained  VERB  3 ccomp -        x1)").read()), Words{"Weber"});
}

TEST(Sources, InFrontOfAnAppositionAreTheName) {
  EXPECT_EQ(speakers_of(MadeDocument(R"(
    Weber   PROPN 4 nsubj B-PERSON s1
    ~,      PUNCT 4 punct -        s1
    the     DET   4 det   -        s1
    half    NOUN  8 nsubj -        s1
    of      ADP   6 case  -        s1
    Acme    PROPN 4 nmod  B-ORG    s1
    ~,      PUNCT 4 punct -        s1
    said    VERB  0 root  -        c1
    it      PRON 10 expl  -        x1
    rained  VERB  8 ccomp -        x1)").read()), Words{"Weber"});
}

}  // namespace
}  // namespace tacitus
