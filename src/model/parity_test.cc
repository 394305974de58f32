// The model that the project ships, against what its trainer got: every stored window.
#include <gtest/gtest.h>

#include <cstdlib>

#include "model/selftest.h"

namespace tacitus {
namespace {

constexpr const char* kShipped = TACITUS_ROOT "/models/tacitus.model";

void check(const char* compute) {
  ::setenv("TACITUS_COMPUTE", compute, 1);
  const bool can = choose_compute().ok();
  Result<ModelFile> file = ModelFile::open(kShipped);
  ASSERT_TRUE(file.ok()) << file.error().message;
  if (can) {
    const Result<Network> network = Network::make(std::move(file).value());
    ASSERT_TRUE(network.ok()) << network.error().message;
    const Header& header = network.value().file().header();
    const Parity found = parity(network.value(), header.selftest, header.pair_selftest);
    EXPECT_FALSE(header.pair_selftest.empty());
    testing::Test::RecordProperty("worst", std::to_string(found.worst));
    testing::Test::RecordProperty("agreement", std::to_string(found.agreement()));
    EXPECT_TRUE(holds(network.value(), found))
        << "vectors off by " << found.worst << ", labels " << found.agreement();
  }
  ::unsetenv("TACITUS_COMPUTE");
}

}  // namespace

TEST(ShippedModel, ReadsAsItsTrainerDoesInFloat32) { check("float32"); }
TEST(ShippedModel, ReadsAsItsTrainerDoesInBfloat16) { check("bfloat16"); }

}  // namespace tacitus
