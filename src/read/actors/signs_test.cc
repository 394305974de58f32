// Where firms and people are at home, told by signs beside their names.
#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"

namespace tacitus {
namespace {

Record read(std::string_view columns) { return MadeDocument(columns).read(); }

TEST(FirmSigns, GiveAListedFirmTheCountryOfItsExchange) {
  const Record record = read(R"(
    Ferrisol  PROPN 5 nsubj     B-ORG
    <         PUNCT 3 punct     -
    ~FER.L    PROPN 1 appos     -
    ~>        PUNCT 3 punct     -
    rose      VERB  0 root      -
    and       CCONJ 11 cc       -
    Rowetta   PROPN 11 nsubj    B-ORG
    <         PUNCT 9 punct     -
    ~ROW      PROPN 7 appos     -
    ~>        PUNCT 9 punct     -
    fell      VERB  5 conj      -)");
  EXPECT_EQ(actor_named(record, "Ferrisol").code, "GBRBUS");
  EXPECT_EQ(actor_named(record, "Rowetta").code, "USABUS");
}

TEST(FirmSigns, AreExchangesInBracketsButNoShortNames) {
  const Record record = read(R"(
    Ferrisol  PROPN 7 nsubj     B-ORG
    (         PUNCT 3 punct     -
    ~NYSE     PROPN 1 appos     -
    ~:        PUNCT 5 punct     -
    FER       PROPN 3 dep       -
    ~)        PUNCT 3 punct     -
    rose      VERB  0 root      -
    and       CCONJ 13 cc       -
    Rowetta   PROPN 13 nsubj    B-ORG
    (         PUNCT 11 punct    -
    ~ROW      PROPN 9 appos     -
    ~)        PUNCT 11 punct    -
    fell      VERB  7 conj      -)");
  EXPECT_EQ(actor_named(record, "Ferrisol").code, "USABUS");
  EXPECT_EQ(actor_named(record, "Rowetta").country, std::nullopt);
}

TEST(FirmSigns, AreFormsOfFirmsThatGoBeforeAListingInNewYork) {
  const Record record = read(R"(
    Ferrisol  PROPN 3 compound  B-ORG
    Holdings  PROPN 3 compound  I-ORG
    Plc       PROPN 7 nsubj     I-ORG
    <         PUNCT 5 punct     -
    ~FER      PROPN 3 appos     -
    ~>        PUNCT 5 punct     -
    rose      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Ferrisol Holdings Plc").code, "GBRBUS");
}

TEST(FirmSigns, GiveWayToWhatTheTablesKnow) {
  const Record record = read(R"(
    Volkswagen PROPN 5 nsubj    B-ORG
    <         PUNCT 3 punct     -
    ~VOW      PROPN 1 appos     -
    ~>        PUNCT 3 punct     -
    rose      VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Volkswagen").code, "DEUBUS");
}

TEST(Origins, StandBehindThePersonsName) {
  const Record record = read(R"(
    Ola       PROPN 2 compound  B-PERSON
    Weber     PROPN 6 nsubj     I-PERSON
    ~,        PUNCT 5 punct     -
    a         DET   5 det       -
    German    PROPN 2 appos     B-NORP
    left      VERB  0 root      -
    with      ADP   9 case      -
    Ann       PROPN 9 compound  B-PERSON
    Rowe      PROPN 6 obl       I-PERSON
    of        ADP   11 case     -
    Norway    PROPN 9 nmod      B-GPE
    ~.        PUNCT 6 punct     -)");
  EXPECT_EQ(actor_named(record, "Ola Weber").country, "DEU");
  EXPECT_EQ(actor_named(record, "Ann Rowe").country, "NOR");
}

TEST(Origins, AreSeatsOfBodies) {
  const Record record = read(R"(
    The       DET   3 det       -
    Harbour   PROPN 3 compound  B-ORG
    Centre    PROPN 6 nsubj     I-ORG
    in        ADP   5 case      -
    Norway    PROPN 3 nmod      B-GPE
    closed    VERB  0 root      -)");
  EXPECT_EQ(actor_named(record, "Harbour Centre").country, "NOR");
}

}  // namespace
}  // namespace tacitus
