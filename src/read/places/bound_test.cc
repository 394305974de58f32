// Where a statement was made.
#include "read/places/bound.h"

#include <gtest/gtest.h>

#include "read/made_document.h"
#include "read/made_record.h"
#include "read/places/made_gazetteer.h"

namespace tacitus {
namespace {

Record read(const MadeDocument& made) { return made.read(&known_places()); }

std::string said_in(const Record& record, std::size_t statement = 0) {
  if (record.statements.size() <= statement) return "no statement";
  const auto place = record.statements[statement].place;
  return place ? record.places[*place].name : "-";
}

TEST(BoundPlaces, StatementIsMadeWhereItsVerbSays) {
  const MadeDocument made(R"(
    “       PUNCT 3  punct  -  x1
    We      PRON  3  nsubj  -  x1
    agree   VERB  6  ccomp  -  x1
    ~,”     PUNCT 3  punct  -  x1
    she     PRON  6  nsubj  -  s1
    said    VERB  0  root   -  c1
    in      ADP   8  case   -  -
    Geneva  PROPN 6  obl    B-GPE  -
    ~.      PUNCT 6  punct  -  -
  )");
  EXPECT_EQ(said_in(read(made)), "Geneva");
}

TEST(BoundPlaces, ReportersAreWhereTheStatementIsMade) {
  const MadeDocument made(R"(
    She       PRON  2  nsubj  -  s1
    told      VERB  0  root   -  c1
    reporters NOUN  2  obj    -  -
    in        ADP   5  case   -  -
    Geneva    PROPN 3  nmod   B-GPE  -
    that      SCONJ 8  mark   -  x1
    they      PRON  8  nsubj  -  x1
    agreed    VERB  2  ccomp  -  x1
    in        ADP   10 case   -  x1
    Moscow    PROPN 8  obl    B-GPE  x1
    ~.        PUNCT 2  punct  -  -
  )");
  EXPECT_EQ(said_in(read(made)), "Geneva");
}

TEST(BoundPlaces, WhatIsSaidTellsNotWhereItIsSaid) {
  const MadeDocument made(R"(
    She       PRON  2  nsubj  -  s1
    said      VERB  0  root   -  c1
    troops    NOUN  4  nsubj  -  x1
    fired     VERB  2  ccomp  -  x1
    in        ADP   6  case   -  x1
    Geneva    PROPN 4  obl    B-GPE  x1
    ~.        PUNCT 2  punct  -  -
  )");
  EXPECT_EQ(said_in(read(made)), "-");
}

TEST(BoundPlaces, DatelineTellsWhereNothingElseDoes) {
  const MadeDocument made(R"(
    GENEVA    PROPN 0  root   B-GPE  -
    -         PUNCT 1  punct  -  -
    Ministers NOUN  4  nsubj  -  s1
    said      VERB  1  parataxis -  c1
    they      PRON  6  nsubj  -  x1
    agreed    VERB  4  ccomp  -  x1
    ~.        PUNCT 1  punct  -  -
  )");
  EXPECT_EQ(said_in(read(made)), "Geneva");
}

TEST(BoundPlaces, ClauseHasThePlaceOfItsOwnWords) {
  const MadeDocument made(R"(
    Leaders   NOUN  2  nsubj  -
    flew      VERB  0  root   -
    from      ADP   4  case   -
    Moscow    PROPN 2  obl    B-GPE
    to        PART  6  mark   -
    meet      VERB  2  advcl  -
    at        ADP   9  case   -
    a         DET   9  det    -
    hotel     NOUN  6  obl    -
    in        ADP   11 case   -
    Geneva    PROPN 9  nmod   B-GPE
    ~.        PUNCT 2  punct  -
  )");
  const Reading reading = made.reading();
  const FoundPlaces found = find_places(reading, known_places(), Article{});
  const BoundPlaces bound(reading, found);
  const auto name = [&](std::uint32_t token) {
    const auto place = bound.of_clause(token);
    return place ? found.places[*place].name : "-";
  };
  EXPECT_EQ(name(5), "Geneva");  // meet
  EXPECT_EQ(name(1), "-");       // flew: from Moscow is not in it
}

}  // namespace
}  // namespace tacitus
