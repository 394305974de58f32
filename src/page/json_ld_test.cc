#include "page/json_ld.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

using Strings = std::vector<std::string>;

LinkedData read(std::vector<std::string_view> scripts) { return read_linked_data(scripts); }

TEST(JsonLd, FindsTheArticleInAGraph) {
  const LinkedData data = read({R"({"@graph":[{"@type":"WebSite","name":"W"},
    {"@type":"NewsArticle","headline":"Ministers meet","datePublished":"2025-03-07","dateModified":"2025-03-08",
     "author":[{"@type":"Person","name":"Ann Lee"},{"name":["Tom Ray"]},"Eva Berg"],
     "publisher":{"@id":"#org"},"articleBody":"One. Two."},
    {"@type":"Organization","@id":"#org","name":"Example Wire"}]})"});
  EXPECT_EQ(data.headline, "Ministers meet");
  EXPECT_EQ(data.published, "2025-03-07");
  EXPECT_EQ(data.modified, "2025-03-08");
  EXPECT_EQ(data.authors, (Strings{"Ann Lee", "Tom Ray", "Eva Berg"}));
  EXPECT_EQ(data.publisher, "Example Wire");
  EXPECT_EQ(data.body, "One. Two.");
}

TEST(JsonLd, PrefersTheArticleWithADateToNamesOfOthers) {
  const LinkedData data = read(
      {R"([{"@type":"Article","headline":"Other"}])",
       R"({"@type":["Thing","ReportageNewsArticle"],"headline":"This","datePublished":"2025-03-07"})"});
  EXPECT_EQ(data.headline, "This");
}

TEST(JsonLd, TakesTheDateOfAPageWithoutAnArticle) {
  const LinkedData data = read({R"({"@type":"WebPage","name":"x","datePublished":"2025-03-07"})"});
  EXPECT_EQ(data.published, "2025-03-07");
  EXPECT_EQ(data.headline, "");
}

TEST(JsonLd, ReadsWhatIsNotQuiteJson) {
  EXPECT_EQ(
      read({"\n//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"A\tb &amp; c&#039;s\n\"}\n//]]>"})
          .headline,
      "A b & c's");
  EXPECT_EQ(read({"<!-- {\"@type\":\"Article\",\"headline\":\"A\"}; -->"}).headline, "A");
  EXPECT_EQ(read({"{broken", "{\"@type\":\"Article\",\"headline\":\"B\"}"}).headline, "B");
}

TEST(JsonLd, TakesAnyShapeWithoutHarm) {
  for (const char* script :
       {"", "null", "[]", "3", "\"x\"", "{}", "[[[{\"@type\":[1,null]}]]]",
        R"({"@type":"Article","headline":{"a":1},"author":null,"publisher":[],"datePublished":5})",
        R"({"@type":"Article","@id":7,"author":{"@id":"#x"},"publisher":{"@id":["y"]}})",
        R"({"@type":"Article","author":[[],[["a"]],{"name":[[]]},{"name":{}}]})"}) {
    const LinkedData data = read({script});
    EXPECT_EQ(data.headline, "") << script;
    EXPECT_EQ(data.authors, Strings{}) << script;
  }
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(read({deep}).headline, "");
}

TEST(JsonLd, TakesThePageOfAnArticleForItsAddress) {
  EXPECT_EQ(read({R"({"@type":"NewsArticle","mainEntityOfPage":"https://wire.example/1"})"}).url,
            "https://wire.example/1");
  EXPECT_EQ(read({R"({"@type":"NewsArticle","mainEntityOfPage":
    {"@type":"WebPage","@id":"https://wire.example/2"}})"}).url, "https://wire.example/2");
  EXPECT_EQ(read({R"({"@type":"NewsArticle","url":"https://wire.example/3",
    "mainEntityOfPage":"https://wire.example/4"})"}).url, "https://wire.example/3");
  EXPECT_EQ(read({R"({"@type":"NewsArticle","mainEntityOfPage":{"@id":{"@id":[]}}})"}).url, "");
}

}  // namespace
}  // namespace tacitus
