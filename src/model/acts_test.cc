#include "model/acts.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "model/model.h"
#include "model/reference.h"
#include "model/toy.h"

namespace tacitus {
namespace {

constexpr std::uint64_t kWidth = 64, kHidden = 16;

// A toy model with the head; `bias` is that of "none": the higher, the fewer words tell anything.
Toy toy_with_acts(float bias = 0, float side = 0) {
  Toy toy;
  toy.header["config"]["acts"] = kHidden;
  toy.header["act_selftest"] = nlohmann::json::array();
  std::mt19937 random(7);
  const auto add = [&](const std::string& name, std::vector<std::uint64_t> shape, float spread) {
    std::normal_distribution<float> normal(0, spread);
    ToyTensor& tensor = toy.tensors["acts." + name];
    tensor.values.resize(shape[0] * (shape.size() > 1 ? shape[1] : 1));
    for (float& x : tensor.values) x = normal(random);
    tensor.shape = std::move(shape);
  };
  add("in.weight", {kHidden, kWidth}, 0.3f);
  add("in.bias", {kHidden}, 0.3f);
  add("out.weight", {kActLabels, kHidden}, 0.3f);
  add("out.bias", {kActLabels}, 0.3f);
  std::vector<float>& biases = toy.tensors["acts.out.bias"].values;
  biases[0] += bias;
  biases[16] += side;
  biases[17] += side;
  return toy;
}

// docs/model-format.md followed to the letter: chances of none and the roots, then of the sides.
std::vector<double> reference_acts(const Toy& toy, const std::vector<double>& v) {
  std::vector<double> hidden(kHidden), out(kActLabels);
  for (std::size_t h = 0; h < kHidden; ++h) {
    hidden[h] = toy.at("acts.in.bias")[h];
    for (std::size_t i = 0; i < kWidth; ++i) hidden[h] += toy.at("acts.in.weight")[h * kWidth + i] * v[i];
    hidden[h] = std::max(hidden[h], 0.0);
  }
  double sum = 0;
  for (std::size_t o = 0; o < kActLabels; ++o) {
    out[o] = toy.at("acts.out.bias")[o];
    for (std::size_t h = 0; h < kHidden; ++h) out[o] += toy.at("acts.out.weight")[o * kHidden + h] * hidden[h];
    if (o < 16) sum += out[o] = std::exp(out[o]);
  }
  for (std::size_t o = 0; o < 16; ++o) out[o] /= sum;
  for (std::size_t o = 16; o < kActLabels; ++o) out[o] = 1 / (1 + std::exp(-out[o]));
  return out;
}

TEST(Acts, AreWhatTheFormatSays) {
  const Toy toy = toy_with_acts();
  const auto model = Model::load(write_file("acts.model", toy_model(toy)));
  ASSERT_TRUE(model.ok()) << model.error().message;
  Document document = toy_document(11, 12, 7, 2);
  const Reading reading = reference_reading(toy, document);
  Scratch scratch;
  model.value().read(document, scratch);
  EXPECT_TRUE(document.has_acts);
  ASSERT_EQ(document.acts.size(), document.tokens.size());
  for (const ActScores& found : document.acts) {
    const std::vector<double> wanted = reference_acts(toy, reading.vectors[found.token]);
    for (std::size_t r = 0; r < 15; ++r) EXPECT_NEAR(found.roots[r] / 255.0, wanted[1 + r], 0.03);
    EXPECT_NEAR(found.actor / 255.0, wanted[16], 0.05);
    EXPECT_NEAR(found.recipient / 255.0, wanted[17], 0.05);
  }
}

// Over all windows the tokens are in order, and those that tell nothing take no memory.
TEST(Acts, AreKeptOfWordsThatTellSomething) {
  const auto all = Model::load(write_file("all.model", toy_model(toy_with_acts())));
  const auto few = Model::load(write_file("few.model", toy_model(toy_with_acts(60, -60))));
  ASSERT_TRUE(all.ok() && few.ok());
  Document document = toy_document(3, 500);
  Scratch scratch;
  all.value().read(document, scratch);
  ASSERT_EQ(document.acts.size(), 500u);
  for (std::uint32_t t = 0; t < 500; ++t) EXPECT_EQ(document.acts[t].token, t);
  few.value().read(document, scratch);
  EXPECT_TRUE(document.acts.empty());
  EXPECT_TRUE(document.has_acts);
}

TEST(Acts, AreNoneInAFileWithoutTheHead) {
  const auto model = Model::load(write_file("no_acts.model", toy_model()));
  ASSERT_TRUE(model.ok()) << model.error().message;
  Document document = toy_document(4, 20);
  document.acts.resize(3);
  document.has_acts = true;
  Scratch scratch;
  model.value().read(document, scratch);
  EXPECT_TRUE(document.acts.empty());
  EXPECT_FALSE(document.has_acts);
}

TEST(Acts, AreTriedWhenAModelIsLoaded) {
  Toy toy = toy_with_acts();
  std::vector<double> scores(kActLabels, 0.0);
  scores[3] = 1;
  toy.header["act_selftest"].push_back({{"window", 0}, {"token", 1}, {"scores", scores}});
  const auto model = Model::load(write_file("wrong_acts.model", toy_model(toy)));
  ASSERT_FALSE(model.ok());
  EXPECT_NE(model.error().message.find("acts"), std::string::npos) << model.error().message;
  Toy lacking = toy_with_acts();
  lacking.tensors.erase("acts.out.bias");
  const auto without = Model::load(write_file("lacking_acts.model", toy_model(lacking)));
  ASSERT_FALSE(without.ok());
  EXPECT_NE(without.error().message.find("acts.out.bias"), std::string::npos);
}

}  // namespace
}  // namespace tacitus
