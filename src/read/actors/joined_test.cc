// Descriptions that a name explains only later.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

// "The NOUN said it rained."
std::string says(const std::string& adjective, const std::string& noun, const std::string& type) {
  return "The DET 3 det - s1\n" + adjective + " ADJ 3 amod " + type + " s1\n" + noun + R"( NOUN 4 nsubj - s1
    said    VERB  0 root  -        c1
    it      PRON  6 expl  -        x1
    rained  VERB  4 ccomp -        x1

)";
}

std::string named(const std::string& country, const std::string& title, const std::string& name) {
  return country + " ADJ 3 amod B-NORP\n" + title + " PROPN 3 nmod:desc -\n" + name +
         " PROPN 4 nsubj B-PERSON\nleft VERB 0 root -\n\n";
}

TEST(Joined, TheMinisterIsWhoIsNamedAsOneLater) {
  const Record record = MadeDocument(says("Turkish", "minister", "B-NORP") +
                                     named("Turkish", "Minister", "Weber")).read();
  EXPECT_EQ(speakers_of(record), Words{"Weber"});
  EXPECT_EQ(meant_by(record, "The Turkish minister"), "Weber");
  EXPECT_EQ(actor_named(record, "Turkish minister").name, "");
}

TEST(Joined, OfTwoMinistersNeitherIsGuessed) {
  const Record record = MadeDocument(says("weary", "minister", "-") +
                                     named("Turkish", "Minister", "Weber") +
                                     named("Polish", "Minister", "Braun")).read();
  EXPECT_EQ(speakers_of(record), Words{"weary minister"});
}

TEST(Joined, AnotherCountrysMinisterIsSomebodyElse) {
  const Record record = MadeDocument(says("Polish", "minister", "B-NORP") +
                                     named("Turkish", "Minister", "Weber")).read();
  EXPECT_EQ(speakers_of(record), Words{"Polish minister"});
}

TEST(Joined, AMinisterOfWhomNothingIsKnownStaysOne) {
  const Record record = MadeDocument(R"(
    A       DET   2 det       -        s1
    minister NOUN 3 nsubj     -        s1
    said    VERB  0 root      -        c1
    it      PRON  5 expl      -        x1
    rained  VERB  3 ccomp     -        x1

)" + named("Turkish", "Minister", "Weber")).read();
  EXPECT_EQ(speakers_of(record), Words{"a minister"});
}

// A headline leaves the article out and comes before the name.
TEST(Joined, WhomAHeadlineDescribesIsWhoIsNamedBelow) {
  const Record record = MadeDocument(R"(
    Visit     NOUN  0 root      -
    not       PART  5 advmod    -
    on        ADP   5 case      -
    president NOUN  5 nmod:poss -
    schedule  NOUN  1 nmod      -
    #body
    President PROPN 3 compound  -
    Ola       PROPN 3 compound  B-PERSON
    Weber     PROPN 4 nsubj     I-PERSON
    left      VERB  0 root      -)").read();
  EXPECT_EQ(names_of(record), Words{"Ola Weber"});
  EXPECT_EQ(meant_by(record, "president"), "Ola Weber");
}

// "The Ferris Board's spokesman said it rained.", and who speaks next, of whom `role` is told.
std::string spokesman(const std::string& noun, const std::string& role) {
  return R"(
    Ferris    PROPN 2 compound  B-ORG s1 O1
    Board     PROPN 4 nmod:poss I-ORG s1
    ~'s       PART  2 case      -     s1
)" + noun + R"( NOUN 5 nsubj - s1
    said      VERB  0 root      -     c1
    it        PRON  7 expl      -     x1
    rained    VERB  5 ccomp     -     x1

    It        PRON  2 expl      -     x2
    snowed    VERB  3 ccomp     -     x2
    told      VERB  0 root      -     c2
    Karl      PROPN 3 nsubj     B-PERSON s2
    Weber     PROPN 4 flat      I-PERSON s2
)" + role;
}

TEST(Joined, ASpokesmanIsWhoseNameComesNextWithNothingElse) {
  const Record record = MadeDocument(spokesman("spokesman", "")).read();
  EXPECT_EQ(speakers_of(record), (Words{"Karl Weber", "Karl Weber"}));
  EXPECT_EQ(actor_named(record, "Karl Weber").role, "Ferris Board's spokesman");
}

TEST(Joined, ASpokesmanIsNobodyOfWhomTheArticleTellsMore) {
  const Record baker = MadeDocument(spokesman("spokesman", R"(
    ~,        PUNCT 8 punct     -     s2
    a         DET   8 det       -     s2
    baker     NOUN  4 appos     -     s2
)")).read();
  EXPECT_EQ(speakers_of(baker).at(1), "Karl Weber");
  EXPECT_NE(speakers_of(baker).at(0), "Karl Weber");
  EXPECT_NE(speakers_of(MadeDocument(spokesman("chairman", "")).read()).at(0), "Karl Weber");
}

}  // namespace
}  // namespace tacitus
