#include "wire/xml.h"

#include <gtest/gtest.h>

#include <chrono>

namespace tacitus {
namespace {

// Writes down what it is told.
struct Log : XmlEvents {
  std::string out;
  void start(const XmlName& name, const XmlAttributes& attributes) override {
    out += "(" + std::string(name.local);
    for (const auto& [key, value] : attributes) out += " " + std::string(key) + "=" + value;
    out += ")";
  }
  void end(const XmlName& name) override { out += "(/" + std::string(name.local) + ")"; }
  void text(std::string_view text) override { out += text; }
};

std::string read(const std::string& document, std::size_t piece = 1 << 20) {
  Log log;
  XmlReader reader(log);
  for (std::size_t at = 0; at < document.size(); at += piece) {
    if (!reader.read(std::string_view(document).substr(at, piece))) return log.out + " | " + reader.reason();
  }
  return reader.finish() ? log.out : log.out + " | " + reader.reason();
}

TEST(Xml, TellsElementsTextsAndSections) {
  const std::string document =
      "<?xml version='1.0' encoding='ISO-8859-1'?><a b='c'>x<![CDATA[<i>]]><d/>\xe9</a>";
  const std::string told = "(a b=c)x<i>(d)(/d)é(/a)";
  for (const std::size_t piece : {1, 2, 3, 7, 1000}) EXPECT_EQ(read(document, piece), told) << piece;
}

TEST(Xml, GoesOnAfterMistakes) {
  EXPECT_EQ(read("<a><b>x</a></a>"), "(a)(b)x(/b)(/a)");
  EXPECT_EQ(read("<a>R&D&nbsp;x&#5;y</a>"), "(a)R&D\xc2\xa0xy(/a)");
  EXPECT_EQ(read("<x:a><y:b z:c='d'/></x:a>"), "(a)(b c=d)(/b)(/a)");
}

TEST(Xml, SaysWhereADocumentEndsTooEarly) {
  EXPECT_EQ(read("<a><b>x<c/>"), "(a)(b)x(c)(/c) | ends before its elements do");
}

TEST(Xml, NeitherExpandsNorOpensEntities) {
  std::string bomb = "<!DOCTYPE a [<!ENTITY e0 'xxxxxxxxxx'>";
  for (int i = 1; i < 12; ++i) {
    bomb += "<!ENTITY e" + std::to_string(i) + " '";
    for (int k = 0; k < 10; ++k) bomb += "&e" + std::to_string(i - 1) + ";";
    bomb += "'>";
  }
  EXPECT_EQ(read(bomb + "]><a>&e11;</a>"), "(a)&e11;(/a)");
  EXPECT_EQ(read("<!DOCTYPE a [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><a>&f;</a>"), "(a)&f;(/a)");
  EXPECT_EQ(read("<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/a.dtd'><a>x</a>"), "(a)x(/a)");
}

TEST(Xml, DoesNotHangOnHostileDocuments) {
  std::string deep;
  for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
  const auto start = std::chrono::steady_clock::now();
  EXPECT_TRUE(read(deep).ends_with("elements nest too deep at line 1"));
  read("<a b='" + std::string(30 << 20, 'x') + "'>x</a>");
  read("<a>" + std::string(30 << 20, '<') + "</a>");
  read("<a>" + std::string(30 << 20, '&') + "</a>");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(Xml, MakesPlainLinesOfMarkup) {
  EXPECT_EQ(plain_line("  Talks <b>go</b>\n on&nbsp;&amp; it&#8217;s &#x201C;late&#x201D;"), "Talks go on & it’s “late”");
  EXPECT_EQ(plain_line("3 < 4 and 5 > 2 & more &unknown;"), "3 < 4 and 5 > 2 & more &unknown;");
  EXPECT_EQ(plain_line("a <b"), "a <b");
  EXPECT_EQ(plain_line("\xff"), "\xEF\xBF\xBD");
}

}  // namespace
}  // namespace tacitus
