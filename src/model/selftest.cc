#include "model/selftest.h"

#include <algorithm>
#include <cmath>

namespace tacitus {
namespace {

Document document_of(const SelfTest& test) {
  Document document;
  for (const SelfTest::Piece& piece : test.tokens) {
    Token token;
    token.shape = static_cast<Shape>(piece.shape);
    token.before = static_cast<Break>(piece.before);
    token.first_piece = static_cast<std::uint32_t>(document.pieces.size());
    token.piece_count = static_cast<std::uint32_t>(piece.ids.size());
    document.pieces.insert(document.pieces.end(), piece.ids.begin(), piece.ids.end());
    document.tokens.push_back(token);
  }
  for (std::size_t s = 0; s < test.sentences.size(); ++s) {
    Sentence sentence;
    sentence.first_token = test.sentences[s];
    sentence.end_token = s + 1 < test.sentences.size()
                             ? test.sentences[s + 1]
                             : static_cast<std::uint32_t>(test.tokens.size());
    document.sentences.push_back(sentence);
  }
  return document;
}

void compare(const SelfTest& test, const Document& document, const Scratch::Buffers& read,
             std::size_t width, Parity& parity) {
  auto same = [&](bool equal) {
    ++parity.labels;
    parity.equal += equal;
  };
  for (std::size_t t = 0; t < test.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    same(token.upos == test.upos[t]);
    same(token.deprel == test.deprel[t]);
    same(token.head == (test.heads[t] < 0 ? kNone : static_cast<std::uint32_t>(test.heads[t])));
    same(read.entity[t] == test.entity[t]);
    for (std::size_t k = 0; k < 2; ++k) same(read.attribution[k][t] == test.attribution[k][t]);
  }
  for (const auto& [token, numbers] : test.vectors) {
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      const double gap = std::abs(double{read.vectors.floats[token * width + i]} - numbers[i]);
      parity.worst = gap <= parity.worst ? parity.worst : gap;  // NaN counts
    }
  }
}

}  // namespace

Parity parity(const Network& network, std::span<const SelfTest> tests) {
  Parity parity;
  Scratch scratch;
  for (const SelfTest& test : tests) {
    Document document = document_of(test);
    network.read(document, scratch.buffers());
    compare(test, document, scratch.buffers(), network.file().header().config.width, parity);
  }
  return parity;
}

bool holds(const Network& network, const Parity& parity) {
  const bool halves = network.arithmetic().compute == Compute::kBfloat16;
  return parity.worst <= (halves ? kWorstBfloat16 : kWorstFloat32) &&
         parity.agreement() >= kLeastAgreement;
}

}  // namespace tacitus
