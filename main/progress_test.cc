#include "progress.h"

#include <gtest/gtest.h>

namespace tacitus {
namespace {

TEST(Bar, TellsShareRateAndTimeLeft) {
  EXPECT_EQ(bar({.words = 30'000, .bytes = 25, .bytes_total = 100}, 10, 60),
            "[######.....................] 25 %, 3,000 words/s, 0:30 left");
}

TEST(Bar, CountsOnlyWhereTheEndIsNotKnown) {
  EXPECT_EQ(bar({.words = 1'234'567, .bytes = 25}, 100, 60), "1,234,567 words, 12,345 words/s");
}

TEST(Bar, NeverPassesTheTerminalsWidth) {
  for (std::size_t columns = 0; columns < 200; ++columns) {
    const std::string shown =
        bar({.words = 9'000'000, .bytes = 1, .bytes_total = 1'000'000}, 36'000, columns);
    EXPECT_LE(shown.size(), columns);
  }
}

TEST(Bar, IsFullWhenMoreCameThanWasExpected) {
  EXPECT_EQ(bar({.words = 10, .bytes = 300, .bytes_total = 100}, 1, 50),
            "[###################] 100 %, 10 words/s, 0:00 left");
}

}  // namespace
}  // namespace tacitus
