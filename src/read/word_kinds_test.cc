#include "read/word_kinds.h"

#include <gtest/gtest.h>

#include <string>

#include "read/builtin_tables.h"

namespace tacitus {

TEST(WordKinds, AreAllInTheTable) { EXPECT_TRUE(WordKinds::parse(k_word_kinds_tsv).ok()); }

TEST(WordKinds, TellAWordOfSeveral) {
  EXPECT_TRUE(is_of_kind("company", WordKind::kCompanyEnding));
  EXPECT_TRUE(is_of_kind("company", WordKind::kOwn));
  EXPECT_FALSE(is_of_kind("company", WordKind::kKin));
  EXPECT_TRUE(is_of_kind("foreign minister", WordKind::kSingleOffice));
  EXPECT_FALSE(is_of_kind("Company", WordKind::kOwn));
  EXPECT_FALSE(is_of_kind("", WordKind::kKin));
}

TEST(WordKinds, NameTheLineThatCannotBeRead) {
  const auto with = [](const std::string& line) { return std::string(k_word_kinds_tsv) + line + "\n"; };
  for (const std::string& text : {with("kin"), with("kin\ta\tb"), with("kith\tcousin"), with("kin\tcousin"), std::string("# nothing\n")}) {
    const Result<WordKinds> parsed = WordKinds::parse(text);
    ASSERT_FALSE(parsed.ok()) << text.substr(text.size() - 12);
    EXPECT_EQ(parsed.error().code, ErrorCode::kBadInput);
    EXPECT_NE(parsed.error().message.find("word_kinds.tsv:"), std::string::npos);
  }
}

}  // namespace tacitus
