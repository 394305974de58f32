// Whom a pronoun means of those who were mentioned last.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

std::string speaker_of(const std::string& columns, std::size_t statement) {
  const Words speakers = speakers_of(MadeDocument(columns).read());
  return statement < speakers.size() ? speakers[statement] : "no such statement";
}

const std::string kBraunSpeaks = R"(
    Braun   PROPN 2 nsubj B-PERSON s1 P1
    said    VERB  0 root  -        c1
    it      PRON  4 expl  -        x1
    rained  VERB  2 ccomp -        x1

)";
const std::string kWeberSpeaks = R"(
    Weber   PROPN 2 nsubj B-PERSON s2 P2
    said    VERB  0 root  -        c2
    it      PRON  4 expl  -        x2
    froze   VERB  2 ccomp -        x2

)";

TEST(Recent, WhoSpokeJustNowGoesBeforeTheChain) {
  EXPECT_EQ(speaker_of(kBraunSpeaks + kWeberSpeaks + R"(
    He      PRON  2 nsubj -        s3 P1
    added   VERB  0 root  -        c3
    it      PRON  4 expl  -        x3
    snowed  VERB  2 ccomp -        x3)", 2), "Weber");
}

TEST(Recent, WhoSpokeLastIsReckonedByWhereHisWordsEnd) {
  const std::string weber_goes_on = R"(
    “       PUNCT 3 punct -        x2
    It      PRON  3 expl  -        x2
    froze   VERB  5 ccomp -        x2
    ~”      PUNCT 3 punct -        x2
    Weber   PROPN 6 nsubj B-PERSON s2 P2
    said    VERB  0 root  -        c2
    ~.      PUNCT 6 punct -        -

    “       PUNCT 3 punct -        x2
    It      PRON  3 expl  -        x2
    thawed  VERB  0 root  -        x2
    ~.      PUNCT 3 punct -        x2
    ~”      PUNCT 3 punct -        x2

)";
  EXPECT_EQ(speaker_of(kBraunSpeaks + weber_goes_on + R"(
    He      PRON  2 nsubj -        s3 P1
    added   VERB  0 root  -        c3
    it      PRON  4 expl  -        x3
    snowed  VERB  2 ccomp -        x3)", 2), "Weber");
}

TEST(Recent, TheSubjectOfTheClauseAboveGoesBeforeTheLastSpeaker) {
  EXPECT_EQ(speaker_of(kBraunSpeaks + R"(
    Weber   PROPN 2 nsubj B-PERSON -
    left    VERB  0 root  -        -
    though  SCONJ 5 mark  -        -
    he      PRON  5 nsubj -        s2
    said    VERB  2 advcl -        c2
    it      PRON  7 expl  -        x2
    snowed  VERB  5 ccomp -        x2)", 1), "Weber");
}

TEST(Recent, NobodyIsTheHeOfHisOwnQuotation) {
  const MadeDocument made(R"(
    Weber   PROPN 2 nsubj B-PERSON -
    met     VERB  0 root  -        -
    Karl    PROPN 4 flat  B-PERSON -
    Braun   PROPN 2 obj   I-PERSON -

    Weber   PROPN 2 nsubj B-PERSON s1 P1
    said    VERB  0 root  -        c1
    ~:      PUNCT 2 punct -        -
    “       PUNCT 6 punct -        x1
    ~He     PRON  6 nsubj -        x1 P1
    agreed  VERB  2 ccomp -        x1
    ~.      PUNCT 6 punct -        x1
    ~”      PUNCT 6 punct -        x1)");
  EXPECT_EQ(meant_by(made.read(), "He"), "Karl Braun");
}

constexpr std::string_view kAnnaHasLeft = R"(
    Karl    PROPN 2 flat  B-PERSON - P1
    Braun   PROPN 3 nsubj I-PERSON - -
    met     VERB  0 root  -        - -
    Anna    PROPN 5 flat  B-PERSON - P2
    Weber   PROPN 3 obj   I-PERSON - -

)";

TEST(Recent, AKnownGenderTellsWhereTheChainCannotBe) {
  EXPECT_EQ(meant_by(MadeDocument(std::string(kAnnaHasLeft) + "She PRON 2 nsubj - - P1\nleft VERB 0 root").read(),
                     "She"),
            "Anna Weber");
  // But nothing is guessed against a chain that can be.
  EXPECT_EQ(meant_by(MadeDocument(std::string(kAnnaHasLeft) + "He PRON 2 nsubj - - P1\nleft VERB 0 root").read(),
                     "He"),
            "Karl Braun");
}

TEST(Recent, AChainIsTornWhereItGoesFromHeToShe) {
  // "It" is no person's, and "he" is not led past it to Weber.
  const auto meant = [](const std::string& between) {
    return meant_by(MadeDocument("Weber PROPN 2 nsubj B-PERSON - P1\nleft VERB 0 root - - -\n\n" + between +
                                 " PRON 2 nsubj - - P1\nfell VERB 0 root - - -\n\n"
                                 "He PRON 2 nsubj - - P1\nwoke VERB 0 root - - -\n").read(),
                    "He");
  };
  EXPECT_EQ(meant("He"), "Weber");
  EXPECT_EQ(meant("It"), "not mentioned");
  EXPECT_EQ(meant("Dust"), "not mentioned");
}

TEST(Recent, SheIsMetWhereTheModelOverlooksHer) {
  EXPECT_EQ(meant_by(MadeDocument(std::string(kAnnaHasLeft) + "She PRON 2 nsubj - - -\nleft VERB 0 root").read(),
                     "She"),
            "Anna Weber");
  EXPECT_EQ(meant_by(MadeDocument(std::string(kAnnaHasLeft) + "It PRON 2 nsubj - - -\nrained VERB 0 root").read(),
                     "It"),
            "not mentioned");
}

const std::string kBoth = R"(
    Weber   PROPN 4 nsubj B-PERSON - -
    and     CCONJ 3 cc    -        - -
    Braun   PROPN 1 conj  B-PERSON - -
    met     VERB  0 root  -        - -

)";
const std::string kTheySay = R"(
    They    PRON  2 nsubj -        s1 P0
    said    VERB  0 root  -        c1
    it      PRON  4 expl  -        x1
    snowed  VERB  2 ccomp -        x1)";

TEST(Recent, TheyAreTwoWhoWereNamedTogether) {
  const Record record = MadeDocument(kBoth + kTheySay).read();
  EXPECT_EQ(speakers_of(record), Words{"Weber and Braun"});
  EXPECT_EQ(record.statements.at(0).actors.size(), 2u);
}

TEST(Recent, TheyAreTheGroupThatWasNamedSince) {
  EXPECT_EQ(speakers_of(MadeDocument(kBoth + R"(
    Two        NUM  2 nummod
    officials  NOUN 3 nsubj - - P0
    left       VERB 0 root

)" + kTheySay).read()), Words{"Two officials"});
}

}  // namespace
}  // namespace tacitus
