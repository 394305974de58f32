// Files that are no models, or were one.
#include "model/file.h"

#include <gtest/gtest.h>

#include <cstring>
#include <random>

#include "model/model.h"
#include "model/toy.h"

namespace tacitus {
namespace {

const std::string& good() {
  static const std::string kBytes = toy_model();
  return kBytes;
}

// The error that a file of these bytes gives; its message must be one line that names the file
// and says what to do.
Error error_of(const std::string& bytes) {
  const std::string path = write_file("bad.model", bytes);
  const Result<Model> model = Model::load(path);
  if (model.ok()) return {ErrorCode::kLimit, "none"};
  const std::string& message = model.error().message;
  EXPECT_EQ(message.find('\n'), std::string::npos);
  EXPECT_EQ(message.rfind(path, 0), 0u) << message;
  EXPECT_NE(message.find("models/"), std::string::npos) << message;
  return model.error();
}

void expect_bad(const std::string& bytes, const std::string& because) {
  const Error error = error_of(bytes);
  EXPECT_EQ(error.code, ErrorCode::kBadModel) << because;
  EXPECT_NE(error.message.find(because), std::string::npos) << error.message;
}

// A model whose header was changed by `change` (its self-tests are those of the good one).
template <class Change>
void expect_bad_header(const std::string& because, Change change) {
  std::uint64_t length = 0;
  std::memcpy(&length, good().data() + 8, 8);
  auto header = nlohmann::json::parse(good().substr(16, length));
  change(header);
  std::string text = header.dump();
  text.resize((text.size() + 16 + 63) / 64 * 64 - 16, ' ');
  length = text.size();
  std::string bytes = good().substr(0, 8) + std::string(8, '\0') + text;
  std::memcpy(bytes.data() + 8, &length, 8);
  std::uint64_t old = 0;
  std::memcpy(&old, good().data() + 8, 8);
  expect_bad(bytes + good().substr(16 + old), because);
}

}  // namespace

TEST(ModelFile, IsMissed) {
  const Result<Model> model = Model::load("no/such/file.model");
  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().code, ErrorCode::kNotFound);
  EXPECT_NE(model.error().message.find("models/"), std::string::npos);
}

TEST(ModelFile, IsNoFolder) {
  const Result<Model> model = Model::load(testing::TempDir());
  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().code, ErrorCode::kIo);
}

TEST(ModelFile, IsRefusedWhereverItIsCut) {
  std::uint64_t header = 0;
  std::memcpy(&header, good().data() + 8, 8);
  std::vector<std::size_t> lengths = {0, 1, 7, 8, 9, 15, 16, 17, 63, 64, 16 + header / 2,
                                      16 + header - 1, 16 + header, 16 + header + 1,
                                      good().size() - 64, good().size() - 1};
  for (int i = 1; i < 20; ++i) {
    lengths.push_back(16 + header + (good().size() - 16 - header) * i / 20);
  }
  for (const std::size_t length : lengths) {
    EXPECT_EQ(error_of(good().substr(0, length)).code, ErrorCode::kBadModel) << length;
  }
}

TEST(ModelFile, IsRefusedInAnotherFormat) {
  std::string bytes = good();
  bytes[0] = 'X';
  expect_bad(bytes, "no model file");
  bytes = good();
  bytes[7] = 1;
  expect_bad(bytes, "is of format 1");
  for (const std::uint64_t length : {~std::uint64_t{0}, std::uint64_t{1} << 63, std::uint64_t{0},
                                     std::uint64_t{48}, std::uint64_t{49}}) {
    bytes = good();
    std::memcpy(bytes.data() + 8, &length, 8);
    expect_bad(bytes, "header");
  }
}

TEST(ModelFile, IsRefusedWithABadHeader) {
  using nlohmann::json;
  expect_bad_header("config", [](json& h) { h.erase("config"); });
  expect_bad_header("width", [](json& h) { h["config"]["width"] = 65; });
  expect_bad_header("width", [](json& h) { h["config"]["width"] = -64; });
  expect_bad_header("layers", [](json& h) { h["config"]["layers"] = "2"; });
  expect_bad_header("layers", [](json& h) { h["config"]["layers"] = 1e9; });
  expect_bad_header("window", [](json& h) { h["config"]["window"] = 49; });
  expect_bad_header("window", [](json& h) { h["config"]["window"] = 17; });
  expect_bad_header("multiple of 16", [](json& h) { h["config"]["rel"] = 17; });
  expect_bad_header("vocabulary", [](json& h) { h["vocabulary"] = {"a"}; });
  expect_bad_header("entity", [](json& h) { h["labels"]["entity"][1] = "B-BEAST"; });
  expect_bad_header("entity", [](json& h) { h["labels"]["entity"].erase(2); });
  expect_bad_header("attribution", [](json& h) { h["labels"]["attribution"][1] = "I-source"; });
  expect_bad_header("label set", [](json& h) { h["labels"]["upos"] = json::array(); });
  expect_bad_header("selftest", [](json& h) { h["selftest"] = json::array(); });
  expect_bad_header("selftest", [](json& h) { h["selftest"][0]["upos"][0] = 99; });
  expect_bad_header("selftest", [](json& h) { h["selftest"][0]["tokens"][0][2][0] = 160; });
  expect_bad_header("selftest", [](json& h) { h["selftest"][0]["vectors"]["12"] = {1}; });
  expect_bad_header("selftest", [](json& h) { h["selftest"][0]["heads"].erase(0); });
  expect_bad_header("scores", [](json& h) { h["card"].erase("scores"); });
}

TEST(ModelFile, IsRefusedWithBadTensors) {
  using nlohmann::json;
  auto upos = [](json& h) -> json& { return h["tensors"]["upos.weight"]; };
  expect_bad_header("lacks the tensor upos.weight", [](json& h) { h["tensors"].erase("upos.weight"); });
  expect_bad_header("cut short", [&](json& h) { upos(h)["offset"] = 1 << 30; });
  expect_bad_header("multiple of 64", [&](json& h) { upos(h)["offset"] = 4; });
  expect_bad_header("offset", [&](json& h) { upos(h)["offset"] = -64; });
  expect_bad_header("another length", [&](json& h) { upos(h)["bytes"] = 4; });
  expect_bad_header("another length", [&](json& h) { upos(h)["shape"] = {5, 65}; });
  expect_bad_header("another shape", [&](json& h) { upos(h)["shape"] = {64, 5}; });
  expect_bad_header("shape", [&](json& h) { upos(h)["shape"] = {0, 64}; });
  expect_bad_header("shape", [&](json& h) { upos(h)["shape"] = json::array(); });
  expect_bad_header("too large", [&](json& h) { upos(h)["shape"] = {1 << 23, 1 << 23}; });
  expect_bad_header("unknown type", [&](json& h) { upos(h)["type"] = "q4"; });
  expect_bad_header("q8", [](json& h) { h["tensors"]["upos.bias"]["type"] = "q8"; });
  expect_bad_header("shape", [](json& h) { h["config"]["feed_forward"] = 64; });

  for (const char* name : {"upos.weight", "embedding.word", "arc.bilinear", "coref.bias"}) {
    Toy toy;
    ToyTensor& tensor = toy.tensors[name];
    (tensor.quantised ? tensor.scales : tensor.values)[1] = NAN;
    toy.header["selftest"].push_back({{"tokens", {{1, 1, {5}}}},
                                      {"sentences", {0}},
                                      {"upos", {0}},
                                      {"heads", {-1}},
                                      {"deprel", {0}},
                                      {"entity", {0}},
                                      {"attribution", {{0}, {0}}},
                                      {"vectors", nlohmann::json::object()}});
    expect_bad(toy.bytes(), std::string(name) + " that are not finite");
  }
}

TEST(ModelFile, IsRefusedWhenItFailsItsSelfTest) {
  expect_bad_header("fails its self-test", [](nlohmann::json& h) {
    auto& first = h["selftest"][0]["vectors"]["0"][0];
    first = first.get<double>() + 0.5;
  });
  expect_bad_header("fails its self-test", [](nlohmann::json& h) {
    for (auto& label : h["selftest"][1]["upos"]) label = (label.get<int>() + 1) % 5;
  });
}

TEST(ModelFile, GivesTheSameAfterARest) {
  Result<ModelFile> file = ModelFile::open(write_file("rest.model", good()));
  ASSERT_TRUE(file.ok());
  const std::uint64_t width = file.value().header().config.width;
  const FileMatrix before = file.value().matrix("encoder.0.qkv.weight", 3 * width, width);
  ASSERT_EQ(file.value().trouble(), "");
  const std::vector<float> numbers = before.as_floats();
  file.value().rest();
  EXPECT_EQ(before.as_floats(), numbers);
  EXPECT_EQ(file.value().floats("encoder.0.qkv.weight", {3 * width, width}), numbers);
}

TEST(ModelFile, SurvivesDamage) {
  std::uint64_t header = 0;
  std::memcpy(&header, good().data() + 8, 8);
  std::mt19937 random(1);
  for (int round = 0; round < 300; ++round) {
    std::string bytes = good();
    for (int i = 0; i < 3; ++i) {
      const std::size_t end = round % 3 ? 16 + header : bytes.size();
      bytes[random() % end] = static_cast<char>(random());
    }
    // A byte of a weight or of the card may change unseen; nothing may crash.
    const Result<Model> model = Model::load(write_file("damaged.model", bytes));
    EXPECT_TRUE(model.ok() || model.error().code == ErrorCode::kBadModel);
  }
}

}  // namespace tacitus
