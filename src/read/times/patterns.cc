// Spells out: a pattern with a choice or an optional part becomes several sequences. The tries join
// what they share.
#include "read/times/patterns.h"

#include <utility>

namespace tacitus {
namespace {

constexpr std::size_t kMostSequences = 4'000;

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::optional<std::string> PatternSpeller::define(std::string_view name,
                                                  std::string_view pattern) {
  std::vector<Sequence> all;
  if (auto trouble = spell(pattern, all)) return trouble;
  if (!named_.emplace(std::string(name), std::move(all)).second) return "a name given twice";
  return std::nullopt;
}

std::optional<std::string> PatternSpeller::spell(std::string_view pattern,
                                                 std::vector<Sequence>& out) {
  out.clear();
  if (pattern == "-") {
    out.emplace_back();
    return std::nullopt;
  }
  words_ = split_words(pattern);
  at_ = 0;
  if (auto trouble = choice(out)) return trouble;
  if (at_ < words_.size()) return "a bracket that nothing opens";
  return std::nullopt;
}

// Sequences parted by |.
std::optional<std::string> PatternSpeller::choice(std::vector<Sequence>& out) {
  for (;;) {
    std::vector<Sequence> one;
    if (auto trouble = sequence(one)) return trouble;
    out.insert(out.end(), one.begin(), one.end());
    if (at_ >= words_.size() || words_[at_] != "|") return std::nullopt;
    ++at_;
  }
}

std::optional<std::string> PatternSpeller::sequence(std::vector<Sequence>& out) {
  out.assign(1, {});
  bool is_empty = true;
  for (; at_ < words_.size(); is_empty = false) {
    std::string_view word = words_[at_];
    if (word == "|" || word == ")" || word == ")?") break;
    ++at_;
    std::vector<Sequence> next;
    bool is_optional = false;
    if (word == "(") {
      if (auto trouble = choice(next)) return trouble;
      if (at_ >= words_.size()) return "a bracket that nothing closes";
      is_optional = words_[at_++] == ")?";
    } else {
      if (word.size() > 1 && word.ends_with('?')) {
        is_optional = true;
        word.remove_suffix(1);
      }
      if (auto trouble = part(word, next)) return trouble;
    }
    if (is_optional) next.emplace_back();
    if (out.size() * next.size() > kMostSequences) return "more choices than can be spelled out";
    std::vector<Sequence> longer;
    for (const Sequence& head : out) {
      for (const Sequence& tail : next) {
        longer.push_back(head);
        longer.back().insert(longer.back().end(), tail.begin(), tail.end());
      }
    }
    out = std::move(longer);
  }
  if (is_empty) return "an empty pattern";
  return std::nullopt;
}

std::optional<std::string> PatternSpeller::part(std::string_view word,
                                                std::vector<Sequence>& out) {
  if (word == "]") {
    out = {{kTimeBegins}};
    return std::nullopt;
  }
  if (word == "[") {
    out = {{kTimeEnds}};
    return std::nullopt;
  }
  Sequence glue;
  if (word.size() > 1 && word.starts_with('~')) {
    glue.push_back(kGlued);
    word.remove_prefix(1);
  }
  if (word.size() > 2 && word.starts_with('{') && word.ends_with('}')) {
    const auto found = named_.find(word.substr(1, word.size() - 2));
    if (found == named_.end()) return "no such name: " + std::string(word);
    out = found->second;
    for (Sequence& sequence : out) sequence.insert(sequence.begin(), glue.begin(), glue.end());
    return std::nullopt;
  }
  const bool is_class = word.size() > 2 && word.starts_with('<') && word.ends_with('>');
  const Symbol symbol =
      symbol_of_(is_class ? word.substr(1, word.size() - 2) : word, is_class);
  if (symbol == 0) return "no such class: " + std::string(word);
  glue.push_back(symbol);
  out = {std::move(glue)};
  return std::nullopt;
}

}  // namespace tacitus
