#include "model/selftest.h"

#include <algorithm>
#include <cmath>

namespace tacitus {
namespace {

void add_tokens(const std::vector<SelfTest::Piece>& tokens, Document& document) {
  for (const SelfTest::Piece& piece : tokens) {
    Token token;
    token.shape = static_cast<Shape>(piece.shape);
    token.before = static_cast<Break>(piece.before);
    token.first_piece = static_cast<std::uint32_t>(document.pieces.size());
    token.piece_count = static_cast<std::uint8_t>(std::min<std::size_t>(piece.ids.size(), 255));
    document.pieces.insert(document.pieces.end(), piece.ids.begin(), piece.ids.end());
    document.tokens.push_back(token);
  }
}

Document document_of(const SelfTest& test) {
  Document document;
  add_tokens(test.tokens, document);
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

// The largest gap between a pair's scores and the trainer's.
double pair_gap(const PairSelfTest& test, const Network& network, Scratch& scratch) {
  Document document;
  add_tokens(test.tokens, document);
  MarkedPair pair;
  pair.end_token = static_cast<std::uint32_t>(test.tokens.size());
  if (!test.source.empty()) {
    pair.source_first = test.source[0];
    pair.source_end = test.source[1];
  }
  if (!test.target.empty()) {
    pair.target_first = test.target[0];
    pair.target_end = test.target[1];
  }
  std::vector<RootScores> found;
  network.code(document, std::span(&pair, 1), scratch.buffers(), found);
  double worst = 0;
  for (std::size_t i = 0; i < kRootNames.size(); ++i) {
    const double gap = std::abs(double{found[0][i]} - test.roots[i]);
    worst = gap <= worst ? worst : gap;  // NaN counts
  }
  return worst;
}

// The same of the vectors of meaning of the window that was read last.
double meaning_gap(const Network& network, std::size_t window, const Document& document,
                   Scratch& scratch) {
  std::vector<float> found(network.meaning_width());
  double worst = 0;
  for (const MeaningSelfTest& test : network.file().header().meaning_selftest) {
    if (test.window != window) continue;
    if (!network.meaning(document, test.first, test.end, scratch.buffers(), found)) {
      return INFINITY;
    }
    for (std::size_t i = 0; i < test.vector.size(); ++i) {
      const double gap = std::abs(double{found[i]} - test.vector[i]);
      worst = gap <= worst ? worst : gap;  // NaN counts
    }
  }
  return worst;
}

// The same of the chances of the act head, of the tokens of which chances were kept.
double act_gap(const Network& network, std::size_t window, const Document& document) {
  double worst = 0;
  for (const ActSelfTest& test : network.file().header().act_selftest) {
    if (test.window != window) continue;
    ActScores found;
    for (const ActScores& act : document.acts) {
      if (act.token == test.token) found = act;
    }
    const auto compare = [&](std::uint8_t byte, float chance) {
      const double gap = std::abs(byte / 255.0 - chance);
      worst = gap <= worst ? worst : gap;  // NaN counts
    };
    const bool tells = 1 - test.scores[0] > 2 * ActScores::kLeast;
    for (std::size_t r = 0; r < found.roots.size() && tells; ++r) {
      compare(found.roots[r], test.scores[1 + r]);
    }
    const std::size_t actor = 1 + found.roots.size();
    if (test.scores[actor] > 0.25f) compare(found.actor, test.scores[actor]);
    if (test.scores[actor + 1] > 0.25f) compare(found.recipient, test.scores[actor + 1]);
  }
  return worst;
}

// The same of the chances of the sector head, of the tokens that it takes for somebody's.
double sector_gap(const Network& network, std::size_t window, const Document& document) {
  double worst = 0;
  for (const SectorSelfTest& test : network.file().header().sector_selftest) {
    if (test.window != window) continue;
    const auto found = std::find_if(document.sectors.begin(), document.sectors.end(),
                                    [&](const SectorScores& one) { return one.token == test.token; });
    if (found == document.sectors.end()) return 1;
    for (std::size_t k = 0; k < found->sectors.size(); ++k) {
      const double gap = std::abs(found->chances[k] / 255.0 - test.scores[found->sectors[k]]);
      worst = gap <= worst ? worst : gap;  // NaN counts
    }
  }
  return worst;
}

}  // namespace

Parity parity(const Network& network, std::span<const SelfTest> tests,
              std::span<const PairSelfTest> pairs) {
  Parity parity;
  Scratch scratch;
  for (const PairSelfTest& test : pairs) {
    const double gap = pair_gap(test, network, scratch);
    parity.worst_pair = gap <= parity.worst_pair ? parity.worst_pair : gap;
  }
  for (std::size_t window = 0; window < tests.size(); ++window) {
    const SelfTest& test = tests[window];
    Document document = document_of(test);
    network.read(document, scratch.buffers());
    compare(test, document, scratch.buffers(), network.file().header().config.width, parity);
    const double gap = meaning_gap(network, window, document, scratch);
    parity.worst_meaning = gap <= parity.worst_meaning ? parity.worst_meaning : gap;
    const double act = act_gap(network, window, document);
    parity.worst_act = act <= parity.worst_act ? parity.worst_act : act;
    const double sector = sector_gap(network, window, document);
    parity.worst_sector = sector <= parity.worst_sector ? parity.worst_sector : sector;
  }
  return parity;
}

bool holds(const Network& network, const Parity& parity) {
  const bool bytes = network.arithmetic().in_bytes();
  return parity.worst <= (bytes ? kWorstInt8 : kWorstFloat32) &&
         parity.worst_pair <= (bytes ? kWorstPairInt8 : kWorstFloat32) &&
         parity.worst_meaning <= (bytes ? kWorstMeaningInt8 : kWorstMeaningFloat32) &&
         parity.worst_act <= (bytes ? kWorstActInt8 : kWorstActFloat32) &&
         parity.worst_sector <= (bytes ? kWorstSectorInt8 : kWorstSectorFloat32) &&
         parity.agreement() >= (bytes ? kLeastAgreementInt8 : kLeastAgreement);
}

}  // namespace tacitus
