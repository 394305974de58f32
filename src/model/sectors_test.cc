#include "model/sectors.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "model/model.h"
#include "model/reference.h"
#include "model/toy.h"

namespace tacitus {
namespace {

constexpr std::uint64_t kWidth = 64, kHidden = 16, kSectors = kSectorNames.size();
constexpr const char* kLayer[] = {"qkv.weight",    "qkv.bias",    "attention.out.weight",  "attention.out.bias",
                                  "ffn.in.weight", "ffn.in.bias", "attention.norm.weight", "attention.norm.bias",
                                  "ffn.out.weight", "ffn.out.bias", "ffn.norm.weight",     "ffn.norm.bias"};

// A toy model with the head; the higher `bias`, the more tokens are taken for somebody's names.
Toy toy_with_sectors(float bias) {
  Toy toy;
  toy.header["config"]["sectors"] = kHidden;
  toy.header["labels"]["sector"] = kSectorNames;
  toy.header["sector_selftest"] = nlohmann::json::array();
  std::mt19937 random(7);
  const auto add = [&](const std::string& name, std::vector<std::uint64_t> shape, float spread) {
    std::normal_distribution<float> normal(0, spread);
    ToyTensor& tensor = toy.tensors["sectors." + name];
    tensor.values.resize(shape[0] * (shape.size() > 1 ? shape[1] : 1));
    for (float& x : tensor.values) x = normal(random);
    tensor.shape = std::move(shape);
  };
  add("gate.weight", {1, kWidth}, 0.3f);
  add("gate.bias", {1}, 0.3f);
  const Toy other(99);
  for (const char* part : kLayer) toy.tensors[std::string("sectors.layer.") + part] = other.tensors.at(std::string("encoder.1.") + part);
  add("in.weight", {kHidden, 2 * kWidth}, 0.2f);
  add("in.bias", {kHidden}, 0.3f);
  add("out.weight", {kSectors, kHidden}, 0.3f);
  add("out.bias", {kSectors}, 0.3f);
  toy.tensors["sectors.gate.bias"].values[0] += bias;
  return toy;
}

std::vector<double> layer(const Toy& toy, const std::string& name, const std::vector<double>& x) {
  std::vector<double> out;
  for (const float bias : toy.at("sectors." + name + ".bias")) {
    double sum = bias;
    for (std::size_t i = 0; i < x.size(); ++i) sum += toy.at("sectors." + name + ".weight")[out.size() * x.size() + i] * x[i];
    out.push_back(sum);
  }
  return out;
}

// What the tokens' vectors are where the head's layer stands for the encoder's last.
std::vector<std::vector<double>> read_again(Toy toy, const Document& document) {
  for (const char* part : kLayer) toy.tensors[std::string("encoder.1.") + part] = toy.tensors[std::string("sectors.layer.") + part];
  return reference_reading(toy, document).vectors;
}

// docs/model-format.md followed to the letter: the chances of the sectors of a token, by both its vectors.
std::vector<double> reference_sectors(const Toy& toy, std::vector<double> again, const std::vector<double>& vector) {
  again.insert(again.end(), vector.begin(), vector.end());
  std::vector<double> hidden = layer(toy, "in", again);
  for (double& x : hidden) x = std::max(x, 0.0);
  std::vector<double> out = layer(toy, "out", hidden);
  double sum = 0;
  for (double& x : out) sum += x = std::exp(x);
  for (double& x : out) x /= sum;
  return out;
}

TEST(Sectors, AreWhatTheFormatSays) {
  const Toy toy = toy_with_sectors(60);
  const auto model = Model::load(write_file("sectors.model", toy_model(toy)));
  ASSERT_TRUE(model.ok()) << model.error().message;
  Document document = toy_document(11, 12, 7, 2);  // one window
  const std::vector<std::vector<double>> vectors = reference_reading(toy, document).vectors, again = read_again(toy, document);
  Scratch scratch;
  model.value().read(document, scratch);
  ASSERT_EQ(document.sectors.size(), document.tokens.size());
  for (const SectorScores& found : document.sectors) {
    const std::vector<double> wanted = reference_sectors(toy, again[found.token], vectors[found.token]);
    for (std::size_t k = 0; k < found.sectors.size(); ++k) {
      EXPECT_NEAR(found.chances[k] / 255.0, wanted[found.sectors[k]], 0.12);  // in eight bits, over four layers
    }
    EXPECT_GE(found.chances[0], found.chances[1]);
  }
}

// Whoever else of a window is asked, and over batches of windows.
TEST(Sectors, AreToldOfTheTokensThatTheGateLetsPass) {
  const auto all = Model::load(write_file("every.model", toy_model(toy_with_sectors(60))));
  const auto some = Model::load(write_file("some.model", toy_model(toy_with_sectors(0))));
  const auto none = Model::load(write_file("none.model", toy_model(toy_with_sectors(-60))));
  ASSERT_TRUE(all.ok() && some.ok() && none.ok());
  Document document = toy_document(3, 700);
  Scratch scratch;
  all.value().read(document, scratch);
  ASSERT_EQ(document.sectors.size(), 700u);
  const std::vector<SectorScores> every = document.sectors;
  for (std::uint32_t t = 0; t < 700; ++t) EXPECT_EQ(every[t].token, t);
  some.value().read(document, scratch);
  EXPECT_GT(document.sectors.size(), 0u);
  EXPECT_LT(document.sectors.size(), 700u);
  for (const SectorScores& one : document.sectors) {
    EXPECT_EQ(one.sectors, every[one.token].sectors);
    EXPECT_NEAR(one.chances[0], every[one.token].chances[0], 2);
  }
  none.value().read(document, scratch);
  EXPECT_TRUE(document.sectors.empty());
}

TEST(Sectors, AreNoneInAFileWithoutTheHead) {
  const auto model = Model::load(write_file("no_sectors.model", toy_model()));
  ASSERT_TRUE(model.ok()) << model.error().message;
  Document document = toy_document(4, 20);
  document.sectors.resize(3);
  Scratch scratch;
  model.value().read(document, scratch);
  EXPECT_TRUE(document.sectors.empty());
}

TEST(Sectors, AreTriedWhenAModelIsLoaded) {
  Toy toy = toy_with_sectors(60);
  std::vector<double> scores(kSectors, 0.0);
  toy.header["sector_selftest"].push_back({{"window", 0}, {"token", 1}, {"scores", scores}});
  const auto model = Model::load(write_file("wrong_sectors.model", toy_model(toy)));
  ASSERT_FALSE(model.ok());
  EXPECT_NE(model.error().message.find("sectors"), std::string::npos) << model.error().message;
  Toy lacking = toy_with_sectors(0);
  lacking.tensors.erase("sectors.layer.ffn.in.weight");
  const auto without = Model::load(write_file("lacking_sectors.model", toy_model(lacking)));
  ASSERT_FALSE(without.ok());
  EXPECT_NE(without.error().message.find("sectors.layer.ffn.in"), std::string::npos);
  Toy other = toy_with_sectors(0);
  other.header["labels"]["sector"][1] = "LEG";
  EXPECT_FALSE(Model::load(write_file("other_sectors.model", toy_model(other))).ok());
}

}  // namespace
}  // namespace tacitus
