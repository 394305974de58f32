// UTF-8 as the Unicode Standard and the WHATWG decoder have it, and offsets both ways.
#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>

namespace tacitus {
namespace {

char32_t random_code(std::mt19937& random) {
  constexpr char32_t kLimits[] = {0x80, 0x800, 0x10000, 0x110000};
  while (true) {
    const char32_t code = random() % kLimits[random() % 4];
    if (code < 0xD800 || code > 0xDFFF) return code;
  }
}

std::string mended(std::string_view bytes, std::size_t expected_count) {
  std::size_t count = 99;
  std::string text = repair(bytes, count);
  EXPECT_EQ(count, expected_count);
  EXPECT_TRUE(is_utf8(text));
  return text;
}

TEST(Utf8, WhatIsEncodedDecodesToTheSame) {
  for (char32_t code = 0; code <= 0x10FFFF; ++code) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, code);
    const CodePoint point = decode(text, 0);
    ASSERT_TRUE(point.valid);
    ASSERT_EQ(point.code, code);
    ASSERT_EQ(point.size, text.size());
  }
}

TEST(Utf8, EncodesNoSurrogatesAndNothingTooLarge) {
  std::string text;
  append_utf8(text, 0xD800);
  append_utf8(text, 0x110000);
  EXPECT_EQ(text, "\uFFFD\uFFFD");
}

TEST(Utf8, RefusesOverlongFormsSurrogatesAndWhatIsCutShort) {
  for (const char* bytes : {"\xC0\x80", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xF5",
                            "\x80", "a\xE2\x82", "\xF0\x9F\x98", "\xFF"}) {
    EXPECT_FALSE(is_utf8(bytes));
  }
  EXPECT_TRUE(is_utf8("caf\u00E9 \U0001F600"));
  EXPECT_TRUE(is_utf8(std::string_view("\0", 1)));
}

TEST(Utf8, RepairReplacesEachMaximalSubpartOnce) {
  EXPECT_EQ(mended("good", 0), "good");
  EXPECT_EQ(mended("", 0), "");
  EXPECT_EQ(mended("a\xFFz", 1), "a\uFFFDz");
  EXPECT_EQ(mended("a\xE2\x82z", 2), "a\uFFFDz");          // one cut short
  EXPECT_EQ(mended("\xF0\x9F\x98", 3), "\uFFFD");          // at the end
  EXPECT_EQ(mended("\xE0\x80\x80", 3), "\uFFFD\uFFFD\uFFFD");  // never well begun
  EXPECT_EQ(mended("\xC3\xC3\xA9", 1), "\uFFFD\u00E9");
}

TEST(Utf8, RepairMakesValidTextOfAnyBytes) {
  std::mt19937 random(20240607);
  for (int round = 0; round < 500; ++round) {
    std::string bytes(random() % 200, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    std::size_t count = 0, again = 0;
    const std::string text = repair(bytes, count);
    ASSERT_TRUE(is_utf8(text));
    ASSERT_EQ(count == 0, is_utf8(bytes));
    ASSERT_EQ(repair(text, again), text);
    ASSERT_EQ(again, 0u);
  }
}

TEST(Offsets, GoThereAndBackOnRandomText) {
  std::mt19937 random(7);
  for (int round = 0; round < 200; ++round) {
    std::string text;
    std::vector<std::uint32_t> begins;
    const bool ascii = round % 5 == 0;
    for (std::size_t n = random() % 400; n > 0; --n) {
      begins.push_back(static_cast<std::uint32_t>(text.size()));
      append_utf8(text, ascii ? random() % 128 : random_code(random));
    }
    const Offsets offsets(text);
    ASSERT_EQ(offsets.code_points(), begins.size());
    for (std::uint32_t i = 0; i < begins.size(); ++i) {
      ASSERT_EQ(offsets.to_byte(i), begins[i]);
      ASSERT_EQ(offsets.to_code_point(begins[i]), i);
    }
    ASSERT_EQ(offsets.to_byte(offsets.code_points()), text.size());
    ASSERT_EQ(offsets.to_code_point(static_cast<std::uint32_t>(text.size())), begins.size());
  }
}

TEST(Offsets, BehindTheEndAreTheEnd) {
  const Offsets offsets("na\u00EFve");
  EXPECT_EQ(offsets.to_code_point(1000), 5u);
  EXPECT_EQ(offsets.to_byte(1000), 6u);
  EXPECT_EQ(Offsets("").to_byte(3), 0u);
}

}  // namespace
}  // namespace tacitus
