// Word pieces, with a toy vocabulary.
#include "text/pieces.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

const std::vector<std::string> kToy = {"[PAD]", "[UNK]", "the", "talk", "##s",  "##ing", "un",
                                       "##talk", "cafe", ".",   "'",    "n",    "t",     "##t",
                                       "u",     "s",    "\u4EAC", "\u2014", "strasse", "##ka",
                                       "\u043C\u043E\u0441\u043A\u0432\u0430"};

std::vector<std::string> cut(std::string_view token) {
  const PieceVocabulary vocabulary(kToy);
  PieceCutter cutter(vocabulary);
  std::vector<std::uint32_t> ids;
  cutter.append(token, ids);
  std::vector<std::uint32_t> again;
  cutter.append(token, again);
  EXPECT_EQ(ids, again);  // what is remembered is what was found
  std::vector<std::string> out;
  for (const std::uint32_t id : ids) out.push_back(kToy[id]);
  return out;
}

using Pieces = std::vector<std::string>;

TEST(Pieces, AreTheLongestThatFit) {
  EXPECT_EQ(cut("the"), (Pieces{"the"}));
  EXPECT_EQ(cut("talks"), (Pieces{"talk", "##s"}));
  EXPECT_EQ(cut("untalking"), (Pieces{"un", "##talk", "##ing"}));
}

TEST(Pieces, IgnoreCaseAndAccents) {
  EXPECT_EQ(cut("Talks"), (Pieces{"talk", "##s"}));
  EXPECT_EQ(cut("CAF\u00C9"), (Pieces{"cafe"}));
  EXPECT_EQ(cut("cafe\u0301"), (Pieces{"cafe"}));
  EXPECT_EQ(cut("\u041C\u041E\u0421\u041A\u0412\u0410"), (Pieces{kToy[20]}));
}

TEST(Pieces, AreCutAtPunctuationAndIdeographs) {
  EXPECT_EQ(cut("n't"), (Pieces{"n", "'", "t"}));
  EXPECT_EQ(cut("U.S."), (Pieces{"u", ".", "s", "."}));
  EXPECT_EQ(cut("\u4EAC\u4EAC"), (Pieces{"\u4EAC", "\u4EAC"}));
  EXPECT_EQ(cut("\u2014"), (Pieces{"\u2014"}));
}

TEST(Pieces, AreUnknownWhereNoneFit) {
  EXPECT_EQ(cut("talkx"), (Pieces{"[UNK]"}));
  EXPECT_EQ(cut("\U0001F600"), (Pieces{"[UNK]"}));
  EXPECT_EQ(cut("the.xyz"), (Pieces{"the", ".", "[UNK]"}));
}

TEST(Pieces, AreNeverNone) {
  EXPECT_EQ(cut("\u0301"), (Pieces{"[UNK]"}));
  EXPECT_EQ(cut("\uFFFD"), (Pieces{"[UNK]"}));
  EXPECT_EQ(cut("\u00AD"), (Pieces{"[UNK]"}));
}

TEST(Pieces, OfWordsOverAHundredCharactersAreUnknown) {
  const std::string longest = "t" + std::string(99, 't');
  EXPECT_EQ(cut(longest).size(), 100u);
  EXPECT_EQ(cut(longest + "t"), (Pieces{"[UNK]"}));
}

TEST(Pieces, AreKeptUpToTheNumberThatATokenCanCount) {
  const PieceVocabulary vocabulary(kToy);
  PieceCutter cutter(vocabulary);
  const std::string text = std::string(300, '.') + " the";
  Document document;
  document.text = text;
  document.tokens.resize(2);
  document.tokens[0].span = {0, 300};
  document.tokens[1].span = {301, 304};
  cut_pieces(document, cutter);
  EXPECT_EQ(document.tokens[0].piece_count, 255u);
  EXPECT_EQ(document.tokens[1].first_piece, 255u);
  EXPECT_EQ(document.tokens[1].piece_count, 1u);
  EXPECT_EQ(document.pieces.size(), 256u);
}

TEST(Pieces, OfAnEmptyVocabularyAreUnknown) {
  const PieceVocabulary vocabulary({});
  PieceCutter cutter(vocabulary);
  std::vector<std::uint32_t> ids;
  cutter.append("word", ids);
  EXPECT_EQ(ids, (std::vector<std::uint32_t>{0}));
}

}  // namespace
}  // namespace tacitus
