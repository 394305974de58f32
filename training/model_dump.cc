// Reads texts and shows what the model says of every token, for scoring. JSON Lines {"id","text"} in,
// JSON Lines {"id", "tokens": [[begin, end]], "sentences": [first token], "upos", "head" (token, -1 for
// a root), "deprel", "entities": [[begin, end, type]], "references": [[token, type, antecedent token or -1]],
// "attribution": [[first token, end token, "S", "C" or "X" for source, cue or content, layer, link (its place in the
// array) or -1, score]]} out;
// begin and end in code points.
//
//   model_dump MODEL [VECTORS] < texts.jsonl
//
// With VECTORS, a file, the token vectors of all texts are written to it one after the other, as bfloat16, and
// a text has "pieces", the word piece ids of each token, too.
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/utf8.h"
#include "model/model.h"
#include "model/network.h"
#include "text/analyse.h"

namespace {

using nlohmann::json;
using namespace tacitus;

const char* const kEntityNames[] = {"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "EVENT"};
const char* const kReferentNames[] = {"PERSON", "ORG", "PLACE"};

json to_json(const Document& document, const Model& model) {
  const Offsets offsets(document.text);
  auto range = [&](Span span) {
    return json{offsets.to_code_point(span.begin), offsets.to_code_point(span.end)};
  };
  json out = {{"tokens", json::array()}, {"sentences", json::array()}, {"upos", json::array()},
              {"head", json::array()},   {"deprel", json::array()},    {"entities", json::array()},
              {"references", json::array()}};
  for (const Token& token : document.tokens) {
    out["tokens"].push_back(range(token.span));
    out["upos"].push_back(model.upos()[token.upos]);
    out["head"].push_back(token.head == kNone ? -1 : static_cast<std::int64_t>(token.head));
    out["deprel"].push_back(model.deprels()[token.deprel]);
  }
  for (const Sentence& sentence : document.sentences) out["sentences"].push_back(sentence.first_token);
  for (const Entity& entity : document.entities) {
    json row = range(document.token_range(entity.first_token, entity.end_token));
    row.push_back(kEntityNames[static_cast<int>(entity.type)]);
    out["entities"].push_back(row);
  }
  for (const Reference& reference : document.references) {
    const std::int64_t antecedent =
        reference.antecedent == kNone
            ? -1
            : static_cast<std::int64_t>(document.references[reference.antecedent].token);
    out["references"].push_back(
        {reference.token, kReferentNames[static_cast<int>(reference.type)], antecedent});
  }
  out["attribution"] = json::array();
  for (const AttributionSpan& a : document.attribution) {
    out["attribution"].push_back({a.first_token, a.end_token, std::string(1, "SCX"[static_cast<int>(a.role)]), a.layer,
                                  a.link == kNone ? -1 : static_cast<std::int64_t>(a.link), a.score});
  }
  return out;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2 && argc != 3) {
    std::cerr << "usage: model_dump MODEL [VECTORS] < texts.jsonl\n";
    return 2;
  }
  const auto model = Model::load(argv[1]);
  if (!model.ok()) {
    std::cerr << "model_dump: " << model.error().message << '\n';
    return 1;
  }
  const PieceVocabulary vocabulary(model.value().vocabulary());
  PieceCutter cutter(vocabulary);
  Scratch scratch;
  std::ofstream vectors;
  if (argc == 3) {
    vectors.open(argv[2], std::ios::binary);
    scratch.keep_vectors(true);
  }
  std::ios::sync_with_stdio(false);
  for (std::string line; std::getline(std::cin, line);) {
    try {
      const json item = json::parse(line);
      const std::string text = item.at("text");
      Document document = make_document(text, 0, cutter);
      model.value().read(document, scratch);
      json out = to_json(document, model.value());
      out["id"] = item.at("id");
      if (argc == 3) {
        MeaningRoom& kept = scratch.buffers().meaning;
        if (kept.count != document.tokens.size()) {
          std::cerr << "model_dump: " << item.at("id") << " is too long for its vectors to be kept\n";
          return 1;
        }
        vectors.write(reinterpret_cast<const char*>(kept.tokens.get(0)),
                      static_cast<std::streamsize>(kept.count * kept.width * 2));
        out["pieces"] = json::array();
        for (const Token& token : document.tokens) {
          const auto first = document.pieces.begin() + token.first_piece;
          out["pieces"].push_back(std::vector<std::uint32_t>(first, first + pieces_read(token)));
        }
      }
      std::cout << out.dump() << '\n';
    } catch (const json::exception& error) {
      std::cerr << "model_dump: " << error.what() << '\n';
      return 1;
    }
  }
  return 0;
}
