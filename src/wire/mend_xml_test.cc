#include "wire/mend_xml.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

std::string mended(const std::string& text, std::size_t piece = 1 << 20) {
  XmlMender mender;
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += piece) {
    out += mender.mend(std::string_view(text).substr(at, piece), false);
  }
  out += mender.mend({}, true);
  return out;
}

TEST(MendXml, EscapesAmpersandsThatBeginNoReference) {
  EXPECT_EQ(mended("<a>R&D, A & B, x&y;"), "<a>R&amp;D, A &amp; B, x&amp;y;");
  EXPECT_EQ(mended("<a href='?a=1&b=2'/>"), "<a href='?a=1&amp;b=2'/>");
  EXPECT_EQ(mended("<a>&amp;&lt;&#8217;&#x2019;&apos;"), "<a>&amp;&lt;&#8217;&#x2019;&apos;");
  EXPECT_EQ(mended("&#;&#x;&;&"), "&amp;#;&amp;#x;&amp;;&amp;");
}

TEST(MendXml, MakesNumbersOfHtmlNames) {
  EXPECT_EQ(mended("<a>no&nbsp;more &eacute;"), "<a>no&#160;more &#233;");
}

TEST(MendXml, LeavesSectionsAndCommentsAlone) {
  const std::string text = "<a><![CDATA[R&D &nbsp; ]] <b>]]><!-- A & B -- -->R&amp;D";
  EXPECT_EQ(mended(text), text);
}

TEST(MendXml, TakesControlCharactersOut) {
  EXPECT_EQ(mended(std::string("<a>x\x0b\0y\t\r\n", 10)), "<a>x  y\t\r\n");
}

TEST(MendXml, DoesTheSameInPiecesOfAnySize) {
  const std::string text =
      "<a>R&D &nbsp;<![CDATA[&nbsp;]]>&nbsp;<!--&nbsp;-->&nbsp;& &#8217; ]]> --> &thisnameislongerthanany;";
  const std::string whole = mended(text);
  for (std::size_t piece = 1; piece < text.size(); ++piece) EXPECT_EQ(mended(text, piece), whole) << piece;
}

TEST(MendXml, LeavesWideEncodingsAlone) {
  const std::string text("\xff\xfe<\0a\0&\0", 8);
  EXPECT_EQ(mended(text, 3), text);
}

}  // namespace
}  // namespace tacitus
