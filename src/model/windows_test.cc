#include "model/windows.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

// A document of sentences, each given as the pieces of its tokens.
Document make(const std::vector<std::vector<std::uint32_t>>& sentences) {
  Document document;
  for (const auto& tokens : sentences) {
    Sentence sentence;
    sentence.first_token = static_cast<std::uint32_t>(document.tokens.size());
    for (const std::uint32_t pieces : tokens) {
      Token token;
      token.first_piece = static_cast<std::uint32_t>(document.pieces.size());
      token.piece_count = static_cast<std::uint8_t>(pieces);
      document.pieces.resize(document.pieces.size() + pieces, 7);
      document.tokens.push_back(token);
    }
    sentence.end_token = static_cast<std::uint32_t>(document.tokens.size());
    document.sentences.push_back(sentence);
  }
  return document;
}

// [first token, end token, pieces] of each window.
using Rows = std::vector<std::vector<std::uint32_t>>;

Rows windows_of(const Document& document, std::uint32_t room) {
  std::vector<Stretch> stretches;
  std::vector<Window> windows;
  std::vector<std::uint32_t> sizes;
  cut_windows(document, room, stretches, sizes, windows);
  Rows rows;
  std::uint32_t next_stretch = 0, next_token = 0;
  for (const Window& window : windows) {
    EXPECT_EQ(window.first_stretch, next_stretch);
    EXPECT_EQ(window.first_token, next_token);
    EXPECT_LE(window.pieces, room);
    next_stretch = window.end_stretch;
    next_token = window.end_token;
    EXPECT_EQ(stretches[window.first_stretch].first_token, window.first_token);
    EXPECT_EQ(stretches[window.end_stretch - 1].end_token, window.end_token);
    rows.push_back({window.first_token, window.end_token, window.pieces});
  }
  EXPECT_EQ(next_stretch, stretches.size());
  EXPECT_EQ(next_token, document.tokens.size());
  return rows;
}

}  // namespace

TEST(Windows, HoldWholeSentencesAndAreOfLikeSize) {
  const Document document = make({{3, 3, 3}, {3, 3}, {3}, {5, 5}});
  EXPECT_EQ(windows_of(document, 32), (Rows{{0, 8, 30}}));
  EXPECT_EQ(windows_of(document, 20), (Rows{{0, 5, 17}, {5, 8, 15}}));
  // As many as fit would leave one alone.
  EXPECT_EQ(windows_of(make(std::vector<std::vector<std::uint32_t>>(33, {3})), 50),
            (Rows{{0, 11, 35}, {11, 22, 35}, {22, 33, 35}}));
}

TEST(Windows, EndWithAParagraphRatherThanInsideOne) {
  Document document = make(std::vector<std::vector<std::uint32_t>>(20, {3}));
  EXPECT_EQ(windows_of(document, 50), (Rows{{0, 10, 32}, {10, 20, 32}}));
  document.tokens[12].before = Break::kParagraph;
  EXPECT_EQ(windows_of(document, 50), (Rows{{0, 12, 38}, {12, 20, 26}}));
  // But not at any price.
  document.tokens[12].before = Break::kNone;
  document.tokens[2].before = Break::kParagraph;
  EXPECT_EQ(windows_of(document, 50), (Rows{{0, 10, 32}, {10, 20, 32}}));
}

TEST(Windows, CutASentenceThatDoesNotFit) {
  const Document document = make({{2}, {6, 6, 6, 6, 6}, {4}});
  EXPECT_EQ(windows_of(document, 20), (Rows{{0, 1, 4}, {1, 4, 20}, {4, 7, 18}}));
  std::vector<Stretch> stretches;
  std::vector<std::uint32_t> sizes;
  std::vector<Window> windows;
  cut_windows(document, 20, stretches, sizes, windows);
  ASSERT_EQ(stretches.size(), 4u);
  EXPECT_EQ(stretches[1].sentence, 1u);
  EXPECT_EQ(stretches[2].sentence, 1u);
  EXPECT_EQ(stretches[3].sentence, 2u);
  EXPECT_EQ(sizes, (std::vector<std::uint32_t>{2, 18, 12, 4}));
}

TEST(Windows, TakeLinearTimeWhateverTheSentences) {
  // Sentences that leave half of each window empty, and many that are tiny.
  std::vector<std::vector<std::uint32_t>> sentences;
  for (int i = 0; i < 100'000; ++i) sentences.push_back({i % 3 ? 1u : 16u});
  const Rows rows = windows_of(make(sentences), 18);
  EXPECT_GE(rows.size(), 33'334u);
}

TEST(Windows, CountSixteenPiecesOfATokenAtMost) {
  EXPECT_EQ(windows_of(make({{100}, {100}}), 34), (Rows{{0, 2, 34}}));
  EXPECT_EQ(windows_of(make({{100, 100}}), 18), (Rows{{0, 1, 18}, {1, 2, 18}}));
}

TEST(Windows, AreReadAFewAtATime) {
  std::vector<Window> windows(5);
  for (std::size_t i = 0; i < 5; ++i) windows[i].pieces = i == 3 ? 300 : 100;
  EXPECT_EQ(batch_end(windows, 0), 2u);
  EXPECT_EQ(batch_end(windows, 2), 3u);
  EXPECT_EQ(batch_end(windows, 3), 4u) << "one that is larger goes alone";
  EXPECT_EQ(batch_end(windows, 4), 5u);
}

TEST(Windows, AreNoneInAnEmptyDocument) { EXPECT_EQ(windows_of(make({}), 18), Rows{}); }

}  // namespace tacitus
