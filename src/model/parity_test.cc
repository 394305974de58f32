// The model that the project ships, against what its trainer got: every stored window.
#include <gtest/gtest.h>

#include <cstdlib>

#include "model/selftest.h"

namespace tacitus {
namespace {

constexpr const char* kShipped = TACITUS_ROOT "/models/tacitus.model";

// An environment variable for as long as this lives.
class Setting {
 public:
  Setting(const char* name, const char* value) : name_(name) { ::setenv(name, value, 1); }
  ~Setting() { ::unsetenv(name_); }

 private:
  const char* name_;
};

void check() {
  Result<ModelFile> file = ModelFile::open(kShipped);
  ASSERT_TRUE(file.ok()) << file.error().message;
  const Result<Network> network = Network::make(std::move(file).value());
  ASSERT_TRUE(network.ok()) << network.error().message;
  const Header& header = network.value().file().header();
  const Parity found = parity(network.value(), header.selftest, header.pair_selftest);
  EXPECT_FALSE(header.pair_selftest.empty());
  testing::Test::RecordProperty("worst", std::to_string(found.worst));
  testing::Test::RecordProperty("worst_pair", std::to_string(found.worst_pair));
  testing::Test::RecordProperty("agreement", std::to_string(found.agreement()));
  EXPECT_TRUE(holds(network.value(), found))
      << "vectors off by " << found.worst << ", roots by " << found.worst_pair << ", labels "
      << found.agreement();
}

}  // namespace

TEST(ShippedModel, ReadsAsItsTrainerDoesInFloats) {
  const Setting setting("TACITUS_COMPUTE", "float32");
  check();
}

TEST(ShippedModel, ReadsNearlyAsItsTrainerDoesInEightBitsOnEveryLevel) {
  for (const char* kernels :
       {"plain", "avx2", "avx_vnni", "avx512", "avx512_vnni", "avx512_bf16", "amx"}) {
    const Setting forced("TACITUS_KERNELS", kernels);
    if (!kernels::choose()) continue;
    SCOPED_TRACE(kernels);
    check();
  }
}

}  // namespace tacitus
