#include "read/positions/positions.h"

#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/positions/made_positions.h"
#include "read/random_document.h"

namespace tacitus {
namespace {

TEST(Positions, TakeWhatAVerbIsFor) {
  EXPECT_EQ(told_by("France   PROPN 2 nsubj B-GPE\n"
                    "supports VERB  0 root  -\n"
                    "the      DET   4 det   -\n"
                    "pact     NOUN  2 obj   -\n"
                    "with     ADP   6 case  -\n"
                    "Spain    PROPN 4 nmod  B-GPE\n"
                    "~.       PUNCT 2 punct -\n"),
            Words{"France support: the pact with Spain"});
}

TEST(Positions, AreOfWhoSeesSomethingAsBad) {
  EXPECT_EQ(told_by("Serbia PROPN 2 nsubj B-GPE\n"
                    "sees   VERB  0 root  -\n"
                    "Kosovo PROPN 5 nmod:poss B-GPE\n"
                    "~'s    PART  3 case  -\n"
                    "bid    NOUN  2 obj   -\n"
                    "for    ADP   9 case  -\n"
                    "a      DET   9 det   -\n"
                    "UN     PROPN 9 compound B-ORG\n"
                    "seat   NOUN  5 nmod  -\n"
                    "as     ADP   12 case -\n"
                    "a      DET   12 det  -\n"
                    "danger NOUN  2 obl   -\n"),
            Words{"Serbia oppose: Kosovo's bid for a UN seat"});
}

TEST(Positions, RefuseAllThatIsShortOfWhatIsWanted) {
  const std::string_view kSaid =
      "The       DET  2 det   -   s1\n"
      "ministry  NOUN 3 nsubj -   s1 O1\n"
      "said      VERB 0 root  -   c1\n"
      "it        PRON 6 nsubj -   x1 O1\n"
      "would     AUX  6 aux   -   x1\n"
      "settle    VERB 3 ccomp -   x1\n"
      "for       ADP  8 case  -   x1\n"
      "nothing   PRON 6 obl   -   x1\n"
      "short     ADJ  8 amod  -   x1\n"
      "of        ADP  12 case -   x1\n"
      "full      ADJ  12 amod -   x1\n"
      "accession NOUN 9 obl   -   x1\n"
      "to        ADP  15 case -   x1\n"
      "the       DET  15 det  -   x1\n"
      "EU        PROPN 12 nmod B-ORG x1\n";
  EXPECT_EQ(told_by(kSaid),
            (Words{"ministry reject: anything short of full accession to the EU",
                   "ministry support: full accession to the EU"}));
}

TEST(Positions, RefuseAllThatIsLessHoweverTheTreeHangsIt) {
  const std::string_view kAccepts =
      "Ankara     PROPN 2 nsubj B-GPE\n"
      "accepts    VERB  0 root  -\n"
      "nothing    PRON  4 nsubj -\n"
      "less       ADJ   2 obj   -\n"
      "than       ADP   7 case  -\n"
      "full       ADJ   7 amod  -\n"
      "membership NOUN  4 obl   -\n";
  EXPECT_EQ(told_by(kAccepts), (Words{"Ankara reject: anything less than full membership",
                                           "Ankara support: full membership"}));
}

TEST(Positions, NameWhomSomebodyMeetsNotWhatHeIsToHim) {
  EXPECT_EQ(told_by("Lula        PROPN 3 nsubj B-PERSON\n"
                    "is          AUX   3 cop   -\n"
                    "ready       ADJ   0 root  -\n"
                    "to          PART  5 mark  -\n"
                    "meet        VERB  3 xcomp -\n"
                    "his         PRON  7 nmod:poss -\n"
                    "counterpart NOUN  5 obj   -\n"
                    "Javier      PROPN 7 appos B-PERSON\n"
                    "Milei       PROPN 8 flat  I-PERSON\n"),
            Words{"Lula open: a meeting with Javier Milei"});
}

TEST(Positions, AskForWhatSomebodyElseIsToDo) {
  EXPECT_EQ(told_by("France PROPN 2 nsubj B-GPE\n"
                    "called VERB  0 root  -\n"
                    "for    ADP   4 case  -\n"
                    "Spain  PROPN 2 obl   B-GPE\n"
                    "to     PART  6 mark  -\n"
                    "leave  VERB  2 xcomp -\n"
                    "the    DET   8 det   -\n"
                    "pact   NOUN  6 obj   -\n"),
            Words{"France demand: Spain leaving the pact"});
}

TEST(Positions, AreOfEachNameThatIsCriticised) {
  EXPECT_EQ(told_by("France     PROPN 2 nsubj B-GPE\n"
                    "criticised VERB  0 root  -\n"
                    "Spain      PROPN 2 obj   B-GPE\n"
                    "and        CCONJ 5 cc    -\n"
                    "Italy      PROPN 3 conj  B-GPE\n"),
            (Words{"France oppose: Spain", "France oppose: Italy"}));
}

TEST(Positions, AreNotTakenOfWhatIsOnlyKeptFromReportersOrTold) {
  EXPECT_EQ(told_by("France   PROPN 2 nsubj B-GPE\n"
                    "declined VERB  0 root  -\n"
                    "to       PART  4 mark  -\n"
                    "comment  VERB  2 xcomp -\n"
                    "on       ADP   7 case  -\n"
                    "the      DET   7 det   -\n"
                    "pact     NOUN  4 obl   -\n"),
            Words{});
  EXPECT_EQ(told_by("France      PROPN 2 nsubj B-GPE\n"
                    "offered     VERB  0 root  -\n"
                    "an          DET   4 det   -\n"
                    "explanation NOUN  2 obj   -\n"),
            Words{});
}

TEST(Positions, AreOfWhomSomethingAngers) {
  EXPECT_EQ(told_by("The     DET   2 det   -\n"
                    "scheme  NOUN  3 nsubj -\n"
                    "angered VERB  0 root  -\n"
                    "France  PROPN 3 obj   B-GPE\n"),
            Words{"France oppose: the scheme"});
}

TEST(Positions, AreOpenToTalksWhereSomebodyIsPreparedToTalk) {
  EXPECT_EQ(told_by("Lula     PROPN 3 nsubj B-PERSON\n"
                    "is       AUX   3 cop   -\n"
                    "prepared ADJ   0 root  -\n"
                    "to       PART  5 mark  -\n"
                    "talk     VERB  3 xcomp -\n"
                    "to       ADP   7 case  -\n"
                    "Milei    PROPN 5 obl   B-PERSON\n"),
            Words{"Lula open: talks with Milei"});
}

TEST(Positions, AreOfWhoSpeaksInDefenceOfSomething) {
  EXPECT_EQ(told_by("Macron  PROPN 2 nsubj B-PERSON\n"
                    "gave    VERB  0 root  -\n"
                    "a       DET   4 det   -\n"
                    "speech  NOUN  2 obj   -\n"
                    "in      ADP   6 case  -\n"
                    "defence NOUN  4 nmod  -\n"
                    "of      ADP   8 case  -\n"
                    "Armenia PROPN 6 nmod  B-GPE\n"),
            Words{"Macron support: Armenia"});
}

TEST(Positions, TurnWhereTheyAreDenied) {
  const auto with = [](std::string_view verb) {
    return told_by("France PROPN 4 nsubj B-GPE\n"
                   "does   AUX   4 aux   -\n"
                   "not    PART  4 advmod -\n" +
                   std::string(verb) +
                   " VERB 0 root  -\n"
                   "the    DET   6 det   -\n"
                   "treaty NOUN  4 obj   -\n");
  };
  EXPECT_EQ(with("support"), Words{"France oppose: the treaty"});
  EXPECT_EQ(with("oppose"), Words{"France accept: the treaty"});
  EXPECT_EQ(with("accept"), Words{"France reject: the treaty"});
  EXPECT_EQ(with("condemn"), Words{});  // silence is no support
}

TEST(Positions, AreNotTakenOfWhatMayBe) {
  EXPECT_EQ(told_by("France  PROPN 3 nsubj B-GPE\n"
                    "might   AUX   3 aux   -\n"
                    "support VERB  0 root  -\n"
                    "the     DET   5 det   -\n"
                    "treaty  NOUN  3 obj   -\n"),
            Words{});
  EXPECT_EQ(told_by("If       SCONJ 3 mark  -\n"
                    "France   PROPN 3 nsubj B-GPE\n"
                    "supports VERB  7 advcl -\n"
                    "the      DET   5 det   -\n"
                    "treaty   NOUN  3 obj   -\n"
                    "Spain    PROPN 7 nsubj B-GPE\n"
                    "leaves   VERB  0 root  -\n"),
            Words{});
  EXPECT_EQ(told_by("Does    AUX   3 aux   -\n"
                    "France  PROPN 3 nsubj B-GPE\n"
                    "support VERB  0 root  -\n"
                    "the     DET   5 det   -\n"
                    "treaty  NOUN  3 obj   -\n"
                    "~?      PUNCT 3 punct -\n"),
            Words{});
}

TEST(Positions, TellClausesAsIngForms) {
  EXPECT_EQ(told_by("Weber  PROPN 2 nsubj B-PERSON\n"
                    "wants  VERB  0 root  -\n"
                    "to     PART  4 mark  -\n"
                    "raise  VERB  2 xcomp -\n"
                    "the    DET   6 det   -\n"
                    "tax    NOUN  4 obj   -\n"
                    "and    CCONJ 8 cc    -\n"
                    "scrap  VERB  4 conj  -\n"
                    "the    DET   10 det  -\n"
                    "levy   NOUN  8 obj   -\n"),
            (Words{"Weber support: raising the tax", "Weber support: scrapping the levy"}));
}

TEST(Positions, NameWhoIsToDoWhatIsDemanded) {
  EXPECT_EQ(told_by("Weber  PROPN 2 nsubj B-PERSON\n"
                    "urged  VERB  0 root  -\n"
                    "Spain  PROPN 2 obj   B-GPE\n"
                    "to     PART  5 mark  -\n"
                    "back   VERB  2 xcomp -\n"
                    "the    DET   7 det   -\n"
                    "treaty NOUN  5 obj   -\n"),
            Words{"Weber demand: Spain backing the treaty"});
}

TEST(Positions, AreThoseOfTheVerbBelowAPromise) {
  const auto with = [](std::string_view verb) {
    return told_by("Weber  PROPN 2 nsubj B-PERSON\n" + std::string(verb) +
                   " VERB  0 root  -\n"
                   "to     PART  4 mark  -\n"
                   "oppose VERB  2 xcomp -\n"
                   "the    DET   6 det   -\n"
                   "bill   NOUN  4 obj   -\n"
                   "on     ADP   8 case  -\n"
                   "fuel   NOUN  6 nmod  -\n");
  };
  EXPECT_EQ(with("vowed"), Words{"Weber oppose: the bill on fuel"});
  EXPECT_EQ(with("refused"), Words{"Weber accept: the bill on fuel"});
}

TEST(Positions, AreOfTheInnermostSource) {
  EXPECT_EQ(told_by("Weber    PROPN 2 nsubj B-PERSON s1\n"
                    "said     VERB  0 root  -        c1\n"
                    "Spain    PROPN 4 nsubj B-GPE    x1\n"
                    "supports VERB  2 ccomp -        x1\n"
                    "the      DET   6 det   -        x1\n"
                    "treaty   NOUN  4 obj   -        x1\n"),
            Words{"Spain support: the treaty"});
}

TEST(Positions, InsideADenialAreWhatIsDenied) {
  EXPECT_EQ(told_by("Weber    PROPN 2 nsubj B-PERSON s1\n"
                    "denied   VERB  0 root  -        c1\n"
                    "that     SCONJ 5 mark  -        x1\n"
                    "Spain    PROPN 5 nsubj B-GPE    x1\n"
                    "supports VERB  2 ccomp -        x1\n"
                    "the      DET   7 det   -        x1\n"
                    "treaty   NOUN  5 obj   -        x1\n"),
            Words{"Weber deny: Spain supports the treaty"});
}

TEST(Positions, ComeOfWhatSomebodySaysMustBeDone) {
  const std::string_view kSaid =
      "Spain  PROPN 3 nsubj B-GPE x1\n"
      "should AUX   3 aux   -     x1\n"
      "leave  VERB  7 ccomp -     x1\n"
      "the    DET   5 det   -     x1\n"
      "pact   NOUN  3 obj   -     x1\n"
      "Weber  PROPN 7 nsubj B-PERSON s1\n"
      "said   VERB  0 root  -     c1\n";
  EXPECT_EQ(told_by(kSaid), Words{"Weber demand: Spain leaving the pact"});
}

TEST(Positions, AreNeverTheAuthors) {
  EXPECT_EQ(told_by("Spain  PROPN 3 nsubj B-GPE\n"
                    "should AUX   3 aux   -\n"
                    "leave  VERB  0 root  -\n"
                    "the    DET   5 det   -\n"
                    "pact   NOUN  3 obj   -\n"),
            Words{});
  EXPECT_EQ(told_by("We      PRON 2 nsubj -\n"
                    "support VERB 0 root  -\n"
                    "the     DET  4 det   -\n"
                    "pact    NOUN 2 obj   -\n"),
            Words{});
  EXPECT_EQ(told_by("The  DET  2 det   -\n"
                    "pact NOUN 5 nsubj -\n"
                    "is   AUX  5 cop   -\n"
                    "a    DET  5 det   -\n"
                    "disgrace NOUN 0 root -\n"),
            Words{});
}

TEST(Positions, ComeOfWhatSomebodyJudges) {
  EXPECT_EQ(told_by("The      DET  2 det   - x1\n"
                    "pact     NOUN 5 nsubj - x1\n"
                    "is       AUX  5 cop   - x1\n"
                    "a        DET  5 det   - x1\n"
                    "disgrace NOUN 7 ccomp - x1\n"
                    "Weber    PROPN 7 nsubj B-PERSON s1\n"
                    "said     VERB 0 root  - c1\n"),
            Words{"Weber oppose: the pact"});
}

TEST(Positions, AreOfThoseWhoGiveSupportThatOthersEnjoy) {
  EXPECT_EQ(told_by("Weber    PROPN 2 nsubj B-PERSON\n"
                    "enjoys   VERB  0 root  -\n"
                    "support  NOUN  2 obj   -\n"
                    "from     ADP   6 case  -\n"
                    "young    ADJ   6 amod  -\n"
                    "voters   NOUN  3 nmod  - - P2\n"),
            Words{"young voters support: Weber"});
}

TEST(Positions, ReplaceWordsThatDoNotStandAlone) {
  EXPECT_EQ(told_by("Weber    PROPN 2 nsubj B-PERSON\n"
                    "wrote    VERB  0 root  -\n"
                    "a        DET   4 det   -\n"
                    "plan     NOUN  2 obj   -\n"
                    "for      ADP   8 case  -\n"
                    "the      DET   8 det   -\n"
                    "coal     NOUN  8 compound -\n"
                    "mines    NOUN  4 nmod  -\n"
                    "~.       PUNCT 2 punct -\n"
                    "\n"
                    "Spain    PROPN 2 nsubj B-GPE\n"
                    "rejected VERB  0 root  -\n"
                    "the      DET   4 det   -\n"
                    "plan     NOUN  2 obj   -\n"),
            Words{"Spain reject: a plan for the coal mines"});
  // What it refers to is not known.
  EXPECT_EQ(told_by("Spain    PROPN 2 nsubj B-GPE\n"
                    "rejected VERB  0 root  -\n"
                    "it       PRON  2 obj   -\n"),
            Words{});
}

TEST(Positions, TakeWhatWasCalledForLastForTheIdea) {
  EXPECT_EQ(told_by("Spain    PROPN 2 nsubj B-GPE\n"
                    "urged    VERB  0 root  -\n"
                    "France   PROPN 2 obj   B-GPE\n"
                    "to       PART  5 mark  -\n"
                    "close    VERB  2 xcomp -\n"
                    "the      DET   7 det   -\n"
                    "mines    NOUN  5 obj   -\n"
                    "~.       PUNCT 2 punct -\n"
                    "\n"
                    "Italy    PROPN 2 nsubj B-GPE\n"
                    "rejected VERB  0 root  -\n"
                    "the      DET   4 det   -\n"
                    "idea     NOUN  2 obj   -\n"),
            (Words{"Spain demand: France closing the mines", "Italy reject: France closing the mines"}));
}

TEST(Positions, AreNotHeldYetWhereTheyAreACondition) {
  // "When" hangs from the verb above, as the parser has it.
  EXPECT_EQ(told_by("When     ADV   8 advmod -\n"
                    "Spain    PROPN 3 nsubj  B-GPE\n"
                    "supports VERB  8 advcl  -\n"
                    "the      DET   5 det    -\n"
                    "plan     NOUN  3 obj    -\n"
                    "France   PROPN 8 nsubj  B-GPE\n"
                    "will     AUX   8 aux    -\n"
                    "follow   VERB  0 root   -\n"),
            Words{});
}

TEST(Positions, OfWhoIsNamedBehindWithAreHisOwn) {
  // "it" is no word for him, and the first speaker has not called him a mistake.
  EXPECT_EQ(told_by("Spain    PROPN 2 nsubj B-GPE\n"
                    "left     VERB  0 root  -\n"
                    "~,       PUNCT 2 punct -\n"
                    "with     ADP   5 case  -\n"
                    "Weber    PROPN 2 obl   B-PERSON\n"
                    "calling  VERB  5 acl   -\n"
                    "it       PRON  6 obj   -\n"
                    "a        DET   9 det   -\n"
                    "mistake  NOUN  6 xcomp -\n"),
            Words{});
}

TEST(Positions, NameTheirSentenceStatementAndEvent) {
  const MadeDocument made("Weber     PROPN 2 nsubj B-PERSON s1\n"
                          "condemned VERB  0 root  -        c1\n"
                          "Spain     PROPN 2 obj   B-GPE    x1\n"
                          "~.        PUNCT 2 punct -\n");
  const Record record = made.read();
  ASSERT_EQ(record.positions.size(), 1u);
  const Position& position = record.positions[0];
  EXPECT_EQ(position.sentence, 0u);
  EXPECT_EQ(position.statement, std::optional<std::uint32_t>(0));
  ASSERT_TRUE(position.issue_span);
  EXPECT_EQ(position.issue_span->in(record.article.text), "Spain");
  for (std::uint32_t e = 0; e < record.events.size(); ++e) {
    EXPECT_EQ(position.event, std::optional<std::uint32_t>(e));
  }
}

void expect_sound(const Record& record) {
  const std::string& text = record.article.text;
  for (const Position& position : record.positions) {
    EXPECT_LT(position.actor, record.actors.size());
    EXPECT_FALSE(position.issue.empty());
    EXPECT_LT(position.sentence, record.sentences.size());
    EXPECT_TRUE(!position.statement || *position.statement < record.statements.size());
    EXPECT_TRUE(!position.event || *position.event < record.events.size());
    if (!position.issue_span) continue;
    ASSERT_LE(position.issue_span->end, text.size());
    EXPECT_LT(position.issue_span->begin, position.issue_span->end);
    EXPECT_NE(static_cast<unsigned char>(text[position.issue_span->begin]) & 0xC0, 0x80);
  }
}

TEST(Positions, AreSoundWhateverTheModelSays) {
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    Wildness wildness;
    wildness.is_ordered = seed % 2 == 0;
    const RandomDocument random(seed, wildness);
    const Record record = random.read();
    expect_sound(record);
    found += record.positions.size();
  }
  RecordProperty("found", static_cast<int>(found));
}

// One sentence of verbs that hang from one another, each of which tells a stance.
TEST(Positions, OfAnEndlessSentenceTakeTimeLinearInIt) {
  std::string columns = "France PROPN 2 nsubj B-GPE\nwants VERB 0 root -\n";
  constexpr int kVerbs = 4000;
  for (int i = 0; i < kVerbs; ++i) {
    columns += "to PART " + std::to_string(2 * i + 4) + " mark -\n";
    columns += "support VERB " + std::to_string(2 * i + 2) + " xcomp -\n";
  }
  const MadeDocument made(columns);
  expect_sound(made.read());
}

TEST(Positions, LeaveAPossessiveWhereItsOwnerIsNotSure) {
  // The model takes "its" for the army; the subject of "denied" could as well be meant.
  EXPECT_EQ(told_by("Egypt     PROPN 8 nsubj B-GPE - L1\n"
                    "~,        PUNCT 4 punct -\n"
                    "which     PRON  4 nsubj -\n"
                    "fears     VERB  1 acl:relcl -\n"
                    "the       DET   6 det   -\n"
                    "Republika PROPN 4 obj   B-ORG - O1\n"
                    "~,        PUNCT 4 punct -\n"
                    "denied    VERB  0 root  -\n"
                    "reports   NOUN  8 obj   -\n"
                    "of        ADP   12 case -\n"
                    "its       PRON  12 nmod:poss - - O1\n"
                    "strikes   NOUN  9 nmod  -\n"),
            (Words{"Egypt oppose: the Republika", "Egypt deny: reports of its strikes"}));
}

TEST(Positions, NameAnOwnerOnce) {
  EXPECT_EQ(told_by("Egypt PROPN 2 nsubj B-GPE - L1\n"
                    "urged VERB  0 root  -\n"
                    "Spain PROPN 2 obj   B-GPE - L2\n"
                    "to    PART  5 mark  -\n"
                    "widen VERB  2 xcomp -\n"
                    "its   PRON  7 nmod:poss - - L2\n"
                    "canal NOUN  5 obj   -\n"),
            Words{"Egypt demand: Spain widening its canal"});
  EXPECT_EQ(told_by("Egypt   PROPN 2 nsubj B-GPE - L1\n"
                    "wants   VERB  0 root  -\n"
                    "to      PART  4 mark  -\n"
                    "widen   VERB  2 xcomp -\n"
                    "its     PRON  6 nmod:poss - - L1\n"
                    "canal   NOUN  4 obj   -\n"),
            Words{"Egypt support: widening Egypt's canal"});
}

TEST(Positions, TakeABareWordForNothingOfAnotherKin) {
  const std::string kOffer =
      "Weber    PROPN 2 nsubj B-PERSON\n"
      "got      VERB  0 root  -\n"
      "a        DET   5 det   -\n"
      "pay      NOUN  5 compound -\n"
      "offer    NOUN  2 obj   -\n"
      "\n"
      "It       PRON  2 nsubj -\n"
      "rained   VERB  0 root  -\n"
      "\n"
      "Spain    PROPN 2 nsubj B-GPE\n"
      "ended    VERB  0 root  -\n"
      "a        DET   5 det   -\n"
      "rail     NOUN  5 compound -\n"
      "plan     NOUN  2 obj   -\n"
      "\n"
      "Norway   PROPN 2 nsubj B-GPE\n"
      "rejected VERB  0 root  -\n"
      "the      DET   4 det   -\n";
  // The same word is looked for farther back, and the nearer plan is no offer.
  EXPECT_EQ(told_by(kOffer + "offer NOUN 2 obj -\n"), Words{"Norway reject: a pay offer"});
  EXPECT_EQ(told_by(kOffer + "appeal NOUN 2 obj -\n"), Words{});
  EXPECT_EQ(told_by(kOffer + "idea NOUN 2 obj -\n"), Words{"Norway reject: a rail plan"});
}

TEST(Positions, AreOnWhatABareWordStandsBeside) {
  EXPECT_EQ(told_by("Spain  PROPN 2 nsubj B-GPE\n"
                    "vowed  VERB  0 root  -\n"
                    "to     PART  4 mark  -\n"
                    "close  VERB  2 xcomp -\n"
                    "the    DET   6 det   -\n"
                    "mines  NOUN  4 obj   -\n"
                    "~,     PUNCT 9 punct -\n"
                    "a      DET   9 det   -\n"
                    "plan   NOUN  4 parataxis -\n"
                    "that   PRON  12 obj  -\n"
                    "France PROPN 12 nsubj B-GPE\n"
                    "opposes VERB 9 acl:relcl -\n"),
            (Words{"Spain support: closing the mines", "France oppose: closing the mines"}));
  // A bill that is nothing but the one that unions oppose.
  EXPECT_EQ(told_by("Spain   PROPN 2 nsubj B-GPE\n"
                    "has     VERB  0 root  -\n"
                    "a       DET   4 det   -\n"
                    "bill    NOUN  2 obj   -\n"
                    "that    PRON  7 obj   -\n"
                    "France  PROPN 7 nsubj B-GPE\n"
                    "opposes VERB  4 acl:relcl -\n"),
            Words{});
  EXPECT_EQ(told_by("Spain  PROPN 2 nsubj B-GPE\n"
                    "has    VERB  0 root  -\n"
                    "tax    NOUN  4 compound -\n"
                    "plan   NOUN  2 obj   -\n"
                    "backed VERB  4 acl   -\n"
                    "by     ADP   7 case  -\n"
                    "France PROPN 5 obl:agent B-GPE\n"),
            Words{"France support: tax plan"});
}

TEST(Positions, NameWhoIsOnlyDescribedAsASentenceDoes) {
  EXPECT_EQ(told_by("The      DET   2 det   -\n"
                    "ministry NOUN  3 nsubj - s1 O1\n"
                    "denied   VERB  0 root  - c1\n"
                    "that     SCONJ 6 mark  - x1\n"
                    "it       PRON  6 nsubj - x1 O1\n"
                    "ignored  VERB  3 ccomp - x1\n"
                    "an       DET   8 det   - x1\n"
                    "order    NOUN  6 obj   - x1\n"),
            Words{"ministry deny: the ministry ignored an order"});
  EXPECT_EQ(told_by("A         DET   2 det   -\n"
                    "spokesman NOUN  3 nsubj - s1 P1\n"
                    "denied    VERB  0 root  - c1\n"
                    "that      SCONJ 6 mark  - x1\n"
                    "he        PRON  6 nsubj - x1 P1\n"
                    "ignored   VERB  3 ccomp - x1\n"
                    "an        DET   8 det   - x1\n"
                    "order     NOUN  6 obj   - x1\n"),
            Words{"a spokesman deny: the spokesman ignored an order"});
}

TEST(Positions, LeaveAPronounWhoseNameOrOwnerWouldBeNoEnglish) {
  EXPECT_EQ(told_by("The       DET   2 det   - s1\n"
                    "rebels    NOUN  6 nsubj - s1 P1\n"
                    "in        ADP   5 case  - s1\n"
                    "the       DET   5 det   - s1\n"
                    "north     NOUN  2 nmod  - s1\n"
                    "vowed     VERB  0 root  - c1\n"
                    "to        PART  8 mark  - x1\n"
                    "continue  VERB  6 xcomp - x1\n"
                    "their     PRON  10 nmod:poss - x1 P1\n"
                    "offensive NOUN  8 obj   - x1\n"),
            Words{"rebels in the north support: continuing their offensive"});
  // The model takes "it" for somebody else than who weighs them.
  EXPECT_EQ(told_by("Norway    PROPN 3 nsubj B-GPE - L1\n"
                    "is        AUX   3 aux   -\n"
                    "weighing  VERB  0 root  -\n"
                    "sanctions NOUN  3 obj   -\n"
                    "that      PRON  7 obj   -\n"
                    "it        PRON  7 nsubj - - L2\n"
                    "postponed VERB  4 acl:relcl -\n"
                    "\n"
                    "Spain     PROPN 2 nsubj B-GPE - L2\n"
                    "waits     VERB  0 root  -\n"),
            Words{"Norway open: sanctions that it postponed"});
}

TEST(Positions, AreNotOfWhatTheTreeDoesNotSay) {
  // What must start is somewhere in front of "which".
  EXPECT_EQ(told_by("Norway    PROPN 2 nsubj B-GPE\n"
                    "saw       VERB  0 root  -\n"
                    "work      NOUN  2 obj   -\n"
                    "~,        PUNCT 7 punct -\n"
                    "which     PRON  7 obj   -\n"
                    "Spain     PROPN 7 nsubj B-GPE\n"
                    "insists   VERB  3 acl:relcl -\n"
                    "must      AUX   9 aux   -\n"
                    "start     VERB  7 ccomp -\n"
                    "by        ADP   11 case -\n"
                    "March     PROPN 9 obl   -\n"),
            Words{});
}

TEST(Positions, SayWhatAnActIsOnThatOnlyAPronounNames) {
  EXPECT_EQ(told_by("Spain   PROPN 2 nsubj B-GPE\n"
                    "cited   VERB  0 root  -\n"
                    "an      DET   4 det   -\n"
                    "order   NOUN  2 obj   -\n"
                    "of      ADP   6 case  -\n"
                    "court   NOUN  4 nmod  -\n"
                    "\n"
                    "Norway  PROPN 2 nsubj B-GPE\n"
                    "denied  VERB  0 root  -\n"
                    "refusing VERB 2 xcomp -\n"
                    "it      PRON  3 obj   -\n"),
            Words{"Norway deny: refusing an order of court"});
  EXPECT_EQ(told_by("Norway  PROPN 2 nsubj B-GPE\n"
                    "denied  VERB  0 root  -\n"
                    "refusing VERB 2 xcomp -\n"
                    "it      PRON  3 obj   -\n"),
            Words{});
}

TEST(Positions, TakeTheSameWordFartherBackForAPlanRatherThanANearerBill) {
  EXPECT_EQ(told_by("Weber    PROPN 2 nsubj B-PERSON\n"
                    "wrote    VERB  0 root  -\n"
                    "a        DET   5 det   -\n"
                    "coal     NOUN  5 compound -\n"
                    "plan     NOUN  2 obj   -\n"
                    "\n"
                    "Paul     PROPN 2 nsubj B-PERSON\n"
                    "read     VERB  0 root  -\n"
                    "a        DET   5 det   -\n"
                    "fish     NOUN  5 compound -\n"
                    "bill     NOUN  2 obj   -\n"
                    "\n"
                    "Spain    PROPN 2 nsubj B-GPE\n"
                    "rejected VERB  0 root  -\n"
                    "the      DET   4 det   -\n"
                    "plan     NOUN  2 obj   -\n"),
            Words{"Spain reject: a coal plan"});
}

TEST(Positions, RejectASuggestionThatSomethingBeDone) {
  EXPECT_EQ(told_by("Spain     PROPN 2 nsubj B-GPE\n"
                    "rejected  VERB  0 root  -\n"
                    "a         DET   4 det   -\n"
                    "suggestion NOUN 2 obj   -\n"
                    "that      SCONJ 9 mark  -\n"
                    "the       DET   7 det   -\n"
                    "vote      NOUN  9 nsubj:pass -\n"
                    "be        AUX   9 aux:pass -\n"
                    "postponed VERB  4 acl   -\n"),
            Words{"Spain reject: a suggestion that the vote be postponed"});
}

}  // namespace
}  // namespace tacitus
