// Lines and cells of tables.
#include "read/table.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

using Cells = std::vector<std::string_view>;

TEST(Table, HasTheLinesThatAreNoCommentsAndTheirNumbers) {
  const auto lines = read_table("# a comment\n\na\tb c\n#\nd\n");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].number, 3u);
  EXPECT_EQ(lines[0].cells, (Cells{"a", "b c"}));
  EXPECT_EQ(lines[1].number, 5u);
  EXPECT_EQ(lines[1].cells, Cells{"d"});
}

TEST(Table, KeepsEmptyCells) {
  EXPECT_EQ(read_table("a\t\tb\t")[0].cells, (Cells{"a", "", "b", ""}));
}

TEST(Table, MayHaveLinesOfWindowsAndNoLastLineEnd) {
  const auto lines = read_table("a\tb\r\n\r\nc");
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_EQ(lines[0].cells, (Cells{"a", "b"}));
  EXPECT_EQ(lines[1].number, 3u);
}

TEST(Table, OfNothingHasNoLines) { EXPECT_TRUE(read_table("").empty()); }

TEST(Table, PartsTheEntriesOfACell) {
  EXPECT_EQ(split_cell("a|b c|d"), (Cells{"a", "b c", "d"}));
  EXPECT_TRUE(split_cell("-").empty());
  EXPECT_TRUE(split_cell("").empty());
}

}  // namespace
}  // namespace tacitus
