// What people are by what they do, and by the lines that name reporters.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

Record read(std::string_view columns) { return MadeDocument(columns).read(); }

std::string sector(const Record& record, std::string_view name) {
  const Actor actor = actor_named(record, name);
  return actor.sectors.empty() ? "-" : actor.sectors.front();
}

// "Ann Weber VERB OBJECT".
std::string does(const std::string& verb, const std::string& object) {
  return "Ann PROPN 3 nsubj B-PERSON\nWeber PROPN 1 flat I-PERSON\n" + verb + " VERB 0 root -\na DET 5 det -\n" +
         object + " NOUN 3 obj -";
}

TEST(Deeds, WhoRunsAFirmIsInBusiness) {
  EXPECT_EQ(sector(read(does("runs", "company")), "Ann Weber"), "BUS");
  EXPECT_EQ(sector(read(does("owns", "hospital")), "Ann Weber"), "MED");
}

TEST(Deeds, WhoLeadsForcesOrSeesAFirmIsNotOfThem) {
  EXPECT_EQ(sector(read(does("runs", "army")), "Ann Weber"), "-");
  EXPECT_EQ(sector(read(does("saw", "company")), "Ann Weber"), "-");
}

TEST(Deeds, WhoNeverRanAFirmIsNotInBusiness) {
  EXPECT_EQ(sector(read(R"(
    Ann       PROPN 3 nsubj     B-PERSON
    never     ADV   3 advmod    -
    ran       VERB  0 root      -
    a         DET   5 det       -
    company   NOUN  3 obj       -)"), "Ann"), "-");
}

TEST(Deeds, WhoWorksAtABodyIsOfItsSector) {
  EXPECT_EQ(sector(read(R"(
    Ann       PROPN 3 nsubj     B-PERSON
    Weber     PROPN 1 flat      I-PERSON
    works     VERB  0 root      -
    at        ADP   6 case      -
    a         DET   6 det       -
    university NOUN 3 obl       -)"), "Ann Weber"), "EDU");
}

TEST(Deeds, WhoRunsForAnOfficeIsInPolitics) {
  EXPECT_EQ(sector(read(R"(
    Ann       PROPN 4 nsubj     B-PERSON
    Weber     PROPN 1 flat      I-PERSON
    is        AUX   4 aux       -
    running   VERB  0 root      -
    for       ADP   6 case      -
    mayor     NOUN  4 obl       -)"), "Ann Weber"), "PTY");
}

TEST(Deeds, WhatSomebodyOwnsTells) {
  EXPECT_EQ(sector(read(R"(
    Ann       PROPN 3 nsubj     B-PERSON
    Weber     PROPN 1 flat      I-PERSON
    left      VERB  0 root      -

    Weber     PROPN 3 nmod:poss B-PERSON
    's        PART  1 case      -
    bakery    NOUN  4 nsubj     -
    closed    VERB  0 root      -

    Weber     PROPN 3 nmod:poss B-PERSON
    's        PART  1 case      -
    company   NOUN  4 nsubj     -
    closed    VERB  0 root      -)"), "Ann Weber"), "BUS");
}

TEST(Deeds, TheSignedReportIsAReporters) {
  const Record record = read(R"(
    Reporting VERB  0 root      -
    by        ADP   3 case      -
    Ann       PROPN 1 obl       B-PERSON
    Weber     PROPN 3 flat      I-PERSON
    and       CCONJ 6 cc        -
    Karl      PROPN 3 conj      B-PERSON
    Rowe      PROPN 6 flat      I-PERSON)");
  EXPECT_EQ(sector(record, "Ann Weber"), "JRN");
  EXPECT_EQ(sector(record, "Karl Rowe"), "JRN");
}

TEST(Deeds, WhoeverADeedWasDoneByIsNoReporter) {
  EXPECT_EQ(sector(read(R"(
    It        PRON  3 nsubj:pass -
    was       AUX   3 aux:pass  -
    built     VERB  0 root      -
    by        ADP   5 case      -
    Ann       PROPN 3 obl:agent B-PERSON)"), "Ann"), "-");
}

TEST(Deeds, AFirmsNameGoesOnBehindWhatTheModelMarks) {
  const Record record = read(R"(
    Ann       PROPN 8 nsubj     B-PERSON
    Weber     PROPN 1 flat      I-PERSON
    of        ADP   4 case      -
    Rowe      PROPN 1 nmod      B-GPE
    and       CCONJ 6 cc        -
    Co        PROPN 4 conj      B-GPE
    has       AUX   8 aux       -
    left      VERB  0 root      -)");
  EXPECT_EQ(sector(record, "Rowe"), "BUS");
  EXPECT_EQ(actor_named(record, "Rowe").kind, "organization");
  EXPECT_EQ(sector(record, "Ann Weber"), "BUS");
}

// A senator who runs has people of the campaign about, and whoever has one is of a party.
TEST(Deeds, WhoeverHasACampaignIsACandidate) {
  const char* const campaign = R"(

    The       DET   3 det       -
    Weber     PROPN 3 compound  B-PERSON
    campaign  NOUN  4 nsubj     -
    paid      VERB  0 root      -)";
  const std::string name = R"(
    Weber     PROPN 2 nsubj     B-PERSON
    slept     VERB  0 root      -)";
  EXPECT_EQ(sector(read(name + campaign), "Weber"), "PTY");
  EXPECT_EQ(sector(read(name), "Weber"), "-");
  const std::string aide = R"(
    Sen.      PROPN 3 nmod:desc -
    Ann       PROPN 3 compound  B-PERSON
    Weber     PROPN 4 nsubj     I-PERSON
    slept     VERB  0 root      -

    Karl      PROPN 2 compound  B-PERSON
    Rowe      PROPN 7 nsubj     I-PERSON
    ~,        PUNCT 4 punct     -
    spokesman NOUN  2 appos     -
    for       ADP   6 case      -
    Weber     PROPN 4 nmod      B-PERSON
    left      VERB  0 root      -)";
  EXPECT_EQ(sector(read(aide + campaign), "Karl Rowe"), "PTY");
  EXPECT_EQ(sector(read(aide), "Karl Rowe"), "LEG");
}

}  // namespace
}  // namespace tacitus
