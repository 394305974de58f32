// Looks words and patterns of times up; grammar_parser.cc makes them of the tables.
#include "read/times/grammar.h"

#include <algorithm>
#include <cassert>

#include "read/times/grammar_tables.h"

namespace tacitus {

std::string unpack_code(std::int32_t packed) {
  std::string code;
  for (int shift = 24; shift >= 0; shift -= 8) {
    const char c = static_cast<char>((packed >> shift) & 255);
    if (c != 0) code += c;
  }
  return code;
}

void SymbolTrie::add(const std::vector<Symbol>& path, std::uint16_t rule) {
  std::uint32_t node = 0;
  for (const Symbol symbol : path) {
    std::uint32_t to = next(node, symbol);
    if (to == 0) {
      to = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
      auto& edges = nodes_[node].edges;
      const auto at = std::lower_bound(edges.begin(), edges.end(), symbol,
                                       [](const Edge& e, Symbol s) { return e.symbol < s; });
      edges.insert(at, {symbol, to});
    }
    node = to;
  }
  nodes_[node].rules.push_back(rule);
}

std::uint32_t SymbolTrie::next(std::uint32_t node, Symbol symbol) const {
  const auto& edges = nodes_[node].edges;
  const auto at = std::lower_bound(edges.begin(), edges.end(), symbol,
                                   [](const Edge& e, Symbol s) { return e.symbol < s; });
  return at != edges.end() && at->symbol == symbol ? at->node : 0;
}

const TimeGrammar& TimeGrammar::builtin() {
  static const TimeGrammar kBuiltin = [] {
    Result<TimeGrammar> parsed = parse({k_words_tsv, k_holidays_tsv, k_rules_tsv, k_beside_tsv});
    assert(parsed.ok());  // a test holds it
    return std::move(parsed).value();
  }();
  return kBuiltin;
}

const std::vector<Sense>* TimeGrammar::senses(std::string_view word) const {
  const auto found = senses_.find(word);
  return found == senses_.end() ? nullptr : &found->second;
}

bool TimeGrammar::is(BesideWord kind, std::string_view word) const {
  const auto found = beside_.find(word);
  return found != beside_.end() && (found->second >> static_cast<unsigned>(kind) & 1u) != 0;
}

const std::vector<TimeGrammar::Phrase>* TimeGrammar::phrases(std::string_view word) const {
  const auto found = phrases_.find(word);
  return found == phrases_.end() ? nullptr : &found->second;
}

}  // namespace tacitus
