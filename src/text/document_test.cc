// What holds of every document, also of text that nobody would write.
#include "text/document.h"

#include <gtest/gtest.h>

#include <chrono>
#include <random>
#include <string>

#include "base/utf8.h"
#include "text/analyse.h"

namespace tacitus {
namespace {

using Skip = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

const PieceVocabulary& vocabulary() {
  static const PieceVocabulary kVocabulary({"[UNK]", "the", "a", "##a", "."});
  return kVocabulary;
}

Document make(std::string_view text, std::uint32_t body_start = 0, const Skip& skip = {}) {
  PieceCutter cutter(vocabulary());
  return make_document(text, body_start, cutter, skip);
}

// Checks the invariants that document.h states.
void check(const Document& document) {
  const std::string_view text = document.text;
  std::uint32_t at = 0, piece = 0;
  for (const Token& token : document.tokens) {
    ASSERT_LE(at, token.span.begin);
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_LE(token.span.end, text.size());
    ASSERT_TRUE(is_border(text, token.span.begin));
    ASSERT_TRUE(is_border(text, token.span.end));
    ASSERT_EQ(token.first_piece, piece);
    ASSERT_GE(token.piece_count, 1u);
    piece += token.piece_count;
    at = token.span.end;
  }
  ASSERT_EQ(piece, document.pieces.size());
  std::uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    ASSERT_EQ(sentence.first_token, next);
    ASSERT_LT(sentence.first_token, sentence.end_token);
    ASSERT_EQ(sentence.span, document.token_range(sentence.first_token, sentence.end_token));
    ASSERT_EQ(document.tokens[next].before,
              sentence.starts_paragraph ? Break::kParagraph : Break::kSentence);
    for (std::uint32_t i = next + 1; i < sentence.end_token; ++i) {
      ASSERT_EQ(document.tokens[i].before, Break::kNone);
    }
    next = sentence.end_token;
  }
  ASSERT_EQ(next, document.tokens.size());
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  text.reserve(part.size() * times);
  for (; times > 0; --times) text += part;
  return text;
}

TEST(Document, HoldsItsInvariantsOnRandomUnicode) {
  // Marks and letters that the rules look at are more likely than others.
  constexpr std::u32string_view kLikely =
      U"aZ09 .,'\"-!?()[]\n\r\t/:;@#$&%_+=<>`\u2019\u201C\u201D\u2014\u2026\u0301\u200D\u00A0"
      U"\u4EAC\u0416\U0001F600\U0001F1EB\u2029\0s\u00ADt";
  std::mt19937 random(1789);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 120; n > 0; --n) {
      if (random() % 20 != 0) {
        append_utf8(text, kLikely[random() % kLikely.size()]);
      } else {
        append_utf8(text, random() % 0x20000);
      }
    }
    const auto size = static_cast<std::uint32_t>(text.size());
    std::uint32_t begin = size == 0 ? 0 : random() % size;
    std::uint32_t end = begin + random() % 10;
    while (!is_border(text, begin)) --begin;
    while (!is_border(text, end)) ++end;
    const Document document = make(text, size == 0 ? 0 : random() % size, {{begin, end}});
    check(document);
    ASSERT_FALSE(HasFatalFailure()) << text;
    for (const Token& token : document.tokens) {
      ASSERT_FALSE(token.span.overlaps({begin, end})) << text;
    }
  }
}

TEST(Document, ReadsNothingOutOfFurniture) {
  const std::string_view text = "The talks failed Subscribe now and will go on.";
  const auto begin = static_cast<std::uint32_t>(text.find("Subscribe"));
  const auto end = static_cast<std::uint32_t>(text.find("and will"));
  const Document document = make(text, 0, {{begin, end}});
  check(document);
  ASSERT_EQ(document.sentences.size(), 2u);
  EXPECT_EQ(document.sentences[0].span.in(text), "The talks failed");
  EXPECT_EQ(document.sentences[1].span.in(text), "and will go on.");
  EXPECT_TRUE(document.sentences[1].starts_paragraph);
}

TEST(Document, TakesFurnitureAtTheEdgesAndOverTheEnd) {
  check(make("one two", 0, {{0, 3}, {4, 100}}));
  EXPECT_TRUE(make("one two", 0, {{0, 100}}).tokens.empty());
  EXPECT_TRUE(make("one two", 0, {{0, 4}, {2, 7}}).tokens.empty());
}

TEST(Document, OfNoWordsIsEmpty) {
  for (const std::string_view text : {std::string_view(), std::string_view(" \n\t "),
                                      std::string_view("\0\0\0", 3), std::string_view("\u200B")}) {
    const Document document = make(text);
    EXPECT_TRUE(document.tokens.empty());
    EXPECT_TRUE(document.sentences.empty());
  }
}

TEST(Document, SurvivesHostileText) {
  for (const std::string& text :
       {std::string(100000, '\0') + "end", repeated("\u0301", 100000), std::string(200000, '\n'),
        "a" + std::string(200000, '\n') + "b", repeated(".!?\"'()[]{}-", 20000),
        std::string(300000, 'a'), std::string(300000, '.'), std::string(300000, '\''),
        repeated("'s", 100000), repeated("1,", 100000), repeated("a.", 100000),
        repeated("a@", 100000), repeated("http://", 50000), repeated("www.(", 50000),
        repeated("a-", 100000), repeated(" \n", 100000), repeated("[1]", 50000),
        repeated("\u201D", 50000), repeated("Mr. ", 50000), repeated("\U0001F469\u200D", 50000),
        repeated("\U0001F1EB", 50000), repeated("- ", 100000), std::string(200000, ' ') + "\nx"}) {
    check(make(text));
    ASSERT_FALSE(HasFatalFailure()) << text.substr(0, 20);
  }
}

TEST(Document, CutsAMillionWordsWithoutAFullStop) {
  const std::string text = repeated("word ", 1000000);
  const Document document = make(text);
  EXPECT_EQ(document.tokens.size(), 1000000u);
  EXPECT_EQ(document.sentences.size(), 2500u);
  check(document);
}

double seconds(const std::string& text) {
  const auto start = std::chrono::steady_clock::now();
  make(text);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST(Document, TakesTimeLinearInTheText) {
  // Eight times the text may take a good deal more than eight times as long on a busy machine,
  // but not sixty-four times.
  for (const char* part :
       {"word ", "a", ".", "'s", "a.b@", "1-", "(\n", "www.", "\u0301", "\"x. ", "a\n   b. "}) {
    const std::string small = repeated(part, 25000), large = repeated(part, 200000);
    double fast = seconds(small), slow = seconds(large);
    fast = std::min(fast, seconds(small));
    EXPECT_LT(slow, 32 * std::max(fast, 0.002)) << part;
  }
}

}  // namespace
}  // namespace tacitus
