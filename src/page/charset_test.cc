#include "page/charset.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

using namespace std::string_literals;

TEST(Charset, KnowsLabelsAsTheStandardReadsThem) {
  EXPECT_EQ(encoding_of("utf8"), "UTF-8");
  EXPECT_EQ(encoding_of(" Latin1 "), "windows-1252");
  EXPECT_EQ(encoding_of("ISO-8859-1"), "windows-1252");
  EXPECT_EQ(encoding_of("us-ascii"), "windows-1252");
  EXPECT_EQ(encoding_of("gb2312"), "gb18030");
  EXPECT_EQ(encoding_of("sjis"), "windows-31j");
  EXPECT_EQ(encoding_of("utf-16"), "UTF-8");
  EXPECT_EQ(encoding_of("klingon"), "");
}

TEST(Charset, ObeysTheDeclarationOfAPage) {
  EXPECT_EQ(decode_html("<meta charset=windows-1251>\xcd\xe5\xf2").text,
            "<meta charset=windows-1251>Нет");
  EXPECT_EQ(decode_html("<META CHARSET='koi8-r'>\xee\xc5\xd4").text, "<META CHARSET='koi8-r'>Нет");
  const std::string old =
      "<meta http-equiv=Content-Type content=\"text/html; charset=iso-8859-1\"><p>caf\xe9 "
      "\x93no\x94";
  EXPECT_EQ(decode_html(old).text.substr(old.find("<p>")), "<p>café “no”");
  EXPECT_EQ(decode_html("<meta charset=gb2312>\xb2\xbb").text, "<meta charset=gb2312>不");
  EXPECT_EQ(decode_html("<meta charset=shift_jis>\x82\xa2").text, "<meta charset=shift_jis>い");
}

TEST(Charset, PassesOverDeclarationsInCommentsAndUnknownOnes) {
  EXPECT_EQ(decode_html("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>\xcd").encoding,
            "windows-1251");
  EXPECT_EQ(decode_html("<meta charset=x-unknown><p>é").encoding, "UTF-8");
}

TEST(Charset, TakesWhatCameWithThePageBehindTheMarkAndBeforeThePage) {
  EXPECT_EQ(decode_html("<meta charset=utf-8>\xee", "KOI8-R").text, "<meta charset=utf-8>Н");
  EXPECT_EQ(decode_html("\xEF\xBB\xBFé", "koi8-r").text, "é");
  EXPECT_EQ(decode_html("<meta charset=koi8-r>\xee", "no-such").text, "<meta charset=koi8-r>Н");
  EXPECT_EQ(decode_text("\xee", "koi8-r").text, "Н");
  EXPECT_EQ(decode_text("é", "no-such").text, "é");
}

TEST(Charset, LetsTheByteOrderMarkWin) {
  EXPECT_EQ(decode_html("\xEF\xBB\xBF<meta charset=koi8-r>é").text, "<meta charset=koi8-r>é");
  EXPECT_EQ(decode_html("\xff\xfe<\0p\0>\0\xe9\0"s).text, "<p>é");
  EXPECT_EQ(decode_html("\xfe\xff\0<\0p\0>\0\xe9"s).text, "<p>é");
  EXPECT_EQ(decode_text("\xff\xfe\0\0\x3d\xf4\1\0"s).text, "\xF0\x9F\x90\xBD");
  EXPECT_EQ(decode_text("\xEF\xBB\xBFone").text, "one");
}

TEST(Charset, CountsWhatIsNoCharacter) {
  const Decoded utf8 = decode_html("<p>a\xff\xfe\xc3 b");
  EXPECT_EQ(utf8.text, "<p>a\uFFFD\uFFFD\uFFFD b");
  EXPECT_EQ(utf8.replaced, 3u);
  const Decoded declared = decode_html("<meta charset=shift_jis>a\x82");
  EXPECT_EQ(declared.replaced, 1u);
  // A lone half of a surrogate pair, and half a unit at the end.
  const Decoded wide = decode_text(
      "\xff\xfe"
      "a\0\0\xd8"
      "b\0c"s);
  EXPECT_EQ(wide.text, "a\uFFFDb\uFFFD");
  EXPECT_EQ(decode_text("na\xefve").text, "na\uFFFDve");
}

TEST(Charset, TakesUndeclaredWesternPagesForWindows1252) {
  EXPECT_EQ(decode_html("<p>caf\xe9 \x93no\x94").text, "<p>café “no”");
  EXPECT_EQ(decode_html("<p>caf\xe9 \x93no\x94").replaced, 0u);
  // Where some of it is UTF-8, the rest is damage.
  EXPECT_EQ(decode_html("<p>café \xe9").text, "<p>café \uFFFD");
}

TEST(Charset, DecodesPiecesOverTheSizeOfItsBuffer) {
  std::string bytes = "<meta charset=windows-1251>";
  std::string text = bytes;
  for (int i = 0; i < 10'000; ++i) {
    bytes += '\xcd';
    text += "Н";
  }
  EXPECT_EQ(decode_html(bytes).text, text);
}

}  // namespace
}  // namespace tacitus
