// Patterns of rules.tsv, spelled out.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/times/grammar.h"

namespace tacitus {

// Stand in a sequence of symbols without taking an item: the next item has no space before it; the
// context before the time ends; the context behind it begins.
constexpr Symbol kGlued = 1, kTimeBegins = 2, kTimeEnds = 3;
constexpr Symbol kFirstSymbol = 4;

using Sequence = std::vector<Symbol>;

// Spells patterns out into all sequences that they allow.
class PatternSpeller {
 public:
  using SymbolOf = std::function<Symbol(std::string_view name, bool is_class)>;
  // `symbol_of` gives the number of a word or class; 0 for a class that is not known.
  explicit PatternSpeller(SymbolOf symbol_of) : symbol_of_(std::move(symbol_of)) {}

  // Keeps a pattern under a name for {name}. Returns what is wrong, if something is.
  std::optional<std::string> define(std::string_view name, std::string_view pattern);
  // Likewise; "-" is the empty pattern.
  std::optional<std::string> spell(std::string_view pattern, std::vector<Sequence>& out);

 private:
  std::optional<std::string> choice(std::vector<Sequence>& out);
  std::optional<std::string> sequence(std::vector<Sequence>& out);
  std::optional<std::string> part(std::string_view word, std::vector<Sequence>& out);

  SymbolOf symbol_of_;
  std::map<std::string, std::vector<Sequence>, std::less<>> named_;
  std::vector<std::string_view> words_;
  std::size_t at_ = 0;
};

}  // namespace tacitus
