#include "timing.h"

#include <gtest/gtest.h>

#include <sstream>

namespace tacitus {
namespace {

TEST(TimingReport, TellsEachRoomAndAll) {
  const volatile double start = 1;
  double sum = start;
  Stopwatch watch;
  for (int i = 1; i < 30'000'000; ++i) sum += 1 / sum;
  Timing timing;
  timing[HouseRoom::kModel] = watch.lap();
  EXPECT_GT(sum, 1);
  ASSERT_GT(timing.total(), 0.01);

  std::istringstream report(timing_report(timing, 3, 400));
  std::string name, unit, sign;
  double seconds = 0, share = 0, shares = 0;
  for (const char* room : {"wire", "page", "text", "model", "read", "record", "rest"}) {
    ASSERT_TRUE(report >> name >> seconds >> unit >> share >> sign);
    EXPECT_EQ(name, room);
    shares += share;
    if (name == "model") {
      EXPECT_NEAR(seconds, timing.total(), 0.001);
    }
  }
  EXPECT_NEAR(shares, 100, 0.5);
  std::string line;
  std::getline(report, line);
  std::getline(report, line);
  EXPECT_EQ(line.rfind("all ", 0), 0u);
  std::getline(report, line);
  EXPECT_EQ(line.rfind("3 articles, 400 words, ", 0), 0u);
  EXPECT_EQ(line.find(" 0 MB"), std::string::npos) << "no memory at all";
}

}  // namespace
}  // namespace tacitus
