#include "model/meaning.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "model/model.h"
#include "model/network.h"
#include "model/reference.h"
#include "model/toy.h"

namespace tacitus {
namespace {

constexpr std::uint64_t kWidth = 64, kVocabulary = 160, kHidden = 32;

// A toy model with the head.
Toy toy_with_meaning() {
  Toy toy;
  toy.header["config"]["meaning"] = kHidden;
  toy.header["meaning_selftest"] = nlohmann::json::array();
  std::mt19937 random(5);
  const auto add = [&](const std::string& name, std::vector<std::uint64_t> shape, float spread,
                       bool is_positive = false) {
    std::normal_distribution<float> normal(0, spread);
    ToyTensor& tensor = toy.tensors["meaning." + name];
    tensor.values.resize(shape[0] * (shape.size() > 1 ? shape[1] : 1));
    for (float& x : tensor.values) x = is_positive ? 0.1f + std::abs(normal(random)) : normal(random);
    tensor.shape = std::move(shape);
  };
  add("gate.weight", {kWidth}, 0.3f);
  add("gate.bias", {1}, 0.3f);
  add("piece", {kVocabulary}, 1, true);
  add("in.weight", {kHidden, 2 * kWidth}, 0.2f);
  add("in.bias", {kHidden}, 0.1f);
  add("out.weight", {kWidth, kHidden}, 0.2f);
  add("skip.weight", {kWidth, 2 * kWidth}, 0.2f);
  add("skip.bias", {kWidth}, 0.1f);
  return toy;
}

// docs/model-format.md followed to the letter.
std::vector<double> reference_meaning(const Toy& toy, const Document& document,
                                      const std::vector<std::vector<double>>& v,
                                      std::uint32_t first, std::uint32_t end) {
  std::vector<double> x(2 * kWidth);
  double gates = 0, weights = 0;
  for (std::uint32_t t = first; t < end; ++t) {
    double gate = toy.at("meaning.gate.bias")[0];
    for (std::size_t i = 0; i < kWidth; ++i) gate += toy.at("meaning.gate.weight")[i] * v[t][i];
    gate = 1 / (1 + std::exp(-gate));
    gates += gate;
    for (std::size_t i = 0; i < kWidth; ++i) x[i] += gate * v[t][i];
    const Token& token = document.tokens[t];
    for (std::uint32_t p = 0; p < token.piece_count; ++p) {
      const std::uint32_t id = document.pieces[token.first_piece + p];
      const double weight = toy.at("meaning.piece")[id];
      weights += weight;
      for (std::size_t i = 0; i < kWidth; ++i) {
        x[kWidth + i] += weight * toy.at("embedding.word")[id * kWidth + i];
      }
    }
  }
  for (std::size_t i = 0; i < kWidth; ++i) {
    x[i] /= gates;
    x[kWidth + i] /= weights;
  }
  std::vector<double> hidden(kHidden), y(kWidth);
  for (std::size_t h = 0; h < kHidden; ++h) {
    hidden[h] = toy.at("meaning.in.bias")[h];
    for (std::size_t i = 0; i < x.size(); ++i) {
      hidden[h] += toy.at("meaning.in.weight")[h * x.size() + i] * x[i];
    }
    hidden[h] = std::max(hidden[h], 0.0);
  }
  double squares = 0;
  for (std::size_t o = 0; o < kWidth; ++o) {
    y[o] = toy.at("meaning.skip.bias")[o];
    for (std::size_t i = 0; i < x.size(); ++i) {
      y[o] += toy.at("meaning.skip.weight")[o * x.size() + i] * x[i];
    }
    for (std::size_t h = 0; h < kHidden; ++h) {
      y[o] += toy.at("meaning.out.weight")[o * kHidden + h] * hidden[h];
    }
    squares += y[o] * y[o];
  }
  for (double& value : y) value /= std::sqrt(squares);
  return y;
}

}  // namespace

TEST(Meaning, IsWhatTheFormatSaysOfAnyStretch) {
  const Toy toy = toy_with_meaning();
  const auto model = Model::load(write_file("meaning.model", toy_model(toy)));
  ASSERT_TRUE(model.ok()) << model.error().message;
  ASSERT_EQ(model.value().meaning_width(), kWidth);
  Document document = toy_document(11, 12, 7, 2);
  const Reading reading = reference_reading(toy, document);
  Scratch scratch;
  model.value().read(document, scratch);
  std::vector<float> found(kWidth);
  for (const auto& [first, end] : {std::pair(0u, 12u), std::pair(3u, 4u), std::pair(2u, 9u)}) {
    ASSERT_TRUE(model.value().meaning(document, first, end, scratch, found));
    const auto wanted = reference_meaning(toy, document, reading.vectors, first, end);
    for (std::size_t i = 0; i < kWidth; ++i) EXPECT_NEAR(found[i], wanted[i], 0.02) << i;
  }
}

TEST(Meaning, OfManyStretchesIsWhatEachHasAlone) {
  const auto model = Model::load(write_file("many.model", toy_model(toy_with_meaning())));
  ASSERT_TRUE(model.ok()) << model.error().message;
  Document document = toy_document(3, 60);
  Scratch scratch;
  scratch.keep_vectors(true);
  model.value().read(document, scratch);
  std::vector<Span> stretches;
  for (std::uint32_t i = 0; i < 21; ++i) stretches.push_back({i, i + 1 + 2 * (i % 7)});
  stretches[4] = {9, 9};      // nothing
  stretches[12] = {9, 8};     // turned round
  stretches[13] = {50, 400};  // behind the end
  std::vector<float> together(stretches.size() * kWidth, 1), alone(kWidth);
  model.value().meanings(document, stretches, scratch, together);
  for (std::size_t s = 0; s < stretches.size(); ++s) {
    std::fill(alone.begin(), alone.end(), 0.0f);
    EXPECT_EQ(model.value().meaning(document, stretches[s].begin, stretches[s].end, scratch, alone),
              s != 4 && s != 12 && s != 13);
    for (std::size_t i = 0; i < kWidth; ++i) EXPECT_NEAR(together[s * kWidth + i], alone[i], 1e-5) << s;
  }
}

// The same whether vectors were kept, whether windows are read again, and in whatever order.
TEST(Meaning, IsTheSameKeptOrReadAgain) {
  const auto model = Model::load(write_file("again.model", toy_model(toy_with_meaning())));
  ASSERT_TRUE(model.ok()) << model.error().message;
  Document document = toy_document(3, 700);
  Scratch keeping, other;
  keeping.keep_vectors(true);
  model.value().read(document, keeping);
  model.value().read(document, other);
  std::vector<float> kept(kWidth), again(kWidth);
  for (const auto& [first, end] : {std::pair(650u, 700u), std::pair(0u, 5u), std::pair(3u, 690u), std::pair(300u, 301u)}) {
    ASSERT_TRUE(model.value().meaning(document, first, end, keeping, kept));
    ASSERT_TRUE(model.value().meaning(document, first, end, other, again));
    for (std::size_t i = 0; i < kWidth; ++i) EXPECT_NEAR(kept[i], again[i], 1e-5f) << first << ' ' << i;
  }
}

// What is kept has a bound; what lies behind it is read again, and of a stretch that is longer than
// the bound the beginning is looked at.
TEST(Meaning, ReachesBehindWhatIsKept) {
  const auto model = Model::load(write_file("behind.model", toy_model(toy_with_meaning())));
  ASSERT_TRUE(model.ok()) << model.error().message;
  const auto size = static_cast<std::uint32_t>(MeaningRoom::kMost) + 2000;
  Document document = toy_document(3, size);
  Scratch keeping, other;
  keeping.keep_vectors(true);
  model.value().read(document, keeping);
  model.value().read(document, other);
  std::vector<float> kept(kWidth), again(kWidth);
  for (const auto& [first, end] : {std::pair(size - 40, size), std::pair(size - 3000, size - 10), std::pair(0u, size)}) {
    ASSERT_TRUE(model.value().meaning(document, first, end, keeping, kept)) << first;
    ASSERT_TRUE(model.value().meaning(document, first, end, other, again)) << first;
    for (std::size_t i = 0; i < kWidth; ++i) EXPECT_NEAR(kept[i], again[i], 1e-5f) << first << ' ' << i;
  }
  EXPECT_LE(keeping.buffers().meaning.count, MeaningRoom::kMost);
}

// A document that is read later takes the place of the one before.
TEST(Meaning, ReachesOverAllWindowsOfTheLastDocument) {
  const auto model = Model::load(write_file("windows.model", toy_model(toy_with_meaning())));
  ASSERT_TRUE(model.ok()) << model.error().message;
  Document longer = toy_document(3, 400), shorter = toy_document(4, 20);
  Scratch scratch;
  model.value().read(longer, scratch);
  std::vector<float> last(kWidth), all(kWidth);
  EXPECT_TRUE(model.value().meaning(longer, 399, 400, scratch, last));
  EXPECT_TRUE(model.value().meaning(longer, 0, 400, scratch, all));
  EXPECT_NE(last, all);
  model.value().read(shorter, scratch);
  EXPECT_FALSE(model.value().meaning(longer, 0, 400, scratch, all));
  EXPECT_TRUE(model.value().meaning(shorter, 0, 20, scratch, all));
}

TEST(Meaning, IsNoneOfStretchesThatAreNone) {
  const auto model = Model::load(write_file("none.model", toy_model(toy_with_meaning())));
  ASSERT_TRUE(model.ok()) << model.error().message;
  Document document = toy_document(4, 20);
  Scratch scratch;
  model.value().read(document, scratch);
  std::vector<float> out(kWidth, 7.0f), narrow(8);
  EXPECT_FALSE(model.value().meaning(document, 5, 5, scratch, out));
  EXPECT_FALSE(model.value().meaning(document, 6, 5, scratch, out));
  EXPECT_FALSE(model.value().meaning(document, 0, 21, scratch, out));
  EXPECT_FALSE(model.value().meaning(document, kNone, kNone, scratch, out));
  EXPECT_FALSE(model.value().meaning(document, 0, 5, scratch, narrow));
  EXPECT_EQ(out, std::vector<float>(kWidth, 7.0f));
}

TEST(Meaning, IsNotThereInAFileWithoutIt) {
  const auto model = Model::load(write_file("without.model", toy_model()));
  ASSERT_TRUE(model.ok()) << model.error().message;
  EXPECT_EQ(model.value().meaning_width(), 0u);
  Document document = toy_document(4, 20);
  Scratch scratch;
  model.value().read(document, scratch);
  EXPECT_FALSE(model.value().meaning(document, 0, 20, scratch, {}));
}

TEST(Meaning, IsTriedWhenAModelIsLoaded) {
  Toy toy = toy_with_meaning();
  toy.header["meaning_selftest"].push_back(
      {{"window", 0}, {"first", 0}, {"end", 5}, {"vector", {0.9, -0.9}}});
  const auto model = Model::load(write_file("wrong.model", toy_model(toy)));
  ASSERT_FALSE(model.ok());
  EXPECT_NE(model.error().message.find("meanings"), std::string::npos) << model.error().message;
  Toy lacking = toy_with_meaning();
  lacking.tensors.erase("meaning.piece");
  const auto without = Model::load(write_file("lacking.model", toy_model(lacking)));
  ASSERT_FALSE(without.ok());
  EXPECT_NE(without.error().message.find("meaning.piece"), std::string::npos);
}

}  // namespace tacitus
