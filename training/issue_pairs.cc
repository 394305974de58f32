// What the engine makes of pairs of issue phrases. JSON Lines {"a": {"text", "begin", "end"}, "b": the same} in,
// begin and end in code points; JSON Lines {"same": probability, "features": [...]} out, by kIssueFeatures; with
// --vectors also the bytes of the two phrases' vectors of meaning. A text that comes in several pairs is read once.
//
//   issue_pairs MODEL [--vectors] < pairs.jsonl
#include <array>
#include <deque>
#include <iostream>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/utf8.h"
#include "model/model.h"
#include "model/vector_bytes.h"
#include "read/issues/same.h"
#include "text/analyse.h"

namespace {

using nlohmann::json;
using namespace tacitus;

struct Phrase {
  std::size_t begin = 0, end = 0;  // code points
  IssueSigns signs;
  std::vector<float> vector;
};

// Fills the phrases of one text.
void read_phrases(const std::string& text, std::span<Phrase* const> phrases, const Model& model, PieceCutter& cutter,
                  Scratch& scratch) {
  const Offsets offsets(text);
  Document document = make_document(text, 0, cutter);
  model.read(document, scratch);
  for (Phrase* const phrase : phrases) {
    const Span span{offsets.to_byte(phrase->begin), offsets.to_byte(phrase->end)};
    std::uint32_t first = 0, end = 0;
    for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
      const Span token = document.tokens[t].span;
      if (token.begin < span.end && token.end > span.begin) {
        if (end == 0) first = t;
        end = t + 1;
      }
    }
    phrase->vector.resize(model.meaning_width());
    model.meaning(document, first, end, scratch, phrase->vector);
    phrase->signs = IssueWords::builtin().signs(span.in(text), Knowledge::builtin());
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool has_vectors = argc == 3 && std::string_view(argv[2]) == "--vectors";
  const auto model = argc == 2 || has_vectors ? Model::load(argv[1])
                                              : Error{ErrorCode::kBadInput, "usage: issue_pairs MODEL [--vectors] < pairs.jsonl"};
  if (!model.ok() || model.value().meaning_width() == 0) {
    std::cerr << "issue_pairs: " << (model.ok() ? "the model has no meaning head" : model.error().message) << '\n';
    return 1;
  }
  std::deque<std::array<Phrase, 2>> pairs;
  std::unordered_map<std::string, std::vector<Phrase*>> of_text;
  for (std::string line; std::getline(std::cin, line);) {
    const json item = json::parse(line);
    pairs.emplace_back();
    for (const int side : {0, 1}) {
      const json& given = item.at(side == 0 ? "a" : "b");
      Phrase& phrase = pairs.back()[static_cast<std::size_t>(side)];
      phrase.begin = given.at("begin");
      phrase.end = given.at("end");
      of_text[given.at("text")].push_back(&phrase);
    }
  }
  const PieceVocabulary vocabulary(model.value().vocabulary());
  PieceCutter cutter(vocabulary);
  Scratch scratch;
  for (const auto& [text, phrases] : of_text) read_phrases(text, phrases, model.value(), cutter, scratch);
  for (const auto& [a, b] : pairs) {
    const auto signs = [](const IssueSigns& s) {
      return json{{"actors", s.actors}, {"names", s.names}, {"words", s.words}, {"numbers", s.numbers}, {"head", s.head}};
    };
    std::vector<std::int8_t> bytes_a(a.vector.size()), bytes_b(b.vector.size());
    to_bytes(a.vector, bytes_a);
    to_bytes(b.vector, bytes_b);
    json out{{"same", IssueWeights::builtin().same(a.signs, b.signs, bytes_a, bytes_b)},
             {"features", issue_features(a.signs, b.signs, static_cast<float>(cosine(bytes_a, bytes_b)))},
             {"signs", {signs(a.signs), signs(b.signs)}}};
    if (has_vectors) out["vectors"] = {bytes_a, bytes_b};
    std::cout << out.dump() << '\n';
  }
  return 0;
}
