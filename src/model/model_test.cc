// The engine against the reference reader, on toy weights: every output of every head.
#include "model/model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <thread>

#include "model/network.h"
#include "model/reference.h"
#include "model/selftest.h"
#include "model/toy.h"

namespace tacitus {
namespace {

// Sets an environment variable while it lives.
class Setting {
 public:
  Setting(const char* name, const char* value) : name_(name) {
    if (const char* const old = std::getenv(name)) old_ = old;
    ::setenv(name, value, 1);
  }
  ~Setting() {
    if (old_) {
      ::setenv(name_, old_->c_str(), 1);
    } else {
      ::unsetenv(name_);
    }
  }

 private:
  const char* name_;
  std::optional<std::string> old_;
};

Model load_toy(const Toy& toy = Toy()) {
  Result<Model> model = Model::load(write_file("toy.model", toy_model(toy)));
  EXPECT_TRUE(model.ok()) << model.error().message;
  return std::move(model).value();
}

struct Share {
  std::size_t all = 0, equal = 0;
  void add(bool same) {
    ++all;
    equal += same;
  }
  double value() const { return static_cast<double>(equal) / static_cast<double>(all); }
};

// How many of the reference's outputs the document has. With `exact`, each one is demanded.
Share compare(const Reading& expected, const Document& found, bool exact) {
  Share share;
  for (std::size_t t = 0; t < found.tokens.size(); ++t) {
    const Token& token = found.tokens[t];
    share.add(token.upos == expected.upos[t]);
    share.add(token.deprel == expected.deprel[t]);
    share.add(static_cast<int>(token.head) == expected.heads[t]);
  }
  std::vector<Entity> entities;
  std::uint32_t begin = 0;
  for (std::uint32_t t = 0; t < found.tokens.size(); ++t) {
    const int part = (expected.entity[t] + 3) % 4;  // of B, I, E, S
    if (expected.entity[t] == 0) continue;
    if (part == 0 || part == 3) begin = t;
    if (part >= 2) {
      entities.push_back(
          {begin, t + 1, expected.entity[t] < 5 ? EntityType::kPerson : EntityType::kGpe});
    }
  }
  for (const Entity& entity : entities) {
    share.add(std::any_of(found.entities.begin(), found.entities.end(), [&](auto& other) {
      return other.first_token == entity.first_token && other.end_token == entity.end_token &&
             other.type == entity.type;
    }));
  }
  for (const AttributionSpan& span : expected.spans) {
    share.add(std::any_of(found.attribution.begin(), found.attribution.end(), [&](auto& other) {
      return other.first_token == span.first_token && other.end_token == span.end_token &&
             other.role == span.role && other.layer == span.layer &&
             (!exact ||
              (other.link == span.link && std::abs(other.score - span.score) < 1e-3f));
    }));
  }
  for (const Reference& reference : expected.references) {
    share.add(std::any_of(found.references.begin(), found.references.end(), [&](auto& other) {
      return other.token == reference.token && other.type == reference.type &&
             (!exact || (other.antecedent == reference.antecedent &&
                         std::abs(other.score - reference.score) < 1e-3f));
    }));
  }
  if (exact) {
    EXPECT_EQ(found.entities.size(), entities.size());
    EXPECT_EQ(found.attribution.size(), expected.spans.size());
    EXPECT_EQ(found.references.size(), expected.references.size());
    EXPECT_EQ(share.equal, share.all);
  }
  return share;
}

// What must hold of any document that was read.
void check(const Document& document) {
  const std::size_t tokens = document.tokens.size();
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t t = sentence.first_token; t < sentence.end_token; ++t) {
      const Token& token = document.tokens[t];
      EXPECT_LT(token.upos, 5);
      EXPECT_LT(token.deprel, 4);
      EXPECT_NE(token.head, t);
      EXPECT_TRUE(token.head == kNone ||
                  (sentence.first_token <= token.head && token.head < sentence.end_token));
    }
  }
  for (const Entity& entity : document.entities) {
    EXPECT_LT(entity.first_token, entity.end_token);
    EXPECT_LE(entity.end_token, tokens);
  }
  std::uint32_t last = 0;
  for (const AttributionSpan& span : document.attribution) {
    EXPECT_LT(span.first_token, span.end_token);
    EXPECT_LE(span.end_token, tokens);
    EXPECT_LE(last, span.first_token);
    last = span.first_token;
    if (span.link == kNone) continue;
    ASSERT_LT(span.link, document.attribution.size());
    const AttributionSpan& other = document.attribution[span.link];
    EXPECT_EQ(other.layer, span.layer);
    EXPECT_EQ(other.role, span.role == Role::kCue ? Role::kSource : Role::kCue);
    EXPECT_GT(span.score, 0);
    EXPECT_LE(span.score, 1);
  }
}

void expect_same(const Document& a, const Document& b) {
  for (std::size_t t = 0; t < a.tokens.size(); ++t) {
    ASSERT_EQ(a.tokens[t].upos, b.tokens[t].upos);
    ASSERT_EQ(a.tokens[t].head, b.tokens[t].head);
    ASSERT_EQ(a.tokens[t].deprel, b.tokens[t].deprel);
  }
  ASSERT_EQ(a.entities.size(), b.entities.size());
  ASSERT_EQ(a.attribution.size(), b.attribution.size());
  for (std::size_t i = 0; i < a.attribution.size(); ++i) {
    ASSERT_EQ(a.attribution[i].first_token, b.attribution[i].first_token);
    ASSERT_EQ(a.attribution[i].link, b.attribution[i].link);
    ASSERT_EQ(a.attribution[i].score, b.attribution[i].score);
  }
  ASSERT_EQ(a.references.size(), b.references.size());
  for (std::size_t i = 0; i < a.references.size(); ++i) {
    ASSERT_EQ(a.references[i].antecedent, b.references[i].antecedent);
    ASSERT_EQ(a.references[i].score, b.references[i].score);
  }
}

}  // namespace

TEST(Model, ReadsAsTheReferenceInFloat32) {
  const Setting setting("TACITUS_COMPUTE", "float32");
  std::vector<Reading> expected;  // by seed; one reading takes longer than all others together
  for (const unsigned seed : {1u, 2u, 3u}) expected.push_back(reference_reading(Toy(), toy_document(seed, 400)));
  for (const char* kernels : {"plain", "avx2", "avx512"}) {
    const Setting forced("TACITUS_KERNELS", kernels);
    if (!kernels::choose()) continue;
    const Model model = load_toy();
    EXPECT_EQ(model.card().compute, std::string("float32 (") + kernels + ")");
    Scratch scratch;
    for (const unsigned seed : {1u, 2u, 3u}) {
      Document document = toy_document(seed, 400);
      model.read(document, scratch);
      compare(expected[seed - 1], document, true);
    }
  }
}

TEST(Model, ReadsAlmostAsTheReferenceInEightBits) {
  const Reading expected = reference_reading(Toy(), toy_document(1, 400));
  for (const char* kernels :
       {"plain", "avx2", "avx_vnni", "avx512", "avx512_vnni", "avx512_bf16", "amx"}) {
    const Setting forced("TACITUS_KERNELS", kernels);
    if (!kernels::choose()) continue;
    const Model model = load_toy();
    EXPECT_EQ(model.card().compute, std::string("int8 (") + kernels + ")");
    Scratch scratch;
    Document document = toy_document(1, 400);
    model.read(document, scratch);
    EXPECT_GE(compare(expected, document, false).value(), 0.96) << kernels;
  }
}

TEST(Model, RefusesWhatTheEnvironmentAsksForAmiss) {
  const std::string path = write_file("toy.model", toy_model());
  for (const char* name : {"TACITUS_COMPUTE", "TACITUS_KERNELS"}) {
    const Setting setting(name, "float8");
    const Result<Model> model = Model::load(path);
    ASSERT_FALSE(model.ok());
    EXPECT_EQ(model.error().code, ErrorCode::kBadInput);
    EXPECT_NE(model.error().message.find(name), std::string::npos);
  }
}

TEST(Model, IsSharedByThreads) {
  const Model model = load_toy();
  std::vector<Document> alone, together[2];
  for (unsigned seed = 0; seed < 12; ++seed) {
    alone.push_back(toy_document(seed, 20 + 60 * seed));
    for (auto& documents : together) documents.push_back(alone.back());
  }
  auto read = [&](std::vector<Document>& documents) {
    Scratch scratch;
    for (Document& document : documents) model.read(document, scratch);
  };
  read(alone);
  std::thread first([&] { read(together[0]); }), second([&] { read(together[1]); });
  first.join();
  second.join();
  for (const auto& documents : together) {
    for (std::size_t i = 0; i < documents.size(); ++i) expect_same(documents[i], alone[i]);
  }
}

TEST(Model, StaysOnItsThread) {
  const Model model = load_toy();
  Scratch scratch;
  Document document = toy_document(1, 3000);
  model.read(document, scratch);
  const std::filesystem::directory_iterator tasks("/proc/self/task"), end;
  EXPECT_EQ(std::distance(tasks, end), 1);
}

TEST(Model, ReadsADocumentTheSameAfterAnother) {
  const Model model = load_toy();
  Document one = toy_document(1, 300), again = one, other = toy_document(2, 2000);
  Scratch fresh, used;
  model.read(one, fresh);
  model.read(other, used);
  model.read(again, used);
  expect_same(one, again);
  model.read(again, used);
  expect_same(one, again);
}

TEST(Model, ReadsHostileDocuments) {
  const Model model = load_toy();
  Scratch scratch;
  Document empty;
  model.read(empty, scratch);
  EXPECT_TRUE(empty.references.empty());

  Document document = toy_document(3, 400, 1, 1);
  document.sentences.resize(1);
  document.sentences[0].end_token = 400;
  document.pieces.assign(400 * 16, 150);
  for (std::uint32_t t = 0; t < 400; ++t) {
    document.tokens[t].first_piece = 16 * t;
    document.tokens[t].piece_count = 16;
  }
  model.read(document, scratch);
  check(document);

  document = toy_document(4, 300, 20, 100);
  model.read(document, scratch);
  check(document);

  // Made with another vocabulary.
  document = toy_document(5, 100);
  for (std::uint32_t& id : document.pieces) id += 1'000'000;
  model.read(document, scratch);
  check(document);
}

TEST(Model, FindsManyMentionsInLinearTime) {
  const Setting setting("TACITUS_COMPUTE", "float32");
  Toy toy;
  toy.tensors["referent.bias"].values = {-100, 0, 0, 0};
  const Model model = load_toy(toy);
  Scratch scratch;
  Document document = toy_document(1, 100'000, 30, 1);
  model.read(document, scratch);
  check(document);
  EXPECT_EQ(document.references.size(), 100'000u);
  for (std::uint32_t i = 0; i < document.references.size(); ++i) {
    const std::uint32_t antecedent = document.references[i].antecedent;
    ASSERT_TRUE(antecedent == kNone || (antecedent < i && i - antecedent <= 200));
  }
  // The windows of its start are read as those of a short text, far references included.
  Document start = toy_document(1, 700, 30, 1);
  model.read(start, scratch);
  compare(reference_reading(toy, start), start, true);
}

}  // namespace tacitus
