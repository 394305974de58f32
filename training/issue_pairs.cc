// What the engine makes of pairs of issue phrases. JSON Lines {"a": {"text", "begin", "end"}, "b": the same} in,
// begin and end in code points; JSON Lines {"same": probability, "features": [...]} out, by kIssueFeatures.
//
//   issue_pairs MODEL < pairs.jsonl
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "model/model.h"
#include "read/issues/same.h"
#include "text/analyse.h"

namespace {

using nlohmann::json;
using namespace tacitus;

struct Phrase {
  IssueSigns signs;
  std::vector<float> vector;
};

Phrase phrase_of(const json& given, const Model& model, PieceCutter& cutter, Scratch& scratch) {
  const std::string text = given.at("text");
  const Offsets offsets(text);
  const Span span{offsets.to_byte(given.at("begin")), offsets.to_byte(given.at("end"))};
  Document document = make_document(text, 0, cutter);
  model.read(document, scratch);
  std::uint32_t first = 0, end = 0;
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Span token = document.tokens[t].span;
    if (token.begin < span.end && token.end > span.begin) {
      if (end == 0) first = t;
      end = t + 1;
    }
  }
  Phrase out;
  out.vector.resize(model.meaning_width());
  model.meaning(document, first, end, scratch, out.vector);
  out.signs = IssueWords::builtin().signs(span.in(text), Knowledge::builtin());
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  const auto model = argc == 2 ? Model::load(argv[1]) : Error{ErrorCode::kBadInput, "usage: issue_pairs MODEL < pairs.jsonl"};
  if (!model.ok() || model.value().meaning_width() == 0) {
    std::cerr << "issue_pairs: " << (model.ok() ? "the model has no meaning head" : model.error().message) << '\n';
    return 1;
  }
  const PieceVocabulary vocabulary(model.value().vocabulary());
  PieceCutter cutter(vocabulary);
  Scratch scratch;
  for (std::string line; std::getline(std::cin, line);) {
    const json item = json::parse(line);
    const Phrase a = phrase_of(item.at("a"), model.value(), cutter, scratch);
    const Phrase b = phrase_of(item.at("b"), model.value(), cutter, scratch);
    float cosine = 0;
    for (std::size_t i = 0; i < a.vector.size(); ++i) cosine += a.vector[i] * b.vector[i];
    const auto signs = [](const IssueSigns& s) {
      return json{{"actors", s.actors}, {"names", s.names}, {"words", s.words}, {"numbers", s.numbers}, {"head", s.head}};
    };
    std::cout << json{{"same", IssueWeights::builtin().same(a.signs, b.signs, cosine)},
                      {"features", issue_features(a.signs, b.signs, cosine)},
                      {"signs", {signs(a.signs), signs(b.signs)}}}.dump() << '\n';
  }
  return 0;
}
