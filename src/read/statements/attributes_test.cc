// How statements are made: denials, refusals, doubt, hearers and what they answer.
#include "read/statements/attributes.h"

#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

// The only statement of a document.
struct Said {
  explicit Said(std::string_view columns) : record(MadeDocument(columns).read()) {
    EXPECT_EQ(record.statements.size(), 1u);
    if (record.statements.empty()) return;
    const Statement& statement = record.statements[0];
    polarity = statement.polarity.value_or("-");
    certainty = statement.certainty.value_or("-");
    addressee = words_of(record, statement.addressee);
    about = words_of(record, statement.about);
  }

  Record record;
  std::string polarity, certainty, addressee, about;
};

// "Weber CUE it rained.", the verb being the cue's last token unless lines say otherwise.
std::string weber(const std::string& verb) {
  return "Weber PROPN 2 nsubj B-PERSON s1\n" + verb + R"( VERB 0 root - c1
    it      PRON 4 expl  - x1
    rained  VERB 2 ccomp - x1
    ~.      PUNCT 2 punct - -)";
}

TEST(Polarity, OfPlainSayingIsLeftOut) {
  const Said said(weber("said"));
  EXPECT_EQ(said.polarity, "-");
  EXPECT_EQ(said.certainty, "-");
  EXPECT_EQ(said.addressee, "");
  EXPECT_EQ(said.about, "");
}

TEST(Polarity, OfDenyingDenies) {
  EXPECT_EQ(Said(weber("denied")).polarity, "denies");
  EXPECT_EQ(Said(weber("refuted")).polarity, "denies");
}

TEST(Polarity, OfRejectingDeniesOnlyAClaim) {
  const auto rejected = [](const std::string& what) {
    return Said("Weber PROPN 2 nsubj B-PERSON s1\nrejected VERB 0 root - c1\nthe DET 4 det - x1\n" +
                what + " NOUN 2 obj - x1").polarity;
  };
  EXPECT_EQ(rejected("allegations"), "denies");
  EXPECT_EQ(rejected("offer"), "-");
}

TEST(Polarity, OfDenyingIsTurnedByNot) {
  EXPECT_EQ(Said(R"(
    Weber   PROPN 4 nsubj  B-PERSON s1
    did     AUX   4 aux    - c1
    not     PART  4 advmod - c1
    deny    VERB  0 root   - c1
    it      PRON  6 expl   - x1
    rained  VERB  4 ccomp  - x1)").polarity, "-");
}

TEST(Polarity, OfDecliningToCommentRefuses) {
  EXPECT_EQ(Said(R"(
    Weber    PROPN 2 nsubj  B-PERSON s1
    declined VERB  0 root   - c1
    to       PART  4 mark   - c1
    comment  VERB  2 xcomp  - c1
    on       ADP   7 case   - x1
    the      DET   7 det    - x1
    deal     NOUN  4 obl    - x1)").polarity, "refuses");
  EXPECT_EQ(Said(R"(
    Weber    PROPN 2 nsubj  B-PERSON s1
    refused  VERB  0 root   - c1
    to       PART  4 mark   - x1
    leave    VERB  2 xcomp  - x1)").polarity, "refuses");
}

TEST(Polarity, OfNotCommentingRefusesWhereverTheNotStands) {
  EXPECT_EQ(Said(R"(
    Weber    PROPN 4 nsubj  B-PERSON s1
    would    AUX   4 aux    - c1
    not      PART  4 advmod - c1
    comment  VERB  0 root   - c1
    on       ADP   6 case   - x1
    talks    NOUN  4 obl    - x1)").polarity, "refuses");
  EXPECT_EQ(Said(R"(
    Weber    PROPN 4 nsubj  B-PERSON s1
    would    AUX   4 aux    - -
    n't      PART  4 advmod - -
    comment  VERB  0 root   - c1
    on       ADP   6 case   - x1
    talks    NOUN  4 obl    - x1)").polarity, "refuses");
}

TEST(Certainty, OfClaimingIsAlleged) {
  EXPECT_EQ(Said(weber("claimed")).certainty, "alleged");
  EXPECT_EQ(Said(weber("alleged")).certainty, "alleged");
}

TEST(Certainty, BesideReportedlyIsAlleged) {
  EXPECT_EQ(Said(R"(
    Weber      PROPN 3 nsubj  B-PERSON s1
    reportedly ADV   3 advmod - -
    said       VERB  0 root   - c1
    it         PRON  5 expl   - x1
    rained     VERB  3 ccomp  - x1)").certainty, "alleged");
}

TEST(Certainty, OfWhatMayBeSaidIsPossible) {
  EXPECT_EQ(Said(R"(
    Weber   PROPN 3 nsubj  B-PERSON s1
    may     AUX   3 aux    - -
    say     VERB  0 root   - c1
    it      PRON  5 expl   - x1
    rained  VERB  3 ccomp  - x1)").certainty, "possible");
  // The month is no modal.
  EXPECT_EQ(Said(R"(
    Weber   PROPN 2 nsubj  B-PERSON s1
    said    VERB  0 root   - c1
    May     PROPN 2 obl    - c1
    it      PRON  5 expl   - x1
    rained  VERB  2 ccomp  - x1)").certainty, "-");
}

TEST(Certainty, IsNotThatOfTheContent) {
  EXPECT_EQ(Said(R"(
    Weber   PROPN 2 nsubj  B-PERSON s1
    said    VERB  0 root   - c1
    it      PRON  5 expl   - x1
    may     AUX   5 aux    - x1
    rain    VERB  2 ccomp  - x1)").certainty, "-");
}

TEST(Addressee, IsWhomOneTells) {
  const std::string tail = R"(
    state      NOUN  4 compound - -
    reporters  NOUN  2 obj      - -
    it         PRON  6 expl     - x1
    rained     VERB  2 ccomp    - x1)";
  EXPECT_EQ(Said("Weber PROPN 2 nsubj B-PERSON s1\ntold VERB 0 root - c1" + tail).addressee,
            "state reporters");
  EXPECT_EQ(Said("Weber PROPN 2 nsubj B-PERSON s1\nbought VERB 0 root - c1" + tail).addressee, "");
}

TEST(Addressee, MayStandInsideTheCue) {
  EXPECT_EQ(Said(R"(
    Weber     PROPN 2 nsubj B-PERSON s1
    told      VERB  0 root  - c1
    reporters NOUN  2 obj   - c1
    it        PRON  5 expl  - x1
    rained    VERB  2 ccomp - x1)").addressee, "reporters");
}

TEST(Addressee, IsWhomOneSpeaksTo) {
  const auto said = [](const std::string& preposition) {
    return Said("Weber PROPN 2 nsubj B-PERSON s1\nsaid VERB 0 root - c1\n" + preposition +
                " ADP 4 case - -\nBraun PROPN 2 obl B-PERSON -\nit PRON 6 expl - x1\n"
                "rained VERB 2 ccomp - x1").addressee;
  };
  EXPECT_EQ(said("to"), "Braun");
  EXPECT_EQ(said("on"), "");
}

TEST(Addressee, IsWhomALetterOrInterviewIsFor) {
  const auto in_a = [](const std::string& thing, const std::string& preposition) {
    return Said("Weber PROPN 2 nsubj B-PERSON s1\nsaid VERB 0 root - c1\nin ADP 5 case - -\n"
                "a DET 5 det - -\n" + thing + " NOUN 2 obl - -\n" + preposition +
                " ADP 8 case - -\nthe DET 8 det - -\ncouncil NOUN 5 nmod - -\n"
                "it PRON 10 expl - x1\nrained VERB 2 ccomp - x1").addressee;
  };
  EXPECT_EQ(in_a("letter", "to"), "the council");
  EXPECT_EQ(in_a("interview", "with"), "the council");
  EXPECT_EQ(in_a("letter", "about"), "");
  EXPECT_EQ(in_a("town", "with"), "");
}

TEST(Addressee, IsNoPartOfTheContent) {
  EXPECT_EQ(Said(R"(
    Weber   PROPN 2 nsubj B-PERSON s1
    told    VERB  0 root  - c1
    the     DET   4 det   - x1
    truth   NOUN  2 obj   - x1)").addressee, "");
}

TEST(About, IsWhatOneIsAskedAbout) {
  EXPECT_EQ(Said(R"(
    Asked   VERB  7 advcl - -
    about   ADP   4 case  - -
    the     DET   4 det   - -
    tariffs NOUN  1 obl   - -
    ~,      PUNCT 1 punct - -
    Weber   PROPN 7 nsubj B-PERSON s1
    said    VERB  0 root  - c1
    it      PRON  9 expl  - x1
    rained  VERB  7 ccomp - x1)").about, "the tariffs");
}

TEST(About, IsTheQuestionBehindIf) {
  EXPECT_EQ(Said(R"(
    When    ADV   2 advmod - -
    asked   VERB  8 advcl  - -
    if      SCONJ 5 mark   - -
    he      PRON  5 nsubj  - -
    stays   VERB  2 advcl  - -
    ~,      PUNCT 2 punct  - -
    Weber   PROPN 8 nsubj  B-PERSON s1
    said    VERB  0 root   - c1
    it      PRON  10 expl  - x1
    rained  VERB  8 ccomp  - x1)").about, "he stays");
}

TEST(About, IsFoundInFrontWhateverTheTreeSays) {
  EXPECT_EQ(Said(R"(
    Asked   VERB  0 root  - -
    about   ADP   3 case  - -
    tariffs NOUN  1 obl   - -
    ~,      PUNCT 1 punct - -
    Weber   PROPN 6 nsubj B-PERSON s1
    said    VERB  1 dep   - c1
    it      PRON  8 expl  - x1
    rained  VERB  6 ccomp - x1)").about, "tariffs");
}

TEST(About, IsNothingWhereTheQuestionIsPartOfTheContent) {
  EXPECT_EQ(Said(R"(
    Weber   PROPN 2 nsubj B-PERSON s1
    said    VERB  0 root  - c1
    he      PRON  4 nsubj - x1
    left    VERB  2 ccomp - x1
    when    ADV   6 advmod - x1
    asked   VERB  4 advcl - x1
    about   ADP   8 case  - x1
    money   NOUN  6 obl   - x1)").about, "");
}

}  // namespace
}  // namespace tacitus
