// Prepares texts for the trainer with the engine's own rules, so that training and reading see
// the same words. JSON Lines {"id","text"} in, JSON Lines {"id","tokens","sentences","pieces"}
// out: tokens as [begin, end, shape, break] in code points, the first token of each sentence,
// and the word piece ids of each token.
//
//   text_dump VOCABULARY < texts.jsonl          tokens and sentences by rule
//   text_dump --gold VOCABULARY < gold.jsonl    tokens and sentences given: "words" as
//       [begin, end] in code points, "sentences" as first words, "paragraphs" (optional) as the
//       sentences that begin one
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "text/analyse.h"
#include "text/tokens.h"

namespace {

using nlohmann::json;
using namespace tacitus;

std::vector<std::string> read_lines(const std::string& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(line);
  }
  return lines;
}

Document gold_document(const std::string& text, const json& line, const Offsets& offsets,
                       PieceCutter& cutter) {
  Document document;
  document.text = text;
  for (const json& word : line.at("words")) {
    Token& token = document.tokens.emplace_back();
    token.span = {offsets.to_byte(word.at(0)), offsets.to_byte(word.at(1))};
    token.shape = shape_of(token.span.in(text));
  }
  const auto count = static_cast<std::uint32_t>(document.tokens.size());
  std::vector<std::uint32_t> firsts = line.at("sentences");
  for (std::size_t i = 0; i < firsts.size(); ++i) {
    const std::uint32_t end = i + 1 < firsts.size() ? firsts[i + 1] : count;
    if (firsts[i] >= end) continue;
    document.tokens[firsts[i]].before = i == 0 ? Break::kParagraph : Break::kSentence;
    document.sentences.push_back({.span = document.token_range(firsts[i], end),
                                  .first_token = firsts[i],
                                  .end_token = end});
  }
  if (line.contains("paragraphs")) {
    for (const std::size_t sentence : line["paragraphs"]) {
      if (sentence < firsts.size() && firsts[sentence] < count) {
        document.tokens[firsts[sentence]].before = Break::kParagraph;
      }
    }
  }
  cut_pieces(document, cutter);
  return document;
}

json to_json(const Document& document, const Offsets& offsets) {
  json tokens = json::array(), sentences = json::array(), pieces = json::array();
  for (const Token& token : document.tokens) {
    tokens.push_back({offsets.to_code_point(token.span.begin),
                      offsets.to_code_point(token.span.end), static_cast<int>(token.shape),
                      static_cast<int>(token.before)});
    const auto first = document.pieces.begin() + token.first_piece;
    pieces.push_back(std::vector<std::uint32_t>(first, first + token.piece_count));
  }
  for (const Sentence& sentence : document.sentences) sentences.push_back(sentence.first_token);
  return {{"tokens", tokens}, {"sentences", sentences}, {"pieces", pieces}};
}

}  // namespace

int main(int argc, char** argv) {
  const bool gold = argc == 3 && std::string_view(argv[1]) == "--gold";
  if (argc != 2 && !gold) {
    std::cerr << "usage: text_dump [--gold] VOCABULARY < texts.jsonl\n";
    return 2;
  }
  const std::vector<std::string> pieces = read_lines(argv[argc - 1]);
  if (pieces.empty()) {
    std::cerr << argv[argc - 1] << ": no vocabulary there\n";
    return 1;
  }
  const PieceVocabulary vocabulary(pieces);
  PieceCutter cutter(vocabulary);
  std::ios::sync_with_stdio(false);
  std::size_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    try {
      const json item = json::parse(line);
      const std::string text = item.at("text");
      const Offsets offsets(text);
      json out = to_json(gold ? gold_document(text, item, offsets, cutter)
                              : make_document(text, item.value("body_start", 0u), cutter),
                         offsets);
      out["id"] = item.at("id");
      std::cout << out.dump() << '\n';
    } catch (const json::exception& error) {
      std::cerr << "line " << number << ": " << error.what() << '\n';
      return 1;
    }
  }
  return 0;
}
