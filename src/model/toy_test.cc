#include "model/toy.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <random>
#include <set>

#include "model/model.h"
#include "model/reference.h"

namespace tacitus {
namespace {

constexpr std::uint64_t kWidth = 64, kVocabulary = 160;

std::string padded(std::string bytes, std::size_t to, char with) {
  bytes.resize((bytes.size() + to - 1) / to * to, with);
  return bytes;
}

template <class T>
void append(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

// BERT's places for the special pieces, then letters and signs, so that any text has pieces.
std::string piece(std::uint64_t id) {
  if (id == 0) return "[PAD]";
  if (id >= 100 && id < 104) {
    return std::vector<std::string>{"[UNK]", "[CLS]", "[SEP]", "[MASK]"}[id - 100];
  }
  if (id >= 104 && id < 130) return std::string(1, static_cast<char>('a' + id - 104));
  if (id >= 130 && id < 156) return std::string("##") + static_cast<char>('a' + id - 130);
  if (id >= 156) return std::string(1, ".,\"'"[id - 156]);
  return "w" + std::to_string(id);
}

class Maker {
 public:
  Maker(Toy& toy, unsigned seed) : toy_(toy), random_(seed) {}

  void add(const std::string& name, std::vector<std::uint64_t> shape, float spread,
           float middle = 0) {
    ToyTensor tensor;
    std::uint64_t count = 1;
    for (const std::uint64_t n : shape) count *= n;
    std::normal_distribution<float> normal(middle, spread);
    for (std::uint64_t i = 0; i < count; ++i) tensor.values.push_back(normal(random_));
    tensor.shape = std::move(shape);
    toy_.tensors[name] = std::move(tensor);
  }

  void quantise(const std::string& name) {
    ToyTensor& tensor = toy_.tensors[name];
    tensor.quantised = true;
    const std::uint64_t columns = tensor.shape[1];
    for (std::uint64_t r = 0; r < tensor.shape[0]; ++r) {
      float* const row = tensor.values.data() + r * columns;
      float most = 0;
      for (std::uint64_t i = 0; i < columns; ++i) most = std::max(most, std::abs(row[i]));
      tensor.scales.push_back(most / 127);
      for (std::uint64_t i = 0; i < columns; ++i) {
        tensor.bytes.push_back(static_cast<std::int8_t>(std::lround(row[i] / (most / 127))));
        row[i] = static_cast<float>(tensor.bytes.back()) * (most / 127);
      }
    }
  }

  void linear(const std::string& name, std::uint64_t out, std::uint64_t in, float spread = 0.2f) {
    add(name + ".weight", {out, in}, spread);
    add(name + ".bias", {out}, 0.1f);
    if (out > 16) quantise(name + ".weight");
  }

  void norm(const std::string& name) {
    add(name + ".weight", {kWidth}, 0.1f, 1);
    add(name + ".bias", {kWidth}, 0.1f);
  }

 private:
  Toy& toy_;
  std::mt19937 random_;
};

}  // namespace

Toy::Toy(unsigned seed) {
  header["config"] = {{"layers", 2},     {"width", kWidth}, {"heads", 2}, {"feed_forward", 128},
                      {"positions", 48}, {"window", 40},    {"arc", 32},  {"rel", 16},
                      {"link", 16},      {"coref", 32},     {"pair", 16},
                      {"layer_norm_epsilon", 1e-12}};
  header["vocabulary"] = nlohmann::json::array();
  for (std::uint64_t i = 0; i < kVocabulary; ++i) {
    header["vocabulary"].push_back(piece(i));
  }
  header["labels"] = {
      {"upos", {"NOUN", "VERB", "PRON", "PROPN", "DET"}},
      {"deprel", {"root", "nsubj", "obj", "det"}},
      {"entity", {"O", "B-PERSON", "I-PERSON", "E-PERSON", "S-PERSON", "B-GPE", "I-GPE", "E-GPE",
                  "S-GPE"}},
      {"attribution",
       {"O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content"}},
      {"referent", {"none", "PERSON", "ORG", "PLACE"}},
      {"root", kRootNames}};
  header["card"] = {{"name", "toy"},    {"version", "1"},         {"made", "2025-01-01"},
                    {"command", "toy"}, {"license", "Apache-2.0"}, {"scores", {{"toys", 1.5}}}};
  header["selftest"] = header["pair_selftest"] = nlohmann::json::array();

  Maker make(*this, seed);
  make.add("embedding.word", {kVocabulary, kWidth}, 0.5f);
  make.quantise("embedding.word");
  make.add("embedding.position", {48, kWidth}, 0.2f);
  make.add("embedding.shape", {32, kWidth}, 0.2f);
  make.norm("embedding.norm");
  for (const std::string layer : {"encoder.0.", "encoder.1."}) {
    make.linear(layer + "qkv", 3 * kWidth, kWidth);
    make.linear(layer + "attention.out", kWidth, kWidth);
    make.norm(layer + "attention.norm");
    make.linear(layer + "ffn.in", 128, kWidth);
    make.linear(layer + "ffn.out", kWidth, 128);
    make.norm(layer + "ffn.norm");
  }
  make.linear("upos", 5, kWidth);
  make.linear("entity", 9, kWidth);
  make.linear("referent", 4, kWidth);
  for (const std::string part : {"arc", "rel"}) {
    const std::uint64_t size = part == "arc" ? 32 : 16;
    make.linear(part + ".dep", size, kWidth);
    make.linear(part + ".head", size, kWidth);
    make.add(part + ".root", {size}, 1);
  }
  make.add("arc.bilinear", {32, 32}, 0.2f);
  make.quantise("arc.bilinear");
  make.add("arc.bias", {32}, 0.2f);
  make.add("rel.bilinear", {4, 17, 17}, 0.2f);
  for (const std::string k : {"attribution.0", "attribution.1"}) {
    make.linear(k, 7, kWidth);
    make.add(k + ".transition", {7, 7}, 1);
    make.add(k + ".start", {7}, 1);
    make.add(k + ".end", {7}, 1);
  }
  for (const std::string link : {"link.source", "link.content"}) {
    make.linear(link + ".query", 16, kWidth);
    make.linear(link + ".key", 16, kWidth);
    make.add(link + ".none", {16}, 0.2f);
    make.add(link + ".distance", {15}, 1);
  }
  make.linear("coref.query", 32, kWidth);
  make.linear("coref.key", 32, kWidth);
  make.add("coref.bias", {3, 11}, 1);
  make.linear("pair.in", 16, 3 * kWidth);
  make.linear("pair.out", kRootNames.size(), 16, 1);
  make.add("pair.none", {2, kWidth}, 1);
}

std::string Toy::bytes() const {
  std::string data;
  nlohmann::json table;
  for (const auto& [name, tensor] : tensors) {
    data = padded(std::move(data), 64, '\0');
    const std::size_t offset = data.size();
    if (tensor.quantised) {
      append(data, tensor.scales);
      data = padded(std::move(data), 64, '\0');
      append(data, tensor.bytes);
    } else {
      append(data, tensor.values);
    }
    table[name] = {{"type", tensor.quantised ? "q8" : "f32"},
                   {"shape", tensor.shape},
                   {"offset", offset},
                   {"bytes", data.size() - offset}};
  }
  nlohmann::json whole = header;
  whole["tensors"] = table;
  const std::string text = padded(std::string(16, ' ') + whole.dump(), 64, ' ').substr(16);
  std::string out = "TACITUS\x02";
  for (int i = 0; i < 8; ++i) out += static_cast<char>(text.size() >> (8 * i) & 0xFF);
  return out + text + data;
}

Document toy_document(unsigned seed, std::size_t tokens, std::size_t longest,
                      std::uint32_t most_pieces) {
  std::mt19937 random(seed);
  auto below = [&](std::size_t n) { return static_cast<std::uint32_t>(random() % n); };
  Document document;
  for (std::size_t left = 0; document.tokens.size() < tokens; --left) {
    const auto at = static_cast<std::uint32_t>(document.tokens.size());
    Token token;
    if (left == 0) {
      left = 1 + below(longest);
      Sentence sentence;
      sentence.first_token = at;
      document.sentences.push_back(sentence);
      token.before = below(4) == 0 ? Break::kParagraph : Break::kSentence;
    }
    document.sentences.back().end_token = at + 1;
    token.shape = static_cast<Shape>(1 + below(6));
    token.first_piece = static_cast<std::uint32_t>(document.pieces.size());
    token.piece_count = static_cast<std::uint8_t>(1 + below(most_pieces));
    for (std::uint32_t i = 0; i < token.piece_count; ++i) {
      document.pieces.push_back(below(kVocabulary));
    }
    document.tokens.push_back(token);
  }
  return document;
}

namespace {

nlohmann::json tokens_of(const Document& document) {
  auto out = nlohmann::json::array();
  for (const Token& token : document.tokens) {
    const auto* const ids = document.pieces.data() + token.first_piece;
    out.push_back({static_cast<int>(token.shape), static_cast<int>(token.before),
                   std::vector<std::uint32_t>(ids, ids + token.piece_count)});
  }
  return out;
}

}  // namespace

nlohmann::json toy_selftest(const Document& document, const Reading& reading) {
  nlohmann::json out = {{"tokens", tokens_of(document)},
                        {"sentences", nlohmann::json::array()},
                        {"upos", reading.upos},
                        {"heads", reading.heads},
                        {"deprel", reading.deprel},
                        {"entity", reading.entity},
                        {"attribution", {reading.attribution[0], reading.attribution[1]}},
                        {"vectors", nlohmann::json::object()}};
  for (const Sentence& s : document.sentences) out["sentences"].push_back(s.first_token);
  for (std::size_t t = 0; t < document.tokens.size(); t += 3) {
    const auto& v = reading.vectors[t];
    out["vectors"][std::to_string(t)] = std::vector<double>(v.begin(), v.begin() + 8);
  }
  return out;
}

std::string toy_model(Toy toy) {
  for (const unsigned text : {1u, 2u, 3u}) {
    const Document document = toy_document(text, 12, 7, 2);
    toy.header["selftest"].push_back(toy_selftest(document, reference_reading(toy, document)));
    const MarkedPair pair = {0, 12, 1, 3, 7, 8};
    toy.header["pair_selftest"].push_back({{"tokens", tokens_of(document)},
                                           {"source", {pair.source_first, pair.source_end}},
                                           {"target", {pair.target_first, pair.target_end}},
                                           {"roots", reference_pair(toy, document, pair)}});
  }
  return toy.bytes();
}

std::string write_file(const std::string& name, const std::string& bytes) {
  struct Files {
    std::set<std::string> paths;
    ~Files() {
      for (const std::string& path : paths) std::remove(path.c_str());
    }
  };
  static Files files;
  // Tests run side by side, each in a process of its own.
  const std::string path =
      testing::TempDir() + "tacitus_" + std::to_string(::getpid()) + "_" + name;
  files.paths.insert(path);
  std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
  return path;
}

TEST(Toy, IsAModelWithItsCard) {
  const std::string bytes = toy_model();
  const Result<Model> model = Model::load(write_file("card.model", bytes));
  ASSERT_TRUE(model.ok()) << model.error().message;
  const ModelCard& card = model.value().card();
  EXPECT_EQ(card.name, "toy");
  EXPECT_EQ(card.bytes, bytes.size());
  EXPECT_EQ(card.scores, (std::vector<std::pair<std::string, double>>{{"toys", 1.5}}));
  std::uint64_t parameters = 0;
  for (const auto& [name, tensor] : Toy().tensors) parameters += tensor.values.size();
  EXPECT_EQ(card.parameters, parameters);
  EXPECT_EQ(model.value().vocabulary().size(), 160u);
  EXPECT_EQ(model.value().upos()[2], "PRON");
  EXPECT_EQ(model.value().deprels()[1], "nsubj");
}

}  // namespace tacitus
